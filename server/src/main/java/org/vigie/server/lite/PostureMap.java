package org.vigie.server.lite;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.vigie.exchange.render.Html;
import org.vigie.exchange.render.Outline;
import org.vigie.exchange.render.SvgMap;
import org.vigie.exchange.render.SvgPosture;
import org.vigie.exchange.words.Words;
import org.vigie.geo.Position;

/// Where today's posture covers people, and what another gains and loses, by cells of a grid.
///
/// @param to the stationing that today's is compared with
@SuppressWarnings("ArrayRecordComponent") // never compared
record PostureMap(PostureModel model, Words words, int[] to) {

    /// So that the drawing stays within its bytes.
    private static final int CELLS_MAX = 320;

    private static final double[] GRIDS = {0.1, 0.2, 0.25, 0.5, 1, 2, 5, 10};

    /// The weights of a cell.
    private static final class Sums {
        private double kept;
        private double gained;
        private double lost;

        SvgPosture.Change change() {
            if (gained > 0 || lost > 0) {
                return gained >= lost ? SvgPosture.Change.GAINED : SvgPosture.Change.LOST;
            }
            return kept > 0 ? SvgPosture.Change.KEPT : SvgPosture.Change.NEITHER;
        }
    }

    private record Cell(long row, long column) implements Comparable<Cell> {
        @Override
        public int compareTo(Cell other) {
            int rows = Long.compare(row, other.row);
            return rows == 0 ? Long.compare(column, other.column) : rows;
        }
    }

    Html figure(List<Outline> outlines) {
        double grid = GRIDS[GRIDS.length - 1];
        for (double candidate : GRIDS) {
            if (count(candidate) <= CELLS_MAX) {
                grid = candidate;
                break;
            }
        }
        var plan = new SvgPosture.Plan(outlines, bases(), cells(grid), moves(), words);
        var unnamed = SvgPosture.listUnnamed(plan);
        return Html.of(
                "<figure class=\"mid\">{}<figcaption>{}{}</figcaption></figure>",
                SvgPosture.of(plan),
                words.say("posture.legend", grid == Math.rint(grid) ? "" + (int) grid : "" + grid),
                unnamed.isEmpty()
                        ? ""
                        : " " + words.say("posture.unnamed", String.join(", ", unnamed)));
    }

    private long count(double grid) {
        return model.ground().places().stream()
                .map(place -> cell(place.position(), grid))
                .distinct()
                .count();
    }

    private static Cell cell(@org.jspecify.annotations.Nullable Position position, double grid) {
        return position == null
                ? new Cell(0, 0)
                : new Cell(
                        (long) Math.floor(position.latitude() / grid),
                        (long) Math.floor(position.longitude() / grid));
    }

    private List<SvgPosture.Cell> cells(double grid) {
        var sums = new TreeMap<Cell, Sums>();
        var places = model.ground().places();
        var weights = model.ground().weights();
        var question = model.force().question();
        var today = model.force().today();
        for (int service = 0; service < question.services().size(); service++) {
            var before = question.covered(service, today);
            var after = question.covered(service, to);
            for (int i = 0; i < weights.length; i++) {
                var sum =
                        sums.computeIfAbsent(
                                cell(places.get(i).position(), grid), cell -> new Sums());
                sum.kept += before[i] && after[i] ? weights[i] : 0;
                sum.gained += !before[i] && after[i] ? weights[i] : 0;
                sum.lost += before[i] && !after[i] ? weights[i] : 0;
            }
        }
        var cells = new ArrayList<SvgPosture.Cell>();
        sums.forEach((cell, sum) ->
                cells.add(
                        new SvgPosture.Cell(
                                new Position(
                                        Math.clamp((cell.row + 0.5) * grid, -90, 90),
                                        Math.clamp((cell.column + 0.5) * grid, -180, 180)),
                                sum.change())));
        return cells;
    }

    private List<SvgMap.Base> bases() {
        var bases = new ArrayList<SvgMap.Base>();
        var today = model.force().today();
        for (int base = 0; base < model.force().bases().size(); base++) {
            var position = model.force().bases().get(base).position();
            int before = model.problem().atBase(base, today);
            int after = model.problem().atBase(base, to);
            if (position != null && (before > 0 || after > 0)) {
                bases.add(
                        new SvgMap.Base(
                                model.base(base),
                                position,
                                words.say("posture.at-base", before, after)));
            }
        }
        return bases;
    }

    private List<List<Position>> moves() {
        var moves = new ArrayList<List<Position>>();
        var today = model.force().today();
        for (int type = 0; type < model.force().units().size(); type++) {
            int from = model.baseIn(today, type);
            int at = model.baseIn(to, type);
            if (from >= 0 && at >= 0 && from != at) {
                var start = model.force().bases().get(from).position();
                var end = model.force().bases().get(at).position();
                if (start != null && end != null) {
                    moves.add(List.of(start, end));
                }
            }
        }
        return moves;
    }
}

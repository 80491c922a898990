package org.vigie.exchange.brief;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.vigie.exchange.words.Words;
import org.vigie.geo.GridCell;
import org.vigie.geo.PlacePrecision;
import org.vigie.record.Figures;
import org.vigie.record.Spot;
import org.vigie.share.Grain;
import org.vigie.share.SharedRow;

/// Figures of coarsened rows. A number that is smaller than the smallest group is not said, nor a
/// sum that fewer rows make: it would be the figure of somebody's village.
///
/// @param least the smallest group
record CoarseFigures(Words words, List<SharedRow> rows, int least) {

    /// How many rows are so; `fewer than 5` where it is fewer.
    String number(Predicate<SharedRow> so) {
        return few((int) rows.stream().filter(so).count());
    }

    String few(int n) {
        return n > 0 && n < least ? words.say("brief.coarse.fewer", least) : words.number(n);
    }

    /// The sum of the best estimates with those of the lowest and highest.
    String dead() {
        return rows.isEmpty()
                ? words.number(0)
                : withheld(row -> row.deaths().best())
                        ? words.say("unknown")
                        : words.sums(
                                sum(Figures::best),
                                sum(figures -> first(figures.low(), figures.best())),
                                sum(figures -> first(figures.high(), figures.best())));
    }

    String withoutFigure() {
        return number(row -> row.deaths().best() == null);
    }

    String civilians() {
        return rows.isEmpty()
                ? words.number(0)
                : withheld(SharedRow::civilians)
                        ? words.say("unknown")
                        : words.number(
                                rows.stream()
                                        .map(SharedRow::civilians)
                                        .filter(Objects::nonNull)
                                        .mapToLong(Integer::longValue)
                                        .sum());
    }

    String withoutCivilians() {
        return number(row -> row.civilians() == null);
    }

    private boolean withheld(Function<SharedRow, @Nullable Integer> figure) {
        return rows.stream().map(figure).filter(Objects::nonNull).count() < least;
    }

    /// Only rows with a best estimate are in the sum, as everywhere.
    private long sum(Function<Figures, @Nullable Integer> figure) {
        return rows.stream()
                .map(SharedRow::deaths)
                .filter(figures -> figures.best() != null)
                .map(figure)
                .filter(Objects::nonNull)
                .mapToLong(Integer::longValue)
                .sum();
    }

    private static @Nullable Integer first(@Nullable Integer one, @Nullable Integer other) {
        return one == null ? other : one;
    }

    /// The marks of a map: one in the middle of each cell for each kind.
    List<Spot> spots() {
        var groups = new LinkedHashMap<String, List<SharedRow>>();
        for (var row : rows) {
            if (row.grain() == Grain.CELL_AND_MONTH) {
                groups.computeIfAbsent(place(row) + " " + row.kind(), key -> new ArrayList<>())
                        .add(row);
            }
        }
        return groups.values().stream().map(this::spot).toList();
    }

    private Spot spot(List<SharedRow> group) {
        var first = group.getFirst();
        var middle =
                first.findPosition()
                        .orElseThrow(() -> new IllegalStateException("a cell has a middle"));
        var figures = new CoarseFigures(words, group, least);
        boolean withheld = figures.withheld(row -> row.deaths().best());
        return new Spot(
                GridCell.of(middle).gid(),
                first.kind(),
                PlacePrecision.ADMIN2,
                middle,
                "",
                "",
                group.size(),
                withheld ? 0 : figures.sum(one -> first(one.low(), one.best())),
                withheld ? 0 : figures.sum(Figures::best),
                withheld ? 0 : figures.sum(one -> first(one.high(), one.best())),
                0,
                null);
    }

    /// The place as it is given, as a key.
    static String place(SharedRow row) {
        return row.site().country() + "/" + row.site().name();
    }

    /// The place as it is given.
    String placeSaid(SharedRow row) {
        var site = row.site();
        var country = site.country() == null ? "" : site.country();
        return site.name().isBlank() || site.name().equals(country)
                ? country
                : country.isBlank() ? site.name() : site.name() + ", " + country;
    }

    /// The month or the year.
    String time(SharedRow row) {
        LocalDate first = row.firstDay();
        return switch (row.grain()) {
            case CELL_AND_MONTH, AREA_AND_MONTH ->
                    first == null ? words.say("unknown") : words.month(YearMonth.from(first));
            case AS_KNOWN, AREA_AND_YEAR, COUNTRY_AND_YEAR -> row.period();
        };
    }
}

package org.vigie.exchange.render;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.exchange.words.Words;
import org.vigie.record.Figures;

/// Claims of a strength as numbered points on an axis of time, beside the authorised ceiling.
///
/// What it shows: each claim at its day, at its best estimate, with its low and high as a line up
/// and down; the ceiling as a line of steps, since a resolution says from when to when it holds.
/// Points are never joined: they count different people.
///
/// When it must not be trusted: never without the table beside it, which says whom each point
/// counts.
public final class SvgStrength {

    private static final int WIDTH = 720;
    private static final int HEIGHT = 240;
    private static final int LEFT = 66;
    private static final int RIGHT = 16;
    private static final int TOP = 14;
    private static final int BOTTOM = 24;
    private static final int STEP = 5_000;
    private static final int GAP = 6;
    private static final int LABEL_WIDTH = 20;
    private static final int LABEL_HEIGHT = 14;

    private final Words words;
    private final LocalDate first;
    private final LocalDate last;
    private final int top;

    private SvgStrength(Words words, LocalDate first, LocalDate last, int top) {
        this.words = words;
        this.first = first;
        this.last = last;
        this.top = top;
    }

    /// A claim with the number under which the table has it.
    ///
    /// @param title whose count of whom, for who points at it
    public record Point(int number, LocalDate on, Figures figures, String title) {

        int height() {
            var best = figures.best();
            var low = figures.low();
            var high = figures.high();
            return best != null ? best : low != null ? low : high != null ? high : 0;
        }
    }

    /// A ceiling from one day to another.
    ///
    /// @param to null where it has no end
    public record Ceiling(LocalDate from, @Nullable LocalDate to, int persons) {}

    /// The drawing, or nothing where there is no point.
    public static Html of(List<Point> points, List<Ceiling> ceilings, Words words) {
        if (points.isEmpty()) {
            return Html.EMPTY;
        }
        var days = new ArrayList<LocalDate>();
        int most = STEP;
        for (var point : points) {
            days.add(point.on());
            most = Math.max(most, point.height());
        }
        for (var ceiling : ceilings) {
            days.add(ceiling.from());
            most = Math.max(most, ceiling.persons());
        }
        var first = days.stream().min(LocalDate::compareTo).orElseThrow().withDayOfYear(1);
        var latest = days.stream().max(LocalDate::compareTo).orElseThrow();
        var last = latest.withDayOfYear(latest.lengthOfYear()).plusDays(1);
        int top = (most + STEP - 1) / STEP * STEP;
        return new SvgStrength(words, first, last, top).draw(points, ceilings);
    }

    private Html draw(List<Point> points, List<Ceiling> ceilings) {
        return Html.of(
                "<svg class=\"tl sl\" viewBox=\"0 0 {} {}\" role=\"group\" aria-labelledby=\"st sd\"><title"
                        + " id=\"st\">{}</title><desc id=\"sd\">{}</desc>{}<path class=\"sc\""
                        + " d=\"{}\"/>{}</svg>",
                WIDTH,
                HEIGHT,
                words.say("strength.chart"),
                words.say("strength.chart-note"),
                axes(),
                steps(ceilings),
                points(points));
    }

    private Html points(List<Point> points) {
        var taken = new ArrayList<Label>();
        var drawn = new ArrayList<Html>();
        for (var point : points) {
            var label = label(x(point.on()), y(point.height()), taken);
            taken.add(label);
            drawn.add(point(point, label));
        }
        return Html.join(drawn);
    }

    /// Where a number stands: beside its point, and not on another number.
    private record Label(int x, int y) {

        boolean hits(Label other) {
            return Math.abs(x - other.x) < LABEL_WIDTH && Math.abs(y - other.y) < LABEL_HEIGHT;
        }
    }

    private static Label label(int x, int y, List<Label> taken) {
        var right = new Label(x + GAP, y + 4);
        var left = new Label(x - GAP - LABEL_WIDTH + 4, y + 4);
        var above = new Label(x - 4, y - GAP);
        var below = new Label(x - 4, y + GAP + LABEL_HEIGHT - 2);
        return List.of(right, left, below, above).stream()
                .filter(place -> taken.stream().noneMatch(place::hits))
                .findFirst()
                .orElse(right);
    }

    private Html axes() {
        var lines = new ArrayList<Html>();
        for (int level = 0; level <= top; level += STEP) {
            lines.add(
                    Html.of(
                            "<path d=\"M{} {}h{}\"/><text x=\"{}\" y=\"{}\">{}</text>",
                            LEFT,
                            y(level),
                            WIDTH - LEFT - RIGHT,
                            LEFT - 6,
                            y(level) + 4,
                            words.number(level)));
        }
        int years = last.getYear() - first.getYear();
        int every = Math.max(1, (int) Math.ceil(years / 6.0));
        for (int year = first.getYear(); year < last.getYear(); year += every) {
            lines.add(
                    Html.of(
                            "<text class=\"tn\" x=\"{}\" y=\"{}\">{}</text>",
                            x(LocalDate.of(year, 1, 1)),
                            HEIGHT - 6,
                            String.valueOf(year)));
        }
        return Html.of("<g class=\"ta\">{}</g>", lines);
    }

    private String steps(List<Ceiling> ceilings) {
        var path = new StringBuilder();
        @Nullable LocalDate reached = null;
        for (int i = 0; i < ceilings.size(); i++) {
            var ceiling = ceilings.get(i);
            var next = i + 1 < ceilings.size() ? ceilings.get(i + 1).from() : last;
            var to = ceiling.to();
            var end = to == null || to.plusDays(1).isAfter(next) ? next : to.plusDays(1);
            boolean joins = reached != null && !ceiling.from().isAfter(reached);
            path.append(joins ? 'L' : 'M')
                    .append(x(ceiling.from()))
                    .append(' ')
                    .append(y(ceiling.persons()))
                    .append('H')
                    .append(x(end));
            reached = end;
        }
        return path.toString();
    }

    private Html point(Point point, Label label) {
        int x = x(point.on());
        int y = y(point.height());
        var low = point.figures().low();
        var high = point.figures().high();
        var range =
                low != null && high != null && !low.equals(high)
                        ? "M" + x + " " + y(low) + "V" + y(high)
                        : "";
        return Html.of(
                "<a href=\"#s{}\"><path class=\"sr\" d=\"{}\"/><path class=\"sm\" d=\"M{} {}l4 4l-4"
                        + " 4l-4 -4z\"><title>{}</title></path><text x=\"{}\" y=\"{}\">{}</text></a>",
                point.number(),
                range,
                x,
                y - 4,
                point.title(),
                label.x(),
                label.y(),
                point.number());
    }

    private int x(LocalDate on) {
        long all = Math.max(1, last.toEpochDay() - first.toEpochDay());
        long at = Math.clamp(on.toEpochDay() - first.toEpochDay(), 0, all);
        return LEFT + (int) Math.round((double) (WIDTH - LEFT - RIGHT) * at / all);
    }

    private int y(int persons) {
        int room = HEIGHT - TOP - BOTTOM;
        return TOP + room - (int) Math.round((double) room * Math.min(persons, top) / top);
    }
}

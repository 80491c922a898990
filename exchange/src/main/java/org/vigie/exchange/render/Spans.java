package org.vigie.exchange.render;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Spans of time as small drawings in the rows of a table, all on one axis: each row's text stays
/// text that a telephone can set and a screen reader can read.
///
/// An end that nobody stated is drawn to the edge of the axis, or to the day that is looked at,
/// with an arrow; the day itself is a line through all rows. The drawing says nothing that the
/// row's words do not say.
///
/// @param first where the axis begins
/// @param last where it ends
/// @param day the day that is looked at
public record Spans(LocalDate first, LocalDate last, LocalDate day) {

    private static final int WIDTH = 240;
    private static final int HEIGHT = 14;
    private static final int THIN = 8;
    private static final int ARROW = 5;
    private static final int DECADE = 10;
    private static final int LABELS_MAX = 5;
    private static final int LABEL_WIDTH = 26;

    /// How a span is drawn.
    public enum Tone {
        STRONG("s3"),
        MIDDLE("s2"),
        WEAK("s1");

        private final String code;

        Tone(String code) {
            this.code = code;
        }
    }

    /// An axis that holds all these days and the day that is looked at, from January to December.
    public static Spans over(List<LocalDate> days, LocalDate day) {
        var first = day;
        var last = day;
        for (var one : days) {
            first = one.isBefore(first) ? one : first;
            last = one.isAfter(last) ? one : last;
        }
        return new Spans(
                first.withDayOfYear(1), last.withDayOfYear(last.lengthOfYear()).plusDays(1), day);
    }

    /// The years, for the head of the column.
    public Html axis() {
        int years = last.getYear() - first.getYear();
        int every = Math.max(1, (int) Math.ceil(years / (double) LABELS_MAX));
        if (every > 2 && every < DECADE) {
            every = every <= DECADE / 2 ? DECADE / 2 : DECADE;
        }
        var labels = new ArrayList<Html>();
        for (int year = first.getYear(); year < last.getYear(); year++) {
            boolean fits = x(LocalDate.of(year, 1, 1)) <= WIDTH - LABEL_WIDTH;
            if (fits && (year - first.getYear()) % every == 0) {
                labels.add(
                        Html.of(
                                "<text x=\"{}\" y=\"11\">{}</text>",
                                x(LocalDate.of(year, 1, 1)),
                                String.valueOf(year)));
            }
        }
        return Html.of(
                "<svg class=\"sp\" viewBox=\"0 0 {} {}\" aria-hidden=\"true\">{}</svg>",
                WIDTH,
                HEIGHT,
                labels);
    }

    /// One span.
    ///
    /// @param from null is not stated: it is drawn from the edge
    /// @param to null is not stated: it is drawn to the day, with an arrow
    public Html span(@Nullable LocalDate from, @Nullable LocalDate to, Tone tone) {
        int begin = from == null ? 0 : x(from);
        int end = to == null ? Math.max(x(day), begin + 2) : Math.max(x(to.plusDays(1)), begin + 2);
        return Html.of(
                "<svg class=\"sp\" viewBox=\"0 0 {} {}\" aria-hidden=\"true\"><path class=\"{}\""
                        + " d=\"{}\"/><path class=\"sd\" d=\"M{} 0v{}\"/></svg>",
                WIDTH,
                HEIGHT,
                tone.code,
                to == null ? open(begin, end) : block(begin, end),
                x(day),
                HEIGHT);
    }

    private static String block(int begin, int end) {
        return "M%s 3h%sv%sh-%sz".formatted(begin, end - begin, THIN, end - begin);
    }

    private static String open(int begin, int end) {
        int body = Math.max(1, end - begin - ARROW);
        return "M%s 3h%sl%s 4l-%s 4h-%sz".formatted(begin, body, ARROW, ARROW, body);
    }

    private int x(LocalDate on) {
        long all = Math.max(1, last.toEpochDay() - first.toEpochDay());
        long at = Math.clamp(on.toEpochDay() - first.toEpochDay(), 0, all);
        return (int) Math.round((double) WIDTH * at / all);
    }
}

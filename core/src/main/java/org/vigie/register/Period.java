package org.vigie.register;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.record.DatePrecision;
import org.vigie.record.Happened;
import org.vigie.record.Recorded;

/// From when to when something was so, each end no sharper than it is known; null is not stated.
public record Period(@Nullable Happened from, @Nullable Happened to) {

    /// The period between two days. An entry keeps of its days only one with its precision: where
    /// that of the other is lost, a day that opens or ends a month or a year stands for the whole
    /// of it, which is never sharper than what was said.
    ///
    /// @param said entries that may say one of the days, with its precision
    static Period of(List<Recorded> said, @Nullable LocalDate from, @Nullable LocalDate to) {
        return new Period(
                from == null ? null : begin(said, from), to == null ? null : end(said, to));
    }

    /// The day, month or year that a day ends, as above; null is not stated.
    public static @Nullable Happened ending(@Nullable LocalDate day) {
        return day == null ? null : ended(day);
    }

    private static Happened begin(List<Recorded> said, LocalDate from) {
        return said.stream()
                .flatMap(recorded -> recorded.entry().findHappenedOn().stream())
                .filter(when -> when.firstDay().equals(from))
                .findFirst()
                .orElseGet(() -> opened(from));
    }

    private static Happened end(List<Recorded> said, LocalDate to) {
        return said.stream()
                .flatMap(recorded -> recorded.entry().findHappenedOn().stream())
                .filter(when -> when.lastDay().equals(to))
                .findFirst()
                .orElseGet(() -> ended(to));
    }

    private static Happened opened(LocalDate day) {
        if (day.getDayOfYear() == 1) {
            return year(day);
        }
        return day.getDayOfMonth() == 1 ? month(day) : Happened.on(day);
    }

    private static Happened ended(LocalDate day) {
        if (day.getDayOfYear() == day.lengthOfYear()) {
            return year(day);
        }
        return day.getDayOfMonth() == day.lengthOfMonth() ? month(day) : Happened.on(day);
    }

    private static Happened year(LocalDate day) {
        return Happened.between(
                day.withDayOfYear(1), day.withDayOfYear(day.lengthOfYear()), DatePrecision.YEAR);
    }

    private static Happened month(LocalDate day) {
        var month = YearMonth.from(day);
        return Happened.between(month.atDay(1), month.atEndOfMonth(), DatePrecision.MONTH);
    }

    /// Whether it had begun by the end of the day; where nobody says when, it had.
    public boolean begunBy(LocalDate day) {
        return from == null || !from.firstDay().isAfter(day);
    }

    /// Whether it was over before the day.
    public boolean overBefore(LocalDate day) {
        return to != null && to.lastDay().isBefore(day);
    }

    /// The first possible day, the first of all days where none is stated.
    LocalDate opening() {
        return from == null ? LocalDate.MIN : from.firstDay();
    }

    /// A day, month or year as one writes it in a table: `2023-09-10`, `2023-09`, `2023`; both ends
    /// with `..` where it is neither. Empty when not stated.
    public static String text(@Nullable Happened when) {
        if (when == null) {
            return "";
        }
        var first = when.firstDay();
        var last = when.lastDay();
        return switch (when.precision()) {
            case YEAR -> first.getYear() == last.getYear() ? "" + first.getYear() : span(when);
            case MONTH ->
                    YearMonth.from(first).equals(YearMonth.from(last))
                            ? YearMonth.from(first).toString()
                            : span(when);
            case MINUTE, HOUR, DAY, WEEK, UNKNOWN -> span(when);
        };
    }

    private static String span(Happened when) {
        return when.firstDay().equals(when.lastDay())
                ? when.firstDay().toString()
                : when.firstDay() + ".." + when.lastDay();
    }
}

package org.vigie.exchange.packs;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.BadInput;
import org.vigie.record.DatePrecision;
import org.vigie.record.Happened;

/// A moment, day, month or year as a pack writes it, in UTC: `2020-02-13T20:00Z`, `2020-02-13`,
/// `2020-02`, `2020`.
///
/// @param moment null when only the day, month or year is given
record PackDate(
        LocalDate first, LocalDate last, DatePrecision precision, @Nullable Instant moment) {

    static final String ALLOWED =
            "a moment (2020-02-13T20:00Z), a day (2020-02-13), a month (2020-02) or a year (2020),"
                    + " in UTC, between 1900 and 2100";

    private static final Pattern MOMENT =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2})?Z");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");
    private static final Pattern YEAR = Pattern.compile("\\d{4}");

    private static final int YEAR_MIN = 1900;
    private static final int YEAR_MAX = 2100;

    static PackDate parse(String field, String text) {
        try {
            var date = read(text);
            if (date != null
                    && date.first.getYear() >= YEAR_MIN
                    && date.first.getYear() <= YEAR_MAX) {
                return date;
            }
        } catch (DateTimeException e) {
            throw new BadInput(field, text, ALLOWED, e);
        }
        throw new BadInput(field, text, ALLOWED);
    }

    private static @Nullable PackDate read(String text) {
        if (MOMENT.matcher(text).matches()) {
            var moment = OffsetDateTime.parse(text).toInstant();
            var day = LocalDate.ofInstant(moment, ZoneOffset.UTC);
            return new PackDate(day, day, DatePrecision.MINUTE, moment);
        }
        if (DAY.matcher(text).matches()) {
            var day = LocalDate.parse(text);
            return new PackDate(day, day, DatePrecision.DAY, null);
        }
        if (MONTH.matcher(text).matches()) {
            var month = YearMonth.parse(text);
            return new PackDate(month.atDay(1), month.atEndOfMonth(), DatePrecision.MONTH, null);
        }
        if (YEAR.matcher(text).matches()) {
            var year = Year.parse(text);
            return new PackDate(
                    year.atDay(1), year.atMonth(12).atEndOfMonth(), DatePrecision.YEAR, null);
        }
        return null;
    }

    /// As the moment of knowing: a bare day, month or year counts from its end.
    Instant end() {
        return moment == null ? endOf(last) : moment;
    }

    Instant start() {
        return moment == null ? first.atStartOfDay(ZoneOffset.UTC).toInstant() : moment;
    }

    Happened happened() {
        return moment == null ? Happened.between(first, last, precision) : Happened.at(moment);
    }

    /// Whether this date lies inside the other, e.g. a day in a month.
    boolean within(PackDate other) {
        return !first.isBefore(other.first) && !last.isAfter(other.last);
    }

    private static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minus(Duration.ofMillis(1));
    }
}

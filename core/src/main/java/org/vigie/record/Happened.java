package org.vigie.record;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.vigie.geo.BadInput;

/// When something was so in the world: a closed interval with the precision of its ends.
///
/// A day is a UTC day. For day precision and coarser, `first` is the first midnight and `last` the
/// midnight that opens the last day. Events count by their last day ([#lastDay]), as the public
/// forecasting yardstick does.
public record Happened(Instant first, Instant last, DatePrecision precision) {

    public Happened {
        if (last.isBefore(first)) {
            throw new BadInput(
                    "happenedOn", first + ".." + last, "an end that is not before its beginning");
        }
    }

    public static Happened at(Instant moment) {
        return new Happened(moment, moment, DatePrecision.MINUTE);
    }

    public static Happened on(LocalDate day) {
        return between(day, day, DatePrecision.DAY);
    }

    public static Happened between(LocalDate first, LocalDate last, DatePrecision precision) {
        return new Happened(
                first.atStartOfDay().toInstant(ZoneOffset.UTC),
                last.atStartOfDay().toInstant(ZoneOffset.UTC),
                precision);
    }

    /// The latest moment at which it may have begun: a source that gives a day says no more than
    /// that it began on it; one that gives a month as two dates, that it began between them.
    public Instant beganNoLaterThan() {
        return switch (precision) {
            case MINUTE -> first;
            case HOUR -> first.plus(Duration.ofHours(1));
            case DAY -> first.plus(Duration.ofDays(1));
            case WEEK, MONTH, YEAR, UNKNOWN -> last.plus(Duration.ofDays(1));
        };
    }

    /// The moment by which it was certainly over, or had certainly taken place.
    public Instant overNoLaterThan() {
        return switch (precision) {
            case MINUTE -> last;
            case HOUR -> last.plus(Duration.ofHours(1));
            case DAY, WEEK, MONTH, YEAR, UNKNOWN -> last.plus(Duration.ofDays(1));
        };
    }

    public LocalDate firstDay() {
        return LocalDate.ofInstant(first, ZoneOffset.UTC);
    }

    public LocalDate lastDay() {
        return LocalDate.ofInstant(last, ZoneOffset.UTC);
    }
}

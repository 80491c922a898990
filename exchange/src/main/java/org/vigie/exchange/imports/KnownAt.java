package org.vigie.exchange.imports;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.BadInput;
import org.vigie.record.Happened;

/// When the mission is taken to have known what a file says. Chosen by whoever imports, kept in the
/// import's entry, and shown wherever it matters: a picture of the past is only as honest as this.
///
/// A day counts as its end, UTC. No rule gives a moment before the last day of what it is about, or
/// after the import.
public sealed interface KnownAt {

    /// From the import on. The safe answer, and the usual one.
    record Now() implements KnownAt {
        @Override
        public String toString() {
            return "now";
        }
    }

    /// From the day on which the row's own earliest source was published; where the row names none,
    /// from the import on, and the import counts how many.
    record Source() implements KnownAt {
        @Override
        public String toString() {
            return "source";
        }
    }

    /// From the release of the data set on.
    ///
    /// @param day null: the day that the file itself states
    record Release(@Nullable LocalDate day) implements KnownAt {
        @Override
        public String toString() {
            return day == null ? "release" : "release:" + day;
        }
    }

    /// So many days after the last day of what the row is about.
    record Lag(int days) implements KnownAt {

        /// Ten years: longer is a typing error.
        static final int DAYS_MAX = 3_660;

        public Lag {
            if (days < 0 || days > DAYS_MAX) {
                throw new BadInput("known-at", "lag:" + days + "d", "lag:0d to lag:3660d");
            }
        }

        @Override
        public String toString() {
            return "lag:" + days + "d";
        }
    }

    Pattern RELEASE = Pattern.compile("release:(.+)");
    Pattern LAG = Pattern.compile("lag:(\\d{1,4})d");

    /// Reads `now`, `source`, `release`, `release:2023-06-13` or `lag:30d`.
    static KnownAt parse(String text) {
        var release = RELEASE.matcher(text);
        if (release.matches()) {
            return new Release(Row.parseDay("known-at", release.group(1)));
        }
        var lag = LAG.matcher(text);
        if (lag.matches()) {
            return new Lag(Integer.parseInt(lag.group(1)));
        }
        return switch (text) {
            case "now" -> new Now();
            case "source" -> new Source();
            case "release" -> new Release(null);
            default ->
                    throw new BadInput(
                            "known-at",
                            text,
                            "now, source, release, release:DAY (e.g. release:2023-06-13) or"
                                    + " lag:DAYSd (e.g. lag:30d)");
        };
    }

    /// When the mission knew what the row says; empty where the rule does not say, which means:
    /// when the system takes it.
    default Optional<Instant> of(Draft draft, Instant now) {
        return Optional.ofNullable(day(draft))
                .map(day -> later(day, draft.happenedOn()))
                .map(KnownAt::endOf)
                .map(moment -> moment.isAfter(now) ? now : moment);
    }

    private @Nullable LocalDate day(Draft draft) {
        return switch (this) {
            case Now() -> null;
            case Source() -> draft.publishedOn();
            case Release(var day) -> day == null ? draft.releasedOn() : day;
            case Lag(int days) -> {
                var when = draft.happenedOn();
                yield when == null ? null : when.lastDay().plusDays(days);
            }
        };
    }

    private static LocalDate later(LocalDate day, @Nullable Happened when) {
        return when == null || day.isAfter(when.lastDay()) ? day : when.lastDay();
    }

    private static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minus(Duration.ofMillis(1));
    }
}

package org.vigie.cli;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.BadInput;
import org.vigie.record.Days;
import org.vigie.record.Ledger;
import org.vigie.record.Picture;
import org.vigie.record.Viewer;
import picocli.CommandLine.Option;

/// The two clocks as options. Both are now when they are not given; a bare day means its end, UTC.
final class Clocks {

    private static final String MOMENT =
            "a day such as 2020-02-13 or a time such as 2020-02-13T20:00Z";

    /// Outside of these a moment is a slip of the hand, and at the far ends no clock can hold it.
    private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");

    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");

    @Option(
            names = "--as-of",
            paramLabel = "TIME",
            description =
                    "What the mission knew then: a day (its end, UTC) or 2020-02-13T20:00Z"
                            + " (default: now).")
    private @Nullable String asOf;

    @Option(
            names = "--recorded-as-of",
            paramLabel = "TIME",
            description = "What the system held then, what a screen showed (default: now).")
    private @Nullable String recordedAsOf;

    Instant known(Instant now) {
        return Optional.ofNullable(asOf).map(text -> parse("as-of", text)).orElse(now);
    }

    Instant recorded(Instant now) {
        return Optional.ofNullable(recordedAsOf)
                .map(text -> parse("recorded-as-of", text))
                .orElse(now);
    }

    /// What the owner of the ledger sees by these clocks.
    Picture picture(Ledger ledger, Head head) throws IOException {
        // The ledger's clocks tick in milliseconds.
        var now = head.clock().instant().truncatedTo(ChronoUnit.MILLIS);
        return ledger.asOf(known(now), recorded(now), Viewer.owner());
    }

    boolean given() {
        return asOf != null;
    }

    static Instant parse(String name, String text) {
        try {
            var moment =
                    text.contains("T")
                            ? OffsetDateTime.parse(text).toInstant()
                            : endOf(LocalDate.parse(text));
            if (moment.isBefore(FIRST) || moment.isAfter(LAST)) {
                throw new BadInput(name, text, MOMENT + ", of the years 1900 to 9999");
            }
            return moment;
        } catch (DateTimeException e) {
            throw new BadInput(name, text, MOMENT, e);
        }
    }

    static LocalDate parseDay(String name, String text) {
        return Days.read(name, text);
    }

    private static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minus(Duration.ofMillis(1));
    }
}

package org.vigie.exchange.imports;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.stream.Stream;
import org.vigie.record.Facts;

/// Rows that are well formed and hardly true: a slip of the hand in one cell would be most of a
/// country's dead. They are kept as printed and counted, so that somebody looks.
final class Implausible {

    /// More dead in one incident than any row of UCDP GED since 1989 states, by a wide margin.
    static final int DEAD_MAX = 100_000;

    /// No source that Vigie reads goes further back.
    static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);

    private Implausible() {}

    /// Whether an account is so: its dead, or a day in the future or before [#FIRST_DAY].
    static boolean is(Draft draft, Instant now) {
        return draft.body() instanceof Facts.IncidentReported account
                && (tooMany(account) || badDay(draft, now));
    }

    private static boolean tooMany(Facts.IncidentReported account) {
        var deaths = account.deaths();
        return deaths != null
                && Stream.of(
                                deaths.total().low(),
                                deaths.total().best(),
                                deaths.total().high(),
                                deaths.civilians())
                        .filter(Objects::nonNull)
                        .anyMatch(figure -> figure > DEAD_MAX);
    }

    /// Days are those of the place, which may be a day ahead of UTC.
    private static boolean badDay(Draft draft, Instant now) {
        var when = draft.happenedOn();
        var tomorrow = LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(1);
        return when != null
                && (when.lastDay().isAfter(tomorrow) || when.firstDay().isBefore(FIRST_DAY));
    }
}

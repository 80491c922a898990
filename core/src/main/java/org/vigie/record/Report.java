package org.vigie.record;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A warning as it came in, with what became of it. Folded from a picture by [Alerts].
///
/// @param received the entry, for its clocks and author
/// @param alerts the alerts that were opened on it, oldest first
/// @param told whether and why the reporter was told, once that was decided
public record Report(
        UUID id,
        Recorded received,
        Warnings.ReportReceived what,
        Warnings.Verification verification,
        List<UUID> alerts,
        Optional<Warnings.ReporterTold> told) {

    public Report {
        alerts = List.copyOf(alerts);
    }

    /// When it came in: the clock of the rate of response starts here.
    public Instant receivedAt() {
        return Moments.of(received);
    }
}

package org.vigie.record;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A warning as it came in, with what became of it. Folded from a picture by [Alerts].
///
/// @param received the entry, for its clocks and author, and for what came in
/// @param what the warning as the last person who judged it has it
/// @param alerts that it is behind: those that were opened on it, then those that it joined
/// @param assessed the last judgement of a person on what it says; empty when it says so itself
/// @param taken by whom it was taken last; empty when it is nobody's
/// @param told whether and why the reporter was told, once that was decided
/// @param owner whose it is now, after every handover since; empty for nobody's
public record Report(
        UUID id,
        Recorded received,
        Warnings.ReportReceived what,
        Warnings.Verification verification,
        List<UUID> alerts,
        Optional<Recorded> assessed,
        Optional<Recorded> taken,
        Optional<Warnings.ReporterTold> told,
        Optional<String> owner) {

    public Report {
        alerts = List.copyOf(alerts);
    }

    /// Whose it is on the watch; empty for nobody's.
    public Optional<String> findOwner() {
        return owner;
    }

    /// Whether somebody has to do something about it yet: it has no alert, and nobody has judged it
    /// false or unverifiable.
    public boolean waits() {
        return alerts.isEmpty()
                && switch (verification) {
                    case FALSE, UNVERIFIABLE -> false;
                    case UNVERIFIED, CORROBORATED, CONFIRMED -> true;
                };
    }

    /// When it came in: the clock of the rate of response starts here.
    public Instant receivedAt() {
        return Moments.of(received);
    }
}

package org.vigie.assess;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.vigie.record.ActorClass;
import org.vigie.record.Alert;
import org.vigie.record.IncidentRow;
import org.vigie.record.Milestone;
import org.vigie.record.Recorded;
import org.vigie.record.Report;
import org.vigie.record.Response;
import org.vigie.record.Site;
import org.vigie.record.Warnings;

/// One thing that may be answered: a report with the alerts opened on it, or an alert by itself.
///
/// @param entry with which the clock starts
/// @param incidents that it is linked to, whatever their kind
record Warned(
        UUID id,
        Recorded entry,
        Site site,
        Optional<Report> report,
        List<Alert> alerts,
        List<IncidentRow> incidents) {

    /// What became of it.
    enum Fate {
        ANSWERED,
        UNANSWERED,
        OPEN
    }

    static Warned of(Report report, List<Alert> alerts, Links links) {
        return new Warned(
                report.id(),
                report.received(),
                report.what().site(),
                Optional.of(report),
                alerts,
                links.incidents(Optional.of(report), alerts));
    }

    /// The clock of an alert starts with the first report behind it, as everywhere.
    static Warned of(Alert alert, Links links) {
        return new Warned(
                alert.id(),
                StepTimes.warning(alert),
                alert.what().site(),
                Optional.empty(),
                List.of(alert),
                links.incidents(Optional.empty(), List.of(alert)));
    }

    /// What sort of actor the threat is said to come from, by the last who judged it.
    ActorClass alleged() {
        return report.map(one -> one.what().alleged())
                .orElseGet(() -> alerts.getFirst().what().alleged());
    }

    Fate fate() {
        if (findArrival().isPresent()) {
            return Fate.ANSWERED;
        }
        boolean settled =
                alerts.isEmpty() ? reportIsFalse() : alerts.stream().allMatch(Warned::settled);
        return settled ? Fate.UNANSWERED : Fate.OPEN;
    }

    /// The first arrival that any of its alerts drew, by the moment at which it had certainly taken
    /// place.
    Optional<Recorded> findArrival() {
        return alerts.stream()
                .map(Milestone.ARRIVE::findIn)
                .flatMap(Optional::stream)
                .min(
                        Comparator.<Recorded, java.time.Instant>comparing(
                                        arrival -> arrival.happened().overNoLaterThan())
                                .thenComparingLong(Recorded::seq));
    }

    boolean neverOrdered() {
        return alerts.stream().allMatch(alert -> alert.responses().isEmpty());
    }

    boolean judgedFalse() {
        return reportIsFalse()
                || (!alerts.isEmpty()
                        && alerts.stream()
                                .allMatch(alert ->
                                        alert.findOutcome()
                                                .filter(Warnings.Outcome.JUDGED_FALSE::equals)
                                                .isPresent()));
    }

    /// The entries that decided what became of it.
    List<Long> deciding() {
        return switch (fate()) {
            case ANSWERED -> findArrival().map(Recorded::seq).stream().toList();
            case UNANSWERED ->
                    alerts.stream()
                            .flatMap(alert ->
                                    java.util.stream.Stream.concat(
                                            alert.closed().stream(),
                                            alert.responses().stream()
                                                    .filter(Response::notPossible)
                                                    .map(response -> response.steps().getLast())))
                            .map(Recorded::seq)
                            .toList();
            case OPEN -> List.of(entry.seq());
        };
    }

    private boolean reportIsFalse() {
        return report.filter(r -> r.verification() == Warnings.Verification.FALSE).isPresent();
    }

    private static boolean settled(Alert alert) {
        return alert.closed().isPresent()
                || (!alert.responses().isEmpty()
                        && alert.responses().stream().allMatch(Response::notPossible));
    }
}

package org.vigie.record;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// An alert that a person opened, with the reports behind it, its steps, its responses by component
/// and tier, and its outcome. Folded from a picture by [Alerts].
///
/// @param reports on which it was opened, then those that joined later
/// @param steps in the order in which they took place
/// @param closed the outcome; an alert without one is open, and nothing can be left silently open
/// @param incidents attacks that it turned out to have warned of
/// @param owner whoever took the last step, until then whoever opened it; after a handover whoever
///   took the watch over
public record Alert(
        UUID id,
        Recorded opened,
        Warnings.AlertOpened what,
        List<Report> reports,
        List<Recorded> steps,
        List<Response> responses,
        Optional<Recorded> closed,
        List<UUID> incidents,
        String owner) {

    public Alert {
        reports = List.copyOf(reports);
        steps = List.copyOf(steps);
        responses = List.copyOf(responses);
        incidents = List.copyOf(incidents);
    }

    /// Whether a report was put behind it after it had been opened.
    public boolean joined(Report report) {
        return !what.reports().contains(report.id());
    }

    /// The alert as far as it can answer a report: one that joined later is not answered by what
    /// was done and over before it came in. Who was still there when it came is there for it too.
    public Alert answering(Report report) {
        if (!joined(report)) {
            return this;
        }
        return new Alert(
                id,
                opened,
                what,
                reports,
                steps,
                responses.stream().filter(one -> !one.overBefore(report.receivedAt())).toList(),
                closed,
                incidents,
                owner);
    }

    public Instant openedAt() {
        return Moments.of(opened);
    }

    /// When the first warning behind it came in; when nobody warned, when it was opened.
    public Instant warnedAt() {
        return reports.stream()
                .map(Report::receivedAt)
                .min(Instant::compareTo)
                .orElseGet(this::openedAt);
    }

    /// Whether a step states a time before the first warning: a patrol may have been there, or a
    /// clock was wrong.
    public boolean before(Recorded step) {
        return step.happened().precision().finerThanDay()
                && step.happened().first().isBefore(warnedAt());
    }

    public Optional<Instant> findTime(Warnings.Step step) {
        return steps.stream()
                .filter(recorded -> ((Warnings.AlertStepped) recorded.body()).step() == step)
                .map(Moments::of)
                .findFirst();
    }

    public Optional<Warnings.Outcome> findOutcome() {
        return closed.map(recorded -> ((Warnings.AlertClosed) recorded.body()).outcome());
    }

    /// When the first response of any component was there.
    public Optional<Instant> findFirstArrival() {
        return responses.stream()
                .map(Response::findArrival)
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
    }
}

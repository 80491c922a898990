package org.vigie.record;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What one component did about an alert, step by step. Folded from a picture by [Alerts].
///
/// @param ordered the entry that gave the order
/// @param steps in the order in which they took place; one that came late from a radio log stands
///   where it belongs
public record Response(
        UUID id, Recorded ordered, Responses.OrderGiven order, List<Recorded> steps) {

    public Response {
        steps = List.copyOf(steps);
    }

    /// The furthest step; an order without any is not a step yet.
    public Optional<Responses.ResponseStepped> findLatest() {
        return steps.isEmpty() ? Optional.empty() : Optional.of(body(steps.getLast()));
    }

    public Optional<Instant> findTime(Responses.Step step) {
        return steps.stream()
                .filter(recorded -> body(recorded).step() == step)
                .map(Moments::of)
                .findFirst();
    }

    /// When somebody of it was there: on scene, or done where no arrival was logged.
    public Optional<Instant> findArrival() {
        var onScene = findTime(Responses.Step.ON_SCENE);
        return onScene.isPresent() ? onScene : findTime(Responses.Step.DONE);
    }

    public boolean notPossible() {
        return findReason().isPresent();
    }

    /// Why it was not possible, when that is its latest step.
    public Optional<Responses.Reason> findReason() {
        return findLatest()
                .filter(step -> step.step() == Responses.Step.NOT_POSSIBLE)
                .map(step ->
                        Optional.ofNullable(step.reason()).orElse(Responses.Reason.NOT_STATED));
    }

    /// Whether it was done, or was not possible, before a moment.
    boolean overBefore(Instant moment) {
        return ended() && Moments.of(steps.getLast()).isBefore(moment);
    }

    /// Whether nothing more is to come: done, or not possible.
    public boolean ended() {
        return findLatest()
                .filter(step ->
                        step.step() == Responses.Step.DONE
                                || step.step() == Responses.Step.NOT_POSSIBLE)
                .isPresent();
    }

    private static Responses.ResponseStepped body(Recorded step) {
        return (Responses.ResponseStepped) step.body();
    }
}

package org.vigie.record;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The steps from a warning to the end of its alert, whose times are due, and measured. In the
/// order in which they should follow each other; in life some are skipped and some come late.
public enum Milestone {
    ACKNOWLEDGE,
    VERIFY,
    ASSESS,
    TASK,
    MOVE,
    ARRIVE,
    CLOSE;

    /// The first by the moment at which it had certainly taken place: of a step logged at 08:00 and
    /// one logged "on that day", the first tells more.
    private static final Comparator<Recorded> SURELY_FIRST =
            Comparator.<Recorded, java.time.Instant>comparing(
                            step -> step.happened().overNoLaterThan())
                    .thenComparingLong(Recorded::seq);

    /// `ACKNOWLEDGE` is written `acknowledge`.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The entry with which an alert first came so far, by any of its responses.
    public Optional<Recorded> findIn(Alert alert) {
        return switch (this) {
            case ACKNOWLEDGE -> step(alert, Warnings.Step.ACKNOWLEDGED);
            case VERIFY -> step(alert, Warnings.Step.VERIFIED, Warnings.Step.UNVERIFIABLE);
            case ASSESS -> step(alert, Warnings.Step.ASSESSED);
            case TASK, MOVE, ARRIVE ->
                    alert.responses().stream()
                            .map(this::findIn)
                            .flatMap(Optional::stream)
                            .min(SURELY_FIRST);
            case CLOSE -> alert.closed();
        };
    }

    /// The same, but of what came before the first warning only when nothing came after it: an
    /// order to a patrol that was under way anyway answers no warning.
    public Optional<Recorded> findSince(Alert alert) {
        return switch (this) {
            case ACKNOWLEDGE, VERIFY, ASSESS, CLOSE -> findIn(alert);
            case TASK, MOVE, ARRIVE ->
                    alert.responses().stream()
                            .map(this::findIn)
                            .flatMap(Optional::stream)
                            .filter(step -> !alert.before(step))
                            .min(SURELY_FIRST)
                            .or(() -> findIn(alert));
        };
    }

    /// The entry with which a response came so far; empty for steps that only an alert has.
    public Optional<Recorded> findIn(Response response) {
        return switch (this) {
            case ACKNOWLEDGE, VERIFY, ASSESS, CLOSE -> Optional.empty();
            case TASK ->
                    Stream.concat(
                                    Stream.of(response.ordered()),
                                    steps(response, Responses.Step.TASKED))
                            .min(SURELY_FIRST);
            case MOVE -> steps(response, Responses.Step.MOVING).min(SURELY_FIRST);
            case ARRIVE ->
                    steps(response, Responses.Step.ON_SCENE)
                            .min(SURELY_FIRST)
                            .or(() -> steps(response, Responses.Step.DONE).min(SURELY_FIRST));
        };
    }

    private static Optional<Recorded> step(Alert alert, Warnings.Step... wanted) {
        var steps = java.util.Set.of(wanted);
        return alert.steps().stream()
                .filter(entry ->
                        entry.body() instanceof Warnings.AlertStepped stepped
                                && steps.contains(stepped.step()))
                .min(SURELY_FIRST);
    }

    private static Stream<Recorded> steps(Response response, Responses.Step wanted) {
        return response.steps().stream()
                .filter(entry ->
                        entry.body() instanceof Responses.ResponseStepped stepped
                                && stepped.step() == wanted);
    }
}

package org.vigie.assess;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.record.Alert;
import org.vigie.record.Milestone;

/// How far warnings came, and between which steps the time went.
///
/// What it means to an officer: where warnings stop (nobody opened an alert, nobody was ordered,
/// nobody moved), and which hand-over is slow.
///
/// When it must not be trusted: steps that nobody logs look like steps that nobody took, and a step
/// may be skipped, so a later stage may hold more than an earlier one. Each leg is measured on the
/// alerts that took both of its steps: their medians do not add up to the median of the whole way,
/// which is [ResponseRate#step] of the arrival.
///
/// @param stages received, with an alert, acknowledged, assessed, ordered, moving, answered: each
///   of all warnings received
/// @param legs from the warning to the acknowledgement, and on from step to step
public record Funnel(List<Figure> stages, List<Leg> legs) {

    /// The steps that a response needs, in their order. To verify is not among them: who waits for
    /// certainty may come too late.
    private static final List<Milestone> STEPS =
            List.of(
                    Milestone.ACKNOWLEDGE,
                    Milestone.ASSESS,
                    Milestone.TASK,
                    Milestone.MOVE,
                    Milestone.ARRIVE);

    /// From one step to the next, over the alerts that took both.
    ///
    /// @param from null where it is the first warning
    /// @param times minutes between the two; in `beforeWarning` the alerts that took them the other
    ///   way round
    public record Leg(@Nullable Milestone from, Milestone to, StepTimes times) {

        /// What is measured, in words.
        public String definition() {
            return "Minutes from "
                    + (from == null ? "the first warning" : "the step \"" + from.code() + "\"")
                    + " to the step \""
                    + to.code()
                    + "\", of alerts that took both at times known better than to the day; the other"
                    + " way round is counted apart.";
        }
    }

    public Funnel {
        stages = List.copyOf(stages);
        legs = List.copyOf(legs);
    }

    static Funnel of(Cases cases, Answers warnings) {
        var all = cases.warnings();
        return new Funnel(
                List.of(
                        warnings.received(),
                        new Figure(
                                Measure.WARNINGS_WITH_ALERT,
                                all.stream()
                                        .filter(one -> !one.alerts().isEmpty())
                                        .map(Warned::id)
                                        .toList(),
                                all.stream()
                                        .flatMap(one -> one.alerts().stream())
                                        .map(alert -> alert.opened().seq())
                                        .toList()),
                        stage(Measure.WARNINGS_ACKNOWLEDGED, all, Milestone.ACKNOWLEDGE),
                        stage(Measure.WARNINGS_ASSESSED, all, Milestone.ASSESS),
                        stage(Measure.WARNINGS_ORDERED, all, Milestone.TASK),
                        stage(Measure.WARNINGS_MOVED, all, Milestone.MOVE),
                        warnings.answered()),
                legs(cases.folded()));
    }

    private static Figure stage(Measure measure, List<Warned> all, Milestone step) {
        var took =
                all.stream()
                        .filter(one ->
                                one.alerts().stream()
                                        .anyMatch(alert -> step.findIn(alert).isPresent()))
                        .toList();
        return new Figure(
                measure,
                took.stream().map(Warned::id).toList(),
                took.stream()
                        .flatMap(one -> one.alerts().stream())
                        .flatMap(alert -> step.findIn(alert).stream())
                        .map(entry -> entry.seq())
                        .toList());
    }

    private static List<Leg> legs(List<Alert> alerts) {
        var legs = new ArrayList<Leg>();
        @Nullable Milestone before = null;
        for (var step : STEPS) {
            var from = before;
            legs.add(
                    new Leg(
                            from,
                            step,
                            from == null
                                    ? StepTimes.ofAlerts(step, alerts)
                                    : StepTimes.of(
                                            step,
                                            alerts.stream()
                                                    .flatMap(alert -> leg(from, step, alert))
                                                    .toList())));
            before = step;
        }
        return legs;
    }

    private static Stream<StepTimes.Clock> leg(Milestone from, Milestone to, Alert alert) {
        return from.findSince(alert).stream()
                .flatMap(start ->
                        to.findSince(alert).stream()
                                .map(end -> new StepTimes.Clock(alert.id(), start, end)));
    }
}

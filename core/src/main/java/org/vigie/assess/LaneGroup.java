package org.vigie.assess;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.vigie.assess.StepTimes.Clock;
import org.vigie.record.Milestone;
import org.vigie.record.Recorded;

/// What came of the reports of one lane (a hotline, intelligence, open sources …): how many led to
/// an order, and how fast.
///
/// @param answered of which an alert drew an arrival: the lane's part of the warnings answered
/// @param toOrder minutes from each report to the first order on any of its alerts
public record LaneGroup(
        String lane, Figure received, Figure actedOn, Figure answered, StepTimes toOrder) {

    /// The reports of all lanes together.
    static LaneGroup all(Cases cases) {
        return group(
                ResponseGroup.ALL,
                cases.warnings().stream().filter(warned -> warned.report().isPresent()).toList());
    }

    /// The warnings that came in by no lane: alerts that were opened without any report.
    static Figure withoutLane(Cases cases) {
        return figure(
                Measure.WARNINGS_WITHOUT_LANE,
                cases.warnings().stream().filter(warned -> warned.report().isEmpty()).toList());
    }

    static List<LaneGroup> of(Cases cases) {
        Map<String, List<Warned>> lanes = new TreeMap<>();
        for (var warned : cases.warnings()) {
            warned.report()
                    .ifPresent(report ->
                            lanes.computeIfAbsent(report.what().lane(), lane -> new ArrayList<>())
                                    .add(warned));
        }
        return lanes.entrySet().stream()
                .map(lane -> group(lane.getKey(), lane.getValue()))
                .toList();
    }

    private static LaneGroup group(String lane, List<Warned> reports) {
        var actedOn = reports.stream().filter(warned -> !warned.neverOrdered()).toList();
        return new LaneGroup(
                lane,
                figure(Measure.LANE_RECEIVED, reports),
                figure(Measure.LANE_ACTED_ON, actedOn),
                Answers.fate(Measure.LANE_ANSWERED, reports, Warned.Fate.ANSWERED),
                StepTimes.of(
                        Milestone.TASK,
                        actedOn.stream()
                                .flatMap(warned ->
                                        order(warned).stream()
                                                .map(order ->
                                                        new Clock(
                                                                warned.id(),
                                                                warned.entry(),
                                                                order)))
                                .toList()));
    }

    private static Optional<Recorded> order(Warned warned) {
        return warned.alerts().stream()
                .map(Milestone.TASK::findIn)
                .flatMap(Optional::stream)
                .min(java.util.Comparator.comparing(order -> order.happened().overNoLaterThan()));
    }

    private static Figure figure(Measure measure, List<Warned> rows) {
        return new Figure(
                measure,
                rows.stream().map(Warned::id).toList(),
                rows.stream().map(warned -> warned.entry().seq()).toList());
    }
}

package org.vigie.assess;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.vigie.record.Alert;
import org.vigie.record.Milestone;
import org.vigie.record.Recorded;
import org.vigie.record.Response;
import org.vigie.record.Responses.ForceLevel;
import org.vigie.record.Responses.Reason;
import org.vigie.record.Responses.ResponseStepped;

/// The responses of one component, tier or kind of action. `arrived`, `notPossible` and `running`
/// add up to `ordered`.
///
/// @param key e.g. `force`, `physical`, `patrol`
/// @param arrival minutes from the first warning behind the alert to this response's arrival
public record ResponseGroup(
        String key,
        Figure ordered,
        Figure arrived,
        Figure notPossible,
        Figure running,
        StepTimes arrival) {

    /// The key of all of them together.
    static final String ALL = "all";

    /// Why responses were not possible, or fell short.
    ///
    /// @param notPossible ended so for this reason
    /// @param arrived came, and state this reason all the same
    public record ForReason(Reason reason, Figure notPossible, Figure arrived) {}

    /// The highest level of force that those who arrived state.
    public record OfForce(ForceLevel level, Figure responses) {}

    /// A response with the alert that it is about.
    record Ordered(Alert alert, Response response) {

        boolean arrived() {
            return Milestone.ARRIVE.findIn(response).isPresent();
        }

        boolean impossible() {
            return !arrived() && response.notPossible();
        }

        Stream<ResponseStepped> steps() {
            return response.steps().stream()
                    .map(Recorded::body)
                    .filter(ResponseStepped.class::isInstance)
                    .map(ResponseStepped.class::cast);
        }

        /// The reasons that its steps state, though it arrived.
        boolean arrivedWith(Reason reason) {
            return arrived() && steps().anyMatch(step -> step.reason() == reason);
        }

        ForceLevel force() {
            return steps().map(ResponseStepped::force)
                    .max(Comparator.naturalOrder())
                    .orElse(ForceLevel.NOT_STATED);
        }
    }

    static List<Ordered> ordered(List<Alert> alerts) {
        return alerts.stream()
                .flatMap(alert ->
                        alert.responses().stream().map(response -> new Ordered(alert, response)))
                .toList();
    }

    /// Groups in the order of their keys.
    static List<ResponseGroup> by(List<Ordered> all, Function<Ordered, Enum<?>> key) {
        Map<String, List<Ordered>> groups = new TreeMap<>();
        for (var ordered : all) {
            groups.computeIfAbsent(code(key.apply(ordered)), k -> new java.util.ArrayList<>())
                    .add(ordered);
        }
        return groups.entrySet().stream()
                .map(group -> of(group.getKey(), group.getValue()))
                .toList();
    }

    /// Only reasons that occur, in the order of the list of reasons.
    static List<ForReason> byReason(List<Ordered> all) {
        return Stream.of(Reason.values())
                .map(reason ->
                        new ForReason(
                                reason,
                                figure(
                                        Measure.RESPONSES_WITH_REASON,
                                        all,
                                        one ->
                                                one.impossible()
                                                        && one.response()
                                                                .findReason()
                                                                .filter(reason::equals)
                                                                .isPresent()),
                                figure(
                                        Measure.RESPONSES_ARRIVED_WITH_REASON,
                                        all,
                                        one -> one.arrivedWith(reason))))
                .filter(row -> row.notPossible().n() + row.arrived().n() > 0)
                .toList();
    }

    /// Every level of force, those that never occurred too: that force was never used is an answer.
    static List<OfForce> byForce(List<Ordered> all) {
        Map<ForceLevel, Figure> levels = new EnumMap<>(ForceLevel.class);
        for (var level : ForceLevel.values()) {
            levels.put(
                    level,
                    figure(
                            Measure.RESPONSES_OF_FORCE,
                            all,
                            one -> one.arrived() && one.force() == level));
        }
        return levels.entrySet().stream()
                .map(level -> new OfForce(level.getKey(), level.getValue()))
                .toList();
    }

    static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static ResponseGroup of(String key, List<Ordered> all) {
        return new ResponseGroup(
                key,
                figure(Measure.RESPONSES_ORDERED, all, one -> true),
                figure(Measure.RESPONSES_ARRIVED, all, Ordered::arrived),
                figure(Measure.RESPONSES_NOT_POSSIBLE, all, Ordered::impossible),
                figure(Measure.RESPONSES_RUNNING, all, one -> !one.arrived() && !one.impossible()),
                StepTimes.of(
                        Milestone.ARRIVE,
                        all.stream()
                                .flatMap(one ->
                                        Milestone.ARRIVE.findIn(one.response()).stream()
                                                .map(arrival ->
                                                        new StepTimes.Clock(
                                                                one.response().id(),
                                                                StepTimes.warning(one.alert()),
                                                                arrival)))
                                .toList()));
    }

    private static Figure figure(Measure measure, List<Ordered> all, Predicate<Ordered> condition) {
        var rows = all.stream().filter(condition).map(Ordered::response).toList();
        return new Figure(
                measure,
                rows.stream().map(Response::id).toList(),
                rows.stream().map(ResponseGroup::deciding).toList());
    }

    private static long deciding(Response response) {
        return response.steps().isEmpty()
                ? response.ordered().seq()
                : response.steps().getLast().seq();
    }
}

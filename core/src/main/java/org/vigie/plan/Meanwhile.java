package org.vigie.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.vigie.geo.Saying;

/// What changes between an order and an arrival: areas that close, words of the host state that
/// begin or end.
final class Meanwhile {

    private Meanwhile() {}

    /// What closes between the order and the earliest arrival: whoever is on the way then finds it
    /// closed, or cannot come back.
    private static List<Objection> closes(Unit unit, Instant arrival, Task task) {
        return Barred.by(closing(task, arrival), unit, task, arrival).stream()
                .map(one ->
                        Objection.of(
                                one.area(),
                                Saying.of(
                                        PlanWords.CLOSES_MEANWHILE,
                                        one.area().why(one.where(), unit, task),
                                        one.area().from(),
                                        arrival)))
                .toList();
    }

    static List<ClosedArea> closing(Task task, Instant until) {
        return task.conditions().limits().closed().stream()
                .filter(area -> !area.begun(task.when()) && area.begun(until))
                .toList();
    }

    /// What stops a unit after the order and before an arrival, so long after it.
    static List<Objection> stops(Duration arrival, Unit unit, Task task) {
        return Stream.concat(
                        closes(unit, task.when().plus(arrival), task).stream(),
                        HostHours.before(arrival, unit, task).map(HostHours::objection).stream())
                .toList();
    }

    /// The same with a word on what closes before its latest arrival.
    static Reach.Can warned(Reach.Can can, Task task) {
        var words = warnings(can.unit(), task.when().plus(can.latest()), task);
        return words.isEmpty() ? can : can.assuming(words);
    }

    /// What would stop this unit if it came at a moment, the latest of its arrivals.
    static List<Saying> warnings(Unit unit, Instant latest, Task task) {
        var arrival = Duration.between(task.when(), latest);
        return Stream.concat(
                        HostHours.before(arrival, unit, task).map(HostHours::warning).stream(),
                        Barred.by(closing(task, latest), unit, task, latest).stream()
                                .map(Barred::area)
                                .map(area ->
                                        Saying.of(
                                                PlanWords.CLOSES_BEFORE_LATEST,
                                                area.from(),
                                                latest,
                                                area.words())))
                .toList();
    }
}

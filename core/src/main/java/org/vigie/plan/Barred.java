package org.vigie.plan;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.vigie.geo.Position;
import org.vigie.geo.RoadWays.Way;

/// A closed area that stops a unit, and where on its journey.
///
/// Where a map has no road left, several areas may share the blame: those are named without which
/// there would be one; where no single one is, those that the open road leads through; and in doubt
/// all of them, for a unit that has no road must not pass for one that can go.
record Barred(ClosedArea area, ClosedArea.Where where) {

    /// @param areas whose word is asked for
    /// @param until every area that has begun by then counts as closed
    static List<Barred> by(List<ClosedArea> areas, Unit unit, Task task, Instant until) {
        var barred =
                areas.stream()
                        .flatMap(area ->
                                area.bars(unit, task, until).stream()
                                        .map(where -> new Barred(area, where)))
                        .toList();
        var roads = barred.stream().filter(Barred::onRoads).toList();
        if (roads.isEmpty() || barred.size() == 1) {
            return barred;
        }
        var blamed = blamed(roads, unit, task, until);
        if (blamed.isEmpty() && roads.size() == barred.size()) {
            return barred;
        }
        return barred.stream().filter(one -> !one.onRoads() || blamed.contains(one)).toList();
    }

    private boolean onRoads() {
        return where == ClosedArea.Where.ROADS;
    }

    private static List<Barred> blamed(List<Barred> roads, Unit unit, Task task, Instant until) {
        var shut = task.conditions().limits().shut(unit, until);
        Predicate<Barred> alone =
                one -> !closed(find(unit, task, others(shut, one.area().outline())));
        var alones = roads.stream().filter(alone).toList();
        if (!alones.isEmpty()) {
            return alones;
        }
        var open = find(unit, task, List.of());
        return roads.stream()
                .filter(one -> !find(unit, task, List.of(one.area().outline())).equals(open))
                .toList();
    }

    private static List<List<Position>> others(List<List<Position>> shut, List<Position> outline) {
        return shut.stream().filter(other -> !other.equals(outline)).toList();
    }

    private static boolean closed(Way way) {
        return way instanceof Way.Absent absent && absent.closed();
    }

    private static Way find(Unit unit, Task task, List<List<Position>> shut) {
        var from = Objects.requireNonNull(unit.base().position());
        return task.conditions().roads().find(from, task.place(), shut);
    }
}

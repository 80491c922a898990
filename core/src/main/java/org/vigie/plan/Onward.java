package org.vigie.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.Position;
import org.vigie.geo.Saying;

/// The way on from the place of a task to somewhere else, by a unit that has come there.
///
/// @param earliest since the order
/// @param latest since the order
/// @param assumptions of this way alone
public record Onward(Duration earliest, Duration latest, List<Saying> assumptions) {

    /// How long it stays before it goes on, at best and at worst.
    public record Stay(Duration least, Duration most) {}

    public Onward {
        assumptions = List.copyOf(assumptions);
    }

    /// Leaves when the last of those with whom it came is there and whatever is to be done at the
    /// place is done; who moves by day only waits for light, and who needs an escort goes on in the
    /// column. Empty when it cannot: no speed, no light, further in all than it goes and comes
    /// back, something closed by then, or it was flown in: then it has no vehicles there, and the
    /// way on is that of who carried it.
    ///
    /// @param stay at the place
    public static Optional<Onward> of(Ways.Going going, Task task, Position to, Stay stay) {
        var unit = going.unit();
        if (unit.speed() == null || unit.lifted() || tooFar(going, task, to)) {
            return Optional.empty();
        }
        var way = new Leg(unit, task, Rules.way(unit, task)).estimate(task.place(), to);
        if (tired(going, task, to, stay.least().plus(way.earliest()))) {
            return Optional.empty();
        }
        var first = task.when().plus(going.with().earliest()).plus(stay.least());
        var last = task.when().plus(going.with().latest()).plus(stay.most());
        if (!Rules.byDayOnly(unit)) {
            var arrival = first.plus(way.earliest());
            return closed(unit, task, to, arrival)
                    ? Optional.empty()
                    : Optional.of(since(task, arrival, last.plus(way.latest()), way));
        }
        var light = new LightHours(task.place());
        var earliest = moved(unit, light, first, way.earliest());
        var latest = moved(unit, light, last, way.latest());
        return earliest.filter(one -> !closed(unit, task, to, one))
                .flatMap(one -> latest.map(other -> since(task, one, other, way)));
    }

    private static Onward since(
            Task task, Instant first, Instant last, org.vigie.geo.Estimate way) {
        return new Onward(
                Duration.between(task.when(), first),
                Duration.between(task.when(), last),
                way.assumptionsAsPart());
    }

    private static Optional<Instant> moved(
            Unit unit, LightHours light, Instant from, Duration moving) {
        return unit.flies() ? light.fly(from, moving) : light.drive(from, moving);
    }

    /// Whether something is closed on the way on, or closes before it is there, or the host state
    /// does not let it go there.
    private static boolean closed(Unit unit, Task task, Position to, Instant arrival) {
        return Rules.hostStateLetsItTo(unit, task, new Base("", "", to), arrival).isPresent()
                || task.conditions().limits().closed().stream()
                        .anyMatch(area ->
                                area.begun(arrival) && area.barsLeg(unit, task.place(), to));
    }

    /// Out, by way of where it fetches somebody, on the ground, on, and back to its base do not fit
    /// into the hours of a crew at best.
    private static boolean tired(Ways.Going going, Task task, Position to, Duration stayAndOn) {
        var unit = going.unit();
        var crewDay = unit.crewDay();
        var hangar = unit.base().position();
        if (crewDay == null || hangar == null || !unit.flies()) {
            return false;
        }
        var flown = stayAndOn.plus(Journey.leg(to, hangar, unit, task).earliest());
        var from = hangar;
        var pickUp = pickUp(going);
        if (pickUp != null) {
            flown = flown.plus(Journey.leg(hangar, pickUp, unit, task).earliest());
            from = pickUp;
        }
        return flown.plus(Journey.leg(from, task.place(), unit, task).earliest()).compareTo(crewDay)
                > 0;
    }

    /// Its range is how far it goes and comes back, so there and on may be twice that; it refuels
    /// where it fetches somebody.
    private static boolean tooFar(Ways.Going going, Task task, Position to) {
        var range = going.unit().rangeKm();
        var pickUp = pickUp(going);
        var from = pickUp == null ? going.unit().base().position() : pickUp;
        return range != null
                && from != null
                && from.distanceKm(task.place()) + task.place().distanceKm(to) > 2.0 * range;
    }

    /// Where it fetches those whom it carries to the place: one base at most, as a second flight is
    /// not worked out. Null when it carries none.
    private static @Nullable Position pickUp(Ways.Going going) {
        return going.with().units().stream()
                .filter(can -> can.isCarriedBy(going.unit().code()))
                .map(can -> can.unit().base().position())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}

package org.vigie.plan;

import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/// Every way in which each unit could come to a place, soonest first, and why the others cannot:
/// what [Options] chooses from. Who asks for all of them chooses by another measure than the
/// soonest complete arrival, such as the way on to a hospital.
///
/// @param parties each with the unit that leads it first
/// @param cannot whoever leads none
public record Ways(List<Going> parties, List<Reach.Cannot> cannot) {

    /// A unit and those with whom it goes.
    ///
    /// @param with all of them, there when the last of them is
    public record Going(Unit unit, Option with) {}

    public Ways {
        parties = List.copyOf(parties);
        cannot = List.copyOf(cannot);
    }

    /// The ways of these units to the place of a task; its needs do not matter.
    public static Ways of(Collection<Unit> units, Task task) {
        var muster = Muster.of(units, task);
        var parties = muster.partiesByEachLift().parties();
        var cannot = new TreeMap<String, Reach.Cannot>();
        muster.cannots().forEach(one -> cannot.put(one.unit().code(), one));
        muster.alone().forEach(one -> cannot.put(one.unit().code(), one));
        return new Ways(
                parties.stream()
                        .map(party -> new Going(party.unit().unit(), Option.of(party)))
                        .toList(),
                List.copyOf(cannot.values()));
    }
}

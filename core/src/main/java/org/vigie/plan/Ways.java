package org.vigie.plan;

import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.vigie.geo.Saying;
import org.vigie.record.Responses.Reason;

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
        var parties = muster.parties();
        var cannot = new TreeMap<String, Reach.Cannot>();
        muster.cannots().forEach(one -> cannot.put(one.unit().code(), one));
        for (var can : muster.cans()) {
            boolean leads =
                    parties.stream()
                            .anyMatch(
                                    party -> party.unit().unit().code().equals(can.unit().code()));
            if (!leads) {
                cannot.put(can.unit().code(), alone(can));
            }
        }
        return new Ways(
                parties.stream()
                        .map(party -> new Going(party.unit().unit(), Option.of(party)))
                        .toList(),
                List.copyOf(cannot.values()));
    }

    private static Reach.Cannot alone(Reach.Can can) {
        return new Reach.Cannot(
                can.unit(),
                List.of(
                        Objection.of(
                                "companions",
                                Reason.NO_UNIT_IN_REACH,
                                Saying.of(
                                        PlanWords.NOT_ALONE, Saying.Term.all(can.companions())))));
    }
}

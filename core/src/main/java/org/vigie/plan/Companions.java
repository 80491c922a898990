package org.vigie.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.vigie.geo.Saying;
import org.vigie.record.Responses.Reason;

/// Why a unit that could go has nobody with whom it could.
final class Companions {

    private Companions() {}

    /// Nobody who can go is what a member of a party does not go without.
    static Objection nobody(Party party, String lacking) {
        var who =
                party.members().stream()
                        .map(Reach.Can::unit)
                        .filter(unit -> unit.companions().contains(lacking))
                        .findFirst()
                        .orElse(party.unit().unit());
        return of(objection(Saying.of(PlanWords.NOT_ALONE, new Saying.Term(lacking))), who, party);
    }

    /// Nobody who can go could carry one who is in a party or would join it.
    static Objection noLift(Party party, Unit unit) {
        var carriers = unit.carriers().stream().map(Saying.Term::new).toList();
        return of(objection(Saying.of(PlanWords.NOT_ALONE, names(carriers))), unit, party);
    }

    /// One would have to fetch others of a party from two bases.
    static Objection fetchesFromTwo(Unit lift, Party party) {
        return objection(fetching(lift.name(), fetchedBy(lift, party)));
    }

    /// A second flight is not worked out.
    static Saying fetching(String lift, Collection<Base> bases) {
        return Saying.of(PlanWords.FETCHES_FROM_TWO, lift, names(told(bases)));
    }

    /// The bases from which it fetches members of a party.
    static List<Base> fetchedBy(Unit lift, Party party) {
        return party.members().stream()
                .filter(member -> member.isCarriedBy(lift.code()))
                .map(member -> member.unit().base())
                .distinct()
                .toList();
    }

    /// By name, each once; of those that share a name with their codes too.
    private static List<String> told(Collection<Base> bases) {
        var names = new TreeMap<String, Set<String>>();
        for (var base : bases) {
            names.computeIfAbsent(base.name(), name -> new java.util.TreeSet<>()).add(base.code());
        }
        var told = new ArrayList<String>();
        names.forEach((name, codes) ->
                codes.forEach(
                        code -> told.add(codes.size() == 1 ? name : name + " (" + code + ")")));
        return told;
    }

    /// What stops one of them, as the reason why they do not go together.
    static Objection of(Objection against, Unit member, Party party) {
        return isFirst(member, party) ? against : along(against, member);
    }

    /// Why a lift cannot carry one of them, as the reason why they do not go together: where that
    /// is not the first of them, it is named.
    static Objection carrying(Objection against, Unit carried, Party party) {
        if (isFirst(carried, party)) {
            return against;
        }
        return against.whose() == null ? along(against, carried) : against.carrying(carried);
    }

    private static boolean isFirst(Unit member, Party party) {
        return member.code().equals(party.unit().unit().code());
    }

    /// Nobody went through all of those with whom one could go.
    static Objection undecided() {
        return Objection.of(
                Objection.UNDECIDED,
                Reason.NO_UNIT_IN_REACH,
                Saying.of(PlanWords.COMPANIONS_UNDECIDED));
    }

    static Objection objection(Saying why) {
        return Objection.of("companions", Reason.NO_UNIT_IN_REACH, why);
    }

    /// `one and another`.
    static Object names(Collection<?> names) {
        return names.stream()
                .map(name -> (Object) name)
                .reduce((before, last) -> Saying.of(PlanWords.AND, before, last))
                .orElse("");
    }

    private static Objection along(Objection against, Unit member) {
        return against.of(PlanWords.COMPANION_CANNOT, member);
    }
}

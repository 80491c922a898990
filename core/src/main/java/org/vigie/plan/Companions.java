package org.vigie.plan;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
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
        var why = Saying.of(PlanWords.NOT_ALONE, new Saying.Term(lacking));
        return who.equals(party.unit().unit()) ? objection(why) : along(objection(why), who);
    }

    /// One would have to fetch others of a party from two bases.
    static Objection fetchesFromTwo(Unit lift, Party party) {
        return objection(fetching(lift.name(), fetchedBy(lift, party)));
    }

    /// A second flight is not worked out.
    static Saying fetching(String lift, Set<String> bases) {
        return Saying.of(PlanWords.FETCHES_FROM_TWO, lift, names(bases));
    }

    /// The names of the bases from which it fetches members of a party.
    static Set<String> fetchedBy(Unit lift, Party party) {
        var bases = new TreeSet<String>();
        party.members().stream()
                .filter(member -> member.unit().isLiftedBy(lift))
                .forEach(member -> bases.add(member.unit().base().name()));
        return bases;
    }

    /// What stops one of them, as the reason why they do not go together.
    static Objection of(Objection against, Unit member, Party party) {
        return member.equals(party.unit().unit()) ? against : along(against, member);
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

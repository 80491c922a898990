package org.vigie.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vigie.geo.Saying;
import org.vigie.record.Responses.Reason;

/// Whoever could go and is in no option that is shown, each with why: nothing of what is needed,
/// later than the first option, or not needed beside it. Nobody of the register is left out without
/// a word.
///
/// @param shown the options that are, the first one first
/// @param uncovered needs that they do without
record LeftOut(Task task, List<Option> shown, List<String> uncovered) {

    List<Reach.Cannot> of(Muster muster) {
        Map<String, Party> soonest = new LinkedHashMap<>();
        muster.parties().forEach(party -> soonest.putIfAbsent(party.unit().unit().code(), party));
        return soonest.entrySet().stream()
                .filter(one -> !isShown(one.getKey()))
                .map(one ->
                        new Reach.Cannot(muster.unit(one.getKey()), List.of(why(one.getValue()))))
                .toList();
    }

    private boolean isShown(String code) {
        return shown.stream().anyMatch(option -> option.includes(code));
    }

    private Objection why(Party party) {
        var unit = party.unit().unit();
        if (Options.hasNothing(unit, task)) {
            return Options.nothingNeeded(task);
        }
        boolean apart =
                task.needs().stream()
                        .filter(unit::offers)
                        .allMatch(need -> uncovered.contains(need));
        var first = shown.isEmpty() ? null : shown.getFirst();
        if (first == null || (apart && !task.needs().isEmpty())) {
            return objection(PlanWords.NOT_WITH_OTHERS, party);
        }
        if (party.earliest().compareTo(first.earliest()) > 0) {
            return objection(
                    Saying.of(
                            PlanWords.LATER_THAN_CHOSEN,
                            party.earliest(),
                            party.latest(),
                            first.earliest()));
        }
        return objection(
                tears(party, first) ? PlanWords.NOT_WITH_FIRST : PlanWords.NOT_WANTED, party);
    }

    /// Whether a helicopter of that option would have to fetch from another base for it.
    private static boolean tears(Party party, Option first) {
        return first.units().stream()
                .anyMatch(can -> {
                    var lift = can.carrier();
                    var bases = lift == null ? Set.<String>of() : party.fetchedBy(lift.code());
                    return !bases.isEmpty() && !bases.contains(can.unit().base().code());
                });
    }

    private static Objection objection(PlanWords words, Party party) {
        return objection(Saying.of(words, party.earliest(), party.latest()));
    }

    private static Objection objection(Saying why) {
        return Objection.of(Objection.NOT_CHOSEN, Reason.NO_UNIT_IN_REACH, why);
    }
}

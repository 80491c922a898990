package org.vigie.plan.medical;

import java.util.ArrayList;
import java.util.List;
import org.vigie.geo.Saying;
import org.vigie.plan.Unit;
import org.vigie.record.Forces.CaveatKind;

/// Wounded who are not of the mission: a class of its own, never counted among the others.
///
/// What it means to an officer: whether they may be carried is not a matter of minutes. The
/// register says for each carrier which rule it has; where that is to ask, or where it has none,
/// the answer is "cannot tell", and never a silent yes.
///
/// @param carried by the rules in the register; never more than "cannot tell" for whom somebody is
///   asked case by case
/// @param rules of each carrier that could come
/// @param firstAid with nobody of the mission there
/// @param ifCarried the chain with that first aid, if they were carried
public record Civilians(Verdict carried, List<Saying> rules, Link firstAid, Verdict ifCarried) {

    /// What an `ASK_MISSION` rule is about when it is about this.
    private static final String ABOUT = "non-un-civilians";

    public Civilians {
        rules = List.copyOf(rules);
    }

    static Civilians of(List<Unit> carriers, Link firstAid, List<Link> others) {
        var rules = new ArrayList<Saying>();
        for (var unit : carriers) {
            rules.add(
                    unit.caveats().stream()
                            .filter(caveat ->
                                    caveat.kind() == CaveatKind.ASK_MISSION
                                            && caveat.value().equals(ABOUT))
                            .findFirst()
                            .map(caveat ->
                                    Saying.of(
                                            MedicalWords.CIVILIANS_RULE,
                                            unit.name(),
                                            caveat.words()))
                            .orElseGet(
                                    () -> Saying.of(MedicalWords.CIVILIANS_NO_RULE, unit.name())));
        }
        if (carriers.isEmpty()) {
            rules.add(Saying.of(MedicalWords.CIVILIANS_NOBODY));
        } else {
            rules.add(Saying.of(MedicalWords.CIVILIANS_ASKING));
        }
        rules.add(Saying.of(MedicalWords.CIVILIANS_ALONE));
        var verdicts = new ArrayList<Verdict>();
        verdicts.add(firstAid.met());
        others.forEach(link -> verdicts.add(link.met()));
        return new Civilians(
                carriers.isEmpty() ? Verdict.NO : Verdict.CANNOT_TELL,
                rules,
                firstAid,
                Verdict.all(verdicts));
    }
}

package org.vigie.plan.medical;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigie.geo.Saying;
import org.vigie.plan.Unit;
import org.vigie.plan.Ways;
import org.vigie.record.Forces.CaveatKind;

/// Of several who go together, who does what is needed and who only goes along, and by which rule.
final class Roles {

    private Roles() {}

    /// Whoever goes along with the unit that leads.
    static Stream<Unit> companions(Ways.Going going) {
        return going.with().units().stream()
                .map(can -> can.unit())
                .filter(unit -> !unit.code().equals(going.unit().code()));
    }

    /// How it goes, and by whom; of one alone there is nothing to add.
    ///
    /// @param role what the unit that leads does
    static Saying said(Ways.Going going, Saying how, MedicalWords role) {
        var along = companions(going).map(Unit::name).collect(Collectors.joining(" + "));
        var rules = rules(going.unit());
        return along.isEmpty() || rules.isEmpty()
                ? how
                : Saying.of(
                        MedicalWords.TOGETHER,
                        how,
                        Saying.of(role, going.unit().name(), along, rules));
    }

    private static List<Saying> rules(Unit unit) {
        return unit.caveats().stream()
                .filter(caveat ->
                        caveat.kind() == CaveatKind.NEEDS_ESCORT
                                || caveat.kind() == CaveatKind.NEEDS_LIFT)
                .map(caveat ->
                        Saying.of(
                                MedicalWords.WITH_BASIS,
                                caveat.words(),
                                new Saying.Term(caveat.basis())))
                .toList();
    }
}

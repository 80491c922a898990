package org.vigie.plan.medical;

import java.util.ArrayList;
import java.util.List;
import org.vigie.geo.Position;
import org.vigie.geo.Saying;
import org.vigie.plan.Register;
import org.vigie.plan.Unit;

/// Where there is care that stays where it is.
///
/// @param surgery whether there is a table to be operated on
/// @param sure whether a unit of that day is it; else only the base's level says so
record Hospital(
        String name, Position position, int level, boolean surgery, boolean sure, Saying basis) {

    private static final int LEVEL_WITH_SURGERY = 2;

    /// Every base with care, that of its own or of a unit that stands there.
    static List<Hospital> of(Register register) {
        var found = new ArrayList<Hospital>();
        for (var base : register.bases()) {
            var position = base.position();
            if (position == null) {
                continue;
            }
            var surgeons =
                    register.units().stream()
                            .filter(unit ->
                                    unit.base().code().equals(base.code())
                                            && unit.inRegister(register.day())
                                            && unit.speed() == null
                                            && operates(unit))
                            .findFirst();
            if (surgeons.isPresent()) {
                found.add(ofUnit(base.name(), position, surgeons.get()));
            } else if (base.medicalLevel() > 0) {
                found.add(
                        new Hospital(
                                base.name(),
                                position,
                                base.medicalLevel(),
                                base.medicalLevel() >= LEVEL_WITH_SURGERY,
                                base.medicalLevel() < LEVEL_WITH_SURGERY,
                                Saying.of(
                                        MedicalWords.SURGERY_BY_LEVEL,
                                        base.name(),
                                        base.medicalLevel())));
            }
        }
        return found;
    }

    static Hospital ofTeam(String name, Position position) {
        return new Hospital(
                name, position, LEVEL_WITH_SURGERY, true, true, Saying.of(MedicalWords.TEAM_FIXED));
    }

    private static Hospital ofUnit(String base, Position position, Unit unit) {
        return new Hospital(
                base,
                position,
                LEVEL_WITH_SURGERY,
                true,
                true,
                Saying.of(MedicalWords.SURGERY_BY_UNIT, unit.name(), new Saying.Term("surgery")));
    }

    static boolean operates(Unit unit) {
        return unit.offers("surgery")
                || unit.offers("damage-control-surgery")
                || unit.offers("field-surgery");
    }
}

package org.vigie.server.lite;

import java.time.LocalDate;
import org.vigie.geo.Saying;
import org.vigie.plan.posture.CoverProblem;
import org.vigie.plan.posture.ForcePosture;
import org.vigie.plan.posture.PostureGround;

/// The question of a posture with what it was made of.
///
/// @param day of the register
record PostureModel(ForcePosture force, CoverProblem problem, PostureGround ground, LocalDate day) {

    String unit(int type) {
        return force.units().get(type).name();
    }

    String base(int at) {
        return force.bases().get(at).name();
    }

    /// The name of the unit with this code, or the code.
    String unit(String code) {
        return force.units().stream()
                .filter(unit -> unit.code().equals(code))
                .map(unit -> unit.name())
                .findFirst()
                .orElse(code);
    }

    /// The name of the base with this code, or the code.
    String base(String code) {
        return force.bases().stream()
                .filter(base -> base.code().equals(code))
                .map(base -> base.name())
                .findFirst()
                .orElse(code);
    }

    /// The base of a type in a plan; -1 where it is not placed.
    int baseIn(int[] units, int type) {
        int bases = force.bases().size();
        for (int base = 0; base < bases; base++) {
            if (units[type * bases + base] > 0) {
                return base;
            }
        }
        return -1;
    }

    /// The same saying with names of units instead of their codes.
    Saying named(Saying saying) {
        return new Saying(
                saying.wording(),
                saying.values().stream()
                        .map(value ->
                                switch (value) {
                                    case String code -> (Object) unit(code);
                                    case Saying inner -> named(inner);
                                    default -> value;
                                })
                        .toList());
    }
}

package org.vigie.plan.posture;

import org.vigie.geo.BadInput;

/// Units that can stand in for each other: as many as there are, and how often each is not free.
///
/// @param code such as `surgical-team`
/// @param count how many can be stationed; 0 is an answer too
/// @param busy part of its time in which a unit is on another task, 0 to below 1: the `q` of
///   Daskin's model. 0 counts a place as covered by one unit in reach
public record UnitType(String code, int count, double busy) {

    public UnitType {
        if (code.isBlank()) {
            throw new BadInput("code of a unit type", code, "at least one letter");
        }
        if (count < 0 || count > CoverProblem.UNITS_MAX) {
            throw new BadInput(
                    "number of " + code, count, "between 0 and " + CoverProblem.UNITS_MAX);
        }
        if (!(busy >= 0 && busy < 1)) {
            throw new BadInput("busy part of " + code, busy, "from 0 to below 1");
        }
    }

    /// The same with one more.
    public UnitType oneMore() {
        return new UnitType(code, count + 1, busy);
    }
}

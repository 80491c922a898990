package org.vigie.plan;

import java.time.Duration;
import org.vigie.geo.Saying;
import org.vigie.record.Forces.CaveatKind;

/// What would be if one rule that stops a unit did not hold, and all others did.
///
/// A rule of one unit (a caveat, its range, its notice to move, the night) is lifted for that unit
/// alone. A clearance of the host state is one answer for everybody whom it concerns, and a closed
/// area that is opened is open to all.
sealed interface Waived {

    /// This unit, freed of the rule.
    record OfUnit(Unit unit) implements Waived {}

    /// Everybody, under these conditions.
    record OfAll(Conditions conditions) implements Waived {}

    /// There is nothing that somebody could lift.
    record Untold(Saying why) implements Waived {}

    /// Lifting it brings nobody to the place who has what is needed.
    record Useless() implements Waived {}

    static Waived of(Unit excluded, Objection objection, Task task) {
        var unit = objection.bound(excluded);
        var conditions = task.conditions();
        return switch (objection.rule()) {
            case "register" -> new Untold(Saying.of(PlanWords.UNTOLD_ABSENT));
            case "base" -> new Untold(Saying.of(PlanWords.UNTOLD_NOWHERE));
            case "moves" -> new Untold(Saying.of(PlanWords.UNTOLD_STAYS));
            case "way" -> new Untold(Saying.of(PlanWords.UNTOLD_GROUND));
            case "host-clearance" ->
                    new OfAll(
                            unit.flies()
                                    ? conditions.withFlight(Clearance.GRANTED)
                                    : conditions.withGround(Clearance.GRANTED));
            case "closed" ->
                    objection.closed() == null
                            ? new Useless()
                            : new OfAll(
                                    conditions.withLimits(
                                            conditions.limits().without(objection.closed().id())));
            case "range" -> new OfUnit(unit.ofAnyRange());
            case "crew" -> new OfUnit(unit.ofAnyCrew());
            case "light", "night" -> new OfUnit(Rules.freed(unit, CaveatKind.DAY_ONLY));
            case "capital" -> new OfUnit(Rules.freed(unit, CaveatKind.ASK_CAPITAL));
            case "time" -> new OfUnit(unit.readyAfter(Duration.ZERO, Duration.ZERO));
            case "companions" ->
                    unit.find(CaveatKind.NEEDS_ESCORT).isPresent()
                            ? new OfUnit(unit.unescorted())
                            : new Untold(Saying.of(PlanWords.UNTOLD_CARRIED));
            case "need", Objection.NOT_CHOSEN -> new Useless();
            default -> {
                var caveat = objection.caveat();
                if (caveat == null) {
                    throw new IllegalStateException("a rule without a price: " + objection.rule());
                }
                yield new OfUnit(unit.without(caveat));
            }
        };
    }
}

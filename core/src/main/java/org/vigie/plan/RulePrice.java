package org.vigie.plan;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.Saying;

/// What one rule that excludes a unit costs: how much sooner the soonest complete arrival would be
/// if this rule alone did not hold.
///
/// @param earliestMinutes 0 when lifting it gains nothing; null when it cannot be said in minutes,
///   and then `words` says why
/// @param latestMinutes the same for the latest; below 0 when what is sooner is less sure
public record RulePrice(
        Objection rule,
        @Nullable Long earliestMinutes,
        @Nullable Long latestMinutes,
        Saying words) {

    static RulePrice untold(Objection rule, Saying why) {
        return new RulePrice(rule, null, null, Saying.of(PlanWords.RULE_UNTOLD, why));
    }

    /// The search for it was ended.
    static RulePrice notWorkedOut(Objection rule) {
        return new RulePrice(rule, null, null, Saying.of(PlanWords.RULE_NOT_WORKED_OUT));
    }

    static RulePrice nothing(Objection rule, PlanWords words) {
        return nothing(rule, Saying.of(words));
    }

    static RulePrice nothing(Objection rule, Saying words) {
        return new RulePrice(rule, 0L, 0L, words);
    }

    static RulePrice between(Objection rule, Optional<Option> now, Optional<Option> freed) {
        if (freed.isEmpty()) {
            return nothing(rule, PlanWords.RULE_STILL_NOBODY);
        }
        var free = freed.get();
        if (now.isEmpty()) {
            return new RulePrice(
                    rule,
                    null,
                    null,
                    Saying.of(PlanWords.RULE_ALLOWS, free.earliest(), free.latest()));
        }
        var earliest = now.get().earliest().minus(free.earliest());
        var latest = now.get().latest().minus(free.latest());
        return new RulePrice(
                rule, earliest.toMinutes(), latest.toMinutes(), gain(earliest, latest));
    }

    /// The same, where what would be sooner comes from others whom the rule stops too.
    RulePrice byOthers() {
        boolean nothing = words.wording() == PlanWords.RULE_NOTHING;
        return nothing
                ? this
                : new RulePrice(
                        rule,
                        earliestMinutes,
                        latestMinutes,
                        Saying.of(PlanWords.RULE_BY_OTHERS, words));
    }

    private static Saying gain(Duration earliest, Duration latest) {
        if (earliest.toMinutes() == 0 && latest.toMinutes() == 0) {
            return Saying.of(PlanWords.RULE_NOTHING);
        }
        return latest.isNegative()
                ? Saying.of(PlanWords.RULE_LESS_SURE, earliest, latest.negated())
                : Saying.of(PlanWords.RULE_GAINS, earliest, latest);
    }
}

package org.vigie.plan;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.Saying;

/// Whether a search was gone through to its end.
///
/// What it means to an officer: proven, the first option is the soonest that there is, or nobody
/// can bring all that is needed. Not proven, the search was ended after so many steps: what stands
/// there can be done, something sooner may exist, and nobody is said to be unable to go because of
/// that.
///
/// @param proven whether the first option is surely the soonest, or surely none exists
/// @param notBefore nothing complete is possible before; null when not even that was worked out
public record Proof(boolean proven, @Nullable Duration notBefore) {

    static final Proof PROVEN = new Proof(true, null);

    static Proof ended(@Nullable Duration notBefore) {
        return new Proof(false, notBefore);
    }

    /// What is said where the search was ended.
    ///
    /// @param found whether something complete was found until then
    public Saying saying(boolean found) {
        if (notBefore == null) {
            return Saying.of(found ? PlanWords.ENDED_FOUND_OPEN : PlanWords.ENDED_OPEN);
        }
        return Saying.of(found ? PlanWords.ENDED_FOUND : PlanWords.ENDED, notBefore);
    }
}

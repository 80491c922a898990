package org.vigie.plan;

import org.jspecify.annotations.Nullable;

/// How much of a search has been done, and when it is ended: a question that is asked at night may
/// not hold a processor for minutes nor fill the memory.
///
/// Counted is work and not time, so that the same question always gets the same answer: a step is
/// one more who joins a party, or one more party that is tried in a combination. Each step keeps at
/// most one party or one combination, so the same limit bounds the memory.
///
/// What it means to an officer: an answer whose search was ended is the soonest that was found, and
/// says that nobody proved it to be the soonest ([Proof]). The limits are so far above what a
/// mission's usual board takes that such an answer is rare (`docs/who-can-go.md` has both).
final class Steps {

    /// For all options of one question.
    static final int OPTIONS_MAX = 300_000;

    /// For all prices of one question.
    static final int PRICES_MAX = 300_000;

    /// For the companions of one unit: the hundredfold of what is usual.
    static final int LEADER_MAX = 3_000;

    /// For one combination of parties.
    static final int COVER_MAX = 40_000;

    /// For one price.
    static final int PRICE_MAX = 30_000;

    /// One unit that is judged anew, and its force without it as it was.
    static final int CHANGED = 50;

    private final @Nullable Steps whole;
    private final int max;
    private int taken;
    private boolean spent;

    private Steps(@Nullable Steps whole, int max) {
        this.whole = whole;
        this.max = max;
    }

    static Steps atMost(int max) {
        return new Steps(null, max);
    }

    /// Some of these, and never more than are left.
    Steps some(int most) {
        return new Steps(this, most);
    }

    /// Half of those that are left: whoever comes next finds some.
    Steps half() {
        return some(Math.max(0, max - taken) / 2);
    }

    /// So many more steps; false when that would be too many, and from then on.
    boolean take(int more) {
        if (spent || taken + more > max || (whole != null && !whole.take(more))) {
            spent = true;
            return false;
        }
        taken += more;
        return true;
    }

    /// Whether a search was ended for want of steps.
    boolean spent() {
        return spent;
    }

    int taken() {
        return taken;
    }
}

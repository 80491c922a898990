package org.vigie.warn;

import org.vigie.record.Threats.Impact;
import org.vigie.record.Threats.Likelihood;
import org.vigie.record.Threats.ThreatAssessed;

/// How much a threat presses: how likely it is, times how grave it would be.
///
/// What it means to an officer: the order in which open threat files are looked at, and how soon
/// each is judged again. It is 1 to 25, of five steps each.
///
/// What does not count, on purpose: who is alleged, what they are able to do and why, what others
/// who protect can and will do, and on which tier the mission answers. Whoever judges weighs these
/// when choosing the two steps, and writes them down beside; the number looks at the two alone.
///
/// When it must not be trusted: five steps are ranks, not measures, so that 10 is not twice 5; and
/// it is as good as the two judgements. What is very unlikely and critical is 5, low: such a file
/// is never closed for that.
public record ThreatPriority(Likelihood likelihood, Impact impact) {

    private static final int HIGH_FROM = 15;
    private static final int MEDIUM_FROM = 8;

    /// Assumed, to be set by the mission: high from 15, medium from 8, low below.
    public enum Level {
        LOW,
        MEDIUM,
        HIGH
    }

    public static ThreatPriority of(ThreatAssessed judged) {
        return new ThreatPriority(judged.likelihood(), judged.impact());
    }

    /// 1 to 25.
    public int score() {
        return likelihood.score() * impact.score();
    }

    /// More for what presses more: by score, and of equal ones the graver.
    public int rank() {
        return 10 * score() + impact.score();
    }

    public Level level() {
        if (score() >= HIGH_FROM) {
            return Level.HIGH;
        }
        return score() >= MEDIUM_FROM ? Level.MEDIUM : Level.LOW;
    }
}

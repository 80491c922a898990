package org.vigie.record;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is known and judged of one threat to civilians, from the moment at which somebody sees it
/// until a person decides that it is none any longer.
///
/// A *threat file* is about one danger to one group in one place, however many alerts it causes;
/// nobody in it is named, neither those at risk nor those who threaten. Such entries are handled as
/// [Handling#PROTECTION] or closer. Source for what is judged: United Nations, *The Protection of
/// Civilians in United Nations Peacekeeping: Handbook* (2020), chapter 8.
public sealed interface Threats extends Body {

    /// How likely it is that the harm comes about before the next review.
    enum Likelihood {
        VERY_UNLIKELY(1),
        UNLIKELY(2),
        POSSIBLE(3),
        LIKELY(4),
        VERY_LIKELY(5);

        private final int score;

        Likelihood(int score) {
            this.score = score;
        }

        /// 1 to 5.
        public int score() {
            return score;
        }
    }

    /// How grave the harm would be for those at risk.
    enum Impact {
        NEGLIGIBLE(1),
        MINOR(2),
        MODERATE(3),
        SEVERE(4),
        CRITICAL(5);

        private final int score;

        Impact(int score) {
            this.score = score;
        }

        /// 1 to 5.
        public int score() {
            return score;
        }
    }

    /// What somebody is able to do. [#NOT_KNOWN] is a judgement too: somebody asked and cannot
    /// tell.
    enum Capacity {
        NONE,
        LITTLE,
        SOME,
        STRONG,
        NOT_KNOWN
    }

    /// What somebody means to do for those at risk. Who is able need not be willing, so that it is
    /// judged apart from [Capacity].
    enum Intent {
        AGAINST,
        UNWILLING,
        DOUBTFUL,
        WILLING,
        NOT_KNOWN
    }

    /// Who else may protect, beside the mission.
    enum Protector {
        HOST_STATE,
        COMMUNITY,
        OTHERS
    }

    /// What is judged of one other protection actor: two judgements, neither of which follows from
    /// the other.
    record Protection(Protector who, Capacity capacity, Intent intent) {}

    enum LinkedTo {
        ALERT,
        REPORT
    }

    enum Ending {
        GONE,
        CAME_TRUE,
        IN_ANOTHER_FILE,
        OPENED_BY_MISTAKE
    }

    /// Somebody sees a threat; the file is open from here on.
    ///
    /// @param atRisk who is in danger, as a group and place, never a named person
    /// @param threat what is feared
    /// @param alleged what sort of actor the threat is said to come from
    record ThreatIdentified(Site site, String atRisk, String threat, ActorClass alleged)
            implements Threats {}

    /// How the threat is judged; the one known last holds. Each is a review.
    ///
    /// @param motive why those who are alleged would do it, empty where nobody said
    /// @param capability what those who are alleged are able to do
    /// @param protection what is judged of others who may protect, each of them once
    /// @param tier on which the mission answers
    /// @param reviewBy the day by whose end it has to be judged again; null leaves it to the
    ///   priority
    /// @param basis what the judgement rests on
    record ThreatAssessed(
            String atRisk,
            ActorClass alleged,
            String motive,
            Capacity capability,
            Likelihood likelihood,
            Impact impact,
            List<Protection> protection,
            Responses.Tier tier,
            @Nullable LocalDate reviewBy,
            String basis)
            implements Threats {

        public ThreatAssessed {
            protection = List.copyOf(protection);
        }
    }

    /// An alert or a report belongs to the threat.
    record ThreatLinked(UUID other, LinkedTo what) implements Threats {}

    /// It does not, or does not any longer.
    record ThreatUnlinked(UUID other, LinkedTo what, String reason) implements Threats {}

    /// A person decided that it is no threat any longer.
    ///
    /// @param officer who decided
    record ThreatClosed(Ending ending, String officer, String reason) implements Threats {}

    /// A person decided that it is one again; it has to be judged anew.
    ///
    /// @param officer who decided
    record ThreatReopened(String officer, String reason) implements Threats {}
}

package org.vigie.record;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a component did, or could not do, about an alert. An alert may have many responses, each
/// with its own steps.
public sealed interface Responses extends Body {

    /// The three tiers of protection: dialogue and engagement; physical protection; a protective
    /// environment.
    enum Tier {
        DIALOGUE,
        PHYSICAL,
        ENVIRONMENT
    }

    enum Action {
        PATROL,
        QUICK_REACTION,
        AIR_SHOW,
        OVERFLIGHT,
        MEDIATION,
        MEDICAL,
        INVESTIGATION,
        DIPLOMATIC,
        PUBLIC_STATEMENT,
        TEMPORARY_BASE,
        OTHER
    }

    enum Step {
        TASKED,
        MOVING,
        ON_SCENE,
        DONE,
        NOT_POSSIBLE
    }

    /// Why a response was not possible: the reason codes that the rate of response is explained by.
    enum Reason {
        NO_UNIT_IN_REACH,
        CAVEAT,
        CAPITAL_ASKED,
        HOST_REFUSED,
        WEATHER_OR_NIGHT,
        FORCE_PROTECTION,
        OTHER_PRIORITY,
        TOO_LATE,
        JUDGED_FALSE,
        NOT_STATED;

        /// `HOST_REFUSED` is written `host-refused`.
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    enum ForceLevel {
        NOT_STATED,
        NONE,
        PRESENCE,
        WARNING,
        USED
    }

    /// A named officer turned an option into an order. The subject is the response.
    ///
    /// @param officer the post that decided; software never orders
    /// @param advice what the officer had before them: the option chosen, or "no advice asked"
    /// @param withForce the force of the host state or of a partner that it is done with, null when
    ///   the mission goes alone
    record OrderGiven(
            UUID alert,
            Component by,
            Tier tier,
            Action action,
            List<String> units,
            String officer,
            String advice,
            @Nullable String withForce)
            implements Responses {

        public OrderGiven {
            units = List.copyOf(units);
        }

        /// The mission goes alone.
        public OrderGiven(
                UUID alert,
                Component by,
                Tier tier,
                Action action,
                List<String> units,
                String officer,
                String advice) {
            this(alert, by, tier, action, units, officer, advice, null);
        }
    }

    /// A step of a response.
    ///
    /// @param reason only with `NOT_POSSIBLE`
    record ResponseStepped(Step step, @Nullable Reason reason, ForceLevel force, String note)
            implements Responses {}

    /// The harm gate's decision: may something that concerns this subject leave the mission (a
    /// clearance request, a notification, an export, a feedback) although the host state is alleged
    /// to be the perpetrator?
    record ReleaseDecided(String what, boolean released, String officer, String reason)
            implements Responses {}
}

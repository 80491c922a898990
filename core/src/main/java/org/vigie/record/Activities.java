package org.vigie.record;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What the components of the mission mean to do and did: patrols, visits, escorts, flights. One
/// plan for all of them, so that none is planned without knowing of the others.
///
/// Nobody who is to be met has a name here: how many, not who.
public sealed interface Activities extends Body {

    /// What sort of thing is done.
    enum Kind {
        PATROL,
        VISIT,
        ESCORT,
        FLIGHT,
        MEDIATION,
        INVESTIGATION,
        MEDICAL_COVER;

        /// `MEDICAL_COVER` is written `medical-cover`.
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// What became of it.
    enum End {
        HELD,
        CALLED_OFF;

        /// `CALLED_OFF` is written `called-off`.
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// What people are to be asked.
    ///
    /// @param questions codes of the questions that the mandate task needs answered
    /// @param people how many are asked each of them
    /// @param alone whether it may not be joined with another: confidential interviews
    record Asking(List<String> questions, int people, boolean alone) {

        public Asking {
            questions = List.copyOf(questions);
        }
    }

    /// What it rests on.
    ///
    /// @param units codes of the force register's units that do it
    /// @param cover keys of the activities that it needs beside it: its patrol, its flight
    /// @param withForce the force of the host state or of a partner that it is done with, empty
    ///   when the mission goes alone
    /// @param clearance the note with which the host state was asked, `not-needed`, or empty
    record Support(List<String> units, List<String> cover, String withForce, String clearance) {

        public Support {
            units = List.copyOf(units);
            cover = List.copyOf(cover);
        }
    }

    /// An activity as its owner plans it; said again of the same subject it is a change.
    /// `happenedOn` is when it was planned.
    ///
    /// @param source the list it comes from, or `form`
    /// @param sourceKey the list's own word for it, e.g. `CA-17`
    /// @param lead the team or post that leads
    /// @param mandateTask which task of the mandate it serves, empty when not stated
    /// @param ended what a list says became of it; null while it is ahead
    record ActivityPlanned(
            String source,
            String sourceKey,
            Kind activityKind,
            Component owner,
            String lead,
            String mandateTask,
            Site site,
            Instant from,
            Instant to,
            Asking asking,
            Support support,
            @Nullable End ended,
            String basis,
            String note)
            implements Activities {}

    /// It was held, or called off.
    ///
    /// @param people how many were asked, null when not stated
    /// @param promises what was promised to people there, empty when nothing
    /// @param reason why it was called off, or what came of it
    record ActivityEnded(End end, @Nullable Integer people, String promises, String reason)
            implements Activities {}

    /// That it was held or called off was a slip: it stands in the plan again.
    record ActivityResumed(String reason) implements Activities {}
}

package org.vigie.record;

import java.util.Locale;
import java.util.UUID;

/// Somebody who was hurt, as far as their care has to be timed: a number within an alert, and when
/// each step of the way to care was taken. Nothing here says who it is: no name, no age, no unit,
/// no wound. Such entries are handled as [Handling#PROTECTION] or closer.
public sealed interface Casualties extends Body {

    /// Whose they are, as the rules on evacuation tell people apart.
    enum Who {
        MISSION,
        CIVILIAN,
        HOST_FORCE,
        OTHER_FORCE,
        NOT_STATED;

        /// `HOST_FORCE` is written `host-force`.
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// In the order in which they should follow each other; some are skipped, some come late.
    enum Step {
        INJURED,
        FIRST_AID,
        EVACUATION_ASKED,
        LAUNCHED,
        WHEELS_UP,
        AT_CARE,
        AT_SURGERY,
        ENDED;

        /// `AT_CARE` is written `at-care`.
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// There is a casualty. `happenedOn` is when they were hurt, null when nobody knows.
    ///
    /// @param about the alert
    /// @param number within the alert, from 1
    record CasualtyOpened(UUID about, int number, Who who) implements Casualties {}

    /// A step on the way to care, when it happened; one of [Step#INJURED] corrects when they were
    /// hurt.
    ///
    /// @param note what kept it, empty when nothing; never who it is
    record CasualtyStepped(Step step, String note) implements Casualties {}
}

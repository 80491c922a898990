package org.vigie.record;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a watch writes about itself: notes, and the handover from one officer to the next. All else
/// that stands in a watch log is written by the entries themselves.
///
/// Nobody outside the mission is named in it; such entries are handled as [Handling#PROTECTION].
public sealed interface Watchkeeping extends Body {

    /// An officer noted something that no other entry says. The subject is the note.
    ///
    /// @param about the alert or the report that it concerns; null for the watch as a whole
    record WatchNoted(String text, @Nullable UUID about) implements Watchkeeping {}

    /// The officer who leaves gave the watch to the next one; the author is the officer who leaves.
    /// What was open then is not in it: it is computed from what was known at this moment. The
    /// subject is the handover.
    ///
    /// @param to post or name of the officer who is to come, empty where nobody knows yet
    /// @param words what the officer says beside what is computed, empty for nothing
    /// @param notes those that the next officer shall read, by their subjects
    record HandoverGiven(String to, String words, List<UUID> notes) implements Watchkeeping {

        public HandoverGiven {
            notes = List.copyOf(notes);
        }
    }

    /// Another officer took the watch over. From this entry on what the officer who left had taken
    /// is the author's.
    ///
    /// @param seenUntil up to which moment whoever signed had the log before them
    /// @param remark of whoever signed, empty for none
    record HandoverSigned(Instant seenUntil, String remark) implements Watchkeeping {}

    /// How soon each step is due after a warning, and when it climbs while nobody acknowledges it,
    /// as somebody of the mission set it. The version known last holds; the subject is always the
    /// same.
    ///
    /// @param limits those that are on a clock; a step that is not among them is on none
    /// @param ladder after how many times the time to acknowledge something climbs to the chief of
    ///   the operations centre, to the chief of staff, to the head of mission; never decreasing
    /// @param basis why these: an order, a standing procedure, a lesson
    record TimesSet(List<Limit> limits, List<Integer> ladder, String basis)
            implements Watchkeeping {

        public TimesSet {
            limits = List.copyOf(limits);
            ladder = List.copyOf(ladder);
        }
    }

    /// A step at a severity, and how many minutes after the warning it is due.
    record Limit(Warnings.Severity severity, Milestone step, int minutes) {}

    /// A paper that is drafted from the entries.
    enum Paper {
        /// The situation report of a day.
        SITREP,
        /// The report of one alert, at once.
        FLASH
    }

    /// A part of such a paper.
    enum Part {
        HIGHLIGHTS,
        SECURITY,
        PROTECTION,
        OPERATIONS,
        MOVEMENT,
        EVENT,
        ACTION,
        COMMENT,
        OUTLOOK
    }

    /// What an officer says in a part of a paper, beside what is computed. The version known last
    /// holds, all of them stay. The subject is the paper.
    ///
    /// @param of the day of a situation report, e.g. `2026-03-19`; the id of the alert of a flash
    ///   report
    /// @param text empty where the officer takes the words back
    record PaperWorded(Paper paper, String of, Part part, String text) implements Watchkeeping {}
}

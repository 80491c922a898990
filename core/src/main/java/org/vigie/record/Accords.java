package org.vigie.record;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What parties agreed with each other, and what came of it: accords between a government and
/// movements as well as those of two villages. No community is a party: whoever signed for it is
/// named by function, never by name.
public sealed interface Accords extends Body {

    /// How far an accord reaches.
    enum Scope {
        NATIONAL,
        REGIONAL,
        LOCAL
    }

    /// An accord. The subject is `Ids.subject("accord", code)`; `happenedOn` is the day on which it
    /// was first signed.
    ///
    /// @param area code of the area that it is about, empty when not stated
    /// @param areaName the area's name
    /// @param basis id of a source, or `assumed`
    record AccordMade(
            String code,
            String name,
            Scope scope,
            String area,
            String areaName,
            String basis,
            String note)
            implements Accords {}

    /// What a party did about an accord as a whole.
    enum AccordAct {
        SIGNED,
        LEFT,
        SUSPENDED,
        RESUMED,
        ENDED
    }

    /// One party's act. The subject is the accord, `happenedOn` the day of the act.
    ///
    /// @param who an actor's code, or in words who it was; empty when not stated
    /// @param text in what capacity, or the reason given
    record AccordStepped(AccordAct act, String who, String text, String basis, String note)
            implements Accords {}

    /// A body that watches over an accord. The subject is the accord, `happenedOn` says since when.
    record MonitorNamed(String who, String text, String basis, String note) implements Accords {}

    /// Something that a party promised in an accord. The subject is `Ids.subject("commitment",
    /// code)`.
    ///
    /// @param by actors' codes, or in words who promised
    /// @param to actors' codes, or in words to whom; empty when to all
    /// @param due by the end of which day, null when no day was agreed
    record CommitmentMade(
            String code,
            String accord,
            List<String> by,
            List<String> to,
            String text,
            @Nullable LocalDate due,
            String basis,
            String note)
            implements Accords {

        public CommitmentMade {
            by = List.copyOf(by);
            to = List.copyOf(to);
        }
    }

    /// What a source says became of a commitment.
    enum CommitmentStep {
        AMENDED,
        KEPT,
        PARTLY_KEPT,
        BROKEN,
        OVERDUE
    }

    /// One source's word on a commitment. The subject is the commitment, `happenedOn` the day that
    /// the word is about.
    ///
    /// @param text what was kept or broken, or how the commitment reads now
    /// @param due the new day, where it was amended
    record CommitmentStepped(
            CommitmentStep step, String text, @Nullable LocalDate due, String basis, String note)
            implements Accords {}
}

package org.vigie.exchange.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.vigie.exchange.words.Language;
import org.vigie.exchange.words.Words;
import org.vigie.record.Milestone;
import org.vigie.warn.DueList;
import org.vigie.warn.Escalation.Rung;

/// What a letter says, letter by letter.
class NoticeTest {

    private static final UUID ID = UUID.fromString("1a2b3c4d-0000-4000-8000-000000000001");
    private static final Instant AT = Instant.parse("2026-03-15T05:30:00Z");
    private static final Words ENGLISH = Words.of(Language.EN);
    private static final Words FRENCH = Words.of(Language.FR);

    private static Notice notice(Notice.What what, boolean exercise) {
        return new Notice(what, Notice.number(ID), AT, exercise);
    }

    @Test
    void a_letter_says_sort_number_and_when() {
        var opened = notice(new Notice.What.Opened(), false);
        assertEquals("Vigie: an alert was opened (1a2b3c4d)", opened.subject(ENGLISH));
        assertEquals(
                """
                an alert was opened (1a2b3c4d)
                15 Mar 2026 05:30 Z (UTC)

                What it is about stands on the watch.
                https://vigie.example.org/lite

                This e-mail says no more on purpose: it lies on telephones and on the servers of others. Do not answer it, and write nothing about an alert by e-mail.
                """,
                opened.text(ENGLISH, "https://vigie.example.org/lite"));
    }

    @Test
    void an_exercise_is_said_first_in_french_too() {
        var climbed = notice(new Notice.What.Escalated(false, Rung.OPERATIONS_CHIEF), true);
        assertEquals(
                "EXERCICE – Vigie: personne n’a pris en compte le signalement 1a2b3c4d à temps. À prévenir maintenant : chef du centre d’opérations",
                climbed.subject(FRENCH));
        assertEquals(
                "EXERCICE : rien dans ce courriel n’est réel.",
                climbed.text(FRENCH, "").lines().findFirst().orElseThrow());
    }

    @Test
    void what_is_overdue_is_told_without_its_owner() {
        var item =
                new DueList.Item(DueList.Kind.ALERT, ID, Milestone.VERIFY, AT, "Captain Somebody");
        var due = new Notice.What.Due(item);
        assertEquals("", due.item().owner());
        assertEquals(
                "Vigie: overdue: Alert 1a2b3c4d: " + ENGLISH.of(Milestone.VERIFY),
                notice(due, false).subject(ENGLISH));
    }
}

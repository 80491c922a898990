package org.vigie.server.lite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vigie.record.Body;
import org.vigie.record.Component;
import org.vigie.record.Entry;
import org.vigie.record.Erased;
import org.vigie.record.Handling;
import org.vigie.record.Housekeeping;
import org.vigie.record.Origin;
import org.vigie.server.Demo;
import org.vigie.server.Running;
import org.vigie.server.picture.Desk;
import org.vigie.server.picture.Proof;

/// What pages show of an entry whose body nobody can read any longer.
@SuppressWarnings("NullAway.Init")
class ErasedPagesTest {

    private static final UUID SUBJECT = new UUID(1, 1);
    private static final UUID ERASED = new UUID(2, 2);
    private static final UUID KEYLESS = new UUID(3, 3);

    private static Running server;

    @BeforeAll
    static void start() throws IOException {
        var demo = Demo.with(10);
        demo.real()
                .append(
                        List.of(
                                entry(ERASED, Handling.PROTECTION, new Erased("report-received")),
                                entry(KEYLESS, Handling.PROTECTION, new Erased("reporter-told")),
                                entry(
                                        new UUID(4, 4),
                                        Handling.MISSION,
                                        new Housekeeping.KeyDestroyed(
                                                ERASED,
                                                "consent <withdrawn>",
                                                "protection adviser",
                                                "chief of staff"))));
        server =
                Running.on(
                        new Desk(
                                demo.real(),
                                demo.exercise(),
                                demo.mission(),
                                demo.places(),
                                ofExercise ->
                                        new Proof.Verdict.Whole(
                                                13, 2, ofExercise ? 0 : 1, "vigie.org/x\n13\nroot"),
                                demo.clock(),
                                demo.chance(),
                                false));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void an_erased_entry_says_who_erased_it_and_why_in_both_languages() {
        var english = server.get("/lite/entries/" + ERASED);
        assertEquals(200, english.status());
        assertTrue(
                english.body()
                        .contains(
                                "by protection adviser and chief of staff: consent &lt;withdrawn&gt;"),
                english::body);
        var french = server.get("/lite/entries/" + ERASED + "?lang=fr").body();
        assertTrue(french.contains("par protection adviser et chief of staff"), french);
    }

    @Test
    void an_entry_that_lost_its_key_is_not_called_erased() {
        var body = server.get("/lite/entries/" + KEYLESS).body();
        assertTrue(body.contains("its key is missing"), body);
        assertFalse(body.contains("Erased on"), body);
    }

    @Test
    void the_entries_about_a_thing_show_which_are_erased() {
        var body = server.get("/lite/subjects/" + SUBJECT).body();
        assertTrue(body.contains("report received <i class=\"tag\">erased</i>"), body);
        assertTrue(body.contains("body erased"), body);
    }

    @Test
    void the_page_that_verifies_counts_what_was_erased_and_gives_the_checkpoint() {
        var english = server.get("/lite/verify").body();
        assertTrue(english.contains("One entry was erased"), english);
        assertTrue(english.contains("<pre>vigie.org/x\n13\nroot</pre>"), english);
        var french = server.get("/lite/verify?lang=fr").body();
        assertTrue(french.contains("Une écriture a été effacée"), french);
        assertFalse(server.get("/lite/verify?exercise=1").body().contains("erased"), english);
        var outside =
                server.get("/lite/verify", Map.of("Cookie", "vigie-officer=OUTSIDE.visitor"))
                        .body();
        assertTrue(outside.contains("Nothing that was recorded has been changed"), outside);
        assertFalse(outside.contains("vigie.org/x") || outside.contains("13"), outside);
    }

    private static Entry entry(UUID id, Handling handling, Body body) {
        return new Entry(
                id,
                SUBJECT,
                null,
                null,
                "duty officer",
                Component.OPERATIONS_CENTRE,
                handling,
                Origin.hand(),
                null,
                body);
    }
}

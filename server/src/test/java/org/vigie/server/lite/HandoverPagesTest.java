package org.vigie.server.lite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.record.ActorClass;
import org.vigie.record.Alerts;
import org.vigie.record.Grade;
import org.vigie.record.Handover;
import org.vigie.record.Handovers;
import org.vigie.record.Ids;
import org.vigie.record.Picture;
import org.vigie.record.Site;
import org.vigie.record.Viewer;
import org.vigie.record.Warnings;
import org.vigie.record.Watchkeeping;
import org.vigie.server.Demo;
import org.vigie.server.Running;

/// The watch log, notes and the handover in the browsers of two officers.
@SuppressWarnings("NullAway.Init")
class HandoverPagesTest {

    private static final int BYTES_MAX = 30 * 1024;
    private static final String EARLY = "vigie-officer=OPERATIONS_CENTRE.Early";
    private static final String LATE = "vigie-officer=OPERATIONS_CENTRE.Late";
    private static final String VISITOR = "vigie-officer=OUTSIDE.Visitor";
    private static final UUID REPORT = Ids.subject("report", "r");

    private Demo demo;
    private Running server;
    private int number;

    @BeforeEach
    void start() {
        demo = new Demo();
        demo.bases();
        report("Hollow Quarry", REPORT);
        server = Running.on(demo.standing());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void report(String where, UUID id) {
        demo.add(
                id,
                null,
                new Warnings.ReportReceived(
                        "phone",
                        Site.named(where),
                        "armed men",
                        "herders",
                        "a raid at " + where,
                        Warnings.Severity.HIGH,
                        ActorClass.MILITIA,
                        Grade.UNJUDGED,
                        false));
    }

    private Picture picture() {
        var now = Demo.NOW.plus(Duration.ofDays(1));
        return demo.ledger().asOf(now, now, Viewer.officer("x"));
    }

    private String get(String path, String cookie) {
        var page = server.get(path, Map.of("Cookie", cookie));
        assertEquals(200, page.status(), page.body());
        assertTrue(page.bytes() <= BYTES_MAX, path + ": " + page.bytes());
        return page.body();
    }

    private Running.Answer send(String path, String cookie, String... fields) {
        var form = new HashMap<String, String>();
        form.put("id", Ids.fresh(Demo.NOW, new java.util.Random(++number)).toString());
        for (int i = 0; i < fields.length; i += 2) {
            form.put(fields[i], fields[i + 1]);
        }
        return server.post(path, form, server.withCookie(cookie));
    }

    private Running.Answer give(String cookie, String to) {
        return send(
                "/lite/handover", cookie, "handover-words", "watch the ford", "handover-to", to);
    }

    private Handover only() {
        return Handovers.of(picture()).all().getLast();
    }

    private String path() {
        return "/lite/handover/" + only().id();
    }

    private Running.Answer sign(String cookie, Duration looked) {
        var seen = Demo.NOW.plus(looked).toString();
        return send(path(), cookie, "seen", seen, "handover-remark", "");
    }

    private Optional<String> owner() {
        return Alerts.of(picture()).findReport(REPORT).orElseThrow().findOwner();
    }

    @Test
    void the_log_writes_itself_and_leads_to_each_entry_in_both_languages() {
        send("/lite/reports/" + REPORT, EARLY, "act", "take");
        var log = get("/lite/log?lang=en", EARLY);
        assertTrue(log.contains("report received"), log);
        assertTrue(log.contains("a raid at Hollow Quarry · Hollow Quarry</a>"), log);
        assertTrue(log.indexOf("report taken over") < log.indexOf("report received"), log);
        assertTrue(log.contains("href=\"/lite/entries/"), log);
        assertTrue(get("/lite/log?lang=fr", EARLY).contains("<h1>Main courante</h1>"));
        assertTrue(get("/lite/watch", EARLY).contains("href=\"/lite/log\""));
        assertTrue(get("/lite/reports/" + REPORT, EARLY).contains("/lite/log?about=" + REPORT));
    }

    @Test
    void who_may_not_see_an_entry_does_not_see_its_line() {
        send("/lite/log", EARLY, "watch-note", "the ford is up");
        assertTrue(get("/lite/log", EARLY).contains("the ford is up"));
        assertFalse(get("/lite/log", VISITOR).contains("the ford is up"));
        assertFalse(get("/lite/log", VISITOR).contains("a raid at"));
    }

    @Test
    void a_note_is_kept_and_one_that_leads_to_somebody_comes_back_as_it_was_typed() {
        var kept = send("/lite/log", EARLY, "watch-note", "ask again", "watch-about", "" + REPORT);
        assertEquals(303, kept.status(), kept.body());
        assertTrue(get("/lite/log?about=" + REPORT, EARLY).contains("ask again"));
        var refused = send("/lite/log", EARLY, "watch-note", "call 70 11 22 47");
        assertEquals(422, refused.status());
        assertTrue(refused.body().contains("call 70 11 22 47"), "nothing typed is lost");
        assertEquals(1, picture().entries(Watchkeeping.WatchNoted.class).size());
        var unknown =
                send("/lite/log", EARLY, "watch-note", "x", "watch-about", "" + UUID.randomUUID());
        assertEquals(422, unknown.status());
        assertEquals(404, server.get("/lite/log?about=" + UUID.randomUUID()).status());
    }

    @Test
    void one_gives_the_other_signs_and_what_the_one_had_is_the_others() {
        send("/lite/reports/" + REPORT, EARLY, "act", "take");
        var draft = get("/lite/handover?lang=en", EARLY);
        assertTrue(draft.contains("computed from the entries"), draft);
        assertTrue(draft.contains("1 report that waits"), draft);
        assertEquals(303, give(EARLY, "Late").status());
        var watch = get("/lite/watch?lang=en", LATE);
        assertTrue(watch.contains("Until then both are on watch."), watch);
        var paper = get(path() + "?lang=en", LATE);
        assertTrue(paper.contains("<h2>Words of Early</h2><blockquote><p>watch the ford"), paper);
        assertTrue(paper.contains("Take the watch over as Late"), paper);
        assertEquals(Optional.of("Early"), owner());
        assertEquals(303, sign(LATE, Duration.ZERO).status());
        assertEquals(Optional.of("Late"), owner());
        var signed = get(path() + "?lang=en", EARLY);
        assertTrue(signed.contains("signed by Late"), signed);
        assertTrue(get(path() + "?lang=fr", EARLY).contains("signée par Late"));
        assertTrue(
                get("/lite/reports/" + REPORT + "?lang=en", LATE)
                        .contains("taken by Late, handed over by Early"));
        assertFalse(get("/lite/watch?lang=en", EARLY).contains("both are on watch"));
        assertTrue(get("/lite/log", EARLY).contains("href=\"" + path() + "\""), "a way to it");
    }

    @Test
    void nobody_signs_their_own_and_nobody_without_a_name_or_the_right_to_see_gives_one() {
        give(EARLY, "");
        assertTrue(get(path() + "?lang=en", EARLY).contains("another one does"));
        assertEquals(409, sign(EARLY, Duration.ZERO).status());
        assertTrue(only().waits());
        assertEquals(422, give(EARLY, "Early").status());
        assertEquals(409, send("/lite/handover", "x=y", "handover-words", "bye").status());
        assertEquals(403, give(VISITOR, "").status());
        assertEquals(1, Handovers.of(picture()).all().size());
        assertTrue(get("/lite/handover?lang=en", "x=y").contains("Say who you are"));
        assertEquals(404, server.get(path(), Map.of("Cookie", VISITOR)).status());
    }

    @Test
    void nobody_signs_their_own_by_typing_their_name_otherwise() {
        assertEquals(422, give(EARLY, "eARLY").status());
        assertEquals(422, give(EARLY, "\u00a0Early").status());
        var unseen = give(EARLY, "Ear\u200bly");
        assertEquals(422, unseen.status());
        assertTrue(unseen.body().contains("nobody can see"), unseen.body());
        assertEquals(422, give(EARLY, "\uff25\uff41\uff52\uff4c\uff59").status());
        assertEquals(0, Handovers.of(picture()).all().size());
        give(EARLY, "");
        assertEquals(409, sign("vigie-officer=OPERATIONS_CENTRE.EARLY", Duration.ZERO).status());
        assertEquals(409, sign("vigie-officer=OPERATIONS_CENTRE.early", Duration.ZERO).status());
        // Such a cookie names nobody, and nobody signs without a name.
        for (var hidden : List.of("Early%C2%A0", "Ear%E2%80%8Bly", "%E3%85%A4Early")) {
            var cookie = "vigie-officer=OPERATIONS_CENTRE." + hidden;
            assertEquals(409, sign(cookie, Duration.ZERO).status(), hidden);
        }
        assertTrue(only().waits());
        assertEquals(303, sign(LATE, Duration.ZERO).status());
    }

    @Test
    void a_name_with_a_letter_that_nobody_can_see_is_refused_with_a_sentence() {
        for (var name : List.of("Ear\u200bly", "Early\u00a0", "\u3164")) {
            var sent =
                    server.post(
                            "/lite/officer",
                            Map.of("post", name, "component", "operations-centre"));
            assertEquals(422, sent.status(), name);
            assertTrue(sent.body().contains("nobody can see"), sent.body());
        }
    }

    @Test
    void the_moment_somebody_looked_is_neither_to_come_nor_before_it_was_given() {
        demo.later(Duration.ofMinutes(10));
        give(EARLY, "");
        assertEquals(400, sign(LATE, Duration.ofMinutes(11)).status());
        assertEquals(400, sign(LATE, Duration.ofMinutes(9)).status());
        for (var moment : List.of("-1000000000-01-01T00:00:00Z", "now", "")) {
            assertEquals(400, send(path(), LATE, "seen", moment).status(), moment);
        }
        assertTrue(only().waits());
        assertEquals(303, sign(LATE, Duration.ofMinutes(10)).status());
    }

    @Test
    void what_came_in_since_is_shown_and_nobody_signs_for_what_they_have_not_seen() {
        give(EARLY, "");
        demo.later(Duration.ofMinutes(10));
        report("Tarn Ford", Ids.subject("report", "late"));
        demo.later(Duration.ofMinutes(5));
        var page = get(path() + "?lang=en", LATE);
        assertTrue(page.contains("1 line since it was given"), page);
        assertTrue(page.contains("a raid at Tarn Ford"), page);
        var old = sign(LATE, Duration.ofMinutes(2));
        assertEquals(422, old.status(), old.body());
        assertTrue(old.body().contains("id=\"problems\""), old.body());
        assertTrue(only().waits());
        assertEquals(303, sign(LATE, Duration.ofMinutes(15)).status());
        assertFalse(only().waits());
    }

    @Test
    void of_two_who_sign_at_the_same_moment_one_does_and_the_other_is_told() throws Exception {
        give(EARLY, "");
        var path = path();
        var threads = Executors.newFixedThreadPool(4);
        try {
            var tries = new ArrayList<Callable<Integer>>();
            for (var who : List.of("Late", "Third", "Fourth", "Fifth")) {
                tries.add(() ->
                        server.post(
                                        path,
                                        Map.of(
                                                "id",
                                                Ids.fresh(
                                                                Demo.NOW,
                                                                new java.util.Random(
                                                                        who.hashCode()))
                                                        .toString(),
                                                "seen",
                                                Demo.NOW.toString()),
                                        server.withCookie("vigie-officer=OPERATIONS_CENTRE." + who))
                                .status());
            }
            var answers = new ArrayList<Integer>();
            for (var answer : threads.invokeAll(tries)) {
                answers.add(answer.get());
            }
            answers.sort(null);
            assertEquals(List.of(303, 409, 409, 409), answers);
        } finally {
            threads.shutdownNow();
        }
        assertEquals(1, picture().entries(Watchkeeping.HandoverSigned.class).size());
        assertEquals(409, sign("vigie-officer=OPERATIONS_CENTRE.Sixth", Duration.ZERO).status());
    }

    @Test
    void chosen_notes_stand_with_the_words_and_a_second_handover_replaces_the_first() {
        send("/lite/log", EARLY, "watch-note", "the ford is up");
        var note = picture().entries(Watchkeeping.WatchNoted.class).getFirst().entry().subject();
        give(EARLY, "");
        var first = path();
        send("/lite/handover", EARLY, "handover-words", "again", "n-" + note, "on");
        assertTrue(get(path(), LATE).contains("the ford is up"));
        assertFalse(get(first, LATE).contains("the ford is up</li>"));
        assertTrue(get(first + "?lang=en", LATE).contains("given again before anybody signed"));
        var old = send(first, LATE, "seen", Demo.NOW.toString());
        assertEquals(409, old.status());
    }

    @Test
    void a_full_watch_keeps_within_a_page_and_says_how_much_more_there_is() {
        for (int i = 0; i < 60; i++) {
            report("Village " + i, Ids.subject("many", "" + i));
        }
        var page = get("/lite/handover?lang=en", EARLY);
        assertTrue(page.contains("61 reports that wait"), page);
        assertTrue(page.contains("46 more lines"), page);
        give(EARLY, "");
        for (int i = 0; i < 60; i++) {
            report("Later " + i, Ids.subject("more", "" + i));
        }
        var paper = get(path() + "?lang=fr", LATE);
        assertTrue(paper.contains("60 lignes depuis la transmission"), paper);
        assertTrue(get("/lite/log?lang=en", LATE).contains("more lines"));
    }
}

package org.vigie.server.lite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.plan.medical.CareClocks;
import org.vigie.record.ActorClass;
import org.vigie.record.Casualties;
import org.vigie.record.Casualties.Step;
import org.vigie.record.Handling;
import org.vigie.record.Ids;
import org.vigie.record.Site;
import org.vigie.record.Viewer;
import org.vigie.record.Warnings;
import org.vigie.server.Demo;
import org.vigie.server.Running;

/// Casualties in the browser: numbers and times, never who it is.
@SuppressWarnings("NullAway.Init")
class CasualtyPagesTest {

    private static final int BYTES_MAX = 30 * 1024;
    private static final String PAGE = "/lite/casualties";
    private static final UUID ALERT = Ids.subject("alert", "a");
    private static final Instant LATER = Demo.NOW.plusSeconds(60);
    private static final String HURT = field(Duration.ofMinutes(90));

    private Demo demo;
    private Running server;

    @BeforeEach
    void start() {
        demo = new Demo();
        demo.bases();
        demo.add(
                ALERT,
                null,
                new Warnings.AlertOpened(
                        "Patrol hit",
                        Site.named("Hollow Quarry"),
                        Warnings.Severity.HIGH,
                        "",
                        ActorClass.UNKNOWN,
                        List.of()));
        server = Running.on(demo.desk());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static String field(Duration before) {
        return Demo.NOW.minus(before).toString().substring(0, 16);
    }

    private Map<String, String> form(String act, String... more) {
        var form = new HashMap<String, String>();
        form.put("id", server.get(PAGE + "?alert=" + ALERT).formId());
        form.put("act", act);
        form.put("alert", ALERT.toString());
        for (int i = 0; i < more.length; i += 2) {
            form.put(more[i], more[i + 1]);
        }
        return form;
    }

    private Running.Answer hurt(String number, String who) {
        return server.post(
                PAGE,
                form("hurt", "casualty-number", number, "casualty-who", who, "injured-at", HURT));
    }

    private Map<String, String> step(String number, Step step, Duration before, String note) {
        return form(
                "taken",
                "casualty",
                CareClocks.subject(ALERT, Integer.parseInt(number)).toString(),
                "care-step",
                step.code(),
                "taken-at",
                field(before),
                "care-note",
                note);
    }

    private CareClocks held() {
        return CareClocks.of(demo.ledger().asOf(LATER, LATER, Viewer.officer("Duty officer")));
    }

    @Test
    void a_casualty_is_a_number_whose_clocks_run_from_the_injury() {
        assertEquals(303, hurt("1", "mission").status());
        assertEquals(303, hurt("2", "civilian").status());
        assertEquals(
                303,
                server.post(PAGE, step("1", Step.FIRST_AID, Duration.ofMinutes(82), "")).status());
        var page = server.get(PAGE + "?lang=en&alert=" + ALERT);
        assertTrue(page.body().contains("met, after 8 min"), page.body());
        assertTrue(page.body().contains("<b class=\"late\">not met</b>"), page.body());
        assertTrue(page.body().contains("running, until 15 Mar 2026 06:00 Z"), page.body());
        assertTrue(page.body().contains("civilian, not of the mission (n = 1)"), page.body());
        assertTrue(page.bytes() <= BYTES_MAX, "" + page.bytes());
        var french = server.get(PAGE + "?lang=fr&alert=" + ALERT).body();
        assertTrue(french.contains("tenu, après 8 min"), french);
        var alert = server.get("/lite/alerts/" + ALERT + "?lang=en").body();
        assertTrue(alert.contains("Casualties of this alert (2): write down a step"), alert);
        assertTrue(server.get(PAGE + "?lang=en").body().contains("No. 2"));
    }

    @Test
    void a_step_before_the_injury_is_refused_with_the_reason_in_both_languages() {
        hurt("1", "mission");
        var form = step("1", Step.AT_SURGERY, Duration.ofHours(2), "");
        var refused = server.post(PAGE, form);
        assertEquals(422, refused.status());
        assertTrue(refused.body().contains("cannot be: they were hurt at"), refused.body());
        form.put("lang", "fr");
        assertTrue(server.post(PAGE, form).body().contains("impossible, la blessure est de"));
        assertEquals(1, held().casualties().getFirst().steps().size());
    }

    @Test
    void a_step_said_again_corrects_and_taken_back_the_old_one_holds_again() {
        hurt("1", "mission");
        server.post(PAGE, step("1", Step.FIRST_AID, Duration.ofMinutes(70), ""));
        server.post(PAGE, step("1", Step.FIRST_AID, Duration.ofMinutes(82), "radio log"));
        var early = step("1", Step.FIRST_AID, Duration.ofMinutes(84), "");
        early.put("care-known", field(Duration.ofMinutes(30)));
        assertEquals(422, server.post(PAGE, early).status(), "it would not count");
        var taken = held().casualties().getFirst().find(Step.FIRST_AID).orElseThrow();
        assertEquals("radio log", taken.note());
        var back = form("take-back", "entry-id", taken.by().entry().id().toString(), "why", "slip");
        assertEquals(303, server.post(PAGE, back).status());
        assertEquals(
                Demo.NOW.minus(Duration.ofMinutes(70)),
                held().casualties().getFirst().findTime(Step.FIRST_AID).orElseThrow());
    }

    @Test
    void a_number_is_given_once_and_the_same_form_again_writes_nothing() {
        var form =
                form("hurt", "casualty-number", "1", "casualty-who", "mission", "injured-at", HURT);
        assertEquals(303, server.post(PAGE, form).status());
        assertEquals(303, server.post(PAGE, form).status());
        assertEquals(409, hurt("1", "civilian").status());
        assertEquals(1, held().casualties().size());
        var step = step("1", Step.FIRST_AID, Duration.ofMinutes(82), "");
        assertEquals(303, server.post(PAGE, step).status());
        assertEquals(303, server.post(PAGE, step).status());
        step.put("taken-at", field(Duration.ofMinutes(80)));
        assertEquals(409, server.post(PAGE, step).status());
    }

    @Test
    void whoever_tells_who_it_is_is_refused() {
        hurt("1", "mission");
        for (var note :
                List.of(
                        "man, 34 years old",
                        "SGT TRAORE",
                        "plaie par balle au thorax",
                        "waits \u202eat the ford",
                        "call 70 12 34 56 78")) {
            var refused =
                    server.post(PAGE, step("1", Step.FIRST_AID, Duration.ofMinutes(82), note));
            assertEquals(422, refused.status(), note);
        }
        assertEquals(1, held().casualties().getFirst().steps().size());
    }

    @Test
    void what_kept_it_is_chosen_and_shown_in_the_reader_s_language() {
        hurt("1", "mission");
        var form = step("1", Step.FIRST_AID, Duration.ofMinutes(82), "at the ford");
        form.put("care-delay", "escort");
        assertEquals(303, server.post(PAGE, form).status());
        var page = server.get(PAGE + "?lang=en&alert=" + ALERT).body();
        assertTrue(page.contains("no escort, at the ford"), page);
        assertTrue(page.contains("First aid, within 10 min"), page);
        assertTrue(server.get(PAGE + "?lang=fr&alert=" + ALERT).body().contains("pas d’escorte"));
        form = step("1", Step.LAUNCHED, Duration.ofMinutes(80), "");
        form.put("care-delay", "sergeant");
        assertEquals(422, server.post(PAGE, form).status());
    }

    @Test
    void an_injury_is_not_taken_back_where_the_rest_could_not_be_so_without_it() {
        hurt("1", "mission");
        server.post(PAGE, step("1", Step.INJURED, Duration.ofHours(2), ""));
        server.post(PAGE, step("1", Step.FIRST_AID, Duration.ofMinutes(110), ""));
        var injury = held().casualties().getFirst().find(Step.INJURED).orElseThrow().by();
        var back = form("take-back", "entry-id", injury.entry().id().toString(), "why", "slip");
        var refused = server.post(PAGE, back);
        assertEquals(422, refused.status());
        assertTrue(refused.body().contains("Without this entry the rest cannot be so"));
    }

    @Test
    void a_number_that_was_taken_back_is_not_offered_again_and_a_conflict_leads_back() {
        hurt("1", "mission");
        hurt("2", "mission");
        var two = held().casualties().getLast().opened().entry().id().toString();
        assertEquals(
                303, server.post(PAGE, form("take-back", "entry-id", two, "why", "slip")).status());
        var page = server.get(PAGE + "?alert=" + ALERT).body();
        assertTrue(page.contains("name=\"casualty-number\" value=\"3\""), page);
        var conflict = hurt("2", "mission");
        assertEquals(409, conflict.status());
        assertTrue(conflict.body().contains(PAGE + "?alert=" + ALERT), conflict.body());
    }

    @Test
    void whoever_is_outside_the_mission_sees_neither_casualties_nor_the_plan() {
        hurt("1", "civilian");
        var headers = server.withCookie("vigie-officer=OUTSIDE.guest");
        var alert = server.get(PAGE + "?lang=en&alert=" + ALERT, headers);
        assertFalse(alert.body().contains("No. 1"), alert.body());
        assertTrue(server.get(PAGE + "?lang=en", headers).body().contains("0 casualties"));
        var plan = server.get("/lite/plan.csv", headers);
        assertEquals(1, plan.body().lines().count(), plan.body());
    }

    @Test
    void what_is_written_is_for_those_who_protect_and_is_in_nothing_that_goes_out() {
        hurt("1", "civilian");
        server.post(PAGE, step("1", Step.FIRST_AID, Duration.ofMinutes(82), "fogbound"));
        var entries = demo.ledger().asOf(LATER, LATER, Viewer.owner()).entries(Casualties.class);
        assertEquals(2, entries.size());
        assertTrue(
                entries.stream()
                        .allMatch(entry -> entry.entry().handling() == Handling.PROTECTION));
        assertTrue(
                demo.ledger()
                        .asOf(LATER, LATER, Viewer.outsider())
                        .entries(Casualties.class)
                        .isEmpty());
        for (var address :
                List.of(
                        "/ogc/collections/incidents/items?f=json&tier=public",
                        "/feeds/incidents.atom?tier=public",
                        "/lite/export.csv?tier=public",
                        "/lite/export?tier=public",
                        "/lite/brief?tier=public",
                        "/lite/restrictions.csv")) {
            var out = server.get(address).body();
            assertFalse(out.contains("fogbound"), address);
            assertFalse(out.contains("casualty-"), address);
        }
    }

    @Test
    void a_moment_before_it_was_so_is_no_moment_of_knowing_and_an_earlier_one_is_marked() {
        hurt("1", "mission");
        var form = step("1", Step.FIRST_AID, Duration.ofMinutes(82), "");
        form.put("care-known", field(Duration.ofMinutes(85)));
        assertEquals(422, server.post(PAGE, form).status());
        form.put("care-known", field(Duration.ofHours(1)));
        assertEquals(303, server.post(PAGE, form).status());
        assertTrue(server.get(PAGE + "?alert=" + ALERT).body().contains("◂"));
    }
}

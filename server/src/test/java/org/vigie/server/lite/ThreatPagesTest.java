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
import org.vigie.record.ActorClass;
import org.vigie.record.Component;
import org.vigie.record.Entry;
import org.vigie.record.Grade;
import org.vigie.record.Handling;
import org.vigie.record.Ids;
import org.vigie.record.Origin;
import org.vigie.record.Site;
import org.vigie.record.Threats;
import org.vigie.record.Viewer;
import org.vigie.record.Warnings;
import org.vigie.server.Demo;
import org.vigie.server.Running;
import org.vigie.warn.ThreatFile;
import org.vigie.warn.ThreatFiles;

/// Threat files in the browser.
@SuppressWarnings("NullAway.Init")
class ThreatPagesTest {

    private static final int BYTES_MAX = 30 * 1024;
    private static final String LIST = "/lite/threats";
    private static final UUID ALERT = Ids.subject("alert", "a");
    private static final UUID REPORT = Ids.subject("report", "r");
    private static final Instant LATER = Demo.NOW.plusSeconds(60);

    private Demo demo;
    private Running server;

    @BeforeEach
    void start() {
        demo = new Demo();
        demo.bases();
        demo.add(
                REPORT,
                null,
                new Warnings.ReportReceived(
                        "phone",
                        Site.named("Hollow Quarry"),
                        "armed men",
                        "herders at the quarry",
                        "armed men",
                        Warnings.Severity.HIGH,
                        ActorClass.STATE,
                        Grade.UNJUDGED,
                        false));
        demo.add(
                ALERT,
                null,
                new Warnings.AlertOpened(
                        "Raid feared",
                        Site.named("Hollow Quarry"),
                        Warnings.Severity.HIGH,
                        "herders at the quarry",
                        ActorClass.MILITIA,
                        List.of()));
        server = Running.on(demo.desk());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /// Known so many days ago.
    private void early(int days, Threats body) {
        var known = Demo.NOW.minus(Duration.ofDays(days));
        demo.ledger()
                .append(
                        List.of(
                                new Entry(
                                        Ids.subject("entry", "early " + days),
                                        Ids.subject("threat", "old"),
                                        null,
                                        known,
                                        "duty officer",
                                        Component.PROTECTION,
                                        Handling.PROTECTION,
                                        Origin.hand(),
                                        null,
                                        body)));
    }

    private static Threats seenAtOrle() {
        return new Threats.ThreatIdentified(
                Site.named("Orle"), "traders at Orle", "extortion", ActorClass.STATE);
    }

    private ThreatFiles held() {
        return ThreatFiles.of(demo.ledger().asOf(LATER, LATER, Viewer.officer("Duty officer")));
    }

    private ThreatFile one() {
        return held().files().getFirst();
    }

    private String path() {
        return LIST + "/" + one().id();
    }

    private Map<String, String> form(String page, String... more) {
        var form = new HashMap<String, String>();
        form.put("id", server.get(page).formId());
        for (int i = 0; i < more.length; i += 2) {
            form.put(more[i], more[i + 1]);
        }
        return form;
    }

    private Map<String, String> opening(String alleged) {
        return form(
                LIST + "/new",
                "where",
                "Hollow Quarry",
                "threat",
                "a raid by night",
                "risk",
                "herders at the quarry",
                "alleged",
                alleged);
    }

    private Running.Answer open(String alleged) {
        return server.post(LIST + "/new", opening(alleged));
    }

    private Map<String, String> judgement(String likelihood, String impact) {
        return form(
                path(),
                "act",
                "assess",
                "likelihood",
                likelihood,
                "impact",
                impact,
                "basis",
                "two reports",
                "risk",
                "herders at the quarry",
                "alleged",
                "militia",
                "motive",
                "cattle",
                "capability",
                "some",
                "host-state-capacity",
                "strong",
                "host-state-intent",
                "unwilling",
                "tier",
                "physical");
    }

    private Running.Answer act(String act, String... more) {
        var form = form(path(), more);
        form.put("act", act);
        return server.post(path(), form);
    }

    private String page(String language) {
        return server.get(path() + "?lang=" + language).body();
    }

    @Test
    void a_file_is_opened_judged_and_shown_with_all_that_was_judged_in_both_languages() {
        var opened = open("militia");
        assertEquals(303, opened.status(), opened.body());
        assertTrue(page("en").contains("not judged yet"));
        var judged = server.post(path(), judgement("likely", "severe"));
        assertEquals(303, judged.status());
        assertEquals(path(), judged.header("location"), "no field of the form is in the address");
        var page = server.get(path() + "?lang=en");
        for (var said :
                List.of(
                        "<b>high (16)</b> = likely × severe",
                        "due by 22 Mar 2026",
                        "<td>strong<td>unwilling",
                        "<td>not judged<td>not judged",
                        "II: physical protection",
                        "cattle",
                        "two reports",
                        "last looked at 0 days ago")) {
            assertTrue(page.body().contains(said), said + "\n" + page.body());
        }
        assertTrue(page.bytes() <= BYTES_MAX, "" + page.bytes());
        var french = page("fr");
        assertTrue(french.contains("<b>haute (16)</b> = probable × grave"), french);
        assertTrue(french.contains("pouvoir n’est pas vouloir"), french);
    }

    @Test
    void the_list_has_what_presses_most_first_a_matrix_that_opens_its_rows_and_what_is_overdue() {
        open("militia");
        server.post(path(), judgement("likely", "severe"));
        early(9, seenAtOrle());
        var list = server.get(LIST + "?lang=en").body();
        assertTrue(list.contains("1 open file had to be judged again before today"), list);
        assertTrue(
                list.contains("traders at Orle · Orle</a>: overdue: was due by 8 Mar 2026"), list);
        assertTrue(list.contains("of-likelihood=likely"), list);
        assertTrue(list.contains("aria-label=\"1: likely, severe\">1</a>"), list);
        var rows = list.substring(list.indexOf("Open, what presses most first"));
        assertTrue(rows.indexOf("traders") < rows.indexOf("herders"), "nobody judged it yet");
        var cell = server.get(LIST + "?lang=en&of-likelihood=likely&of-impact=severe").body();
        rows = cell.substring(cell.indexOf("<h2>Open: likely, severe"));
        assertTrue(rows.contains("herders at the quarry"), rows);
        assertFalse(rows.contains("traders"), rows);
        assertTrue(server.get(LIST + "?lang=fr&show=overdue").body().contains("le plus ancien"));
        assertEquals(400, server.get(LIST + "?show=all").status());
        assertTrue(server.get(LIST).bytes() <= BYTES_MAX);
    }

    @Test
    void who_is_alleged_changes_no_priority_and_no_review_but_the_page_holds_all_back() {
        open("militia");
        server.post(path(), judgement("likely", "severe"));
        assertFalse(page("en").contains("Nothing about this leaves the mission"));
        var before = one();
        var form = judgement("likely", "severe");
        form.put("alleged", "state");
        assertEquals(303, server.post(path(), form).status());
        assertTrue(page("en").contains("Nothing about this leaves the mission"));
        assertTrue(page("fr").contains("Rien à ce sujet ne quitte la mission"));
        assertEquals(before.findPriority(), one().findPriority());
        assertEquals(before.reviewDue(), one().reviewDue());
        assertEquals(303, server.post(path(), judgement("likely", "severe")).status());
        assertTrue(
                page("en").contains("Nothing about this leaves the mission"),
                "once alleged it stays held back");
    }

    @Test
    void from_an_alert_the_form_is_filled_in_and_the_alert_belongs_to_the_file() {
        var alert = server.get("/lite/alerts/" + ALERT + "?lang=en").body();
        var way = LIST + "/new?alert=" + ALERT;
        assertTrue(alert.contains(way.replace("&", "&amp;")), alert);
        var form = server.get(way + "&lang=en");
        for (var said :
                List.of(
                        "value=\"Hollow Quarry\"",
                        "value=\"herders at the quarry\"",
                        "<option value=\"militia\" selected",
                        "Raid feared")) {
            assertTrue(form.body().contains(said), said + "\n" + form.body());
        }
        var filled = opening("militia");
        filled.put("alert", ALERT.toString());
        assertEquals(303, server.post(LIST + "/new", filled).status());
        assertTrue(one().linkedTo(ALERT));
        assertTrue(page("en").contains("/lite/alerts/" + ALERT));
        alert = server.get("/lite/alerts/" + ALERT + "?lang=en").body();
        assertTrue(alert.contains(LIST + "/" + one().id()), alert);
        assertTrue(server.get(way + "&lang=en").body().contains("It belongs to a file already"));
        assertEquals(404, server.get(LIST + "/new?alert=" + UUID.randomUUID()).status());
        var report = server.get("/lite/reports/" + REPORT + "?lang=en").body();
        assertTrue(report.contains(LIST + "/new?lang=en&amp;report=" + REPORT), report);
        var ofReport = server.get(LIST + "/new?lang=en&report=" + REPORT).body();
        assertTrue(ofReport.contains("<option value=\"state\" selected"), ofReport);
    }

    @Test
    void what_is_linked_later_asks_for_a_judgement_and_holds_back_what_it_alleges() {
        open("militia");
        server.post(path(), judgement("possible", "severe"));
        assertFalse(page("en").contains("Nothing about this leaves"));
        var address = "http://localhost/lite/reports/" + REPORT + "?lang=en";
        assertEquals(303, act("link", "linked-address", address).status());
        var page = page("en");
        assertTrue(page.contains("Nothing about this leaves"), "the report alleges the state");
        assertTrue(page.contains("/lite/reports/" + REPORT), page);
        assertEquals(422, act("link", "linked", REPORT.toString()).status());
        assertEquals(422, act("link", "linked", UUID.randomUUID().toString()).status());
        assertEquals(422, act("unlink", "unlinked", REPORT.toString()).status(), "no reason");
        assertEquals(
                303, act("unlink", "unlinked", REPORT.toString(), "why", "elsewhere").status());
        assertFalse(one().linkedTo(REPORT));
        assertTrue(page("en").contains("elsewhere"));
    }

    @Test
    void it_is_closed_by_a_decision_with_a_reason_alone_and_may_be_opened_again() {
        open("militia");
        server.post(path(), judgement("likely", "severe"));
        assertEquals(422, act("close", "ending", "gone", "decider", "Head").status());
        assertEquals(422, act("close", "ending", "gone", "why", "they left").status());
        assertTrue(one().open());
        var close = form(path(), "ending", "gone", "decider", "Head of office", "why", "they left");
        close.put("act", "close");
        assertEquals(303, server.post(path(), close).status());
        assertFalse(one().open());
        assertEquals(303, server.post(path(), close).status(), "sent twice it is written once");
        assertTrue(page("en").contains("Head of office: they left"), page("en"));
        assertEquals(409, server.post(path(), judgement("possible", "minor")).status());
        assertEquals(409, act("link", "linked", REPORT.toString()).status());
        assertTrue(server.get(LIST + "?lang=en&show=closed").body().contains("herders"));
        assertEquals(303, act("reopen", "decider", "Head of office", "why", "seen again").status());
        assertTrue(one().open());
        server.post(path(), close);
        assertTrue(one().open(), "the old form closes nothing again");
    }

    @Test
    void half_a_judgement_and_a_late_review_are_refused_at_their_fields_with_the_form_kept() {
        open("militia");
        var form = judgement("likely", "severe");
        form.remove("host-state-intent");
        form.put("review-by", "2026-09-01");
        form.put("lang", "en");
        var refused = server.post(path(), form);
        assertEquals(422, refused.status());
        assertTrue(refused.body().contains("a day from 15 Mar 2026 to 22 Mar 2026: priority high"));
        assertTrue(refused.body().contains("href=\"#assess-host-state-intent\""), refused.body());
        assertTrue(refused.body().contains("value=\"two reports\""), refused.body());
        form.put("review-by", "soon");
        assertTrue(server.post(path(), form).body().contains("a day such as"));
        form.put("lang", "fr");
        form.put("review-by", "2026-01-01");
        assertTrue(server.post(path(), form).body().contains("un jour du 15"));
        assertEquals(List.of(), one().judgements());
    }

    @Test
    void whoever_is_named_by_telephone_or_with_hidden_letters_is_refused() {
        var form = opening("militia");
        form.put("risk", "call 70 12 34 56 78");
        assertEquals(422, server.post(LIST + "/new", form).status());
        form.put("risk", "herders \u202eat the ford");
        assertEquals(422, server.post(LIST + "/new", form).status());
        form.put("risk", "herders");
        form.put("threat", "a raid\nby \u202enight");
        assertEquals(422, server.post(LIST + "/new", form).status());
        form.put("threat", "a raid\r\nby night");
        form.put("risk", "");
        assertEquals(422, server.post(LIST + "/new", form).status());
        assertEquals(List.of(), held().files());
    }

    @Test
    void the_place_is_chosen_where_the_name_may_mean_several() {
        var form = opening("militia");
        form.put("where", "Kadu");
        var asked = server.post(LIST + "/new", form);
        assertEquals(422, asked.status());
        assertTrue(asked.body().contains("value=\"kadu-ba\""), asked.body());
        form.put("place", "kadu-ba");
        assertEquals(303, server.post(LIST + "/new", form).status());
        assertEquals("Kadu Ba", one().what().site().name());
    }

    @Test
    void a_judgement_is_taken_back_with_a_reason_and_stays_in_the_history_as_taken_back() {
        open("militia");
        server.post(path(), judgement("very-likely", "critical"));
        var slip = one().judgements().getFirst().entry().id().toString();
        assertEquals(422, act("take-back", "entry-id", slip).status());
        assertEquals(303, act("take-back", "entry-id", slip, "why", "wrong file").status());
        assertEquals(List.of(), one().judgements());
        var page = page("en");
        assertTrue(page.contains("taken back"), page);
        assertTrue(page.contains("wrong file"), page);
    }

    @Test
    void the_same_form_again_writes_nothing_and_with_other_words_is_refused() {
        var form = opening("militia");
        assertEquals(303, server.post(LIST + "/new", form).status());
        assertEquals(303, server.post(LIST + "/new", form).status());
        assertEquals(1, held().files().size());
        form.put("risk", "traders");
        assertEquals(409, server.post(LIST + "/new", form).status());
        var judgement = judgement("likely", "severe");
        assertEquals(303, server.post(path(), judgement).status());
        assertEquals(303, server.post(path(), judgement).status());
        assertEquals(1, one().judgements().size());
        judgement.put("impact", "minor");
        assertEquals(409, server.post(path(), judgement).status());
    }

    @Test
    void what_is_written_is_for_those_who_protect_and_is_in_nothing_that_goes_out() {
        open("militia");
        var form = judgement("likely", "severe");
        form.put("basis", "fogbound");
        server.post(path(), form);
        var entries = demo.ledger().asOf(LATER, LATER, Viewer.owner()).entries(Threats.class);
        assertEquals(2, entries.size());
        assertTrue(
                entries.stream()
                        .allMatch(entry -> entry.entry().handling() == Handling.PROTECTION));
        var outside = server.withCookie("vigie-officer=OUTSIDE.guest");
        assertFalse(server.get(LIST, outside).body().contains("herders"));
        assertEquals(404, server.get(path(), outside).status());
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
            assertFalse(out.contains("threat-"), address);
        }
    }

    @Test
    void at_an_earlier_moment_the_file_is_as_it_was_known_and_nothing_can_be_written() {
        var old = Ids.subject("threat", "old");
        early(9, seenAtOrle());
        early(1, new Threats.ThreatClosed(Threats.Ending.GONE, "Head of office", "they left"));
        var then = server.get(LIST + "/" + old + "?lang=en&known=2026-03-10T00:00").body();
        assertFalse(then.contains("they left"), then);
        assertTrue(then.contains("It had to be judged again by"), then);
        assertFalse(then.contains("name=\"decider\""), then);
        assertTrue(server.get(LIST + "/" + old + "?lang=en").body().contains("they left"));
        assertEquals(404, server.get(LIST + "/" + old + "?known=2026-03-01T00:00").status());
    }

    @Test
    void a_full_file_and_a_full_list_stay_light() {
        for (int i = 0; i < 90; i++) {
            demo.add(
                    Ids.subject("threat", "n" + i),
                    null,
                    new Threats.ThreatIdentified(
                            Site.named("Village of the long name " + i),
                            "people of the quarter by the river, number " + i,
                            "a raid by night, with cattle driven off and huts set on fire",
                            ActorClass.STATE));
        }
        var id = Ids.subject("threat", "n0");
        for (int i = 0; i < 60; i++) {
            demo.add(
                    id,
                    null,
                    new Threats.ThreatLinked(Ids.subject("x", "" + i), Threats.LinkedTo.REPORT));
        }
        for (var language : List.of("en", "fr")) {
            var list = server.get(LIST + "?lang=" + language);
            assertTrue(list.bytes() <= BYTES_MAX, "list " + list.bytes());
            var page = server.get(LIST + "/" + id + "?lang=" + language);
            assertTrue(page.bytes() <= BYTES_MAX, "file " + page.bytes());
        }
    }
}

package org.vigie.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.record.ActorClass;
import org.vigie.record.Body;
import org.vigie.record.Component;
import org.vigie.record.Entry;
import org.vigie.record.Grade;
import org.vigie.record.Handling;
import org.vigie.record.Ids;
import org.vigie.record.Origin;
import org.vigie.record.Responses;
import org.vigie.record.Site;
import org.vigie.record.Warnings;
import org.vigie.record.Watchkeeping;

/// The watch log, notes, handovers and papers at the command line.
@SuppressWarnings("NullAway.Init")
class WatchCommandsTest {

    private static final UUID REPORT = Ids.subject("report", "one");
    private static final UUID ALERT = Ids.subject("alert", "one");
    private static final UUID ORDER = Ids.subject("response", "one");

    private final CommandRun vigie = new CommandRun();

    @TempDir private Path files;

    private static Entry entry(UUID subject, String at, Body body) {
        return new Entry(
                Ids.subject("entry", subject + "/" + at),
                subject,
                null,
                Instant.parse(at),
                "Duty officer",
                Component.OPERATIONS_CENTRE,
                Handling.PROTECTION,
                new Origin("form", null, null, 0),
                null,
                body);
    }

    private void write() throws IOException {
        assertEquals(0, vigie.run("threats").exitCode()); // opens the ledger
        vigie.ledger()
                .append(
                        List.of(
                                entry(
                                        REPORT,
                                        "2021-03-01T21:00:00Z",
                                        new Warnings.ReportReceived(
                                                "phone",
                                                Site.named("Orle"),
                                                "armed men",
                                                "traders\nat Orle",
                                                "a raid",
                                                Warnings.Severity.HIGH,
                                                ActorClass.MILITIA,
                                                Grade.UNJUDGED,
                                                false)),
                                entry(
                                        ALERT,
                                        "2021-03-01T21:10:00Z",
                                        new Warnings.AlertOpened(
                                                "Raid feared at Orle",
                                                Site.named("Orle"),
                                                Warnings.Severity.HIGH,
                                                "traders",
                                                ActorClass.MILITIA,
                                                List.of(REPORT))),
                                entry(
                                        ORDER,
                                        "2021-03-01T21:20:00Z",
                                        new Responses.OrderGiven(
                                                ALERT,
                                                Component.FORCE,
                                                Responses.Tier.PHYSICAL,
                                                Responses.Action.PATROL,
                                                List.of("qrf-1"),
                                                "Sector commander",
                                                "no advice asked")),
                                entry(
                                        ORDER,
                                        "2021-03-02T00:30:00Z",
                                        new Responses.ResponseStepped(
                                                Responses.Step.NOT_POSSIBLE,
                                                Responses.Reason.WEATHER_OR_NIGHT,
                                                Responses.ForceLevel.NOT_STATED,
                                                "the ford is up"))));
    }

    @Test
    void due_times_are_shown_and_set_and_what_cannot_be_is_refused() throws IOException {
        write();
        var assumed = vigie.run("times");
        assertEquals(0, assumed.exitCode(), assumed.err());
        assertTrue(assumed.out().contains("assumed, to be set by the mission"), assumed.out());
        var set =
                vigie.run(
                        "times",
                        "--critical",
                        "5,15,30,40,60,-",
                        "--ladder",
                        "1,2,3",
                        "--basis",
                        "Order 12",
                        "--by",
                        "Chief JOC");
        assertEquals(0, set.exitCode(), set.err());
        assertTrue(set.out().contains("set by Chief JOC"), set.out());
        var held = vigie.run("times", "--json").out().replaceAll("\\s", "");
        assertTrue(held.contains("\"critical\":{\"acknowledge\":5,"), held);
        assertTrue(held.contains("\"move\":60,\"arrive\":null}"), held);
        assertTrue(held.contains("\"high\":{\"acknowledge\":15,"), held); // it was not given
        assertTrue(held.contains("\"basis\":\"Order12\""), held);
        assertTrue(vigie.run("due").out().contains("due times: Chief JOC"));
        var wrong = vigie.run("times", "--high", "4,15,30,40,60,70", "--basis", "x", "--by", "y");
        assertEquals(2, wrong.exitCode());
        assertTrue(wrong.err().contains("not later than at a lower severity"), wrong.err());
        var few = vigie.run("times", "--high", "4,15", "--basis", "x", "--by", "y");
        assertTrue(few.err().contains("six numbers of minutes"), few.err());
        var nobody = vigie.run("times", "--high", "9,15,30,40,60,70");
        assertEquals(2, nobody.exitCode());
        assertTrue(nobody.err().contains("by"), nobody.err());
    }

    @Test
    void a_day_of_the_log_has_its_lines_newest_first_and_a_bare_day_is_the_whole_of_it()
            throws IOException {
        write();
        var result = vigie.run("log", "--from", "2021-03-01", "--to", "2021-03-01");
        var text = result.out();
        assertEquals(0, result.exitCode(), result.err());
        assertTrue(text.contains("n 3, late 0"), text);
        assertTrue(text.indexOf("order-given") < text.indexOf("alert-opened"), text);
        assertTrue(text.indexOf("alert-opened") < text.indexOf("report-received"), text);
        assertFalse(text.contains("not-possible"), text);
        assertTrue(text.contains("traders at Orle"), "one line, whatever was typed");
        assertTrue(
                vigie.run("log", "--from", "2021-03-02T00:00Z", "--to", "2021-03-02")
                        .out()
                        .contains("response-stepped not-possible weather-or-night"));
    }

    @Test
    void the_log_of_one_alert_leaves_out_the_report_and_json_tells_all() throws IOException {
        write();
        var json =
                vigie.run(
                                "log",
                                "--from",
                                "2021-03-01",
                                "--to",
                                "2021-03-03",
                                "--about",
                                ALERT.toString(),
                                "--json")
                        .out();
        assertTrue(json.contains("\"n\":3,"), json);
        assertTrue(json.contains("\"said\":[\"not-possible\",\"weather-or-night\"]"), json);
        assertTrue(json.contains("\"title\":\"Raid feared at Orle\""), json);
        assertFalse(json.contains("report-received"), json);
    }

    @Test
    void a_note_is_written_by_somebody_and_stands_in_the_log() throws IOException {
        write();
        var noted =
                vigie.run(
                        "note",
                        "the ford rises, ask again at six",
                        "--about",
                        ALERT.toString(),
                        "--by",
                        "Night officer");
        assertEquals(0, noted.exitCode(), noted.err());
        var text = vigie.run("log").out();
        assertTrue(text.contains("watch-noted"), text);
        assertTrue(text.contains("the ford rises, ask again at six"), text);
        assertTrue(text.contains("alert Raid feared at Orle"), text);
        assertTrue(text.contains("Night officer"), text);
    }

    @Test
    void a_note_that_leads_to_somebody_or_is_about_nothing_known_is_refused_with_what_to_do()
            throws IOException {
        write();
        var telephone = vigie.run("note", "call 70 11 22 47 later", "--by", "Night officer");
        assertEquals(PlainErrors.REFUSED, telephone.exitCode());
        assertTrue(telephone.err().contains("nobody can be found"), telephone.err());
        assertFalse(telephone.err().contains("70 11"), "a refusal repeats nothing");
        var unknown =
                vigie.run("note", "look", "--about", ORDER.toString(), "--by", "Night officer");
        assertEquals(PlainErrors.REFUSED, unknown.exitCode());
        assertTrue(unknown.err().contains("an alert or a report"), unknown.err());
        assertTrue(
                vigie.run("note", " ", "--by", "Night officer").err().contains("given"),
                "nothing to note");
        assertFalse(vigie.run("log").out().contains("watch-noted"));
    }

    @Test
    void an_end_before_the_beginning_is_refused() throws IOException {
        write();
        var refused = vigie.run("log", "--from", "2021-03-02", "--to", "2021-03-01");
        assertEquals(PlainErrors.REFUSED, refused.exitCode());
        assertTrue(refused.err().contains("from"), refused.err());
    }

    private static Entry now(UUID subject, String who, Body body) {
        return new Entry(
                Ids.subject("entry", subject + "/" + who),
                subject,
                null,
                null,
                who,
                Component.OPERATIONS_CENTRE,
                Handling.PROTECTION,
                new Origin("form", null, null, 0),
                null,
                body);
    }

    @Test
    void the_last_handover_says_what_was_open_whose_it_was_and_whether_it_is_signed()
            throws IOException {
        write();
        var none = vigie.run("handover").out();
        assertTrue(none.contains("nobody has handed the watch over yet"), none);
        assertTrue(none.contains("Raid feared at Orle"), none);
        var id = Ids.subject("handover", "one");
        vigie.ledger()
                .append(
                        List.of(
                                now(
                                        id,
                                        "Duty officer",
                                        new Watchkeeping.HandoverGiven(
                                                "Night officer", "watch the ford", List.of()))));
        var open = vigie.run("handover").out();
        assertTrue(open.contains("not signed: both officers are on watch"), open);
        assertTrue(open.contains("given by Duty officer"), open);
        assertTrue(open.contains("  watch the ford"), open);
        assertTrue(open.contains("1 open alerts, 0 reports that wait"), open);
        vigie.ledger()
                .append(
                        List.of(
                                now(
                                        id,
                                        "Night officer",
                                        new Watchkeeping.HandoverSigned(
                                                Instant.parse("2021-03-02T06:00:00Z"), ""))));
        var signed = vigie.run("handover").out();
        assertTrue(signed.contains("signed by Night officer"), signed);
        assertTrue(signed.contains("on watch: Night officer"), signed);
        var json = vigie.run("handover", "--id", id.toString(), "--json").out();
        assertTrue(json.contains("\"moved\":[\"" + ALERT + "\"]"), json);
        assertTrue(json.contains("\"owner\":\"Duty officer\""), "as it was when it was given");
        var unknown = vigie.run("handover", "--id", ORDER.toString());
        assertEquals(PlainErrors.REFUSED, unknown.exitCode());
    }

    @Test
    void the_report_of_a_day_is_written_in_each_format_with_the_figures_that_json_prints()
            throws IOException {
        write();
        for (var name : List.of("s.html", "s.pdf", "s.docx")) {
            var file = files.resolve(name);
            var result = vigie.run("sitrep", "--day", "2021-03-01", "--out", file.toString());
            assertEquals(0, result.exitCode(), result.err());
            assertTrue(Files.size(file) > 1_000, name);
        }
        var page = Files.readString(files.resolve("s.html"));
        assertTrue(page.contains("Alerts opened</th><td class=\"n\">1</td>"), page);
        var json = vigie.run("sitrep", "--day", "2021-03-01", "--json").out();
        assertTrue(json.contains("\"measure\":\"orders\",\"n\":1,"), json);
        assertTrue(json.contains("\"measure\":\"not-possible\",\"n\":0,"), json);
        assertTrue(json.contains("\"measure\":\"dead\",\"n\":0,\"low\":0,\"high\":0,"), json);
        var next = vigie.run("sitrep", "--day", "2021-03-02", "--json").out();
        assertTrue(next.contains("\"measure\":\"not-possible\",\"n\":1,"), next);
        var flash = files.resolve("f.docx").toString();
        var french =
                vigie.run("flash", "--alert", ALERT.toString(), "--out", flash, "--lang", "fr");
        assertEquals(0, french.exitCode(), french.err());
    }

    @Test
    void papers_stay_within_the_mission_overwrite_nothing_and_say_what_they_want()
            throws IOException {
        write();
        var file = files.resolve("s.html").toString();
        var outside = vigie.run("sitrep", "--day", "2021-03-01", "--out", file, "--tier", "host");
        assertEquals(PlainErrors.REFUSED, outside.exitCode());
        assertTrue(outside.err().contains("vigie brief --tier host"), outside.err());
        vigie.run("sitrep", "--day", "2021-03-01", "--out", file);
        var again = vigie.run("sitrep", "--day", "2021-03-01", "--out", file);
        assertTrue(again.err().contains("--force"), again.err());
        var odd = vigie.run("sitrep", "--day", "2021-03-01", "--out", file + ".odt");
        assertTrue(odd.err().contains(".html, .pdf or .docx"), odd.err());
        var nowhere = vigie.run("sitrep", "--day", "2021-03-01");
        assertTrue(nowhere.err().contains("--json"), nowhere.err());
        var unknown = vigie.run("flash", "--alert", REPORT.toString(), "--json");
        assertTrue(unknown.err().contains("an alert known by then"), unknown.err());
    }
}

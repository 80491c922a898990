package org.vigie.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.vigie.watch.WatchSheet.at;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.vigie.geo.BadInput;
import org.vigie.record.Component;
import org.vigie.record.Erased;
import org.vigie.record.Facts;
import org.vigie.record.Forces;
import org.vigie.record.Handling;
import org.vigie.record.Housekeeping;
import org.vigie.record.Ids;
import org.vigie.record.Responses;
import org.vigie.record.Site;
import org.vigie.record.Viewer;
import org.vigie.record.Warnings;
import org.vigie.record.Watchkeeping;
import org.vigie.watch.WatchLog.Line;
import org.vigie.watch.WatchLog.Mark;
import org.vigie.watch.WatchLog.Topic;

class WatchLogTest {

    private static final UUID REPORT = Ids.subject("report", "r");
    private static final UUID ALERT = Ids.subject("alert", "a");
    private static final UUID ORDER = Ids.subject("response", "o");
    private static final UUID CLEARANCE = Ids.subject("clearance", "c");

    private final WatchSheet sheet = new WatchSheet();

    private WatchLog log(int from, int to) throws IOException {
        return log(from, to, Viewer.owner());
    }

    private WatchLog log(int from, int to, Viewer viewer) throws IOException {
        return WatchLog.of(sheet.ledger, sheet.standpoint(viewer), at(from), at(to));
    }

    private void aNight() {
        sheet.clock(1);
        sheet.write("sms", REPORT, WatchSheet.report("Orle", Warnings.Severity.HIGH));
        sheet.clock(2);
        sheet.write("Early", REPORT, new Warnings.ReportTaken(true));
        sheet.write(
                "Early",
                REPORT,
                new Warnings.ReportVerified(
                        Warnings.Verification.CORROBORATED, "a second call", "a liaison"));
        sheet.clock(5);
        sheet.write(
                "Early",
                ALERT,
                WatchSheet.alert("Raid feared at Orle", Warnings.Severity.HIGH, REPORT));
        sheet.write(
                "Early", ALERT, new Warnings.AlertStepped(Warnings.Step.ACKNOWLEDGED, "by radio"));
        sheet.clock(9);
        sheet.write(
                "Early",
                ORDER,
                new Responses.OrderGiven(
                        ALERT,
                        Component.FORCE,
                        Responses.Tier.PHYSICAL,
                        Responses.Action.PATROL,
                        List.of("qrf-1"),
                        "Sector commander",
                        "no advice asked"));
        sheet.write(
                "Early",
                CLEARANCE,
                new Forces.ClearanceAsked("ground", "qrf-1", Site.named("Orle"), ORDER, "by note"));
        sheet.clock(12);
        sheet.write(
                "Early",
                CLEARANCE,
                new Forces.ClearanceDecided(Forces.ClearanceOutcome.REFUSED, "road closed"));
        sheet.write(
                "Early",
                ORDER,
                new Responses.ResponseStepped(
                        Responses.Step.NOT_POSSIBLE,
                        Responses.Reason.HOST_REFUSED,
                        Responses.ForceLevel.NOT_STATED,
                        "told at the gate"));
        sheet.write("Early", REPORT, new Warnings.ReporterTold(false, "no safe channel"));
        sheet.write("Early", Ids.subject("note", "n"), new Watchkeeping.WatchNoted("look", ALERT));
        sheet.clock(20);
    }

    @Test
    void a_night_writes_its_own_log_the_newest_line_first() throws IOException {
        aNight();
        var log = log(0, 20);
        assertEquals(
                List.of(
                        "watch-noted",
                        "reporter-told",
                        "response-stepped",
                        "clearance-decided",
                        "clearance-asked",
                        "order-given",
                        "alert-stepped",
                        "alert-opened",
                        "report-verified",
                        "report-taken",
                        "report-received"),
                log.lines().stream().map(line -> line.entry().entry().kind()).toList());
        assertEquals(List.of(), log.late());
    }

    @Test
    void a_step_stands_with_its_alert_and_says_why_it_was_not_possible() throws IOException {
        aNight();
        var line = log(0, 20).lines().get(2);
        assertEquals(Topic.ALERT, line.topic());
        assertEquals(ALERT, line.about());
        assertEquals("Raid feared at Orle", line.title());
        assertEquals(
                List.of(Responses.Step.NOT_POSSIBLE, Responses.Reason.HOST_REFUSED), line.said());
        assertEquals("told at the gate", line.text());
    }

    @Test
    void a_note_stands_with_what_it_is_about_and_the_log_of_one_alert_has_only_that()
            throws IOException {
        aNight();
        var log = log(0, 20).about(ALERT);
        assertEquals(5, log.lines().size());
        assertTrue(log.lines().stream().allMatch(line -> line.about().equals(ALERT)));
    }

    @Test
    void a_report_that_was_given_back_does_not_read_as_taken() throws IOException {
        aNight();
        sheet.clock(30);
        sheet.write("Early", REPORT, new Warnings.ReportTaken(false));
        sheet.clock(31);
        assertEquals(List.of(Mark.GIVEN_BACK), log(25, 31).lines().getFirst().said());
    }

    @Test
    void what_is_written_down_after_the_fact_is_in_the_log_of_both_hours() throws IOException {
        aNight();
        sheet.clock(90);
        sheet.append(
                "Early",
                ALERT,
                new Warnings.AlertStepped(Warnings.Step.VERIFIED, "from the radio log"),
                null,
                Handling.PROTECTION,
                at(7));
        sheet.clock(91);
        var hour = log(60, 91);
        assertEquals(List.of(), hour.lines());
        assertEquals(1, hour.late().size());
        assertTrue(hour.late().getFirst().entry().backDated());
        assertEquals("alert-stepped", log(6, 8).lines().getFirst().entry().entry().kind());
        assertEquals(List.of(), log(6, 8).late());
    }

    @Test
    void what_was_taken_back_stays_and_is_marked() throws IOException {
        aNight();
        var judged =
                sheet.write(
                        "Early",
                        REPORT,
                        new Warnings.ReportAssessed(
                                Site.named("Orle"),
                                "traders",
                                "a raid",
                                Warnings.Severity.LOW,
                                org.vigie.record.ActorClass.UNKNOWN));
        sheet.write("Late", REPORT, new Housekeeping.NoteWritten("a slip"), judged);
        sheet.clock(21);
        var lines = log(20, 21).lines();
        assertEquals(List.of(Mark.TAKEN_BACK), lines.getFirst().said());
        assertEquals("a slip", lines.getFirst().text());
        assertFalse(lines.getFirst().superseded());
        assertTrue(lines.get(1).superseded());
    }

    @Test
    void of_what_was_erased_only_that_it_was_there_is_said() throws IOException {
        sheet.write("Early", ALERT, new Erased("alert-opened"));
        sheet.clock(3);
        var line = log(0, 3).lines().getFirst();
        assertEquals("alert-opened", line.entry().entry().kind());
        assertEquals(Topic.ALERT, line.topic());
        assertEquals("", line.title());
        assertEquals("", line.text());
    }

    @Test
    void what_a_viewer_may_not_see_is_not_in_their_log() throws IOException {
        aNight();
        assertEquals(List.of(), log(0, 20, Viewer.outsider()).lines());
        assertEquals(11, log(0, 20, Viewer.officer("Late")).lines().size());
    }

    @Test
    void what_is_of_no_matter_to_a_watch_is_not_in_it() throws IOException {
        sheet.write("Early", Ids.subject("x", "y"), new Housekeeping.NoteWritten("of an import"));
        sheet.write("Early", REPORT, new Facts.Linked(ALERT, "warned-of", ""));
        sheet.clock(2);
        assertEquals(List.of(), log(0, 2).lines());
    }

    @Test
    void a_period_that_ends_before_it_begins_is_refused() {
        var refused = assertThrows(BadInput.class, () -> log(5, 5));
        assertEquals("from", refused.field());
    }

    /// Cut anywhere, the logs of two periods hold every line of the whole one; none is lost at the
    /// seam, and none that was known in a period stands in another's.
    @Property(tries = 60)
    void two_logs_that_meet_hold_what_the_whole_one_holds(@ForAll long seed) throws IOException {
        var chance = new SplittableRandom(seed);
        var some = new WatchSheet();
        for (int i = 0; i < 25; i++) {
            some.clock(i * 2);
            var known = chance.nextInt(3) == 0 ? at(chance.nextInt(i * 2 + 1)) : null;
            some.append(
                    "Officer " + chance.nextInt(3),
                    Ids.subject("note", "" + i),
                    new Watchkeeping.WatchNoted("note " + i, null),
                    null,
                    chance.nextBoolean() ? Handling.PROTECTION : Handling.MISSION,
                    known);
        }
        some.clock(60);
        int cut = 1 + chance.nextInt(58);
        var viewer =
                chance.nextBoolean()
                        ? Viewer.owner()
                        : new Viewer("x", Component.FORCE, Handling.MISSION.bit());
        var at = some.standpoint(viewer);
        var whole = WatchLog.of(some.ledger, at, at(0), at(60));
        var first = WatchLog.of(some.ledger, at, at(0), at(cut));
        var second = WatchLog.of(some.ledger, at, at(cut), at(60));
        var both = new ArrayList<Line>(second.lines());
        both.addAll(first.lines());
        assertEquals(whole.lines(), both);
        assertTrue(new HashSet<>(whole.lines()).containsAll(second.late()));
        assertTrue(
                whole.lines().stream()
                        .allMatch(line -> viewer.maySee(line.entry().entry().handling())));
    }
}

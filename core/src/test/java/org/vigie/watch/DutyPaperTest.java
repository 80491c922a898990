package org.vigie.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.vigie.watch.WatchSheet.at;

import java.io.IOException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.vigie.geo.BadInput;
import org.vigie.record.ActorClass;
import org.vigie.record.Component;
import org.vigie.record.Forces;
import org.vigie.record.Handling;
import org.vigie.record.Housekeeping;
import org.vigie.record.Ids;
import org.vigie.record.Responses;
import org.vigie.record.Site;
import org.vigie.record.Viewer;
import org.vigie.record.Warnings;
import org.vigie.record.Watchkeeping.Paper;
import org.vigie.record.Watchkeeping.PaperWorded;
import org.vigie.record.Watchkeeping.Part;
import org.vigie.watch.DutyPaper.Measure;

class DutyPaperTest {

    private static final LocalDate DAY = LocalDate.of(2031, 3, 1);
    private static final int NEXT_DAY = 60 * 18;

    private static final UUID ALERT = Ids.subject("alert", "a");
    private static final UUID ORDER = Ids.subject("response", "o");

    private final WatchSheet sheet = new WatchSheet();

    private void report(String key) {
        sheet.write(
                "sms",
                Ids.subject("report", key),
                WatchSheet.report("Orle", Warnings.Severity.HIGH));
    }

    private void aDay() {
        sheet.clock(10);
        report("one");
        report("two");
        sheet.write(
                "Early",
                ALERT,
                WatchSheet.alert(
                        "Raid feared", Warnings.Severity.HIGH, Ids.subject("report", "one")));
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
                ORDER,
                new Responses.ResponseStepped(
                        Responses.Step.NOT_POSSIBLE,
                        Responses.Reason.CAVEAT,
                        Responses.ForceLevel.NOT_STATED,
                        ""));
        sheet.write(
                "Early",
                Ids.subject("clearance", "c"),
                new Forces.ClearanceAsked("ground", "qrf-1", Site.named("Orle"), ORDER, ""));
        sheet.write(
                "Early",
                Ids.subject("report", "two"),
                new Warnings.ReportVerified(Warnings.Verification.FALSE, "a hoax"));
        sheet.clock(NEXT_DAY + 60);
        report("next day");
        sheet.clock(NEXT_DAY + 90);
    }

    private DutyPaper sitrep() throws IOException {
        return DutyPaper.sitrep(sheet.ledger, sheet.standpoint(Viewer.owner()), DAY);
    }

    private static Map<Measure, Long> figures(DutyPaper paper) {
        var figures = new EnumMap<Measure, Long>(Measure.class);
        paper.figures().forEach(figure -> figures.put(figure.measure(), figure.n()));
        return figures;
    }

    @Test
    void a_day_is_counted_from_its_entries_and_the_next_one_is_not_in_it() throws IOException {
        aDay();
        var figures = figures(sitrep());
        assertEquals(2, figures.get(Measure.REPORTS));
        assertEquals(1, figures.get(Measure.JUDGED_EMPTY));
        assertEquals(1, figures.get(Measure.ALERTS_OPENED));
        assertEquals(1, figures.get(Measure.ALERTS_OPEN));
        assertEquals(0, figures.get(Measure.REPORTS_WAITING));
        assertEquals(1, figures.get(Measure.ORDERS));
        assertEquals(1, figures.get(Measure.NOT_POSSIBLE));
        assertEquals(0, figures.get(Measure.ON_SCENE));
        assertEquals(1, figures.get(Measure.CLEARANCES_ASKED));
        assertEquals(1, figures.get(Measure.CLEARANCES_WAITING));
        assertEquals(0, figures.get(Measure.INCIDENTS));
        assertEquals(1, figures.get(Measure.OVERDUE), "nobody acknowledged the alert");
    }

    @Test
    void a_figure_that_counts_entries_has_the_place_of_each() throws IOException {
        aDay();
        for (var figure : sitrep().figures()) {
            if (!figure.rows().isEmpty()) {
                assertEquals(figure.n(), figure.rows().size(), figure.measure().name());
            }
        }
        var reports =
                sitrep().figures().stream()
                        .filter(figure -> figure.measure() == Measure.REPORTS)
                        .findFirst()
                        .orElseThrow();
        assertEquals(List.of(1L, 0L), reports.rows());
    }

    @Test
    void what_was_taken_back_is_not_counted() throws IOException {
        sheet.clock(5);
        var opened = sheet.write("Early", ALERT, WatchSheet.alert("Slip", Warnings.Severity.LOW));
        sheet.write("Early", ALERT, new Housekeeping.NoteWritten("a slip"), opened);
        sheet.clock(6);
        assertEquals(0, figures(sitrep()).get(Measure.ALERTS_OPENED));
    }

    @Test
    void the_words_of_an_officer_stand_apart_and_every_version_is_kept() throws IOException {
        aDay();
        var paper = DutyPaper.subject(Paper.SITREP, DAY.toString());
        sheet.write("Early", paper, words("A quiet day."));
        sheet.write("Late", paper, words("A raid was feared at Orle."));
        var part = sitrep().find(Part.HIGHLIGHTS).orElseThrow();
        assertEquals(Optional.of("A raid was feared at Orle."), part.findText());
        assertEquals(2, part.versions().size());
        assertEquals(List.of(), part.figures(), "a part that is an officer's alone");
        sheet.write("Late", paper, words(""));
        assertEquals(Optional.empty(), sitrep().find(Part.HIGHLIGHTS).orElseThrow().findText());
        assertEquals(2, figures(sitrep()).get(Measure.REPORTS), "words change no figure");
    }

    private static PaperWorded words(String text) {
        return new PaperWorded(Paper.SITREP, DAY.toString(), Part.HIGHLIGHTS, text);
    }

    @Test
    void a_flash_report_says_what_is_known_of_one_alert_and_what_was_done() throws IOException {
        aDay();
        var paper = DutyPaper.flash(sheet.ledger, sheet.standpoint(Viewer.owner()), ALERT);
        var figures = figures(paper);
        assertEquals(1, figures.get(Measure.REPORTS_BEHIND));
        assertEquals(0, figures.get(Measure.REPORTS_BORNE_OUT));
        assertEquals(1, figures.get(Measure.RESPONSES));
        assertEquals(1, figures.get(Measure.RESPONSES_NOT_POSSIBLE));
        assertTrue(
                paper.find(Part.ACTION).orElseThrow().lines().stream()
                        .allMatch(line -> line.about().equals(ALERT)));
        assertEquals(3, paper.find(Part.ACTION).orElseThrow().lines().size());
    }

    @Test
    void where_the_host_state_is_alleged_both_papers_say_so() throws IOException {
        aDay();
        assertFalse(sitrep().hostAlleged());
        var state = Ids.subject("alert", "state");
        sheet.append(
                "Early",
                state,
                new Warnings.AlertOpened(
                        "Sweep feared",
                        Site.named("Orle"),
                        Warnings.Severity.HIGH,
                        "traders",
                        ActorClass.STATE,
                        List.of()),
                null,
                Handling.PROTECTION,
                at(30));
        assertTrue(sitrep().hostAlleged());
        var at = sheet.standpoint(Viewer.owner());
        assertTrue(DutyPaper.flash(sheet.ledger, at, state).hostAlleged());
        assertFalse(DutyPaper.flash(sheet.ledger, at, ALERT).hostAlleged());
    }

    @Test
    void a_day_to_come_and_an_alert_that_nobody_knows_are_refused() {
        aDay();
        var at = sheet.standpoint(Viewer.owner());
        var day =
                assertThrows(
                        BadInput.class, () -> DutyPaper.sitrep(sheet.ledger, at, DAY.plusDays(2)));
        assertEquals("day", day.field());
        var alert = assertThrows(BadInput.class, () -> DutyPaper.flash(sheet.ledger, at, ORDER));
        assertEquals("alert", alert.field());
    }

    @Test
    void who_may_not_see_an_entry_is_given_no_figure_of_it() throws IOException {
        aDay();
        sheet.append(
                "Early",
                Ids.subject("report", "open"),
                WatchSheet.report("Orle", Warnings.Severity.LOW),
                null,
                Handling.MISSION,
                at(20));
        var analyst = new Viewer("a", Component.ANALYSIS_CENTRE, Handling.MISSION.bit());
        var paper = DutyPaper.sitrep(sheet.ledger, sheet.standpoint(analyst), DAY);
        assertEquals(1, figures(paper).get(Measure.REPORTS));
        assertEquals(0, figures(paper).get(Measure.ORDERS));
    }
}

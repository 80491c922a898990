package org.vigie.warn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.vigie.record.ActorClass;
import org.vigie.record.Body;
import org.vigie.record.Component;
import org.vigie.record.Entry;
import org.vigie.record.Grade;
import org.vigie.record.Handling;
import org.vigie.record.Ids;
import org.vigie.record.MemoryLedger;
import org.vigie.record.Milestone;
import org.vigie.record.Origin;
import org.vigie.record.Site;
import org.vigie.record.Threats;
import org.vigie.record.Viewer;
import org.vigie.record.Warnings;
import org.vigie.record.Warnings.Severity;
import org.vigie.warn.DueList.Kind;

class DueListTest {

    private static final UUID ALERT = Ids.subject("alert", "a");
    private static final UUID REPORT = Ids.subject("report", "r");
    private static final UUID THREAT = Ids.subject("threat", "t");

    private Instant now = Instant.parse("2031-03-01T05:30:00Z");
    private final MemoryLedger ledger = new MemoryLedger(() -> now);
    private int entries;

    private void add(UUID subject, String author, Body body) {
        ledger.append(
                List.of(
                        new Entry(
                                Ids.subject("entry", "" + entries++),
                                subject,
                                null,
                                null,
                                author,
                                Component.OPERATIONS_CENTRE,
                                Handling.PROTECTION,
                                Origin.hand(),
                                null,
                                body)));
    }

    private static Warnings.ReportReceived report(Severity severity, ActorClass alleged) {
        return new Warnings.ReportReceived(
                "phone",
                Site.named("Hollow Quarry"),
                "they come",
                "herders",
                "a raid",
                severity,
                alleged,
                Grade.UNJUDGED,
                false);
    }

    private static Warnings.AlertOpened opened(Severity severity, ActorClass alleged) {
        return new Warnings.AlertOpened(
                "Raid feared",
                Site.named("Hollow Quarry"),
                severity,
                "herders",
                alleged,
                List.of());
    }

    private DueList list() {
        return DueList.of(ledger.asOf(now, now, Viewer.owner()));
    }

    @Test
    void an_open_alert_owes_every_step_that_nobody_has_taken_to_whoever_acted_last() {
        add(ALERT, "first officer", opened(Severity.HIGH, ActorClass.MILITIA));
        add(ALERT, "second officer", new Warnings.AlertStepped(Warnings.Step.ACKNOWLEDGED, ""));
        var steps = list().items();
        assertEquals(
                List.of(
                        Milestone.VERIFY,
                        Milestone.ASSESS,
                        Milestone.TASK,
                        Milestone.MOVE,
                        Milestone.ARRIVE),
                steps.stream().map(DueList.Item::step).toList());
        assertEquals(now.plus(Duration.ofMinutes(60)), steps.getFirst().at());
        assertEquals(steps, list().of("second officer").items());
        add(ALERT, "second officer", new Warnings.AlertClosed(Warnings.Outcome.PROTECTED, "there"));
        assertEquals(List.of(), list().items());
    }

    @Test
    void a_report_is_due_until_an_alert_is_opened_on_it_or_it_is_judged_false() {
        add(REPORT, "lane", report(Severity.NOT_ASSESSED, ActorClass.UNKNOWN));
        var item = list().items().getFirst();
        assertEquals(Kind.REPORT, item.kind());
        assertEquals(now.plus(Duration.ofMinutes(15)), item.at());
        assertEquals("", item.owner());
        now = now.plus(Duration.ofMinutes(16));
        assertEquals(List.of(item), list().overdue(now).items());
        add(
                REPORT,
                "watch officer",
                new Warnings.ReportVerified(Warnings.Verification.FALSE, "a wedding"));
        assertEquals(List.of(), list().items());
    }

    @Test
    void a_threat_file_is_due_at_the_end_of_the_day_by_which_it_must_be_judged() {
        add(
                THREAT,
                "protection officer",
                new Threats.ThreatIdentified(
                        Site.named("Tarn Ford"), "herders", "a raid", ActorClass.STATE));
        var item = list().items().getFirst();
        assertEquals(Kind.THREAT, item.kind());
        assertEquals(Instant.parse("2031-03-04T00:00:00Z"), item.at());
        assertEquals("protection officer", item.owner());
        assertEquals(8, item.number().length());
        assertTrue(THREAT.toString().startsWith(item.number()));
    }

    @Property
    void who_is_alleged_changes_nothing_that_is_due(
            @ForAll Severity severity, @ForAll ActorClass one, @ForAll ActorClass other) {
        assertEquals(of(severity, one), of(severity, other));
    }

    private static DueList of(Severity severity, ActorClass alleged) {
        var fresh = new DueListTest();
        fresh.add(REPORT, "lane", report(severity, alleged));
        fresh.add(ALERT, "officer", opened(severity, alleged));
        return fresh.list();
    }
}

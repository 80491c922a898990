package org.vigie.warn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.vigie.record.ActorClass;
import org.vigie.record.Alerts;
import org.vigie.record.Body;
import org.vigie.record.Component;
import org.vigie.record.Entry;
import org.vigie.record.Grade;
import org.vigie.record.Handling;
import org.vigie.record.Happened;
import org.vigie.record.Ids;
import org.vigie.record.MemoryLedger;
import org.vigie.record.Origin;
import org.vigie.record.Site;
import org.vigie.record.Viewer;
import org.vigie.record.Warnings;
import org.vigie.record.Warnings.Severity;
import org.vigie.warn.Escalation.Rung;

class EscalationTest {

    private static final Instant EVENING = Instant.parse("2020-02-13T18:00:00Z");
    private static final UUID REPORT = Ids.subject("escalation", "report");
    private static final UUID ALERT = Ids.subject("escalation", "alert");

    private final MemoryLedger ledger = new MemoryLedger(() -> EVENING);
    private int number;

    @Test
    void a_critical_warning_climbs_after_ten_twenty_and_forty_minutes() {
        received(Severity.CRITICAL);
        assertEquals(List.of(Rung.DUTY_OFFICER, Rung.DUTY_OFFICER), rungs(0, 9));
        assertEquals(List.of(Rung.OPERATIONS_CHIEF, Rung.OPERATIONS_CHIEF), rungs(10, 19));
        assertEquals(List.of(Rung.CHIEF_OF_STAFF, Rung.CHIEF_OF_STAFF), rungs(20, 39));
        assertEquals(List.of(Rung.HEAD_OF_MISSION, Rung.HEAD_OF_MISSION), rungs(40, 900));
        var first = at(12).orElseThrow();
        assertEquals(EVENING.plusSeconds(600), first.since());
        assertEquals(Optional.of(EVENING.plusSeconds(1200)), first.next());
        assertEquals(Optional.empty(), at(41).orElseThrow().next());
    }

    @Test
    void who_has_a_report_or_judges_it_false_ends_it() {
        for (var act :
                List.<Body>of(
                        new Warnings.ReportTaken(true),
                        new Warnings.ReportVerified(Warnings.Verification.FALSE, "seen before"))) {
            var fresh = new EscalationTest();
            fresh.received(Severity.HIGH);
            assertTrue(fresh.at(100).isPresent());
            fresh.add(REPORT, act);
            assertEquals(Optional.empty(), fresh.at(100), act.toString());
        }
    }

    @Test
    void what_somebody_judged_and_nobody_has_is_on_the_ladder() {
        received(Severity.NOT_ASSESSED);
        add(REPORT, new Warnings.ReportTaken(true));
        add(
                REPORT,
                new Warnings.ReportAssessed(
                        Site.named("M"), "", "x", Severity.CRITICAL, ActorClass.UNKNOWN));
        assertEquals(Optional.empty(), at(100));
        add(REPORT, new Warnings.ReportTaken(false));
        assertEquals(Rung.OPERATIONS_CHIEF, at(11).orElseThrow().rung());
    }

    @Test
    void an_alert_is_on_the_ladder_until_its_first_step() {
        received(Severity.HIGH);
        add(
                ALERT,
                new Warnings.AlertOpened(
                        "a",
                        Site.named("M"),
                        Severity.HIGH,
                        "",
                        ActorClass.UNKNOWN,
                        List.of(REPORT)));
        assertEquals(Optional.empty(), at(100));
        assertEquals(Rung.HEAD_OF_MISSION, ofAlert(100).orElseThrow().rung());
        add(ALERT, new Warnings.AlertStepped(Warnings.Step.ACKNOWLEDGED, ""));
        assertEquals(Optional.empty(), ofAlert(100));
    }

    @Test
    void a_report_that_was_given_back_is_on_the_ladder_again() {
        received(Severity.HIGH);
        add(REPORT, new Warnings.ReportTaken(true));
        add(REPORT, new Warnings.ReportTaken(false));
        assertEquals(Rung.CHIEF_OF_STAFF, at(31).orElseThrow().rung());
    }

    @Property
    void it_never_climbs_down_and_what_is_graver_is_never_lower(
            @ForAll @IntRange(max = 20_000) int minute,
            @ForAll @IntRange(max = 20_000) int later,
            @ForAll Severity severity) {
        var one = of(severity, minute);
        var other = of(severity, minute + later);
        assertTrue(one.rung().compareTo(other.rung()) <= 0);
        assertTrue(!one.since().isAfter(EVENING.plus(Duration.ofMinutes(minute))));
        one.next()
                .ifPresent(
                        next -> assertTrue(next.isAfter(EVENING.plus(Duration.ofMinutes(minute)))));
        assertTrue(of(Severity.CRITICAL, minute).rung().compareTo(one.rung()) >= 0);
    }

    private static Escalation of(Severity severity, int minute) {
        return Escalation.of(
                        severity,
                        EVENING,
                        EVENING.plus(Duration.ofMinutes(minute)),
                        DueTimes.ASSUMED)
                .orElseThrow();
    }

    private List<Rung> rungs(int one, int other) {
        return List.of(at(one).orElseThrow().rung(), at(other).orElseThrow().rung());
    }

    private Optional<Escalation> at(int minute) {
        var report = alerts().findReport(REPORT).orElseThrow();
        return Escalation.of(report, EVENING.plus(Duration.ofMinutes(minute)), DueTimes.ASSUMED);
    }

    private Optional<Escalation> ofAlert(int minute) {
        var alert = alerts().findAlert(ALERT).orElseThrow();
        return Escalation.of(alert, EVENING.plus(Duration.ofMinutes(minute)), DueTimes.ASSUMED);
    }

    private Alerts alerts() {
        return Alerts.of(ledger.asOf(EVENING, EVENING, Viewer.owner()));
    }

    private void received(Severity severity) {
        add(
                REPORT,
                new Warnings.ReportReceived(
                        "sms",
                        Site.named("Mopti region"),
                        "motos",
                        "",
                        "",
                        severity,
                        ActorClass.UNKNOWN,
                        new Grade('F', 6),
                        false));
    }

    private void add(UUID subject, Body body) {
        number++;
        ledger.append(
                List.of(
                        new Entry(
                                Ids.subject("escalation-entry", "" + number),
                                subject,
                                Happened.at(EVENING),
                                null,
                                "officer",
                                Component.OPERATIONS_CENTRE,
                                Handling.PROTECTION,
                                Origin.hand(),
                                null,
                                body)));
    }
}

package org.vigie.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.vigie.record.Warnings.Severity;

/// What a person makes of a message, and whose it is.
class ReportsOnTheWatchTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final UUID REPORT = Ids.subject("report", "one");

    private final MemoryLedger ledger = new MemoryLedger(() -> NOW);
    private int number;

    @Test
    void what_a_person_read_out_of_a_message_counts_and_the_message_stays_as_it_came_in() {
        received();
        add(
                "analyst",
                new Warnings.ReportAssessed(
                        Site.named("Ogossagou"),
                        "villagers",
                        "an attack is prepared",
                        Severity.CRITICAL,
                        ActorClass.MILITIA));
        var report = report();
        assertEquals("Ogossagou", report.what().site().name());
        assertEquals(Severity.CRITICAL, report.what().severity());
        assertEquals("motos vers Ogossagou", report.what().text());
        assertEquals("sms", report.what().lane());
        assertEquals(
                Severity.NOT_ASSESSED,
                ((Warnings.ReportReceived) report.received().body()).severity());
        assertTrue(report.assessed().isPresent());
    }

    @Test
    void a_report_is_whose_it_was_taken_by_last_until_it_is_given_back() {
        received();
        assertEquals(Optional.empty(), report().findOwner());
        add("first", new Warnings.ReportTaken(true));
        assertEquals(Optional.of("first"), report().findOwner());
        add("second", new Warnings.ReportTaken(true));
        assertEquals(Optional.of("second"), report().findOwner());
        add("second", new Warnings.ReportTaken(false));
        assertEquals(Optional.empty(), report().findOwner());
    }

    private void received() {
        add(
                "sms-mopti",
                new Warnings.ReportReceived(
                        "sms",
                        Site.named("Mopti region"),
                        "motos vers Ogossagou",
                        "",
                        "motos vers Ogossagou",
                        Severity.NOT_ASSESSED,
                        ActorClass.UNKNOWN,
                        new Grade('F', 6),
                        false));
    }

    private Report report() {
        return Alerts.of(ledger.asOf(NOW, NOW, Viewer.owner())).findReport(REPORT).orElseThrow();
    }

    private void add(String author, Body body) {
        number++;
        ledger.append(
                List.of(
                        new Entry(
                                Ids.subject("entry", "" + number),
                                REPORT,
                                null,
                                null,
                                author,
                                Component.OPERATIONS_CENTRE,
                                Handling.MISSION,
                                Origin.lane("sms-mopti"),
                                null,
                                body)));
    }
}

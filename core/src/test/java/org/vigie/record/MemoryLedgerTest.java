package org.vigie.record;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MemoryLedgerTest {

    private static final Instant NOW = Instant.parse("2022-04-01T00:00:00Z");

    @Test
    void two_ledgers_know_nothing_of_each_other() {
        var one = ledger("Moura", Happened.on(LocalDate.parse("2022-03-27")));
        ledger("Ogossagou", Happened.on(LocalDate.parse("2020-02-14")));
        assertEquals("Moura", only(one).site().name());
    }

    @Test
    void an_incident_keeps_the_hour_that_its_source_gives() {
        var dawn = Happened.at(Instant.parse("2020-02-14T05:00:00Z"));
        assertEquals(dawn, only(ledger("Ogossagou", dawn)).happenedOn());
    }

    private static IncidentRow only(MemoryLedger ledger) {
        return ledger.asOf(NOW, NOW, Viewer.owner()).incidents().get(0);
    }

    private static MemoryLedger ledger(String place, Happened when) {
        var ledger = new MemoryLedger(() -> NOW);
        ledger.append(
                List.of(
                        new Entry(
                                new UUID(1, 1),
                                Ids.subject("test", place),
                                when,
                                NOW,
                                "test",
                                Component.PROTECTION,
                                Handling.MISSION,
                                Origin.hand(),
                                null,
                                new Facts.IncidentReported(
                                        "press",
                                        "1",
                                        IncidentKind.ONE_SIDED,
                                        "",
                                        Site.named(place),
                                        List.of(),
                                        null,
                                        null,
                                        "",
                                        Map.of()))));
        return ledger;
    }
}

package org.vigie.assess;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.vigie.record.Facts;
import org.vigie.record.Filter;
import org.vigie.record.Handling;
import org.vigie.record.IncidentRow;

/// A brief for readers who may not be given every incident.
class GivenBriefTest {

    private final SmallLedger told = new SmallLedger();

    private static boolean open(IncidentRow row) {
        return !row.site().name().equals("Samara secret");
    }

    @Test
    void what_is_not_given_is_in_no_count_list_or_gap() throws IOException {
        told.incident("open", "2024-02-03", 2);
        told.incident("secret", "2024-02-04", 90);
        told.claim("secret", 100, "all");
        var brief = brief(Instant.parse("2024-02-01T00:00:00Z"));
        assertEquals(1, brief.incidents().size());
        assertEquals(1, brief.gaps().incidents());
        assertEquals(
                List.of("Samara open"),
                brief.gravest().stream().map(grave -> grave.row().site().name()).toList());
        assertEquals(1, brief.context().size());
        assertEquals(1, brief.learned().items().size());
    }

    @Test
    void an_incident_that_is_no_longer_given_is_not_told_to_be_retracted() throws IOException {
        told.incident("open", "2024-02-03", 2);
        told.incident("secret", "2024-02-04", 3);
        var since = told.now().minusSeconds(1);
        told.incident("open", "2024-02-03", 5);
        told.incident("secret", "2024-02-04", 90);
        assertEquals(
                List.of("Samara open"),
                brief(since).learned().items().stream()
                        .map(item -> item.row().site().name())
                        .toList());
        UUID last = told.incident("secret", "2024-02-04", 91);
        told.write(
                SmallLedger.subject("secret"),
                new Facts.IncidentRetracted("test", "told twice"),
                last,
                Handling.OPEN);
        assertEquals(1, brief(since).learned().items().size());
    }

    private Brief brief(Instant since) throws IOException {
        var filter =
                new Filter(
                        LocalDate.of(2024, 2, 1),
                        LocalDate.of(2024, 2, 29),
                        null,
                        null,
                        null,
                        null);
        return Brief.of(
                told.ledger, new Brief.Asked(told.here(), filter, since), GivenBriefTest::open);
    }
}

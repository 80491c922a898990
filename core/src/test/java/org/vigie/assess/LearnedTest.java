package org.vigie.assess;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.record.Facts;
import org.vigie.record.Filter;
import org.vigie.record.Handling;
import org.vigie.record.Housekeeping;

class LearnedTest {

    private final SmallLedger told = new SmallLedger();

    @Test
    void an_incident_told_since_is_new() throws IOException {
        told.incident("a", "2024-01-05", 3);
        var since = told.now();
        told.incident("b", "2024-01-06", 4);
        assertEquals(List.of("NEW Samara b"), since(since));
    }

    @Test
    void another_figure_is_a_change_and_the_same_account_again_is_none() throws IOException {
        told.incident("a", "2024-01-05", 3);
        told.incident("b", "2024-01-06", 4);
        var since = told.now();
        told.incident("a", "2024-01-05", 3);
        told.incident("b", "2024-01-06", 40);
        assertEquals(List.of("CHANGED Samara b"), since(since));
    }

    @Test
    void what_is_taken_back_is_retracted() throws IOException {
        var account = told.incident("a", "2024-01-05", 3);
        var since = told.now();
        told.write(
                SmallLedger.subject("a"),
                new Facts.IncidentRetracted("test", "twice"),
                account,
                Handling.OPEN);
        assertEquals(List.of("RETRACTED Samara a"), since(since));
    }

    @Test
    void a_shift_sees_entries_by_kind_and_not_those_of_before() throws IOException {
        told.write(
                SmallLedger.subject("n"), new Housekeeping.NoteWritten("old"), null, Handling.OPEN);
        var since = told.now();
        told.write(
                SmallLedger.subject("n"), new Housekeeping.NoteWritten("new"), null, Handling.OPEN);
        var changes = Changes.since(since.minusMillis(1), told.here(), Filter.ALL, told.ledger);
        assertEquals("[note-written]", changes.entries().keySet().toString());
        assertEquals(1, changes.size());
    }

    private List<String> since(Instant moment) throws IOException {
        return Changes.since(moment.minusMillis(1), told.here(), Filter.ALL, told.ledger)
                .learned()
                .items()
                .stream()
                .map(item -> item.what() + " " + item.row().site().name())
                .toList();
    }
}

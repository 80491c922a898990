package org.vigie.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.assess.SmallLedger;
import org.vigie.geo.BadInput;
import org.vigie.record.Filter;
import org.vigie.record.Handling;
import org.vigie.record.Housekeeping;
import org.vigie.record.IncidentKind;
import org.vigie.record.Standpoint;
import org.vigie.record.Viewer;

class SavedQueriesTest {

    private final SmallLedger told = new SmallLedger();

    @Test
    void a_question_is_found_by_its_name_as_it_was_saved() throws IOException {
        var asked = query("ouham", Map.of("area", "Ouham", "kind", "one-sided"));
        save(asked);
        assertEquals(Optional.of(asked), find("ouham"));
        assertEquals(
                new Filter(null, null, "Ouham", null, IncidentKind.ONE_SIDED, null),
                asked.filter());
    }

    @Test
    void the_latest_saving_of_a_name_holds() throws IOException {
        save(query("ouham", Map.of("area", "Ouham")));
        var second = query("ouham", Map.of("area", "Ouham-Pendé"));
        save(second);
        assertEquals(Optional.of(second), find("ouham"));
    }

    @Test
    void a_dropped_name_is_free_and_may_be_taken_again() throws IOException {
        save(query("ouham", Map.of()));
        told.write(
                SavedQueries.subject("ouham"),
                new Housekeeping.QueryDropped("ouham"),
                null,
                Handling.PROTECTION);
        assertEquals(Optional.empty(), find("ouham"));
        save(query("ouham", Map.of("by", "month")));
        assertEquals(Map.of("by", "month"), find("ouham").orElseThrow().parameters());
    }

    @Test
    void a_question_that_was_saved_later_is_not_there_in_the_past() throws IOException {
        var before = told.now();
        told.wait(1);
        save(query("ouham", Map.of()));
        var then = new Standpoint(before, before, Viewer.owner());
        assertEquals(Optional.empty(), SavedQueries.at(told.ledger, then).find("ouham"));
    }

    @Test
    void who_may_not_see_the_entry_does_not_find_the_question() throws IOException {
        save(query("ouham", Map.of()));
        var outside = new Standpoint(told.now(), told.now(), Viewer.outsider());
        assertEquals(new TreeMap<>(), SavedQueries.at(told.ledger, outside).byName());
    }

    @Test
    void a_page_that_only_a_newer_version_knows_is_no_question_here() throws IOException {
        told.write(
                SavedQueries.subject("x"),
                new Housekeeping.QuerySaved("x", "globe", new TreeMap<>(), ""),
                null,
                Handling.PROTECTION);
        assertEquals(Optional.empty(), find("x"));
    }

    @Test
    void a_clock_that_is_named_stays_where_it_stands() {
        var asked = query("then", Map.of("known", "2020-02-14T05:30", "recorded", "2020-02-14"));
        assertEquals(Optional.of(Instant.parse("2020-02-14T05:30:00Z")), asked.known());
        assertEquals(Optional.of(Instant.parse("2020-02-14T23:59:59.999Z")), asked.recorded());
        assertEquals(Optional.empty(), query("now", Map.of()).known());
    }

    @Test
    void of_an_address_only_what_the_page_knows_is_saved() {
        var address = Map.of("q", "Séléka", "lang", "fr", "area", "Ouham", "known", "");
        assertEquals(Map.of("q", "Séléka"), SavedQuery.Page.SEARCH.known(address));
        assertEquals(Map.of("area", "Ouham"), SavedQuery.Page.PICTURE.known(address));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ouham, one-sided        | ouham-one-sided",
                "  Évêché de l’Œuvre 3   | eveche-de-l-uvre-3",
                "2020/02                 | 2020-02",
            })
    void a_name_is_made_fit_for_an_address(String typed, String name) {
        assertEquals(name, SavedQuery.nameOf(typed));
    }

    @Test
    void what_cannot_be_asked_is_not_saved() {
        for (var parameters :
                List.of(
                        Map.of("from", "2020-99-01"),
                        Map.of("from", "2020-02-02", "to", "2020-02-01"),
                        Map.of("kind", "murder"),
                        Map.of("cell", "one"),
                        Map.of("known", "yesterday"),
                        Map.of("q", "words"),
                        Map.of("area", "x".repeat(201)))) {
            assertThrows(BadInput.class, () -> query("x", parameters), parameters::toString);
        }
        assertThrows(BadInput.class, () -> query("No spaces", Map.of()));
        assertThrows(
                BadInput.class,
                () -> new SavedQuery("x", SavedQuery.Page.SEARCH, new TreeMap<>(), ""));
        assertEquals(
                LocalDate.of(2020, 2, 1), query("x", Map.of("to", "2020-02-01")).filter().to());
    }

    private static SavedQuery query(String name, Map<String, String> parameters) {
        return new SavedQuery(name, SavedQuery.Page.PICTURE, new TreeMap<>(parameters), "");
    }

    private void save(SavedQuery query) {
        told.write(SavedQueries.subject(query.name()), query.body(), null, Handling.PROTECTION);
    }

    private Optional<SavedQuery> find(String name) throws IOException {
        return SavedQueries.at(told.ledger, told.here()).find(name).map(SavedQueries.Held::query);
    }
}

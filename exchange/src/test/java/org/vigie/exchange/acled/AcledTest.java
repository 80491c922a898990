package org.vigie.exchange.acled;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.exchange.TestLedger;
import org.vigie.exchange.TestResources;
import org.vigie.exchange.imports.Imported;
import org.vigie.exchange.imports.Rejection;
import org.vigie.geo.BadInput;
import org.vigie.geo.PlacePrecision;
import org.vigie.record.ActorClass;
import org.vigie.record.Facts.IncidentReported;
import org.vigie.record.Figures;
import org.vigie.record.Housekeeping.ImportOpened;
import org.vigie.record.IncidentKind;
import org.vigie.record.IncidentRow;
import org.vigie.record.Involved;

/// The files are synthetic, by ACLED's published list of columns.
class AcledTest {

    private static final String WORDS = "acled/words-2024.csv";
    private static final String LATER = "acled/words-2024-later.csv";

    @TempDir Path folder;
    private final TestLedger ledger = new TestLedger();

    @ParameterizedTest
    @ValueSource(strings = {"words-2024.csv", "numbers-2019.csv", "tagged.csv", "page1.json"})
    void every_event_is_an_incident(String name) throws IOException {
        var imported = add("acled/" + name);
        assertEquals("acled", imported.format().code());
        assertEquals(List.of(), imported.rejections());
        assertEquals(5, imported.counts().added());
        assertEquals(
                Map.of(
                        IncidentKind.VIOLENCE_AGAINST_CIVILIANS, 1L,
                        IncidentKind.BATTLE, 1L,
                        IncidentKind.EXPLOSION, 1L,
                        IncidentKind.PROTEST, 1L,
                        IncidentKind.STRATEGIC_DEVELOPMENT, 1L),
                rows().stream()
                        .collect(Collectors.groupingBy(IncidentRow::kind, Collectors.counting())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"words-2024.csv", "numbers-2019.csv", "tagged.csv"})
    void every_row_can_be_written_again_letter_by_letter(String name) throws IOException {
        var file = TestResources.find("acled/" + name);
        ledger.add(file);
        assertEquals(printed(file), again());
    }

    @Test
    void codes_in_numbers_and_in_words_are_the_same_event() throws IOException {
        var words = Files.readString(TestResources.find(WORDS));
        add(WORDS);
        var numbers =
                words.replace(",Rebel group,", ",2,")
                        .replace(",Rebel group-Civilians,", ",27,")
                        .replace(",Civilians,2", ",7,2");
        var imported = ledger.add(Files.writeString(folder.resolve("numbers.csv"), numbers));
        assertEquals(5, imported.counts().unchanged(), imported::toString);
    }

    @Test
    void who_attacked_is_said_only_where_civilians_were_the_target() throws IOException {
        add(WORDS);
        assertEquals(
                List.of(
                        new Involved(
                                Involved.Role.ATTACKER,
                                "Riders of the North",
                                ActorClass.ARMED_GROUP),
                        new Involved(
                                Involved.Role.TARGET,
                                "Civilians (Ostrelle)",
                                ActorClass.CIVILIANS)),
                account("OST1").actors());
        assertEquals(
                List.of(
                        new Involved(
                                Involved.Role.SIDE_A,
                                "Riders of the North",
                                ActorClass.ARMED_GROUP),
                        new Involved(
                                Involved.Role.SIDE_B,
                                "OSTMIS: United Nations Mission in Ostrelle",
                                ActorClass.MISSION)),
                account("OST3").actors());
    }

    @Test
    void fatalities_are_one_estimate_and_nobody_is_said_to_be_a_civilian() throws IOException {
        add(WORDS);
        var deaths = java.util.Objects.requireNonNull(account("OST1").deaths());
        assertEquals(new Figures(null, 8, null), deaths.total());
        assertEquals(null, deaths.civilians());
    }

    @Test
    void a_place_that_stands_for_a_region_is_vague() throws IOException {
        add(WORDS);
        assertEquals(PlacePrecision.REGION, account("OST5").site().precision());
        assertEquals(1, rows().stream().filter(row -> row.site().precision().vague()).count());
    }

    @Test
    void a_monadic_export_tells_each_event_once() throws IOException {
        var imported = add("acled/monadic.csv");
        assertEquals(8, imported.counts().read());
        assertEquals(5, imported.counts().added());
        assertEquals(3, imported.repeated());
        assertEquals(2, account("OST1").actors().size());
    }

    @Test
    void a_second_row_that_alone_names_the_second_actor_is_not_lost() throws IOException {
        var lines = Files.readString(TestResources.find(WORDS)).lines().toList();
        var one =
                lines.get(1).replace(",Civilians (Ostrelle),Farmers (Ostrelle),Civilians,", ",,,,");
        var other =
                lines.get(1)
                        .replace(
                                ",Riders of the North,,Rebel group,Civilians (Ostrelle),Farmers"
                                        + " (Ostrelle),Civilians,",
                                ",Civilians (Ostrelle),Farmers (Ostrelle),Civilians,,,,");
        ledger.add(file(lines.getFirst(), one, other));
        assertEquals(
                List.of("Riders of the North", "Civilians (Ostrelle)"),
                account("OST1").actors().stream().map(Involved::actor).toList());
        assertEquals("Farmers (Ostrelle)", account("OST1").columns().get("assoc_actor_2"));
    }

    @Test
    void two_rows_that_contradict_each_other_are_not_one_event() throws IOException {
        var lines = Files.readString(TestResources.find(WORDS)).lines().toList();
        var other = lines.get(1).replace(",8,,", ",9,,");
        var imported = ledger.add(file(lines.getFirst(), lines.get(1), other));
        assertEquals(
                List.of(
                        new Rejection(
                                3,
                                "event_id_cnty",
                                "OST1",
                                "must stand only once, and stands in line 2 too")),
                imported.rejections());
    }

    @Test
    void a_later_vintage_changes_an_event_and_the_past_is_kept() throws IOException {
        add(WORDS);
        var counts = add(LATER).counts();
        assertEquals(
                List.of(1L, 1L, 3L, 0L),
                List.of(counts.added(), counts.changed(), counts.unchanged(), counts.removed()));
        assertEquals(14, best(rows()));
        assertEquals(11, best(rowsKnownAt("2024-05-01T06:01:00Z")));
    }

    @Test
    void a_list_of_deleted_events_retracts_what_the_ledger_holds() throws IOException {
        add(WORDS);
        var counts = add("acled/deleted.csv").counts();
        assertEquals(
                List.of(2L, 1L, 1L), List.of(counts.read(), counts.removed(), counts.unchanged()));
        assertEquals(4, rows().size());
        assertEquals(5, rowsKnownAt("2024-05-01T06:01:00Z").size());
    }

    @Test
    void deleting_twice_changes_nothing() throws IOException {
        add(WORDS);
        add("acled/deleted.csv");
        assertEquals(2, add("acled/deleted.csv").counts().unchanged());
    }

    @Test
    void undo_brings_deleted_events_back() throws IOException {
        add(WORDS);
        ledger.undo(add("acled/deleted.csv"));
        assertEquals(5, rows().size());
    }

    @Test
    void undo_brings_the_earlier_vintage_back_and_then_nothing() throws IOException {
        var first = add(WORDS);
        ledger.undo(add(LATER));
        assertEquals(11, best(rows()));
        ledger.undo(first);
        assertEquals(0, rows().size());
    }

    @Test
    void an_older_vintage_that_comes_in_later_changes_nothing_and_is_counted() throws IOException {
        add(LATER);
        int best = best(rows());
        var older = add(WORDS);
        assertEquals(best, best(rows()));
        assertTrue(older.outdated() > 0);
        assertEquals(0, older.counts().changed());
    }

    @Test
    void the_same_file_twice_changes_nothing() throws IOException {
        add(WORDS);
        assertEquals(5, add(WORDS).counts().unchanged());
    }

    @Test
    void the_day_on_which_acled_released_a_row_can_be_the_moment_of_knowing() throws IOException {
        ledger.add(TestResources.find(WORDS), "release");
        assertEquals(2, rowsKnownAt("2024-01-12T00:00:00Z").size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "event_date     | 2024-02-30 | must be a day that exists, such as 2008-02-29, 29 February 2008 or 29/02/2008",
                "event_type     | Jubilation | must be one of Battles, Explosions/Remote violence, Violence against civilians, Protests, Riots, Strategic developments",
                "inter1         | 9          | must be 0 to 8, or one of State forces, Rebel group, Political militia, Identity militia, Rioters, Protesters, Civilians, External/Other forces",
                "latitude       | 200        | must be between -90 and 90 degrees",
                "fatalities     | -4         | must be a whole number, 0 or more",
                "geo_precision  | 4          | must be a whole number from 1 to 3",
                "time_precision | 0          | must be a whole number from 1 to 3",
                "timestamp      | soon       | must be a day such as 2008-02-29",
            })
    void a_cell_that_cannot_be_read_is_named(String field, String value, String reason)
            throws IOException {
        var imported = ledger.add(withCell(field, value));
        assertEquals(List.of(new Rejection(2, field, value, reason)), imported.rejections());
        assertEquals(4, imported.counts().added());
    }

    @Test
    void a_file_that_breaks_off_is_refused_whole() throws IOException {
        var text = Files.readString(TestResources.find(WORDS));
        var cut =
                Files.writeString(folder.resolve("cut.csv"), text.substring(0, text.length() - 90));
        var refusal = assertThrows(BadInput.class, () -> ledger.add(cut));
        assertEquals("whole, and here its last row breaks off", refusal.allowed());
        assertEquals(List.of(), ledger.entries());
    }

    @Test
    void a_page_that_breaks_off_is_refused_whole() throws IOException {
        var text = Files.readString(TestResources.find("acled/page1.json"));
        var cut =
                Files.writeString(folder.resolve("cut.json"), text.substring(0, text.length() / 2));
        var refusal = assertThrows(BadInput.class, () -> ledger.add(cut));
        assertEquals("\"cut.json, after record 2\"", refusal.value());
        assertEquals(List.of(), ledger.entries());
    }

    private Imported add(String name) throws IOException {
        return ledger.add(TestResources.find(name));
    }

    private Path file(String... lines) throws IOException {
        return Files.writeString(folder.resolve("rows.csv"), String.join("\n", lines) + "\n");
    }

    private Path withCell(String column, String value) throws IOException {
        var rows = printed(TestResources.find(WORDS));
        rows.getFirst().put(column, value);
        var text = new StringBuilder(String.join(",", rows.getFirst().keySet()) + "\n");
        for (var row : rows) {
            text.append(
                    row.values().stream()
                            .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                            .collect(Collectors.joining(",", "", "\n")));
        }
        return Files.writeString(folder.resolve("cell.csv"), text);
    }

    private List<IncidentRow> rows() throws IOException {
        return rowsOf(ledger.incidents());
    }

    private List<IncidentRow> rowsKnownAt(String moment) throws IOException {
        return rowsOf(ledger.knownAt(moment));
    }

    private static List<IncidentRow> rowsOf(org.vigie.record.Incidents incidents) {
        return incidents.list();
    }

    private static int best(List<IncidentRow> rows) {
        return rows.stream()
                .mapToInt(row -> java.util.Objects.requireNonNullElse(row.deaths().best(), 0))
                .sum();
    }

    private IncidentReported account(String id) throws IOException {
        return ledger.entries().stream()
                .filter(recorded -> recorded.body() instanceof IncidentReported)
                .map(recorded -> (IncidentReported) recorded.body())
                .filter(account -> account.sourceKey().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private List<Map<String, String>> again() throws IOException {
        var rows = new ArrayList<Map<String, String>>();
        var options = new TreeMap<String, String>();
        for (var recorded : ledger.entries()) {
            if (recorded.body() instanceof ImportOpened opened) {
                options.putAll(opened.options());
            }
            if (recorded.body() instanceof IncidentReported account) {
                var columns =
                        AcledColumns.of(
                                account, recorded.entry().happenedOn(), AcledHabits.of(options));
                var row = new LinkedHashMap<String, String>();
                for (var name : options.getOrDefault("columns", "").split(",", -1)) {
                    row.put(name, columns.getOrDefault(name, ""));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    private static List<Map<String, String>> printed(Path file) throws IOException {
        char separator = file.toString().contains("2019") ? ';' : ',';
        try (var rows = CsvReader.builder().fieldSeparator(separator).ofNamedCsvRecord(file)) {
            return rows.stream()
                    .map(row -> (Map<String, String>) new LinkedHashMap<>(row.getFieldsAsMap()))
                    .filter(row -> !row.getOrDefault("country", "").startsWith("#"))
                    .collect(Collectors.toCollection(ArrayList::new));
        }
    }
}

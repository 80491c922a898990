package org.vigie.exchange.mapped;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.exchange.Formats;
import org.vigie.exchange.TestLedger;
import org.vigie.exchange.imports.Imported;
import org.vigie.exchange.imports.KnownAt;
import org.vigie.exchange.imports.Opening;
import org.vigie.exchange.imports.Order;
import org.vigie.exchange.imports.Rejection;
import org.vigie.geo.BadInput;
import org.vigie.record.ActorClass;
import org.vigie.record.By;
import org.vigie.record.Figures;
import org.vigie.record.Handling;
import org.vigie.record.IncidentKind;
import org.vigie.record.Viewer;

class MappedTableTest {

    private static final String TABLE =
            """
            Réf\tDate incident\tVillage\tCercle\tLat\tLon\tType\tMorts\tCivils tués\tRésumé
            A1\t14/02/2020\tArdal\tNord\t12,5\t-3,25\tRaid\t8\t7\tAttaque à l'aube
            A2\t15/02/2020\tLira\tSud\t10,0\t-4,125\tManifestation\t0\t\t
            """;
    private static final String MAPPING =
            """
            source = cellule-nord
            key = Réf
            date = Date incident
            date.format = d/M/yyyy
            place = Village
            adm2 = Cercle
            country = "Ostrelle"
            latitude = Lat
            longitude = Lon
            decimal = ,
            kind = Type
            kind.of.Raid = violence-against-civilians
            kind.of.Manifestation = protest
            deaths = Morts
            civilians = Civils tués
            summary = Résumé
            """;

    @TempDir Path folder;
    private final TestLedger ledger = new TestLedger();

    @Test
    void a_table_of_ones_own_becomes_incidents() throws IOException {
        var imported = add(TABLE, MAPPING);
        assertEquals(List.of(), imported.rejections());
        assertEquals(2, imported.counts().added());
        var first =
                ledger.incidents().list().stream()
                        .filter(row -> row.site().name().equals("Ardal"))
                        .findFirst()
                        .orElseThrow();
        assertEquals(IncidentKind.VIOLENCE_AGAINST_CIVILIANS, first.kind());
        assertEquals(new Figures(null, 8, null), first.deaths());
        assertEquals(7, first.civilians());
        assertEquals(-3.25, Objects.requireNonNull(first.site().position()).longitude());
        assertEquals("Ostrelle", first.site().country());
    }

    @Test
    void a_column_may_say_what_sort_of_actor_attacked() throws IOException {
        var mapping = MAPPING + "attacker = Cercle\nattacker.class = \"Armed group\"\n";
        assertEquals(List.of(), add(TABLE, mapping).rejections());
        assertEquals(
                ActorClass.ARMED_GROUP,
                ledger.incidents().list().getFirst().actors().getFirst().actorClass());
    }

    @Test
    void a_sort_of_actor_that_is_none_rejects_its_row() throws IOException {
        var mapping = MAPPING + "attacker = Cercle\nattacker.class = Village\n";
        var rejection = add(TABLE, mapping).rejections().getFirst();
        assertEquals("Village", rejection.field());
        assertEquals(
                "must be one of state, armed-group, militia, foreign-force, private-military,"
                        + " mission, civilians, unknown",
                rejection.reason());
    }

    @Test
    void a_table_of_ones_own_is_not_open_unless_somebody_says_so() throws IOException {
        add(TABLE, MAPPING);
        assertEquals(0, seenOutside());
        assertEquals(2, add(TABLE, MAPPING + "handling = open\n").counts().changed());
        assertEquals(2, seenOutside());
    }

    @Test
    void a_second_import_makes_nothing_more_open_and_may_close_what_was_open() throws IOException {
        assertEquals(2, run(Handling.OPEN).counts().added());
        assertEquals(2, run(Handling.PROTECTION).counts().changed());
        assertEquals(0, seenOutside());
        assertEquals(2, run(null).counts().unchanged());
        assertEquals(2, run(Handling.PROTECTION).counts().unchanged());
    }

    @Test
    void who_may_see_it_is_one_of_three_words() {
        var refusal =
                assertThrows(
                        BadInput.class,
                        () ->
                                Mapping.parse(
                                        "source = ab\nkey = a\ndate = b\nplace = c\nhandling = sealed\n"));
        assertEquals("mapping, line 5", refusal.field());
    }

    @Test
    void absurd_figures_and_days_are_kept_and_counted() throws IOException {
        var table =
                TABLE.replace("\t8\t7\t", "\t2147483647\t7\t").replace("15/02/2020", "15/02/9999")
                        + "A3\t01/01/0001\tLira\tSud\t10,0\t-4,125\tRaid\t2147483647\t0\t\n"
                        + "A4\t01/01/2020\tLira\tSud\t10,0\t-4,125\tRaid\t100000\t0\t\n";
        var imported = add(table, MAPPING);
        assertEquals(4, imported.counts().added());
        assertEquals(3, imported.implausible());
        assertEquals(
                2L * Integer.MAX_VALUE + 100_000, ledger.incidents().count(By.YEAR).total().best());
    }

    private int seenOutside() throws IOException {
        return ledger.ledger
                .asOf(TestLedger.LATER, TestLedger.LATER, Viewer.outsider())
                .incidents()
                .size();
    }

    private Imported run(@Nullable Handling handling) throws IOException {
        return ledger.run(order(TABLE, MAPPING).handledAs(handling));
    }

    @Test
    void the_same_table_twice_changes_nothing_and_undo_takes_it_back() throws IOException {
        var first = add(TABLE, MAPPING);
        assertEquals(2, add(TABLE, MAPPING).counts().unchanged());
        ledger.undo(first);
        assertEquals(0, ledger.incidents().size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "14/02/2020 | 30/02/2020 | Date incident | must be a day that exists, in the form d/M/yyyy",
                "12,5       | 200        | Lat           | must be between -90 and 90 degrees",
                "12,5       | nord       | Lat           | must be a number",
                "8\t7       | -1\t7      | Morts         | must be a whole number, 0 or more",
                "Raid       | Rumeur     | Type          | must be a kind, or mapped to one by a line kind.of.Rumeur",
            })
    void a_cell_that_cannot_be_read_is_named_by_its_own_column(
            String good, String bad, String column, String reason) throws IOException {
        var imported =
                add(TABLE.replace(good.replace("\\t", "\t"), bad.replace("\\t", "\t")), MAPPING);
        var value = bad.startsWith("-1") ? "-1" : bad;
        assertEquals(List.of(new Rejection(2, column, value, reason)), imported.rejections());
    }

    @Test
    void a_mapping_that_names_a_column_that_is_not_there_is_refused() {
        var refusal =
                assertThrows(
                        BadInput.class, () -> add(TABLE, MAPPING.replace("= Village", "= Dorf")));
        assertEquals("\"Dorf\"", refusal.value());
        assertEquals("mapping, line 5", refusal.field());
    }

    @Test
    void a_mapping_with_an_unknown_field_is_refused() {
        var refusal = assertThrows(BadInput.class, () -> Mapping.parse("sauce = x\n"));
        assertEquals("\"sauce\"", refusal.value());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "decimal = ,            | decimal = ;               | mapping, line 10",
                "date.format = d/M/yyyy | date.format = {           | mapping, line 4",
                "source = cellule-nord  | source = Cellule Nord     | mapping, line 1",
                "source = cellule-nord  | source = ucdp-ged         | mapping, line 1",
                "protest                | fish                      | mapping, line 13",
                "decimal = ,            | #¶!¶key = Lat             | mapping, line 12",
                "decimal = ,            | definition = a\\¶ b¶q = 1  | mapping, line 12",
                "date = Date incident   | # date                    | date",
            })
    void a_refusal_names_the_line_of_the_mapping(String good, String bad, String place) {
        var mapping = MAPPING.replace(good, bad.replace('¶', '\n'));
        var refusal = assertThrows(BadInput.class, () -> Formats.own(Mapping.parse(mapping)));
        assertEquals(place, refusal.field());
    }

    @Test
    void a_draft_is_made_from_the_names_of_the_columns_and_can_be_read() throws IOException {
        var draft = Suggestion.draft(Opening.of(table(TABLE)));
        var mapping = Mapping.parse(draft);
        assertEquals("Date incident", mapping.column("date").orElse(""));
        assertEquals("Village", mapping.column("place").orElse(""));
        assertEquals("Morts", mapping.column("deaths").orElse(""));
        assertEquals("Civils tués", mapping.column("civilians").orElse(""));
        assertEquals("Résumé", mapping.column("summary").orElse(""));
    }

    @Test
    void a_draft_knows_a_decimal_comma_and_takes_every_row() throws IOException {
        var draft = Suggestion.draft(Opening.of(table(TABLE)));
        assertTrue(draft.contains("\ndecimal = ,\n"), draft);
        assertEquals(0, add(TABLE, draft).counts().rejected());
    }

    @Test
    void a_draft_finds_civilian_dead_and_what_happened() throws IOException {
        var mapping =
                Mapping.parse(
                        Suggestion.draft(
                                Opening.of(
                                        table(
                                                "Ref,Date,Village,Dead,Civilian dead,What happened\n1,2020-02-14,Ardal,3,2,A raid\n"))));
        assertEquals("Dead", mapping.column("deaths").orElse(""));
        assertEquals("Civilian dead", mapping.column("civilians").orElse(""));
        assertEquals("What happened", mapping.column("summary").orElse(""));
    }

    private Imported add(String table, String mapping) throws IOException {
        return ledger.run(order(table, mapping));
    }

    private Order order(String table, String mapping) throws IOException {
        return new Order(
                new MappedTable(Mapping.parse(mapping)),
                table(table),
                new KnownAt.Now(),
                false,
                false,
                ledger.tick());
    }

    private Path table(String text) throws IOException {
        return Files.writeString(folder.resolve("table.tsv"), text);
    }
}

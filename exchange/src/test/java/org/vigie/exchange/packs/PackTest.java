package org.vigie.exchange.packs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.geo.BadInput;
import org.vigie.record.Entry;
import org.vigie.record.Facts;
import org.vigie.record.Forces;
import org.vigie.record.Handling;

final class PackTest {

    @ParameterizedTest
    @ValueSource(strings = {"mali", "central-african-republic", "ostrelle"})
    void every_shipped_pack_checks_clean(String mission) throws IOException {
        assertEquals(
                List.of(),
                PackCheck.of(TestPacks.files(mission)).stream().map(Finding::sentence).toList());
    }

    @Test
    void mali_gives_so_many_entries_of_each_kind() throws IOException {
        var counts =
                TestPacks.mali().entries().stream()
                        .collect(
                                Collectors.groupingBy(
                                        Entry::kind, TreeMap::new, Collectors.counting()));
        var expected = new TreeMap<String, Long>();
        expected.put("accord-made", 2L);
        expected.put("accord-stepped", 5L);
        expected.put("actor-declared", 46L);
        expected.put("actor-labelled", 9L);
        expected.put("actor-related", 32L);
        expected.put("base-closed", 15L);
        expected.put("base-opened", 17L);
        expected.put("caveat-declared", 21L);
        expected.put("claim-made", 142L);
        expected.put("commitment-made", 8L);
        expected.put("commitment-stepped", 6L);
        expected.put("incident-reported", 21L);
        expected.put("knowledge-contested", 1L);
        expected.put("known", 12L);
        expected.put("mandate-adopted", 17L);
        expected.put("monitor-named", 3L);
        expected.put("place-declared", 65L);
        expected.put("source-registered", 150L);
        expected.put("unit-declared", 25L);
        expected.put("vote-taken", 3L);
        assertEquals(expected, counts);
    }

    @Test
    void reading_twice_gives_the_same_entries() throws IOException {
        assertEquals(TestPacks.mali().entries(), TestPacks.mali().entries());
    }

    @Test
    void no_two_entries_share_an_id() throws IOException {
        var entries = TestPacks.mali().entries();
        var ids = new HashSet<>(entries.stream().map(Entry::id).toList());
        assertEquals(entries.size(), ids.size());
    }

    @Test
    void published_facts_are_open_and_the_force_register_is_the_missions() throws IOException {
        for (var entry : TestPacks.mali().entries()) {
            boolean register =
                    entry.body() instanceof Forces.UnitDeclared
                            || entry.body() instanceof Forces.CaveatDeclared;
            assertEquals(register ? Handling.MISSION : Handling.OPEN, entry.handling());
        }
    }

    @Test
    void every_entry_names_its_file_and_line() throws IOException {
        for (var entry : TestPacks.mali().entries()) {
            assertEquals("pack", entry.origin().lane());
            assertTrue(entry.origin().line() > 1, entry::toString);
        }
    }

    @Test
    void a_source_is_known_from_the_end_of_the_day_on_which_it_was_published() throws IOException {
        var known = knownAt("hrw-2020");
        assertEquals("2020-03-18T23:59:59.999Z", known);
    }

    @Test
    void a_source_of_which_only_the_month_is_known_counts_from_the_end_of_the_month()
            throws IOException {
        assertEquals("2021-11-30T23:59:59.999Z", knownAt("maliweb-2021-11"));
    }

    @Test
    void a_place_has_the_names_of_its_region_and_cercle() throws IOException {
        var incident =
                TestPacks.mali().entries().stream()
                        .map(Entry::body)
                        .filter(Facts.IncidentReported.class::isInstance)
                        .map(Facts.IncidentReported.class::cast)
                        .filter(account -> account.sourceKey().equals("ogossagou-2020-02-14"))
                        .findFirst()
                        .orElseThrow();
        assertEquals("Ogossagou Bankass Mopti Mali", words(incident));
    }

    private static String words(Facts.IncidentReported incident) {
        var site = incident.site();
        return "%s %s %s %s".formatted(site.name(), site.adm2(), site.adm1(), site.country());
    }

    @Test
    void hours_of_asking_the_capital_become_minutes() throws IOException {
        var caveat =
                TestPacks.mali().entries().stream()
                        .map(Entry::body)
                        .filter(Forces.CaveatDeclared.class::isInstance)
                        .map(Forces.CaveatDeclared.class::cast)
                        .filter(one -> one.code().equals("cav-sen-ask"))
                        .findFirst()
                        .orElseThrow();
        assertEquals("0-360", caveat.value());
    }

    @Test
    void the_map_of_mali_has_the_country_nine_regions_and_two_rivers() throws IOException {
        var map = TestPacks.mali().map();
        assertEquals(10, map.stream().filter(it -> it.kind().equals(MapShape.AREA)).count());
        assertEquals(2, map.stream().filter(it -> it.kind().equals("river")).count());
    }

    @Test
    void a_village_lies_in_the_sector_that_lists_its_region() throws IOException {
        assertEquals("SC", TestPacks.mali().findSector("ML0502").orElseThrow().code());
    }

    @Test
    void the_chronologies_of_mali_are_listed() throws IOException {
        assertEquals(
                List.of("moura-2022-03", "ogossagou-2020-02"), TestPacks.mali().chronologies());
    }

    @Test
    void a_pack_with_errors_is_refused_with_the_first_of_them(@TempDir Path folder)
            throws IOException {
        TestPacks.copy("mali", folder);
        TestPacks.replace(folder.resolve("places.csv"), "13.96014", "83.96014");
        var refusal = assertThrows(BadInput.class, () -> Pack.read(folder));
        var message = String.valueOf(refusal.getMessage());
        assertTrue(message.contains("places.csv:"), message);
        assertTrue(message.contains("83.96014"), message);
    }

    @Test
    void a_folder_that_is_no_pack_is_refused(@TempDir Path folder) {
        assertThrows(BadInput.class, () -> Pack.read(folder));
        assertThrows(BadInput.class, () -> Pack.read(folder.resolve("nowhere")));
    }

    @Test
    void the_invented_country_is_the_only_fictional_one() throws IOException {
        assertTrue(TestPacks.ostrelle().mission().fictional());
        assertFalse(TestPacks.mali().mission().fictional());
    }

    private static String knownAt(String source) throws IOException {
        return TestPacks.mali().entries().stream()
                .filter(entry ->
                        entry.body() instanceof Facts.SourceRegistered registered
                                && registered.code().equals(source))
                .map(entry -> String.valueOf(entry.knownAt()))
                .findFirst()
                .orElseThrow();
    }
}

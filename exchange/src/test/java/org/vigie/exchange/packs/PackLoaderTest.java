package org.vigie.exchange.packs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.geo.BadInput;
import org.vigie.record.Component;
import org.vigie.record.Entry;
import org.vigie.record.Facts;
import org.vigie.record.Forces;
import org.vigie.record.Handling;
import org.vigie.record.Housekeeping;
import org.vigie.record.Ids;
import org.vigie.record.MemoryLedger;
import org.vigie.record.Origin;

final class PackLoaderTest {

    private static final UUID MOURA = Ids.subject("incident", "moura-2022-03");
    private static final UUID BATTALION = Ids.subject("unit", "sen-bat-mopti");

    private final MemoryLedger ledger = TestPacks.ledger();

    @TempDir private Path folder;

    @BeforeEach
    void load() throws IOException {
        TestPacks.copy("mali", folder);
        PackLoader.load(Pack.read(folder), ledger);
    }

    private Housekeeping.ImportClosed again() throws IOException {
        return PackLoader.load(Pack.read(folder), ledger).counts();
    }

    private long size() throws IOException {
        return ledger.append(List.of()).size();
    }

    @Test
    void the_pack_of_another_mission_is_refused() throws IOException {
        PackLoader.requireNoOther(TestPacks.mali(), ledger);
        var refused =
                assertThrows(
                        BadInput.class,
                        () -> PackLoader.requireNoOther(TestPacks.ostrelle(), ledger));
        assertEquals(
                "mission must be minusma, whose pack this ledger holds (another mission needs another"
                        + " folder: --data), was \"unmost\"",
                refused.getMessage());
    }

    @Test
    void the_picture_shows_incidents_units_and_claims() {
        var picture = TestPacks.now(ledger);
        assertEquals(21, picture.incidents().size());
        assertEquals(25, picture.latest(Forces.UnitDeclared.class).size());
        assertEquals(142, picture.entries(Facts.ClaimMade.class).size());
    }

    @Test
    void moura_has_three_figures_side_by_side_that_compete() {
        var picture = TestPacks.now(ledger);
        var said =
                picture.claims(MOURA).stream()
                        .filter(claim ->
                                List.of("executed", "neutralised", "killed")
                                        .contains(claim.measure()))
                        .map(claim -> claim.measure() + " " + claim.figures().plain())
                        .toList();
        assertTrue(
                said.containsAll(
                        List.of("neutralised 203", "executed about 300", "killed at least 500")),
                said::toString);
        var row = picture.incidents().find(MOURA).orElseThrow();
        assertTrue(row.competing() >= 3);
        assertTrue(row.deaths().empty());
    }

    @Test
    void at_the_time_of_the_first_attack_the_force_is_there_and_nothing_later_is_known() {
        var picture = TestPacks.picture(ledger, "2019-04-01T00:00:00Z");
        assertTrue(picture.latest(Forces.UnitDeclared.class).containsKey(BATTALION));
        assertEquals(
                List.of("dw-2017-08-14", "ogossagou-2019-03-23"),
                picture.incidents().list().stream()
                        .map(row -> row.incident())
                        .map(id ->
                                List.of("dw-2017-08-14", "ogossagou-2019-03-23").stream()
                                        .filter(code -> Ids.subject("incident", code).equals(id))
                                        .findFirst()
                                        .orElse("something later"))
                        .toList());
    }

    @Test
    void an_outsider_does_not_see_the_force_register() {
        var picture =
                ledger.asOf(TestPacks.TODAY, TestPacks.TODAY, org.vigie.record.Viewer.outsider());
        assertEquals(0, picture.latest(Forces.UnitDeclared.class).size());
        assertEquals(21, picture.incidents().size());
    }

    @Test
    void loading_twice_adds_nothing() throws IOException {
        long before = size();
        var loaded = PackLoader.load(Pack.read(folder), ledger);
        assertNull(loaded.importId());
        assertEquals(before, size());
    }

    @Test
    void a_changed_row_supersedes_the_older_one() throws IOException {
        TestPacks.replace(folder.resolve("units.csv"), ",850,", ",700,");
        var counts = again();
        assertEquals(1, counts.changed());
        assertEquals(0, counts.added() + counts.removed());
        var unit = TestPacks.now(ledger).latest(Forces.UnitDeclared.class).get(BATTALION);
        assertNotNull(unit);
        assertEquals(700, unit.strength());
        assertEquals(1, TestPacks.now(ledger).about(BATTALION).size());
    }

    @Test
    void changing_it_back_holds_too_and_then_nothing_more_happens() throws IOException {
        TestPacks.replace(folder.resolve("units.csv"), ",850,", ",700,");
        again();
        TestPacks.replace(folder.resolve("units.csv"), ",700,", ",850,");
        assertEquals(1, again().changed());
        var unit = TestPacks.now(ledger).latest(Forces.UnitDeclared.class).get(BATTALION);
        assertNotNull(unit);
        assertEquals(850, unit.strength());
        long before = size();
        again();
        assertEquals(before, size());
    }

    @Test
    void a_row_that_left_the_pack_is_retracted() throws IOException {
        var claims = folder.resolve("claims.csv");
        var line =
                java.nio.file.Files.readAllLines(claims).stream()
                        .filter(row -> row.startsWith("minusma,extension-asked"))
                        .findFirst()
                        .orElseThrow();
        TestPacks.replace(claims, line + "\n", "");
        var counts = again();
        assertEquals(1, counts.removed());
        assertEquals(0, counts.changed() + counts.added());
        assertEquals(141, TestPacks.now(ledger).entries(Facts.ClaimMade.class).size());
    }

    @Test
    void a_row_whose_source_turns_out_later_is_not_seen_before() throws IOException {
        TestPacks.replace(
                folder.resolve("incidents.csv"),
                "target:civilians,2019-03-23,minusma-2019-03-23",
                "target:civilians,2019-05-01,minusma-2019-03-23");
        assertEquals(1, again().changed());
        var before = TestPacks.picture(ledger, "2019-04-01T00:00:00Z");
        var id = Ids.subject("incident", "ogossagou-2019-03-23");
        assertTrue(before.incidents().find(id).isEmpty());
        assertTrue(TestPacks.now(ledger).incidents().find(id).isPresent());
    }

    @Test
    void a_line_that_only_moved_changes_nothing() throws IOException {
        var file = folder.resolve("incidents.csv");
        var lines = new java.util.ArrayList<>(java.nio.file.Files.readAllLines(file));
        java.util.Collections.swap(lines, 1, 2);
        java.nio.file.Files.write(file, lines);
        long before = size();
        again();
        assertEquals(before, size());
    }

    @Test
    void after_an_undoing_the_pack_can_be_loaded_again() throws IOException {
        var importId = Pack.read(folder).entries().getFirst().id();
        var opening = new UUID[1];
        ledger.read(
                java.util.Set.of("import-opened"),
                org.vigie.record.Viewer.owner(),
                recorded -> opening[0] = recorded.entry().id());
        ledger.append(List.of(undoing(opening[0], importId)));
        assertEquals(0, TestPacks.now(ledger).incidents().size());
        assertEquals(Pack.read(folder).entries().size(), again().added());
        assertEquals(21, TestPacks.now(ledger).incidents().size());
    }

    private static Entry undoing(UUID opening, UUID id) {
        return new Entry(
                Ids.subject("test", id.toString()),
                opening,
                null,
                null,
                "test",
                Component.OUTSIDE,
                Handling.OPEN,
                Origin.hand(),
                opening,
                new Housekeeping.ImportUndone("test"));
    }

    @Test
    void loading_stands_in_the_ledger_as_an_import() {
        var picture = TestPacks.now(ledger);
        var opened =
                (Housekeeping.ImportOpened)
                        picture.entries(Housekeeping.ImportOpened.class).getFirst().body();
        assertEquals("mission-pack", opened.format());
        assertEquals("minusma", opened.file());
        assertEquals(1, picture.entries(Housekeeping.ImportClosed.class).size());
    }
}

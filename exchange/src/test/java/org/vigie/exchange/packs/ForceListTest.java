package org.vigie.exchange.packs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.exchange.Formats;
import org.vigie.exchange.TestLedger;
import org.vigie.exchange.imports.Imported;
import org.vigie.geo.BadInput;
import org.vigie.geo.Position;
import org.vigie.geo.Saying;
import org.vigie.plan.Conditions;
import org.vigie.plan.Options;
import org.vigie.plan.Register;
import org.vigie.plan.Task;
import org.vigie.record.Viewer;

/// A mission's own tables of its force, on top of the tables of its pack.
class ForceListTest {

    private static final LocalDate DAY = LocalDate.parse("2022-03-27");
    private static final String BASES =
            "id,name,place,sector,closed,medical,airstrip,latitude,longitude\n";
    private static final String UNITS =
            "id,name,contributor,component,base,part,capabilities,mode,speedKmhLow,speedKmhHigh,noticeMinutesLow,noticeMinutesHigh,night,strength,strengthMeasure,from,to,provider\n";
    private static final String CAVEATS = "id,unit,kind,value,status,from,to\n";

    /// The Senegalese quick reaction force at Mopti with another notice to move.
    private static final String READIER =
            "sen-qrf-mopti,\"Senegalese quick reaction force, Mopti-Sévaré\",Senegal,force,base-mopti,quick-reaction,quick-reaction|air-mobile|patrol,road,15,35,%s,%s,yes,150,one company,2019-03,2023-12-08,Senegal\n";

    @TempDir private Path folder;

    private final TestLedger ledger = new TestLedger();

    @BeforeEach
    void load_the_pack() throws IOException {
        PackLoader.load(TestPacks.mali(), ledger.ledger);
    }

    @Test
    void the_tables_of_the_pack_itself_change_almost_nothing() throws IOException {
        var pack = Files.createDirectory(folder.resolve("mali"));
        TestPacks.copy("mali", pack);
        var units = ledger.add(pack.resolve("units.csv"));
        assertEquals(List.of(), units.rejections());
        assertEquals(units.counts().read(), units.counts().unchanged());
        var caveats = ledger.add(pack.resolve("caveats.csv"));
        assertEquals(caveats.counts().read(), caveats.counts().unchanged());
        // A pack closes a base in an entry of its own, a list in the base's row.
        var bases = ledger.add(pack.resolve("bases.csv"));
        assertEquals(List.of(), bases.rejections());
        assertEquals(2, bases.counts().unchanged());
        assertEquals(
                bases.counts().read(), ledger.add(pack.resolve("bases.csv")).counts().unchanged());
    }

    @Test
    void a_change_of_notice_changes_who_can_go_and_before_it_the_old_answer_stands()
            throws IOException {
        var before = ledger.tick();
        assertEquals(Duration.ofMinutes(30), unit(before, "sen-qrf-mopti").noticeLeast());
        var soonest = ready(before);
        var imported = ledger.add(file(UNITS + READIER.formatted(600, 900)));
        assertEquals(1, imported.counts().changed());
        var after = ledger.tick();
        assertEquals(Duration.ofMinutes(570), ready(after).minus(soonest));
        assertEquals(soonest, ready(before));
        ledger.undo(imported);
        assertEquals(soonest, ready(ledger.tick()));
    }

    @Test
    void the_row_of_the_pack_and_the_new_one_are_both_in_the_history() throws IOException {
        ledger.add(file(UNITS + READIER.formatted(600, 900)));
        var subject = org.vigie.record.Ids.subject("unit", "sen-qrf-mopti");
        assertEquals(2, ledger.ledger.history(subject, Viewer.owner()).size());
    }

    @Test
    void a_list_imported_twice_writes_its_rows_once() throws IOException {
        var list = file(UNITS + READIER.formatted(600, 900));
        ledger.add(list);
        assertEquals(1, ledger.add(list).counts().unchanged());
    }

    @Test
    void every_row_that_cannot_be_so_is_told_why() throws IOException {
        var unit = "u%s,Unit,Samara,force,%s,%s,%s,road,15,35,%s,60,yes,,,,,\n";
        var imported =
                ledger.add(
                        file(
                                UNITS
                                        + unit.formatted(1, "", "isr", "", 30)
                                        + unit.formatted(2, "base-mopty", "isr", "", 30)
                                        + unit.formatted(3, "base-mopti", "irs", "", 30)
                                        + unit.formatted(4, "base-mopti", "isr", "dorne", 30)
                                        + unit.formatted(5, "base-mopti", "isr", "", 90)
                                        + unit.formatted(6, "base-mopti", "isr", "drone", 30)));
        assertEquals(1, imported.counts().added());
        var told = told(imported);
        assertEquals(5, told.size());
        assertTrue(
                told.get(0)
                        .startsWith("2 base null must be given: a unit stands somewhere, one of"),
                told::toString);
        assertTrue(
                told.get(1).startsWith("3 base base-mopty must be one of base-aguelhok, "),
                told::toString);
        assertEquals(
                "4 part irs must be one of quick-reaction, isr, eod, surgical, attack-helicopter,"
                        + " transport-helicopter, infantry, police, civil, other",
                told.get(2));
        assertTrue(
                told.get(3).startsWith("5 capabilities dorne must be words of this list: "),
                told::toString);
        assertEquals("6 noticeMinutesHigh 60 must be not below 90", told.get(4));
    }

    @Test
    void ways_crew_hours_and_the_day_of_the_strength_come_from_a_list_and_wrong_words_are_named()
            throws IOException {
        var header = UNITS.replace(",from", ",strengthOn,ways,crewHours,from");
        var imported =
                ledger.add(
                        file(
                                header
                                        + unit(
                                                "good",
                                                "infantry",
                                                "road",
                                                "2022-01-31",
                                                "road track rains 10-20|foot 3-5",
                                                "")
                                        + unit(
                                                "wings",
                                                "transport-helicopter",
                                                "helicopter",
                                                "",
                                                "helicopter rains 150-200",
                                                "8")
                                        + unit("mud", "infantry", "road", "", "road mud 10-20", "")
                                        + unit(
                                                "flies",
                                                "infantry",
                                                "road",
                                                "",
                                                "helicopter 200-220",
                                                "")
                                        + unit("crew", "infantry", "road", "", "", "8")));
        assertEquals(2, imported.counts().added());
        var told = told(imported);
        assertTrue(
                told.get(0)
                        .startsWith(
                                "4 ways road mud 10-20 must be without the word mud: ways with | between them, each: road"),
                told::toString);
        assertEquals(
                "5 ways helicopter 200-220 must be ways on the ground or the river: the unit does not fly",
                told.get(1));
        assertEquals("6 crewHours 8 must be empty where a unit does not fly", told.get(2));
        var units = register(ledger.tick()).units();
        var good =
                units.stream().filter(unit -> unit.code().equals("good")).findFirst().orElseThrow();
        assertEquals(2, good.ways().size());
        var wings =
                units.stream()
                        .filter(unit -> unit.code().equals("wings"))
                        .findFirst()
                        .orElseThrow();
        assertEquals(java.time.Duration.ofHours(8), wings.crewDay());
    }

    /// A row of units with these six cells: id, part, mode, day of the strength, ways, crew hours.
    private static String unit(String... cells) {
        return cells[0]
                + ",Unit,Ruritania,force,base-mopti,"
                + cells[1]
                + ",patrol,"
                + cells[2]
                + ",15,35,30,60,yes,150,one company,"
                + cells[3]
                + ","
                + cells[4]
                + ","
                + cells[5]
                + ",,,\n";
    }

    @Test
    void a_base_in_the_sea_or_at_a_place_that_nobody_knows_is_refused() throws IOException {
        var imported =
                ledger.add(
                        file(
                                BASES
                                        + "b1,New post,Kona,SC,,1,helipad,14.95,-3.89\n"
                                        + "b2,At sea,Ocean,SC,,1,helipad,3.5,-12\n"
                                        + "b3,Turned round,Kona,SC,,1,helipad,-3.89,14.95\n"
                                        + "b4,Nowhere,atlantis,SC,,1,helipad,,\n"
                                        + "b5,Half,Kona,SC,,1,helipad,14.95,\n"
                                        + "b6,Hospital,sevare,SC,,9,helipad,,\n"));
        assertEquals(1, imported.counts().added());
        var told = told(imported);
        assertTrue(
                told.get(0).contains("latitude 3.5 must be in the mission's country; "),
                told::toString);
        assertTrue(told.get(1).contains("the right way round?"), told::toString);
        assertEquals(
                "5 place atlantis must be an id of the mission's places, or give latitude and"
                        + " longitude",
                told.get(2));
        assertEquals("6 longitude null must be given with the other", told.get(3));
        assertEquals("7 medical 9 must be a whole number from 0 to 3", told.get(4));
        assertEquals(
                new Position(14.95, -3.89),
                register(ledger.tick()).bases().stream()
                        .filter(base -> base.code().equals("b1"))
                        .findFirst()
                        .orElseThrow()
                        .position());
    }

    @Test
    void a_caveat_that_excludes_everything_is_refused_or_named() throws IOException {
        var imported =
                ledger.add(
                        file(
                                CAVEATS
                                        + "c1,sen-qrf-mopti,max-km,0,declared,,\n"
                                        + "c2,nobody,day-only,,declared,,\n"
                                        + "c3,sen-qrf-mopti,area-only,ML05,declared,,\n"
                                        + "c4,sen-qrf-mopti,area-only,ML07,observed,,\n"
                                        + "c5,sen-qrf-mopti,ask-capital,soon,observed,,\n"));
        assertEquals(2, imported.counts().added());
        var told = told(imported);
        assertTrue(
                told.get(0)
                        .startsWith(
                                "2 value 0 must be for max-km: 1 kilometre or more: with 0 the unit"),
                told::toString);
        assertTrue(told.get(1).startsWith("3 unit nobody must be * for all, or one of "));
        assertEquals("6 value soon must be for ask-capital: hours, e.g. 2h-12h", told.get(2));
        var faults = register(ledger.tick()).faults().stream().map(Saying::plain).toList();
        assertEquals(
                List.of(
                        "The caveats of Senegalese quick reaction force, Mopti-Sévaré leave it nothing"
                                + " to do: only in ML05 (national caveat), only in ML07 (observed"
                                + " practice)"),
                faults);
    }

    @Test
    void a_column_that_no_table_has_and_one_that_is_missing_are_refused() throws IOException {
        var strange = file("id,unit,kind,status,colour\nc1,*,day-only,declared,red\n");
        assertEquals(
                "header must be one of from, id, kind, note, source, status, to, unit, value, was"
                        + " \"colour\"",
                assertThrows(BadInput.class, () -> ledger.add(strange)).getMessage());
        var without = file("id,base,part,noticeMinutesLow\n");
        assertEquals(
                "header must be there: without it no row can be read, was \"name\"",
                assertThrows(BadInput.class, () -> ledger.add(without)).getMessage());
    }

    @Test
    void a_list_without_rows_is_refused_and_changes_nothing() throws IOException {
        var empty = file(UNITS);
        assertEquals(
                "file must be a table with at least one row, was \"list.csv\"",
                assertThrows(BadInput.class, () -> ledger.add(empty)).getMessage());
        assertTrue(register(ledger.tick()).units().size() > 10);
    }

    @Test
    void each_table_is_told_by_its_columns() throws IOException {
        assertEquals("force-units", Formats.of(file(UNITS)).code());
        assertEquals("force-bases", Formats.of(file(BASES)).code());
        assertEquals("force-caveats", Formats.of(file(CAVEATS)).code());
    }

    private static List<String> told(Imported imported) {
        return imported.rejections().stream()
                .map(one -> one.line() + " " + one.field() + " " + one.value() + " " + one.reason())
                .collect(Collectors.toList());
    }

    private org.vigie.plan.Unit unit(Instant known, String code) throws IOException {
        return register(known).find(code).orElseThrow();
    }

    /// How soon the unit could be at Ogossagou at best.
    private Duration ready(Instant known) throws IOException {
        var task =
                new Task(
                        "Ogossagou",
                        new Position(13.9666, -3.5772),
                        Set.of(),
                        Instant.parse("2022-03-27T08:00:00Z"),
                        null,
                        Set.of("quick-reaction"),
                        Conditions.EASY);
        return Options.forTask(register(known).units(), task).options().stream()
                .flatMap(option -> option.units().stream())
                .filter(can -> can.unit().code().equals("sen-qrf-mopti"))
                .findFirst()
                .orElseThrow()
                .earliest();
    }

    private Register register(Instant known) throws IOException {
        return Register.of(ledger.ledger.asOf(known, TestLedger.LATER, Viewer.owner()), DAY);
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("list.csv"), text);
    }
}

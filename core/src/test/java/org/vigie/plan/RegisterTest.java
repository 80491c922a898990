package org.vigie.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.vigie.geo.Mode;
import org.vigie.geo.PlacePrecision;
import org.vigie.geo.Position;
import org.vigie.geo.Saying;
import org.vigie.record.Body;
import org.vigie.record.Component;
import org.vigie.record.Entry;
import org.vigie.record.Forces;
import org.vigie.record.Forces.CaveatKind;
import org.vigie.record.Forces.Part;
import org.vigie.record.Forces.Span;
import org.vigie.record.Handling;
import org.vigie.record.Happened;
import org.vigie.record.Ids;
import org.vigie.record.MemoryLedger;
import org.vigie.record.Origin;
import org.vigie.record.Site;
import org.vigie.record.Viewer;

class RegisterTest {

    private static final Instant NOW = Instant.parse("2023-12-31T00:00:00Z");
    private static final LocalDate IN_2022 = LocalDate.parse("2022-03-27");

    private final MemoryLedger ledger = new MemoryLedger(() -> NOW);
    private int entries;

    @Test
    void a_unit_stands_at_its_base() {
        opened("mopti", "2014-03-01");
        declared("qrf", "mopti", new Span(20, 35), null, null);
        assertEquals("mopti", register(IN_2022).find("qrf").orElseThrow().base().name());
    }

    @Test
    void a_base_that_was_closed_is_no_base_and_the_register_says_so() {
        opened("mopti", "2014-03-01");
        add("base", "mopti", day("2021-12-08"), new Forces.BaseClosed("end"));
        declared("qrf", "mopti", new Span(20, 35), null, null);
        var register = register(IN_2022);
        assertEquals(List.of(), register.bases());
        assertEquals(
                List.of("qrf stands at mopti, where no base is open on 2022-03-27"),
                register.faults().stream().map(Saying::plain).toList());
    }

    @Test
    void a_base_is_open_before_it_closes() {
        opened("mopti", "2014-03-01");
        add("base", "mopti", day("2023-12-08"), new Forces.BaseClosed("end"));
        assertEquals(1, register(IN_2022).bases().size());
    }

    @Test
    void a_base_that_opens_later_is_not_there_yet() {
        opened("mopti", "2023-01-01");
        assertEquals(List.of(), register(IN_2022).bases());
    }

    @Test
    void of_two_declarations_the_one_that_is_valid_on_the_day_holds() {
        opened("mopti", "2014-03-01");
        opened("gao", "2014-03-01");
        declared("qrf", "mopti", new Span(20, 35), "2020-01-01", "2022-12-31");
        declared("qrf", "gao", new Span(20, 35), "2023-01-01", null);
        assertEquals("mopti", register(IN_2022).find("qrf").orElseThrow().base().code());
        assertEquals(
                "gao",
                register(LocalDate.parse("2023-06-01")).find("qrf").orElseThrow().base().code());
    }

    @Test
    void of_two_valid_declarations_the_later_holds() {
        opened("mopti", "2014-03-01");
        opened("gao", "2014-03-01");
        declared("qrf", "mopti", new Span(20, 35), null, null);
        declared("qrf", "gao", new Span(20, 35), null, null);
        assertEquals("gao", register(IN_2022).find("qrf").orElseThrow().base().code());
    }

    @Test
    void a_unit_without_speed_stays_where_it_is() {
        opened("mopti", "2014-03-01");
        declared("hospital", "mopti", new Span(0, 0), null, null);
        assertEquals(null, register(IN_2022).find("hospital").orElseThrow().speed());
    }

    @Test
    void a_unit_that_cannot_be_read_is_named_among_the_faults() {
        opened("mopti", "2014-03-01");
        declared("qrf", "mopti", new Span(40, 20), null, null);
        var register = register(IN_2022);
        assertEquals(List.of(), register.units());
        assertTrue(register.faults().getFirst().plain().startsWith("Unit qrf is not counted: "));
    }

    @Test
    void caveats_hold_for_their_unit_in_their_time() {
        opened("mopti", "2014-03-01");
        declared("qrf", "mopti", new Span(20, 35), null, null);
        declared("fpu", "mopti", new Span(20, 35), null, null);
        caveat("c1", "qrf", CaveatKind.MAX_KM, "50", null);
        caveat("c2", "qrf", CaveatKind.DAY_ONLY, "", "2021-12-31");
        caveat("c3", "*", CaveatKind.NO_OFFENSIVE, "", null);
        var register = register(IN_2022);
        assertEquals(
                List.of("c1", "c3"),
                register.find("qrf").orElseThrow().caveats().stream().map(Caveat::code).toList());
        assertEquals(
                List.of("c3"),
                register.find("fpu").orElseThrow().caveats().stream().map(Caveat::code).toList());
    }

    @Test
    void a_force_that_has_left_says_when() {
        opened("mopti", "2014-03-01");
        declared("qrf", "mopti", new Span(20, 35), "2020-01-01", "2023-06-30");
        var after = register(LocalDate.parse("2026-01-01"));
        assertEquals(LocalDate.parse("2023-06-30"), after.findEnd().orElseThrow());
        assertTrue(register(IN_2022).findEnd().isEmpty());
    }

    @Test
    void a_caveat_that_cannot_be_read_is_named_among_the_faults() {
        caveat("c1", "qrf", CaveatKind.MAX_KM, "far", null);
        assertTrue(
                register(IN_2022)
                        .faults()
                        .getFirst()
                        .plain()
                        .startsWith("Caveat c1 is not applied: "));
    }

    private Register register(LocalDate day) {
        return Register.of(ledger.asOf(NOW, NOW, Viewer.owner()), day);
    }

    private void opened(String code, String day) {
        add(
                "base",
                code,
                day(day),
                new Forces.BaseOpened(
                        code,
                        code,
                        Site.at(code, new Position(14.5, -4), PlacePrecision.EXACT),
                        "centre",
                        0,
                        "no",
                        "assumed",
                        ""));
    }

    private void declared(
            String code, String base, Span speed, @Nullable String from, @Nullable String to) {
        add(
                "unit",
                code,
                null,
                new Forces.UnitDeclared(
                        code,
                        code,
                        "",
                        Component.FORCE,
                        base,
                        Part.QUICK_REACTION,
                        List.of("infantry"),
                        Mode.ROAD,
                        speed,
                        new Span(30, 60),
                        true,
                        null,
                        null,
                        null,
                        "",
                        from == null ? null : LocalDate.parse(from),
                        to == null ? null : LocalDate.parse(to),
                        "",
                        "assumed",
                        ""));
    }

    private void caveat(
            String code, String unit, CaveatKind kind, String value, @Nullable String to) {
        add(
                "caveat",
                code,
                null,
                new Forces.CaveatDeclared(
                        code,
                        unit,
                        kind,
                        value,
                        true,
                        null,
                        to == null ? null : LocalDate.parse(to),
                        "assumed",
                        ""));
    }

    private static Happened day(String day) {
        return Happened.on(LocalDate.parse(day));
    }

    private void add(String kind, String code, @Nullable Happened when, Body body) {
        ledger.append(
                List.of(
                        new Entry(
                                new UUID(2, entries++),
                                Ids.subject(kind, code),
                                when,
                                Instant.parse("2020-01-01T00:00:00Z").plusSeconds(entries),
                                "test",
                                Component.FORCE,
                                Handling.MISSION,
                                Origin.hand(),
                                null,
                                body)));
    }
}

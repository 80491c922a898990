package org.vigie.server.lite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vigie.geo.Mode;
import org.vigie.geo.Place;
import org.vigie.geo.PlacePrecision;
import org.vigie.geo.Position;
import org.vigie.record.Component;
import org.vigie.record.Facts;
import org.vigie.record.Forces;
import org.vigie.record.Ids;
import org.vigie.server.Demo;
import org.vigie.server.Running;

@SuppressWarnings("NullAway.Init")
class PosturePagesTest {

    private static final int BYTES_MAX = 30 * 1024;

    private static Running server;

    @BeforeAll
    static void start() {
        var demo = new Demo();
        demo.bases();
        demo.incidents(200);
        settlements(demo);
        unit(demo, "inf-1", List.of("infantry"), Mode.ROAD, null);
        unit(demo, "inf-2", List.of("infantry"), Mode.ROAD, null);
        for (int i = 3; i < 6; i++) {
            unit(demo, "inf-" + i, List.of("infantry"), Mode.ROAD, null);
        }
        unit(demo, "heli", List.of("evacuation"), Mode.HELICOPTER, null);
        unit(demo, "hospital", List.of("surgery"), Mode.ROAD, null);
        server = Running.on(demo.desk());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static void settlements(Demo demo) {
        for (int i = 0; i < 200; i++) {
            place(
                    demo,
                    new Place(
                            "geonames:" + i,
                            "Village " + i,
                            List.of(),
                            new Position(4.2 + i % 20 * 0.38, 14.2 + Math.floorDiv(i, 20) * 0.95),
                            PlacePrecision.EXACT,
                            "Delta",
                            "settlement",
                            i * 10L,
                            "geonames",
                            false));
        }
    }

    private static void place(Demo demo, Place place) {
        demo.add(Ids.subject("place", place.id()), null, new Facts.PlaceDeclared(place));
    }

    /// All at base Alpha.
    static void unit(Demo demo, String code, List<String> does, Mode mode, @Nullable LocalDate to) {
        var speed =
                does.contains("surgery")
                        ? new Forces.Span(0, 0)
                        : mode == Mode.HELICOPTER
                                ? new Forces.Span(200, 220)
                                : new Forces.Span(30, 50);
        demo.add(
                Ids.subject("unit", code),
                null,
                new Forces.UnitDeclared(
                        code,
                        "Unit " + code,
                        "SM",
                        Component.FORCE,
                        "alpha",
                        Forces.Part.OTHER,
                        does,
                        mode,
                        speed,
                        new Forces.Span(30, 60),
                        true,
                        null,
                        mode == Mode.HELICOPTER ? 8 : null,
                        null,
                        "",
                        LocalDate.of(2024, 1, 1),
                        to,
                        "",
                        "assumed",
                        ""));
    }

    @Test
    void the_page_says_what_today_and_the_advice_are_worth_with_a_proof_and_that_it_moves_nobody() {
        var page = server.get("/lite/posture?lang=en");
        assertEquals(200, page.status(), page.body());
        assertTrue(page.body().contains("200 settlements of a gazetteer"), page.body());
        assertTrue(page.body().contains("it moves nobody"), page.body());
        assertTrue(page.body().contains("no posture of this model is worth more"), page.body());
        assertTrue(page.body().contains("<td>Unit inf-1<td>Alpha"), page.body());
        assertTrue(page.body().contains("<svg class=\"map\""), page.body());
    }

    @Test
    void the_page_is_in_french_too_and_light() {
        for (var address :
                List.of(
                        "/lite/posture?lang=fr",
                        "/lite/posture?known=2026-03-15T05:30&recorded=2026-03-15T05:31&lang=fr"
                                + "&area=Delta&from=2024-01-01&to=2026-12-31"
                                + "&a=inf-1@bravo,heli@bravo&b=inf-2@bravo&moves=3&within=300")) {
            var page = server.get(address);
            assertEquals(200, page.status(), page.body());
            assertTrue(page.body().contains("il ne déplace personne"), page.body());
            assertFalse(page.body().contains("worth more"), page.body());
            assertTrue(page.bytes() <= BYTES_MAX, address + ": " + page.bytes());
        }
    }

    @Test
    void moving_a_unit_shows_cover_and_change_beside_today() {
        var page = server.get("/lite/posture?lang=en&unit=inf-1&base=bravo&into=a").body();
        assertTrue(page.contains("<th class=\"r\">Version A"), page);
        assertTrue(page.contains("Unit inf-1 → Bravo"), page);
        assertTrue(page.contains("Below the bound"), page);
        assertTrue(page.contains("name=\"a\" value=\"inf-1@bravo\""), page);
    }

    @Test
    void two_versions_stand_side_by_side_and_a_unit_moved_again_is_moved_once() {
        var page =
                server.get(
                                "/lite/posture?lang=en&a=inf-1@bravo&b=inf-2@bravo&unit=inf-2&base=alpha&into=b")
                        .body();
        assertTrue(page.contains("<th class=\"r\">Version A"), page);
        assertTrue(page.contains("<th class=\"r\">Version B"), page);
        assertTrue(page.contains("Unit inf-2 → Alpha"), page);
        assertFalse(page.contains("Unit inf-2 → Bravo"), page);
    }

    @Test
    void a_hospital_that_is_moved_breaks_a_rule_that_the_page_says() {
        var page = server.get("/lite/posture?lang=en&a=hospital@bravo").body();
        assertTrue(page.contains("hospitals and units bound to an area stay"), page);
        assertTrue(page.contains("breaks 1"), page);
    }

    @Test
    void a_base_that_is_full_and_too_many_moves_are_said() {
        var moves = "inf-1@bravo,inf-2@bravo,inf-3@bravo,inf-4@bravo,inf-5@bravo,heli@bravo";
        var page = server.get("/lite/posture?lang=en&moves=2&a=" + moves).body();
        assertTrue(page.contains("Bravo: 6 units in the plan, and room for 5"), page);
        assertTrue(page.contains("6 units leave their base, and 2 may"), page);
    }

    @Test
    void a_unit_or_a_base_that_nobody_knows_is_a_sentence_and_counts_for_nothing() {
        var page = server.get("/lite/posture?lang=en&unit=ghosts&base=moon&into=a");
        assertEquals(200, page.status());
        assertTrue(page.body().contains("no unit ghosts, or no open base moon"), page.body());
    }

    @Test
    void a_number_of_moves_that_is_none_is_refused_with_what_is_allowed() {
        assertEquals(400, server.get("/lite/posture?moves=many").status());
        assertEquals(400, server.get("/lite/posture?a=nothing").status());
    }

    @Test
    void scenarios_and_busy_parts_are_asked_for_in_the_address_and_shown() {
        var address =
                "/lite/posture?scenario=dry%3D0.7,rains%2Bno-flights%3D0.3&busy=infantry%3D0.2";
        var page = server.get(address + "&lang=en");
        assertEquals(200, page.status(), page.body());
        assertTrue(page.body().contains("30 % of the time: in the rains, by day, flights refused"));
        assertTrue(page.body().contains("infantry 20 %"), page.body());
        assertTrue(page.body().contains("<details class=\"needs\" open>"), page.body());
        assertTrue(page.bytes() <= BYTES_MAX, "" + page.bytes());
        var french = server.get(address + "&lang=fr").body();
        assertTrue(french.contains("sous les pluies, de jour, vols refusés"), french);
        assertTrue(
                server.get(address.replace("posture?", "posture/certificate.json?"))
                        .body()
                        .contains("\"scenario rains+day+no-flights 0.3\""));
    }

    @Test
    void a_scenario_or_an_area_that_is_none_is_refused_with_what_is_allowed() {
        assertEquals(400, server.get("/lite/posture?scenario=snow%3D1").status());
        var area = server.get("/lite/posture?floor=Atlantis%3D0.5");
        assertEquals(400, area.status());
        assertTrue(area.body().contains("An area and a share from 0 to 1"), area.body());
        assertTrue(area.body().contains("value=\"Atlantis=0.5\""), "the form is kept");
        var snow = server.get("/lite/posture?lang=fr&scenario=snow%3D1&busy=infantry%3D0.2");
        assertTrue(snow.body().contains("value=\"snow=1\""), snow.body());
        assertTrue(snow.body().contains("value=\"infantry=0.2\""), snow.body());
        assertTrue(snow.body().contains("« snow=1 » ne peut être pris."), snow.body());
    }

    @Test
    void what_a_field_cannot_take_is_one_sentence_in_the_language_of_the_page_and_the_form_stays() {
        for (var typed :
                List.of(
                        "scenario=snow%3D1",
                        "scenario=dry%3Dheavy",
                        "scenario=dry%3D0",
                        "floor=Atlantis%3D0.5",
                        "floor=Delta%3D2",
                        "busy=infantry%3D1",
                        "busy=cooks%3D0.1",
                        "capacity=base-x%3D3",
                        "capacity=alpha%3D0.5",
                        "within=soon",
                        "moves=many")) {
            var page = server.get("/lite/posture?lang=fr&" + typed);
            assertEquals(400, page.status(), typed);
            var value = typed.substring(typed.indexOf('=') + 1).replace("%3D", "=");
            assertTrue(page.body().contains("value=\"" + value + "\""), typed + page.body());
            assertTrue(page.body().contains("ne peut être pris."), typed + page.body());
            assertFalse(page.body().contains("must be"), typed + page.body());
            assertFalse(page.body().contains("posture.takes"), typed + page.body());
        }
    }

    @Test
    void a_base_that_is_not_open_is_said_at_its_field_with_those_that_are() {
        var page = server.get("/lite/posture?lang=en&capacity=base-x%3D3");
        assertEquals(400, page.status());
        assertTrue(page.body().contains("An open base and a whole number"), page.body());
        assertTrue(page.body().contains("It can be: alpha, bravo"), page.body());
        assertFalse(page.body().contains("No posture can be worked out"), page.body());
    }

    @Test
    void a_unit_that_adds_nothing_stays_and_is_not_counted_as_moved() {
        var page = server.get("/lite/posture?lang=en&within=1").body();
        assertTrue(
                page.contains(
                        "Units that move to another base<td class=\"r\" data-l=\"Today\">0<td class=\"r\" data-l=\"Advised\">0"),
                page);
        assertFalse(page.contains("no base advised"), page);
    }

    @Test
    void a_share_may_be_written_with_a_comma_as_the_french_do() {
        var page = server.get("/lite/posture?lang=en&busy=infantry%3D0,2,surgery%3D0,1");
        assertEquals(200, page.status(), page.body());
        assertTrue(page.body().contains("infantry 20 %"), page.body());
        assertTrue(page.body().contains("surgery 10 %"), page.body());
    }

    @Test
    void where_no_posture_keeps_the_rules_today_s_is_not_shown_as_advice() {
        var page = server.get("/lite/posture?lang=en&moves=0&capacity=alpha%3D0,bravo%3D0").body();
        assertTrue(page.contains("that keeps every rule") || page.contains("keeps every rule"));
        assertFalse(page.contains("<svg class=\"map\""), page);
    }

    @Test
    void the_certificate_is_the_file_that_the_command_writes() {
        var file = server.get("/lite/posture/certificate.json?moves=1");
        assertEquals(200, file.status());
        assertTrue(file.header("content-disposition").contains("vigie-posture-2026-03-15.json"));
        assertTrue(file.body().startsWith("{\"format\":\"vigie-posture-certificate-1\""));
    }

    @Test
    void the_registers_link_to_it() {
        assertTrue(server.get("/lite/registers").body().contains("href=\"/lite/posture\""));
    }

    @Test
    void where_the_force_has_left_a_day_is_offered_on_which_it_was_there() {
        var demo = new Demo();
        demo.bases();
        settlements(demo);
        unit(demo, "gone", List.of("infantry"), Mode.ROAD, LocalDate.of(2025, 6, 30));
        try (var over = Running.on(demo.desk())) {
            var page = over.get("/lite/posture?lang=en").body();
            assertTrue(page.contains("the last one left on 30 Jun 2025"), page);
            assertTrue(page.contains("known=2025-06-01T12:00"), page);
        }
    }

    @Test
    void without_units_or_places_it_says_what_to_do() {
        var demo = new Demo();
        demo.bases();
        try (var empty = Running.on(demo.desk())) {
            assertTrue(empty.get("/lite/posture?lang=en").body().contains("Import a force"));
            unit(demo, "inf-1", List.of("infantry"), Mode.ROAD, null);
            var page = empty.get("/lite/posture?lang=en").body();
            assertTrue(page.contains("Import a country of GeoNames"), page);
        }
    }
}

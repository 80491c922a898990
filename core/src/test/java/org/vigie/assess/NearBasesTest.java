package org.vigie.assess;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.geo.BadInput;
import org.vigie.geo.Bounds;
import org.vigie.geo.PlacePrecision;
import org.vigie.geo.Position;
import org.vigie.record.Filter;
import org.vigie.record.Forces;
import org.vigie.record.Site;

/// Attacks stand 0.3 degrees (33 km) or a degree (111 km) from bases.
class NearBasesTest {

    private final SmallLedger told = new SmallLedger();

    private void opened(String code, String day, double latitude) {
        told.on(
                day,
                SmallLedger.subject(code),
                new Forces.BaseOpened(
                        code,
                        code,
                        Site.at(code, new Position(latitude, 19), PlacePrecision.EXACT),
                        "centre",
                        0,
                        "no",
                        "assumed",
                        ""));
    }

    private NearBases near(double km) {
        var here = told.here();
        return NearBases.of(
                told.ledger.asOf(here.known(), here.recorded(), here.viewer()), Filter.ALL, km);
    }

    @Test
    void an_attack_counts_as_near_while_a_base_stands_within_the_distance() {
        opened("one", "2022-01-01", 8.3);
        told.incident("before", "2021-05-01", 3);
        told.incident("during", "2022-05-01", 4);
        told.on("2022-12-31", SmallLedger.subject("one"), new Forces.BaseClosed("handed over"));
        told.incident("after", "2023-05-01", 5);
        var years = near(50).years();
        assertEquals(List.of(0, 1, 0), years.stream().map(NearBases.Year::near).toList());
        assertEquals(List.of(0L, 4L, 0L), years.stream().map(NearBases.Year::deaths).toList());
        assertEquals(List.of(SmallLedger.subject("during")), years.get(1).rows());
        assertEquals(100.0, years.get(1).percent());
        assertNull(years.get(0).percent());
    }

    @Test
    void what_lies_outside_the_bounds_is_in_no_share_and_is_counted_apart() {
        opened("one", "2020-01-01", 8.3);
        told.incident("a", "2022-05-01", 4);
        var here = told.here();
        var picture = told.ledger.asOf(here.known(), here.recorded(), here.viewer());
        var elsewhere = NearBases.of(picture, Filter.ALL, 50, new Bounds(20, 20, 30, 30));
        assertEquals(List.of(), elsewhere.years());
        assertEquals(1, elsewhere.outside());
        var within = NearBases.of(picture, Filter.ALL, 50, new Bounds(0, 0, 30, 30));
        assertEquals(1, within.years().getFirst().lethal());
        assertEquals(0, within.outside());
    }

    @Test
    void a_base_further_away_is_not_near() {
        opened("far", "2020-01-01", 9);
        told.incident("a", "2022-05-01", 4);
        assertEquals(0, near(50).years().getFirst().near());
        assertEquals(0.0, near(50).years().getFirst().percent());
        assertEquals(1, near(150).years().getFirst().near());
    }

    @Test
    void an_event_without_deaths_is_no_lethal_attack() {
        opened("one", "2020-01-01", 8.3);
        told.incident("a", "2022-05-01", 0);
        told.incident("b", "2022-06-01", null);
        assertEquals(List.of(), near(50).years());
    }

    @Test
    void a_base_on_a_deployment_map_stands_for_the_year_of_the_map() {
        told.on(
                "2021-03-31",
                SmallLedger.subject("map"),
                new Forces.BaseMapped(
                        "geopko",
                        "1",
                        "MINUSMA",
                        Site.at("b", new Position(8.3, 19), PlacePrecision.EXACT),
                        null,
                        List.of(),
                        Map.of()));
        told.incident("a", "2021-01-02", 4);
        told.incident("b", "2022-01-02", 4);
        assertEquals(List.of(1, 0), near(50).years().stream().map(NearBases.Year::bases).toList());
        assertEquals(List.of(1, 0), near(50).years().stream().map(NearBases.Year::near).toList());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -3, Double.NaN, 5_000})
    void a_distance_that_is_none_is_bad_input(double km) {
        assertThrows(BadInput.class, () -> near(km));
    }
}

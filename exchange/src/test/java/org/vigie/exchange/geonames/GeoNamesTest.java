package org.vigie.exchange.geonames;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.exchange.TestFiles;
import org.vigie.exchange.TestLedger;
import org.vigie.exchange.imports.Imported;
import org.vigie.geo.Place;
import org.vigie.geo.Position;
import org.vigie.record.Facts.PlaceDeclared;

/// Figures of the dump for Mali, counted straight from the file (GeoNames, CC BY 4.0).
class GeoNamesTest {

    private static Imported imported;
    private static Map<String, Place> places;

    @BeforeAll
    static void read() throws IOException {
        var ledger = new TestLedger();
        imported = ledger.add(TestFiles.find("geonames/ML.txt"));
        places =
                ledger.entries().stream()
                        .filter(recorded -> recorded.body() instanceof PlaceDeclared)
                        .map(recorded -> ((PlaceDeclared) recorded.body()).place())
                        .collect(Collectors.toMap(Place::id, Function.identity()));
    }

    @Test
    void every_place_is_added() {
        assertEquals(24_312, imported.counts().added());
        assertEquals(24_312, places.size());
    }

    @Test
    void places_are_counted_by_what_they_are() {
        assertEquals(
                Map.of(
                        "settlement", 15_448L,
                        "water", 3_937L,
                        "relief", 2_976L,
                        "land", 1_061L,
                        "site", 580L,
                        "vegetation", 194L,
                        "administrative area", 115L,
                        "road", 1L),
                places.values().stream()
                        .collect(Collectors.groupingBy(Place::kind, Collectors.counting())));
    }

    @ParameterizedTest
    @CsvSource({
        "12232587, Ogassagou-Peulh, 13.96014, -3.57019",
        "2459040, Diallassagou, 13.7377, -3.6265",
        "2460401, Bankass, 14.0775, -3.51594",
        "2453348, Mopti, 14.4843, -4.18296",
        "2457163, Gao, 16.27167, -0.04472",
        "2457164, Gao, 14.1474, -10.5045",
        "2455290, Kidal, 18.44111, 1.40778",
        "2449067, Timbuktu, 16.77348, -3.00742",
        "12233274, Sobane-Da, 14.46735, -3.14646"
    })
    void a_place_stands_where_the_file_puts_it(
            String id, String name, double latitude, double longitude) {
        var place = java.util.Objects.requireNonNull(places.get("geonames:" + id));
        assertEquals(name, place.name());
        assertEquals(new Position(latitude, longitude), place.position());
    }

    @Test
    void moura_is_in_no_row() {
        var named =
                places.values().stream()
                        .filter(place ->
                                place.name().equals("Moura") || place.aliases().contains("Moura"))
                        .toList();
        assertEquals(List.of(), named);
    }
}

package org.vigie.exchange.ocha;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.vigie.exchange.TestFiles;
import org.vigie.exchange.TestLedger;
import org.vigie.geo.Place;
import org.vigie.record.Facts.PlaceDeclared;

/// Figures counted straight from OCHA's list for Mali.
class PlaceCodesTest {

    private final TestLedger ledger = new TestLedger();

    @Test
    void every_area_of_mali_is_a_place_known_by_name() throws IOException {
        var imported = ledger.add(TestFiles.find("places/ocha_pcodes_mali.csv"));
        assertEquals(63, imported.counts().added());
        assertEquals(List.of(), imported.rejections());
        assertEquals(
                Map.of("administrative area 1", FIRST_LEVEL, "administrative area 2", SECOND_LEVEL),
                places().stream()
                        .collect(Collectors.groupingBy(Place::kind, Collectors.counting())));
        assertEquals("Kayes", places().getFirst().name());
        assertEquals("MLI", places().getFirst().area());
    }

    @Test
    void the_list_twice_changes_nothing_and_can_be_undone() throws IOException {
        var file = TestFiles.find("places/ocha_pcodes_mali.csv");
        var first = ledger.add(file);
        assertEquals(63, ledger.add(file).counts().unchanged());
        ledger.undo(first);
        assertEquals(63, ledger.add(file).counts().added());
    }

    private static final long FIRST_LEVEL = 10;
    private static final long SECOND_LEVEL = 53;

    private List<Place> places() throws IOException {
        return ledger.entries().stream()
                .filter(recorded -> recorded.body() instanceof PlaceDeclared)
                .map(recorded -> ((PlaceDeclared) recorded.body()).place())
                .toList();
    }
}

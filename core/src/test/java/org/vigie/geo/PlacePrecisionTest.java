package org.vigie.geo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.vigie.geo.PlacePrecision.COUNTRY;
import static org.vigie.geo.PlacePrecision.INTERNATIONAL;
import static org.vigie.geo.PlacePrecision.REGION;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class PlacePrecisionTest {

    @Test
    void every_ged_number_comes_back() {
        var back =
                IntStream.rangeClosed(1, 7)
                        .map(n -> PlacePrecision.ofGed(n).toGed().orElseThrow())
                        .boxed()
                        .toList();
        assertEquals(List.of(1, 2, 3, 4, 5, 6, 7), back);
    }

    @Test
    void every_word_comes_back() {
        for (var precision : PlacePrecision.values())
            assertEquals(precision, PlacePrecision.ofCode(precision.code()));
    }

    @Test
    void ged_6_and_7_and_acled_3_are_vague_and_nothing_else() {
        assertEquals(
                List.of(REGION, COUNTRY, INTERNATIONAL),
                Stream.of(PlacePrecision.values()).filter(PlacePrecision::vague).toList());
    }

    @Test
    void acled_has_three_numbers() {
        assertEquals(
                List.of("exact", "near", "region"),
                Stream.of(1, 2, 3).map(n -> PlacePrecision.ofAcled(n).code()).toList());
    }

    @Test
    void the_region_of_acled_has_no_ged_number() {
        assertEquals(OptionalInt.empty(), REGION.toGed());
    }

    @Test
    void a_coarser_class_is_never_drawn_smaller_than_a_place() {
        for (var precision : PlacePrecision.values())
            assertEquals(
                    precision == PlacePrecision.EXACT,
                    precision.radiusKm() < PlacePrecision.NEAR.radiusKm());
    }

    @Test
    void an_unknown_number_is_refused_in_a_sentence() {
        var refused = assertThrows(BadInput.class, () -> PlacePrecision.ofGed(8));
        assertEquals("where_prec must be 1 to 7, was 8", refused.getMessage());
        assertThrows(BadInput.class, () -> PlacePrecision.ofAcled(0));
    }

    @Test
    void an_unknown_word_is_refused() {
        assertThrows(BadInput.class, () -> PlacePrecision.ofCode("roughly"));
    }
}

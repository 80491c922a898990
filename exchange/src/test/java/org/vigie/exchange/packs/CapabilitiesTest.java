package org.vigie.exchange.packs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.record.Forces;

final class CapabilitiesTest {

    private static List<String> findUnits(String need) throws IOException {
        return TestPacks.mali().entries().stream()
                .map(entry -> entry.body())
                .filter(Forces.UnitDeclared.class::isInstance)
                .map(Forces.UnitDeclared.class::cast)
                .filter(unit -> unit.capabilities().contains(need))
                .map(Forces.UnitDeclared::code)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "infantry",
                "quick-reaction",
                "police",
                "isr",
                "eod",
                "medical",
                "surgery",
                "evacuation",
                "lift",
                "fires",
                "escort",
                "patrol",
                "civil"
            })
    void every_need_finds_a_unit_in_mali(String need) throws IOException {
        assertTrue(Capabilities.NEEDS.containsKey(need));
        assertFalse(findUnits(need).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "QUICK_REACTION,infantry",
        "SURGICAL,medical",
        "TRANSPORT_HELICOPTER,lift",
        "ATTACK_HELICOPTER,fires",
        "ISR,isr",
        "EOD,eod",
        "POLICE,police",
        "CIVIL,civil"
    })
    void a_part_meets_its_need_without_any_word(Forces.Part part, String need) {
        assertTrue(Capabilities.of(part, List.of()).contains(need));
    }

    @Test
    void a_word_of_ones_own_finds_only_itself() {
        assertEquals(List.of("divers"), Capabilities.of(Forces.Part.OTHER, List.of("divers")));
        assertFalse(Capabilities.known("divers"));
    }
}

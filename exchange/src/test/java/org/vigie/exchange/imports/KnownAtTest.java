package org.vigie.exchange.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.geo.BadInput;

class KnownAtTest {

    @ParameterizedTest
    @ValueSource(strings = {"now", "source", "release", "release:2023-06-13", "lag:0d", "lag:30d"})
    void a_rule_is_written_as_it_is_read(String text) {
        assertEquals(text, KnownAt.parse(text).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Now",
                "lag",
                "lag:d",
                "lag:-1d",
                "lag:3661d",
                "lag:99999d",
                "release:",
                "release:june",
                "30d"
            })
    void anything_else_is_refused(String text) {
        assertThrows(BadInput.class, () -> KnownAt.parse(text));
    }
}

package org.vigie.exchange.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// However a file is cut while it is read, the same is learned of it.
class PrintingScanTest {

    private final Random chance = new Random(23);

    @Test
    void the_same_is_learned_byte_by_byte_and_in_chunks() {
        for (int n = 0; n < 2_000; n++) {
            var bytes = text().getBytes(StandardCharsets.UTF_8);
            var byOne = new PrintingScan(',');
            for (byte one : bytes) {
                byOne.take(new byte[] {one}, 1);
            }
            var whole = new PrintingScan(',');
            whole.take(bytes, bytes.length);
            assertEquals(byOne.printing(), whole.printing());
        }
    }

    private String text() {
        var letters = "abcdefghijklmé  ,,,,\"\"\n\n\r#";
        return (chance.nextBoolean() ? "\uFEFF" : "")
                + "id,name\n"
                + chance.ints(chance.nextInt(200), 0, letters.length())
                        .mapToObj(at -> letters.substring(at, at + 1))
                        .collect(Collectors.joining());
    }
}

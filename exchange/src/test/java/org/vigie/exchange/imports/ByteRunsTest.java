package org.vigie.exchange.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

/// Eight at a time and one by one must end at the same byte.
class ByteRunsTest {

    private final Random chance = new Random(17);

    @Test
    void a_run_ends_before_the_first_of_its_four_bytes() {
        var runs = new ByteRuns((byte) ',', (byte) '"', (byte) '\n', (byte) 0xE9);
        for (int n = 0; n < 20_000; n++) {
            var bytes = bytes();
            int from = chance.nextInt(bytes.length + 1);
            int slow = from;
            while (slow < bytes.length
                    && bytes[slow] != ','
                    && bytes[slow] != '"'
                    && bytes[slow] != '\n'
                    && bytes[slow] != (byte) 0xE9) {
                slow++;
            }
            assertEquals(slow, runs.end(bytes, from, bytes.length));
        }
    }

    @Test
    void a_run_without_control_characters_ends_before_the_first_one() {
        for (int n = 0; n < 20_000; n++) {
            var bytes = bytes();
            int from = chance.nextInt(bytes.length + 1);
            int slow = from;
            while (slow < bytes.length && (bytes[slow] & 0xFF) >= ' ') {
                slow++;
            }
            assertEquals(slow, ByteRuns.controlFree(bytes, from, bytes.length));
        }
    }

    @Test
    void one_byte_beyond_ascii_is_seen_wherever_it_stands() {
        for (int length = 0; length < 40; length++) {
            var bytes = new byte[40];
            assertEquals(true, ByteRuns.ascii(bytes, length));
            for (int at = 0; at < 40; at++) {
                bytes[at] = (byte) (0x80 + chance.nextInt(0x80));
                assertEquals(at >= length, ByteRuns.ascii(bytes, length), at + " of " + length);
                bytes[at] = 0x7F;
            }
        }
    }

    /// Mostly letters, so that runs are long.
    private byte[] bytes() {
        var bytes = new byte[chance.nextInt(60)];
        chance.nextBytes(bytes);
        for (int at = 0; at < bytes.length; at++) {
            bytes[at] = chance.nextInt(20) > 0 ? (byte) ('a' + at % 26) : bytes[at];
        }
        return bytes;
    }
}

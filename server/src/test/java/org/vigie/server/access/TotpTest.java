package org.vigie.server.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TotpTest {

    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /// RFC 6238, appendix B, SHA-1: the last six of its eight digits.
    @Test
    void the_codes_are_those_of_the_standard() {
        Map.of(
                        59L, "287082",
                        1_111_111_109L, "081804",
                        1_111_111_111L, "050471",
                        1_234_567_890L, "005924",
                        2_000_000_000L, "279037",
                        20_000_000_000L, "353130")
                .forEach((second, code) ->
                        assertEquals(
                                code, Totp.code(SECRET, Totp.step(Instant.ofEpochSecond(second)))));
    }

    /// RFC 4226, appendix D.
    @Test
    void the_codes_by_count_are_those_of_the_older_standard() {
        var codes = new String[] {"755224", "287082", "359152", "969429", "338314", "254676"};
        for (int step = 0; step < codes.length; step++) {
            assertEquals(codes[step], Totp.code(SECRET, step));
        }
    }

    @Property(tries = 200)
    void a_code_counts_a_step_early_and_a_step_late_and_no_more(
            @ForAll @Size(20) byte[] secret,
            @ForAll @LongRange(min = 3, max = 1L << 33) long step) {
        var now = Instant.ofEpochSecond(step * Totp.STEP_SECONDS + 7);
        for (long off = -3; off <= 3; off++) {
            var found = Totp.findStep(secret, Totp.code(secret, step + off), now);
            boolean near = Math.abs(off) <= 1;
            assertTrue(near == found.isPresent() || sameByChance(secret, step, off), "" + off);
        }
    }

    private static boolean sameByChance(byte[] secret, long step, long off) {
        var code = Totp.code(secret, step + off);
        return code.equals(Totp.code(secret, step - 1))
                || code.equals(Totp.code(secret, step))
                || code.equals(Totp.code(secret, step + 1));
    }

    @Test
    void what_is_no_code_is_none() {
        for (var text : new String[] {"", "28708", "2870820", "28708a", "٢٨٧٠٨٢"}) {
            assertEquals(
                    OptionalLong.empty(),
                    Totp.findStep(SECRET, text, Instant.ofEpochSecond(59)),
                    text);
        }
    }

    /// RFC 4648, section 10.
    @Test
    void secrets_are_written_in_base_32() {
        Map.of("", "", "f", "MY", "fo", "MZXQ", "foo", "MZXW6", "foobar", "MZXW6YTBOI")
                .forEach((text, base32) ->
                        assertEquals(
                                base32, Totp.base32(text.getBytes(StandardCharsets.US_ASCII))));
    }

    @Test
    void the_address_for_the_telephone_names_the_account() {
        assertEquals(
                "otpauth://totp/Vigie:a.diallo?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Vigie&algorithm=SHA1&digits=6&period=30",
                Totp.address("a.diallo", SECRET));
    }
}

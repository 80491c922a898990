package org.vigie.server.access;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.junit.jupiter.api.Test;

class PasswordsTest {

    private static final Passwords PASSWORDS = new Passwords(new SecureRandom());

    @Test
    void a_password_has_its_hash_and_no_other_has() {
        var hash = PASSWORDS.hash("Marsh lantern 7");
        assertTrue(hash.startsWith("$argon2id$v=19$m=19456,t=2,p=1$"), hash);
        assertTrue(PASSWORDS.matches("Marsh lantern 7", hash));
        assertFalse(PASSWORDS.matches("Marsh lantern 8", hash));
        assertFalse(PASSWORDS.matches("", hash));
        assertNotEquals(hash, PASSWORDS.hash("Marsh lantern 7"));
        assertFalse(PASSWORDS.matchesNobody("Marsh lantern 7"));
    }

    @Test
    void an_accent_is_the_same_however_the_keyboard_makes_it() {
        assertTrue(PASSWORDS.matches("e\u0301toile du soir", PASSWORDS.hash("étoile du soir")));
    }

    @Test
    void what_is_far_too_long_is_not_worked_on_for_long() {
        assertFalse(PASSWORDS.matches("x".repeat(5_000_000), PASSWORDS.hash("Marsh lantern 7")));
    }

    @Test
    void a_hash_of_another_form_is_never_matched() {
        for (var hash : List.of("", "x", "$2a$10$abc", "$argon2i$v=19$m=19456,t=2,p=1$AA$AA")) {
            assertThrows(IllegalStateException.class, () -> PASSWORDS.matches("x", hash), hash);
        }
    }

    /// RFC 9106, section 5.3.
    @Test
    void the_library_works_out_what_the_standard_does() {
        var generator = new Argon2BytesGenerator();
        generator.init(
                new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                        .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                        .withMemoryAsKB(32)
                        .withIterations(3)
                        .withParallelism(4)
                        .withSalt(of(16, 2))
                        .withSecret(of(8, 3))
                        .withAdditional(of(12, 4))
                        .build());
        var tag = new byte[32];
        generator.generateBytes(of(32, 1), tag);
        assertArrayEquals(
                HexFormat.of()
                        .parseHex(
                                "0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659"),
                tag);
    }

    private static byte[] of(int length, int value) {
        var bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    @Test
    void short_common_and_named_passwords_are_refused() {
        assertEquals(Optional.of("problem.password-length"), refusal("Marsh 7 lan"));
        assertEquals(Optional.of("problem.password-length"), refusal("x1".repeat(101)));
        for (var common :
                List.of(
                        "password1234",
                        "Motdepasse2026!",
                        "123456789012",
                        "qwertyuiop12",
                        "AZERTYUIOP123",
                        "aaaabbbbaaaabbbb",
                        "Welcome12345!",
                        "Administrator1")) {
            assertEquals(Optional.of("problem.password-common"), refusal(common), common);
        }
        for (var named : List.of("amadou.diallo", "AmadouDiallo2026", "amadoudialloamadoudiallo")) {
            assertEquals(
                    Optional.of("problem.password-name"),
                    Passwords.refusal("amadou.diallo", named),
                    named);
        }
        assertEquals(Optional.empty(), refusal("Marsh lantern 7"));
        assertEquals(Optional.empty(), refusal("pirogue sel mardi vert"));
        assertEquals(Optional.empty(), refusal("мост река зима"));
    }

    private static Optional<String> refusal(String password) {
        return Passwords.refusal("amadou.diallo", password);
    }
}

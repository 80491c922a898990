package org.vigie.store.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/// Tokens: 256 random bits, kept as their SHA-256 alone.
final class Secrets {

    private static final int TOKEN_BYTES = 32;

    /// Of a shared secret, as RFC 4226 recommends for SHA-1.
    private static final int TOTP_BYTES = 20;

    private static final SecureRandom CHANCE = new SecureRandom();

    private Secrets() {}

    static String token() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random(TOKEN_BYTES));
    }

    static byte[] totp() {
        return random(TOTP_BYTES);
    }

    static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static byte[] random(int bytes) {
        var random = new byte[bytes];
        CHANCE.nextBytes(random);
        return random;
    }
}

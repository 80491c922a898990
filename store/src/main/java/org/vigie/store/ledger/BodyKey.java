package org.vigie.store.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.vigie.geo.BadInput;

/// What opens the body of one entry: a key of its own (AES-256-GCM) and the salt of its commitment.
/// Without them nobody can read the body, nor find out by trying whether it said this or that.
///
/// A key encrypts one body and nothing else, so the nonce is always twelve zeros; the entry's id is
/// authenticated with it, so that a body cannot be moved to another entry.
final class BodyKey {

    /// Key and salt, one after the other, as they are read.
    static final int BYTES = 64;

    private static final int HALF = 32;
    private static final int TAG_BITS = 128;
    private static final byte[] NONCE = new byte[12];
    private static final SecureRandom CHANCE = new SecureRandom();
    private static final ThreadLocal<Cipher> CIPHER = ThreadLocal.withInitial(BodyKey::cipher);

    private final byte[] keyAndSalt;

    private BodyKey(byte[] keyAndSalt) {
        this.keyAndSalt = keyAndSalt;
    }

    static BodyKey fresh() {
        var bytes = new byte[BYTES];
        CHANCE.nextBytes(bytes);
        return new BodyKey(bytes);
    }

    /// As the database holds it.
    static BodyKey of(byte[] keyAndSalt) {
        return new BodyKey(keyAndSalt);
    }

    byte[] key() {
        return Arrays.copyOf(keyAndSalt, HALF);
    }

    byte[] salt() {
        return Arrays.copyOfRange(keyAndSalt, HALF, BYTES);
    }

    /// SHA-256(salt ‖ canonical body): what stands in the entry's JSON instead of the body.
    byte[] commitment(byte[] body) {
        var digest = LeafTree.sha256();
        digest.update(salt());
        return digest.digest(body);
    }

    /// The same of an opening that somebody was given, in hex.
    static String commitment(InclusionProof.Opening opening) {
        try {
            var digest = LeafTree.sha256();
            digest.update(HexFormat.of().parseHex(opening.salt()));
            var hash = digest.digest(opening.body().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (IllegalArgumentException e) {
            throw new BadInput("salt", opening.salt(), "32 bytes in hex", e);
        }
    }

    byte[] seal(UUID entry, byte[] body) {
        try {
            return run(Cipher.ENCRYPT_MODE, entry, body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM must encrypt with a key of 32 bytes", e);
        }
    }

    /// The body, if the key is its own and neither was changed.
    Optional<byte[]> open(UUID entry, byte[] secret, byte[] commitment) {
        if (keyAndSalt.length != BYTES) {
            return Optional.empty();
        }
        try {
            var body = run(Cipher.DECRYPT_MODE, entry, secret);
            return Arrays.equals(commitment(body), commitment)
                    ? Optional.of(body)
                    : Optional.empty();
        } catch (GeneralSecurityException changed) {
            return Optional.empty();
        }
    }

    private byte[] run(int mode, UUID entry, byte[] text) throws GeneralSecurityException {
        var cipher = CIPHER.get();
        cipher.init(
                mode,
                new SecretKeySpec(keyAndSalt, 0, HALF, "AES"),
                new GCMParameterSpec(TAG_BITS, NONCE));
        cipher.updateAAD(
                ByteBuffer.allocate(2 * Long.BYTES)
                        .putLong(entry.getMostSignificantBits())
                        .putLong(entry.getLeastSignificantBits())
                        .array());
        return cipher.doFinal(text);
    }

    private static Cipher cipher() {
        try {
            return Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-GCM", e);
        }
    }
}

package org.vigie.store.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.vigie.geo.BadInput;

/// What opens the body of one entry: a key of its own (AES-256-GCM) and the salt of its commitment.
/// Without them nobody can read the body, nor find out by trying whether it said this or that.
///
/// The entry's id is authenticated with the body, so that it cannot be moved to another entry.
final class BodyKey {

    /// Key and salt, one after the other, as they are read.
    static final int BYTES = 64;

    private static final int HALF = Aes.KEY_BYTES;
    private static final SecureRandom CHANCE = new SecureRandom();

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
        return Aes.seal(keyAndSalt, bytes(entry), body);
    }

    /// The body, if the key is its own and neither was changed.
    Optional<byte[]> open(UUID entry, byte[] secret, byte[] commitment) {
        if (keyAndSalt.length != BYTES) {
            return Optional.empty();
        }
        return Aes.open(keyAndSalt, bytes(entry), secret)
                .filter(body -> Arrays.equals(commitment(body), commitment));
    }

    private static byte[] bytes(UUID entry) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(entry.getMostSignificantBits())
                .putLong(entry.getLeastSignificantBits())
                .array();
    }
}

package org.vigie.record;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;
import java.util.random.RandomGenerator;

/// Identifiers: entries get a UUIDv7 where they are born, subjects a UUIDv5 from (source, the
/// source's own id), so that the same row of the same source is the same thing in every
/// installation. Source: RFC 9562, sections 5.5 and 5.7.
public final class Ids {

    /// The name space of Vigie's subjects: UUIDv5 of the DNS name space and `vigie.org`.
    private static final UUID NAMESPACE =
            nameBased(UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8"), "vigie.org");

    private Ids() {}

    /// The subject that a source calls `key`, e.g. `subject("ucdp-ged", "12422")`.
    public static UUID subject(String source, String key) {
        return nameBased(NAMESPACE, source + '\u0000' + key);
    }

    /// A new entry id: 48 bits of milliseconds, then chance. Sorts by birth.
    public static UUID fresh(Instant now, RandomGenerator chance) {
        long high = (now.toEpochMilli() << 16) | 0x7000L | (chance.nextLong() & 0x0fffL);
        long low = 0x8000000000000000L | (chance.nextLong() & 0x3fffffffffffffffL);
        return new UUID(high, low);
    }

    private static UUID nameBased(UUID namespace, String name) {
        try {
            var sha1 = MessageDigest.getInstance("SHA-1");
            sha1.update(
                    ByteBuffer.allocate(16)
                            .putLong(namespace.getMostSignificantBits())
                            .putLong(namespace.getLeastSignificantBits())
                            .array());
            var hash = ByteBuffer.wrap(sha1.digest(name.getBytes(StandardCharsets.UTF_8)));
            long high = (hash.getLong() & 0xffffffffffff0fffL) | 0x5000L;
            long low = (hash.getLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
            return new UUID(high, low);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}

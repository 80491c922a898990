package org.vigie.store.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.vigie.record.Warnings;

/// The files that belong to protected entries, encrypted, in a table of their own.
///
/// The key of a file is made of the key of its entry's body (HMAC-SHA256), so that there is one key
/// to destroy, to leave out of a backup and to scrub off the pages of the database, and a file
/// cannot outlive what is said of it. Which file it is says the entry's body: the SHA-256 of the
/// bytes as they came in.
final class Attachments {

    /// What the key is for: another use would have another word.
    private static final byte[] PURPOSE = "vigie attachment 1".getBytes(StandardCharsets.US_ASCII);

    private static final String HMAC = "HmacSHA256";

    private static final String READ =
            "select a.content, k.key || k.salt from entry e left join attachment a on a.id = e.id"
                    + " left join body_key k on k.id = e.id where e.id = ?";

    /// What an entry says of its file, by the entry.
    private final Map<UUID, Said> said = new LinkedHashMap<>();

    private record Said(long seq, String sha256) {}

    /// A file as it is kept.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Kept(byte @Nullable [] content, byte @Nullable [] key) {

        /// Empty when it was changed, or its key was.
        Optional<byte[]> opened(UUID entry) {
            return content == null || key == null
                    ? Optional.empty()
                    : Aes.open(derived(BodyKey.of(key), entry), bytes(entry), content);
        }
    }

    /// Keeps the file of an entry that was inserted just before, in the same transaction.
    ///
    /// @throws SQLException also when the entry has no key
    static void insert(Connection connection, UUID entry, byte[] file) throws SQLException {
        var kept = read(connection, entry);
        if (kept.key == null) {
            throw new IllegalStateException("a file belongs to a protected entry alone");
        }
        try (var insert =
                connection.prepareStatement("insert into attachment (id, content) values (?, ?)")) {
            insert.setObject(1, entry);
            insert.setBytes(2, Aes.seal(derived(BodyKey.of(kept.key), entry), bytes(entry), file));
            insert.executeUpdate();
        }
    }

    /// The file of an entry; empty when it has none, or was erased.
    ///
    /// @throws KeptBlocks.DamagedFile when it cannot be opened
    static Optional<byte[]> find(Connection connection, UUID entry)
            throws SQLException, KeptBlocks.DamagedFile {
        var kept = read(connection, entry);
        if (kept.content == null || kept.key == null) {
            return Optional.empty();
        }
        var file = kept.opened(entry);
        if (file.isEmpty()) {
            throw new KeptBlocks.DamagedFile(
                    "the file of entry " + entry + " or its key was changed; see verify", null);
        }
        return file;
    }

    private static Kept read(Connection connection, UUID entry) throws SQLException {
        try (var query = connection.prepareStatement(READ)) {
            query.setObject(1, entry);
            try (var result = query.executeQuery()) {
                return result.next()
                        ? new Kept(result.getBytes(1), result.getBytes(2))
                        : new Kept(null, null);
            }
        }
    }

    /// Looks at an entry that says which file it has.
    void look(long seq, UUID entry, Warnings.ReportAttached attached) {
        said.put(entry, new Said(seq, attached.sha256()));
    }

    /// Reads every file again: each must be there and be the one that its entry says, and none may
    /// be there of which no entry is.
    void check(Connection connection, Verification.Finder finder) throws SQLException {
        for (var one : said.entrySet()) {
            var entry = one.getKey();
            var fault = fault(read(connection, entry), entry, one.getValue().sha256);
            if (!fault.isEmpty()) {
                finder.find(one.getValue().seq, entry.toString(), fault);
            }
        }
        for (var stray : strays(connection)) {
            finder.find(-1, stray, "has a file, but is no entry of this ledger");
        }
    }

    /// What is wrong with it; "" when nothing is.
    private static String fault(Kept kept, UUID entry, String sha256) {
        if (kept.content == null) {
            return "has lost the file that belongs to it";
        }
        var file = kept.opened(entry);
        var same =
                file.map(bytes -> HexFormat.of().formatHex(LeafTree.sha256().digest(bytes)))
                        .filter(sha256::equals);
        return same.isEmpty() ? "has a file that was changed after it was kept" : "";
    }

    private static List<String> strays(Connection connection) throws SQLException {
        var strays = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var result =
                        statement.executeQuery(
                                "select a.id from attachment a left join entry e on e.id = a.id"
                                        + " where e.id is null")) {
            while (result.next()) {
                strays.add(result.getString(1));
            }
        }
        return strays;
    }

    private static byte[] derived(BodyKey key, UUID entry) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key.key(), HMAC));
            mac.update(PURPOSE);
            return mac.doFinal(bytes(entry));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
        }
    }

    private static byte[] bytes(UUID entry) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(entry.getMostSignificantBits())
                .putLong(entry.getLeastSignificantBits())
                .array();
    }
}

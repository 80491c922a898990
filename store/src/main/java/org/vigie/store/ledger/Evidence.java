package org.vigie.store.ledger;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.InflaterInputStream;
import org.vigie.record.Housekeeping;

/// The files that imports brought: each must still be there, byte for byte, under the hash that its
/// import states.
final class Evidence {

    private static final int BUFFER = 1 << 16;

    /// Blocks fetched together: each is at most 256 KiB before compression.
    private static final int FETCH_ROWS = 16;

    private final Map<String, Import> imports = new LinkedHashMap<>();

    /// The first import that brought a file.
    private record Import(long seq, String id, String file) {}

    /// Looks at the opening of an import; packs and chronologies are read from folders, of which no
    /// file is kept.
    void look(long seq, String id, Housekeeping.ImportOpened opened) {
        if (opened.bytes() > 0) {
            imports.putIfAbsent(opened.sha256(), new Import(seq, id, opened.file()));
        }
    }

    /// Reads every file again.
    void check(Connection connection, Verification.Finder finder) throws SQLException {
        for (var one : imports.entrySet()) {
            var sha256 = one.getKey();
            var brought = one.getValue();
            var found = hash(connection, sha256);
            if (found.isEmpty()) {
                finder.find(
                        brought.seq,
                        brought.id,
                        "opened an import whose file " + brought.file + " is no longer kept");
            } else if (!found.equals(sha256)) {
                finder.find(
                        brought.seq,
                        brought.id,
                        "opened an import whose file "
                                + brought.file
                                + " was changed after it was kept");
            }
        }
    }

    /// The hash of the kept bytes, in hex; "" when there are none, "damaged" when they cannot be
    /// unpacked.
    private static String hash(Connection connection, String sha256) throws SQLException {
        var digest = LeafTree.sha256();
        boolean any = false;
        try (var query =
                connection.prepareStatement(
                        "select content from kept_block where sha256 = ? order by no")) {
            query.setString(1, sha256);
            query.setFetchSize(FETCH_ROWS);
            try (var result = query.executeQuery()) {
                var buffer = new byte[BUFFER];
                while (result.next()) {
                    any = true;
                    try (InputStream in =
                            new InflaterInputStream(new ByteArrayInputStream(result.getBytes(1)))) {
                        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                            digest.update(buffer, 0, read);
                        }
                    } catch (IOException damaged) {
                        return "damaged";
                    }
                }
            }
        }
        return any || kept(connection, sha256) ? HexFormat.of().formatHex(digest.digest()) : "";
    }

    /// An empty file has no blocks.
    private static boolean kept(Connection connection, String sha256) throws SQLException {
        try (var query = connection.prepareStatement("select 1 from kept_file where sha256 = ?")) {
            query.setString(1, sha256);
            try (var result = query.executeQuery()) {
                return result.next();
            }
        }
    }
}

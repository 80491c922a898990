package org.vigie.store.ledger;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.vigie.record.Housekeeping;

/// The files that imports brought: each must still be there, byte for byte, under the hash that its
/// import states; where records of it were erased, the rest under the hash that the erasure states.
final class Evidence {

    private final Map<String, Import> imports = new LinkedHashMap<>();

    /// For each file of which something was erased the SHA-256 of what is left, as it was said
    /// last.
    private final Map<String, String> rests = new HashMap<>();

    private static final String CHANGED = "was changed after it was kept";

    /// The first import that brought a file.
    private record Import(long seq, String id, String file) {}

    /// Looks at the opening of an import; packs and chronologies are read from folders, of which no
    /// file is kept.
    void look(long seq, String id, Housekeeping.ImportOpened opened) {
        if (opened.bytes() > 0) {
            imports.putIfAbsent(opened.sha256(), new Import(seq, id, opened.file()));
        }
    }

    /// Looks at the statement that something was erased.
    void look(Housekeeping.KeyDestroyed destroyed) {
        rests.putAll(destroyed.rests());
    }

    /// Reads every file again.
    void check(Connection connection, Verification.Finder finder) throws SQLException {
        for (var one : imports.entrySet()) {
            var sha256 = one.getKey();
            var brought = one.getValue();
            var fault = fault(connection, sha256);
            if (!fault.isEmpty()) {
                finder.find(
                        brought.seq,
                        brought.id,
                        "opened an import whose file " + brought.file + " " + fault);
            }
        }
    }

    /// What is wrong with a kept file; "" when nothing is.
    private String fault(Connection connection, String sha256) throws SQLException {
        KeptBlocks.Rest found;
        try {
            found = KeptBlocks.rest(connection, sha256);
        } catch (IOException damaged) {
            return CHANGED;
        }
        if (found.blocks() == 0 && !kept(connection, sha256)) {
            return "is no longer kept";
        }
        var said = rests.get(sha256);
        if (found.erased() == 0) {
            if (said != null) {
                return "was erased in part, says the ledger, but all of it is still there";
            }
            return found.sha256().equals(sha256) ? "" : CHANGED;
        }
        if (said == null) {
            return "has lost the keys of %s of its %s records, and nobody said that they were destroyed"
                    .formatted(found.erased(), found.blocks());
        }
        return found.sha256().equals(said) ? "" : CHANGED;
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

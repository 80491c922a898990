package org.vigie.store.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;

/// The leaves of some places of the ledger, in order, each with the id that it names.
@SuppressWarnings("ArrayRecordComponent") // never compared as a record
record Leaves(byte[] @Nullable [] kept, @Nullable UUID[] ids) {

    private static final int FETCH_ROWS = 5_000;

    static Leaves read(Connection connection, long from, long to) throws SQLException {
        int size = (int) (to - from);
        var kept = new byte[size] @Nullable [];
        var ids = new @Nullable UUID[size];
        try (var query =
                connection.prepareStatement(
                        "select seq, hash, id from leaf where seq >= ? and seq < ? order by seq")) {
            query.setLong(1, from);
            query.setLong(2, to);
            query.setFetchSize(FETCH_ROWS);
            // As bytes: a million hashes as text take half a second to be read.
            query.unwrap(PGStatement.class).setPrepareThreshold(-1);
            try (var result = query.executeQuery()) {
                while (result.next()) {
                    int at = (int) (result.getLong(1) - from);
                    kept[at] = result.getBytes(2);
                    ids[at] = result.getObject(3, UUID.class);
                }
            }
        }
        return new Leaves(kept, ids);
    }
}

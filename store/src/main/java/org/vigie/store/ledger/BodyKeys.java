package org.vigie.store.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.vigie.record.Entry;

/// The keys of the protected bodies of one append, on their way into table `body_key`: the only
/// table of which rows are ever deleted.
final class BodyKeys {

    private static final int UUID_BYTES = 2 * Long.BYTES;
    private static final int COLUMN_COUNT = 3;

    private record Made(UUID entry, BodyKey key) {}

    private final List<Made> made = new ArrayList<>();

    /// The row of an entry; a protected one gets a key.
    EntryJson.Row row(Entry entry) {
        if (!StoredEntry.isProtected(entry)) {
            return StoredEntry.row(entry);
        }
        var key = BodyKey.fresh();
        made.add(new Made(entry.id(), key));
        return StoredEntry.row(entry, key);
    }

    void write(Connection connection) throws SQLException {
        if (made.isEmpty()) {
            return;
        }
        try (var rows = new CopyRows(connection, "body_key", "id, key, salt")) {
            for (var one : made) {
                var row = rows.row().putShort(COLUMN_COUNT).putInt(UUID_BYTES);
                row.putLong(one.entry.getMostSignificantBits());
                row.putLong(one.entry.getLeastSignificantBits());
                var key = one.key.key();
                var salt = one.key.salt();
                row.putInt(key.length).put(key).putInt(salt.length).put(salt);
                rows.sent();
            }
            rows.finish();
        }
    }

    /// Whether there was one.
    static boolean delete(Connection connection, UUID entry) throws SQLException {
        try (var delete = connection.prepareStatement("delete from body_key where id = ?")) {
            delete.setObject(1, entry);
            return delete.executeUpdate() == 1;
        }
    }
}

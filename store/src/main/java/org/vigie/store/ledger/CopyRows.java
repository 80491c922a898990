package org.vigie.store.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/// Rows on their way into a table by binary COPY. Close it in any case: rows that were not
/// [#finish]ed are taken back.
final class CopyRows implements AutoCloseable {

    private static final byte[] HEADER = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    private static final int END = -1;

    /// Bytes handed over at a time: about what a socket's buffer takes.
    private static final int CHUNK = 128 * 1024;

    private final CopyIn copy;
    private final ByteSink waiting = new ByteSink(CHUNK * 2);

    CopyRows(Connection connection, String table, String columns) throws SQLException {
        copy =
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn(
                                "copy %s (%s) from stdin (format binary)"
                                        .formatted(table, columns));
        waiting.put(HEADER);
    }

    /// Where the next row is written; call [#sent] after each row.
    ByteSink row() {
        return waiting;
    }

    void sent() throws SQLException {
        if (waiting.size() > CHUNK) {
            send();
        }
    }

    private void send() throws SQLException {
        copy.writeToCopy(waiting.array(), 0, waiting.size());
        waiting.cut(0);
    }

    void finish() throws SQLException {
        waiting.putShort(END);
        send();
        copy.endCopy();
    }

    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }
}

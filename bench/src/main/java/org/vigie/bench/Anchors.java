package org.vigie.bench;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.postgresql.PGConnection;

/// What PostgreSQL does with the same rows when nobody asks more of it.
final class Anchors {

    private static final byte[] BINARY_HEADER = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    private static final int CHUNK = 64 * 1024;

    private Anchors() {}

    /// The entry rows that the ledger holds, as they are, copied into an empty table of the same
    /// form with the same indexes: durable when it returns.
    static Duration copyOfEntries(Connection owner) throws SQLException, IOException {
        Path rows = Files.createTempFile("vigie-bench", ".copy");
        try {
            try (var out = Files.newOutputStream(rows)) {
                copies(owner).copyOut("copy entry to stdout", out);
            }
            run(owner, "create table anchor_entry (like entry including all)");
            long started = System.nanoTime();
            try (var in = Files.newInputStream(rows)) {
                copies(owner).copyIn("copy anchor_entry from stdin", in, CHUNK);
            }
            var took = Duration.ofNanos(System.nanoTime() - started);
            run(owner, "drop table anchor_entry");
            return took;
        } finally {
            Files.delete(rows);
        }
    }

    /// Rows of id, days, place, deaths and text by binary COPY into a table with primary key, point
    /// index and date index, as somebody would build who only wants to ask questions.
    ///
    /// @param text characters of the row's own words, about as many as the file has
    static Duration indexedCopy(Connection owner, int rows, int text)
            throws SQLException, IOException {
        run(
                owner,
                """
                create table anchor_event (id bigint primary key, day date not null, place point not null, best integer not null,
                                           words text not null)
                """);
        run(owner, "create index on anchor_event using gist (place)");
        run(owner, "create index on anchor_event (day)");
        var words = "x".repeat(text).getBytes(StandardCharsets.US_ASCII);
        long started = System.nanoTime();
        var copy = copies(owner).copyIn("copy anchor_event from stdin with (format binary)");
        copy.writeToCopy(BINARY_HEADER, 0, BINARY_HEADER.length);
        var chance = new java.util.SplittableRandom(1);
        var buffer = new ByteArrayOutputStream(CHUNK * 2);
        var out = new DataOutputStream(buffer);
        for (int row = 0; row < rows; row++) {
            out.writeShort(5);
            out.writeInt(8);
            out.writeLong(row);
            out.writeInt(4);
            out.writeInt(chance.nextInt(9_500));
            out.writeInt(16);
            out.writeDouble(chance.nextInt(12_000) / 4.0);
            out.writeDouble(chance.nextInt(400) / 80.0);
            out.writeInt(4);
            out.writeInt(chance.nextInt(30));
            out.writeInt(words.length);
            out.write(words);
            if (buffer.size() > CHUNK) {
                copy.writeToCopy(buffer.toByteArray(), 0, buffer.size());
                buffer.reset();
            }
        }
        out.writeShort(-1);
        copy.writeToCopy(buffer.toByteArray(), 0, buffer.size());
        copy.endCopy();
        var took = Duration.ofNanos(System.nanoTime() - started);
        run(owner, "drop table anchor_event");
        return took;
    }

    private static org.postgresql.copy.CopyManager copies(Connection connection)
            throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI();
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

package org.vigie.store.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.record.History;
import org.vigie.record.Unknown;
import org.vigie.record.Viewer;

/// The columns that are kept beside the database.
class SavedHistoryTest {

    private static final Instant FAR = Instant.parse("2100-01-01T00:00:00Z");

    @TempDir Path folder;
    private Store.Opened opened;
    private SavedHistory saved;

    @BeforeEach
    void begin() throws IOException, SQLException {
        opened = LedgerFixture.empty();
        opened.ledger().append(IntStream.range(0, 30).mapToObj(LedgerFixture::incident).toList());
        saved = new SavedHistory(folder.resolve("real.columns"), 1, 1);
    }

    @Test
    void what_was_saved_shows_the_same_incidents() throws IOException, SQLException {
        try (var connection = opened.source().getConnection()) {
            var made = made(connection);
            assertTrue(saved.write(connection, made, 0));
            var read = saved.read(connection).orElseThrow();
            assertEquals(made.size(), read.size());
            assertEquals(
                    made.asOf(FAR, FAR, Viewer.owner()).incidents().list(),
                    read.asOf(FAR, FAR, Viewer.owner()).incidents().list());
        }
    }

    @Test
    void a_file_of_another_ledger_is_not_used() throws IOException, SQLException {
        try (var connection = opened.source().getConnection()) {
            saved.write(connection, made(connection), 0);
        }
        var other = LedgerFixture.empty();
        other.ledger().append(IntStream.range(50, 90).mapToObj(LedgerFixture::incident).toList());
        try (var connection = other.source().getConnection()) {
            assertTrue(saved.read(connection).isEmpty());
        }
    }

    @Test
    void a_file_with_any_byte_changed_is_not_used() throws IOException, SQLException {
        try (var connection = opened.source().getConnection()) {
            saved.write(connection, made(connection), 0);
            var file = folder.resolve("real.columns");
            var bytes = Files.readAllBytes(file);
            for (int at = 0; at < bytes.length; at += 97) {
                var changed = bytes.clone();
                changed[at] ^= 0x40;
                Files.write(file, changed);
                assertTrue(saved.read(connection).isEmpty(), "byte " + at);
            }
            Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length / 2));
            assertTrue(saved.read(connection).isEmpty(), "cut off");
        }
    }

    @Test
    void what_was_saved_is_forgotten_when_something_in_it_was_erased()
            throws IOException, SQLException {
        try (var connection = opened.source().getConnection()) {
            saved.write(connection, made(connection), 0);
            saved.forget();
            assertTrue(saved.read(connection).isEmpty());
        }
        assertFalse(Files.exists(folder.resolve("real.columns")));
    }

    @Test
    void a_small_history_is_not_saved() throws IOException, SQLException {
        try (var connection = opened.source().getConnection()) {
            var large = new SavedHistory(folder.resolve("x.columns"), 31, 1);
            assertFalse(large.write(connection, made(connection), 0));
        }
    }

    @Test
    void a_history_with_an_account_that_this_version_cannot_read_is_not_saved()
            throws IOException, SQLException {
        var newer = new Unknown("incident-reported", "{\"of\":\"a newer version\"}");
        opened.ledger().append(List.of(LedgerFixture.entry(new UUID(1, 2), newer)));
        try (var connection = opened.source().getConnection()) {
            assertFalse(saved.write(connection, made(connection), 0));
        }
    }

    private static History made(Connection connection) throws SQLException {
        var growth = History.EMPTY.growth(0);
        new EntryReader(connection)
                .read(
                        EntryReader.Span.ALL,
                        (read, batch) -> growth.add(EntryReader.outline(read, batch)));
        return growth.done();
    }
}

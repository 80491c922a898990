package org.vigie.store.ledger;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Optional;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import org.vigie.record.Facts;
import org.vigie.record.History;
import org.vigie.record.Kinds;
import org.vigie.record.Recorded;

/// The columns of a large history in a file beside the database, so that the next program need not
/// read a million entries. Nothing but a copy: it may be deleted at any time, and it is not used
/// when it is of another version, damaged, or of another ledger than this one, which the leaf of
/// its last entry tells.
final class SavedHistory {

    private static final long MAGIC = 0x5669676965000004L;

    /// Fewer accounts are read from the ledger in no time.
    private static final int ACCOUNTS_MIN = 20_000;

    /// How many entries a history must have grown before it is saved again: a program that reads it
    /// makes all rows anew when something came after it, which costs more than saving it once.
    private static final int GROWTH_MIN = 500;

    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final int accountsMin;
    private final int growthMin;

    SavedHistory(Path file) {
        this(file, ACCOUNTS_MIN, GROWTH_MIN);
    }

    SavedHistory(Path file, int accountsMin, int growthMin) {
        this.file = file;
        this.accountsMin = accountsMin;
        this.growthMin = growthMin;
    }

    /// The history that was saved, if there is one and it is of this ledger.
    Optional<History> read(Connection connection) throws SQLException {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        History.Saved saved;
        byte[] leaf;
        try (var bytes =
                new CheckedInputStream(
                        new BufferedInputStream(Files.newInputStream(file), BUFFER),
                        new CRC32C())) {
            if (number(bytes) != MAGIC) {
                return Optional.empty();
            }
            leaf = bytes.readNBytes(LeafTree.HASH_BYTES);
            saved = History.read(bytes);
            long sum = bytes.getChecksum().getValue();
            if (number(bytes) != sum) {
                return Optional.empty();
            }
        } catch (IOException | IllegalArgumentException damaged) {
            return Optional.empty();
        }
        if (!java.util.Arrays.equals(leaf, leaf(connection, saved.size() - 1))) {
            return Optional.empty();
        }
        var others = new ArrayList<Recorded>();
        new EntryReader(connection)
                .read(
                        EntryReader.Span.of(0, saved.size())
                                .where(
                                        " and kind <> '"
                                                + Kinds.of(Facts.IncidentReported.class)
                                                + "'"),
                        (read, batch) -> others.add(EntryReader.recorded(read, batch)));
        return Optional.of(saved.with(others));
    }

    /// Saves a history when that is worth it, and when all accounts in it are open to the mission:
    /// a protected one may be erased, and must not be readable here when it is. Trouble with the
    /// file is not trouble for anybody: the ledger is what counts.
    ///
    /// @param before entries that the history had when it was read or last saved
    /// @return whether it was saved
    boolean write(Connection connection, History history, long before) throws SQLException {
        if (history.accounts() < accountsMin || history.size() - before < growthMin) {
            return false;
        }
        var leaf = leaf(connection, history.size() - 1);
        if (leaf.length == 0 || !history.savable()) {
            return false;
        }
        try {
            Files.createDirectories(file.getParent());
            var fresh = Files.createTempFile(file.getParent(), "history", ".new");
            try (var bytes =
                    new CheckedOutputStream(
                            new BufferedOutputStream(Files.newOutputStream(fresh), BUFFER),
                            new CRC32C())) {
                bytes.write(ByteBuffer.allocate(Long.BYTES).putLong(MAGIC).array());
                bytes.write(leaf);
                history.write(bytes);
                long sum = bytes.getChecksum().getValue();
                bytes.write(ByteBuffer.allocate(Long.BYTES).putLong(sum).array());
            } catch (IOException e) {
                Files.deleteIfExists(fresh);
                throw e;
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (IOException e) {
            System.getLogger(SavedHistory.class.getName())
                    .log(System.Logger.Level.DEBUG, "the columns were not saved", e);
            return false;
        }
    }

    /// Deletes the file: something in it was erased from the ledger.
    void forget() throws SQLException {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new SQLException(
                    "the file %s holds what was erased: delete it".formatted(file), e);
        }
    }

    private static long number(java.io.InputStream from) throws IOException {
        var bytes = from.readNBytes(Long.BYTES);
        return bytes.length == Long.BYTES ? ByteBuffer.wrap(bytes).getLong() : 0;
    }

    /// The leaf of an entry; empty when it is not sealed yet or not there.
    private static byte[] leaf(Connection connection, long seq) throws SQLException {
        try (var query = connection.prepareStatement("select hash from leaf where seq = ?")) {
            query.setLong(1, seq);
            try (var result = query.executeQuery()) {
                return result.next() ? result.getBytes(1) : new byte[0];
            }
        }
    }
}

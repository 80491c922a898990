package org.vigie.store.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.vigie.geo.BadInput;
import org.vigie.store.DiskSync;

/// What this program knows of a ledger and the database cannot change, kept in the folder of its
/// keys: whose signatures count, and the newest checkpoint that it signed or found good. So who has
/// the database but not the folder cannot take the newest checkpoints away, change what they
/// covered, and let the program sign anew.
public final class Trust {

    /// Public keys of other programs that sign the same ledger, one a line.
    static final String OTHERS = "trusted.pub";

    /// Written at most so often: it costs a write to the disk.
    private static final Duration WATCH_EVERY = Duration.ofSeconds(10);

    private final SigningKey key;
    private final Path folder;
    private final Path newest;
    private final Path watched;

    /// @param ledger names the ledger among those that sign with this key, e.g. `real`
    Trust(SigningKey key, Path folder, String ledger) {
        this.key = key;
        this.folder = folder;
        this.newest = folder.resolve("newest-" + ledger + ".checkpoint");
        this.watched = folder.resolve("watched-" + ledger);
    }

    /// The keys whose signatures count: this program's own, and those of the file of others.
    List<VerifyingKey> keys() throws IOException {
        var keys = new ArrayList<>(List.of(key.verifying()));
        var others = folder.resolve(OTHERS);
        if (Files.exists(others)) {
            for (var line : Files.readAllLines(others)) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    keys.add(VerifyingKey.parse(line));
                }
            }
        }
        return keys;
    }

    /// The newest checkpoint that this program signed or found good; empty for a new ledger.
    ///
    /// @throws IOException also when the file is there and cannot be read: then it must not count
    ///   as if there were none
    Optional<Checkpoint> newest() throws IOException {
        try {
            var note = Files.readString(newest);
            return note.isEmpty() ? Optional.empty() : Optional.of(Checkpoint.parse(note));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (BadInput | java.nio.charset.CharacterCodingException damaged) {
            throw new IOException(
                    "%s is damaged: compare the ledger with a checkpoint kept elsewhere ('vigie verify --checkpoint FILE'), then delete it"
                            .formatted(newest),
                    damaged);
        }
    }

    /// Keeps a checkpoint if it is newer than the one kept. It is on its way to the disk, not
    /// awaited there: a warning must not wait for it. What a power cut leaves is an older one, or
    /// an empty file, which counts as none.
    void keep(Checkpoint checkpoint) throws IOException {
        var kept = newest();
        if (kept.isPresent() && kept.get().size() >= checkpoint.size()) {
            return;
        }
        put(newest, checkpoint.note());
    }

    private void put(Path file, String text) throws IOException {
        var half = Files.createTempFile(folder, "newest", ".half");
        Files.writeString(half, text);
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /// When some program last saw that everything was sealed: what comes later cannot have been
    /// recorded before.
    Optional<Instant> watched() {
        try {
            return Optional.of(Instant.parse(Files.readString(watched).strip()));
        } catch (IOException | DateTimeParseException none) {
            return Optional.empty();
        }
    }

    /// Everything was sealed at this moment; with it the newest checkpoint reaches the disk.
    ///
    /// @param moment by the clock that also says when entries are recorded
    void watched(Instant moment) throws IOException {
        var before = watched();
        if (before.isEmpty() || moment.isAfter(before.get().plus(WATCH_EVERY))) {
            put(watched, moment + "\n");
            DiskSync.one(watched);
            if (Files.exists(newest)) {
                DiskSync.one(newest);
            }
            DiskSync.one(folder);
        }
    }

    /// Where it is kept when everything was sealed last, for messages.
    Path watchedFile() {
        return watched;
    }

    /// Where the newest checkpoint is kept, for messages.
    Path file() {
        return newest;
    }

    /// Lets the signatures of other keys count too: those that signed a ledger before it came here.
    static void add(Path folder, Collection<String> others) throws IOException {
        Files.createDirectories(folder);
        var lines = new ArrayList<String>();
        lines.add("# Keys of other programs whose signatures count here, one a line");
        lines.addAll(others);
        Files.write(folder.resolve(OTHERS), lines);
    }
}

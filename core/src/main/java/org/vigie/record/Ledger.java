package org.vigie.record;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/// The only thing that is stored: entries, in order, never changed. Everything else is computed
/// from what was known at a moment.
///
/// Two implementations: [MemoryLedger] (tests, simulation, a mission pack read for one question)
/// and the SQL ledger of the store. Both answer `asOf` through the same [History], so they cannot
/// disagree. Methods throw [IOException] for trouble outside (disk, database, network), never for
/// bad input.
public interface Ledger {

    /// Appends the entries, whole or not at all. An entry whose id the ledger already holds is
    /// skipped: a client may repeat an append after a lost answer. The receipt is given only when
    /// the entries are durable.
    Receipt append(Iterable<Entry> entries) throws IOException;

    /// Appends an entry together with a file that belongs to it, both or neither. The entry must be
    /// protected: its file is encrypted like its body, and is erased with it. When the ledger holds
    /// the entry already, nothing is written: it has its file, or was erased.
    Receipt attach(Entry entry, byte[] file) throws IOException;

    /// The file that belongs to an entry; empty when there is none, when the viewer may not see the
    /// entry, and when it was erased.
    ///
    /// @throws IOException also when what is kept is not what came in
    Optional<byte[]> attached(UUID entry, Viewer viewer) throws IOException;

    /// What was known at `known`, as the system held it at `recorded`, as far as `viewer` may see
    /// it.
    Picture asOf(Instant known, Instant recorded, Viewer viewer) throws IOException;

    /// When the newest entry was recorded, as far as this program has seen; the beginning of time
    /// for an empty ledger. It can lie ahead of the clock, when that was ahead before.
    Instant newest();

    /// Every entry about a subject that the viewer may see, oldest first, superseded ones included.
    List<Recorded> history(UUID subject, Viewer viewer) throws IOException;

    /// The entry at a place of the ledger, if it is there and the viewer may see it.
    Optional<Recorded> find(long seq, Viewer viewer) throws IOException;

    /// The entry with an id, if it is there and the viewer may see it.
    Optional<Recorded> find(UUID entry, Viewer viewer) throws IOException;

    /// Streams the entries of these kinds ([Kinds]; empty = all) that the viewer may see, in order
    /// of `seq`, superseded ones included. The reader must not call the ledger.
    void read(Set<String> kinds, Viewer viewer, Consumer<Recorded> reader) throws IOException;

    /// Streams, in order of `seq`, at least those entries whose texts may hold every one of these
    /// words, and those that supersede another: for a search, which then looks at each.
    ///
    /// @param words in lower case, without accents
    default void readHolding(Set<String> words, Viewer viewer, Consumer<Recorded> reader)
            throws IOException {
        read(Set.of(), viewer, reader);
    }

    /// Streams, in order of `seq`, the entries that these imports brought: what [Origin#importId]
    /// names.
    default void readImports(Set<UUID> imports, Viewer viewer, Consumer<Recorded> reader)
            throws IOException {
        read(
                Set.of(),
                viewer,
                recorded -> {
                    var importId = recorded.entry().origin().importId();
                    if (importId != null && imports.contains(importId)) {
                        reader.accept(recorded);
                    }
                });
    }

    /// What an append gives back.
    ///
    /// @param appended how many entries are new
    /// @param size entries in the ledger after it
    /// @param recordedAt when the system took them
    record Receipt(long appended, long size, Instant recordedAt) {}
}

package org.vigie.record;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/// A ledger in memory: for tests, for simulation, and for a question asked of a mission pack
/// without a data folder. Not safe for several threads; it forgets everything when the program
/// ends.
public final class MemoryLedger implements Ledger {

    private final InstantSource clock;
    private final List<Recorded> entries = new ArrayList<>();
    private final Set<UUID> ids = new HashSet<>();
    private final Map<UUID, byte[]> files = new HashMap<>();
    private History history = History.EMPTY;
    private Instant lastRecorded = Instant.EPOCH;

    /// @param clock gives `recordedAt`; where it runs backwards the last moment is kept
    public MemoryLedger(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Receipt append(Iterable<Entry> batch) {
        var now = clock.instant();
        lastRecorded = now.isBefore(lastRecorded) ? lastRecorded : now;
        var added = new ArrayList<Recorded>();
        for (var entry : batch) {
            if (ids.add(entry.id())) {
                added.add(new Recorded(entries.size() + added.size(), lastRecorded, entry));
            }
        }
        entries.addAll(added);
        history = history.plus(added);
        return new Receipt(added.size(), entries.size(), lastRecorded);
    }

    @Override
    public Receipt attach(Entry entry, byte[] file) {
        var receipt = append(List.of(entry));
        files.putIfAbsent(entry.id(), file.clone());
        return receipt;
    }

    @Override
    public Optional<byte[]> attached(UUID entry, Viewer viewer) {
        return find(entry, viewer)
                .flatMap(found -> Optional.ofNullable(files.get(entry)))
                .map(byte[]::clone);
    }

    @Override
    public Instant newest() {
        return lastRecorded;
    }

    @Override
    public Picture asOf(Instant known, Instant recorded, Viewer viewer) {
        return history.asOf(known, recorded, viewer);
    }

    @Override
    public List<Recorded> history(UUID subject, Viewer viewer) {
        return entries.stream()
                .filter(recorded -> recorded.entry().subject().equals(subject))
                .map(history.sight(viewer))
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public Optional<Recorded> find(long seq, Viewer viewer) {
        return entries.stream()
                .filter(recorded -> recorded.seq() == seq)
                .map(history.sight(viewer))
                .flatMap(Optional::stream)
                .findFirst();
    }

    @Override
    public Optional<Recorded> find(UUID entry, Viewer viewer) {
        return entries.stream()
                .filter(recorded -> recorded.entry().id().equals(entry))
                .map(history.sight(viewer))
                .flatMap(Optional::stream)
                .findFirst();
    }

    @Override
    public void read(Set<String> kinds, Viewer viewer, Consumer<Recorded> reader) {
        entries.stream()
                .filter(recorded -> kinds.isEmpty() || kinds.contains(recorded.entry().kind()))
                .map(history.sight(viewer))
                .flatMap(Optional::stream)
                .forEach(reader);
    }
}

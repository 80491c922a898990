package org.vigie.record;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/// Which entries no longer hold, and from which moment of the two clocks: superseded by another
/// entry, or brought by an import that was undone. A small index: only entries that take something
/// back are in it.
final class Corrections {

    private static final String CONTESTED = Kinds.of(Awareness.KnowledgeContested.class);

    private final Map<UUID, List<Correction>> bySuperseded;
    private final Map<UUID, Long> undone;

    private Corrections(Map<UUID, List<Correction>> bySuperseded, Map<UUID, Long> undone) {
        this.bySuperseded = bySuperseded;
        this.undone = undone;
    }

    static final Corrections NONE = new Corrections(Map.of(), Map.of());

    private record Correction(long knownAt, long recordedAt, @Nullable UUID importId) {}

    Corrections plus(List<Recorded> added) {
        var nextBySuperseded = new HashMap<>(bySuperseded);
        var nextUndone = new HashMap<>(undone);
        boolean changed = false;
        for (var recorded : added) {
            var superseded = recorded.entry().supersedes();
            boolean takesNothingBack =
                    recorded.entry().kind().equals(CONTESTED); // also when erased
            if (superseded == null || takesNothingBack) {
                continue;
            }
            changed = true;
            long recordedAt = recorded.recordedAt().toEpochMilli();
            if (recorded.body() instanceof Housekeeping.ImportUndone) {
                nextUndone.merge(superseded, recordedAt, Math::min);
            }
            var correction =
                    new Correction(
                            recorded.knownAt().toEpochMilli(),
                            recordedAt,
                            recorded.entry().origin().importId());
            nextBySuperseded.merge(superseded, List.of(correction), Corrections::joined);
        }
        return changed ? new Corrections(nextBySuperseded, nextUndone) : this;
    }

    /// When the import was undone, in milliseconds of the epoch, or [Accounts#NEVER].
    long undoneAt(@Nullable UUID importId) {
        return importId == null ? Accounts.NEVER : undone.getOrDefault(importId, Accounts.NEVER);
    }

    /// The last moment of either clock at which [#gone] changes for anything, in milliseconds of
    /// the epoch; before all time when it never does.
    long newest() {
        var corrected =
                bySuperseded.values().stream()
                        .flatMap(List::stream)
                        .mapToLong(one -> Math.max(one.knownAt, one.recordedAt));
        return LongStream.concat(corrected, undone.values().stream().mapToLong(Long::longValue))
                .max()
                .orElse(Long.MIN_VALUE);
    }

    /// Whether an entry no longer holds at a moment. A correction whose own import was undone no
    /// longer corrects.
    boolean gone(UUID id, @Nullable UUID importId, long known, long recorded) {
        if (undoneAt(importId) <= recorded) {
            return true;
        }
        for (var correction : bySuperseded.getOrDefault(id, List.of())) {
            if (correction.knownAt <= known
                    && correction.recordedAt <= recorded
                    && recorded < undoneAt(correction.importId)) {
                return true;
            }
        }
        return false;
    }

    /// Whether anything at all takes this account back.
    boolean touches(Accounts accounts, int row) {
        return !bySuperseded.isEmpty() && bySuperseded.containsKey(accounts.id(row));
    }

    /// Adds every moment of either clock at which [#gone] may change for this entry.
    void addMoments(
            UUID id, @Nullable UUID importId, Collection<Long> known, Collection<Long> recorded) {
        recorded.add(undoneAt(importId));
        for (var correction : bySuperseded.getOrDefault(id, List.of())) {
            known.add(correction.knownAt);
            recorded.add(correction.recordedAt);
            recorded.add(undoneAt(correction.importId));
        }
    }

    void write(ColumnsOut out) throws IOException {
        out.list(
                List.copyOf(undone.entrySet()),
                (to, one) -> {
                    to.id(one.getKey());
                    to.number(one.getValue().longValue());
                });
        out.list(
                List.copyOf(bySuperseded.entrySet()),
                (to, one) -> {
                    to.id(one.getKey());
                    to.list(
                            one.getValue(),
                            (each, correction) -> {
                                each.number(correction.knownAt);
                                each.number(correction.recordedAt);
                                each.id(correction.importId);
                            });
                });
    }

    /// Reads what [#write] wrote.
    static Corrections read(ColumnsIn in) throws IOException {
        var undone = new HashMap<UUID, Long>();
        for (int left = in.count(); left > 0; left--) {
            undone.put(needed(in.id()), in.longNumber());
        }
        var bySuperseded = new HashMap<UUID, List<Correction>>();
        for (int left = in.count(); left > 0; left--) {
            bySuperseded.put(
                    needed(in.id()),
                    List.copyOf(
                            in.list(from ->
                                    new Correction(
                                            from.longNumber(), from.longNumber(), from.id()))));
        }
        return new Corrections(bySuperseded, undone);
    }

    private static UUID needed(@Nullable UUID id) throws IOException {
        if (id == null) {
            throw new IOException("not a file of columns: an id is missing");
        }
        return id;
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        var joined = new ArrayList<>(first);
        joined.addAll(second);
        return List.copyOf(joined);
    }
}

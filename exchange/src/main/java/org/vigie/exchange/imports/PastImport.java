package org.vigie.exchange.imports;

import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.vigie.record.Housekeeping;
import org.vigie.record.Kinds;
import org.vigie.record.Ledger;
import org.vigie.record.Recorded;
import org.vigie.record.Viewer;

/// An import as the ledger tells it.
///
/// @param counts empty when its closing entry is missing
/// @param undoneAt when it was undone, if it was
public record PastImport(
        UUID id,
        Recorded opened,
        Optional<Housekeeping.ImportClosed> counts,
        Optional<Instant> undoneAt) {

    /// All imports of the ledger, the oldest first, undone ones included.
    public static List<PastImport> list(Ledger ledger) throws IOException {
        var kinds =
                Set.of(
                        Kinds.of(Housekeeping.ImportOpened.class),
                        Kinds.of(Housekeeping.ImportClosed.class),
                        Kinds.of(Housekeeping.ImportUndone.class));
        Map<UUID, PastImport> imports = new LinkedHashMap<>();
        ledger.read(kinds, Viewer.owner(), recorded -> take(imports, recorded));
        return List.copyOf(imports.values());
    }

    public Housekeeping.ImportOpened what() {
        return (Housekeeping.ImportOpened) opened.body();
    }

    private static void take(Map<UUID, PastImport> imports, Recorded recorded) {
        var entry = recorded.entry();
        if (entry.body() instanceof Housekeeping.ImportOpened) {
            imports.put(
                    entry.id(),
                    new PastImport(entry.id(), recorded, Optional.empty(), Optional.empty()));
        } else if (entry.body() instanceof Housekeeping.ImportClosed counts) {
            imports.computeIfPresent(
                    entry.subject(),
                    (id, past) ->
                            new PastImport(id, past.opened, Optional.of(counts), past.undoneAt));
        } else if (entry.supersedes() != null) {
            imports.computeIfPresent(
                    entry.supersedes(),
                    (id, past) ->
                            new PastImport(
                                    id,
                                    past.opened,
                                    past.counts,
                                    Optional.of(past.undoneAt.orElse(recorded.recordedAt()))));
        }
    }
}

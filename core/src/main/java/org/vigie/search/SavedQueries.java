package org.vigie.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.vigie.record.Housekeeping;
import org.vigie.record.Ids;
import org.vigie.record.Kinds;
import org.vigie.record.Ledger;
import org.vigie.record.Recorded;
import org.vigie.record.Standpoint;

/// The questions with a name that hold at a standpoint: the latest saving of each name that was not
/// dropped. Who saved one, and what it asked before, stays in the ledger.
///
/// @param byName in alphabetical order
public record SavedQueries(SortedMap<String, Held> byName) {

    private static final Set<String> KINDS =
            Set.of(
                    Kinds.of(Housekeeping.QuerySaved.class),
                    Kinds.of(Housekeeping.QueryDropped.class));

    public SavedQueries {
        byName = Collections.unmodifiableSortedMap(new TreeMap<>(byName));
    }

    /// A question and the entry that saved it.
    public record Held(SavedQuery query, Recorded saved) {}

    /// Those that the viewer may see.
    public static SavedQueries at(Ledger ledger, Standpoint standpoint) throws IOException {
        var entries = new ArrayList<Recorded>();
        ledger.read(
                KINDS,
                standpoint.viewer(),
                recorded -> {
                    if (!recorded.knownAt().isAfter(standpoint.known())
                            && !recorded.recordedAt().isAfter(standpoint.recorded())) {
                        entries.add(recorded);
                    }
                });
        entries.sort(Comparator.comparing(Recorded::knownAt).thenComparingLong(Recorded::seq));
        var held = new TreeMap<String, Held>();
        for (var recorded : entries) {
            switch (recorded.body()) {
                case Housekeeping.QuerySaved saved ->
                        SavedQuery.of(saved)
                                .ifPresent(
                                        query -> held.put(query.name(), new Held(query, recorded)));
                case Housekeeping.QueryDropped dropped -> held.remove(dropped.name());
                default -> {}
            }
        }
        return new SavedQueries(held);
    }

    public Optional<Held> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /// The subject of all entries about a name.
    public static UUID subject(String name) {
        return Ids.subject("query", name);
    }
}

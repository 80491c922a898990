package org.vigie.assess;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vigie.record.Body;
import org.vigie.record.Filter;
import org.vigie.record.Housekeeping;
import org.vigie.record.Ledger;
import org.vigie.record.Recorded;
import org.vigie.record.Standpoint;

/// What changed since my last shift: the incidents that the ledger learned, changed or lost, and
/// the other entries that it took, by kind.
///
/// Entries that a file brought are not listed one by one: the opening of their import is, with its
/// file; the incidents among them are in `learned`.
///
/// @param entries by kind, each in the order of the ledger
public record Changes(
        Standpoint standpoint,
        Instant since,
        Learned learned,
        SortedMap<String, List<Recorded>> entries) {

    /// The changes under a filter; it applies to incidents, all other entries are shown.
    public static Changes since(Instant since, Standpoint now, Filter filter, Ledger ledger)
            throws IOException {
        var later = ledger.asOf(now.known(), now.recorded(), now.viewer());
        var earlier =
                ledger.asOf(
                        since.isBefore(now.known()) ? since : now.known(),
                        since.isBefore(now.recorded()) ? since : now.recorded(),
                        now.viewer());
        var entries = new TreeMap<String, List<Recorded>>();
        later.entries(Body.class).stream()
                .filter(recorded -> recorded.recordedAt().isAfter(since))
                .filter(Changes::shownAlone)
                .sorted((one, other) -> Long.compare(one.seq(), other.seq()))
                .forEach(recorded ->
                        entries.computeIfAbsent(recorded.entry().kind(), kind -> new ArrayList<>())
                                .add(recorded));
        return new Changes(now, since, Learned.between(earlier, later, filter), entries);
    }

    private static boolean shownAlone(Recorded recorded) {
        return recorded.entry().origin().importId() == null
                || recorded.body() instanceof Housekeeping.ImportOpened
                || recorded.body() instanceof Housekeeping.ImportUndone;
    }

    /// How many entries, incidents apart.
    public int size() {
        return entries.values().stream().mapToInt(List::size).sum();
    }
}

package org.vigie.record;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Of the entries of a history that are no accounts, those that a viewer may see. At the newest
/// moment, at which nearly everybody looks, it goes on from what was visible before the last
/// entries came; any other moment is filtered from the beginning.
///
/// Each history has its own. Safe for several threads.
final class Visible {

    private final Map<Integer, Kept> byBits;

    /// For viewers whose sight an area bounds; only until the next entry comes.
    private final Map<Viewer, Bound> bound = new ConcurrentHashMap<>();

    private final Map<Viewer, Whereabouts> whereabouts = new ConcurrentHashMap<>();

    Visible() {
        this.byBits = new ConcurrentHashMap<>();
    }

    private Visible(Map<Integer, Kept> byBits) {
        this.byBits = new ConcurrentHashMap<>(byBits);
    }

    /// For the history that comes after this one, which begins with the same entries.
    Visible next() {
        return new Visible(byBits);
    }

    /// What some viewers may see at a moment after all that was covered.
    ///
    /// @param covered how many entries of the history
    /// @param newest the last moment of either clock of these and of the corrections, in
    ///   milliseconds: from then on it is the same
    private record Kept(int covered, long newest, Corrections corrections, List<Recorded> entries) {

        static Kept nothing(Corrections corrections) {
            return new Kept(0, corrections.newest(), corrections, List.of());
        }

        Kept grown(Recorded[] others, Viewer viewer) {
            if (covered == others.length) {
                return this;
            }
            long last = newest;
            for (int i = covered; i < others.length; i++) {
                last = Math.max(last, others[i].recordedAt().toEpochMilli());
                last = Math.max(last, others[i].knownAt().toEpochMilli());
            }
            var moment = new Moment(last, last);
            var more =
                    Arrays.stream(others, covered, others.length)
                            .filter(entry -> holds(entry, moment, viewer, corrections));
            return new Kept(
                    others.length,
                    last,
                    corrections,
                    Stream.concat(entries.stream(), more).toList());
        }
    }

    /// What is left of entries for a viewer whose sight an area bounds.
    private record Bound(List<Recorded> of, List<Recorded> left) {}

    /// What is left of entries that a viewer might see if no area bounded them.
    @SuppressWarnings("ReferenceEquality") // of the newest moment it is the same list each time
    List<Recorded> only(List<Recorded> visible, Accounts accounts, Viewer viewer) {
        if (viewer.purview() == null) {
            return visible;
        }
        var known = bound.get(viewer);
        if (known != null && known.of() == visible) {
            return known.left();
        }
        var left = Whereabouts.of(visible, accounts, viewer).only(visible);
        bound.put(viewer, new Bound(visible, left));
        return left;
    }

    /// What a viewer sees of entries that are read one by one, superseded ones included: by their
    /// handling, and by where things lie as far as anybody said until now.
    ///
    /// @param others all entries of the history that are no accounts
    Function<Recorded, Optional<Recorded>> sight(
            Recorded[] others, Accounts accounts, Viewer viewer) {
        Predicate<Recorded> handled = entry -> viewer.maySee(entry.entry().handling());
        if (viewer.purview() == null) {
            return entry -> Optional.of(entry).filter(handled);
        }
        var where =
                whereabouts.computeIfAbsent(
                        viewer,
                        _ ->
                                Whereabouts.of(
                                        Arrays.stream(others).filter(handled).toList(),
                                        accounts,
                                        viewer));
        return entry -> Optional.of(entry).filter(handled).flatMap(where::seen);
    }

    /// A moment of both clocks, in milliseconds of the epoch.
    record Moment(long known, long recorded) {}

    /// In the order of the ledger.
    ///
    /// @param others all entries of the history that are no accounts
    List<Recorded> of(Recorded[] others, Corrections corrections, Moment moment, Viewer viewer) {
        var kept =
                byBits.compute(
                        viewer.handlingBits(),
                        (_, known) ->
                                (known == null || differ(known.corrections(), corrections)
                                                ? Kept.nothing(corrections)
                                                : known)
                                        .grown(others, viewer));
        return kept.newest() <= Math.min(moment.known(), moment.recorded())
                ? kept.entries()
                : Arrays.stream(others)
                        .filter(entry -> holds(entry, moment, viewer, corrections))
                        .toList();
    }

    /// Corrections stay the same object until there is another one.
    @SuppressWarnings("ReferenceEquality")
    private static boolean differ(Corrections one, Corrections other) {
        return one != other;
    }

    private static boolean holds(
            Recorded entry, Moment moment, Viewer viewer, Corrections corrections) {
        return entry.recordedAt().toEpochMilli() <= moment.recorded()
                && entry.knownAt().toEpochMilli() <= moment.known()
                && viewer.maySee(entry.entry().handling())
                && !corrections.gone(
                        entry.entry().id(),
                        entry.entry().origin().importId(),
                        moment.known(),
                        moment.recorded());
    }
}

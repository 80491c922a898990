package org.vigie.warn;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.vigie.record.Warnings.Severity;
import org.vigie.warn.Escalation.Rung;

/// All that nobody has acknowledged, kept so that how many stand on which rung is known for any
/// moment without looking at each: of one severity those who came first have climbed furthest.
///
/// Immutable. Tested against [Escalation] of each.
final class Ladder {

    static final Ladder EMPTY = new Ladder(Map.of());

    private final Map<Severity, Column> columns;

    private Ladder(Map<Severity, Column> columns) {
        this.columns = columns;
    }

    /// Something that nobody has acknowledged.
    ///
    /// @param from when its clock began
    record Unanswered(UUID id, Severity severity, Instant from) {

        static final Comparator<Unanswered> OLDEST_FIRST =
                Comparator.comparing(Unanswered::from).thenComparing(Unanswered::id);

        /// Spread over all 64 bits: sums of different sets must differ.
        private long print() {
            long bits = id.getMostSignificantBits() * 31 + id.getLeastSignificantBits();
            bits = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L;
            bits = (bits ^ (bits >>> 27)) * 0x94d049bb133111ebL;
            return bits ^ (bits >>> 31);
        }
    }

    /// Those of one severity.
    ///
    /// @param prints at `k` the sum over the first `k`
    @SuppressWarnings("ArrayRecordComponent") // never leaves this class and is never compared
    private record Column(Sorted<Unanswered> waiting, long[] prints) {

        static final Column EMPTY =
                new Column(Sorted.nothing(Unanswered.OLDEST_FIRST), new long[1]);

        Column changed(Collection<Unanswered> gone, Collection<Unanswered> come) {
            var next = waiting.changed(gone, come);
            var all = next.all();
            var sums = new long[all.size() + 1];
            int same = Math.min(firstOf(gone), firstOf(come));
            System.arraycopy(prints, 0, sums, 0, same + 1);
            for (int i = same; i < all.size(); i++) {
                sums[i + 1] = sums[i] + all.get(i).print();
            }
            return new Column(next, sums);
        }

        private int firstOf(Collection<Unanswered> some) {
            return some.stream().mapToInt(waiting::placeOf).min().orElse(waiting.size());
        }

        /// How many came at a moment or before it.
        int cameBy(Instant moment) {
            var all = waiting.all();
            int low = 0;
            int high = all.size();
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (all.get(middle).from().isAfter(moment)) {
                    high = middle;
                } else {
                    low = middle + 1;
                }
            }
            return low;
        }
    }

    /// Without what was acknowledged, with what has come.
    Ladder changed(List<Unanswered> gone, List<Unanswered> come) {
        if (gone.isEmpty() && come.isEmpty()) {
            return this;
        }
        var next = new EnumMap<Severity, Column>(Severity.class);
        for (var severity : Severity.values()) {
            next.put(
                    severity,
                    columns.getOrDefault(severity, Column.EMPTY)
                            .changed(of(severity, gone), of(severity, come)));
        }
        return new Ladder(next);
    }

    private static List<Unanswered> of(Severity severity, List<Unanswered> all) {
        return all.stream().filter(one -> one.severity() == severity).toList();
    }

    /// Who stands on a rung above the first at a moment.
    Standing.Overdue at(Instant now, DueTimes times) {
        long climbed = 0;
        Optional<Rung> highest = Optional.empty();
        long mark = 0;
        for (var column : columns.entrySet()) {
            for (var rung : Escalation.ABOVE_THE_FIRST) {
                var after = times.findClimb(column.getKey(), rung);
                if (after.isEmpty()) {
                    continue;
                }
                int there = column.getValue().cameBy(now.minus(after.get()));
                mark += column.getValue().prints()[there] * rung.weight();
                if (rung == Escalation.ABOVE_THE_FIRST.getFirst()) {
                    climbed += there;
                }
                if (there > 0 && highest.filter(known -> known.compareTo(rung) >= 0).isEmpty()) {
                    highest = Optional.of(rung);
                }
            }
        }
        return new Standing.Overdue(climbed, highest, Long.hashCode(mark));
    }
}

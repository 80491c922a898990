package org.vigie.assess;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.vigie.record.Filter;
import org.vigie.record.IncidentRow;
import org.vigie.record.Picture;

/// What one picture says of incidents that an earlier one did not: the difference of two
/// standpoints of one viewer under one filter.
///
/// @param since both clocks of the earlier picture
/// @param heldBefore incidents under the filter that the earlier picture had
/// @param items the gravest first
public record Learned(Instant since, int heldBefore, List<Item> items) {

    public Learned {
        items = List.copyOf(items);
    }

    /// What became of an incident.
    public enum What {
        /// The earlier picture did not have it.
        NEW,
        /// Another time, place, kind, actor or figure holds now.
        CHANGED,
        /// No account of it holds any more.
        RETRACTED
    }

    /// One incident that the two pictures do not agree about.
    ///
    /// @param before as the earlier picture had it; null when it is new
    /// @param now as the later picture has it; null when it is retracted
    public record Item(What what, @Nullable IncidentRow before, @Nullable IncidentRow now) {

        /// The incident as it was last seen.
        public IncidentRow row() {
            return now == null ? Objects.requireNonNull(before) : now;
        }
    }

    private static final Comparator<Item> GRAVEST_FIRST =
            Comparator.comparingInt((Item item) -> -Brief.weight(item.row()))
                    .thenComparing(Comparator.comparingLong((Item item) -> -day(item.row())))
                    .thenComparing(item -> item.row().incident());

    /// The difference between two pictures.
    public static Learned between(Picture earlier, Picture later, Filter filter) {
        var before = rows(earlier, filter);
        var now = rows(later, filter);
        var items = new ArrayList<Item>();
        for (var row : now.values()) {
            var old = before.get(row.incident());
            if (old == null) {
                items.add(entered(earlier, row));
            } else if (!same(old, row)) {
                items.add(new Item(What.CHANGED, old, row));
            }
        }
        for (var row : before.values()) {
            if (!now.containsKey(row.incident())) {
                items.add(
                        later.incidents()
                                .find(row.incident())
                                .map(moved -> new Item(What.CHANGED, row, moved))
                                .orElseGet(() -> new Item(What.RETRACTED, row, null)));
            }
        }
        items.sort(GRAVEST_FIRST);
        return new Learned(earlier.recordedAsOf(), before.size(), items);
    }

    /// The same for readers who may not be given every incident. One of which either picture must
    /// not be told is not in it at all: neither as new nor, when it was given before, as retracted.
    public Learned only(Predicate<IncidentRow> given) {
        return new Learned(
                since,
                heldBefore,
                items.stream()
                        .filter(item -> item.before() == null || given.test(item.before()))
                        .filter(item -> item.now() == null || given.test(item.now()))
                        .toList());
    }

    /// Those of one sort.
    public List<Item> of(What what) {
        return items.stream().filter(item -> item.what() == what).toList();
    }

    /// An incident that the filter lets through now: new, or moved into it by a correction.
    private static Item entered(Picture earlier, IncidentRow row) {
        return earlier.incidents().size() == 0
                ? new Item(What.NEW, null, row)
                : earlier.incidents()
                        .find(row.incident())
                        .map(old -> new Item(What.CHANGED, old, row))
                        .orElseGet(() -> new Item(What.NEW, null, row));
    }

    private static Map<UUID, IncidentRow> rows(Picture picture, Filter filter) {
        Map<UUID, IncidentRow> rows = new HashMap<>();
        picture.incidents().where(filter).list().forEach(row -> rows.put(row.incident(), row));
        return rows;
    }

    /// Whether both say the same; only the place in the ledger and the clocks may differ.
    private static boolean same(IncidentRow one, IncidentRow other) {
        return Objects.equals(one.happenedOn(), other.happenedOn())
                && one.site().equals(other.site())
                && one.kind() == other.kind()
                && one.actors().equals(other.actors())
                && one.deaths().equals(other.deaths())
                && Objects.equals(one.civilians(), other.civilians())
                && one.competing() == other.competing()
                && one.folded().equals(other.folded());
    }

    private static long day(IncidentRow row) {
        return row.happenedOn() == null
                ? Long.MIN_VALUE + 1
                : row.happenedOn().lastDay().toEpochDay();
    }
}

package org.vigie.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What a growing history shows is what a filter over all its entries leaves.
class VisibleTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final List<Viewer> viewers =
            List.of(Viewer.owner(), Viewer.officer("one"), Viewer.outsider());

    @Property(tries = 300)
    void what_grows_is_what_a_filter_over_all_leaves(@ForAll long seed) {
        var chance = new SplittableRandom(seed);
        var history = History.EMPTY;
        var all = new ArrayList<Recorded>();
        var now = START;
        for (int step = 0; step < 30; step++) {
            now = now.plusSeconds(chance.nextInt(3));
            var more = new ArrayList<Recorded>();
            for (int i = chance.nextInt(4); i > 0; i--) {
                more.add(entry(chance, all, all.size() + (long) more.size(), now));
            }
            all.addAll(more);
            history = history.plus(more);
            for (var viewer : viewers) {
                // Some look at a moment before the newest, or before something is known that is
                // written already.
                var known = now.plusSeconds(chance.nextInt(12) - 6L);
                var recorded = now.plusSeconds(chance.nextInt(3) == 0 ? -4 : 0);
                assertEquals(
                        filtered(all, known, recorded, viewer),
                        history.asOf(known, recorded, viewer).entries());
            }
        }
    }

    @Test
    void at_the_newest_moment_nothing_is_filtered_anew() {
        var chance = new SplittableRandom(1);
        var history = History.EMPTY.plus(List.of(entry(chance, List.of(), 0, START)));
        var later = START.plusSeconds(100);
        var first = history.asOf(later, later, Viewer.owner()).entries();
        assertSame(first, history.asOf(later.plusSeconds(1), later, Viewer.owner()).entries());
    }

    @Test
    void two_histories_that_go_on_from_one_do_not_see_each_other() {
        var chance = new SplittableRandom(1);
        var begun = History.EMPTY.plus(List.of(entry(chance, List.of(), 0, START)));
        var later = START.plusSeconds(100);
        assertEquals(1, begun.asOf(later, later, Viewer.owner()).entries().size());
        var one = begun.plus(List.of(entry(chance, List.of(), 1, START)));
        assertEquals(2, one.asOf(later, later, Viewer.owner()).entries().size());
        assertEquals(1, begun.asOf(later, later, Viewer.owner()).entries().size());
        assertEquals(0, History.EMPTY.asOf(later, later, Viewer.owner()).entries().size());
    }

    private static List<Recorded> filtered(
            List<Recorded> all, Instant known, Instant recorded, Viewer viewer) {
        var corrections =
                Corrections.NONE.plus(
                        all.stream().filter(entry -> entry.entry().supersedes() != null).toList());
        return all.stream()
                .filter(entry -> !entry.recordedAt().isAfter(recorded))
                .filter(entry -> !entry.knownAt().isAfter(known))
                .filter(entry -> viewer.maySee(entry.entry().handling()))
                .filter(entry ->
                        !corrections.gone(
                                entry.entry().id(),
                                entry.entry().origin().importId(),
                                known.toEpochMilli(),
                                recorded.toEpochMilli()))
                .toList();
    }

    private static Recorded entry(
            SplittableRandom chance, List<Recorded> before, long seq, Instant now) {
        @Nullable UUID superseded =
                before.isEmpty() || chance.nextInt(6) > 0
                        ? null
                        : before.get(chance.nextInt(before.size())).entry().id();
        var handlings = new Handling[] {Handling.OPEN, Handling.MISSION, Handling.PROTECTION};
        return new Recorded(
                seq,
                now,
                new Entry(
                        new UUID(chance.nextLong(), chance.nextLong()),
                        UUID.randomUUID(),
                        null,
                        chance.nextInt(3) == 0 ? now.plusSeconds(chance.nextInt(8) - 5L) : null,
                        "officer",
                        Component.FORCE,
                        handlings[chance.nextInt(handlings.length)],
                        Origin.hand(),
                        superseded,
                        new Housekeeping.NoteWritten("a note")));
    }
}

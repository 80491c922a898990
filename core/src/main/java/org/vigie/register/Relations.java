package org.vigie.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.record.Facts;
import org.vigie.record.Picture;
import org.vigie.record.Recorded;

/// Folds what a picture holds of relations.
///
/// The same two, the same word, the same beginning: one relation, of which the word known last
/// holds; that is how an end is learned. Of two relations of the same pair the one that began later
/// takes the place of the other where nobody stated its end, as long as both say the same sort of
/// thing: to what an actor belongs, or how it stands to another. Two that began on the same day
/// stand side by side. Nothing is dropped: what was superseded is still there, with what superseded
/// it.
final class Relations {

    /// Words that say to what an actor belongs, or no longer belongs.
    static final Set<String> BELONGING =
            Set.of(
                    "faction-of",
                    "component-of",
                    "member-of",
                    "merged-into",
                    "split-from",
                    "left",
                    "dissolved-by");

    private record Key(String actor, String relation, String other, @Nullable LocalDate from) {}

    /// The same two, whoever is named first.
    private record Pair(String one, String two, boolean belonging) {

        static Pair of(Relation relation) {
            boolean inOrder = relation.actor().compareTo(relation.other()) <= 0;
            return new Pair(
                    inOrder ? relation.actor() : relation.other(),
                    inOrder ? relation.other() : relation.actor(),
                    BELONGING.contains(relation.relation()));
        }
    }

    private Relations() {}

    /// All relations, in order of their beginning.
    static List<Relation> of(Picture picture, LocalDate day) {
        Map<Pair, List<Relation>> pairs = new LinkedHashMap<>();
        for (var relation : stated(picture)) {
            pairs.computeIfAbsent(Pair.of(relation), pair -> new ArrayList<>()).add(relation);
        }
        var all = new ArrayList<Relation>();
        for (var ofPair : pairs.values()) {
            all.addAll(judged(ofPair, day));
        }
        all.sort(
                Comparator.comparing((Relation relation) -> relation.period().opening())
                        .thenComparingLong(relation -> relation.said().getFirst().seq()));
        return all;
    }

    private static List<Relation> stated(Picture picture) {
        Map<Key, List<Recorded>> byKey = new LinkedHashMap<>();
        for (var recorded : picture.entries(Facts.ActorRelated.class)) {
            if (recorded.body() instanceof Facts.ActorRelated related) {
                var key =
                        new Key(
                                related.actor(),
                                related.relation(),
                                related.other(),
                                related.from());
                byKey.computeIfAbsent(key, k -> new ArrayList<>()).add(recorded);
            }
        }
        var relations = new ArrayList<Relation>();
        byKey.forEach((key, entries) -> relations.add(stated(key, entries)));
        return relations;
    }

    private static Relation stated(Key key, List<Recorded> entries) {
        @Nullable LocalDate to = null;
        var said = new ArrayList<Relation.Said>();
        for (var recorded : entries) {
            if (recorded.body() instanceof Facts.ActorRelated related) {
                to = related.to();
                said.add(
                        new Relation.Said(
                                recorded.seq(),
                                Confidence.of(related.confidence()),
                                related.basis(),
                                related.note()));
            }
        }
        return new Relation(
                key.actor(),
                key.relation(),
                key.other(),
                Period.of(entries, key.from(), to),
                Relation.State.HOLDS,
                null,
                said);
    }

    private static List<Relation> judged(List<Relation> ofPair, LocalDate day) {
        var inOrder = new ArrayList<>(ofPair);
        inOrder.sort(
                Comparator.comparing((Relation relation) -> relation.period().opening())
                        .thenComparingLong(relation -> relation.latest().seq()));
        var judged = new ArrayList<Relation>();
        for (var relation : inOrder.reversed()) {
            judged.add(judged(relation, after(relation, judged, day), day));
        }
        return judged.reversed();
    }

    /// The next one of the pair that began later and by the day. Two that began together say
    /// different things of the same time: neither takes the other's place.
    private static @Nullable Relation after(
            Relation relation, List<Relation> laterFirst, LocalDate day) {
        return laterFirst.reversed().stream()
                .filter(later -> later.period().begunBy(day))
                .filter(later -> later.period().opening().isAfter(relation.period().opening()))
                .findFirst()
                .orElse(null);
    }

    private static Relation judged(Relation relation, @Nullable Relation after, LocalDate day) {
        var period = relation.period();
        var state =
                !period.begunBy(day)
                        ? Relation.State.NOT_YET
                        : period.overBefore(day)
                                ? Relation.State.ENDED
                                : after == null ? Relation.State.HOLDS : Relation.State.SUPERSEDED;
        return new Relation(
                relation.actor(),
                relation.relation(),
                relation.other(),
                period,
                state,
                state == Relation.State.SUPERSEDED ? after : null,
                relation.said());
    }
}

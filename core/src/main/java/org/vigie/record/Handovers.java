package org.vigie.record;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// The handovers of a picture, and what follows from them: who is on watch, and whose a thing is
/// that somebody had taken who has left.
///
/// The law: a signature moves what the officer who left had taken before it, all of it and nothing
/// else, to whoever signed. Nothing becomes nobody's by a handover, and nothing vanishes.
///
/// @param all in the order in which they were given
public record Handovers(List<Handover> all) {

    private static final String GIVEN = Kinds.of(Watchkeeping.HandoverGiven.class);
    private static final String SIGNED = Kinds.of(Watchkeeping.HandoverSigned.class);

    private static final Comparator<Recorded> BY_PLACE = Comparator.comparingLong(Recorded::seq);

    public Handovers {
        all = List.copyOf(all);
    }

    public static Handovers of(Picture picture) {
        // That somebody left and somebody came stays so when the words are erased.
        var entries = picture.entries().stream().filter(Handovers::moves).sorted(BY_PLACE).toList();
        Map<UUID, Recorded> signed = new LinkedHashMap<>();
        for (var entry : entries) {
            if (entry.entry().kind().equals(SIGNED)) {
                signed.putIfAbsent(entry.entry().subject(), entry);
            }
        }
        var given = entries.stream().filter(entry -> entry.entry().kind().equals(GIVEN)).toList();
        return new Handovers(
                given.stream()
                        .map(entry -> {
                            var id = entry.entry().subject();
                            var signature = Optional.ofNullable(signed.get(id));
                            return new Handover(
                                    id, entry, signature, replaced(entry, signature, given));
                        })
                        .toList());
    }

    /// Whether an entry is one of a handover, read or erased: it may move what others had taken.
    static boolean moves(Recorded entry) {
        var kind = entry.entry().kind();
        return kind.equals(GIVEN) || kind.equals(SIGNED);
    }

    private static boolean replaced(
            Recorded given, Optional<Recorded> signature, List<Recorded> all) {
        return signature.isEmpty()
                && all.stream()
                        .anyMatch(other ->
                                other.seq() > given.seq()
                                        && PostName.same(
                                                other.entry().author(), given.entry().author()));
    }

    public Optional<Handover> find(UUID id) {
        return all.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /// As it would be if nobody had signed this one.
    public Handovers unsigned(UUID id) {
        return new Handovers(
                all.stream()
                        .map(one ->
                                one.id().equals(id)
                                        ? new Handover(id, one.given(), Optional.empty(), false)
                                        : one)
                        .toList());
    }

    /// Those that nobody has signed, in the order in which they were given.
    public List<Handover> waiting() {
        return all.stream().filter(Handover::waits).toList();
    }

    /// Those that somebody signed, in the order in which they were signed.
    public List<Handover> signed() {
        return all.stream()
                .filter(one -> one.signed().isPresent())
                .sorted(Comparator.comparing(one -> one.signed().orElseThrow(), BY_PLACE))
                .toList();
    }

    /// Whose a thing is now whose last owner spoke in this entry.
    ///
    /// @param last the entry with which somebody took it, or did the last step about it
    public String ownerAfter(Recorded last) {
        var owner = last.entry().author();
        for (var one : signed()) {
            var signature = one.signed().orElseThrow();
            if (signature.seq() > last.seq() && PostName.same(one.giver(), owner)) {
                owner = signature.entry().author();
            }
        }
        return owner;
    }

    /// Somebody who is on watch.
    ///
    /// @param came the signature with which the watch was taken over; empty for somebody who gave a
    ///   handover without ever having signed one
    /// @param leaving the handover that was given and that nobody has signed yet
    public record OnWatch(String who, Optional<Recorded> came, Optional<Handover> leaving) {}

    /// Whoever has taken the watch over and has not been relieved. Who gave a handover is on watch
    /// until somebody signs it.
    public List<OnWatch> onWatch() {
        Map<String, OnWatch> on = new LinkedHashMap<>();
        var turns = new ArrayList<Recorded>();
        all.forEach(one -> turns.add(one.given()));
        signed().forEach(one -> turns.add(one.signed().orElseThrow()));
        turns.sort(BY_PLACE);
        for (var turn : turns) {
            var who = turn.entry().author();
            var name = PostName.folded(who);
            if (turn.entry().kind().equals(SIGNED)) {
                find(turn.entry().subject())
                        .map(given -> PostName.folded(given.giver()))
                        .ifPresent(on::remove);
                on.put(name, new OnWatch(who, Optional.of(turn), Optional.empty()));
            } else {
                on.putIfAbsent(name, new OnWatch(who, Optional.empty(), Optional.empty()));
            }
        }
        var waits = waiting();
        return on.values().stream()
                .map(one -> new OnWatch(one.who(), one.came(), leaving(one.who(), waits)))
                .toList();
    }

    private static Optional<Handover> leaving(String who, List<Handover> waits) {
        return waits.stream().filter(given -> PostName.same(given.giver(), who)).findFirst();
    }
}

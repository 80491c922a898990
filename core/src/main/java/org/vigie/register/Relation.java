package org.vigie.register;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How two actors stood to each other, over time, and who says so.
///
/// @param relation e.g. `faction-of`, `at-war-with`, in the words of the pack
/// @param state on the register's day
/// @param after the relation of the same two that took its place, when it was superseded
/// @param said every source's word on it that the picture holds, the latest known last
public record Relation(
        String actor,
        String relation,
        String other,
        Period period,
        State state,
        @Nullable Relation after,
        List<Said> said) {

    public Relation {
        said = List.copyOf(said);
    }

    /// How a relation stands on a day.
    public enum State {
        HOLDS,
        NOT_YET,
        ENDED,
        /// No end is stated, and a later relation of the same two took its place.
        SUPERSEDED
    }

    /// One source's word.
    ///
    /// @param seq of the ledger's entry
    public record Said(long seq, Confidence confidence, String basis, String note) {}

    /// What holds: the word that was known last.
    public Said latest() {
        return said.getLast();
    }

    public Optional<Relation> findAfter() {
        return Optional.ofNullable(after);
    }

    public boolean holds() {
        return state == State.HOLDS;
    }

    public boolean concerns(String code) {
        return actor.equals(code) || other.equals(code);
    }

    /// The one of the two that is not this one.
    public String partner(String code) {
        return actor.equals(code) ? other : actor;
    }
}

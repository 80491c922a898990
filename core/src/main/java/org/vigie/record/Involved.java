package org.vigie.record;

/// An actor's part in an incident. Order implies nothing: who attacked is said by the role alone,
/// and "unknown" is an answer.
///
/// @param actor the actor as its source writes it, or the id of a declared actor
public record Involved(Role role, String actor, ActorClass actorClass) {

    /// `SIDE_A` and `SIDE_B` are UCDP's neutral sides: they do not say who attacked.
    public enum Role {
        ATTACKER,
        TARGET,
        SIDE_A,
        SIDE_B,
        UNKNOWN
    }
}

package org.vigie.record;

/// Who knew of what, since when, on what basis. "The mission knew" is the earliest uncontested
/// entry; each component has its own.
///
/// `happenedOn` of the entry is since when they knew. `knownAt` is when the mission came to know
/// that, which may be years later: that an army post had been told at five in the afternoon stands
/// in a report of the next summer.
public sealed interface Awareness extends Body {

    /// How somebody's knowledge is known.
    enum Basis {
        LOG,
        STATEMENT,
        INFERRED
    }

    /// Somebody knew of the subject.
    ///
    /// @param who a component, a post or a lane, e.g. `mission`, `human-rights`, `social-media`;
    ///   never a private person
    /// @param byMission whether this is the mission or a part of it (else somebody outside)
    record Known(String who, boolean byMission, Basis basis, String source, String note)
            implements Awareness {}

    /// Somebody disputes an entry of knowledge (which this one names in `supersedes` without
    /// removing it from sight).
    record KnowledgeContested(java.util.UUID contested, String by, String reason)
            implements Awareness {}
}

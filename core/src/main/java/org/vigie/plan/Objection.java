package org.vigie.plan;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.Saying;
import org.vigie.record.Responses.Reason;

/// One reason why a unit cannot go.
///
/// @param rule the rule that says so, e.g. `host-clearance`
/// @param reason the code under which an officer would log that the response was not possible
/// @param why the same for a person to read
/// @param caveat the caveat behind it; null when it is none
/// @param closed the closed area behind it, which somebody may ask to be lifted; null when it is
///   none
public record Objection(
        String rule,
        Reason reason,
        Saying why,
        @Nullable Caveat caveat,
        @Nullable ClosedArea closed) {

    /// By a rule that is no closed area.
    public Objection(String rule, Reason reason, Saying why, @Nullable Caveat caveat) {
        this(rule, reason, why, caveat, null);
    }

    /// How the clearance stands that it is about; empty when it is about none. Only a refused one
    /// is a refusal by the host state: of the others somebody may still ask, or wait for the
    /// answer.
    public Optional<Clearance> findClearance() {
        return why.values().stream()
                .filter(Clearance.class::isInstance)
                .map(Clearance.class::cast)
                .findFirst();
    }

    static Objection of(String rule, Reason reason, Saying why) {
        return new Objection(rule, reason, why, null);
    }

    static Objection of(ClosedArea closed, Saying why) {
        return new Objection("closed", Reason.HOST_REFUSED, why, null, closed);
    }

    static Objection of(Caveat caveat, Saying why) {
        return new Objection("caveat", Reason.CAVEAT, why, caveat);
    }
}

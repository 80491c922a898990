package org.vigie.plan;

import java.util.Optional;
import java.util.stream.Stream;
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
/// @param whose the unit that the rule stops, where it is another than the one that cannot go: the
///   helicopters that would carry it
public record Objection(
        String rule,
        Reason reason,
        Saying why,
        @Nullable Caveat caveat,
        @Nullable ClosedArea closed,
        @Nullable Unit whose) {

    /// Of a unit that could go and is in no option.
    static final String NOT_CHOSEN = "not-chosen";

    /// Of a unit of which nobody found out whether it can go, because the search was ended.
    static final String UNDECIDED = "undecided";

    /// By a rule that is no closed area.
    public Objection(String rule, Reason reason, Saying why, @Nullable Caveat caveat) {
        this(rule, reason, why, caveat, null, null);
    }

    /// How the clearance stands that it is about; empty when it is about none. Only a refused one
    /// is a refusal by the host state: of the others somebody may still ask, or wait for the
    /// answer.
    public Optional<Clearance> findClearance() {
        return clearances(why).findFirst();
    }

    private static Stream<Clearance> clearances(Saying said) {
        return said.values().stream()
                .flatMap(value ->
                        switch (value) {
                            case Clearance clearance -> Stream.of(clearance);
                            case Saying inner -> clearances(inner);
                            default -> Stream.empty();
                        });
    }

    /// The same as the reason why another one cannot go: the rule stops who would carry it.
    Objection of(Unit carrier) {
        return of(PlanWords.CARRIER_CANNOT, carrier);
    }

    /// The same, said of those whom the carrier would carry by their name: they are not the one
    /// that cannot go.
    Objection carrying(Unit carried) {
        if (why.wording() != PlanWords.CARRIER_CANNOT) {
            return this;
        }
        var values = why.values();
        return new Objection(
                rule,
                reason,
                Saying.of(
                        PlanWords.CARRIER_CANNOT_OTHER,
                        values.getFirst(),
                        carried.name(),
                        values.getLast()),
                caveat,
                closed,
                whose);
    }

    /// The same as the reason why another one cannot go.
    ///
    /// @param how how the other one needs it, with its name and the reason
    Objection of(PlanWords how, Unit other) {
        return new Objection(
                rule, reason, Saying.of(how, other.name(), why), caveat, closed, other);
    }

    /// Whether the other one says the same.
    boolean isSaidBy(Objection other) {
        return rule.equals(other.rule()) && why.equals(other.why());
    }

    /// The unit that the rule stops.
    Unit bound(Unit excluded) {
        return whose == null ? excluded : whose;
    }

    static Objection of(String rule, Reason reason, Saying why) {
        return new Objection(rule, reason, why, null);
    }

    static Objection of(ClosedArea closed, Saying why) {
        return new Objection("closed", Reason.HOST_REFUSED, why, null, closed, null);
    }

    static Objection of(Caveat caveat, Saying why) {
        return new Objection("caveat", Reason.CAVEAT, why, caveat);
    }
}

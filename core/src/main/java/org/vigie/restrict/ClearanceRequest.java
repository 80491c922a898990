package org.vigie.restrict;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.record.DatePrecision;
import org.vigie.record.Forces.ClearanceOutcome;
import org.vigie.record.Forces.ClearanceTerms;
import org.vigie.record.Happened;
import org.vigie.record.Site;

/// One request to the host state as it was known at a moment.
///
/// @param key the number that a list from outside gave it, else its id
/// @param asked null when not stated
/// @param decisions in the order in which the mission knew them; empty while it is pending
/// @param seq the ledger's place of the request
public record ClearanceRequest(
        UUID id,
        String key,
        String kind,
        String asset,
        Site site,
        ClearanceTerms terms,
        @Nullable Happened asked,
        List<Decision> decisions,
        String note,
        long seq) {

    private static final double SECONDS_OF_A_DAY = 86_400;

    /// What was decided, when and why.
    ///
    /// @param on null when not stated
    /// @param reason empty when none was stated
    public record Decision(
            ClearanceOutcome outcome, @Nullable Happened on, String reason, long seq) {

        /// Whether the host state spoke: no answer and a withdrawal are no word of its own.
        public boolean spoken() {
            return switch (outcome) {
                case GRANTED, PARTLY_GRANTED, REFUSED -> true;
                case NO_ANSWER, WITHDRAWN -> false;
            };
        }
    }

    public ClearanceRequest {
        decisions = List.copyOf(decisions);
    }

    /// The word known last holds; empty while it is pending.
    public Optional<Decision> findDecision() {
        return decisions.isEmpty() ? Optional.empty() : Optional.of(decisions.getLast());
    }

    public boolean is(ClearanceOutcome outcome) {
        return findDecision().filter(decision -> decision.outcome() == outcome).isPresent();
    }

    /// `pending`, `refused` …
    public String outcome() {
        return findDecision()
                .map(decision -> Clearances.code(decision.outcome()))
                .orElse(Clearances.PENDING);
    }

    /// Two different words of the host state about one day: somebody must ask which holds.
    public boolean contradicted() {
        var last = findDecision();
        return last.isPresent()
                && decisions.stream()
                        .anyMatch(other ->
                                other.spoken()
                                        && last.get().spoken()
                                        && other.outcome() != last.get().outcome()
                                        && sameDay(other.on(), last.get().on()));
    }

    private static boolean sameDay(@Nullable Happened one, @Nullable Happened other) {
        return one != null && other != null && one.lastDay().equals(other.lastDay());
    }

    /// Days from asking to the host state's word; empty where either is not stated or it never
    /// spoke. Where one of the two is a day alone, whole days.
    public OptionalDouble daysToDecide() {
        var decided = findDecision().filter(Decision::spoken).map(Decision::on).orElse(null);
        if (asked == null || decided == null) {
            return OptionalDouble.empty();
        }
        boolean toTheMinute =
                asked.precision() == DatePrecision.MINUTE
                        && decided.precision() == DatePrecision.MINUTE;
        return OptionalDouble.of(
                toTheMinute
                        ? Duration.between(asked.first(), decided.first()).toSeconds()
                                / SECONDS_OF_A_DAY
                        : asked.lastDay()
                                .until(decided.lastDay(), java.time.temporal.ChronoUnit.DAYS));
    }
}

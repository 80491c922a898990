package org.vigie.restrict;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.vigie.record.Forces.ClearanceOutcome;

/// How many were asked for and what became of them. The counts add up to `asked`; what nobody
/// decided is pending and not refused.
///
/// @param contradicted how many have two different words of one day; they count by the last
/// @param timed how many the median rests on
public record Tally(
        int asked,
        int granted,
        int partlyGranted,
        int refused,
        int noAnswer,
        int withdrawn,
        int pending,
        int contradicted,
        OptionalDouble medianDays,
        int timed) {

    static Tally of(List<ClearanceRequest> requests) {
        var days =
                requests.stream()
                        .flatMapToDouble(request -> request.daysToDecide().stream())
                        .sorted()
                        .toArray();
        return new Tally(
                requests.size(),
                count(requests, ClearanceOutcome.GRANTED),
                count(requests, ClearanceOutcome.PARTLY_GRANTED),
                count(requests, ClearanceOutcome.REFUSED),
                count(requests, ClearanceOutcome.NO_ANSWER),
                count(requests, ClearanceOutcome.WITHDRAWN),
                (int) requests.stream().filter(it -> it.findDecision().isEmpty()).count(),
                (int) requests.stream().filter(ClearanceRequest::contradicted).count(),
                median(days),
                days.length);
    }

    private static int count(List<ClearanceRequest> requests, ClearanceOutcome outcome) {
        return (int) requests.stream().filter(request -> request.is(outcome)).count();
    }

    private static OptionalDouble median(double[] sorted) {
        int n = sorted.length;
        return n == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((sorted[(n - 1) / 2] + sorted[n / 2]) / 2);
    }

    /// The refused of all that were asked for, to a tenth of a per cent; empty where nothing was
    /// asked for.
    public Optional<BigDecimal> refusedShare() {
        return asked == 0
                ? Optional.empty()
                : Optional.of(
                        BigDecimal.valueOf(refused)
                                .divide(BigDecimal.valueOf(asked), 3, RoundingMode.HALF_UP));
    }

    /// The median to a tenth of a day; empty where no request has both moments.
    public Optional<BigDecimal> median() {
        return medianDays.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        BigDecimal.valueOf(medianDays.getAsDouble())
                                .setScale(1, RoundingMode.HALF_UP));
    }
}

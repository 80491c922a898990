package org.vigie.assess;

import java.util.List;
import java.util.function.Predicate;
import org.vigie.assess.Attack.Order;
import org.vigie.record.Recorded;

/// The second measure: attacks on civilians, and which of them drew a response. Never added to the
/// first, nor divided by it: a mission must not look better by logging fewer warnings.
///
/// @param known all of them
/// @param responded drew an arrival, however late
/// @param arrivedBefore an arrival certainly came before the attack
/// @param warned a warning had certainly come in before
/// @param withoutWarning none had come in before
/// @param unclear the times do not say; `warned`, `withoutWarning` and this add up to `known`
public record Attacks(
        Figure known,
        Figure responded,
        Figure arrivedBefore,
        Figure warned,
        Figure withoutWarning,
        Figure unclear) {

    /// Responded of known: the rate itself.
    public Share rate() {
        return new Share(responded, known);
    }

    static Attacks of(Cases cases) {
        var all = cases.attacks();
        return new Attacks(
                figure(Measure.ATTACKS_KNOWN, all, attack -> true),
                new Figure(
                        Measure.ATTACKS_RESPONDED,
                        all.stream()
                                .filter(attack -> attack.findArrival().isPresent())
                                .map(attack -> attack.incident().incident())
                                .toList(),
                        all.stream()
                                .flatMap(attack -> attack.findArrival().stream())
                                .map(Recorded::seq)
                                .toList()),
                figure(Measure.ATTACKS_ARRIVED_BEFORE, all, Attack::arrivedBefore),
                figure(Measure.ATTACKS_WARNED, all, attack -> attack.warned() == Order.BEFORE),
                figure(
                        Measure.ATTACKS_WITHOUT_WARNING,
                        all,
                        attack -> attack.warned() == Order.NOT_BEFORE),
                figure(Measure.ATTACKS_UNCLEAR, all, attack -> attack.warned() == Order.UNCLEAR));
    }

    private static Figure figure(Measure measure, List<Attack> all, Predicate<Attack> condition) {
        var rows = all.stream().filter(condition).toList();
        return new Figure(
                measure,
                rows.stream().map(attack -> attack.incident().incident()).toList(),
                rows.stream().map(attack -> attack.incident().seq()).toList());
    }
}

package org.vigie.plan;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vigie.geo.Saying;
import org.vigie.record.Forces.CaveatKind;

/// Whether the caveats of a unit leave it anything to do. A unit that may go nowhere is no unit,
/// and the register says so instead of letting it stand in the count.
///
/// When not to trust it: it sees rules that shut out each other or everything by their own words;
/// that no task of the day fits a unit is said by who can go.
final class NothingLeft {

    private NothingLeft() {}

    static Optional<Saying> of(Unit unit) {
        var shut =
                unit.all(CaveatKind.MAX_KM).stream()
                        .filter(caveat -> caveat.limitKm() == 0)
                        .findFirst()
                        .map(List::of)
                        .orElseGet(() -> disjoint(unit.all(CaveatKind.AREA_ONLY)));
        return shut.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Saying.of(
                                PlanWords.CAVEATS_EXCLUDE_ALL,
                                unit.name(),
                                shut.stream().map(Caveat::words).toList()));
    }

    /// Rules of areas that have none in common; empty where they have one.
    private static List<Caveat> disjoint(List<Caveat> areas) {
        if (areas.size() < 2) {
            return List.of();
        }
        var common = new HashSet<>(areasOf(areas.getFirst()));
        areas.forEach(caveat -> common.retainAll(areasOf(caveat)));
        return common.isEmpty() ? areas : List.of();
    }

    private static Set<String> areasOf(Caveat caveat) {
        return new HashSet<>(List.of(caveat.value().split("\\|", -1)));
    }
}

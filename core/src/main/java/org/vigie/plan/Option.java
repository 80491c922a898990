package org.vigie.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;

/// Units that together have everything that a task needs. It is complete when the slowest of them
/// is there.
///
/// @param units in order of their codes
/// @param earliest the whole of it is not there before
/// @param latest the whole of it is there by then, nearly always
/// @param slowest whose earliest arrival decides
/// @param assumptions of all of them
public record Option(
        List<Reach.Can> units,
        Duration earliest,
        Duration latest,
        Reach.Can slowest,
        List<String> assumptions) {

    static final Comparator<Option> SOONEST_FIRST =
            Comparator.comparing(Option::earliest)
                    .thenComparing(Option::latest)
                    .thenComparingInt(option -> option.units().size())
                    .thenComparing(Option::codes);

    public Option {
        units = List.copyOf(units);
        assumptions = List.copyOf(assumptions);
    }

    static Option of(Collection<Party> parties) {
        var units = Party.union(parties);
        var earliest = parties.stream().map(Party::earliest).max(Duration::compareTo);
        var latest = parties.stream().map(Party::latest).max(Duration::compareTo);
        var slowest = units.stream().max(Comparator.comparing(Reach.Can::earliest));
        return new Option(
                units,
                earliest.orElseThrow(),
                latest.orElseThrow(),
                slowest.orElseThrow(),
                assumptions(units));
    }

    /// `qrf+surgeons`.
    public String codes() {
        return units.stream().map(can -> can.unit().code()).collect(Collectors.joining("+"));
    }

    boolean includes(String unit) {
        return units.stream().anyMatch(can -> can.unit().code().equals(unit));
    }

    private static List<String> assumptions(List<Reach.Can> units) {
        if (units.size() == 1) {
            return units.getFirst().assumptions();
        }
        var all = new LinkedHashSet<String>();
        for (var can : units) {
            can.assumptions().forEach(one -> all.add(named(can.unit(), one)));
            if (!can.companions().isEmpty()) {
                all.add(
                        can.unit().name()
                                + " and its companions travel together, or meet before the place");
            }
        }
        return new ArrayList<>(all);
    }

    private static String named(Unit unit, String assumption) {
        return assumption.startsWith(unit.name()) ? assumption : unit.name() + ": " + assumption;
    }
}

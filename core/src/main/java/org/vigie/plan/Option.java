package org.vigie.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.vigie.geo.Saying;

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
        List<Saying> assumptions) {

    static final Comparator<Option> SOONEST_FIRST =
            Comparator.comparing(Option::earliest)
                    .thenComparing(Option::latest)
                    .thenComparingInt(option -> option.units().size())
                    .thenComparing(Option::codes);

    public Option {
        units = List.copyOf(units);
        assumptions = List.copyOf(assumptions);
    }

    /// Several parties as one option, without anybody who is not needed for it.
    static Option of(Collection<Party> parties, Task task) {
        return of(lean(union(parties), task));
    }

    /// One party as it is.
    static Option of(Party party) {
        return of(union(List.of(party)));
    }

    private static Option of(List<Reach.Can> units) {
        var earliest = units.stream().map(Reach.Can::earliest).max(Duration::compareTo);
        var latest = units.stream().map(Reach.Can::latest).max(Duration::compareTo);
        var slowest = units.stream().max(Comparator.comparing(Reach.Can::earliest));
        return new Option(
                units,
                earliest.orElseThrow(),
                latest.orElseThrow(),
                slowest.orElseThrow(),
                assumptions(units));
    }

    /// Leaves out, slowest first, whoever brings nothing that the others do not. Who carries others
    /// stays.
    private static List<Reach.Can> lean(List<Reach.Can> units, Task task) {
        var left = new ArrayList<>(units);
        for (var can :
                units.stream()
                        .sorted(Comparator.comparing(Reach.Can::latest).reversed())
                        .toList()) {
            var others = left.stream().filter(other -> !other.equals(can)).toList();
            boolean carries = others.stream().anyMatch(one -> one.isCarriedBy(can.unit().code()));
            boolean covered =
                    task.needs().stream()
                            .allMatch(need ->
                                    others.stream().anyMatch(one -> one.unit().offers(need)));
            if (!others.isEmpty() && !carries && covered && Parties.lacking(others) == null) {
                left.remove(can);
            }
        }
        return left;
    }

    /// The units of several parties, each once, by code: where two parties bring the same unit, the
    /// later arrival counts.
    private static List<Reach.Can> union(Collection<Party> parties) {
        var byCode = new TreeMap<String, Reach.Can>();
        for (var party : parties) {
            for (var member : party.members()) {
                byCode.merge(
                        member.unit().code(),
                        member,
                        (one, other) ->
                                other.earliest().compareTo(one.earliest()) > 0 ? other : one);
            }
        }
        return List.copyOf(byCode.values());
    }

    /// `qrf+surgeons`.
    public String codes() {
        return units.stream().map(can -> can.unit().code()).collect(Collectors.joining("+"));
    }

    boolean includes(String unit) {
        return units.stream().anyMatch(can -> can.unit().code().equals(unit));
    }

    private static List<Saying> assumptions(List<Reach.Can> units) {
        if (units.size() == 1) {
            return units.getFirst().assumptions();
        }
        var all = new LinkedHashSet<Saying>();
        for (var can : units) {
            can.assumptions().forEach(one -> all.add(named(can.unit(), one)));
            if (!can.companions().isEmpty()) {
                all.add(Saying.of(PlanWords.TOGETHER, can.unit().name()));
            }
        }
        return new ArrayList<>(all);
    }

    /// With the name of the unit that it is about before it, unless it begins with a name.
    private static Saying named(Unit unit, Saying assumption) {
        boolean named =
                assumption.wording() == PlanWords.OF_UNIT
                        || (assumption.wording().english().startsWith("{0}")
                                && assumption.values().getFirst().equals(unit.name()));
        return named ? assumption : Saying.of(PlanWords.OF_UNIT, unit.name(), assumption);
    }
}

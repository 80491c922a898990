package org.vigie.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.BadInput;

/// A force drawn up for one task: each unit with whether it can go, in order of their codes, and
/// the ways in which they can go together.
final class Muster {

    private final Task task;
    private final LightHours light;
    private final SortedMap<String, Reach> reaches;
    private @Nullable List<Party> parties;

    private Muster(Task task, LightHours light, SortedMap<String, Reach> reaches) {
        this.task = task;
        this.light = light;
        this.reaches = reaches;
    }

    static Muster of(Collection<Unit> units, Task task) {
        if (units.size() > Options.UNITS_MAX) {
            throw new BadInput("units", units.size(), "at most " + Options.UNITS_MAX);
        }
        return of(units, task, new LightHours(task.place()));
    }

    private static Muster of(Collection<Unit> units, Task task, LightHours light) {
        var reaches = new TreeMap<String, Reach>();
        for (var unit : units) {
            if (reaches.put(unit.code(), Rules.judge(unit, task, light)) != null) {
                throw new BadInput("code of a unit", unit.code(), "used once");
            }
        }
        return new Muster(task, light, reaches);
    }

    /// These units for the same task under other conditions.
    Muster under(Collection<Unit> units, Conditions conditions) {
        return conditions.equals(task.conditions())
                ? this
                : of(units, task.under(conditions), light);
    }

    LightHours light() {
        return light;
    }

    /// The same with one unit changed.
    Muster with(Unit changed) {
        var others = new TreeMap<>(reaches);
        others.put(changed.code(), Rules.judge(changed, task, light));
        return new Muster(task, light, others);
    }

    /// The same with several units changed; this one itself when none of them would arrive
    /// otherwise, so that nothing has to be searched again.
    Muster with(Collection<Unit> changed) {
        var others = new TreeMap<>(reaches);
        boolean different = false;
        for (var unit : changed) {
            var before = others.put(unit.code(), Rules.judge(unit, task, light));
            different |= before == null || !alike(before, reach(others, unit.code()));
        }
        return different ? new Muster(task, light, others) : this;
    }

    private static boolean alike(Reach one, Reach other) {
        if (one instanceof Reach.Can before && other instanceof Reach.Can after) {
            return before.earliest().equals(after.earliest())
                    && before.latest().equals(after.latest())
                    && before.companions().equals(after.companions());
        }
        return one instanceof Reach.Cannot && other instanceof Reach.Cannot;
    }

    /// How a unit of this force could go.
    Reach reach(String code) {
        return reach(reaches, code);
    }

    private static Reach reach(SortedMap<String, Reach> reaches, String code) {
        var reach = reaches.get(code);
        if (reach == null) {
            throw new IllegalStateException("no unit " + code);
        }
        return reach;
    }

    private Muster without(Unit gone) {
        var others = new TreeMap<>(reaches);
        others.remove(gone.code());
        return new Muster(task, light, others);
    }

    /// Whether this unit could go.
    Reach judge(Unit unit) {
        return Rules.judge(unit, task, light);
    }

    List<Reach.Can> cans() {
        return reaches.values().stream()
                .filter(Reach.Can.class::isInstance)
                .map(Reach.Can.class::cast)
                .toList();
    }

    List<Reach.Cannot> cannots() {
        return reaches.values().stream()
                .filter(Reach.Cannot.class::isInstance)
                .map(Reach.Cannot.class::cast)
                .toList();
    }

    /// Every way in which each of those who can go could go, alone or with companions, soonest
    /// first.
    List<Party> parties() {
        var known = parties;
        if (known == null) {
            var found = new Parties(cans(), task, light);
            known =
                    cans().stream()
                            .flatMap(can -> found.of(can).stream())
                            .sorted(Party.SOONEST_FIRST)
                            .toList();
            parties = known;
        }
        return known;
    }

    /// Those who could go and lead no party, each with why it has nobody with whom it could.
    List<Reach.Cannot> alone() {
        var leading = new HashSet<String>();
        parties().forEach(party -> leading.add(party.unit().unit().code()));
        var found = new Parties(cans(), task, light);
        return cans().stream()
                .filter(can -> !leading.contains(can.unit().code()))
                .map(can -> new Reach.Cannot(can.unit(), found.whyNot(can)))
                .toList();
    }

    Optional<Option> soonest() {
        return soonest(parties());
    }

    /// The soonest option if this unit could go as well. Nobody of this force may need it as a
    /// companion: its own parties alone are new then.
    Optional<Option> soonestWith(Reach.Can more) {
        var all = new ArrayList<>(parties());
        all.addAll(new Parties(cans(), task, light).of(more));
        return soonest(all);
    }

    /// The soonest option without one unit. Where nobody else goes with it, nothing has to be
    /// searched again.
    Optional<Option> soonestWithout(Unit gone) {
        var left = parties().stream().filter(party -> !party.includes(gone.code())).toList();
        boolean companion =
                parties().stream()
                        .filter(party -> !party.unit().unit().code().equals(gone.code()))
                        .anyMatch(party -> party.includes(gone.code()));
        return companion ? without(gone).soonest() : soonest(left);
    }

    private Optional<Option> soonest(List<Party> among) {
        return new Cover(among, task.needs())
                .soonest()
                .map(combination -> Option.of(combination, task));
    }
}

package org.vigie.plan;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vigie.geo.BadInput;

/// A force drawn up for one task: each unit with whether it can go, in order of their codes, and
/// the ways in which they can go together.
final class Muster {

    private final Task task;
    private final LightHours light;
    private final SortedMap<String, Reach> reaches;

    private Muster(Task task, LightHours light, SortedMap<String, Reach> reaches) {
        this.task = task;
        this.light = light;
        this.reaches = reaches;
    }

    static Muster of(Collection<Unit> units, Task task) {
        if (units.size() > Options.UNITS_MAX) {
            throw new BadInput("units", units.size(), "at most " + Options.UNITS_MAX);
        }
        var light = new LightHours(task.place());
        var reaches = new TreeMap<String, Reach>();
        for (var unit : units) {
            if (reaches.put(unit.code(), Rules.judge(unit, task, light)) != null) {
                throw new BadInput("code of a unit", unit.code(), "used once");
            }
        }
        return new Muster(task, light, reaches);
    }

    /// The same with one unit changed.
    Muster with(Unit changed) {
        var others = new TreeMap<>(reaches);
        others.put(changed.code(), Rules.judge(changed, task, light));
        return new Muster(task, light, others);
    }

    /// The same without one unit.
    Muster without(Unit gone) {
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
        var parties = new Parties(cans(), task, light);
        return cans().stream()
                .flatMap(can -> parties.of(can).stream())
                .sorted(Party.SOONEST_FIRST)
                .toList();
    }

    Optional<Option> soonest() {
        return new Cover(parties(), task.needs())
                .soonest()
                .map(combination -> Option.of(combination, task));
    }
}

package org.vigie.plan;

import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who is carried by whom, and when: asked for again and again in a search, and the same each time,
/// so that each pair is worked out once. Where some units change, all other pairs stay as they are.
final class Lifts {

    private final Task task;
    private final LightHours light;
    private final @Nullable Lifts before;
    private final Set<String> changed;

    /// Units are the same as long as nobody changes them, and told apart by that alone.
    private final IdentityHashMap<Unit, IdentityHashMap<Unit, Reach>> known =
            new IdentityHashMap<>();

    Lifts(Task task, LightHours light) {
        this(task, light, null, Set.of());
    }

    private Lifts(Task task, LightHours light, @Nullable Lifts before, Set<String> changed) {
        this.task = task;
        this.light = light;
        this.before = before;
        this.changed = changed;
    }

    /// The same where these units have changed, by their codes.
    Lifts where(Set<String> others) {
        return new Lifts(task, light, this, others);
    }

    LightHours light() {
        return light;
    }

    Task task() {
        return task;
    }

    /// The unit carried to the place in time; or why not.
    Reach carried(Unit unit, Unit lift) {
        if (before != null && !changed.contains(unit.code()) && !changed.contains(lift.code())) {
            return before.carried(unit, lift);
        }
        var by = known.computeIfAbsent(unit, one -> new IdentityHashMap<>());
        var carried = by.get(lift);
        if (carried == null) {
            carried = CarrierRules.inTime(unit, lift, task, light);
            by.put(lift, carried);
        }
        return carried;
    }
}

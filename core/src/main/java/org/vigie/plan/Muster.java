package org.vigie.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.BadInput;

/// A force drawn up for one task: each unit with whether it can go, in order of their codes, and
/// the ways in which they can go together.
final class Muster {

    private final Task task;
    private final LightHours light;
    private final SortedMap<String, Rules.Judged> judged;
    private final Map<Left, List<Party>> parties = new HashMap<>();
    private final Map<String, Reach> lifted = new HashMap<>();

    /// Who and what is left out of a search.
    private record Left(@Nullable String gone, Set<Fetch> banned) {}

    private Muster(Task task, LightHours light, SortedMap<String, Rules.Judged> judged) {
        this.task = task;
        this.light = light;
        this.judged = judged;
    }

    static Muster of(Collection<Unit> units, Task task) {
        if (units.size() > Options.UNITS_MAX) {
            throw new BadInput("units", units.size(), "at most " + Options.UNITS_MAX);
        }
        return of(units, task, new LightHours(task.place()));
    }

    private static Muster of(Collection<Unit> units, Task task, LightHours light) {
        var judged = new TreeMap<String, Rules.Judged>();
        for (var unit : units) {
            if (judged.put(unit.code(), Rules.judged(unit, task, light)) != null) {
                throw new BadInput("code of a unit", unit.code(), "used once");
            }
        }
        return new Muster(task, light, judged);
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
        var others = new TreeMap<>(judged);
        others.put(changed.code(), judge(changed));
        return new Muster(task, light, others);
    }

    /// The same with several units changed; this one itself when none of them would arrive
    /// otherwise, so that nothing has to be searched again.
    Muster with(Collection<Unit> changed) {
        var others = new TreeMap<>(judged);
        boolean different = false;
        for (var unit : changed) {
            var after = judge(unit);
            var before = others.put(unit.code(), after);
            different |= before == null || !alike(before, after) || carriesOrIsCarried(unit);
        }
        return different ? new Muster(task, light, others) : this;
    }

    /// Whether how it arrives by its own means is not all that counts.
    private boolean carriesOrIsCarried(Unit changed) {
        return changed.variants().stream().anyMatch(Unit::lifted)
                || means().anyMatch(can ->
                        can.waits()
                                && (can.unit().code().equals(changed.code())
                                        || can.unit().isLiftedBy(changed)));
    }

    private static boolean alike(Rules.Judged one, Rules.Judged other) {
        if (one.means().size() != other.means().size()) {
            return false;
        }
        for (int i = 0; i < one.means().size(); i++) {
            var before = one.means().get(i);
            var after = other.means().get(i);
            if (!before.earliest().equals(after.earliest())
                    || !before.latest().equals(after.latest())
                    || !before.companions().equals(after.companions())) {
                return false;
            }
        }
        return true;
    }

    /// How a unit of this force could go.
    Reach reach(String code) {
        return known(code).reach();
    }

    /// A unit of this force as the register has it.
    Unit unit(String code) {
        return known(code).unit();
    }

    private Rules.Judged known(String code) {
        var known = judged.get(code);
        if (known == null) {
            throw new IllegalStateException("no unit " + code);
        }
        return known;
    }

    /// Whether this unit could go.
    Rules.Judged judge(Unit unit) {
        return Rules.judged(unit, task, light);
    }

    List<Reach.Can> cans() {
        return judged.values().stream()
                .map(Rules.Judged::reach)
                .filter(Reach.Can.class::isInstance)
                .map(Reach.Can.class::cast)
                .toList();
    }

    List<Reach.Cannot> cannots() {
        return judged.values().stream()
                .map(Rules.Judged::reach)
                .filter(Reach.Cannot.class::isInstance)
                .map(Reach.Cannot.class::cast)
                .toList();
    }

    /// Those who can go, by each of the means that the rules allow them.
    Stream<Reach.Can> means() {
        return judged.values().stream().flatMap(one -> one.means().stream());
    }

    private Parties search(@Nullable String gone, Set<Fetch> banned) {
        return new Parties(
                means().filter(can -> !can.unit().code().equals(gone)).toList(),
                new Parties.Ground(task, light, lifted, false),
                banned);
    }

    /// Every way in which each of those who can go could go, alone or with companions, soonest
    /// first.
    List<Party> parties() {
        return parties(Set.of());
    }

    /// The same where some helicopters do not fetch from some bases.
    List<Party> parties(Set<Fetch> banned) {
        return parties(null, banned);
    }

    /// The same without one unit. Those with whom it would have gone, or who would have been
    /// fetched so, are searched again, and nobody else.
    List<Party> parties(@Nullable String gone, Set<Fetch> banned) {
        var asked = new Left(gone, banned);
        var known = parties.get(asked);
        if (known == null) {
            known = gone == null && banned.isEmpty() ? all() : left(gone, banned);
            parties.put(asked, known);
        }
        return known;
    }

    private List<Party> all() {
        return all(search(null, Set.of()));
    }

    /// The same by each lift that could carry them, though another were sooner.
    List<Party> partiesByEachLift() {
        var ground = new Parties.Ground(task, light, lifted, true);
        return all(new Parties(means().toList(), ground, Set.of()));
    }

    private List<Party> all(Parties search) {
        return judged.values().stream()
                .flatMap(one -> search.of(one.means()).stream())
                .sorted(Party.SOONEST_FIRST)
                .toList();
    }

    private List<Party> left(@Nullable String gone, Set<Fetch> banned) {
        var again = new TreeSet<String>();
        for (var party : parties()) {
            if ((gone != null && party.includes(gone)) || party.fetchesAny(banned)) {
                again.add(party.unit().unit().code());
            }
        }
        var left = new ArrayList<Party>();
        for (var party : parties()) {
            if (!again.contains(party.unit().unit().code())) {
                left.add(party);
            }
        }
        if (gone != null) {
            again.remove(gone);
        }
        if (!again.isEmpty()) {
            var search = search(gone, banned);
            again.forEach(leader -> left.addAll(search.of(known(leader).means())));
        }
        return left;
    }

    /// Those who could go and lead no party, each with why it has nobody with whom it could, after
    /// what stops it in its usual way.
    List<Reach.Cannot> alone() {
        var leading = new HashSet<String>();
        parties().forEach(party -> leading.add(party.unit().unit().code()));
        var found = search(null, Set.of());
        return judged.values().stream()
                .filter(one -> !one.means().isEmpty() && !leading.contains(one.unit().code()))
                .map(one ->
                        new Reach.Cannot(
                                one.unit(),
                                Stream.concat(
                                                one.usually().stream(),
                                                found.whyNot(one.means()).stream())
                                        .distinct()
                                        .toList()))
                .toList();
    }

    Optional<Option> soonest() {
        return soonest(this::parties);
    }

    /// The soonest option if this unit could go as well. Nobody of this force may need it as a
    /// companion: its own parties alone are new then.
    Optional<Option> soonestWith(String code, List<Reach.Can> means) {
        return soonest(banned -> {
            var all = new ArrayList<>(parties(banned));
            all.removeIf(party -> party.unit().unit().code().equals(code));
            all.addAll(changed(code, banned).of(means));
            return all;
        });
    }

    /// What was worked out for a unit before it changed does not hold for it.
    private Parties changed(String code, Set<Fetch> banned) {
        return new Parties(
                means().filter(can -> !can.unit().code().equals(code)).toList(),
                new Parties.Ground(task, light, new HashMap<>(), false),
                banned);
    }

    /// The soonest option without one unit.
    Optional<Option> soonestWithout(Unit gone) {
        return soonest(banned -> parties(gone.code(), banned));
    }

    private Optional<Option> soonest(Function<Set<Fetch>, List<Party>> among) {
        return new Cover(among, task.needs())
                .soonest()
                .map(combination -> Option.of(combination, task));
    }
}

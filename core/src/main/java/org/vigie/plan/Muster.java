package org.vigie.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.BadInput;

/// A force drawn up for one task: each unit with whether it can go, in order of their codes, and
/// the ways in which they can go together.
final class Muster {

    private final Task task;
    private final LightHours light;
    private final SortedMap<String, Rules.Judged> judged;
    private final Lifts lifts;
    private final Steps steps;
    private final Predicate<Party> within;
    private final Map<Asked, Drawn> drawn = new HashMap<>();

    /// Who is left out of a search, and whether only those lead who have something that is needed.
    private record Asked(@Nullable String gone, boolean needed) {}

    /// How far its searches go.
    ///
    /// @param within what is given up when it does not hold
    private record Extent(Steps steps, Predicate<Party> within) {

        Extent(Steps steps) {
            this(steps, party -> true);
        }
    }

    private Muster(Task task, SortedMap<String, Rules.Judged> judged, Lifts lifts, Extent extent) {
        this.task = task;
        this.light = lifts.light();
        this.judged = judged;
        this.lifts = lifts;
        this.steps = extent.steps();
        this.within = extent.within();
    }

    /// With steps enough for all options of one question.
    static Muster of(Collection<Unit> units, Task task) {
        return of(units, task, Steps.atMost(Steps.OPTIONS_MAX));
    }

    static Muster of(Collection<Unit> units, Task task, Steps steps) {
        if (units.size() > Options.UNITS_MAX) {
            throw new BadInput("units", units.size(), "at most " + Options.UNITS_MAX);
        }
        return of(units, task, new LightHours(task.place()), steps);
    }

    private static Muster of(Collection<Unit> units, Task task, LightHours light, Steps steps) {
        var judged = new TreeMap<String, Rules.Judged>();
        for (var unit : units) {
            if (judged.put(unit.code(), Rules.judged(unit, task, light)) != null) {
                throw new BadInput("code of a unit", unit.code(), "used once");
            }
        }
        return new Muster(task, judged, new Lifts(task, light), new Extent(steps));
    }

    /// These units for the same task under other conditions.
    Muster under(Collection<Unit> units, Conditions conditions) {
        return conditions.equals(task.conditions())
                ? this
                : of(units, task.under(conditions), light, steps.some(Steps.PRICE_MAX));
    }

    /// The same, where all parties are given up of which this does not hold.
    ///
    /// @param some steps for this one alone
    Muster within(Predicate<Party> limit, Steps some) {
        return new Muster(task, judged, lifts, new Extent(some, limit));
    }

    LightHours light() {
        return light;
    }

    Steps steps() {
        return steps;
    }

    /// The same with one unit changed.
    Muster with(Unit changed) {
        var others = new TreeMap<>(judged);
        others.put(changed.code(), judge(changed));
        return new Muster(
                task,
                others,
                lifts.where(Set.of(changed.code())),
                new Extent(steps.some(Steps.PRICE_MAX)));
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
        var codes = changed.stream().map(Unit::code).collect(Collectors.toSet());
        return different
                ? new Muster(
                        task, others, lifts.where(codes), new Extent(steps.some(Steps.PRICE_MAX)))
                : this;
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

    private Parties search(@Nullable String gone, Parties.Ground ground, Steps some) {
        return new Parties(
                means().filter(can -> !can.unit().code().equals(gone)).toList(), ground, some);
    }

    private Parties search(@Nullable String gone, Steps some) {
        return search(gone, new Parties.Ground(lifts, Parties.Keep.NONE, within, Map.of()), some);
    }

    /// Every way in which each of those who can go could go, alone or with companions, soonest
    /// first.
    List<Party> parties() {
        return drawn(null, false).parties();
    }

    /// The parties of those who have something that is needed.
    Drawn leading() {
        return drawn(null, true);
    }

    /// The same by each lift that could carry them, though another were sooner.
    Drawn partiesByEachLift() {
        var ground = new Parties.Ground(lifts, Parties.Keep.EACH_LIFT);
        return drawn(search(null, ground, steps.half()), leaders(null, false));
    }

    /// The same as far as the search went.
    ///
    /// @param gone a unit that cannot go, by its code
    /// @param needed whether only those lead who have something that is needed
    private Drawn drawn(@Nullable String gone, boolean needed) {
        var all = drawn.get(new Asked(gone, false));
        if (all != null) {
            return all;
        }
        var asked = new Asked(gone, needed);
        var known = drawn.get(asked);
        if (known == null) {
            known =
                    gone == null
                            ? drawn(search(null, steps.half()), leaders(null, needed))
                            : left(gone, needed);
            drawn.put(asked, known);
        }
        return known;
    }

    /// Those who could lead a party, the soonest first by their own: where the search is ended, it
    /// is ended for the last.
    private List<Rules.Judged> leaders(@Nullable String gone, boolean needed) {
        boolean all = !needed || task.needs().isEmpty();
        return judged.values().stream()
                .filter(one -> !one.means().isEmpty() && !one.unit().code().equals(gone))
                .filter(one -> all || task.needs().stream().anyMatch(one.unit()::offers))
                .sorted(Comparator.comparing(one -> one.means().getFirst().earliest()))
                .toList();
    }

    private static Drawn drawn(Parties search, List<Rules.Judged> leaders) {
        return drawn(search, leaders, new ArrayList<>(), new HashMap<>());
    }

    /// @param parties those that are known
    private static Drawn drawn(
            Parties search,
            List<Rules.Judged> leaders,
            List<Party> parties,
            Map<String, Drawn.Cut> cut) {
        for (var leader : leaders) {
            parties.addAll(search.of(leader.means()));
            if (search.wasCut()) {
                search.notBefore(leader.means())
                        .ifPresent(first ->
                                cut.put(leader.unit().code(), new Drawn.Cut(leader.unit(), first)));
            }
        }
        parties.sort(Party.SOONEST_FIRST);
        return new Drawn(parties, cut);
    }

    /// Without one unit: those with whom it would have gone are searched again, and nobody else.
    private Drawn left(String gone, boolean needed) {
        var before = drawn(null, needed);
        var again = new TreeSet<>(before.cut().keySet());
        for (var party : before.parties()) {
            if (party.includes(gone)) {
                again.add(party.unit().unit().code());
            }
        }
        again.remove(gone);
        var kept = new ArrayList<Party>();
        for (var party : before.parties()) {
            var leader = party.unit().unit().code();
            if (!leader.equals(gone) && !again.contains(leader)) {
                kept.add(party);
            }
        }
        return again.isEmpty()
                ? new Drawn(kept, Map.of())
                : drawn(
                        search(gone, steps.some(Steps.PRICE_MAX)),
                        leaders(gone, needed).stream()
                                .filter(one -> again.contains(one.unit().code()))
                                .toList(),
                        kept,
                        new HashMap<>());
    }

    /// Those who could go and lead no party, each with why it has nobody with whom it could, after
    /// what stops it in its usual way.
    List<Reach.Cannot> alone() {
        var known = drawn(null, false);
        var leading = new HashSet<String>();
        known.parties().forEach(party -> leading.add(party.unit().unit().code()));
        var found = search(null, steps.half());
        var alone = new ArrayList<Reach.Cannot>();
        for (var one : judged.values()) {
            var code = one.unit().code();
            if (!one.means().isEmpty() && !leading.contains(code)) {
                var objections = new LinkedHashSet<>(one.usually());
                objections.addAll(found.whyNot(one.means()));
                if (known.cut().containsKey(code)) {
                    objections.add(Companions.undecided());
                }
                alone.add(new Reach.Cannot(one.unit(), List.copyOf(objections)));
            }
        }
        return alone;
    }

    /// Whether somebody who has this could go at all, alone or with companions; also where nobody
    /// went through all of them.
    boolean hasParty(String need) {
        var search = search(null, steps);
        for (var one : judged.values()) {
            if (!one.means().isEmpty() && one.unit().offers(need)) {
                if (!search.of(one.means()).isEmpty() || search.wasCut()) {
                    return true;
                }
            }
        }
        return false;
    }

    Soonest soonest() {
        return soonest(null);
    }

    /// The soonest option without one unit.
    Soonest soonestWithout(Unit gone) {
        return soonest(gone.code());
    }

    private Soonest soonest(@Nullable String gone) {
        var found = cover(gone, task.needs()).soonest();
        return new Soonest(
                found.combination().map(combination -> Option.of(combination, task)),
                found.proof());
    }

    /// What parties of this force have of some needs.
    ///
    /// @param gone a unit that cannot go, by its code
    Cover cover(@Nullable String gone, Collection<String> needs) {
        return new Cover(new Among(gone), needs, steps.some(Steps.COVER_MAX));
    }

    /// Where the combinations come from.
    private final class Among implements Drawn.Source {

        private final @Nullable String gone;

        Among(@Nullable String gone) {
            this.gone = gone;
        }

        @Override
        public Drawn soonest() {
            return drawn(gone, true);
        }

        @Override
        public Drawn byEachFetch(Predicate<Party> limit, Steps some) {
            var ground =
                    new Parties.Ground(lifts, Parties.Keep.EACH_FETCH, limit.and(within), Map.of());
            return drawn(search(gone, ground, some), leaders(gone, true));
        }

        @Override
        public List<Party> fetching(
                Collection<String> leaders, Map<String, String> from, Steps some) {
            var ground = new Parties.Ground(lifts, Parties.Keep.NONE, within, from);
            var search = search(gone, ground, some);
            var found = new ArrayList<Party>();
            for (var leader : leaders) {
                found.addAll(search.of(known(leader).means()));
            }
            return found;
        }
    }
}

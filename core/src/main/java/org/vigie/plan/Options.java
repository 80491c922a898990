package org.vigie.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.vigie.geo.Saying;
import org.vigie.record.Responses.Reason;

/// Who could do a task, alone or together, soonest first; who could not, and why.
///
/// What it means to an officer: the first option is complete before any other. Among the rest is
/// the one that is surest, every unit that could do it alone, and, for each unit of the first
/// option, what would be left if that unit could not go after all.
///
/// When it must not be trusted: see [Reach]. Nobody asked the units, and other tasks that they may
/// have are not known here.
///
/// @param options soonest first; empty when nobody has what is needed
/// @param excluded everybody who is in no option: because they cannot go, cannot go alone, have
///   nothing of what is needed, or because others are chosen ([Reach.Cannot#couldGo])
/// @param uncovered needs that nobody who can go has, or that nobody could bring together with the
///   others
/// @param partial when some needs are uncovered: who could bring the others, soonest first
/// @param apart why the needs could be met one by one, and not together; empty where that is not so
/// @param taskForce the six parts of a mobile task force for the same place
/// @param notes what an officer must know before deciding
/// @param proof whether the first option is proven to be the soonest, or that none exists
public record Options(
        Task task,
        List<Option> options,
        List<Reach.Cannot> excluded,
        List<String> uncovered,
        List<Option> partial,
        Optional<Saying> apart,
        TaskForce taskForce,
        List<Saying> notes,
        Proof proof) {

    /// One mission has fewer units that could be sent to one place; it also bounds the search.
    public static final int UNITS_MAX = 256;

    /// More would not be read in time.
    static final int OPTIONS_MAX = 12;

    /// More is the business of the page of restrictions.
    private static final int NOTES_OF_LIMITS_MAX = 5;

    public Options {
        options = List.copyOf(options);
        excluded = List.copyOf(excluded);
        uncovered = List.copyOf(uncovered);
        partial = List.copyOf(partial);
        notes = List.copyOf(notes);
    }

    /// Works out the options. Exact; the same units and task give the same answer.
    public static Options forTask(Collection<Unit> units, Task task) {
        var muster = Muster.of(units, task);
        var parties = muster.parties();
        var excluded = new TreeMap<String, Reach.Cannot>();
        var carriers = new HashSet<String>();
        units.forEach(unit -> carriers.addAll(unit.companions()));
        for (var cannot : muster.cannots()) {
            boolean useless =
                    hasNothing(cannot.unit(), task)
                            && carriers.stream().noneMatch(cannot.unit()::offers);
            excluded.put(
                    cannot.unit().code(), useless ? cannot.withOne(nothingNeeded(task)) : cannot);
        }
        muster.alone().forEach(one -> excluded.put(one.unit().code(), one));
        var taskForce = TaskForce.of(parties, excluded.values());
        var soonest = muster.cover(null, task.needs()).soonest();
        var options = options(muster, task, soonest);
        var nobody = uncovered(parties, task);
        boolean torn =
                options.isEmpty()
                        && nobody.isEmpty()
                        && !parties.isEmpty()
                        && soonest.proof().proven();
        var together = torn ? Together.of(muster, task) : null;
        var uncovered = together == null ? nobody : together.left();
        var partial = partial(muster, task, uncovered);
        var left = new LeftOut(task, options.isEmpty() ? partial : options, uncovered);
        left.of(muster).forEach(one -> excluded.putIfAbsent(one.unit().code(), one));
        return new Options(
                task,
                options,
                List.copyOf(excluded.values()),
                uncovered,
                partial,
                Optional.ofNullable(together).map(Together::why),
                taskForce,
                notes(task, together == null || together.proven()),
                soonest.proof());
    }

    /// The option that is complete first.
    public Optional<Option> findSoonest() {
        return options.stream().findFirst();
    }

    private static List<Option> options(Muster muster, Task task, Cover.Found first) {
        var parties = muster.parties();
        var found = new ArrayList<List<Party>>();
        var soonest = first.combination();
        if (soonest.isEmpty()) {
            return List.of();
        }
        found.add(soonest.get());
        muster.cover(null, task.needs()).surest().combination().ifPresent(found::add);
        for (var can : Option.of(soonest.get(), task).units()) {
            muster.cover(can.unit().code(), task.needs())
                    .soonest()
                    .combination()
                    .ifPresent(found::add);
        }
        parties.stream()
                .filter(party -> task.needs().stream().allMatch(party::offers))
                .forEach(party -> found.add(List.of(party)));
        Map<String, Option> distinct = new LinkedHashMap<>();
        for (var combination : found) {
            var option = Option.of(combination, task);
            distinct.merge(
                    option.codes(),
                    option,
                    (one, other) -> Option.SOONEST_FIRST.compare(one, other) <= 0 ? one : other);
        }
        return distinct.values().stream().sorted(Option.SOONEST_FIRST).limit(OPTIONS_MAX).toList();
    }

    /// An officer must not read "nobody" when the infantry could go and only the surgeons cannot.
    private static List<Option> partial(Muster muster, Task task, List<String> uncovered) {
        var covered = task.needs().stream().filter(need -> !uncovered.contains(need)).toList();
        return uncovered.isEmpty() || covered.isEmpty()
                ? List.of()
                : options(muster, task.needing(covered), muster.cover(null, covered).soonest());
    }

    private static List<String> uncovered(List<Party> parties, Task task) {
        return task.needs().stream()
                .filter(need -> parties.stream().noneMatch(party -> party.offers(need)))
                .toList();
    }

    static boolean hasNothing(Unit unit, Task task) {
        return !task.needs().isEmpty() && task.needs().stream().noneMatch(unit::offers);
    }

    static Objection nothingNeeded(Task task) {
        return Objection.of(
                "need",
                Reason.NO_UNIT_IN_REACH,
                Saying.of(PlanWords.NOTHING_NEEDED, Saying.Term.all(task.needs())));
    }

    /// @param fewest whether what is left out is as little as can be
    private static List<Saying> notes(Task task, boolean fewest) {
        var notes = new ArrayList<Saying>();
        notes.add(Saying.of(PlanWords.ADVICE));
        if (!fewest) {
            notes.add(Saying.of(PlanWords.LEFT_OUT_NOT_PROVEN));
        }
        if (task.conditions().hostForceInvolved()) {
            notes.add(Saying.of(PlanWords.HOST_FORCE));
        }
        if (!task.conditions().flight().allows()) {
            notes.add(Saying.of(PlanWords.FLIGHTS_STAND, task.conditions().flight()));
        }
        task.conditions().limits().closed().stream()
                .filter(area -> area.begun(task.when()) && area.reachUnknown(task))
                .limit(NOTES_OF_LIMITS_MAX)
                .map(area -> Saying.of(PlanWords.LIMIT_REACH_UNKNOWN, area.words()))
                .forEach(notes::add);
        return notes;
    }
}

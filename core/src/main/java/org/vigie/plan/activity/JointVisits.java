package org.vigie.plan.activity;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.vigie.record.Activities;

/// Which visits to one settlement should go together, on which day, and who leads.
///
/// What it computes: of all ways to part the visits into joint ones, the one in which people answer
/// the fewest questions; of those, the fewest visits; then the fewest without a patrol where there
/// is a threat; then the fewest days moved. Up to [#EXACT_MAX] visits exactly, by a table over all
/// sets of visits; above that by joining again and again the two that gain most, with the distance
/// to the bound said.
///
/// What it means to an officer: a proposal. A visit that must be alone, that is done with another
/// force, or that would have to be moved too far, is joined with none; an investigation never is.
///
/// When it must not be trusted: it supposes that the same people can be met together, and does not
/// know how long a question takes. Source: set partitioning by dynamic programming over subsets
/// (Held and Karp 1962 for the technique). Cost: 3^n steps, a tenth of a second at twelve.
final class JointVisits {

    /// As many are parted exactly.
    static final int EXACT_MAX = 12;

    /// More visits to one settlement within weeks are nobody's plan: those after stay as they are.
    private static final int VISITS_MAX = 100;

    private static final Comparator<Cost> CHEAPER =
            Comparator.comparingLong(Cost::questions)
                    .thenComparingInt(Cost::visits)
                    .thenComparingInt(Cost::open)
                    .thenComparingLong(Cost::moved);

    private final Terms terms;
    private final List<Activity> visits;
    private final Map<List<Integer>, Optional<JointVisit>> known = new HashMap<>();

    /// What a joint visit has to keep to.
    ///
    /// @param earliest the first day on which one may be; null where any will do
    /// @param patrols those that could cover one
    /// @param unsafe whether a visit then and there needs a patrol
    /// @param closed whether the mission cannot be there then
    record Terms(
            PlanLimits limits,
            @Nullable LocalDate earliest,
            List<Activity> patrols,
            Predicate<Activity> unsafe,
            Predicate<Activity> closed) {

        Optional<Activity> covering(Activity visit) {
            return patrols.stream()
                    .filter(patrol ->
                            patrol.within(visit, limits.coverKm())
                                    && !patrol.from().isAfter(visit.from())
                                    && !patrol.to().isBefore(visit.to()))
                    .findFirst();
        }
    }

    private record Cost(long questions, int visits, int open, long moved) {

        static final Cost NONE = new Cost(0, 0, 0, 0);

        Cost plus(Cost other) {
            return new Cost(
                    questions + other.questions,
                    visits + other.visits,
                    open + other.open,
                    moved + other.moved);
        }
    }

    private JointVisits(Terms terms, List<Activity> visits) {
        this.terms = terms;
        this.visits = visits.stream().sorted(Plan.EARLIEST_FIRST).toList();
    }

    /// The best way to go, each visit in exactly one of the joint ones.
    static Proposal.Merge of(List<Activity> visits, Terms terms) {
        var search = new JointVisits(terms, visits);
        boolean exact = visits.size() <= EXACT_MAX;
        var parts = exact ? search.exactly() : search.greedily();
        var found = new ArrayList<JointVisit>();
        parts.forEach(part -> found.add(search.visit(part).orElseThrow()));
        found.sort(
                Comparator.comparing(JointVisit::from).thenComparing(visit -> visit.lead().key()));
        long after = found.stream().mapToLong(JointVisit::after).sum();
        return new Proposal.Merge(found, exact, exact ? after : search.bound());
    }

    /// No way of going together asks people less: each question by itself, of groups as large as
    /// allowed, those who ask most people of it in one group; what is joined with none in full.
    private long bound() {
        long bound = 0;
        Map<String, List<Integer>> people = new TreeMap<>();
        for (var visit : visits) {
            if (joinable(visit) && visit.asks()) {
                for (var question : visit.questions()) {
                    people.computeIfAbsent(question, of -> new ArrayList<>())
                            .add(visit.asking().people());
                }
            } else {
                bound += visit.personQuestions();
            }
        }
        for (var asked : people.values()) {
            asked.sort(Comparator.reverseOrder());
            for (int i = 0; i < asked.size(); i += terms.limits().joinMax()) {
                bound += asked.get(i);
            }
        }
        return bound;
    }

    private List<List<Integer>> exactly() {
        int all = (1 << visits.size()) - 1;
        var cost = new ArrayList<@Nullable Cost>();
        for (int mask = 0; mask <= all; mask++) {
            cost.add(mask == 0 ? Cost.NONE : visit(members(mask)).map(this::cost).orElse(null));
        }
        var best = new Cost[all + 1];
        int[] taken = new int[all + 1];
        best[0] = Cost.NONE;
        for (int mask = 1; mask <= all; mask++) {
            int lowest = Integer.lowestOneBit(mask);
            for (int part = mask; part > 0; part = (part - 1) & mask) {
                var own = (part & lowest) == 0 ? null : cost.get(part);
                if (own != null) {
                    var whole = own.plus(best[mask ^ part]);
                    if (taken[mask] == 0 || CHEAPER.compare(whole, best[mask]) < 0) {
                        best[mask] = whole;
                        taken[mask] = part;
                    }
                }
            }
        }
        var parts = new ArrayList<List<Integer>>();
        for (int left = all; left > 0; left ^= taken[left]) {
            parts.add(members(taken[left]));
        }
        return parts;
    }

    private static List<Integer> members(int mask) {
        var members = new ArrayList<Integer>();
        for (int i = 0; mask >> i > 0; i++) {
            if ((mask >> i & 1) == 1) {
                members.add(i);
            }
        }
        return members;
    }

    /// The better of two ways that are quick: joining the two parts that gain most, again and
    /// again; or putting one visit after the other where it gains most.
    private List<List<Integer>> greedily() {
        int count = Math.min(visits.size(), VISITS_MAX);
        var joined = joinedByPairs(count);
        var put = putOneByOne(count);
        var best = CHEAPER.compare(sum(put), sum(joined)) < 0 ? put : joined;
        for (int i = count; i < visits.size(); i++) {
            best.add(List.of(i));
        }
        return best;
    }

    private Cost sum(List<List<Integer>> parts) {
        return parts.stream()
                .map(part -> cost(visit(part).orElseThrow()))
                .reduce(Cost.NONE, Cost::plus);
    }

    private List<List<Integer>> joinedByPairs(int count) {
        var parts = new ArrayList<List<Integer>>();
        for (int i = 0; i < count; i++) {
            parts.add(List.of(i));
        }
        var step = gainingMost(parts);
        while (step.isPresent()) {
            parts.remove(step.get().second());
            parts.remove(step.get().first());
            parts.add(step.get().joined());
            step = gainingMost(parts);
        }
        return parts;
    }

    private List<List<Integer>> putOneByOne(int count) {
        var parts = new ArrayList<List<Integer>>();
        for (int i = 0; i < count; i++) {
            parts.add(List.of(i));
            @Nullable Step best = null;
            for (int part = 0; part < parts.size() - 1; part++) {
                var step = step(parts, part, parts.size() - 1);
                if (step != null && (best == null || gains(step, best))) {
                    best = step;
                }
            }
            if (best != null && CHEAPER.compare(best.change(), Cost.NONE) < 0) {
                parts.removeLast();
                parts.set(best.first(), best.joined());
            }
        }
        return parts;
    }

    private static boolean gains(Step step, Step other) {
        return CHEAPER.compare(step.change(), other.change()) < 0;
    }

    /// Two parts that go together, by their places in the list, the second the higher one.
    private record Step(int first, int second, List<Integer> joined, Cost change) {}

    private Optional<Step> gainingMost(List<List<Integer>> parts) {
        @Nullable Step best = null;
        for (int i = 0; i < parts.size(); i++) {
            for (int j = i + 1; j < parts.size(); j++) {
                var step = step(parts, i, j);
                if (step != null
                        && CHEAPER.compare(step.change(), Cost.NONE) < 0
                        && (best == null || gains(step, best))) {
                    best = step;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    private @Nullable Step step(List<List<Integer>> parts, int i, int j) {
        var joined = new ArrayList<>(parts.get(i));
        joined.addAll(parts.get(j));
        joined.sort(Comparator.naturalOrder());
        var visit = visit(joined);
        if (visit.isEmpty()) {
            return null;
        }
        var after = cost(visit.get());
        var before =
                cost(visit(parts.get(i)).orElseThrow())
                        .plus(cost(visit(parts.get(j)).orElseThrow()));
        var change =
                new Cost(
                        after.questions() - before.questions(),
                        after.visits() - before.visits(),
                        after.open() - before.open(),
                        after.moved() - before.moved());
        return new Step(i, j, joined, change);
    }

    private Cost cost(JointVisit visit) {
        boolean open =
                visit.covered() == null && terms.unsafe().test(visit.lead().at(visit.from()));
        return new Cost(visit.after(), 1, open ? 1 : 0, visit.daysMoved());
    }

    /// These together, on their best day; empty where they cannot go together.
    private Optional<JointVisit> visit(List<Integer> members) {
        return known.computeIfAbsent(
                members, of -> together(of.stream().map(visits::get).toList()));
    }

    private Optional<JointVisit> together(List<Activity> members) {
        if (members.size() == 1) {
            var only = members.getFirst();
            return Optional.of(on(members, only.from(), only.to()));
        }
        return mayGoTogether(members)
                ? days(members).stream()
                        .map(day -> on(members, day))
                        .min(
                                Comparator.comparingInt(this::notGood)
                                        .thenComparingLong(JointVisit::daysMoved)
                                        .thenComparing(JointVisit::from))
                : Optional.empty();
    }

    private int notGood(JointVisit visit) {
        boolean closed = terms.closed().test(visit.lead().at(visit.from()));
        return (closed ? 2 : 0) + cost(visit).open();
    }

    private boolean mayGoTogether(List<Activity> members) {
        var first = members.getFirst();
        return members.size() <= terms.limits().joinMax()
                && members.stream()
                        .allMatch(one ->
                                joinable(one)
                                        && one.sameSettlement(first)
                                        && one.support()
                                                .withForce()
                                                .strip()
                                                .equalsIgnoreCase(
                                                        first.support().withForce().strip()));
    }

    /// Whether it may be joined with others at all: interviews of investigators are confidential.
    static boolean joinable(Activity one) {
        return !one.asking().alone()
                && (one.kind() == Activities.Kind.VISIT || one.kind() == Activities.Kind.MEDIATION);
    }

    /// The days to which all of them may be moved: those between the first and the last of them,
    /// and those on which a patrol is there.
    private List<LocalDate> days(List<Activity> members) {
        var first = members.stream().map(Activity::day).min(LocalDate::compareTo).orElseThrow();
        var last = members.stream().map(Activity::day).max(LocalDate::compareTo).orElseThrow();
        var from = last.minusDays(terms.limits().moveDays());
        var to = first.plusDays(terms.limits().moveDays());
        var days = new TreeSet<LocalDate>();
        first.datesUntil(last.plusDays(1)).forEach(days::add);
        terms.patrols().stream()
                .filter(patrol -> patrol.within(members.getFirst(), terms.limits().coverKm()))
                .forEach(patrol -> days.add(patrol.day()));
        var earliest = terms.earliest();
        days.removeIf(day ->
                day.isBefore(from)
                        || day.isAfter(to)
                        || (earliest != null && day.isBefore(earliest)));
        return List.copyOf(days);
    }

    /// At the hour of whoever leads, or within the hours of a patrol of that day.
    private JointVisit on(List<Activity> members, LocalDate day) {
        var lead = lead(members);
        long seconds =
                members.stream()
                        .mapToLong(one -> ChronoUnit.SECONDS.between(one.from(), one.to()))
                        .max()
                        .orElse(0);
        var start = lead.from().plus(ChronoUnit.DAYS.between(lead.day(), day), ChronoUnit.DAYS);
        var alone = on(members, start, start.plusSeconds(seconds));
        if (alone.covered() != null) {
            return alone;
        }
        for (var patrol : terms.patrols()) {
            if (LocalDate.ofInstant(patrol.from(), ZoneOffset.UTC).equals(day)) {
                var covered = on(members, patrol.from(), patrol.from().plusSeconds(seconds));
                if (covered.covered() != null) {
                    return covered;
                }
            }
        }
        return alone;
    }

    private JointVisit on(List<Activity> members, Instant from, Instant to) {
        var lead = lead(members);
        var day = LocalDate.ofInstant(from, ZoneOffset.UTC);
        var whole =
                new Activity(
                        lead.id(),
                        lead.key(),
                        lead.kind(),
                        lead.owner(),
                        lead.lead(),
                        lead.mandateTask(),
                        lead.site(),
                        from,
                        to,
                        lead.asking(),
                        lead.support(),
                        lead.state(),
                        lead.note(),
                        lead.seq());
        return new JointVisit(
                members,
                lead,
                from,
                to,
                QuestionSets.joint(members),
                QuestionSets.apart(members),
                QuestionSets.together(members),
                terms.covering(whole).orElse(null),
                members.stream()
                        .mapToLong(one -> Math.abs(ChronoUnit.DAYS.between(one.day(), day)))
                        .sum());
    }

    /// Whoever asks most questions; of several, of most people; then the earliest.
    private static Activity lead(List<Activity> members) {
        return members.stream()
                .max(
                        Comparator.comparingInt((Activity one) -> one.questions().size())
                                .thenComparingInt(one -> one.asking().people())
                                .thenComparing(Plan.EARLIEST_FIRST.reversed()))
                .orElseThrow();
    }
}

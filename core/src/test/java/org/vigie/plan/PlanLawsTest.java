package org.vigie.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.Mode;
import org.vigie.geo.Position;
import org.vigie.geo.RouteState;
import org.vigie.geo.RouteState.Danger;
import org.vigie.geo.RouteState.Season;
import org.vigie.geo.RouteState.Surface;
import org.vigie.geo.SpeedRange;
import org.vigie.record.Forces.CaveatKind;
import org.vigie.record.Forces.Part;

/// What must hold of any force and any task.
class PlanLawsTest {

    private static final List<String> WORDS = List.of("infantry", "medical", "escort");

    @Property(tries = 400)
    void lifting_a_caveat_never_makes_a_unit_later(
            @ForAll("forces") List<Unit> force, @ForAll("tasks") Task task) {
        for (var unit : force) {
            for (var caveat : unit.caveats()) {
                notLater(Reach.of(unit.without(caveat), task), Reach.of(unit, task));
            }
        }
    }

    @Property(tries = 200)
    void lifting_a_caveat_never_makes_the_soonest_option_later(
            @ForAll("forces") List<Unit> force, @ForAll("tasks") Task task) {
        var free = force.stream().map(unit -> unit.withCaveats(List.of())).toList();
        notLater(soonest(free, task), soonest(force, task));
    }

    @Property(tries = 200)
    void refusing_a_clearance_never_makes_an_option_sooner(
            @ForAll("forces") List<Unit> force, @ForAll("tasks") Task task) {
        var refused = task.under(task.conditions().withFlight(Clearance.REFUSED));
        var granted = task.under(task.conditions().withFlight(Clearance.GRANTED));
        notLater(soonest(force, granted), soonest(force, refused));
    }

    @Property(tries = 400)
    void a_worse_way_never_arrives_earlier(
            @ForAll("forces") List<Unit> force, @ForAll("tasks") Task task) {
        var way = task.conditions().route();
        var calm = new RouteState(way.surface(), way.season(), Danger.CALM, way.escorted());
        var contested =
                new RouteState(way.surface(), way.season(), Danger.CONTESTED, way.escorted());
        for (var unit : force) {
            notLater(
                    Reach.of(unit, task.under(task.conditions().withRoute(calm))),
                    Reach.of(unit, task.under(task.conditions().withRoute(contested))));
        }
    }

    @Property(tries = 200)
    void the_order_in_which_units_are_listed_changes_nothing(
            @ForAll("forces") List<Unit> force, @ForAll("tasks") Task task, @ForAll Random random) {
        var shuffled = new ArrayList<>(force);
        Collections.shuffle(shuffled, random);
        assertEquals(Options.forTask(force, task), Options.forTask(shuffled, task));
    }

    @Property(tries = 200)
    void every_unit_is_in_an_option_or_has_a_reason(
            @ForAll("forces") List<Unit> force, @ForAll("tasks") Task task) {
        var options = Options.forTask(force, task);
        for (var unit : force) {
            boolean shown =
                    options.options().stream().anyMatch(option -> option.includes(unit.code()))
                            || options.partial().stream()
                                    .anyMatch(option -> option.includes(unit.code()));
            boolean excluded =
                    options.excluded().stream().anyMatch(other -> other.unit().equals(unit));
            assertTrue(shown != excluded, unit.code() + " is lost, or told twice");
        }
    }

    @Property(tries = 400)
    void the_soonest_option_is_the_best_of_all_subsets(
            @ForAll("forces") List<Unit> force, @ForAll("tasks") Task task) {
        assertEquals(
                bestOfAllSubsets(force, task),
                Options.forTask(force, task)
                        .findSoonest()
                        .map(option -> List.of(option.earliest(), option.latest())));
    }

    @Property(tries = 300)
    void every_price_is_the_difference_that_trying_all_subsets_finds(
            @ForAll("forces") List<Unit> force, @ForAll("tasks") Task task) {
        var now = bestOfAllSubsets(force, task);
        var options = Options.forTask(force, task);
        var prices = Prices.of(force, options);
        for (var cannot : options.excluded()) {
            for (var price : prices.of(cannot.unit())) {
                var freed = freedOf(price.rule(), cannot.unit(), force, task);
                assertEquals(
                        freed.flatMap(free -> now.map(tied -> minutes(tied, free))),
                        Optional.ofNullable(price.earliestMinutes())
                                .filter(any -> now.isPresent() && freed.isPresent())
                                .map(any ->
                                        List.of(price.earliestMinutes(), price.latestMinutes())),
                        () -> price + " of " + cannot.unit());
            }
        }
    }

    @Property(tries = 300)
    void nothing_is_complete_before_the_lower_bound_whatever_rule_is_lifted(
            @ForAll("forces") List<Unit> force, @ForAll("tasks") Task task) {
        var options = Options.forTask(force, task);
        var bound = LowerBound.of(force, task);
        var possible = new ArrayList<Optional<List<Duration>>>();
        possible.add(bestOfAllSubsets(force, task));
        for (var cannot : options.excluded()) {
            for (var rule : cannot.objections()) {
                possible.add(freedOf(rule, cannot.unit(), force, task));
            }
        }
        for (var arrival : possible) {
            if (arrival.isPresent()) {
                assertTrue(bound.earliest() != null && bound.latest() != null);
                assertTrue(bound.earliest().compareTo(arrival.get().get(0)) <= 0);
                assertTrue(bound.latest().compareTo(arrival.get().get(1)) <= 0);
            }
        }
    }

    @Property(tries = 200)
    void the_lower_bound_is_what_a_force_without_any_rule_would_need(
            @ForAll("forces") List<Unit> force, @ForAll("tasks") Task task) {
        var free =
                force.stream()
                        .map(unit ->
                                unit.withCaveats(List.of())
                                        .byNight()
                                        .readyAfter(Duration.ZERO, Duration.ZERO))
                        .toList();
        var easy =
                new Task(
                        task.placeName(),
                        task.place(),
                        task.areas(),
                        task.when(),
                        null,
                        task.needs(),
                        task.conditions().withFlight(Clearance.GRANTED));
        assertEquals(
                bestOfAllSubsets(free, easy).map(arrival -> arrival.get(0)),
                Optional.ofNullable(LowerBound.of(force, task).earliest()));
    }

    private static List<Long> minutes(List<Duration> tied, List<Duration> free) {
        return List.of(
                tied.get(0).minus(free.get(0)).toMinutes(),
                tied.get(1).minus(free.get(1)).toMinutes());
    }

    /// The best of all subsets if this rule did not hold; of rules that nobody can lift, as now.
    private static Optional<List<Duration>> freedOf(
            Objection rule, Unit unit, List<Unit> force, Task task) {
        var caveats = new ArrayList<>(unit.caveats());
        return switch (rule.rule()) {
            case "host-clearance" ->
                    bestOfAllSubsets(
                            force, task.under(task.conditions().withFlight(Clearance.GRANTED)));
            case "caveat" -> {
                caveats.remove(rule.caveat());
                yield with(unit.withCaveats(caveats), force, task);
            }
            case "night" -> {
                caveats.removeIf(caveat -> caveat.kind() == CaveatKind.DAY_ONLY);
                yield with(unit.withCaveats(caveats).byNight(), force, task);
            }
            case "capital" -> {
                caveats.removeIf(caveat -> caveat.kind() == CaveatKind.ASK_CAPITAL);
                yield with(unit.withCaveats(caveats), force, task);
            }
            case "companions" -> {
                caveats.removeIf(caveat -> caveat.kind() == CaveatKind.NEEDS_ESCORT);
                yield with(unit.withCaveats(caveats), force, task);
            }
            case "time" -> with(unit.readyAfter(Duration.ZERO, Duration.ZERO), force, task);
            case "need", Objection.NOT_CHOSEN -> bestOfAllSubsets(force, task);
            default -> throw new AssertionError("no such rule in this play: " + rule);
        };
    }

    private static Optional<List<Duration>> with(Unit changed, List<Unit> force, Task task) {
        return bestOfAllSubsets(
                force.stream()
                        .map(unit -> unit.code().equals(changed.code()) ? changed : unit)
                        .toList(),
                task);
    }

    /// By brute force: each subset of those who can go in which nobody lacks a companion and
    /// nothing that is needed is lacking.
    private static Optional<List<Duration>> bestOfAllSubsets(List<Unit> force, Task task) {
        var cans = new ArrayList<Reach.Can>();
        for (var unit : force) {
            if (Reach.of(unit, task) instanceof Reach.Can can) {
                cans.add(can);
            }
        }
        @Nullable List<Duration> best = null;
        for (int subset = 1; subset < 1 << cans.size(); subset++) {
            var members = new ArrayList<Reach.Can>();
            for (int i = 0; i < cans.size(); i++) {
                if ((subset & 1 << i) != 0) {
                    members.add(cans.get(i));
                }
            }
            if (complete(members, task.needs())) {
                var arrival =
                        List.of(
                                latest(members.stream().map(Reach.Can::earliest).toList()),
                                latest(members.stream().map(Reach.Can::latest).toList()));
                best = best == null || sooner(arrival, best) ? arrival : best;
            }
        }
        return Optional.ofNullable(best);
    }

    private static boolean complete(List<Reach.Can> members, Set<String> needs) {
        boolean covered =
                needs.stream()
                        .allMatch(
                                need -> members.stream().anyMatch(one -> one.unit().offers(need)));
        boolean accompanied =
                members.stream()
                        .allMatch(one ->
                                one.companions().stream()
                                        .allMatch(word ->
                                                members.stream()
                                                        .anyMatch(other ->
                                                                !other.unit()
                                                                                .code()
                                                                                .equals(
                                                                                        one.unit()
                                                                                                .code())
                                                                        && other.unit()
                                                                                .offers(word))));
        return covered && accompanied;
    }

    private static Duration latest(List<Duration> arrivals) {
        return Collections.max(arrivals);
    }

    private static boolean sooner(List<Duration> one, List<Duration> other) {
        int first = one.get(0).compareTo(other.get(0));
        return first < 0 || (first == 0 && one.get(1).compareTo(other.get(1)) < 0);
    }

    private static void notLater(Reach one, Reach other) {
        if (other instanceof Reach.Can later) {
            if (one instanceof Reach.Can sooner) {
                assertTrue(sooner.earliest().compareTo(later.earliest()) <= 0);
                assertTrue(sooner.latest().compareTo(later.latest()) <= 0);
            } else {
                throw new AssertionError(one + " cannot go, but could under a worse condition");
            }
        }
    }

    private static void notLater(Optional<Option> one, Optional<Option> other) {
        if (other.isPresent()) {
            assertTrue(one.isPresent());
            assertTrue(one.get().earliest().compareTo(other.get().earliest()) <= 0);
        }
    }

    private static Optional<Option> soonest(List<Unit> force, Task task) {
        return Options.forTask(force, task).findSoonest();
    }

    @Provide
    Arbitrary<List<Unit>> forces() {
        return units().list().ofMaxSize(7).map(PlanLawsTest::numbered);
    }

    private static List<Unit> numbered(List<Unit> units) {
        var numbered = new ArrayList<Unit>();
        for (var unit : units) {
            var code = "U" + numbered.size();
            numbered.add(
                    new Unit(
                            code,
                            code,
                            unit.base(),
                            unit.part(),
                            unit.capabilities(),
                            unit.mode(),
                            unit.speed(),
                            unit.noticeLeast(),
                            unit.noticeMost(),
                            unit.night(),
                            unit.rangeKm(),
                            unit.seats(),
                            unit.from(),
                            unit.to(),
                            unit.caveats(),
                            unit.basis()));
        }
        return numbered;
    }

    private Arbitrary<Unit> units() {
        var notice = Arbitraries.integers().between(0, 300);
        return Combinators.combine(
                        positions(),
                        Arbitraries.of(Mode.ROAD, Mode.ROAD, Mode.HELICOPTER, Mode.FOOT),
                        Arbitraries.of(WORDS).set().ofMaxSize(2),
                        notice,
                        notice,
                        Arbitraries.of(true, false),
                        caveats())
                .as(PlanLawsTest::unit);
    }

    private static Unit unit(
            Position at,
            Mode mode,
            Set<String> words,
            int notice,
            int more,
            boolean night,
            List<Caveat> caveats) {
        double fast = mode == Mode.HELICOPTER ? 200 : 30;
        return new Unit(
                "U",
                "U",
                new Base("B", "B", at),
                Part.OTHER,
                words,
                mode,
                new SpeedRange(fast / 2, fast),
                Duration.ofMinutes(notice),
                Duration.ofMinutes(notice + more),
                night,
                null,
                null,
                null,
                null,
                caveats,
                "assumed");
    }

    private static Arbitrary<List<Caveat>> caveats() {
        // Who must be carried moves in another way than alone, so it has its own tests.
        return Arbitraries.of(CaveatKind.values())
                .filter(kind -> kind != CaveatKind.NEEDS_LIFT)
                .map(kind -> new Caveat("c-" + kind, "U", kind, value(kind), true, "assumed"))
                .list()
                .uniqueElements()
                .ofMaxSize(2);
    }

    private static String value(CaveatKind kind) {
        return switch (kind) {
            case MAX_KM -> "90";
            case AREA_ONLY -> "ML05";
            case ASK_CAPITAL -> "60-600";
            case DAY_ONLY,
                    NOT_WITH_HOST_FORCE,
                    NO_OFFENSIVE,
                    NEEDS_ESCORT,
                    NOT_IN_RAIN,
                    HOST_CLEARANCE,
                    NEEDS_LIFT,
                    ASK_MISSION ->
                    "";
        };
    }

    @Provide
    Arbitrary<Task> tasks() {
        var flag = Arbitraries.of(true, false);
        return Combinators.combine(
                        positions(),
                        Arbitraries.integers().between(0, 365 * 24 * 60),
                        Arbitraries.integers().between(30, 6000).injectNull(0.5),
                        Arbitraries.of(WORDS).set().ofMaxSize(3),
                        Arbitraries.of(Surface.values()),
                        flag,
                        flag,
                        Arbitraries.of("ML05", "ML06"))
                .as((place, minute, within, needs, surface, rain, host, area) ->
                        new Task(
                                "the village",
                                place,
                                Set.of(area),
                                Instant.parse("2020-01-01T00:00:00Z")
                                        .plus(Duration.ofMinutes(minute)),
                                within == null ? null : Duration.ofMinutes(within),
                                needs,
                                new Conditions(
                                        host ? Clearance.NOT_NEEDED : Clearance.GRANTED,
                                        Clearance.NOT_NEEDED,
                                        new RouteState(
                                                surface, Season.DRY, Danger.IED_THREAT, false),
                                        rain,
                                        host,
                                        host,
                                        false,
                                        false)));
    }

    private static Arbitrary<Position> positions() {
        return Combinators.combine(
                        Arbitraries.doubles().between(13, 17), Arbitraries.doubles().between(-5, 0))
                .as(Position::new);
    }
}

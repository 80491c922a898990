package org.vigie.plan.posture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.vigie.geo.Area;
import org.vigie.geo.Areas;
import org.vigie.geo.BadInput;
import org.vigie.geo.Place;
import org.vigie.geo.PlacePrecision;
import org.vigie.geo.Position;
import org.vigie.geo.Saying;
import org.vigie.record.Known;

final class PostureWishesTest {

    private static final Effort EFFORT = new Effort(6, 60, 1, 1);

    private static PostureWishes scenarios(String... texts) {
        return PostureWishes.parse(List.of(texts), List.of(), List.of(), List.of());
    }

    private static String refusal(org.junit.jupiter.api.function.Executable tried) {
        return String.valueOf(assertThrows(BadInput.class, tried).getMessage());
    }

    @Test
    void a_scenario_is_words_and_a_weight() {
        var wishes = scenarios("dry=3", "rains+night+no-flights=1");
        assertEquals(
                List.of("dry+day", "rains+night+no-flights"),
                wishes.cases().stream().map(Circumstances::code).toList());
        assertEquals(0.25, wishes.part(wishes.cases().getLast()));
        assertTrue(scenarios().isNone());
    }

    @Test
    void a_scenario_that_is_none_is_refused_with_the_words_that_are_allowed() {
        for (var text :
                List.of("snow=1", "dry", "dry+rains=1", "=1", "dry=", "dry=x", "dry+dry=1")) {
            assertTrue(refusal(() -> scenarios(text)).contains("such as"), text);
        }
        assertTrue(refusal(() -> scenarios("dry=0")).contains("above 0"));
        assertTrue(refusal(() -> scenarios("dry=1", "day=2")).contains("each named once"));
    }

    @Test
    void a_share_may_be_written_with_a_comma() {
        var none = List.<String>of();
        var asked = PostureWishes.parse(none, List.of("Mopti=0,3"), none, none);
        assertEquals(0.3, asked.floors().get("Mopti"));
    }

    @Test
    void shares_outside_nought_and_one_are_refused() {
        var none = List.<String>of();
        for (var text : List.of("Mopti=1.01", "Mopti=-0.1")) {
            assertTrue(
                    refusal(() -> PostureWishes.parse(none, List.of(text), none, none))
                            .contains("a share from 0 to 1"));
        }
        assertTrue(
                refusal(() -> PostureWishes.parse(none, none, List.of("infantry=1"), none))
                        .contains("a share from 0 to below 1"));
        assertTrue(
                refusal(() -> PostureWishes.parse(none, none, List.of("tanks=0.1"), none))
                        .contains("infantry, surgery, evacuation"));
        assertTrue(
                refusal(() -> PostureWishes.parse(none, none, none, List.of("gao=2.5")))
                        .contains("a whole number from 0 to 999"));
    }

    private static Place village(String name, double latitude, double longitude) {
        return new Place(
                name,
                name,
                List.of(),
                new Position(latitude, longitude),
                PlacePrecision.EXACT,
                "XX.01",
                "settlement",
                100,
                "geonames",
                false);
    }

    private static AreaFloors areas() {
        var known =
                new Known(
                        Areas.of(
                                List.of(
                                        new Area("L", "Land", "0", null, List.of(), null),
                                        new Area("A", "West", "1", "L", List.of("Ouest"), null),
                                        new Area("B", "East", "1", "L", List.of(), null),
                                        new Area("A1", "Mill", "2", "A", List.of(), null),
                                        new Area(
                                                "S",
                                                "Sector All",
                                                "sector",
                                                "L",
                                                List.of(),
                                                null))),
                        Map.of("S", List.of("A", "B")),
                        List.of());
        return new AreaFloors(
                known, Map.of("A", List.of(square(0, 0)), "B", List.of(square(0, 1))));
    }

    private static List<Position> square(double south, double west) {
        return List.of(
                new Position(south, west),
                new Position(south, west + 1),
                new Position(south + 1, west + 1),
                new Position(south + 1, west));
    }

    private static final List<Place> VILLAGES =
            List.of(village("one", 0.5, 0.5), village("two", 0.5, 1.5), village("far", 9, 9));

    @Test
    void a_place_lies_in_the_area_whose_outline_holds_it_whatever_a_gazetteer_calls_it() {
        var fairness = areas().of(Map.of("Ouest", 0.5), VILLAGES);
        assertEquals(0, fairness.area(0, 0));
        assertEquals(-1, fairness.area(0, 1));
        assertEquals(-1, fairness.area(0, 2));
        assertEquals(0, areas().of(Map.of("Sector All", 0.5), VILLAGES).area(0, 1));
    }

    @Test
    void an_area_that_nobody_knows_or_without_an_outline_is_refused_with_those_that_can_be_had() {
        assertEquals(
                "floor must be an area of the mission pack (near: West, East): West, East, Sector All, was"
                        + " \"Wesst\"",
                refusal(() -> areas().of(Map.of("Wesst", 0.5), VILLAGES)));
        assertEquals(
                "floor must be an area with places in it: West, East, Sector All, was \"Mill\"",
                refusal(() -> areas().of(Map.of("Mill", 0.5), VILLAGES)));
    }

    @Test
    void two_floors_of_areas_that_overlap_are_refused() {
        assertTrue(
                refusal(() -> areas().of(Map.of("West", 0.5, "Land", 0.1), VILLAGES))
                        .contains("overlaps with"));
    }

    private static CoverQuestion twoVillages(double first, double second) {
        var reach = new ReachTable(1, 2, 2);
        reach.set(0, 0, 0);
        reach.set(0, 1, 1);
        return new CoverQuestion(
                List.of(new UnitType("company", 1, 0)),
                Stationing.anywhere(1, 1, 1),
                List.of(Service.cover("reaction", 0)),
                List.of(new Scenario("dry+day", 1, new double[] {1, 3}, reach)),
                Fairness.floors(new int[] {0, 1}, first, second).named(List.of("West", "East")));
    }

    private static List<String> why(CoverQuestion question) {
        var problem = CoverProblem.of(question);
        var solver = new OwnCoverSolver();
        assertInstanceOf(CoverAnswer.None.class, solver.solve(problem, EFFORT));
        return FloorLimits.of(problem, solver, EFFORT).stream().map(Saying::plain).toList();
    }

    @Test
    void floors_that_can_be_kept_one_by_one_but_not_together_are_said_to_be() {
        var reach = new ReachTable(1, 2, 4);
        for (int place = 0; place < 4; place++) {
            reach.set(0, place / 2, place);
        }
        reach.set(0, 0, 2);
        var question =
                new CoverQuestion(
                        List.of(new UnitType("company", 1, 0)),
                        Stationing.anywhere(1, 1, 1),
                        List.of(Service.cover("reaction", 0)),
                        List.of(new Scenario("dry+day", 1, new double[] {1, 1, 1, 1}, reach)),
                        Fairness.floors(new int[] {0, 0, 1, 1}, 0.5, 1)
                                .named(List.of("West", "East")));
        assertEquals(
                List.of(
                        "Each floor can be kept alone, and no posture was found that keeps all of"
                                + " them; it was found with all of them lowered to 50 % of what was"
                                + " asked"),
                why(question));
    }

    @Test
    void a_floor_that_no_posture_keeps_is_said_with_the_most_that_can_be_had() {
        var reach = new ReachTable(1, 1, 2);
        reach.set(0, 0, 1);
        var question =
                new CoverQuestion(
                        List.of(new UnitType("company", 1, 0)),
                        Stationing.anywhere(1, 1),
                        List.of(Service.cover("reaction", 0)),
                        List.of(new Scenario("dry+day", 1, new double[] {1, 3}, reach)),
                        Fairness.floors(new int[] {0, 0}, 0.9).named(List.of("West")));
        assertEquals(
                List.of(
                        "West: a floor of 90 % cannot be kept: with these units, bases and moves at"
                                + " least 75 % can be had there, and no posture gives more than 75 %"),
                why(question));
    }

    @Property(tries = 120)
    void the_most_that_an_area_is_said_to_have_can_be_had_and_no_posture_has_more(
            @ForAll @IntRange(min = 1, max = 3) int bases,
            @ForAll @IntRange(min = 2, max = 7) int places,
            @ForAll long seed) {
        var small = SmallCover.any(bases, places, seed);
        var areas = new int[places];
        var question =
                new CoverQuestion(
                        small.types(),
                        small.stationing(),
                        small.services(),
                        small.scenarios(),
                        Fairness.floors(areas, 1).named(List.of("all")));
        var problem = CoverProblem.of(question);
        if (problem.rows().floors()[0] == 0
                || !(new OwnCoverSolver().solve(problem, EFFORT) instanceof CoverAnswer.None)) {
            return;
        }
        double most = greatestCovered(problem, new int[problem.stations()], 0);
        for (var saying : FloorLimits.of(problem, new OwnCoverSolver(), EFFORT)) {
            double had = (Double) saying.values().get(2);
            double bound = (Double) saying.values().get(3);
            assertTrue(had <= 100 * most + 1e-6, had + " found, and the most is " + most);
            assertTrue(bound >= 100 * most - 1e-6, bound + " as a bound of " + most);
            if (saying.wording() == PostureWords.FLOOR_TOO_HIGH) {
                assertEquals(100 * most, had, 0.11);
            }
        }
    }

    /// The greatest part of the one area over all plans that keep the other rules.
    private static double greatestCovered(CoverProblem problem, int[] units, int station) {
        if (station == units.length) {
            boolean kept =
                    problem.breaches(units).stream()
                            .allMatch(breach -> breach.wording() == PostureWords.BELOW_THE_FLOOR);
            return kept ? problem.coveredOfArea(0, units) : Double.NEGATIVE_INFINITY;
        }
        double greatest = Double.NEGATIVE_INFINITY;
        for (int count = 0; count <= problem.stationing().most(station); count++) {
            units[station] = count;
            greatest = Math.max(greatest, greatestCovered(problem, units, station + 1));
        }
        units[station] = 0;
        return greatest;
    }

    @Test
    void a_floor_of_one_service_does_not_count_what_another_covers() {
        var reach = new ReachTable(2, 1, 1);
        reach.set(1, 0, 0);
        var question =
                new CoverQuestion(
                        List.of(new UnitType("company", 1, 0), new UnitType("team", 1, 0)),
                        Stationing.anywhere(2, 2),
                        List.of(Service.cover("reaction", 0), Service.cover("10-1-2", 1)),
                        List.of(new Scenario("dry+day", 1, new double[] {1}, reach)),
                        Fairness.floors(new int[] {0}, 0.5).named(List.of("West")).ofService(0));
        assertInstanceOf(
                CoverAnswer.None.class,
                new OwnCoverSolver().solve(CoverProblem.of(question), EFFORT));
    }

    @Test
    void what_was_asked_in_words_is_part_of_the_models_hash() {
        var problem = CoverProblem.of(twoVillages(0.1, 0));
        var other =
                problem.saying(
                        new CoverWords(List.of(), List.of("West", "South"), List.of(0.1, 0.0)));
        assertNotEquals(problem.hash(), other.hash());
    }

    @Test
    void a_base_with_less_room_than_units_there_today_asks_for_moves() {
        var reach = new ReachTable(1, 2, 1);
        reach.set(0, 0, 0);
        var question =
                new CoverQuestion(
                        List.of(new UnitType("company", 3, 0)),
                        Stationing.anywhere(1, 1, 3).movedFrom(new int[] {3, 0}, 1),
                        List.of(Service.cover("reaction", 0)),
                        List.of(new Scenario("dry+day", 1, new double[] {1}, reach)),
                        Fairness.NONE);
        var none =
                assertInstanceOf(
                        CoverAnswer.None.class,
                        new OwnCoverSolver().solve(CoverProblem.of(question), EFFORT));
        assertEquals(
                "at least 2 units cannot stay where they stand, and 1 may move",
                none.why().getFirst().plain());
    }
}

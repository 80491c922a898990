package org.vigie.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.vigie.geo.BadInput;
import org.vigie.geo.Position;
import org.vigie.plan.Theatre.Asked;
import org.vigie.plan.Theatre.Spot;

/// The table of who can be where says of each place what asking for that place alone says.
class TheatreTest {

    private static final Duration FOUR_HOURS = Duration.ofHours(4);

    private static Theatre of(List<Unit> force, Task task) {
        return Theatre.of(force, spots(task), asked(task), (done, all) -> {});
    }

    private static Asked asked(Task task) {
        return new Asked(task.when(), FOUR_HOURS, task.needs(), task.conditions());
    }

    /// The place of the task, and two at some distance.
    private static List<Spot> spots(Task task) {
        var place = task.place();
        return List.of(
                new Spot("here", place, task.areas(), 100),
                new Spot(
                        "near",
                        new Position(place.latitude() + 0.4, place.longitude()),
                        task.areas(),
                        30),
                new Spot(
                        "far",
                        new Position(place.latitude(), place.longitude() - 2.5),
                        Set.of(),
                        5000));
    }

    private static Task alone(Task task, Spot spot) {
        return new Task(
                spot.name(),
                spot.position(),
                spot.areas(),
                task.when(),
                null,
                task.needs(),
                task.conditions());
    }

    @Property(tries = 200)
    void each_cell_is_what_the_unit_alone_is_told(
            @ForAll("forces") List<Unit> force, @ForAll("tasks") Task task) {
        var theatre = of(force, task);
        for (int place = 0; place < theatre.spots().size(); place++) {
            for (int unit = 0; unit < theatre.units().size(); unit++) {
                var reach =
                        Reach.of(
                                theatre.units().get(unit), alone(task, theatre.spots().get(place)));
                switch (reach) {
                    case Reach.Can can -> {
                        assertEquals(minutes(can.earliest()), theatre.earliest(place, unit));
                        assertEquals(minutes(can.latest()), theatre.latest(place, unit));
                        assertEquals(Set.of(), theatre.rules(place, unit));
                        assertEquals(List.of(), theatre.whyNot(place, unit));
                    }
                    case Reach.Cannot cannot -> {
                        assertEquals(OptionalInt.empty(), theatre.earliest(place, unit));
                        assertEquals(cannot.objections(), theatre.whyNot(place, unit));
                        assertEquals(
                                cannot.objections().stream()
                                        .map(Objection::rule)
                                        .collect(Collectors.toCollection(TreeSet::new)),
                                theatre.rules(place, unit));
                    }
                }
            }
        }
    }

    @Property(tries = 200)
    void the_soonest_arrival_at_a_place_is_the_one_of_who_can_go(
            @ForAll("forces") List<Unit> force, @ForAll("tasks") Task task) {
        var theatre = of(force, task);
        for (int place = 0; place < theatre.spots().size(); place++) {
            var soonest =
                    Options.forTask(force, alone(task, theatre.spots().get(place))).findSoonest();
            assertEquals(minutes(soonest.map(Option::earliest)), theatre.soonest(place));
            assertEquals(minutes(soonest.map(Option::latest)), theatre.surest(place));
        }
    }

    @Property(tries = 150)
    void what_a_caveat_costs_is_what_a_force_without_it_reaches_more(
            @ForAll("forces") List<Unit> force, @ForAll("tasks") Task task) {
        for (var cost : of(force, task).costs()) {
            var kind = cost.rule().kind();
            if (kind != null) {
                var free =
                        force.stream()
                                .map(unit ->
                                        unit.withCaveats(
                                                unit.caveats().stream()
                                                        .filter(caveat -> caveat.kind() != kind)
                                                        .toList()))
                                .toList();
                assertEquals(of(free, task).reached(), cost.then(), cost.rule().code());
            }
        }
    }

    @Property(tries = 150)
    void what_a_clearance_costs_is_what_the_other_answer_gives(
            @ForAll("forces") List<Unit> force, @ForAll("tasks") Task task) {
        for (var cost : of(force, task).costs()) {
            var conditions = cost.rule().conditions();
            if (conditions != null) {
                assertEquals(of(force, task.under(conditions)).reached(), cost.then());
            }
        }
    }

    @Property(tries = 150)
    void lifting_a_rule_never_reaches_fewer_and_no_refusal_reaches_more(
            @ForAll("forces") List<Unit> force, @ForAll("tasks") Task task) {
        var theatre = of(force, task);
        double now = inTime(theatre.reached());
        for (var cost : theatre.costs()) {
            double then = inTime(cost.then());
            assertTrue(cost.rule().takesAway() ? then <= now : then >= now, () -> cost.toString());
        }
    }

    @Property(tries = 100)
    void every_place_is_in_one_class(
            @ForAll("forces") List<Unit> force, @ForAll("tasks") Task task) {
        var reached = of(force, task).reached();
        assertEquals(
                3,
                reached.surely().places()
                        + reached.perhaps().places()
                        + reached.late().places()
                        + reached.never().places());
        assertEquals(
                5130,
                reached.surely().people()
                        + reached.perhaps().people()
                        + reached.late().people()
                        + reached.never().people());
    }

    @Property(tries = 60)
    void the_order_of_units_changes_nothing_and_another_limit_is_another_table(
            @ForAll("forces") List<Unit> force, @ForAll("tasks") Task task, @ForAll Random chance) {
        var shuffled = new ArrayList<>(force);
        Collections.shuffle(shuffled, chance);
        assertEquals(of(force, task).hash(), of(shuffled, task).hash());
        var longer = new Asked(task.when(), Duration.ofHours(9), task.needs(), task.conditions());
        assertNotEquals(
                of(force, task).hash(),
                Theatre.of(force, spots(task), longer, (done, all) -> {}).hash());
    }

    @Test
    void a_place_out_of_everybodys_range_is_reached_by_nobody_and_says_why() {
        var board =
                Board.of(
                        "place Village 14.00 -3.40",
                        "at 2020-02-13T10:00:00Z",
                        "base Near 14.10 -3.50",
                        "unit Quick Near quick-reaction road 20-35 15-30 can=infantry caveat=max-km:60");
        var theatre = of(board.units(), board.task());
        assertEquals(Theatre.Timeliness.SURELY, theatre.timeliness(0));
        assertEquals(Theatre.Timeliness.NEVER, theatre.timeliness(2));
        assertEquals(Set.of("caveat"), theatre.rules(2, 0));
        assertFalse(theatre.whyNot(2, 0).isEmpty());
        var dearest = theatre.costs().getFirst();
        assertEquals("all-caveats", dearest.rule().code());
        assertEquals(0, dearest.then().never().places());
    }

    @Test
    void without_units_nobody_is_reached_and_nothing_could_be_lifted() {
        var task = Board.of("place Village 14.00 -3.40", "at 2020-02-13T10:00:00Z").task();
        var theatre = of(List.of(), task);
        assertEquals(3, theatre.reached().never().places());
        assertEquals(List.of(), theatre.costs());
    }

    @Test
    void a_weight_that_is_no_number_of_people_is_refused() {
        assertThrows(
                BadInput.class,
                () -> new Spot("Village", new Position(14, -3), Set.of(), Double.NaN));
    }

    private static double inTime(Theatre.Reached reached) {
        return reached.surely().people() + reached.perhaps().people();
    }

    private static OptionalInt minutes(Duration duration) {
        return OptionalInt.of((int) duration.toMinutes());
    }

    private static OptionalInt minutes(Optional<Duration> duration) {
        return duration.map(TheatreTest::minutes).orElse(OptionalInt.empty());
    }

    @Provide
    Arbitrary<List<Unit>> forces() {
        return new PlanLawsTest().forces();
    }

    @Provide
    Arbitrary<Task> tasks() {
        return new PlanLawsTest().tasks();
    }
}

package org.vigie.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// How much the search for who goes with whom may take, in steps and not in time, on the boards on
/// which it once took minutes.
final class SearchStepsTest {

    private static final List<String> NEEDS = List.of("infantry", "medical", "eod", "isr");

    /// Quick helicopters, one that is ready ten hours later, and teams each in a camp of its own.
    private static Board camps(int quick, int each, int needs) {
        var lines = board(NEEDS.subList(0, needs));
        int camp = 0;
        for (int i = 0; i < quick; i++) {
            lines.add("unit Q" + i + " H transport-helicopter helicopter 180-230 10-20 seats=12");
        }
        lines.add("unit SLOW H transport-helicopter helicopter 180-230 600-660 seats=12");
        for (var need : NEEDS.subList(0, needs)) {
            for (int i = 0; i < each; i++) {
                lines.add(camp(camp));
                lines.add(
                        String.format(
                                Locale.ROOT,
                                "unit %s%d B%d other foot 4-5 10-20 can=%s caveat=needs-lift",
                                need,
                                i,
                                camp,
                                need));
                camp++;
            }
        }
        return Board.of(lines);
    }

    private static String camp(int number) {
        return "base B" + number + " 13." + (10 + number) + " -3." + (20 + number);
    }

    private static List<String> board(List<String> needs) {
        var lines = new ArrayList<String>();
        lines.add("place Village 14.00 -3.40");
        lines.add("at 2020-02-13T08:00:00Z");
        lines.add("need " + String.join(" ", needs));
        lines.add("base H 14.30 -3.40");
        return lines;
    }

    /// Helicopters that go with infantry alone, and infantry that goes by helicopter alone, in many
    /// camps.
    private static Board circle(int size) {
        var lines = board(List.of("infantry"));
        for (int i = 0; i < size; i++) {
            lines.add(camp(i));
            lines.add(
                    String.format(
                            Locale.ROOT,
                            "unit L%d B%d transport-helicopter helicopter 180-230 %d-60 seats=12 caveat=needs-escort:police",
                            i,
                            i,
                            i));
            lines.add(
                    String.format(
                            Locale.ROOT,
                            "unit P%d B%d police foot 4-5 %d-60 can=police caveat=needs-lift caveat=needs-escort:isr",
                            i,
                            (i + 7) % size,
                            i));
            lines.add(
                    String.format(
                            Locale.ROOT,
                            "unit S%d B%d other foot 4-5 %d-60 can=isr caveat=needs-lift",
                            i,
                            (i + 11) % size,
                            i));
            lines.add(
                    String.format(
                            Locale.ROOT,
                            "unit I%d B%d infantry foot 4-5 %d-60 can=infantry caveat=needs-lift",
                            i,
                            (i + 3) % size,
                            i));
        }
        return Board.of(lines);
    }

    private static int stepsOf(Board board) {
        var muster = Muster.of(board.units(), board.task());
        var soonest = muster.soonest();
        assertTrue(soonest.proof().proven());
        return muster.steps().taken();
    }

    @Test
    void one_quick_helicopter_too_few_is_seen_at_once() {
        for (var board :
                List.of(camps(2, 3, 3), camps(3, 4, 4), camps(2, 20, 3), camps(3, 15, 4))) {
            int steps = stepsOf(board);
            assertTrue(steps < 12_000, () -> steps + " steps for " + board.units().size());
            var options = board.options();
            assertTrue(options.proof().proven());
            assertTrue(
                    options.findSoonest().orElseThrow().earliest().compareTo(Duration.ofHours(10))
                            > 0);
        }
    }

    @Test
    void with_as_many_quick_helicopters_as_teams_nobody_waits_for_the_late_one() {
        var options = camps(3, 3, 3).options();
        assertTrue(options.proof().proven());
        assertTrue(
                options.findSoonest().orElseThrow().earliest().compareTo(Duration.ofHours(10)) < 0);
    }

    @Test
    void a_search_that_is_ended_says_so_and_never_that_nobody_can_go() {
        var board = circle(40);
        var options = board.options();
        assertFalse(options.proof().proven());
        assertNotNull(options.proof().notBefore());
        var undecided = new HashSet<String>();
        for (var one : options.excluded()) {
            if (one.undecided()) {
                undecided.add(one.unit().code());
            }
        }
        assertTrue(undecided.size() > 0, () -> "nobody is undecided: " + options.excluded());
        var prices = Prices.of(board.units(), options);
        assertTrue(prices.ended());
        for (var one : options.excluded()) {
            if (one.undecided()) {
                assertTrue(
                        prices.of(one.unit()).stream()
                                .filter(price ->
                                        price.words().wording() == PlanWords.RULE_NOT_WORKED_OUT)
                                .map(RulePrice::earliestMinutes)
                                .allMatch(Objects::isNull));
            }
        }
    }

    @Test
    void no_question_takes_more_steps_than_its_limit_and_the_same_one_as_many_each_time() {
        for (var board : List.of(circle(40), camps(3, 15, 4))) {
            var once = Muster.of(board.units(), board.task());
            var again = Muster.of(board.units().reversed(), board.task());
            for (var muster : List.of(once, again)) {
                muster.parties();
                muster.alone();
                muster.soonest();
                assertTrue(muster.steps().taken() <= Steps.OPTIONS_MAX);
            }
            assertEquals(once.steps().taken(), again.steps().taken());
        }
    }
}

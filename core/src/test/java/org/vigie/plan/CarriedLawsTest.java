package org.vigie.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.vigie.record.Forces.CaveatKind;

/// What must hold of any force in which some are carried by the helicopters of others.
final class CarriedLawsTest {

    @Property(tries = 400)
    void whoever_can_go_and_is_in_no_option_has_a_reason_and_what_is_needed_is_never_lost(
            @ForAll("boards") List<String> lines) {
        var board = Board.of(lines);
        var options = board.options();
        var ways = Ways.of(board.units(), board.task());
        for (var unit : board.units()) {
            boolean goes =
                    ways.parties().stream().anyMatch(one -> one.with().includes(unit.code()));
            boolean stopped = options.excluded().stream().anyMatch(one -> one.unit().equals(unit));
            assertTrue(goes || stopped, () -> unit.code() + " is lost among " + lines);
        }
        if (options.options().isEmpty() && !options.excluded().isEmpty()) {
            assertFalse(options.uncovered().isEmpty(), () -> "nobody, and no reason: " + lines);
        }
        assertEquals(
                options.apart().isPresent(),
                options.options().isEmpty()
                        && board.task().needs().stream()
                                .allMatch(need ->
                                        Options.forTask(
                                                        board.units(),
                                                        board.task().needing(List.of(need)))
                                                .findSoonest()
                                                .isPresent())
                        && !board.units().isEmpty());
    }

    @Property(tries = 400)
    void the_price_of_a_rule_is_what_the_force_would_gain_without_it(
            @ForAll("boards") List<String> lines) {
        var board = Board.of(lines);
        var options = board.options();
        var now = options.findSoonest();
        var prices = Prices.of(board.units(), options);
        for (var cannot : options.excluded()) {
            for (var price : prices.of(cannot.unit())) {
                var freed = without(price.rule(), cannot.unit(), board);
                var gain =
                        carriedAlone(price.rule(), cannot.unit())
                                ? Optional.<Long>empty()
                                : gain(now, freed);
                assertEquals(
                        gain,
                        Optional.ofNullable(price.earliestMinutes()),
                        () -> price + " of " + cannot.unit().code() + " in " + lines);
            }
        }
    }

    @Property(tries = 400)
    void nothing_is_complete_before_the_lower_bound_whatever_rule_is_lifted(
            @ForAll("boards") List<String> lines) {
        var board = Board.of(lines);
        var options = board.options();
        var bound = LowerBound.of(board.units(), board.task());
        var possible = new ArrayList<Optional<Option>>();
        possible.add(options.findSoonest());
        for (var cannot : options.excluded()) {
            for (var rule : cannot.objections()) {
                possible.add(without(rule, cannot.unit(), board));
            }
        }
        for (var option : possible) {
            if (option.isPresent()) {
                var first = bound.earliest();
                assertTrue(
                        first != null && first.compareTo(option.get().earliest()) <= 0,
                        () -> bound + " and " + option + " in " + lines);
            }
        }
    }

    /// As [RulePrice] has it: empty where minutes cannot be said.
    private static Optional<Long> gain(Optional<Option> now, Optional<Option> freed) {
        if (freed.isEmpty()) {
            return Optional.of(0L);
        }
        return now.map(tied -> tied.earliest().minus(freed.get().earliest()).toMinutes());
    }

    /// That somebody carries it is how it moves: nobody could lift it, and it has no minutes.
    private static boolean carriedAlone(Objection rule, Unit excluded) {
        var unit = rule.whose() == null ? excluded : rule.whose();
        return rule.rule().equals("companions") && unit.find(CaveatKind.NEEDS_ESCORT).isEmpty();
    }

    private static Optional<Option> without(Objection rule, Unit excluded, Board board) {
        var unit = rule.whose() == null ? excluded : rule.whose();
        var task = board.task();
        var easy = task.under(task.conditions().withFlight(Clearance.GRANTED));
        return switch (rule.rule()) {
            case "host-clearance" -> Options.forTask(board.units(), easy).findSoonest();
            case "range" -> soonest(unit.ofAnyRange(), board);
            case "crew" -> soonest(unit.ofAnyCrew(), board);
            case "night", "light" -> soonest(Rules.freed(unit, CaveatKind.DAY_ONLY), board);
            case "capital" -> soonest(Rules.freed(unit, CaveatKind.ASK_CAPITAL), board);
            case "time" -> soonest(unit.readyAfter(Duration.ZERO, Duration.ZERO), board);
            case "companions" ->
                    unit.find(CaveatKind.NEEDS_ESCORT).isPresent()
                            ? soonest(unit.unescorted(), board)
                            : Optional.empty(); // that it is carried is no rule
            case "need", Objection.NOT_CHOSEN -> board.options().findSoonest();
            default -> throw new AssertionError("no such rule in this play: " + rule);
        };
    }

    private static Optional<Option> soonest(Unit freed, Board board) {
        var force =
                board.units().stream()
                        .map(unit -> unit.code().equals(freed.code()) ? freed : unit)
                        .toList();
        return Options.forTask(force, board.task()).findSoonest();
    }

    @Provide
    Arbitrary<List<String>> boards() {
        return CarriedBoards.some();
    }
}

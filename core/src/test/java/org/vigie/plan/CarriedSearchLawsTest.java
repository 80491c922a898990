package org.vigie.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.vigie.record.Forces.CaveatKind;

/// What must hold of the search for who goes with whom, of any force in which some are carried.
final class CarriedSearchLawsTest {

    private static final List<String> BASES = List.of("A", "B", "C");

    @Property(tries = 300)
    void the_soonest_is_the_best_of_all_that_can_be_put_together(
            @ForAll("boards") List<String> lines) {
        var board = Board.of(lines);
        assertEquals(
                Optional.ofNullable(bestOfAll(board.units(), board.task())),
                soonest(board.units(), board.task()),
                () -> "among " + lines);
    }

    @Property(tries = 300)
    void one_more_unit_never_makes_the_soonest_later(@ForAll("boards") List<String> lines) {
        var board = Board.of(lines);
        var all = soonest(board.units(), board.task());
        for (var more : board.units()) {
            var less = board.units().stream().filter(unit -> !unit.equals(more)).toList();
            notLater(all, soonest(less, board.task()), more.code() + " added to " + lines);
        }
    }

    @Property(tries = 300)
    void lifting_a_rule_never_makes_the_soonest_later(@ForAll("boards") List<String> lines) {
        var board = Board.of(lines);
        var bound = soonest(board.units(), board.task());
        for (var unit : board.units()) {
            for (var caveat : unit.caveats()) {
                if (caveat.kind() != CaveatKind.NEEDS_LIFT) {
                    var freed = changed(board, unit.without(caveat));
                    notLater(soonest(freed, board.task()), bound, caveat + " in " + lines);
                }
            }
            for (var freed : List.of(unit.byNight(), unit.ofAnyRange(), unit.ofAnyCrew())) {
                notLater(soonest(changed(board, freed), board.task()), bound, freed + "" + lines);
            }
        }
    }

    @Property(tries = 300)
    void no_price_is_negative_or_more_than_the_bound_leaves(@ForAll("boards") List<String> lines) {
        var board = Board.of(lines);
        var options = board.options();
        var prices = Prices.of(board.units(), options);
        var bound = prices.bound().earliest();
        var said =
                prices.byUnit().values().stream()
                        .flatMap(List::stream)
                        .map(RulePrice::earliestMinutes);
        var caveats =
                Price.ofCaveats(board.units(), board.task()).stream().map(Price::earliestMinutes);
        for (var minutes : Stream.concat(said, caveats).filter(Objects::nonNull).toList()) {
            assertTrue(minutes >= 0, () -> minutes + " in " + lines);
            options.findSoonest()
                    .ifPresent(now ->
                            assertTrue(
                                    bound != null
                                            && now.earliest()
                                                            .minusMinutes(minutes)
                                                            .plusMinutes(1)
                                                            .compareTo(bound)
                                                    >= 0,
                                    () -> minutes + " below the bound in " + lines));
        }
    }

    @Property(tries = 300)
    void a_limit_that_the_free_answer_keeps_changes_nothing(@ForAll("boards") List<String> lines) {
        var board = Board.of(lines);
        var limited = board.task();
        var free =
                new Task(
                        limited.placeName(),
                        limited.place(),
                        limited.areas(),
                        limited.when(),
                        null,
                        limited.needs(),
                        limited.conditions());
        var soonest = soonest(board.units(), free);
        if (soonest.filter(limited::inTime).isPresent()) {
            assertEquals(soonest, soonest(board.units(), limited), () -> "in " + lines);
        }
    }

    @Property(tries = 300)
    void every_unit_is_in_an_option_or_has_a_reason(@ForAll("boards") List<String> lines) {
        var board = Board.of(lines);
        var options = board.options();
        for (var unit : board.units()) {
            boolean shown =
                    Stream.concat(options.options().stream(), options.partial().stream())
                            .anyMatch(option -> option.includes(unit.code()));
            boolean excluded =
                    options.excluded().stream()
                            .anyMatch(one -> one.unit().code().equals(unit.code()));
            assertTrue(shown || excluded, () -> unit.code() + " is lost among " + lines);
        }
    }

    @Property(tries = 200)
    void the_order_of_the_rows_changes_nothing(
            @ForAll("boards") List<String> lines, @ForAll Random random) {
        var board = Board.of(lines);
        var shuffled = new ArrayList<Unit>();
        for (var unit : board.units()) {
            var caveats = new ArrayList<>(unit.caveats());
            Collections.shuffle(caveats, random);
            shuffled.add(unit.withCaveats(caveats));
        }
        Collections.shuffle(shuffled, random);
        assertEquals(
                told(board.options()),
                told(Options.forTask(shuffled, board.task())),
                () -> "in " + lines);
    }

    private static List<String> told(Options options) {
        return Stream.concat(
                        Stream.concat(options.options().stream(), options.partial().stream())
                                .map(one -> one.codes() + one.earliest() + one.latest()),
                        options.excluded().stream()
                                .map(one ->
                                        one.unit().code()
                                                + one.objections().stream()
                                                        .map(Objection::rule)
                                                        .sorted()
                                                        .toList()))
                .toList();
    }

    @Property(tries = 300)
    void refusing_flights_never_makes_the_soonest_sooner(@ForAll("boards") List<String> lines) {
        var board = Board.of(lines);
        var task = board.task();
        var refused = task.under(task.conditions().withFlight(Clearance.REFUSED));
        notLater(soonest(board.units(), task), soonest(board.units(), refused), "" + lines);
    }

    private static void notLater(Optional<Duration> one, Optional<Duration> other, String where) {
        if (other.isPresent()) {
            assertTrue(
                    one.isPresent() && one.get().compareTo(other.get()) <= 0,
                    () -> one + " after " + other + ": " + where);
        }
    }

    private static List<Unit> changed(Board board, Unit changed) {
        return board.units().stream()
                .map(unit -> unit.code().equals(changed.code()) ? changed : unit)
                .toList();
    }

    private static Optional<Duration> soonest(List<Unit> units, Task task) {
        return Options.forTask(units, task).findSoonest().map(Option::earliest);
    }

    /// By brute force: for each way of giving every helicopter one base, each set of at most four
    /// in which everybody is carried or goes by one of its own means and nobody lacks a companion;
    /// what is needed is there when the first of these sets has it.
    private static @Nullable Duration bestOfAll(List<Unit> units, Task task) {
        var light = new LightHours(task.place());
        var means = new HashMap<String, List<Reach.Can>>();
        units.forEach(unit -> means.put(unit.code(), Rules.judged(unit, task, light).means()));
        var lifts = units.stream().map(Unit::code).filter(code -> code.startsWith("L")).toList();
        Duration best = null;
        int choices = (int) Math.pow(BASES.size(), lifts.size());
        for (int choice = 0; choice < choices; choice++) {
            Map<String, String> fetching = new HashMap<>();
            int left = choice;
            for (var lift : lifts) {
                fetching.put(lift, BASES.get(left % BASES.size()));
                left /= BASES.size();
            }
            var there = new Play(units, means, fetching, task, light).there();
            best = there == null || (best != null && best.compareTo(there) <= 0) ? best : there;
        }
        return best;
    }

    /// @param fetching the one base from which each helicopter may fetch
    private record Play(
            List<Unit> units,
            Map<String, List<Reach.Can>> means,
            Map<String, String> fetching,
            Task task,
            LightHours light) {

        @Nullable Duration there() {
            var first = new HashMap<String, Duration>();
            for (int set = 1; set < 1 << units.size(); set++) {
                if (Integer.bitCount(set) <= Parties.SIZE_MAX) {
                    var codes = new ArrayList<String>();
                    for (int i = 0; i < units.size(); i++) {
                        if ((set & 1 << i) != 0) {
                            codes.add(units.get(i).code());
                        }
                    }
                    go(codes, List.of(), first);
                }
            }
            return first.keySet().containsAll(task.needs())
                    ? first.values().stream().max(Duration::compareTo).orElse(null)
                    : null;
        }

        /// Chooses a means for each of the set, then who carries whom.
        private void go(List<String> codes, List<Reach.Can> chosen, Map<String, Duration> first) {
            if (chosen.size() < codes.size()) {
                for (var can : means.getOrDefault(codes.get(chosen.size()), List.of())) {
                    var more = new ArrayList<>(chosen);
                    more.add(can);
                    go(codes, more, first);
                }
                return;
            }
            if (Parties.lacking(chosen) == null) {
                carry(chosen, 0, Duration.ZERO, first);
            }
        }

        private void carry(
                List<Reach.Can> members, int next, Duration last, Map<String, Duration> first) {
            if (next == members.size()) {
                for (var need : task.needs()) {
                    if (members.stream().anyMatch(one -> one.unit().offers(need))) {
                        first.merge(need, last, (a, b) -> a.compareTo(b) <= 0 ? a : b);
                    }
                }
                return;
            }
            var member = members.get(next);
            if (!member.waits()) {
                carry(members, next + 1, later(last, member.earliest()), first);
                return;
            }
            for (var lift : members) {
                var base = fetching.get(lift.unit().code());
                if (member.unit().isLiftedBy(lift.unit())
                        && member.unit().base().code().equals(base)
                        && CarrierRules.inTime(member.unit(), lift.unit(), task, light)
                                instanceof Reach.Can carried) {
                    carry(members, next + 1, later(last, carried.earliest()), first);
                }
            }
        }

        private static Duration later(Duration one, Duration other) {
            return one.compareTo(other) >= 0 ? one : other;
        }
    }

    @Provide
    Arbitrary<List<String>> boards() {
        return CarriedBoards.some();
    }
}

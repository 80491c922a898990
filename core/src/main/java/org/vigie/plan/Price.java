package org.vigie.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.Saying;
import org.vigie.record.Forces.CaveatKind;

/// What one restriction costs: the soonest complete arrival with it and without it.
///
/// What it means to an officer: the argument to put before the capital that set the caveat, or
/// before the authorities that hold the clearance, in minutes. It is a difference between two
/// computed ranges, not a forecast.
///
/// @param of what restricts, as the beginning of a sentence
/// @param with the soonest option as things stand; empty when there is none
/// @param without the soonest option if it were lifted
/// @param earliestMinutes how much sooner the earliest arrival would be; null when there is no
///   option on one side
/// @param latestMinutes how much sooner the latest would be; below 0 when the option that is sooner
///   is less sure
public record Price(
        Saying of,
        Optional<Option> with,
        Optional<Option> without,
        @Nullable Long earliestMinutes,
        @Nullable Long latestMinutes,
        boolean proven) {

    /// The price of a refused clearance for flights: everything else as in the task.
    public static Price ofFlightClearance(Collection<Unit> units, Task task) {
        var conditions = task.conditions();
        return between(
                Saying.of(PlanWords.PRICE_OF_CLEARANCE),
                units,
                task.under(conditions.withFlight(Clearance.REFUSED)),
                task.under(conditions.withFlight(Clearance.GRANTED)));
    }

    /// The price of all that the restriction register has closed or refused; empty when it stops
    /// nobody.
    public static Optional<Price> ofLimits(Collection<Unit> units, Task task) {
        var conditions = task.conditions();
        if (conditions.limits().equals(Limits.NONE)) {
            return Optional.empty();
        }
        return Optional.of(
                        between(
                                Saying.of(PlanWords.PRICE_OF_LIMITS),
                                units,
                                task,
                                task.under(conditions.withLimits(Limits.NONE))))
                .filter(Price::costs);
    }

    /// The price of each caveat, the others unchanged; only those that cost anything, in the order
    /// of units and caveats. The last is the price of all of them together, which is the soonest
    /// that this force could be.
    public static List<Price> ofCaveats(Collection<Unit> units, Task task) {
        var muster = Muster.of(units, task);
        var freeing = new Freeing(muster, task.needs(), muster.steps());
        var now = freeing.now();
        var prices = new ArrayList<Price>();
        for (var unit : units) {
            for (var caveat : liftable(unit)) {
                var freed = freeing.with(unit.without(caveat));
                prices.add(
                        of(
                                Saying.of(PlanWords.PRICE_OF_CAVEAT, unit.name(), caveat.words()),
                                now,
                                freed));
            }
        }
        if (!prices.isEmpty()) {
            var free =
                    units.stream()
                            .map(unit -> unit.withCaveats(unit.all(CaveatKind.NEEDS_LIFT)))
                            .toList();
            prices.add(of(Saying.of(PlanWords.PRICE_OF_ALL_CAVEATS), now, soonest(free, task)));
        }
        return prices.stream().filter(Price::costs).toList();
    }

    /// All but how it moves: nobody lifts that, and by its own means it would be slower.
    private static List<Caveat> liftable(Unit unit) {
        return unit.caveats().stream()
                .filter(caveat -> caveat.kind() != CaveatKind.NEEDS_LIFT)
                .toList();
    }

    /// The same in words, with the codes of the units.
    public Saying saying() {
        return saying(Option::codes);
    }

    /// The same in words.
    ///
    /// @param named how an option is called
    public Saying saying(Function<Option, String> named) {
        if (!proven) {
            return Saying.of(PlanWords.PRICE_NOT_WORKED_OUT, of);
        }
        if (without.isEmpty()) {
            return Saying.of(PlanWords.PRICE_NOTHING, of);
        }
        var free = without.get();
        if (with.isEmpty()) {
            return Saying.of(
                    PlanWords.PRICE_NOBODY, of, named.apply(free), free.earliest(), free.latest());
        }
        var earliest = earliestMinutes;
        var latest = latestMinutes;
        if (!costs() || earliest == null || latest == null) {
            return Saying.of(PlanWords.PRICE_NO_TIME, of);
        }
        return Saying.of(
                PlanWords.PRICE,
                of,
                Duration.ofMinutes(earliest),
                Duration.ofMinutes(latest),
                named.apply(with.get()),
                named.apply(free));
    }

    /// Whether lifting it would make anything sooner or surer.
    public boolean costs() {
        return proven
                && without.isPresent()
                && (with.isEmpty()
                        || !Long.valueOf(0).equals(earliestMinutes)
                        || !Long.valueOf(0).equals(latestMinutes));
    }

    /// Where nobody brings all of it even without the restriction, what it costs of the needs that
    /// can be met together; the words say which are left out.
    private static Price between(Saying what, Collection<Unit> units, Task with, Task without) {
        var free = soonest(units, without);
        if (free.option().isPresent() || !free.proof().proven()) {
            return of(what, soonest(units, with), free);
        }
        var left = Options.forTask(units, without).uncovered();
        var rest = without.needs().stream().filter(need -> !left.contains(need)).toList();
        return left.isEmpty() || rest.isEmpty()
                ? of(what, new Soonest(Optional.empty(), Proof.PROVEN), free)
                : of(
                        Saying.of(PlanWords.PRICE_LEAVING_OUT, what, Saying.Term.all(left)),
                        soonest(units, with.needing(rest)),
                        soonest(units, without.needing(rest)));
    }

    private static Price of(Saying what, Soonest with, Soonest without) {
        boolean proven = with.proof().proven() && without.proof().proven();
        var bound = with.option();
        var free = without.option();
        boolean both = proven && bound.isPresent() && free.isPresent();
        return new Price(
                what,
                bound,
                free,
                both ? minutes(bound.get().earliest(), free.get().earliest()) : null,
                both ? minutes(bound.get().latest(), free.get().latest()) : null,
                proven);
    }

    private static long minutes(Duration with, Duration without) {
        return with.minus(without).toMinutes();
    }

    private static Soonest soonest(Collection<Unit> units, Task task) {
        return Muster.of(units, task, Steps.atMost(Steps.PRICE_MAX)).soonest();
    }
}

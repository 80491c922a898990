package org.vigie.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.vigie.geo.Saying;

/// What every rule that excludes a unit costs, what nothing could beat, and which open question is
/// worth a call first.
///
/// Exact: each price is the soonest complete arrival worked out again without that one rule. A
/// search is left out only where it cannot change anything: another rule still stops the unit, it
/// would be there after the soonest option is complete, or it has nothing that anybody needs. Tests
/// hold the prices against trying every combination.
///
/// When it must not be trusted: see [Reach]. A price is a difference between two computed arrivals,
/// not a promise of whoever could lift the rule.
///
/// @param byUnit the prices of the rules of each excluded unit, by its code, in the order of its
///   objections
/// @param ended whether some of it was not worked out because the search for it was ended
public record Prices(
        Map<String, List<RulePrice>> byUnit,
        LowerBound bound,
        Optional<Unknown> wouldChangeMost,
        boolean ended) {

    public Prices {
        byUnit = Map.copyOf(byUnit);
    }

    /// What would change the answer most, in one sentence; also that nothing would, or that nobody
    /// knows because the search for it was ended.
    public Saying wouldChangeMostSaying() {
        return wouldChangeMost
                .map(Unknown::saying)
                .orElseGet(() ->
                        Saying.of(
                                ended ? PlanWords.UNKNOWN_NOT_WORKED_OUT : PlanWords.UNKNOWN_NONE));
    }

    /// The prices of everybody whom these options leave out.
    public static Prices of(Collection<Unit> units, Options options) {
        var task = options.task();
        var muster = Muster.of(units, task, Steps.atMost(Steps.PRICES_MAX));
        var search = new Search(units, task, muster);
        var byUnit = new HashMap<String, List<RulePrice>>();
        for (var cannot : options.excluded()) {
            byUnit.put(cannot.unit().code(), search.prices(cannot));
        }
        var most = Unknown.most(units, task, muster, search.freeing);
        return new Prices(
                byUnit,
                LowerBound.of(units, task, muster.light()),
                most,
                search.ended || muster.steps().spent());
    }

    /// The prices of one unit's rules; none when it is not excluded.
    public List<RulePrice> of(Unit unit) {
        return byUnit.getOrDefault(unit.code(), List.of());
    }

    /// One task, with what was worked out for it once.
    private static final class Search {

        private final Collection<Unit> units;
        private final Task task;
        private final Muster muster;
        private final Freeing freeing;
        private final Optional<Option> now;
        private final Set<String> companions = new HashSet<>();
        private final Set<String> wanted = new HashSet<>();

        /// Needs that keep the soonest option from being complete sooner, and as soon but surer.
        private final Set<String> sooner;

        private final Set<String> surer;

        private final Map<Conditions, Soonest> under = new HashMap<>();
        private final Map<Unit, Rules.Judged> judged = new HashMap<>();

        /// Whether some price was not worked out.
        private boolean ended;

        Search(Collection<Unit> units, Task task, Muster muster) {
            this.units = units;
            this.task = task;
            this.muster = muster;
            this.freeing = new Freeing(muster, task.needs(), muster.steps());
            this.now = freeing.now().option();
            muster.means().forEach(can -> companions.addAll(can.companions()));
            wanted.addAll(task.needs());
            wanted.addAll(companions);
            if (now.isEmpty()) {
                this.sooner = leftBy(can -> true);
                this.surer = sooner;
            } else {
                var earliest = now.get().earliest();
                var latest = now.get().latest();
                this.sooner = leftBy(can -> can.earliest().compareTo(earliest) < 0);
                this.surer =
                        leftBy(can ->
                                can.earliest().compareTo(earliest) <= 0
                                        && can.latest().compareTo(latest) < 0);
            }
        }

        List<RulePrice> prices(Reach.Cannot cannot) {
            var prices = new ArrayList<RulePrice>();
            for (var objection : cannot.objections()) {
                prices.add(price(cannot, objection));
            }
            return prices;
        }

        private RulePrice price(Reach.Cannot cannot, Objection rule) {
            var unit = cannot.unit();
            if (rule.rule().equals(Objection.UNDECIDED)) {
                return notWorkedOut(rule);
            }
            return switch (Waived.of(unit, rule, task)) {
                case Waived.Untold untold -> RulePrice.untold(rule, untold.why());
                case Waived.Useless() -> nothing(rule);
                case Waived.OfAll(Conditions conditions) -> {
                    var freed = soonestUnder(conditions);
                    var price = between(rule, freed);
                    boolean others =
                            freed.option()
                                    .filter(option -> !option.includes(unit.code()))
                                    .isPresent();
                    yield others ? price.byOthers() : price;
                }
                case Waived.OfUnit(Unit freed) -> price(cannot, rule, freed);
            };
        }

        private RulePrice price(Reach.Cannot cannot, Objection rule, Unit freed) {
            var then = judged.get(freed);
            if (then == null) {
                if (!muster.steps().take(Steps.CHANGED)) {
                    return notWorkedOut(rule);
                }
                then = muster.judge(freed);
                judged.put(freed, then);
            }
            return switch (then.reach()) {
                case Reach.Cannot still ->
                        still.objections().stream()
                                .filter(one ->
                                        cannot.objections().stream().noneMatch(one::isSaidBy))
                                .findFirst()
                                .map(unsaid ->
                                        RulePrice.nothing(
                                                rule,
                                                Saying.of(
                                                        PlanWords.RULE_STILL_BECAUSE,
                                                        unsaid.why())))
                                .orElseGet(() -> RulePrice.nothing(rule, PlanWords.RULE_STILL));
                case Reach.Can can ->
                        canMatter(can, then.mayBeCarried())
                                ? between(rule, freeing.with(freed))
                                : nothing(rule);
            };
        }

        private RulePrice nothing(Objection rule) {
            return RulePrice.nothing(
                    rule, now.isEmpty() ? PlanWords.RULE_STILL_NOBODY : PlanWords.RULE_NOTHING);
        }

        private RulePrice notWorkedOut(Objection rule) {
            ended = true;
            return RulePrice.notWorkedOut(rule);
        }

        private RulePrice between(Objection rule, Soonest freed) {
            return freeing.now().proof().proven() && freed.proof().proven()
                    ? RulePrice.between(rule, now, freed.option())
                    : notWorkedOut(rule);
        }

        private Soonest soonestUnder(Conditions conditions) {
            return under.computeIfAbsent(conditions, other -> muster.under(units, other).soonest());
        }

        /// Whoever is not carried arrives in no combination before its own earliest; and nothing is
        /// complete sooner as long as a need is left that nobody sooner has, nor the freed unit.
        private boolean canMatter(Reach.Can can, boolean carried) {
            var unit = can.unit();
            boolean companion = companions.stream().anyMatch(unit::offers);
            boolean tooLate =
                    !carried
                            && !companion
                            && now.isPresent()
                            && can.earliest().compareTo(now.get().earliest()) > 0;
            boolean useful = task.needs().isEmpty() || wanted.stream().anyMatch(unit::offers);
            return useful
                    && !tooLate
                    && (companion
                            || sooner.stream().allMatch(unit::offers)
                            || surer.stream().allMatch(unit::offers));
        }

        /// The needs that nobody has who could be in an option that begins like this. Who is
        /// carried may be there before its own arrival, so it always could.
        private Set<String> leftBy(Predicate<Reach.Can> couldBe) {
            var left = new HashSet<>(task.needs());
            muster.means()
                    .filter(can -> can.waits() || couldBe.test(can))
                    .forEach(can -> left.removeIf(can.unit()::offers));
            return left;
        }
    }
}

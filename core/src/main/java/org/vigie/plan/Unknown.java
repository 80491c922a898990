package org.vigie.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.RouteState.Danger;
import org.vigie.geo.Saying;
import org.vigie.record.Forces.CaveatKind;

/// A question that nobody has answered yet, and what its answer would do to the soonest complete
/// arrival.
///
/// What it means to an officer: whom to call first. Asked are the clearances that are not decided,
/// a way of which nobody said more than that it is calm, the notice to move of the units that would
/// be first where it is only assumed, and the capitals that are to be asked.
///
/// @param about `flight-clearance`, `ground-clearance`, `way`, `readiness` or `capital`
/// @param unit code of the unit; null when it is about none
/// @param best the soonest option with the best answer
/// @param worst the soonest option with the worst; empty when then nobody can go
public record Unknown(
        String about,
        @Nullable String unit,
        Saying question,
        Optional<Option> best,
        Optional<Option> worst) {

    /// A basis such as `speed:srsg|notice:assumed`, or `assumed` for all of it.
    private static final String ASSUMED = "assumed";

    /// The open question whose answer would move the result most; empty when none would move it.
    static Optional<Unknown> most(
            Collection<Unit> units, Task task, Muster muster, Freeing freeing) {
        return all(units, task, muster, freeing).stream()
                .filter(one -> one.moves().compareTo(Duration.ZERO) > 0)
                .max(Comparator.comparing(Unknown::moves));
    }

    /// How far apart the two answers are, at whichever end they differ more; a question between
    /// somebody and nobody comes before all others.
    public Duration moves() {
        if (best.isEmpty() || worst.isEmpty()) {
            return best.isPresent() == worst.isPresent()
                    ? Duration.ZERO
                    : Duration.ofSeconds(Integer.MAX_VALUE);
        }
        var earliest = worst.get().earliest().minus(best.get().earliest()).abs();
        var latest = worst.get().latest().minus(best.get().latest()).abs();
        return earliest.compareTo(latest) > 0 ? earliest : latest;
    }

    /// Question and answers in one sentence.
    public Saying saying() {
        var good = best.orElseThrow();
        return worst.map(bad ->
                        Saying.of(
                                PlanWords.UNKNOWN_MOVES,
                                question,
                                good.earliest(),
                                good.latest(),
                                bad.earliest(),
                                bad.latest()))
                .orElseGet(() ->
                        Saying.of(
                                PlanWords.UNKNOWN_DECIDES,
                                question,
                                good.earliest(),
                                good.latest()));
    }

    private static List<Unknown> all(
            Collection<Unit> units, Task task, Muster muster, Freeing freeing) {
        var found = new ArrayList<Unknown>();
        if (!freeing.now().proof().proven()) {
            return found;
        }
        var conditions = task.conditions();
        if (open(conditions.flight()) || clearanceUnsaid(units, conditions)) {
            found.addAll(
                    under(
                            new Question("flight-clearance", PlanWords.UNKNOWN_FLIGHT),
                            muster.under(units, conditions.withFlight(Clearance.GRANTED)),
                            muster.under(units, conditions.withFlight(Clearance.REFUSED))));
        }
        if (open(conditions.ground())) {
            found.addAll(
                    under(
                            new Question("ground-clearance", PlanWords.UNKNOWN_GROUND),
                            muster.under(units, conditions.withGround(Clearance.GRANTED)),
                            muster.under(units, conditions.withGround(Clearance.REFUSED))));
        }
        if (conditions.route().danger() == Danger.CALM) {
            found.addAll(
                    under(
                            new Question("way", PlanWords.UNKNOWN_WAY),
                            muster,
                            muster.under(units, conditions.withBombs())));
        }
        found.addAll(readiness(muster, freeing));
        found.addAll(capitals(units, muster, freeing));
        return found;
    }

    private record Question(String about, PlanWords words) {}

    private static List<Unknown> under(Question asked, Muster best, Muster worst) {
        return between(
                new Asked(asked.about(), null, Saying.of(asked.words())),
                best.soonest(),
                worst.soonest());
    }

    private record Asked(String about, @Nullable String unit, Saying question) {}

    /// One whose answers were gone through; nothing where the search was ended.
    private static List<Unknown> between(Asked asked, Soonest best, Soonest worst) {
        return best.proof().proven() && worst.proof().proven()
                ? List.of(
                        new Unknown(
                                asked.about(),
                                asked.unit(),
                                asked.question(),
                                best.option(),
                                worst.option()))
                : List.of();
    }

    private static boolean open(Clearance clearance) {
        return clearance == Clearance.PENDING || clearance == Clearance.NOT_ASKED;
    }

    private static boolean clearanceUnsaid(Collection<Unit> units, Conditions conditions) {
        return conditions.flight() == Clearance.NOT_NEEDED
                && units.stream()
                        .anyMatch(unit ->
                                unit.flies() && unit.find(CaveatKind.HOST_CLEARANCE).isPresent());
    }

    /// Only units of the soonest option: another unit's notice is in its own earliest at its best
    /// already, and cannot bring it before these.
    private static List<Unknown> readiness(Muster muster, Freeing freeing) {
        var found = new ArrayList<Unknown>();
        for (var can : freeing.now().option().map(Option::units).orElse(List.of())) {
            var unit = can.unit();
            if (noticeAssumed(unit)) {
                var least = unit.readyAfter(unit.noticeLeast(), unit.noticeLeast());
                var most = unit.readyAfter(unit.noticeMost(), unit.noticeMost());
                found.addAll(
                        between(
                                new Asked(
                                        "readiness",
                                        unit.code(),
                                        Saying.of(PlanWords.UNKNOWN_NOTICE, unit.name())),
                                muster.with(least).soonest(),
                                muster.with(most).soonest()));
            }
        }
        return found;
    }

    private static boolean noticeAssumed(Unit unit) {
        return unit.basis().equals(ASSUMED)
                || java.util.Arrays.stream(unit.basis().split("\\|", -1))
                        .anyMatch(part -> part.startsWith("notice") && part.endsWith(ASSUMED));
    }

    private static List<Unknown> capitals(Collection<Unit> units, Muster muster, Freeing freeing) {
        var found = new ArrayList<Unknown>();
        var now = freeing.now();
        for (var unit : units) {
            for (var caveat : unit.all(CaveatKind.ASK_CAPITAL)) {
                var free = unit.without(caveat);
                if (!couldMatter(free, now.option(), muster)) {
                    continue;
                }
                boolean goes = now.option().filter(one -> one.includes(unit.code())).isPresent();
                found.addAll(
                        between(
                                new Asked(
                                        "capital",
                                        unit.code(),
                                        Saying.of(PlanWords.UNKNOWN_CAPITAL, unit.name())),
                                freeing.with(free),
                                goes ? muster.soonestWithout(unit) : now));
            }
        }
        return found;
    }

    /// Whoever is there after the soonest option even without asking, and is not in it, changes
    /// nothing by any answer.
    private static boolean couldMatter(Unit free, Optional<Option> now, Muster muster) {
        var judged = muster.judge(free);
        return switch (judged.reach()) {
            case Reach.Cannot _ -> false;
            case Reach.Can can ->
                    now.isEmpty()
                            || judged.mayBeCarried()
                            || now.get().includes(free.code())
                            || can.earliest().compareTo(now.get().earliest()) <= 0;
        };
    }
}

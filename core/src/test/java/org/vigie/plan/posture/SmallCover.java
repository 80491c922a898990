package org.vigie.plan.posture;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Questions small enough to try every plan.
final class SmallCover {

    private SmallCover() {}

    /// Two types, three services, caveats, room, moves, floors and scenarios by chance.
    static CoverQuestion any(int bases, int places, long seed) {
        var chance = new SplittableRandom(seed);
        var types =
                List.of(
                        new UnitType("a", chance.nextInt(3), 0.3),
                        new UnitType("b", chance.nextInt(3), 0));
        var stationing =
                Stationing.anywhere(2, chance.ints(bases, 1, 3).toArray())
                        .atMost(chance.nextInt(2), chance.nextInt(bases), chance.nextInt(2));
        if (chance.nextInt(3) == 0) {
            stationing = stationing.movedFrom(chance.ints(2L * bases, 0, 2).toArray(), 2);
        }
        if (chance.nextInt(4) == 0) {
            stationing = stationing.atLeast(chance.nextInt(2), chance.nextInt(bases), 1);
        }
        var scenarios = new ArrayList<Scenario>();
        for (int s = 0; s <= chance.nextInt(2); s++) {
            var reach = new ReachTable(2, bases, places);
            for (int at = 0; at < 2 * bases * places; at++) {
                if (chance.nextInt(5) < 2) {
                    reach.set(at % 2, at / 2 % bases, at / 2 / bases);
                }
            }
            var weights = chance.ints(places, 0, 20).asDoubleStream().toArray();
            scenarios.add(new Scenario("s" + s, 1.0 + s, weights, reach));
        }
        var fairness =
                chance.nextInt(3) == 0
                        ? Fairness.floors(chance.ints(places, -1, 2).toArray(), 0.2, 0.1)
                        : Fairness.NONE;
        return new CoverQuestion(
                types,
                stationing,
                List.of(
                        Service.expected("reaction", 2, 0),
                        Service.all("10-1-2", 0, 1).withShare(2),
                        Service.cover("either", 0, 1)),
                scenarios,
                fairness);
    }

    /// The value of the best plan that keeps every rule; minus infinity where none does.
    static double greatest(CoverProblem problem) {
        return greatest(problem, new int[problem.stations()], 0);
    }

    private static double greatest(CoverProblem problem, int[] units, int station) {
        if (station == units.length) {
            return problem.breaches(units).isEmpty()
                    ? problem.value(units)
                    : Double.NEGATIVE_INFINITY;
        }
        double greatest = Double.NEGATIVE_INFINITY;
        for (int count = 0; count <= problem.stationing().most(station); count++) {
            units[station] = count;
            greatest = Math.max(greatest, greatest(problem, units, station + 1));
        }
        units[station] = 0;
        return greatest;
    }

    /// Straight from the question, place by place.
    static double valueWithoutMerging(CoverQuestion question, int[] units) {
        double value = 0;
        double all = question.scenarios().stream().mapToDouble(Scenario::weight).sum();
        for (var scenario : question.scenarios()) {
            for (int place = 0; place < scenario.reach().places(); place++) {
                for (var service : question.services()) {
                    int fewest = Integer.MAX_VALUE;
                    for (var need : service.needs()) {
                        fewest = Math.min(fewest, inReach(question, scenario, need, place, units));
                    }
                    for (int level = 1; level <= Math.min(fewest, service.levels()); level++) {
                        value +=
                                scenario.weight()
                                        / all
                                        * scenario.weight(place)
                                        * service.gain(level, question.types());
                    }
                }
            }
        }
        return value;
    }

    private static int inReach(
            CoverQuestion question, Scenario scenario, List<Integer> need, int place, int[] units) {
        int count = 0;
        int bases = question.stationing().bases();
        for (int type : need) {
            for (int base = 0; base < bases; base++) {
                boolean allowed = question.stationing().most(type * bases + base) > 0;
                if (allowed && scenario.reach().get(type, base, place)) {
                    count += units[type * bases + base];
                }
            }
        }
        return count;
    }
}

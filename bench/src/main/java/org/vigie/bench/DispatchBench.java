package org.vigie.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.Mode;
import org.vigie.geo.Position;
import org.vigie.geo.SpeedRange;
import org.vigie.plan.Base;
import org.vigie.plan.Caveat;
import org.vigie.plan.Clearance;
import org.vigie.plan.Conditions;
import org.vigie.plan.Options;
import org.vigie.plan.Prices;
import org.vigie.plan.Reach;
import org.vigie.plan.Task;
import org.vigie.plan.Unit;
import org.vigie.record.Forces.CaveatKind;
import org.vigie.record.Forces.Part;

/// Who can go: equal to trying every subset on small random forces, and how long a decision takes
/// with a large one. The same seed draws the same forces.
///
/// Nobody is carried in here: a lift changes an arrival, and trying subsets does not know how.
final class DispatchBench {

    private static final long SEED = 20_200_213;
    private static final int SMALL = 8;
    private static final int LARGE = 200;
    private static final int WARM_UPS = 600;
    private static final int DECISIONS = 2000;
    private static final double GOAL_MS = 5;
    private static final List<String> WORDS = List.of("infantry", "medical", "escort", "eod");

    private final int cases;
    private final SplittableRandom random = new SplittableRandom(SEED);
    private final Measured measured = new Measured();

    DispatchBench(int cases) {
        this.cases = cases;
    }

    Measured run() {
        measured.put("seed", SEED);
        measured.put("cases", cases);
        int equal = 0;
        for (int i = 0; i < cases; i++) {
            var force = force(random.nextInt(1, SMALL + 1));
            var task = task(random.nextInt(0, WORDS.size() + 1));
            var soonest =
                    Options.forTask(force, task)
                            .findSoonest()
                            .map(option -> new Arrival(option.earliest(), option.latest()))
                            .orElse(null);
            if (java.util.Objects.equals(soonest, ofAllSubsets(force, task))) {
                equal++;
            }
        }
        measured.atLeast("equalToBruteForce", equal, cases);
        measured.put("units", LARGE);
        measured.put("needs", WORDS.size());
        time();
        return measured;
    }

    private void time() {
        var decision = new double[DECISIONS];
        var priced = new double[DECISIONS];
        for (int i = -WARM_UPS; i < DECISIONS; i++) {
            var force = force(LARGE);
            var task = task(WORDS.size());
            long start = System.nanoTime();
            var options = Options.forTask(force, task);
            long decided = System.nanoTime();
            var prices = Prices.of(force, options);
            long end = System.nanoTime();
            if (prices.byUnit().size() != options.excluded().size()) {
                throw new IllegalStateException("a unit that is left out has no price");
            }
            if (i >= 0) {
                decision[i] = (decided - start) / 1e6;
                priced[i] = (end - start) / 1e6;
            }
        }
        measured.put("decisionP50Ms", percentile(decision, 50));
        measured.atMost("decisionP99Ms", percentile(decision, 99), GOAL_MS);
        measured.put("withPricesP50Ms", percentile(priced, 50));
        measured.atMost("withPricesP99Ms", percentile(priced, 99), GOAL_MS);
    }

    private static double percentile(double[] values, int percent) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }

    private record Arrival(Duration earliest, Duration latest) {

        boolean before(Arrival other) {
            int first = earliest.compareTo(other.earliest);
            return first < 0 || (first == 0 && latest.compareTo(other.latest) < 0);
        }
    }

    private static @Nullable Arrival ofAllSubsets(List<Unit> force, Task task) {
        var cans = new ArrayList<Reach.Can>();
        for (var unit : force) {
            if (Reach.of(unit, task) instanceof Reach.Can can) {
                cans.add(can);
            }
        }
        Arrival best = null;
        for (int subset = 1; subset < 1 << cans.size(); subset++) {
            var members = new ArrayList<Reach.Can>();
            for (int i = 0; i < cans.size(); i++) {
                if ((subset & 1 << i) != 0) {
                    members.add(cans.get(i));
                }
            }
            if (complete(members, task.needs())) {
                var arrival = last(members);
                best = best == null || arrival.before(best) ? arrival : best;
            }
        }
        return best;
    }

    private static Arrival last(List<Reach.Can> members) {
        var earliest = Duration.ZERO;
        var latest = Duration.ZERO;
        for (var can : members) {
            earliest = can.earliest().compareTo(earliest) > 0 ? can.earliest() : earliest;
            latest = can.latest().compareTo(latest) > 0 ? can.latest() : latest;
        }
        return new Arrival(earliest, latest);
    }

    private static boolean complete(List<Reach.Can> members, Set<String> needs) {
        for (var need : needs) {
            if (members.stream().noneMatch(can -> can.unit().offers(need))) {
                return false;
            }
        }
        for (var can : members) {
            for (var word : can.companions()) {
                if (members.stream()
                        .noneMatch(other -> !other.equals(can) && other.unit().offers(word))) {
                    return false;
                }
            }
        }
        return true;
    }

    private List<Unit> force(int size) {
        var force = new ArrayList<Unit>();
        for (int i = 0; i < size; i++) {
            force.add(unit("U" + i));
        }
        return force;
    }

    private Unit unit(String code) {
        var mode = random.nextInt(3) == 0 ? Mode.HELICOPTER : Mode.ROAD;
        double fast = mode == Mode.HELICOPTER ? 200 : 30;
        int notice = random.nextInt(10, 300);
        var words = new TreeSet<String>();
        for (int i = random.nextInt(0, 3); i > 0; i--) {
            words.add(WORDS.get(random.nextInt(WORDS.size())));
        }
        return new Unit(
                code,
                code,
                new Base("B", "B", position()),
                Part.OTHER,
                words,
                mode,
                new SpeedRange(fast / 2, fast),
                Duration.ofMinutes(notice),
                Duration.ofMinutes(notice + random.nextInt(0, 300)),
                random.nextBoolean(),
                mode == Mode.HELICOPTER ? 300 : null,
                null,
                null,
                null,
                caveats(code),
                "assumed");
    }

    private List<Caveat> caveats(String unit) {
        return switch (random.nextInt(8)) {
            case 0 -> List.of(caveat(unit, CaveatKind.MAX_KM, "90"));
            case 1 -> List.of(caveat(unit, CaveatKind.NEEDS_ESCORT, ""));
            case 2 -> List.of(caveat(unit, CaveatKind.DAY_ONLY, ""));
            case 3 -> List.of(caveat(unit, CaveatKind.ASK_CAPITAL, "60-600"));
            case 4 ->
                    List.of(
                            caveat(unit, CaveatKind.HOST_CLEARANCE, ""),
                            caveat(unit, CaveatKind.NOT_IN_RAIN, ""));
            default -> List.of();
        };
    }

    private static Caveat caveat(String unit, CaveatKind kind, String value) {
        return new Caveat(unit + "-" + kind, unit, kind, value, true, "assumed");
    }

    private Task task(int needs) {
        var clearance =
                random.nextBoolean()
                        ? Conditions.EASY.withFlight(Clearance.GRANTED)
                        : Conditions.EASY;
        return new Task(
                "the village",
                position(),
                Set.of(),
                Instant.parse("2020-01-01T00:00:00Z")
                        .plus(Duration.ofMinutes(random.nextInt(365 * 24 * 60))),
                random.nextBoolean() ? null : Duration.ofMinutes(random.nextInt(60, 3000)),
                Set.copyOf(WORDS.subList(0, needs)),
                random.nextBoolean() ? clearance : clearance.withBombs());
    }

    private Position position() {
        return new Position(random.nextDouble(13, 17), random.nextDouble(-5, 0));
    }
}

package org.vigie.bench;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.vigie.geo.Mode;
import org.vigie.geo.Position;
import org.vigie.geo.SpeedRange;
import org.vigie.plan.Base;
import org.vigie.plan.QuickDispatch;
import org.vigie.plan.Reach;
import org.vigie.plan.Unit;
import org.vigie.record.Forces.Part;

/// The search for a task force: 200 units, four capabilities; and the same answers as trying every
/// combination, on small forces.
final class DispatchBench {

    private static final int CASES = 10_000;
    private static final int WARM_UP = 3_000;
    private static final int UNITS = 200;
    private static final int FEW = 11;
    private static final List<String> WORDS =
            List.of(
                    "infantry",
                    "surgery",
                    "evacuation",
                    "eod",
                    "isr",
                    "escort",
                    "patrol",
                    "police");

    private final SplittableRandom chance = new SplittableRandom(1);

    Measured run() {
        var measured = new Measured();
        int equal = 0;
        for (int i = 0; i < CASES; i++) {
            var cans = force(FEW);
            var needs = needs();
            equal += isBest(QuickDispatch.soonest(cans, needs), cans, needs) ? 1 : 0;
        }
        measured.atLeast("equalToEveryCombination", equal, CASES);
        var millis = new double[CASES];
        var cpuMillis = new double[CASES];
        var thread = ManagementFactory.getThreadMXBean();
        for (int i = -WARM_UP; i < CASES; i++) {
            var cans = force(UNITS);
            var needs = needs();
            long cpu = thread.getCurrentThreadCpuTime();
            long started = System.nanoTime();
            var found = QuickDispatch.soonest(cans, needs);
            double took = (System.nanoTime() - started) / 1e6;
            if (i >= 0) {
                millis[i] = found.isPresent() ? took : 0;
                cpuMillis[i] = (thread.getCurrentThreadCpuTime() - cpu) / 1e6;
            }
        }
        Arrays.sort(millis);
        Arrays.sort(cpuMillis);
        measured.put("units", UNITS);
        measured.put("capabilities", 4);
        measured.put("medianMillis", millis[CASES / 2]);
        measured.put("p99CpuMillis", cpuMillis[CASES * 99 / 100]);
        measured.atMost("p99Millis", millis[CASES * 99 / 100], 5);
        measured.put("worstMillis", millis[CASES - 1]);
        return measured;
    }

    private Set<String> needs() {
        var needs = new TreeSet<String>();
        while (needs.size() < 4) {
            needs.add(WORDS.get(chance.nextInt(WORDS.size())));
        }
        return needs;
    }

    private List<Reach.Can> force(int size) {
        var force = new ArrayList<Reach.Can>();
        for (int i = 0; i < size; i++) {
            var words = new TreeSet<String>();
            for (int k = chance.nextInt(3); k >= 0; k--) {
                words.add(WORDS.get(chance.nextInt(WORDS.size())));
            }
            long earliest = chance.nextInt(20, 600);
            force.add(
                    new Reach.Can(
                            unit("unit-" + i, words),
                            Duration.ofMinutes(earliest),
                            Duration.ofMinutes(earliest + chance.nextInt(600)),
                            0,
                            List.of(),
                            null,
                            null,
                            List.of()));
        }
        return force;
    }

    private static Unit unit(String code, Set<String> words) {
        return new Unit(
                code,
                code,
                new Base("base", "base", new Position(14, -4)),
                Part.OTHER,
                words,
                Mode.ROAD,
                new SpeedRange(20, 40),
                Duration.ZERO,
                Duration.ZERO,
                true,
                null,
                null,
                null,
                null,
                List.of(),
                "made up");
    }

    /// Whether no combination is complete sooner, or as soon and surer, or as sure and smaller.
    private static boolean isBest(
            Optional<List<Reach.Can>> found, List<Reach.Can> cans, Set<String> needs) {
        long[] best = null;
        for (int set = 1; set < 1 << cans.size(); set++) {
            if (Integer.bitCount(set) <= needs.size()) {
                var those = new ArrayList<Reach.Can>();
                for (int i = 0; i < cans.size(); i++) {
                    if ((set >> i & 1) == 1) {
                        those.add(cans.get(i));
                    }
                }
                if (covers(those, needs)) {
                    var order = order(those);
                    best = best == null || Arrays.compare(order, best) < 0 ? order : best;
                }
            }
        }
        return best == null
                ? found.isEmpty()
                : found.isPresent()
                        && covers(found.get(), needs)
                        && Arrays.equals(order(found.get()), best);
    }

    private static boolean covers(List<Reach.Can> those, Set<String> needs) {
        return needs.stream()
                .allMatch(need -> those.stream().anyMatch(can -> can.unit().offers(need)));
    }

    private static long[] order(List<Reach.Can> those) {
        return new long[] {
            those.stream().mapToLong(can -> can.earliest().toMinutes()).max().orElse(0),
            those.stream().mapToLong(can -> can.latest().toMinutes()).max().orElse(0),
            those.size()
        };
    }
}

package org.vigie.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.vigie.plan.posture.CoverAnswer;
import org.vigie.plan.posture.CoverCheck;
import org.vigie.plan.posture.CoverProblem;
import org.vigie.plan.posture.CoverQuestion;
import org.vigie.plan.posture.Effort;
import org.vigie.plan.posture.MadeUpPosture;
import org.vigie.plan.posture.MadeUpTheatre;
import org.vigie.plan.posture.OwnCoverSolver;
import org.vigie.plan.posture.PostureSolver;
import org.vigie.solve.Engine;
import org.vigie.solve.MipSolver;

/// Covering and postures: three native solvers and our own on the same models, anchors beside them.
/// The time has everything in it from distances on: who reaches what, merging, model, plan and
/// proof. Loading the native code, once in a program, is not in it: the first theatre warms up.
final class CoverBench {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final double AGREE = 1e-6;
    private static final int PLACES = 20_000;

    private final int seeds;
    private final Measured measured = new Measured();

    CoverBench(int seeds) {
        this.seeds = seeds;
    }

    /// @param cpuSeconds of this program and the solver's together: what other work on the machine
    ///   does not change
    private record Solved(double seconds, double cpuSeconds, CoverAnswer.Posture posture) {}

    Measured run() {
        measured.put("seeds", seeds);
        measure(
                "cover200x20000p20",
                1,
                seed -> MadeUpPosture.maximalCover(new MadeUpTheatre(PLACES, 200, seed), 20, 180));
        measure(
                "mission20bases5types",
                0.5,
                seed -> MadeUpPosture.mission(new MadeUpTheatre(PLACES, 20, seed), 5, seed));
        measure(
                "mission200bases3types",
                5,
                seed -> MadeUpPosture.mission(new MadeUpTheatre(PLACES, 200, seed), 3, seed));
        anchors();
        return measured;
    }

    private void measure(String name, double most, LongFunction<CoverQuestion> questions) {
        var rows = new ArrayList<Map<String, Object>>();
        var seconds = new double[seeds];
        var cpu = new double[seeds];
        int agreed = 0;
        double worst = 0;
        for (int seed = 0; seed <= seeds; seed++) {
            int one = seed;
            var scip = solved(new MipSolver(Engine.SCIP, LIMIT), () -> questions.apply(one));
            var row = new LinkedHashMap<String, Object>();
            row.put("seed", seed);
            put(row, "scip", scip);
            if (seed > 0) {
                seconds[seed - 1] = scip.seconds;
                cpu[seed - 1] = scip.cpuSeconds;
                worst = Math.max(worst, scip.posture.certificate().gap());
                boolean agree = true;
                for (var engine : List.of(Engine.HIGHS, Engine.CBC)) {
                    var other = solved(new MipSolver(engine, LIMIT), () -> questions.apply(one));
                    put(row, engine.shown(), other);
                    agree &= agree(scip, other);
                }
                put(row, "own", solved(new OwnCoverSolver(), () -> questions.apply(one)));
                agreed += agree ? 1 : 0;
                rows.add(row);
            }
        }
        Arrays.sort(seconds);
        Arrays.sort(cpu);
        measured.put(name, rows);
        measured.put(name + "MedianCpuSeconds", cpu[seeds / 2]);
        measured.atMost(name + "MedianSeconds", seconds[seeds / 2], most);
        measured.put(name + "WorstSeconds", seconds[seeds - 1]);
        measured.atMost(name + "WorstGapPercent", 100 * worst, 0);
        measured.atLeast(name + "Agreed", agreed, seeds);
    }

    /// Makes a question; its time counts.
    private interface Asked {
        CoverQuestion question();
    }

    private static Solved solved(PostureSolver solver, Asked asked) {
        double cpu = cpuSeconds();
        long started = System.nanoTime();
        var problem = CoverProblem.of(asked.question());
        var answer = solver.solve(problem, Effort.USUAL);
        double seconds = (System.nanoTime() - started) / 1e9;
        if (answer instanceof CoverAnswer.Posture posture
                && CoverCheck.of(problem, posture).holds()) {
            return new Solved(seconds, cpuSeconds() - cpu, posture.took(seconds));
        }
        throw new IllegalStateException(solver.name() + " gave no answer that holds: " + answer);
    }

    private static double cpuSeconds() {
        return java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(ProcessHandle.current()),
                        ProcessHandle.current().children())
                .flatMap(one -> one.info().totalCpuDuration().stream())
                .mapToDouble(one -> one.toMillis() / 1e3)
                .sum();
    }

    private static void put(Map<String, Object> row, String who, Solved solved) {
        var certificate = solved.posture.certificate();
        var one = new LinkedHashMap<String, Object>();
        one.put("value", certificate.value());
        one.put("bound", certificate.bound());
        one.put("gap", certificate.gap());
        one.put("seconds", solved.seconds);
        one.put("cpuSeconds", solved.cpuSeconds);
        one.put("fellBack", !certificate.solver().startsWith(who) && !who.equals("scip"));
        row.put(who, one);
    }

    private static boolean agree(Solved one, Solved other) {
        double value = one.posture.certificate().value();
        return Math.abs(value - other.posture.certificate().value())
                <= AGREE * Math.max(1, Math.abs(value));
    }

    /// The first theatre again, with CP-SAT as it comes and with Timefold for a second and for
    /// five.
    private void anchors() {
        var problem =
                CoverProblem.of(
                        MadeUpPosture.maximalCover(new MadeUpTheatre(PLACES, 200, 1), 20, 180));
        var best =
                solved(
                        new MipSolver(Engine.SCIP, LIMIT),
                        () ->
                                MadeUpPosture.maximalCover(
                                        new MadeUpTheatre(PLACES, 200, 1), 20, 180));
        double value = best.posture.certificate().value();
        measured.put("anchorOf", value);
        measured.put("anchorCpSat20s", CpSatAnchor.solve(problem, 20));
        for (int seconds : new int[] {1, 5}) {
            double found = TimefoldAnchor.solve(problem, seconds);
            measured.put("anchorTimefold" + seconds + "sValue", found);
            measured.put(
                    "anchorTimefold" + seconds + "sBelowPercent", 100 * (value - found) / value);
        }
    }
}

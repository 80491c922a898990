package org.vigie.server.lite;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.vigie.plan.posture.CoverAnswer;
import org.vigie.plan.posture.CoverProblem;
import org.vigie.plan.posture.Effort;
import org.vigie.plan.posture.FewestMoves;
import org.vigie.plan.posture.FloorLimits;
import org.vigie.plan.posture.ForcePosture;
import org.vigie.plan.posture.OwnCoverSolver;
import org.vigie.plan.posture.PostureAdvice;
import org.vigie.plan.posture.PostureSolver;
import org.vigie.plan.posture.PostureWords;
import org.vigie.solve.Engine;
import org.vigie.solve.MipSolver;

/// Answers to questions of postures, kept by the hash of the model, so that a page that is loaded
/// again is there at once. A native solver is asked in a thread of its own and waited for at most
/// ten seconds; whoever waits longer is given the core's own answer, and finds the other when it
/// comes back.
@Component
class PostureSolves {

    /// What the native solver is told; the rest of ten seconds is for what stands around it.
    private static final Duration LIMIT = Duration.ofSeconds(4);

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /// Answers kept; a dozen kilobytes each.
    private static final int KEPT_MAX = 40;

    /// Solves at once; the solver's program takes one after another.
    private static final int RUNNING_MAX = 3;

    private final PostureSolver solver;
    private final Duration patience;
    private final Map<Key, FutureTask<Solved>> kept = new LinkedHashMap<>(16, 0.75f, true);

    PostureSolves() {
        this(new MipSolver(Engine.SCIP, LIMIT), PATIENCE);
    }

    PostureSolves(PostureSolver solver, Duration patience) {
        this.solver = solver;
        this.patience = patience;
    }

    private record Key(String hash, boolean proof) {}

    /// What a solver said.
    ///
    /// @param advice null where no posture keeps every rule
    /// @param late whether a native solver was asked for and did not come back in time
    record Solved(CoverAnswer answer, @Nullable PostureAdvice advice, boolean late) {

        Solved afterAll() {
            return new Solved(answer, advice, true);
        }
    }

    /// The answer of plain Java, or with `proof` that of a native solver and what one more unit is
    /// worth.
    Solved solve(ForcePosture force, CoverProblem problem, boolean proof) {
        // What stands where today is no part of the model, and decides who need not move.
        var own = new Key(problem.hash() + Arrays.toString(force.today()), false);
        var quick = own(own, force, problem);
        if (!proof) {
            return quick;
        }
        var key = new Key(own.hash, true);
        var task = proof(key, force, problem);
        if (task == null) {
            return quick.afterAll();
        }
        try {
            var solved = task.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (fellBack(solved.answer)) {
                forget(key);
            }
            return solved;
        } catch (TimeoutException late) {
            return quick.afterAll();
        } catch (ExecutionException broken) {
            forget(key);
            return quick.afterAll();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return quick.afterAll();
        }
    }

    private Solved own(Key key, ForcePosture force, CoverProblem problem) {
        var task = new FutureTask<>(() -> solved(new OwnCoverSolver(), force, problem, List.of()));
        FutureTask<Solved> first;
        synchronized (kept) {
            first = kept.computeIfAbsent(key, absent -> task);
            trim();
        }
        first.run(); // does nothing when it has run or runs elsewhere
        try {
            return first.get();
        } catch (ExecutionException broken) {
            forget(key);
            throw new IllegalStateException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while a posture was worked out", stopped);
        }
    }

    /// The solve of this question, begun if nobody has; null where too many run.
    private @Nullable FutureTask<Solved> proof(Key key, ForcePosture force, CoverProblem problem) {
        synchronized (kept) {
            var before = kept.get(key);
            if (before != null) {
                return before;
            }
            if (kept.values().stream().filter(task -> !task.isDone()).count() >= RUNNING_MAX) {
                return null;
            }
            var task = new FutureTask<>(() -> solved(solver, force, problem, moving(force)));
            kept.put(key, task);
            trim();
            var thread = new Thread(task, "vigie-posture");
            thread.setDaemon(true);
            thread.start();
            return task;
        }
    }

    private void trim() {
        var oldest = kept.entrySet().iterator();
        while (kept.size() > KEPT_MAX && oldest.hasNext()) {
            if (oldest.next().getValue().isDone()) {
                oldest.remove();
            }
        }
    }

    private void forget(Key key) {
        synchronized (kept) {
            kept.remove(key);
        }
    }

    private static List<Integer> moving(ForcePosture force) {
        return IntStream.range(0, force.units().size())
                .filter(type -> force.units().get(type).speed() != null)
                .boxed()
                .toList();
    }

    private static boolean fellBack(CoverAnswer answer) {
        return answer instanceof CoverAnswer.Posture posture
                && posture.notes().stream()
                        .anyMatch(note -> note.wording() == PostureWords.FELL_BACK);
    }

    private static Solved solved(
            PostureSolver solver, ForcePosture force, CoverProblem problem, List<Integer> types) {
        long started = System.nanoTime();
        var answer = FewestMoves.of(problem, solver.solve(problem, Effort.USUAL), force.today());
        double took = (System.nanoTime() - started) / 1e9;
        return switch (answer) {
            case CoverAnswer.None none ->
                    new Solved(
                            none.because(
                                    FloorLimits.of(problem, new OwnCoverSolver(), Effort.USUAL)),
                            null,
                            false);
            case CoverAnswer.Posture posture -> {
                var timed = posture.took(took);
                yield new Solved(
                        timed,
                        PostureAdvice.of(problem, timed, new OwnCoverSolver(), types),
                        false);
            }
        };
    }
}

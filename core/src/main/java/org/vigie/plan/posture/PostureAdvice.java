package org.vigie.plan.posture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.vigie.geo.Saying;

/// A posture with what an officer asks next: what holds it back, what one more unit would be worth,
/// what else is nearly as good.
///
/// @param worth of one more unit, for each type that was asked for
/// @param alternatives plans that differ by one unit, best first
/// @param binding rules that the plan is up against, one sentence each
public record PostureAdvice(
        CoverAnswer.Posture posture,
        List<Worth> worth,
        List<Alternative> alternatives,
        List<Saying> binding) {

    private static final int ALTERNATIVES = 5;

    /// From what to what the best value would rise: a range, because both bests are known only
    /// within what is proven.
    ///
    /// @param type its place in the list of types
    public record Worth(int type, double atLeast, double atMost) {}

    public PostureAdvice {
        worth = List.copyOf(worth);
        alternatives = List.copyOf(alternatives);
        binding = List.copyOf(binding);
    }

    /// Solves again with one more of each of these types.
    ///
    /// @param posture the answer to this problem
    /// @param types places in the list of types
    public static PostureAdvice of(
            CoverProblem problem,
            CoverAnswer.Posture posture,
            PostureSolver solver,
            List<Integer> types) {
        var worth = new ArrayList<Worth>();
        var now = posture.certificate();
        for (int type : types) {
            var effort = Effort.USUAL.withSeed(now.seed());
            if (solver.solve(problem.withOneMore(type), effort)
                    instanceof CoverAnswer.Posture more) {
                var then = more.certificate();
                worth.add(
                        new Worth(
                                type,
                                Math.max(0, then.value() - now.bound()),
                                Math.max(0, then.bound() - now.value())));
            }
        }
        return new PostureAdvice(
                posture,
                worth,
                new CoverSearch(problem).besides(posture.units(), ALTERNATIVES),
                binding(problem, posture.units()));
    }

    private static List<Saying> binding(CoverProblem problem, int[] units) {
        var binding = new ArrayList<Saying>();
        var stationing = problem.stationing();
        int bases = stationing.bases();
        for (int type = 0; type < problem.types().size(); type++) {
            int placed = Arrays.stream(units, type * bases, (type + 1) * bases).sum();
            var one = problem.types().get(type);
            if (placed < one.count()) {
                binding.add(
                        Saying.of(PostureWords.NOT_ALL_PLACED, one.code(), placed, one.count()));
            }
        }
        for (int base = 0; base < bases; base++) {
            int there = problem.atBase(base, units);
            if (there > 0 && there == stationing.room(base)) {
                binding.add(Saying.of(PostureWords.BASE_FULL, stationing.name(base), there));
            }
        }
        if (stationing.movesMost() >= 0 && problem.moves(units) == stationing.movesMost()) {
            binding.add(Saying.of(PostureWords.MOVES_USED, stationing.movesMost()));
        }
        var covered = problem.coveredByArea(units);
        for (int area = 0; area < covered.length; area++) {
            double floor = problem.rows().floors()[area];
            if (floor > 0 && covered[area] <= floor * 1.001) {
                binding.add(Saying.of(PostureWords.ON_THE_FLOOR, problem.areaName(area)));
            }
        }
        return binding;
    }
}

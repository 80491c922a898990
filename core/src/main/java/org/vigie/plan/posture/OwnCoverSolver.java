package org.vigie.plan.posture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.geo.Saying;

/// Solves a [CoverProblem] without anything but Java: a plan by search, a bound by prices.
///
/// When it must not be trusted: it does not split the problem, so its gap may stay open where a
/// mixed-integer solver closes it; where floors or moves leave little room it may find no plan
/// although there is one, and says so. Cost: restarts × units × entries of the rows.
public final class OwnCoverSolver implements PostureSolver {

    /// Who solved it, in a certificate.
    public static final String SOLVER = "Vigie search + Lagrangian";

    private static final String VERSION = "1";

    @Override
    public String name() {
        return SOLVER;
    }

    @Override
    public CoverAnswer solve(CoverProblem problem, Effort effort) {
        var plan = plan(problem, effort);
        if (plan instanceof Found.Nothing nothing) {
            return nothing.none();
        }
        var units = ((Found.Plan) plan).units();
        double value = problem.value(units);
        var multipliers = multipliers(problem, value, effort.rounds());
        double bound = Math.max(value, multipliers.bound(problem));
        var certificate =
                new Certificate(
                        Certificate.Sense.MORE_IS_BETTER,
                        value,
                        bound,
                        SOLVER,
                        VERSION,
                        0,
                        effort.seed(),
                        problem.hash());
        return new CoverAnswer.Posture(units, certificate, multipliers, List.of());
    }

    /// What a search found.
    public sealed interface Found {

        /// A plan that keeps every rule.
        @SuppressWarnings("ArrayRecordComponent") // handed to the solver that asked
        record Plan(int[] units) implements Found {}

        /// No plan.
        record Nothing(CoverAnswer.None none) implements Found {}
    }

    /// A good plan, without a bound: what a solver is told before it begins.
    public static Found plan(CoverProblem problem, Effort effort) {
        var impossible = contradictions(problem);
        if (!impossible.isEmpty()) {
            return new Found.Nothing(new CoverAnswer.None(impossible, true));
        }
        var units = new CoverSearch(problem).best(effort);
        var breaches = problem.breaches(units);
        if (breaches.isEmpty()) {
            return new Found.Plan(units);
        }
        var why = new ArrayList<Saying>();
        for (var breach : breaches) {
            why.add(Saying.of(PostureWords.NONE_FOUND, breach));
        }
        return new Found.Nothing(new CoverAnswer.None(why, false));
    }

    /// Prices that make the bound low, by the volume algorithm from none.
    ///
    /// @param value of the best plan known
    public static CoverMultipliers multipliers(CoverProblem problem, double value, int rounds) {
        var relaxation = new CoverRelaxation(problem);
        var start = new double[CoverMultipliers.length(problem)];
        startPrices(problem, start);
        var volume = new Volume(relaxation.parts(), start, -value);
        volume.climb(relaxation, rounds);
        return CoverMultipliers.of(problem, volume.multipliers());
    }

    /// Half of what the first unit in reach adds.
    private static void startPrices(CoverProblem problem, double[] prices) {
        var rows = problem.rows();
        for (int row = 0; row < rows.size(); row++) {
            int needs = rows.links()[row + 1] - rows.links()[row];
            for (int link = rows.links()[row]; link < rows.links()[row + 1]; link++) {
                prices[link] = problem.gain(row, 1) / 2 / needs;
            }
        }
    }

    /// Rules that cannot all be kept, whatever is decided: found by counting.
    private static List<Saying> contradictions(CoverProblem problem) {
        var why = new ArrayList<Saying>();
        var stationing = problem.stationing();
        int bases = stationing.bases();
        int mustMove = 0;
        for (int type = 0; type < problem.types().size(); type++) {
            int stay = 0;
            for (int base = 0; base < bases; base++) {
                int station = type * bases + base;
                int least = stationing.least(station);
                stay += least;
                if (least > stationing.most(station) && least <= stationing.room(base)) {
                    why.add(
                            Saying.of(
                                    PostureWords.STAY_FORBIDDEN,
                                    problem.types().get(type).code(),
                                    stationing.name(base),
                                    least,
                                    stationing.most(station)));
                }
            }
            if (stay > problem.types().get(type).count()) {
                why.add(
                        Saying.of(
                                PostureWords.STAY_OUTNUMBERS,
                                problem.types().get(type).code(),
                                stay,
                                problem.types().get(type).count()));
            }
        }
        for (int base = 0; base < bases; base++) {
            mustMove += mustLeave(problem, base);
            stayWithoutRoom(problem, base).ifPresent(why::add);
        }
        if (stationing.movesMost() >= 0 && mustMove > stationing.movesMost()) {
            why.add(Saying.of(PostureWords.MUST_MOVE, mustMove, stationing.movesMost()));
        }
        return why;
    }

    /// Units that cannot stay where they stand today: they may not, or there is no room for all.
    private static int mustLeave(CoverProblem problem, int base) {
        var stationing = problem.stationing();
        int forbidden = 0;
        int there = 0;
        for (int type = 0; type < problem.types().size(); type++) {
            int station = type * stationing.bases() + base;
            there += stationing.today(station);
            forbidden += Math.max(0, stationing.today(station) - stationing.most(station));
        }
        return Math.max(forbidden, there - stationing.room(base));
    }

    private static Optional<Saying> stayWithoutRoom(CoverProblem problem, int base) {
        var stationing = problem.stationing();
        int stay = 0;
        for (int type = 0; type < problem.types().size(); type++) {
            stay += stationing.least(type * stationing.bases() + base);
        }
        return stay <= stationing.room(base)
                ? Optional.empty()
                : Optional.of(
                        Saying.of(
                                PostureWords.STAY_WITHOUT_ROOM,
                                stationing.name(base),
                                stay,
                                stationing.room(base)));
    }
}

package org.vigie.bench;

import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.lookup.PlanningId;
import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;
import ai.timefold.solver.core.api.score.buildin.simplelong.SimpleLongScore;
import ai.timefold.solver.core.api.score.calculator.IncrementalScoreCalculator;
import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.solver.SolverConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.plan.posture.CoverProblem;

/// Plain cover as Timefold takes it: units that each choose a base, the score counted step by step,
/// all settings as they come. It knows no bound.
final class TimefoldAnchor {

    private TimefoldAnchor() {}

    /// The value after so many seconds.
    static double solve(CoverProblem problem, int seconds) {
        var config =
                new SolverConfig()
                        .withSolutionClass(Plan.class)
                        .withEntityClasses(Station.class)
                        .withRandomSeed(1L)
                        .withTerminationSpentLimit(Duration.ofSeconds(seconds));
        config.withScoreDirectorFactory(
                new ai.timefold.solver.core.config.score.director.ScoreDirectorFactoryConfig()
                        .withIncrementalScoreCalculatorClass(Covered.class));
        SolverFactory<Plan> factory = SolverFactory.create(config);
        var plan = factory.buildSolver().solve(Plan.of(problem));
        var units = new int[problem.stations()];
        for (var station : plan.stations) {
            if (station.base != null) {
                units[station.base] = 1;
            }
        }
        return problem.value(units);
    }

    /// A unit that chooses a base.
    @PlanningEntity
    public static final class Station {
        @PlanningId private int id;
        @PlanningVariable private @Nullable Integer base;

        Station() {}

        Station(int id) {
            this.id = id;
        }

        /// The base that it chose.
        public @Nullable Integer getBase() {
            return base;
        }

        /// Chooses.
        public void setBase(@Nullable Integer base) {
            this.base = base;
        }

        @Override
        public String toString() {
            return "unit " + id;
        }
    }

    /// All of them.
    @PlanningSolution
    public static final class Plan {
        @PlanningEntityCollectionProperty private List<Station> stations = new ArrayList<>();

        @ValueRangeProvider private List<Integer> bases = new ArrayList<>();

        @PlanningScore private @Nullable SimpleLongScore score;

        /// Which rows each base covers, and what they weigh; not part of the plan.
        private int[][] covers = new int[0][];

        private long[] weights = new long[0];

        Plan() {}

        static Plan of(CoverProblem problem) {
            var plan = new Plan();
            var rows = problem.rows();
            var lists = new ArrayList<List<Integer>>();
            for (int j = 0; j < problem.stations(); j++) {
                plan.bases.add(j);
                lists.add(new ArrayList<>());
            }
            plan.weights = new long[rows.size()];
            for (int row = 0; row < rows.size(); row++) {
                plan.weights[row] = Math.round(rows.weight()[row]);
                int link = rows.links()[row];
                for (int at = rows.from()[link]; at < rows.from()[link + 1]; at++) {
                    lists.get(rows.stations()[at]).add(row);
                }
            }
            plan.covers =
                    lists.stream()
                            .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                            .toArray(int[][]::new);
            for (int i = 0; i < problem.types().getFirst().count(); i++) {
                plan.stations.add(new Station(i));
            }
            return plan;
        }

        /// What it is worth.
        public @Nullable SimpleLongScore getScore() {
            return score;
        }

        /// Sets what it is worth.
        public void setScore(@Nullable SimpleLongScore score) {
            this.score = score;
        }
    }

    /// The weight that is covered, kept up step by step.
    public static final class Covered implements IncrementalScoreCalculator<Plan, SimpleLongScore> {
        private int[][] covers = new int[0][];
        private long[] weights = new long[0];
        private int[] count = new int[0];
        private long sum;

        /// For Timefold, which makes it itself.
        public Covered() {}

        @Override
        public void resetWorkingSolution(Plan plan) {
            covers = plan.covers;
            weights = plan.weights;
            count = new int[weights.length];
            sum = 0;
            plan.stations.forEach(station -> change(station, 1));
        }

        @Override
        public void beforeEntityAdded(Object entity) {}

        @Override
        public void afterEntityAdded(Object entity) {
            change((Station) entity, 1);
        }

        @Override
        public void beforeVariableChanged(Object entity, String variable) {
            change((Station) entity, -1);
        }

        @Override
        public void afterVariableChanged(Object entity, String variable) {
            change((Station) entity, 1);
        }

        @Override
        public void beforeEntityRemoved(Object entity) {
            change((Station) entity, -1);
        }

        @Override
        public void afterEntityRemoved(Object entity) {}

        private void change(Station station, int by) {
            var base = station.base;
            if (base == null) {
                return;
            }
            for (int row : covers[base]) {
                if (by > 0 && count[row]++ == 0) {
                    sum += weights[row];
                } else if (by < 0 && --count[row] == 0) {
                    sum -= weights[row];
                }
            }
        }

        @Override
        public SimpleLongScore calculateScore() {
            return SimpleLongScore.of(sum);
        }
    }
}

package org.vigie.plan.posture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.vigie.geo.BadInput;

final class PMedianTest {

    /// Two villages of ten people around base 0, one of a thousand beside base 2.
    private static final PMedianProblem THREE =
            PMedianProblem.of(
                    new double[] {10, 10, 1000}, new double[] {5, 6, 90, 30, 30, 30, 80, 90, 2}, 1);

    @Test
    void one_base_stands_where_most_people_are() {
        var answer = PMedian.solve(THREE, Effort.USUAL);
        assertArrayEquals(new int[] {2}, answer.open());
        assertEquals(800 + 900 + 2000, answer.certificate().value());
        assertTrue(answer.certificate().isProven());
    }

    @Test
    void the_same_seed_gives_the_same_answer() {
        var theatre = new MadeUpTheatre(400, 30, 3);
        var problem = PMedianProblem.of(theatre.weights(), theatre.roadMinutes(), 5);
        var one = PMedian.solve(problem, Effort.USUAL);
        var other = PMedian.solve(problem, Effort.USUAL);
        assertEquals(one.certificate(), other.certificate());
        assertArrayEquals(one.open(), other.open());
    }

    @Test
    void two_hundred_bases_for_five_thousand_places_are_proven_within_a_thousandth() {
        var theatre = new MadeUpTheatre(5000, 200, 4);
        var problem = PMedianProblem.of(theatre.weights(), theatre.roadMinutes(), 20);
        var answer = PMedian.solve(problem, Effort.USUAL);
        assertTrue(answer.certificate().gap() <= 0.001, () -> answer.certificate().toString());
        assertTrue(CertificateCheck.of(problem, answer).holds());
    }

    @Property(tries = 150)
    void nothing_is_better_than_what_is_proven_best(
            @ForAll @IntRange(min = 1, max = 7) int candidates,
            @ForAll @IntRange(min = 1, max = 12) int places,
            @ForAll long seed) {
        var chance = new SplittableRandom(seed);
        var weights = chance.doubles(places, 0, 10).toArray();
        var costs = chance.ints((long) candidates * places, 0, 20).asDoubleStream().toArray();
        var problem = PMedianProblem.of(weights, costs, 1 + chance.nextInt(candidates));
        var answer = PMedian.solve(problem, new Effort(3, 120, 50, seed));
        double least = least(problem);
        var certificate = answer.certificate();
        assertTrue(certificate.bound() <= least * (1 + 1e-9) + 1e-9);
        assertTrue(certificate.value() >= least * (1 - 1e-9) - 1e-9);
        assertEquals(least, certificate.value(), 1e-6 * Math.max(1, least) + gap(certificate));
        assertTrue(CertificateCheck.of(problem, answer).holds());
    }

    @Test
    void a_certificate_of_another_model_is_refused() {
        var answer = PMedian.solve(THREE, Effort.USUAL);
        var other =
                PMedianProblem.of(
                        new double[] {10, 10, 999},
                        new double[] {5, 6, 90, 30, 30, 30, 80, 90, 2},
                        1);
        var checked = CertificateCheck.of(other, answer);
        assertEquals(PostureWords.OTHER_MODEL, checked.faults().getFirst().wording());
    }

    @Test
    void a_bound_that_the_multipliers_do_not_show_is_refused() {
        var theatre = new MadeUpTheatre(50, 8, 5);
        var problem = PMedianProblem.of(theatre.weights(), theatre.roadMinutes(), 2);
        var answer = PMedian.solve(problem, Effort.USUAL);
        var nothing = MedianProof.end(new double[50]);
        var claimed = new PMedianAnswer(answer.open(), answer.certificate(), nothing);
        var checked = CertificateCheck.of(problem, claimed);
        assertFalse(checked.holds());
        assertEquals(PostureWords.BOUND_NOT_SHOWN, checked.faults().getFirst().wording());
    }

    @Test
    void a_value_that_the_plan_does_not_have_is_refused() {
        var answer = PMedian.solve(THREE, Effort.USUAL);
        var claimed = new PMedianAnswer(new int[] {0}, answer.certificate(), answer.proof());
        var checked = CertificateCheck.of(THREE, claimed);
        assertEquals(PostureWords.OTHER_VALUE, checked.faults().getFirst().wording());
    }

    @Test
    void all_candidates_chosen_is_an_answer() {
        var costs = new double[] {1, 5, 4, 2};
        var problem = PMedianProblem.of(new double[] {1, 1}, costs, 2);
        var answer = PMedian.solve(problem, Effort.USUAL);
        assertEquals(3, answer.certificate().value());
        assertTrue(answer.certificate().isProven());
    }

    @Test
    void what_is_no_problem_is_refused_with_a_reason() {
        refused("p must be between 1 and the 2 candidates, was 3", new double[] {1}, 3, 1, 2);
        refused("places must be at least one, was 0", new double[] {}, 1, 1, 2);
        refused(
                "weight of place 0 must be a finite number, not negative, was NaN",
                new double[] {Double.NaN},
                1,
                1,
                2);
        refused(
                "cost from candidate 1 to place 0 must be a finite number, not negative, was"
                        + " Infinity",
                new double[] {1},
                1,
                1,
                Double.POSITIVE_INFINITY);
        refused(
                "costs must be one for each candidate and place, at most 20000000, was 3",
                new double[] {1, 1},
                1,
                1,
                2,
                3);
    }

    private static void refused(String sentence, double[] weights, int p, double... costs) {
        var refusal = assertThrows(BadInput.class, () -> PMedianProblem.of(weights, costs, p));
        assertEquals(sentence, refusal.getMessage());
    }

    private static double gap(Certificate certificate) {
        return certificate.gap() * certificate.value();
    }

    private static double least(PMedianProblem problem) {
        double least = Double.POSITIVE_INFINITY;
        for (int set = 0; set < 1 << problem.candidates(); set++) {
            if (Integer.bitCount(set) == problem.p()) {
                int chosen = set;
                var open =
                        java.util.stream.IntStream.range(0, problem.candidates())
                                .filter(j -> (chosen >> j & 1) == 1)
                                .toArray();
                least = Math.min(least, problem.value(open));
            }
        }
        return least;
    }
}

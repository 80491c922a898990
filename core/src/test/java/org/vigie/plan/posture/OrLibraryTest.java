package org.vigie.plan.posture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/// The twenty problems of Beasley whose best plans are known.
final class OrLibraryTest {

    @Test
    void all_twenty_are_solved_and_nearly_all_are_proven() {
        int proven = 0;
        for (int number = 1; number <= 20; number++) {
            var problem = OrLibrary.problem(number);
            var answer = PMedian.solve(problem, Effort.USUAL);
            var certificate = answer.certificate();

            assertEquals(OrLibrary.OPTIMA[number - 1], certificate.value(), "pmed" + number);
            assertTrue(certificate.gap() <= 0.003, () -> certificate.toString());
            proven += certificate.isProven() ? 1 : 0;
            assertTrue(CertificateCheck.of(problem, answer).holds());
        }
        assertTrue(proven >= 15, "proven: " + proven);
    }
}

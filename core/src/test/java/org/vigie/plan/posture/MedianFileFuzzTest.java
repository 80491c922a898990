package org.vigie.plan.posture;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.geo.BadInput;

/// Files of the OR-Library.
class MedianFileFuzzTest {

    static List<byte[]> files() {
        return List.of(" 4 4 2 \n 1 2 30 \n 2 3 46 \n 3 4 2 \n 4 1 7 \n", "3 2 1\n1 2 5\n2 3 6\n")
                .stream()
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    @MethodSource("files")
    @FuzzTest
    void a_file_is_a_problem_whose_answer_holds_or_is_refused(byte[] bytes) {
        try {
            var problem = MedianFile.read(new String(bytes, StandardCharsets.UTF_8));
            if (problem.candidates() <= 20) {
                var answer = PMedian.solve(problem, new Effort(1, 20, 2, 1));
                assertTrue(CertificateCheck.of(problem, answer).holds());
            }
        } catch (BadInput refused) {
            assertTrue(!refused.field().isBlank());
        }
    }
}

package org.vigie.solve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.geo.BadInput;
import org.vigie.plan.posture.CoverProblem;
import org.vigie.plan.posture.MadeUpPosture;
import org.vigie.plan.posture.MadeUpTheatre;

/// What goes through the pipe to the solver's program, and what comes back.
class CoverWireFuzzTest {

    static List<byte[]> problems() {
        return List.of(2L, 3L).stream()
                .map(seed -> MadeUpPosture.mission(new MadeUpTheatre(30, 4, seed), 3, seed))
                .map(CoverProblem::of)
                .map(CoverWireFuzzTest::bytes)
                .toList();
    }

    @MethodSource("problems")
    @FuzzTest
    void a_problem_is_the_same_on_the_other_side_or_is_refused(byte[] bytes) {
        try {
            var problem = CoverWire.read(in(bytes));
            assertEquals(problem.hash(), CoverWire.read(in(bytes(problem))).hash());
        } catch (BadInput | IOException refused) {
            assertEquals(false, String.valueOf(refused).isBlank());
        }
    }

    @FuzzTest
    void an_answer_is_read_or_refused(byte[] bytes) {
        try {
            assertEquals(false, Told.read(in(bytes)).version() == null);
        } catch (BadInput | IOException refused) {
            assertEquals(false, String.valueOf(refused).isBlank());
        }
    }

    private static DataInputStream in(byte[] bytes) {
        return new DataInputStream(new ByteArrayInputStream(bytes));
    }

    private static byte[] bytes(CoverProblem problem) {
        var bytes = new ByteArrayOutputStream();
        try {
            CoverWire.write(new DataOutputStream(bytes), problem);
        } catch (IOException impossible) {
            throw new IllegalStateException("memory takes what is written", impossible);
        }
        return bytes.toByteArray();
    }
}

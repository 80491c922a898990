package org.vigie.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.exchange.out.PostureCertificate;
import org.vigie.geo.BadInput;
import org.vigie.plan.posture.CoverAnswer;
import org.vigie.plan.posture.CoverCheck;
import org.vigie.plan.posture.CoverProblem;
import org.vigie.plan.posture.Effort;
import org.vigie.plan.posture.MadeUpPosture;
import org.vigie.plan.posture.MadeUpTheatre;
import org.vigie.plan.posture.OwnCoverSolver;

/// Certificates of postures, from whoever sends one.
class CertificateFileFuzzTest {

    static List<byte[]> certificates() throws IOException {
        var problem = CoverProblem.of(MadeUpPosture.mission(new MadeUpTheatre(20, 3, 1), 2, 1));
        var answer = new OwnCoverSolver().solve(problem, new Effort(1, 20, 1, 1));
        var text = new StringWriter();
        PostureCertificate.write(text, problem, (CoverAnswer.Posture) answer);
        return List.of(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    @MethodSource("certificates")
    @FuzzTest
    void a_certificate_is_worked_out_again_or_refused(byte[] bytes) {
        try {
            var read = CertificateFile.of(JsonTree.of(bytes));
            var checked = CoverCheck.of(read.problem(), read.posture());
            assertTrue(checked.holds() || !checked.faults().isEmpty());
        } catch (BadInput refused) {
            assertTrue(!refused.field().isBlank());
        }
    }
}

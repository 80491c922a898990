package org.vigie.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.vigie.plan.posture.Certificate;
import org.vigie.plan.posture.CertificateCheck;
import org.vigie.plan.posture.Effort;
import org.vigie.plan.posture.MadeUpTheatre;
import org.vigie.plan.posture.MedianFile;
import org.vigie.plan.posture.PMedian;
import org.vigie.plan.posture.PMedianProblem;

/// The p-median: value, proven bound, gap and seconds of each file, beside the optimum where it is
/// known; and a made-up theatre. One thread. Reading a file and its shortest ways are not in the
/// time.
final class PMedianBench {

    private static final Pattern KNOWN = Pattern.compile("pmed(\\d+)\\.txt");
    private static final int THEATRES = 5;

    /// Of pmed1 to pmed20, Beasley 1985.
    private static final int[] OPTIMA = {
        5819, 4093, 4250, 3034, 1355, 7824, 5631, 4445, 2734, 1255, 7696, 6634, 4374, 2968, 1729,
        8162, 6999, 4809, 2845, 1789
    };

    private final List<Path> files;
    private final Measured measured = new Measured();

    PMedianBench(List<Path> files) {
        this.files = files;
    }

    Measured run() throws IOException {
        files();
        theatres();
        return measured;
    }

    private void files() throws IOException {
        var rows = new ArrayList<Map<String, Object>>();
        int known = 0;
        int optimal = 0;
        int proven = 0;
        double worst = 0;
        double all = 0;
        for (var file : files) {
            var problem = MedianFile.read(Files.readString(file));
            var solved = solved(problem);
            var row = solved.row;
            row.put("file", String.valueOf(file.getFileName()));
            var name = KNOWN.matcher(String.valueOf(file.getFileName()));
            int number = name.matches() ? Integer.parseInt(name.group(1), 10) : 0;
            if (number >= 1 && number <= OPTIMA.length) {
                known++;
                row.put("optimum", OPTIMA[number - 1]);
                optimal += solved.certificate.value() == OPTIMA[number - 1] ? 1 : 0;
            }
            proven += solved.certificate.isProven() ? 1 : 0;
            worst = Math.max(worst, solved.certificate.gap());
            all += solved.certificate.seconds();
            rows.add(row);
        }
        measured.put("files", rows);
        if (!files.isEmpty()) {
            measured.put("secondsOfAllFiles", all);
            measured.atLeast("optimalOfKnown", optimal, known);
            measured.atLeast("proven", proven, 0.75 * files.size());
            measured.atMost("worstGapPercent", 100 * worst, 0.3);
        }
    }

    private record Solved(Certificate certificate, Map<String, Object> row) {}

    private static Solved solved(PMedianProblem problem) {
        long started = System.nanoTime();
        var answer = PMedian.solve(problem, Effort.USUAL);
        double seconds = (System.nanoTime() - started) / 1e9;
        var certificate = answer.certificate();
        var row = new LinkedHashMap<String, Object>();
        row.put("value", certificate.value());
        row.put("bound", certificate.bound());
        row.put("gap", certificate.gap());
        row.put("seconds", seconds);
        row.put("proofSteps", answer.proof().size());
        row.put("checked", CertificateCheck.of(problem, answer).holds());
        return new Solved(certificate.took(seconds), row);
    }

    private void theatres() {
        var rows = new ArrayList<Map<String, Object>>();
        var seconds = new double[THEATRES];
        double worst = 0;
        for (int seed = 0; seed <= THEATRES; seed++) {
            var theatre = new MadeUpTheatre(5000, 200, seed);
            var solved = solved(PMedianProblem.of(theatre.weights(), theatre.roadMinutes(), 20));
            solved.row.put("seed", seed);
            rows.add(solved.row);
            if (seed > 0) {
                // The first warms up.
                seconds[seed - 1] = solved.certificate.seconds();
                worst = Math.max(worst, solved.certificate.gap());
            }
        }
        Arrays.sort(seconds);
        measured.put("theatres200x5000", rows);
        measured.atMost("theatreMedianSeconds", seconds[THEATRES / 2], 3);
        measured.put("theatreWorstSeconds", seconds[THEATRES - 1]);
        measured.atMost("theatreWorstGapPercent", 100 * worst, 0.1);
    }
}

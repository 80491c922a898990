package org.vigie;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Fuzzes one target in a program of its own, with Jazzer: it changes inputs, watches which
/// branches of our own classes each of them reaches, and goes on from those that reach a new one.
/// The inputs that it keeps stay in the target's folder, so that the next run goes on from there.
final class Fuzzer {

    /// A single input of a few kilobytes that takes longer never comes to an end.
    private static final int SECONDS_OF_ONE_INPUT_MAX = 60;

    private static final Pattern STATE =
            Pattern.compile("#(\\d+)\\s+([A-Z]+|pulse)\\s+cov: (\\d+) ft: \\d+ corp: (\\d+)/.*");

    private static final String WRITTEN = "Test unit written to ";

    private Fuzzer() {}

    /// What a run came to.
    ///
    /// @param executions how many inputs were tried
    /// @param coverageAtFirst branches of our own classes that the seeds reach
    /// @param coverage those that were reached at the end
    /// @param fault what the fuzzer said of an input that breaks the law; empty when it found none
    record Outcome(long executions, int coverageAtFirst, int coverage, int kept, String fault) {

        String sentence(String target, int seconds) {
            return String.format(
                    Locale.ROOT,
                    "%s: %,d executions in %d s, coverage %d -> %d, %d inputs kept",
                    target,
                    executions,
                    seconds,
                    coverageAtFirst,
                    coverage,
                    kept);
        }
    }

    static Outcome run(FuzzTarget target, int seconds) throws IOException, InterruptedException {
        var how = List.of("--target_class=" + target.type(), "--target_method=" + target.method());
        return run(target.unit(), target.folder(), how, seconds);
    }

    /// @param how the words that tell the fuzzer its target
    static Outcome run(Path unit, Path folder, List<String> how, int seconds)
            throws IOException, InterruptedException {
        var found = Files.createDirectories(folder.resolve("found"));
        var corpus = Files.createDirectories(folder.resolve("corpus"));
        var said = folder.resolve("said.txt");
        var line = FuzzTarget.java(unit);
        line.add("com.code_intelligence.jazzer.Jazzer");
        line.addAll(how);
        line.addAll(
                List.of(
                        "--instrumentation_includes=org.vigie.**",
                        "--custom_hook_includes=org.vigie.**",
                        "--reproducer_path=" + found,
                        "-max_total_time=" + seconds,
                        "-timeout=" + SECONDS_OF_ONE_INPUT_MAX,
                        "-rss_limit_mb=0",
                        "-artifact_prefix=" + found + "/",
                        corpus.toString()));
        var process =
                new ProcessBuilder(line)
                        .directory(unit.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start();
        int exit = process.waitFor();
        return outcome(Files.readAllLines(said, StandardCharsets.ISO_8859_1), exit);
    }

    private static Outcome outcome(List<String> said, int exit) {
        long executions = 0;
        int first = 0;
        int coverage = 0;
        int kept = 0;
        for (var line : said) {
            var state = STATE.matcher(line);
            if (state.matches()) {
                executions = Long.parseLong(state.group(1));
                coverage = Integer.parseInt(state.group(3));
                kept = Integer.parseInt(state.group(4));
                first = state.group(2).equals("INITED") ? coverage : first;
            }
        }
        return new Outcome(executions, first, coverage, kept, exit == 0 ? "" : fault(said, exit));
    }

    /// The part of what it said that tells of the fault: the exception, and the input's file.
    private static String fault(List<String> said, int exit) {
        var fault = new ArrayList<String>();
        boolean inside = false;
        for (var line : said) {
            inside |= line.startsWith("== ") || line.startsWith("ERROR: ");
            inside &= !line.startsWith("== libFuzzer crashing input");
            if (inside || line.contains(WRITTEN)) {
                fault.add(line);
            }
        }
        var whole = fault.isEmpty() ? said : fault;
        return "exit code " + exit + "\n" + String.join("\n", whole);
    }
}

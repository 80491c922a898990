package org.vigie;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// All fuzz tests of all units, as many at a time as the machine has processors. Their seeds are
/// tried beside their parsers, in each unit's own tests; here come the inputs that nobody thought
/// of.
///
/// `-Dvigie.fuzz.only=TEXT` takes the targets whose name holds the text, `-Dvigie.fuzz.seconds=N`
/// says how long each is fuzzed; the environment variable `VIGIE_FUZZ_AT_ONCE` how many at a time:
/// with more than there are processors all of it ends sooner, and each tries less.
final class FuzzingTest {

    private static final int SECONDS = Integer.getInteger("vigie.fuzz.seconds", 300);
    private static final String ONLY = System.getProperty("vigie.fuzz.only", "");

    private static final int AT_ONCE =
            Optional.ofNullable(System.getenv("VIGIE_FUZZ_AT_ONCE"))
                    .map(Integer::parseInt)
                    .orElse(Runtime.getRuntime().availableProcessors());

    private static final List<FuzzTarget> ALL = FuzzTarget.all();

    private static final int DAMAGED_INPUTS = 100;

    @TestFactory
    Stream<DynamicTest> every_law_holds_for_seeds_that_are_damaged_by_chance() {
        return targets().collect(Collectors.groupingBy(FuzzTarget::unit)).entrySet().stream()
                .flatMap(unit -> damaged(unit.getKey(), unit.getValue()));
    }

    @Tag("long")
    @TestFactory
    Stream<DynamicTest> every_law_holds_for_what_the_fuzzer_makes_up() {
        var program = Executors.newFixedThreadPool(AT_ONCE);
        return targets()
                .map(target -> Map.entry(target, program.submit(() -> fuzzed(target))))
                .toList()
                .stream()
                .map(run -> dynamicTest(run.getKey().toString(), () -> judge(run.getValue().get())))
                .onClose(program::shutdownNow);
    }

    @Tag("long")
    @Test
    void the_fuzzer_sees_our_own_classes_and_finds_what_chance_does_not(@TempDir Path folder)
            throws IOException, InterruptedException {
        var how = List.of("--target_class=" + PlantedFault.class.getName());
        var outcome = Fuzzer.run(Path.of("").toAbsolutePath(), folder, how, 60);
        assertTrue(outcome.coverage() > outcome.coverageAtFirst(), outcome::toString);
        assertTrue(outcome.fault().contains("the planted fault"), outcome::toString);
        assertTrue(outcome.fault().contains("Test unit written to " + folder), outcome::toString);
        try (var found = Files.list(folder.resolve("found"))) {
            // Beside the input stands a program that gives it to the target again.
            var crash =
                    found.filter(file -> file.getFileName().toString().startsWith("crash-"))
                            .findFirst()
                            .orElseThrow();
            var input = Files.readString(crash);
            assertTrue(input.startsWith("alert severity ogossagou"), input);
        }
    }

    @Test
    void every_unit_has_fuzz_tests_and_all_of_them_are_found() {
        var written =
                Repository.sources("test").stream()
                        .filter(source -> Repository.text(source).contains("    @FuzzTest\n"))
                        .map(source -> source.getFileName().toString().replace(".java", ""))
                        .toList();
        assertEquals(
                Set.copyOf(written),
                ALL.stream().map(FuzzTarget::shortType).collect(Collectors.toSet()));
        assertEquals(
                Repository.units().stream()
                        .filter(unit -> !unit.endsWith("bench"))
                        .collect(Collectors.toSet()),
                ALL.stream().map(FuzzTarget::unit).collect(Collectors.toSet()));
    }

    private static Stream<FuzzTarget> targets() {
        return ALL.stream().filter(target -> target.toString().contains(ONLY));
    }

    /// One program for all targets of a unit.
    private static Stream<DynamicTest> damaged(Path unit, List<FuzzTarget> targets) {
        var line = FuzzTarget.java(unit);
        line.add(DamagedInputs.class.getName());
        line.add("" + DAMAGED_INPUTS);
        line.add(Path.of("target", "fuzz", "damaged").toAbsolutePath().toString());
        targets.forEach(target -> line.add(target.type() + "#" + target.method()));
        var said = said(line, unit);
        return targets.stream()
                .map(target -> dynamicTest(target.toString(), () -> judge(target, said)));
    }

    private static void judge(FuzzTarget target, List<String> said) {
        var start = target.type() + "#" + target.method() + " ";
        var outcome =
                said.stream()
                        .filter(line -> line.startsWith(start))
                        .map(line -> line.substring(start.length()))
                        .findFirst()
                        .orElse("the program ended before: " + said);
        assertTrue(outcome.startsWith("ok, "), outcome);
    }

    private static List<String> said(List<String> line, Path unit) {
        try {
            var process =
                    new ProcessBuilder(line)
                            .directory(unit.toFile())
                            .redirectErrorStream(true)
                            .start();
            try (var said = process.inputReader(StandardCharsets.UTF_8)) {
                return said.lines().toList();
            }
        } catch (IOException e) {
            return List.of("could not be started: " + e.getMessage());
        }
    }

    private static Fuzzer.Outcome fuzzed(FuzzTarget target)
            throws IOException, InterruptedException {
        var outcome = Fuzzer.run(target, SECONDS);
        System.out.println(outcome.sentence(target.toString(), SECONDS));
        return outcome;
    }

    private static void judge(Fuzzer.Outcome outcome) {
        assertEquals("", outcome.fault());
        assertFalse(outcome.coverage() <= 2, "no class of ours was seen: " + outcome);
    }
}

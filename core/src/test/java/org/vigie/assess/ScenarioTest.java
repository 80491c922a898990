package org.vigie.assess;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.vigie.record.Milestone;

/// The scenarios beside this test: what happened, and the figures that must come out of it.
class ScenarioTest {

    private static final String EXPECT = "expect";

    @TestFactory
    Stream<DynamicTest> each_scenario_gives_the_figures_that_it_expects()
            throws IOException, URISyntaxException {
        var folder =
                Path.of(
                                Objects.requireNonNull(
                                                getClass()
                                                        .getResource(
                                                                "A01 answered before the attack.txt"))
                                        .toURI())
                        .getParent();
        List<Path> files;
        try (var found = Files.list(folder)) {
            files = found.filter(file -> file.toString().endsWith(".txt")).sorted().toList();
        }
        assertFalse(files.isEmpty());
        return files.stream()
                .map(file ->
                        DynamicTest.dynamicTest(
                                file.getFileName().toString(),
                                () -> check(Files.readAllLines(file))));
    }

    private static void check(List<String> lines) {
        var story = Story.of(lines.stream().filter(line -> !line.startsWith(EXPECT)).toList());
        var rate = ResponseRate.of(story.picture());
        var expected =
                lines.stream()
                        .filter(line -> line.startsWith(EXPECT))
                        .map(line ->
                                line.substring(EXPECT.length()).strip().replaceAll("\\s+", " "))
                        .toList();
        assertFalse(expected.isEmpty(), "a scenario expects something");
        assertEquals(
                String.join("\n", expected),
                expected.stream()
                        .map(line -> figures(rate, line.split(" ", 2)[0]))
                        .collect(Collectors.joining("\n")));
    }

    private static String figures(ResponseRate rate, String what) {
        return switch (what) {
            case "warnings" -> "warnings " + fates(rate.warnings());
            case "alerts" -> "alerts " + fates(rate.alerts());
            case "answered" ->
                    String.format(
                            Locale.ROOT,
                            "answered before-attack %d after-attack %d unclear %d no-attack-known %d",
                            rate.warnings().beforeAttack().n(),
                            rate.warnings().afterAttack().n(),
                            rate.warnings().unclear().n(),
                            rate.warnings().noAttack().n());
            case "not-answered" ->
                    String.format(
                            Locale.ROOT,
                            "not-answered never-ordered %d judged-false %d without-alert %d",
                            rate.warnings().neverOrdered().n(),
                            rate.warnings().judgedFalse().n(),
                            rate.withoutAlert().n());
            case "attacks" -> attacks(rate.attacks());
            case "reasons" ->
                    "reasons "
                            + rate.byReason().stream()
                                    .map(row ->
                                            row.reason().code()
                                                    + " not-possible "
                                                    + row.notPossible().n()
                                                    + " arrived "
                                                    + row.arrived().n())
                                    .collect(Collectors.joining(" "));
            case "force" ->
                    "force "
                            + rate.byForce().stream()
                                    .filter(row -> row.responses().n() > 0)
                                    .map(row ->
                                            ResponseGroup.code(row.level())
                                                    + " "
                                                    + row.responses().n())
                                    .collect(Collectors.joining(" "));
            default ->
                    Stream.of(Milestone.values())
                            .filter(step -> step.code().equals(what))
                            .map(rate::step)
                            .map(ScenarioTest::times)
                            .findFirst()
                            .orElseThrow(
                                    () -> new IllegalArgumentException("no such figure: " + what));
        };
    }

    private static String fates(Answers answers) {
        return String.format(
                Locale.ROOT,
                "received %d answered %d unanswered %d open %d",
                answers.received().n(),
                answers.answered().n(),
                answers.unanswered().n(),
                answers.open().n());
    }

    private static String attacks(Attacks attacks) {
        return String.format(
                Locale.ROOT,
                "attacks known %d responded %d arrived-before %d warned %d without-warning %d unclear %d",
                attacks.known().n(),
                attacks.responded().n(),
                attacks.arrivedBefore().n(),
                attacks.warned().n(),
                attacks.withoutWarning().n(),
                attacks.unclear().n());
    }

    private static String times(StepTimes times) {
        return String.format(
                Locale.ROOT,
                "%s n %d median %s p90 %s back-dated %d to-the-hour %d too-vague %d before-warning %d",
                times.step().code(),
                times.n(),
                times.medianMinutes(),
                times.p90Minutes(),
                times.backDated().size(),
                times.toTheHour(),
                times.tooVague().size(),
                times.beforeWarning().size());
    }
}

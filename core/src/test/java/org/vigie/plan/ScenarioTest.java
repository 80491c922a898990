package org.vigie.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.vigie.geo.Saying;

/// The scenarios beside this test: units, a task, and who must be able to go or must not.
class ScenarioTest {

    private static final String EXPECT = "expect";

    @TestFactory
    Stream<DynamicTest> each_scenario_gives_the_answers_that_it_expects()
            throws IOException, URISyntaxException {
        var first = Objects.requireNonNull(getClass().getResource("A01 nearest first.txt"));
        List<Path> files;
        try (var found = Files.list(Path.of(first.toURI()).getParent())) {
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
        var board = Board.of(lines.stream().filter(line -> !line.startsWith(EXPECT)).toList());
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
                        .map(line -> line.split(" ", 2)[0])
                        .map(what -> (what + " " + answer(board, what)).strip())
                        .collect(Collectors.joining("\n")));
    }

    private static String answer(Board board, String what) {
        var options = board.options();
        return switch (what) {
            case "options" ->
                    options.options().stream().map(Option::codes).collect(Collectors.joining(", "));
            case "partial" ->
                    options.partial().stream().map(Option::codes).collect(Collectors.joining(", "));
            case "excluded" ->
                    options.excluded().stream()
                            .map(cannot -> cannot.unit().code())
                            .collect(Collectors.joining(", "));
            case "uncovered" -> String.join(", ", options.uncovered());
            case "missing" ->
                    options.taskForce().missing().stream()
                            .map(Unit::code)
                            .collect(Collectors.joining(", "));
            case "slowest" -> options.taskForce().findSlowest().orElseThrow().unit().unit().code();
            case "clearance" -> words(Price.ofFlightClearance(board.units(), board.task()));
            case "caveats" ->
                    Price.ofCaveats(board.units(), board.task()).stream()
                            .map(price -> price.of() + ": " + words(price))
                            .collect(Collectors.joining("; "));
            default ->
                    options.excluded().stream()
                            .filter(cannot -> cannot.unit().code().equals(what))
                            .findFirst()
                            .map(cannot -> "cannot: " + sentences(cannot))
                            .orElseGet(() -> reach(board.reach(what)));
        };
    }

    private static String words(Price price) {
        return price.with().map(Option::codes).orElse("nobody")
                + " instead of "
                + price.without().map(Option::codes).orElse("nobody");
    }

    private static String reach(Reach reach) {
        return switch (reach) {
            case Reach.Cannot cannot -> "cannot: " + sentences(cannot);
            case Reach.Can can -> {
                var dawn = can.notBefore();
                yield dawn == null
                        ? "can"
                        : "can, not before " + Saying.clock(dawn) + ": " + can.notBeforeBecause();
            }
        };
    }

    private static String sentences(Reach.Cannot cannot) {
        return cannot.objections().stream()
                .map(objection -> objection.why().plain())
                .collect(Collectors.joining("; "));
    }
}

package org.vigie.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Where the units of the shipped pack should stand, for the settlements of GeoNames.
class PostureOnTheMaliPackTest {

    private final CommandRun vigie = new CommandRun();

    private CommandRun.Result posture(String... more) {
        var question =
                Stream.of(
                        "posture",
                        "--mission",
                        "missions/mali",
                        "--places",
                        CommandRun.testFile("geonames/ML.txt"),
                        "--on",
                        "2020-02-13");
        return vigie.run(Stream.concat(question, Arrays.stream(more)).toArray(String[]::new));
    }

    private JsonTree answer(String... more) {
        var result =
                posture(
                        Stream.concat(Arrays.stream(more), Stream.of("--json"))
                                .toArray(String[]::new));
        assertEquals("", result.err());
        assertEquals(0, result.exitCode());
        return JsonTree.of(result.out().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    @Test
    void the_answer_is_proven_and_no_worse_than_today() {
        var answer = answer();
        assertEquals("SCIP", answer.text("solver"));
        assertEquals(0, answer.number("gap"));
        assertTrue(answer.number("value") >= answer.number("valueToday"));
        assertTrue(answer.number("bound") >= answer.number("value"));
        assertTrue(answer.list("plan").size() > 5);
        assertEquals(64, answer.text("modelHash").length());
    }

    @Test
    void with_no_moves_everybody_stays() {
        var answer = answer("--moves", "0");
        assertEquals(answer.number("valueToday"), answer.number("value"), 1e-6);
        assertTrue(
                answer.list("plan").stream()
                        .allMatch(row -> Boolean.FALSE.equals(row.values().get("moves"))));
    }

    @Test
    void plain_java_answers_within_the_bound_that_the_solver_proves() {
        var own = answer("--solver", "own");
        var scip = answer();
        assertTrue(own.number("value") <= scip.number("bound") + 1);
        assertTrue(own.number("bound") >= scip.number("value") - 1);
    }

    @Test
    void the_certificate_is_worked_out_again_without_a_solver(@TempDir Path folder)
            throws IOException {
        var file = folder.resolve("certificate.json");
        assertEquals(0, posture("--certificate", file.toString()).exitCode());
        var checked = vigie.run("check-certificate", file.toString());
        assertEquals("", checked.err());
        assertTrue(checked.out().startsWith("holds: value "), checked.out());
        assertEquals(0, checked.exitCode());
        var text = Files.readString(file);
        var plan = text.indexOf("\"plan\":[");
        var other = text.indexOf(",1,", plan);
        Files.writeString(file, text.substring(0, other) + ",0," + text.substring(other + 3));
        var refused = vigie.run("check-certificate", file.toString());
        assertEquals(Commands.FINDING, refused.exitCode());
        assertTrue(refused.out().startsWith("does not hold: "), refused.out());
    }

    @Test
    void a_file_that_is_no_certificate_is_refused(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("any.json"), "{\"format\":\"other\"}");
        var result = vigie.run("check-certificate", file.toString());
        assertEquals(PlainErrors.REFUSED, result.exitCode());
        assertEquals(
                "vigie: format must be vigie-posture-certificate-1, was \"other\"\n", result.err());
    }

    @Test
    void events_after_the_day_of_the_question_weigh_nothing() {
        var then = answer();
        var later =
                JsonTree.of(
                        vigie.run(
                                        "posture",
                                        "--places",
                                        CommandRun.testFile("geonames/ML.txt"),
                                        "--on",
                                        "2022-12-31",
                                        "--solver",
                                        "own",
                                        "--json")
                                .out()
                                .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertTrue(
                then.number("lethalEvents") < later.number("lethalEvents"),
                then.number("lethalEvents") + " " + later.number("lethalEvents"));
    }

    @Test
    void places_of_another_country_are_said_to_be_out_of_reach() {
        var result =
                vigie.run(
                        "posture",
                        "--mission",
                        "missions/ostrelle",
                        "--places",
                        CommandRun.testFile("geonames/ML.txt"),
                        "--solver",
                        "own");
        assertTrue(
                result.out().contains("No place of the file can be reached in time"),
                result.out() + result.err());
    }

    @Test
    void a_day_without_a_force_is_refused() {
        var result =
                vigie.run(
                        "posture",
                        "--places",
                        CommandRun.testFile("geonames/ML.txt"),
                        "--on",
                        "1990-01-01");
        assertEquals(PlainErrors.REFUSED, result.exitCode());
        assertTrue(
                result.err().startsWith("vigie: force register on 1990-01-01 must be one with"),
                result.err());
    }

    @Test
    void a_solver_that_nobody_knows_is_refused() {
        var result = posture("--solver", "gurobi");
        assertEquals(
                "vigie: solver must be scip, highs, cbc or own, was \"gurobi\"\n", result.err());
    }
}

package org.vigie.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
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
    void a_value_or_a_bound_that_cannot_be_does_not_hold_and_shows_all_its_digits(
            @TempDir Path folder) throws IOException {
        var file = folder.resolve("certificate.json");
        assertEquals(0, posture("--solver", "own", "--certificate", file.toString()).exitCode());
        var text = Files.readString(file);
        var value =
                text.replaceAll("(?s).*\"certificate\":[{][^}]*\"value\":([0-9.eE+]+),.*", "$1");
        var more = new java.math.BigDecimal(value).add(new java.math.BigDecimal("1e9"));
        Files.writeString(
                file, text.replace("\"value\":" + value, "\"value\":" + more.toPlainString()));
        var refused = vigie.run("check-certificate", file.toString());
        assertEquals(Commands.FINDING, refused.exitCode(), refused.err());
        assertTrue(refused.out().startsWith("does not hold: "), refused.out());
        assertTrue(refused.out().contains(more.toBigInteger().toString()), refused.out());
        var json = vigie.run("check-certificate", file.toString(), "--json");
        assertEquals(Commands.FINDING, json.exitCode(), json.err());
        assertTrue(json.out().startsWith("{\"holds\":false,"), json.out());
        var off = new java.math.BigDecimal(value).subtract(new java.math.BigDecimal("0.01"));
        Files.writeString(
                file, text.replace("\"value\":" + value, "\"value\":" + off.toPlainString()));
        var other = vigie.run("check-certificate", file.toString());
        assertEquals(Commands.FINDING, other.exitCode(), other.err());
        assertTrue(other.out().contains(off.stripTrailingZeros().toPlainString()), other.out());
    }

    @Test
    void one_posture_for_several_scenarios_covers_no_more_than_the_easiest_of_them() {
        var dry = answer("--solver", "own");
        var several =
                answer(
                        "--solver",
                        "own",
                        "--scenario",
                        "dry=0.5",
                        "--scenario",
                        "rains+night+no-flights=0.5");
        assertEquals(
                List.of("scenario dry+day 0.5", "scenario rains+night+no-flights 0.5"),
                several.texts("asked"));
        assertTrue(several.number("value") < dry.number("value"));
        var hardest = several.list("scenarios").getLast();
        assertEquals("rains+night+no-flights", hardest.text("scenario"));
        assertEquals(0, hardest.number("10-1-2"), "no helicopter flies then");
        assertTrue(
                hardest.number("reaction")
                        <= several.list("scenarios").getFirst().number("reaction"));
    }

    @Test
    void units_that_are_busy_are_worth_less_and_a_second_one_in_reach_something() {
        var free = answer("--solver", "own");
        var busy = answer("--solver", "own", "--busy", "infantry=0.5", "--busy", "surgery=0.2");
        assertTrue(busy.number("value") < free.number("value"));
        assertEquals(List.of("busy infantry 0.5", "busy surgery 0.2"), busy.texts("asked"));
    }

    @Test
    void a_floor_is_kept_and_the_certificate_holds_its_words(@TempDir Path folder)
            throws IOException {
        var file = folder.resolve("floor.json");
        var answer =
                answer(
                        "--floor",
                        "Tombouctou=0.2",
                        "--scenario",
                        "dry=0.7",
                        "--scenario",
                        "rains=0.3",
                        "--certificate",
                        file.toString());
        var floor = answer.list("floors").getFirst();
        assertEquals("Tombouctou", floor.text("area"));
        assertTrue(floor.number("covered") >= 0.2 - 1e-6, floor.values().toString());
        var checked = vigie.run("check-certificate", file.toString());
        assertEquals(0, checked.exitCode(), checked.out());
        assertTrue(checked.out().contains("asked: floor Tombouctou 0.2"), checked.out());
        var text = Files.readString(file);
        Files.writeString(file, text.replace("scenario rains+day", "scenario rains+night"));
        var forged = vigie.run("check-certificate", file.toString());
        assertEquals(Commands.FINDING, forged.exitCode());
        assertTrue(forged.out().contains("is of another model"), forged.out());
    }

    @Test
    void a_floor_that_cannot_be_kept_says_the_most_that_can_be_had() {
        var refused = posture("--floor", "Kayes=0.99");
        assertEquals(Commands.FINDING, refused.exitCode(), refused.out());
        assertTrue(
                refused.out().contains("Kayes: a floor of 99 % cannot be kept"),
                refused.out() + refused.err());
    }

    @Test
    void a_floor_of_an_area_that_nobody_knows_says_which_are_allowed() {
        var refused = posture("--floor", "Atlantis=0.5");
        assertEquals(PlainErrors.REFUSED, refused.exitCode());
        assertTrue(refused.err().contains("must be an area of the mission pack"), refused.err());
        assertTrue(refused.err().contains("Mopti"), refused.err());
    }

    @Test
    void a_base_takes_no_more_than_its_capacity_and_one_that_nobody_knows_is_refused() {
        var one = answer("--solver", "own", "--capacity", "base-bamako=60");
        assertEquals(List.of("capacity base-bamako 60"), one.texts("asked"));
        var unknown = posture("--capacity", "atlantis=3");
        assertEquals(PlainErrors.REFUSED, unknown.exitCode());
        assertTrue(unknown.err().contains("of an open base: "), unknown.err());
        var none =
                posture("--capacity", "base-bamako=0", "--capacity", "base-gao=0", "--moves", "0");
        assertEquals(Commands.FINDING, none.exitCode(), none.out());
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

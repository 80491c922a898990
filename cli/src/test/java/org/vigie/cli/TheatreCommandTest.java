package org.vigie.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Which places of the Mali pack help reaches in time, and what each rule costs over all of them.
class TheatreCommandTest {

    private final CommandRun vigie = new CommandRun();

    private CommandRun.Result run(String... more) {
        var arguments = new ArrayList<String>();
        arguments.add("theatre");
        arguments.addAll(java.util.List.of(more));
        return vigie.run(arguments.toArray(String[]::new));
    }

    private JsonNode answer(String... more) {
        var arguments = new ArrayList<>(java.util.List.of(more));
        arguments.add("--json");
        var result = run(arguments.toArray(String[]::new));
        assertEquals(0, result.exitCode(), result::err);
        return new JsonMapper().readTree(result.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2020-02-13T20:00Z", "2020-02-14T09:00Z", "2021-07-01T03:00Z"})
    void no_rule_that_is_thought_away_makes_anybody_later(String when) {
        var answer = answer("--when", when, "--need", "infantry");
        double now = answer.get("reached").get("surely").get("people").asDouble();
        int seen = 0;
        for (var cost : answer.get("costs")) {
            boolean refusal = cost.get("rule").asString().endsWith("-refused");
            double then = cost.get("reached").get("surely").get("people").asDouble();
            assertTrue(refusal ? then <= now : then >= now, cost::toString);
            var minutes = cost.get("medianMinutesSooner");
            if (!minutes.isNull()) {
                assertTrue(refusal ? minutes.asInt() <= 0 : minutes.asInt() >= 0, cost::toString);
                seen++;
            }
        }
        assertTrue(seen >= 3, answer::toString);
    }

    @Test
    void the_table_says_of_a_place_what_asking_for_it_alone_says() {
        var answer = answer("--when", "2020-02-13T20:00Z", "--within", "60");
        var gao = find(answer.get("notInTime"), "Gao");
        var alone =
                new JsonMapper()
                        .readTree(
                                vigie.run(
                                                "reach",
                                                "--at",
                                                "Gao",
                                                "--when",
                                                "2020-02-13T20:00Z",
                                                "--need",
                                                "infantry",
                                                "--json")
                                        .out())
                        .get("options")
                        .get(0);
        assertEquals(alone.get("earliestMinutes").asInt(), gao.get("earliestMinutes").asInt());
        assertEquals(alone.get("latestMinutes").asInt(), gao.get("latestMinutes").asInt());
    }

    @Test
    void places_of_a_day_without_any_unit_are_reached_by_nobody_and_the_answer_says_why() {
        var answer = answer("--when", "2025-01-01T00:00Z");
        assertEquals(0, answer.get("reached").get("surely").get("places").asInt());
        assertEquals(
                answer.get("places").asInt(),
                answer.get("reached").get("never").get("places").asInt());
        assertEquals(answer.get("places").asInt(), answer.get("stoppedBy").get("register").asInt());
    }

    @Test
    void an_unknown_need_and_minutes_below_nought_are_refused_with_what_is_allowed() {
        var need = run("--need", "cavalry");
        assertEquals(2, need.exitCode());
        assertTrue(need.err().contains("infantry"), need::err);
        var minutes = run("--within", "-5");
        assertEquals(2, minutes.exitCode());
        assertTrue(minutes.err().contains("minutes from 0"), minutes::err);
    }

    private static JsonNode find(JsonNode places, String name) {
        for (var place : places) {
            if (place.get("place").asString().equals(name)) {
                return place;
            }
        }
        throw new AssertionError(name + " is not in " + places);
    }
}

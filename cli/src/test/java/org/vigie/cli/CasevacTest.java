package org.vigie.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The medical chain at places of the shipped pack. The golden answers are what `./vigie casevac
/// --mission missions/mali --at PLACE --when TIME --json` printed when the pack and the rules were
/// as they are; a change of either is to be looked at, and then written down again.
class CasevacTest {

    private static final String MORNING = "2020-02-13T10:00Z";

    private final CommandRun vigie = new CommandRun();

    private String casevac(String place, String when, String... more) {
        var question =
                Stream.of("casevac", "--mission", "missions/mali", "--at", place, "--when", when);
        var result = vigie.run(Stream.concat(question, Stream.of(more)).toArray(String[]::new));
        assertEquals("", result.err());
        assertEquals(0, result.exitCode());
        return result.out();
    }

    private static String golden(String name) throws IOException {
        try (var stream = CasevacTest.class.getResourceAsStream("casevac/" + name + ".json")) {
            assertTrue(stream != null, name);
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }

    @Test
    void ogossagou_by_day_is_out_of_reach_of_surgery_in_two_hours() throws IOException {
        var answer = casevac("Ogossagou", MORNING, "--json");
        assertEquals(golden("ogossagou-day"), answer.strip());
        assertTrue(answer.contains("\"link\":\"surgery\",\"limitMinutes\":120"), answer);
    }

    @Test
    void ogossagou_by_night_waits_longer() throws IOException {
        assertEquals(
                golden("ogossagou-night"),
                casevac("Ogossagou", MORNING, "--night", "--json").strip());
    }

    @Test
    void at_the_camp_of_gao_the_hospital_is_next_door_by_day() throws IOException {
        assertEquals(golden("gao-day"), casevac("Gao airport", MORNING, "--json").strip());
    }

    @Test
    void and_by_night() throws IOException {
        assertEquals(
                golden("gao-night"), casevac("Gao airport", MORNING, "--night", "--json").strip());
    }

    @Test
    void weather_that_grounds_helicopters_is_a_reason_with_the_name_of_each() {
        var answer = casevac("Ogossagou", MORNING, "--weather", "grounded");
        assertTrue(answer.contains("Pumas», Gao: the weather keeps it on the ground"), answer);
    }

    @Test
    void grounded_names_nobody_who_is_not_in_the_mission_that_day() {
        var answer = casevac("Ogossagou", "2022-02-13T10:00Z", "--weather", "grounded");
        assertTrue(answer.contains("the weather keeps it on the ground"), answer);
        assertFalse(answer.contains("Pumas"), answer);
    }

    @Test
    void a_hospital_that_is_near_and_of_no_use_is_said_to_be_so_and_why() {
        var answer = casevac("Gao", MORNING);
        assertTrue(
                answer.contains("Gao super-camp (level 2) is 4.92 km away, but no ambulance"),
                answer);
        assertTrue(answer.contains("the first who could carry is Romanian"), answer);
        assertTrue(answer.contains("of the register stands within 20 km"), answer);
    }

    @Test
    void of_two_who_go_together_it_says_who_carries_and_by_which_rule_another_goes_along() {
        var answer = casevac("Gao", MORNING);
        assertTrue(
                answer.contains("Pumas», Gao carries and goes only with infantry along"), answer);
        assertTrue(answer.contains("basis: assumed"), answer);
    }

    @Test
    void durations_are_in_hours_and_minutes_with_the_moments_and_nightfall_is_named() {
        var answer = casevac("Gao", MORNING, "--night");
        assertTrue(answer.contains(", nightfall ("), answer);
        assertFalse(Pattern.compile("\\d minutes").matcher(answer).find(), answer);
        assertFalse(answer.contains("cannot-tell"), answer);
        assertFalse(answer.contains("non-un-civilians"), answer);
    }

    @Test
    void a_refused_clearance_is_a_reason_too() {
        var answer = casevac("Ogossagou", MORNING, "--clearance", "refused");
        assertTrue(answer.contains("clearance for the flight is refused"), answer);
    }

    @Test
    void after_the_mission_left_the_answer_says_when_it_left() {
        var answer = casevac("Ogossagou", "2025-01-01T10:00Z");
        assertTrue(
                answer.contains("no unit is in the mission on 1 Jan 2025: the last left on"),
                answer);
    }

    @Test
    void a_pack_without_any_unit_cannot_tell() {
        var result =
                vigie.run(
                        "casevac",
                        "--mission",
                        "missions/central-african-republic",
                        "--at",
                        "4.36,18.55",
                        "--when",
                        MORNING);
        assertEquals(0, result.exitCode(), result.err());
        assertTrue(result.out().contains("nobody can tell who could help"), result.out());
    }

    @Test
    void a_place_beyond_the_far_border_is_reached_after_days_or_not_at_all_and_says_so() {
        var answer = casevac("26.9,6.2", MORNING);
        assertTrue(answer.contains("damage-control surgery"), answer);
        assertTrue(answer.contains("not met"), answer);
    }

    @Test
    void civilians_are_a_class_of_their_own_and_nobody_says_yes_for_them() {
        var answer = casevac("Ogossagou", MORNING, "--json");
        assertTrue(answer.contains("\"civilians\":{\"carried\":\"cannot-tell\""), answer);
    }

    @Test
    void a_weather_that_nobody_knows_is_refused_with_what_is_allowed() {
        var result =
                vigie.run(
                        "casevac",
                        "--mission",
                        "missions/mali",
                        "--at",
                        "Ogossagou",
                        "--weather",
                        "hail");
        assertEquals(2, result.exitCode(), result.err());
        assertTrue(result.err().contains("one of fair, rain, grounded"), result.err());
    }

    @Test
    void a_point_outside_the_mission_is_refused_and_swapped_coordinates_are_offered() {
        for (var command : List.of("casevac", "reach")) {
            var sea = vigie.run(command, "--mission", "missions/mali", "--at", "0,0");
            assertEquals(PlainErrors.REFUSED, sea.exitCode(), sea.out());
            assertTrue(
                    sea.err().contains("at must be in or near the mission: latitude"), sea.err());
            var swapped = vigie.run(command, "--mission", "missions/mali", "--at=-4.1,14.5");
            assertTrue(swapped.err().contains("did you mean 14.5,-4.1?"), swapped.err());
        }
    }

    @Test
    void through_a_day_and_a_night_each_hour_says_what_asking_for_that_hour_says() {
        var json = new tools.jackson.databind.json.JsonMapper();
        var hours = json.readTree(casevac("Ogossagou", MORNING, "--json")).get("hours");
        assertEquals(24, hours.size());
        for (int hour : new int[] {0, 7, 14, 21}) {
            var one = hours.get(hour);
            var alone =
                    json.readTree(casevac("Ogossagou", one.get("at").asString(), "--json"))
                            .get("links")
                            .get(2);
            assertEquals(alone.get("met"), one.get("met"));
            assertEquals(alone.get("earliestMinutes"), one.get("earliestMinutes"));
            assertEquals(alone.get("latestMinutes"), one.get("latestMinutes"));
        }
    }

    @Test
    void the_worst_hour_is_named_where_the_hours_differ() {
        var out = casevac("Ogossagou", MORNING);
        assertTrue(
                out.contains(
                        "Surgery through 24 hours: met at 0, cannot tell at 0, not met at 24; the worst hour"),
                out);
    }
}

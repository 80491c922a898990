package org.vigie.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// The evening before Ogossagou, 13 February 2020, asked of the shipped pack: who could have gone.
class ReachOnTheMaliPackTest {

    private static final String BATTALION = "sen-bat-mopti";
    private static final String PUMAS = "rou-puma-gao";
    private static final String MI8 = "ctr-mi8-mopti";

    private final CommandRun vigie = new CommandRun();

    private CommandRun.Result reach(String... more) {
        var question =
                Stream.of(
                        "reach",
                        "--mission",
                        "missions/mali",
                        "--at",
                        "Ogossagou",
                        "--when",
                        "2020-02-13T20:00Z",
                        "--need",
                        "infantry,medical");
        var result = vigie.run(Stream.concat(question, Arrays.stream(more)).toArray(String[]::new));
        assertEquals("", result.err());
        assertEquals(0, result.exitCode());
        return result;
    }

    private Map<?, ?> answer(String... more) {
        var arguments = Stream.concat(Arrays.stream(more), Stream.of("--json"));
        return assertInstanceOf(Map.class, read(reach(arguments.toArray(String[]::new)).out()));
    }

    private Map<?, ?> refused() {
        return answer("--clearance", "refused");
    }

    @Test
    void somebody_could_have_gone_in_more_than_one_way() {
        assertTrue(units(answer()).size() >= 2, () -> units(answer()).toString());
    }

    @Test
    void every_rule_that_stops_a_unit_is_printed_and_arrivals_have_their_moments() {
        var out = reach().out();
        assertTrue(
                out.contains(
                        "cannot: Pakistani hospital, Mopti-Sévaré\n    not in the mission on 13 Feb 2020\n"),
                out);
        assertTrue(out.contains("    stays where it is\n"), out);
        assertTrue(
                out.contains(
                        "4 h 22 min to 20 h 40 min (14 Feb 2020 00:22 Z to 14 Feb 2020 16:40 Z)"),
                out);
    }

    @Test
    void a_battalion_that_could_go_and_is_in_no_option_is_told_why() {
        String[] question = {
            "reach",
            "--mission",
            "missions/mali",
            "--at",
            "Ogossagou",
            "--when",
            "2020-02-13T20:00Z",
            "--need",
            "quick-reaction,medical,surgery",
            "--json"
        };
        var answer = read(vigie.run(question).out());
        for (var unit : List.of("tcd-bat-kidal", "bfa-bat-tombouctou")) {
            var left =
                    list(answer, "excluded").stream()
                            .map(one -> assertInstanceOf(Map.class, one))
                            .filter(one -> unit.equals(one.get("unit")))
                            .findFirst()
                            .orElseThrow(() -> new AssertionError(unit + " is nowhere"));
            assertEquals(true, left.get("couldGo"), left::toString);
            assertTrue(left.containsKey("code") && left.get("code") == null, left::toString);
            assertTrue(
                    String.valueOf(left.get("reason")).startsWith("could be there after"),
                    left::toString);
        }
        var text = vigie.run(Arrays.copyOf(question, question.length - 1)).out();
        assertTrue(text.contains("could go: "), text);
    }

    @Test
    void the_battalion_in_mopti_could_go_by_road_with_its_own_clinic() {
        assertTrue(units(answer()).contains(List.of(BATTALION)));
    }

    @Test
    void helicopters_bring_care_to_the_soldiers_on_the_ground() {
        assertEquals(List.of(PUMAS, "sen-qrf-mopti"), units(answer()).getFirst());
    }

    @Test
    void each_option_is_a_range_with_assumptions() {
        for (var option : list(answer(), "options")) {
            assertFalse(list(option, "units").isEmpty());
            assertFalse(list(option, "assumptions").isEmpty());
            assertTrue(minutes(option, "earliestMinutes") > 0);
            assertTrue(
                    minutes(option, "earliestMinutes") <= minutes(option, "latestMinutes"),
                    option::toString);
        }
    }

    /// Peacekeepers were at the place at about eight in the morning, twelve hours later.
    @Test
    void the_true_arrival_lies_in_the_range_of_the_battalion() {
        var option =
                list(answer(), "options").stream()
                        .filter(one -> list(one, "units").equals(List.of(BATTALION)))
                        .findFirst()
                        .orElseThrow();
        assertTrue(minutes(option, "earliestMinutes") <= 12 * 60);
        assertTrue(minutes(option, "latestMinutes") >= 12 * 60);
    }

    @Test
    void no_option_takes_longer_than_ten_days() {
        for (var option : list(answer(), "options")) {
            assertTrue(minutes(option, "latestMinutes") <= 10 * 24 * 60, option::toString);
        }
    }

    @Test
    void everybody_excluded_has_a_reason() {
        var excluded = list(answer(), "excluded");
        assertFalse(excluded.isEmpty());
        for (var one : excluded) {
            assertNotNull(value(one, "unit"));
            assertFalse(String.valueOf(value(one, "reason")).isBlank());
        }
    }

    @Test
    void the_package_has_six_parts_and_names_those_that_are_missing() {
        var force = value(answer(), "package");
        assertEquals(6, list(force, "parts").size());
        assertEquals(List.of("surgical", "attack-helicopter"), list(force, "missing"));
        assertEquals("eod", value(force, "slowest"));
    }

    @Test
    void without_clearance_no_helicopter_is_in_any_option() {
        var flying = List.of(PUMAS, MI8);
        assertTrue(
                units(refused()).stream()
                        .noneMatch(units -> flying.stream().anyMatch(units::contains)));
        assertFalse(units(refused()).isEmpty());
        assertNotEquals(units(answer()), units(refused()));
    }

    @Test
    void the_answer_says_that_the_refusal_stops_them() {
        var reason =
                list(refused(), "excluded").stream()
                        .filter(one -> PUMAS.equals(value(one, "unit")))
                        .map(one -> value(one, "reason"))
                        .toList();
        assertEquals(List.of("the host state's clearance for the flight is refused"), reason);
    }

    @Test
    void without_clearance_the_package_lacks_its_helicopters_and_its_eyes() {
        assertEquals(
                List.of("isr", "surgical", "attack-helicopter", "transport-helicopter"),
                list(value(refused(), "package"), "missing"));
    }

    @Test
    void the_answer_says_in_minutes_what_the_refusal_costs() {
        var price = "A refused clearance for flights costs ";
        assertTrue(reach().out().contains(price));
        assertTrue(reach("--clearance", "refused").out().contains(price));
    }

    @Test
    void a_missing_part_names_the_unit_that_cannot_go() {
        assertTrue(
                reach().out()
                        .contains(
                                "surgical: MISSING, Chinese level 2 hospital, Gao: stays where it is"));
    }

    private static List<List<?>> units(Map<?, ?> answer) {
        var units = new ArrayList<List<?>>();
        list(answer, "options").forEach(option -> units.add(list(option, "units")));
        return units;
    }

    private static @Nullable Object value(@Nullable Object object, String key) {
        var map = assertInstanceOf(Map.class, object);
        assertTrue(map.containsKey(key), key);
        return map.get(key);
    }

    private static List<?> list(@Nullable Object object, String key) {
        return assertInstanceOf(List.class, value(object, key));
    }

    private static long minutes(@Nullable Object option, String key) {
        return assertInstanceOf(Long.class, value(option, key));
    }

    private static @Nullable Object read(String json) {
        try (var parser = new JsonFactory().createParser(ObjectReadContext.empty(), json)) {
            parser.nextToken();
            return read(parser);
        }
    }

    /// The value at which the parser stands; numbers are whole here.
    private static @Nullable Object read(JsonParser parser) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> {
                var object = new LinkedHashMap<String, @Nullable Object>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    var name = parser.currentName();
                    parser.nextToken();
                    object.put(name, read(parser));
                }
                yield object;
            }
            case START_ARRAY -> {
                var list = new ArrayList<@Nullable Object>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    list.add(read(parser));
                }
                yield list;
            }
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT -> parser.getLongValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> throw new IllegalStateException("not expected: " + parser.currentToken());
        };
    }
}

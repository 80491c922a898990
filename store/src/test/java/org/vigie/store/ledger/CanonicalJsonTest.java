package org.vigie.store.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.vigie.geo.BadInput;
import org.vigie.record.Forces;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// The form that is hashed, against a reader and a printer that are not ours.
class CanonicalJsonTest {

    private static final JsonFactory JSON = new JsonFactory();

    @Test
    void only_what_json_demands_is_escaped() {
        assertEquals(
                "\"tab\\t line\\n \\\"quoted\\\" \\\\ \\u0001 / \u007f é ☮ 🕊?\"",
                CanonicalJson.of("tab\t line\n \"quoted\" \\ \u0001 / \u007f é ☮ 🕊?"));
    }

    @Test
    void a_unit_without_ways_is_written_as_before_there_were_any_and_one_with_them_is_read_back()
            throws JsonReader.Misfit {
        var head =
                "{\"base\":\"b\",\"basis\":\"assumed\",\"capabilities\":[],\"code\":\"u\",\"component\":\"force\",\"contributor\":\"\",";
        var middle =
                "\"mode\":\"road\",\"name\":\"U\",\"night\":true,\"note\":\"\",\"noticeMinutes\":{\"high\":60,\"low\":30},\"part\":\"infantry\",\"provider\":\"\",\"speedKmh\":{\"high\":35,\"low\":15},\"strengthMeasure\":\"\"";
        var before = head + middle + "}";
        assertEquals(before, CanonicalJson.of(unit(before)));
        assertEquals(List.of(), unit(before).listWays());
        var ways =
                ",\"strengthOn\":\"2022-01-31\",\"ways\":[{\"escorted\":false,\"mode\":\"road\",\"season\":\"rains\",\"speedKmh\":{\"high\":20,\"low\":10},\"surface\":\"off-road\"}]}";
        var after = head + "\"crewHours\":8," + middle + ways;
        assertEquals(after, CanonicalJson.of(unit(after)));
    }

    private static Forces.UnitDeclared unit(String json) throws JsonReader.Misfit {
        return JsonReader.read(
                json.getBytes(java.nio.charset.StandardCharsets.UTF_8), Forces.UnitDeclared.class);
    }

    @Test
    void every_letter_at_every_place_of_a_text_is_read_back() {
        var letters =
                IntStream.concat(
                                IntStream.rangeClosed(0, 0x180),
                                IntStream.of(0x7FF, 0x800, 0xFFFF, 0x1F54A, 0x10FFFF))
                        .toArray();
        for (int letter : letters) {
            for (int before = 0; before < 18; before++) {
                var text = "x".repeat(before) + Character.toString(letter) + "y".repeat(9);
                assertEquals(text, readBack(CanonicalJson.of(text)));
            }
        }
    }

    @Test
    void texts_made_by_chance_are_read_back() {
        var chance = new Random(11);
        for (int n = 0; n < 3_000; n++) {
            var text =
                    chance.ints(chance.nextInt(60), 0, 0x300)
                            .map(letter -> chance.nextInt(9) > 0 ? letter & 0x7F : letter)
                            .mapToObj(Character::toString)
                            .collect(Collectors.joining());
            assertEquals(text, readBack(CanonicalJson.of(text)));
        }
    }

    @Test
    void half_of_a_character_is_refused_wherever_it_stands() {
        for (var text : List.of("\uD83D", "a question? \uD83D", "12345678\uDD4A", "\uD83Dx")) {
            assertThrows(BadInput.class, () -> CanonicalJson.of(text), text);
        }
    }

    @Test
    void moments_are_printed_to_the_millisecond() {
        var chance = new Random(5);
        var moments =
                LongStream.concat(
                        LongStream.of(0, -1, 1, 999, 1_000, -62_167_219_200_000L, 253402300799999L),
                        chance.longs(2_000, -70_000_000_000_000L, 300_000_000_000_000L));
        moments.forEach(millis -> {
            var moment = Instant.ofEpochMilli(millis).plusNanos(999);
            var printed =
                    DateTimeFormatter.ISO_INSTANT.format(moment.truncatedTo(ChronoUnit.MILLIS));
            assertEquals('"' + printed + '"', CanonicalJson.of(moment));
        });
    }

    private static String readBack(String json) {
        try (var parser = JSON.createParser(ObjectReadContext.empty(), json)) {
            parser.nextToken();
            return parser.getString();
        }
    }
}

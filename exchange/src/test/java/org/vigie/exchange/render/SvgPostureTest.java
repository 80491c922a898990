package org.vigie.exchange.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.vigie.exchange.words.Language;
import org.vigie.exchange.words.Words;
import org.vigie.geo.Position;

class SvgPostureTest {

    private static final Pattern NAME = Pattern.compile("<text [^>]*>([^<]*)</text>");

    private static SvgPosture.Plan plan(SvgMap.Base... bases) {
        var corners =
                List.of(
                        new SvgPosture.Cell(new Position(10, -5), SvgPosture.Change.NEITHER),
                        new SvgPosture.Cell(new Position(16, 3), SvgPosture.Change.NEITHER));
        return new SvgPosture.Plan(
                List.of(), List.of(bases), corners, List.of(), Words.of(Language.EN));
    }

    private static SvgMap.Base base(String name, double latitude, double longitude) {
        return new SvgMap.Base(name, new Position(latitude, longitude), "1 unit");
    }

    private static List<String> named(SvgPosture.Plan plan) {
        return NAME.matcher(SvgPosture.of(plan).toString())
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    @Test
    void two_bases_side_by_side_both_have_their_names() {
        var plan = plan(base("Timbuktu camp", 13, -1), base("Ber camp", 13.05, -0.8));
        assertEquals(List.of("Timbuktu camp", "Ber camp"), named(plan));
        assertEquals(List.of(), SvgPosture.listUnnamed(plan));
    }

    @Test
    void each_base_is_named_on_the_map_or_in_the_list_beside_it() {
        var bases = new SvgMap.Base[9];
        for (int i = 0; i < bases.length; i++) {
            bases[i] = base("Camp number " + i, 13, -1 + i * 0.01);
        }
        var plan = plan(bases);
        var unnamed = SvgPosture.listUnnamed(plan);
        assertTrue(unnamed.size() >= 5, unnamed::toString);
        var all = named(plan);
        all.addAll(unnamed);
        assertEquals(9, all.stream().distinct().count());
        assertEquals(9, all.size());
    }
}

package org.vigie.server.lite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vigie.geo.Mode;
import org.vigie.server.Demo;
import org.vigie.server.Running;

@SuppressWarnings("NullAway.Init")
class TheatrePagesTest {

    private static final int BYTES_MAX = 30 * 1024;
    private static final Pattern CELL = Pattern.compile("<td class=\"r\">([\\d,]+)");

    private static Running server;

    @BeforeAll
    static void start() {
        var demo = new Demo();
        demo.bases();
        PosturePagesTest.settlements(demo);
        PosturePagesTest.unit(demo, "inf-1", List.of("infantry"), Mode.ROAD, null);
        PosturePagesTest.unit(demo, "inf-2", List.of("infantry"), Mode.ROAD, null);
        server = Running.on(demo.desk());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String page(String more) {
        return page("en", more);
    }

    private static String page(String language, String more) {
        var answer = server.get("/lite/theatre?lang=" + language + more);
        assertEquals(200, answer.status(), answer.body());
        assertTrue(answer.bytes() < BYTES_MAX, () -> "" + answer.bytes());
        return answer.body();
    }

    private static List<Integer> cells(String page) {
        var cells = new ArrayList<Integer>();
        var found = CELL.matcher(page);
        while (found.find()) {
            cells.add(Integer.parseInt(found.group(1).replace(",", "")));
        }
        return cells;
    }

    @Test
    void every_place_is_in_one_class_and_the_largest_places_are_taken() {
        var page = page("");
        var cells = cells(page);
        assertEquals(150, cells.get(0) + cells.get(2) + cells.get(4) + cells.get(6));
        assertTrue(page.contains("150 of 200 places"), page);
    }

    @Test
    void more_time_never_reaches_fewer() {
        var hour = cells(page("&flight=not-needed&need-infantry=on&within=60"));
        var day = cells(page("&flight=not-needed&need-infantry=on&within=1440"));
        assertTrue(hour.get(0) <= day.get(0), hour + " " + day);
        assertTrue(hour.get(0) + hour.get(2) <= day.get(0) + day.get(2));
        assertTrue(day.get(0) > 0, day::toString);
    }

    @Test
    void a_need_that_nobody_has_is_met_nowhere() {
        var cells = cells(page("&flight=not-needed&need-surgery=on"));
        assertEquals(150, cells.get(6));
    }

    @Test
    void a_place_where_one_need_is_missing_says_what_of_it_could_come() {
        var page = page("&flight=not-needed&need-surgery=on&need-infantry=on");
        assertTrue(page.contains("never complete: nobody brings all of it"), page);
        assertTrue(page.contains("nobody brings surgery; the rest: "), page);
        assertTrue(page.contains("15 of 150 places"), page);
        assertTrue(
                page("fr", "&flight=not-needed&need-surgery=on&need-infantry=on")
                        .contains("personne n’apporte chirurgie ; le reste : "));
    }

    @Test
    void a_choice_that_does_not_exist_is_refused_with_what_was_typed() {
        var answer = server.get("/lite/theatre?lang=en&flight=perhaps");
        assertEquals(400, answer.status());
        assertTrue(answer.body().contains("perhaps"), answer.body());
    }

    @Test
    void the_page_is_whole_in_french() {
        var page = page("fr", "");
        assertTrue(page.contains("Qui peut être où") && page.contains("arrive à temps"), page);
    }
}

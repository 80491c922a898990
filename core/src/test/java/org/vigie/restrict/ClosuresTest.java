package org.vigie.restrict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.geo.BadInput;
import org.vigie.geo.Outline;
import org.vigie.geo.Position;
import org.vigie.record.Forces;
import org.vigie.record.Site;

class ClosuresTest {

    private static final String SQUARE = "POLYGON ((-4 14, -3 14, -3 15, -4 15, -4 14))";
    private static final Position INSIDE = new Position(14.5, -3.5);
    private static final Position ELSEWHERE = new Position(16, 0);

    private final TestRequests told =
            new TestRequests()
                    .closes("2022-11-01T00:00:00Z", "square", SQUARE, "2022-12-01T00:00:00Z")
                    .closes("2022-11-02T00:00:00Z", "named", "", null);

    @Test
    void a_limit_holds_where_its_outline_is_and_one_that_is_only_named_cannot_be_told() {
        assertEquals(List.of("square HERE", "named CANNOT_TELL"), at("2022-11-15", INSIDE));
        assertEquals(List.of("named CANNOT_TELL"), at("2022-11-15", ELSEWHERE));
    }

    @Test
    void a_limit_that_ran_out_or_was_lifted_or_has_not_begun_holds_no_longer_or_not_yet() {
        assertEquals(List.of("named CANNOT_TELL"), at("2022-12-15", INSIDE));
        assertEquals(List.of(), at("2022-10-15", INSIDE));
        told.add(
                "2022-12-10T00:00:00Z",
                TestRequests.subject("named"),
                new Forces.RestrictionLifted("over"));
        assertEquals(List.of(), at("2022-12-15", INSIDE));
        assertEquals(List.of("square HERE", "named CANNOT_TELL"), at("2022-11-15", INSIDE));
    }

    @Test
    void an_outline_that_crosses_itself_is_refused_with_the_place_where() {
        var problem =
                assertThrows(
                        BadInput.class,
                        () -> Outline.parse("area", "POLYGON ((0 0, 1 1, 1 0, 0 1, 0 0))"));
        assertEquals(
                "an outline that does not cross or touch itself, as this one does near latitude"
                        + " 0.5000, longitude 0.5000",
                problem.allowed());
    }

    @Test
    void an_outline_reads_as_it_was_written() {
        var corners = Outline.parse("area", SQUARE);
        assertEquals(4, corners.size());
        assertEquals(corners, Outline.parse("area", Outline.text(corners)));
    }

    @Test
    void a_circle_reaches_as_far_as_its_radius() {
        var corners = Outline.parse("area", "circle (-4 14, 25 km)");
        var centre = new Position(14, -4);
        corners.forEach(corner -> assertEquals(25, centre.distanceKm(corner), 0.001));
        assertEquals(true, Outline.holds(corners, centre.toward(77, 24.8)));
        assertEquals(false, Outline.holds(corners, centre.toward(77, 25.1)));
        for (var text :
                List.of(
                        "CIRCLE (-4 14)",
                        "CIRCLE (-4 14, 0)",
                        "CIRCLE (-4 14, 1001)",
                        "CIRCLE (-4 94, 5)",
                        "CIRCLE (-4 14, 1.2.3)")) {
            assertThrows(BadInput.class, () -> Outline.parse("area", text));
        }
    }

    @Test
    void what_is_known_to_close_later_is_listed_for_who_asks_about_a_journey() {
        var moment = Instant.parse("2022-10-15T00:00:00Z");
        assertEquals(
                List.of("square", "named"),
                Closures.from(told.picture(), moment).stream()
                        .map(closure -> closure.site().name())
                        .toList());
    }

    @Test
    void an_area_refused_until_further_notice_is_closed_and_says_under_which_note() {
        refuses("area", "until", "2022-11-10T00:00:00Z");
        var closed = Closures.from(told.picture(), Instant.parse("2022-12-15T00:00:00Z")).getLast();
        assertEquals("until", closed.site().name());
        assertEquals("NV/20-until", closed.refusal());
        assertEquals(null, closed.to());
        assertEquals(List.of("named CANNOT_TELL", "until HERE"), at("2022-12-15", INSIDE));
        assertEquals(List.of("named CANNOT_TELL"), at("2022-12-15", ELSEWHERE));
        assertEquals(List.of("square HERE", "named CANNOT_TELL"), at("2022-11-05", INSIDE));
    }

    @Test
    void a_refused_flight_or_movement_is_listed_at_its_moment_and_is_no_closed_area() {
        refuses("flight", "flights", "2022-11-10T00:00:00Z");
        refuses("ground", "convoys", "2022-11-11T00:00:00Z");
        refuses("visa", "visas", "2022-11-12T00:00:00Z");
        assertEquals(
                List.of("area", "flight", "ground"),
                Closures.at(told.picture(), Instant.parse("2022-12-15T00:00:00Z"), INSIDE).stream()
                        .map(Closures.Closure::kind)
                        .toList());
        assertEquals(
                List.of("area"),
                Closures.from(told.picture(), Instant.parse("2022-12-15T00:00:00Z")).stream()
                        .map(Closures.Closure::kind)
                        .toList());
    }

    private void refuses(String kind, String id, String from) {
        var zone = new Forces.Zone(Outline.parse("area", SQUARE), Instant.parse(from), null);
        told.add(
                        from,
                        TestRequests.subject(id),
                        new Forces.ClearanceAsked(
                                kind,
                                "other",
                                Site.named(id),
                                null,
                                "",
                                new Forces.ClearanceTerms(
                                        "force", "", 72, "NV/20-" + id, "", zone, "")))
                .answers(from, id, Forces.ClearanceOutcome.REFUSED, "");
    }

    @Test
    void what_is_no_outline_is_refused() {
        for (var text : List.of("", "POLYGON ((1 2, 3 4))", "POLYGON ((1, 2 3, 4 5))", "Gao")) {
            assertThrows(BadInput.class, () -> Outline.parse("area", text));
        }
        assertThrows(
                BadInput.class, () -> Outline.parse("area", "POLYGON ((0 0, 0 91, 1 1, 0 0))"));
    }

    private List<String> at(String day, Position place) {
        return Closures.at(told.picture(), Instant.parse(day + "T00:00:00Z"), place).stream()
                .map(closure -> closure.site().name() + " " + closure.reach())
                .toList();
    }
}

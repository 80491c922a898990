package org.vigie.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.vigie.geo.Bounds;
import org.vigie.geo.PlacePrecision;
import org.vigie.geo.Position;

/// The order by tiles finds what looking at every row finds.
class PlacesInABoxTest {

    private static final Instant NOW = Instant.parse("2024-01-01T00:00:00Z");

    @Property(tries = 400)
    void a_box_holds_exactly_the_incidents_that_are_placed_in_it(
            @ForAll long seed, @ForAll @IntRange(min = 0, max = 600) int incidents) {
        var chance = new SplittableRandom(seed);
        var places = places(chance, incidents);
        var all = all(places);
        for (int tried = 0; tried < 6; tried++) {
            var box = box(chance, places);
            var expected =
                    all.stream()
                            .filter(row -> placedIn(box, row))
                            .map(IncidentRow::incident)
                            .toList();
            assertEquals(
                    expected,
                    all.within(box).stream().map(IncidentRow::incident).toList(),
                    () -> box + " of " + places);
        }
    }

    @Test
    void the_whole_earth_holds_every_incident_but_those_without_a_place() {
        var chance = new SplittableRandom(7);
        List<@Nullable Position> places = places(chance, 200);
        places.add(null);
        var all = all(places);
        assertEquals(201 - all.unplaced(), all.within(new Bounds(-90, -180, 90, 180)).size());
        assertTrue(all.unplaced() > 0);
    }

    @Test
    void a_box_of_a_selection_holds_only_what_was_selected() {
        var chance = new SplittableRandom(11);
        var all = all(places(chance, 400));
        var box = new Bounds(0, -20, 30, 30);
        var some = all.where(new Filter(LocalDate.of(2023, 2, 1), null, null, null, null, null));
        var both = all.within(box);
        assertTrue(some.size() < all.size() && both.size() < all.size() && both.size() > 0);
        assertEquals(
                both.stream()
                        .map(IncidentRow::incident)
                        .filter(id -> some.find(id).isPresent())
                        .toList(),
                some.within(box).stream().map(IncidentRow::incident).toList());
    }

    private static boolean placedIn(Bounds box, IncidentRow row) {
        var position = row.site().position();
        return position != null && box.contains(position);
    }

    /// Clusters, poles, the date line, the exact corners of tiles; some without a place.
    private static List<@Nullable Position> places(RandomGenerator chance, int count) {
        var places = new ArrayList<@Nullable Position>();
        var middle = new Position(chance.nextDouble(-80, 80), chance.nextDouble(-170, 170));
        for (int i = 0; i < count; i++) {
            places.add(
                    switch (chance.nextInt(8)) {
                        case 0 -> null;
                        case 1 -> new Position(chance.nextDouble(-90, 90), 180);
                        case 2 -> new Position(chance.nextBoolean() ? 90 : -89.5, -180);
                        case 3 -> new Position(0, 360.0 * chance.nextInt(16) / 16 - 180);
                        case 4 -> new Position(chance.nextInt(-3, 3), chance.nextInt(-3, 3));
                        case 5 ->
                                new Position(
                                        chance.nextDouble(-90, 90), chance.nextDouble(-180, 180));
                        default ->
                                new Position(
                                        middle.latitude() + chance.nextDouble(-0.01, 0.01),
                                        middle.longitude() + chance.nextDouble(-0.01, 0.01));
                    });
        }
        return places;
    }

    /// Large, small, and of places' own coordinates, so that the border runs through them.
    private static Bounds box(RandomGenerator chance, List<@Nullable Position> places) {
        var placed = new ArrayList<Position>();
        for (var place : places) {
            if (place != null) {
                placed.add(place);
            }
        }
        var one = corner(chance, placed);
        var other = chance.nextInt(4) == 0 ? one : corner(chance, placed);
        return new Bounds(
                Math.min(one.latitude(), other.latitude()),
                Math.min(one.longitude(), other.longitude()),
                Math.max(one.latitude(), other.latitude()),
                Math.max(one.longitude(), other.longitude()));
    }

    private static Position corner(RandomGenerator chance, List<Position> placed) {
        return placed.isEmpty() || chance.nextInt(3) == 0
                ? new Position(chance.nextDouble(-90, 90), chance.nextDouble(-180, 180))
                : placed.get(chance.nextInt(placed.size()));
    }

    private static Incidents all(List<@Nullable Position> places) {
        var entries = new ArrayList<Recorded>();
        for (int i = 0; i < places.size(); i++) {
            var position = places.get(i);
            var site =
                    position == null
                            ? Site.named("nowhere")
                            : Site.at("Place " + i, position, PlacePrecision.EXACT);
            var account =
                    new Facts.IncidentReported(
                            "source",
                            "key " + i,
                            IncidentKind.ONE_SIDED,
                            "",
                            site,
                            List.of(),
                            null,
                            null,
                            "",
                            Map.of());
            var entry =
                    new Entry(
                            Ids.subject("entry", "" + i),
                            Ids.subject("incident", "" + i),
                            Happened.on(LocalDate.of(2023, 1, 1).plusDays(i * 37 % 90)),
                            NOW,
                            "test",
                            Component.OPERATIONS_CENTRE,
                            Handling.MISSION,
                            new Origin("test", null, null, 0),
                            null,
                            account);
            entries.add(new Recorded(i, NOW, entry));
        }
        return History.EMPTY.plus(entries).asOf(NOW, NOW, Viewer.owner()).incidents();
    }
}

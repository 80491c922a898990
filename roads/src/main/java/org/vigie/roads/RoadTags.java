package org.vigie.roads;

import com.graphhopper.reader.ReaderWay;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the tags of a way of OpenStreetMap say of it as a road for vehicles.
///
/// A vehicle of a mission drives on everything from a motorway to a track, both ways: one-way
/// streets hold nobody up in the field. It does not drive on paths, nor where the map says that no
/// vehicle may or can (`access`, `vehicle`, `motor_vehicle` = `no`, `impassable`), nor on ferries.
///
/// Source: the tags as the OpenStreetMap wiki defines them. That a trunk or primary road without a
/// surface is tar, and every other one is not, is assumed.
final class RoadTags {

    private static final Set<String> DRIVEN =
            Set.of(
                    "motorway",
                    "motorway_link",
                    "trunk",
                    "trunk_link",
                    "primary",
                    "primary_link",
                    "secondary",
                    "secondary_link",
                    "tertiary",
                    "tertiary_link",
                    "unclassified",
                    "residential",
                    "living_street",
                    "service",
                    "road",
                    "track");

    private static final Set<String> PAVED =
            Set.of(
                    "paved",
                    "asphalt",
                    "chipseal",
                    "concrete",
                    "concrete:plates",
                    "concrete:lanes",
                    "paving_stones",
                    "sett",
                    "metal");

    private static final Set<String> TAKEN_AS_PAVED =
            Set.of("motorway", "motorway_link", "trunk", "trunk_link", "primary", "primary_link");

    private RoadTags() {}

    /// What a way is made of, and whether the map says so.
    enum Kind {
        NO_ROAD(0),
        PAVED(1),
        TRACK(2),
        TAKEN_AS_PAVED(3),
        TAKEN_AS_TRACK(4);

        private final int code;

        Kind(int code) {
            this.code = code;
        }

        /// The number that stands for it in the graph, of three bits.
        int code() {
            return code;
        }

        static Kind ofCode(int code) {
            return switch (code) {
                case 1 -> PAVED;
                case 2 -> TRACK;
                case 3 -> TAKEN_AS_PAVED;
                case 4 -> TAKEN_AS_TRACK;
                default -> NO_ROAD;
            };
        }

        boolean paved() {
            return this == PAVED || this == TAKEN_AS_PAVED;
        }

        boolean taken() {
            return this == TAKEN_AS_PAVED || this == TAKEN_AS_TRACK;
        }
    }

    static Kind kind(ReaderWay way) {
        @Nullable String highway = way.getTag("highway");
        if (highway == null || !DRIVEN.contains(highway) || closed(way)) {
            return Kind.NO_ROAD;
        }
        @Nullable String surface = way.getTag("surface");
        if (surface == null) {
            return TAKEN_AS_PAVED.contains(highway) ? Kind.TAKEN_AS_PAVED : Kind.TAKEN_AS_TRACK;
        }
        return PAVED.contains(surface) ? Kind.PAVED : Kind.TRACK;
    }

    private static boolean closed(ReaderWay way) {
        return way.hasTag("motor_vehicle", "no")
                || (!way.hasTag("motor_vehicle", "yes")
                        && (way.hasTag("access", "no") || way.hasTag("vehicle", "no")))
                || way.hasTag("impassable", "yes")
                || way.hasTag("smoothness", "impassable");
    }
}

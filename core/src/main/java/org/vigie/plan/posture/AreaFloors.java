package org.vigie.plan.posture;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.vigie.geo.Area;
import org.vigie.geo.BadInput;
import org.vigie.geo.Place;
import org.vigie.geo.Position;
import org.vigie.record.Known;
import org.vigie.record.Near;

/// Which places lie in which area that has a floor. A place lies in the area that the mission pack
/// puts it in; else in that whose outline on the pack's map holds it. A sector is its members.
///
/// When it must not be trusted: the map of a pack is simplified, so that a place within a few
/// kilometres of a border may be counted on its other side; what the map does not tell apart is one
/// area.
public final class AreaFloors {

    private static final String SECTOR = "sector";
    private static final int NEAR_MAX = 3;
    private static final int LISTED_MAX = 30;

    private final Known known;
    private final Map<String, List<List<Position>>> outlines;

    /// @param known the names of areas
    /// @param outlines closed rings by code of an area, islands and holes alike
    public AreaFloors(Known known, Map<String, List<List<Position>>> outlines) {
        this.known = known;
        this.outlines = Map.copyOf(outlines);
    }

    /// The floors for these places.
    ///
    /// @throws BadInput when nobody knows an area, none of the places lies in it, or two overlap
    public Fairness of(Map<String, Double> floors, List<Place> places) {
        if (floors.isEmpty()) {
            return Fairness.NONE;
        }
        var areas = new int[places.size()];
        Arrays.fill(areas, -1);
        var names = List.copyOf(floors.keySet());
        for (int number = 0; number < names.size(); number++) {
            int of = number;
            var codes = codes(names.get(number));
            var shapes =
                    outlines.keySet().stream()
                            .filter(code -> codes.stream().anyMatch(asked -> within(code, asked)))
                            .map(outlines::get)
                            .map(Rings::new)
                            .toList();
            long inside = 0;
            for (int place = 0; place < areas.length; place++) {
                if (holds(codes, shapes, places.get(place))) {
                    inside++;
                    if (areas[place] >= 0) {
                        throw new BadInput(
                                "floor",
                                names.get(of) + " overlaps with " + names.get(areas[place]),
                                "of areas of which none holds a part of another");
                    }
                    areas[place] = of;
                }
            }
            if (inside == 0) {
                throw new BadInput(
                        "floor", names.get(of), "an area with places in it: " + allowed());
            }
        }
        return Fairness.floors(
                        areas, floors.values().stream().mapToDouble(Double::doubleValue).toArray())
                .named(names);
    }

    private boolean holds(Set<String> codes, List<Rings> shapes, Place place) {
        var area = place.area();
        if (area != null && known.areas().find(area).isPresent()) {
            return codes.stream().anyMatch(code -> within(area, code));
        }
        var position = place.position();
        return position != null && shapes.stream().anyMatch(shape -> shape.hold(position));
    }

    private boolean within(String code, String holder) {
        return code.equals(holder) || known.areas().isWithin(code, holder);
    }

    /// The codes that a name stands for: of several areas of one name all, of a sector its members.
    private Set<String> codes(String name) {
        var found =
                Stream.concat(
                                known.areas().all().stream()
                                        .filter(area -> area.code().equalsIgnoreCase(name)),
                                known.areas().named(name).stream())
                        .distinct()
                        .toList();
        var plain = found.stream().filter(area -> !area.level().equals(SECTOR)).toList();
        var codes = new LinkedHashSet<String>();
        for (var area : plain.isEmpty() ? found : plain) {
            if (area.level().equals(SECTOR)) {
                codes.addAll(known.members().getOrDefault(area.code(), List.of()));
            } else {
                codes.add(area.code());
            }
        }
        if (codes.isEmpty()) {
            var all = new TreeSet<String>();
            known.areas().all().forEach(area -> all.addAll(area.names()));
            var near = Near.to(name, all, NEAR_MAX);
            throw new BadInput(
                    "floor",
                    name,
                    "an area of the mission pack"
                            + (near.isEmpty() ? "" : " (near: " + String.join(", ", near) + ")")
                            + ": "
                            + allowed());
        }
        return codes;
    }

    /// The areas that can have a floor, each once: those that the map has an outline of, and the
    /// sectors, by name.
    public List<String> listNames() {
        var names = new LinkedHashSet<String>();
        for (var code : new TreeSet<>(outlines.keySet())) {
            known.areas().find(code).map(Area::name).ifPresent(names::add);
        }
        known.areas().atLevel(SECTOR).stream().map(Area::name).forEach(names::add);
        return names.stream().limit(LISTED_MAX).toList();
    }

    private String allowed() {
        var names = listNames();
        return names.isEmpty()
                ? "this pack has no outlines, so no floor can be set"
                : String.join(", ", names);
    }

    /// Closed rings, asked thousands of times whether they hold a place: even-odd, in degrees.
    private static final class Rings {

        private final List<List<Position>> rings;
        private double south = 90;
        private double north = -90;
        private double west = 180;
        private double east = -180;

        Rings(List<List<Position>> rings) {
            this.rings = rings;
            for (var ring : rings) {
                for (var corner : ring) {
                    south = Math.min(south, corner.latitude());
                    north = Math.max(north, corner.latitude());
                    west = Math.min(west, corner.longitude());
                    east = Math.max(east, corner.longitude());
                }
            }
        }

        boolean hold(Position place) {
            if (place.latitude() < south
                    || place.latitude() > north
                    || place.longitude() < west
                    || place.longitude() > east) {
                return false;
            }
            boolean inside = false;
            for (var ring : rings) {
                for (int i = 0; i < ring.size(); i++) {
                    inside ^= crosses(ring.get(i), ring.get((i + 1) % ring.size()), place);
                }
            }
            return inside;
        }

        /// Whether a line to the east crosses this side.
        private static boolean crosses(Position one, Position other, Position place) {
            if ((one.latitude() > place.latitude()) == (other.latitude() > place.latitude())) {
                return false;
            }
            double part = (place.latitude() - one.latitude()) / (other.latitude() - one.latitude());
            return place.longitude()
                    < one.longitude() + part * (other.longitude() - one.longitude());
        }
    }
}

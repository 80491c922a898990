package org.vigie.geo;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.util.GeometryFixer;

/// A part of a country that has a name: a region, a cercle, a sector of the mission.
///
/// The code is its identity; names are only names. Where a source says in which area something
/// happened, its word beats geometry.
///
/// @param code the pack's, for example the OCHA place code `ML05`
/// @param level `0` to `3` for administrative levels, `sector` for a mission's own
/// @param parent code of the area that holds this one, if there is one
/// @param shape in degrees, x is longitude and y latitude; null where the pack has none. Nobody may
///   change it afterwards.
public record Area(
        String code,
        String name,
        String level,
        @Nullable String parent,
        List<String> aliases,
        @Nullable Geometry shape) {

    private static final GeometryFactory FACTORY = new GeometryFactory();

    public Area {
        if (code.isBlank()) throw new BadInput("code of an area", code, "at least one letter");
        if (name.isBlank()) throw new BadInput("name of area " + code, name, "at least one letter");
        if (level.isBlank())
            throw new BadInput("level of area " + code, level, "0 to 3, or sector");
        if (code.equals(parent))
            throw new BadInput("parent of area " + code, parent, "another area");
        aliases = List.copyOf(aliases);
    }

    /// The same area with a shape: what lies in an odd number of these rings, so that a ring in
    /// another is a hole, and one beside it an island.
    ///
    /// @param rings each of at least three corners
    public Area drawn(List<List<Position>> rings) {
        Geometry whole = FACTORY.createPolygon();
        for (var ring : rings) {
            // A drawing that crosses itself encloses what it goes around all the same.
            whole = whole.symDifference(GeometryFixer.fix(polygon(ring)));
        }
        return new Area(code, name, level, parent, aliases, whole);
    }

    private static Geometry polygon(List<Position> ring) {
        var corners = new Coordinate[ring.size() + 1];
        for (int i = 0; i < corners.length; i++) {
            var corner = ring.get(i % ring.size());
            corners[i] = new Coordinate(corner.longitude(), corner.latitude());
        }
        return FACTORY.createPolygon(corners);
    }

    /// The name, then the aliases.
    public List<String> names() {
        return Stream.concat(Stream.of(name), aliases.stream()).toList();
    }
}

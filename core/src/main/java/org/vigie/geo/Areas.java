package org.vigie.geo;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;

/// All areas of a country: by code, by name, by what lies in them, by what they hold.
///
/// Immutable, and every answer has one order: by size for "what contains this point", by code
/// elsewhere. A point on a border lies in both areas.
public final class Areas {

    private record Shaped(Area area, PreparedGeometry shape, double squareDegrees) {}

    /// The smallest first: the cercle before its region.
    private static final Comparator<Shaped> SMALLEST_FIRST =
            Comparator.comparingDouble(Shaped::squareDegrees).thenComparing(s -> s.area().code());

    private static final GeometryFactory POINTS = new GeometryFactory();

    private final Map<String, Area> byCode = new TreeMap<>();
    private final Map<String, List<Area>> byName;
    private final Map<String, List<Area>> byParent;
    private final STRtree tree = new STRtree();

    private Areas(Collection<Area> areas) {
        for (var area : areas)
            if (byCode.put(area.code(), area) != null)
                throw new BadInput("code of an area", area.code(), "unique");
        for (var area : byCode.values()) path(area);
        byName = new TreeMap<>();
        for (var area : byCode.values())
            for (var key : nameKeys(area)) byName.merge(key, List.of(area), Areas::joined);
        byParent =
                byCode.values().stream()
                        .filter(area -> area.parent() != null)
                        .collect(
                                Collectors.groupingBy(
                                        area -> String.valueOf(area.parent()),
                                        TreeMap::new,
                                        Collectors.toUnmodifiableList()));
        byCode.values().forEach(this::plant);
        tree.build();
    }

    /// The areas of a country.
    ///
    /// @throws BadInput if two areas have one code, or an area holds itself by way of its parents
    public static Areas of(Collection<Area> areas) {
        return new Areas(areas);
    }

    /// All areas by code.
    public List<Area> all() {
        return List.copyOf(byCode.values());
    }

    /// The area with this code.
    public Optional<Area> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /// The areas of a level, by code.
    public List<Area> atLevel(String level) {
        return byCode.values().stream().filter(area -> area.level().equals(level)).toList();
    }

    /// The areas that bear this name or alias, in any case, with or without accents and with or
    /// without a word for the kind (*Mopti*, *Région de Mopti*, *Mopti region*): there may be
    /// several, since a region, a cercle and a commune often share a name.
    public List<Area> named(String name) {
        var folded = Spelling.folded(name);
        var exact = byName.get(Spelling.joined(folded));
        if (exact != null) return exact;
        return byName.getOrDefault(Spelling.joined(PlaceText.withoutKinds(folded)), List.of());
    }

    /// Lower-case words of letters and digits, without accents and signs.
    public static String folded(String name) {
        return Spelling.folded(name);
    }

    /// The key under which the same name written otherwise is found: no case, accents, signs.
    public static String plain(String name) {
        return Spelling.joined(Spelling.folded(name));
    }

    /// The same without a word for the kind of area: *Ouham prefecture* is *ouham*.
    public static String bare(String name) {
        return Spelling.joined(PlaceText.withoutKinds(Spelling.folded(name)));
    }

    /// The areas in whose shape the position lies, the smallest first; areas without a shape never.
    public List<Area> containing(Position position) {
        var at = new Coordinate(position.longitude(), position.latitude());
        var point = POINTS.createPoint(at);
        @SuppressWarnings("unchecked") // only Shaped is ever planted
        List<Shaped> near = tree.query(new Envelope(at));
        return near.stream()
                .filter(shaped -> shaped.shape().covers(point))
                .sorted(SMALLEST_FIRST)
                .map(Shaped::area)
                .toList();
    }

    /// The area of this level in which the position lies.
    public Optional<Area> findContaining(Position position, String level) {
        return containing(position).stream().filter(a -> a.level().equals(level)).findFirst();
    }

    /// The areas whose parent is this one, by code.
    public List<Area> children(String code) {
        return byParent.getOrDefault(code, List.of());
    }

    /// The area and all that hold it, from small to large; empty for an unknown code.
    public List<Area> path(String code) {
        return find(code).map(this::path).orElse(List.of());
    }

    /// Whether the first area is the second or lies in it, by the parents that the pack names.
    public boolean isWithin(String code, String holder) {
        return path(code).stream().anyMatch(area -> area.code().equals(holder));
    }

    private List<Area> path(Area area) {
        SequencedSet<Area> path = new LinkedHashSet<>();
        for (@Nullable Area at = area; at != null; at = parentOf(at))
            if (!path.add(at))
                throw new BadInput("parent of area " + area.code(), area.parent(), "no circle");
        return List.copyOf(path);
    }

    private @Nullable Area parentOf(Area area) {
        return area.parent() == null ? null : byCode.get(area.parent());
    }

    private static SequencedSet<String> nameKeys(Area area) {
        var keys = new LinkedHashSet<String>();
        for (var name : area.names()) {
            var folded = Spelling.folded(name);
            keys.add(Spelling.joined(folded));
            keys.add(Spelling.joined(PlaceText.withoutKinds(folded)));
        }
        return keys;
    }

    private static List<Area> joined(List<Area> some, List<Area> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private void plant(Area area) {
        Geometry shape = area.shape();
        if (shape == null || shape.isEmpty()) return;
        var prepared = PreparedGeometryFactory.prepare(shape);
        tree.insert(shape.getEnvelopeInternal(), new Shaped(area, prepared, shape.getArea()));
    }
}

package org.vigie.exchange.packs;

import java.util.List;
import org.vigie.geo.Position;

/// One shape of the pack's simple map: an outline of an area, or a line such as a river.
///
/// Rings of an area may be islands or holes: draw them with the even-odd rule.
///
/// @param kind `area`, or the word of a line: `river` …
/// @param code of the area in `areas.csv`; empty for a line
/// @param alsoCovers areas that the map does not yet tell apart from this one
/// @param schematic only drawn through towns, not surveyed
/// @param paths closed rings of an area, or lines
public record MapShape(
        String kind,
        String code,
        String name,
        String level,
        List<String> alsoCovers,
        boolean schematic,
        List<List<Position>> paths) {

    /// The kind of an outline.
    public static final String AREA = "area";

    public MapShape {
        alsoCovers = List.copyOf(alsoCovers);
        paths = paths.stream().map(List::copyOf).toList();
    }
}

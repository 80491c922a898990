package org.vigie.record;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.GridCell;
import org.vigie.geo.PlacePrecision;
import org.vigie.geo.Position;

/// Where something was, as its source says, with how exactly that is known.
///
/// @param name the place as written by the source
/// @param position null when the source gives none: such an entry is *unplaced* and counted apart
/// @param placeId the gazetteer's place, when a person or the pack has chosen one
/// @param adm1 first-level area in the source's own words (it beats geometry)
/// @param adm2 second-level area in the source's own words
/// @param country the country in the source's own words
public record Site(
        String name,
        @Nullable Position position,
        PlacePrecision precision,
        @Nullable String placeId,
        @Nullable String adm1,
        @Nullable String adm2,
        @Nullable String country) {

    public static Site at(String name, Position position, PlacePrecision precision) {
        return new Site(name, position, precision, null, null, null, null);
    }

    /// A place of which only the name is known: kept, counted as unplaced, and listed as a place to
    /// fix.
    public static Site named(String name) {
        return new Site(name, null, PlacePrecision.UNKNOWN, null, null, null, null);
    }

    public Optional<GridCell> findCell() {
        return position == null ? Optional.empty() : Optional.of(GridCell.of(position));
    }
}

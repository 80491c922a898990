package org.vigie.geo;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A place with a name: a village, a town, a base, a well.
///
/// @param id of the pack (`ogossagou`) or of the source (`geonames:12232587`); never shown as a
///   name
/// @param name as the pack or the source writes it
/// @param aliases other names and spellings
/// @param position null where nobody knows: a place may be known by name alone
/// @param precision how exact the position is
/// @param area code of the area in which the source or the pack puts it, if it says so
/// @param kind village, town, base, airfield, well …, in lower case
/// @param population 0 where the source has none, which is not the same as nobody
/// @param source where name and position come from
/// @param fromPack whether the mission's own pack names it: such places come first in a search
public record Place(
        String id,
        String name,
        List<String> aliases,
        @Nullable Position position,
        PlacePrecision precision,
        @Nullable String area,
        String kind,
        long population,
        String source,
        boolean fromPack) {

    public Place {
        if (id.isBlank()) throw new BadInput("id of a place", id, "at least one letter");
        if (name.isBlank()) throw new BadInput("name of place " + id, name, "at least one letter");
        if (source.isBlank()) throw new BadInput("source of place " + id, source, "named");
        if (population < 0)
            throw new BadInput("population of place " + id, population, "0 or more");
        aliases = List.copyOf(aliases);
    }

    /// The name, then the aliases.
    public List<String> names() {
        return Stream.concat(Stream.of(name), aliases.stream()).toList();
    }
}

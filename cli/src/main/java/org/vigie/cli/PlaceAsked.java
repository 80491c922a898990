package org.vigie.cli;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.vigie.exchange.packs.Pack;
import org.vigie.geo.BadInput;
import org.vigie.geo.Gazetteer;
import org.vigie.geo.Place;
import org.vigie.geo.Position;
import org.vigie.geo.Surroundings;

/// The place and the words that a command was asked with.
final class PlaceAsked {

    /// Places offered when a name is not one place's own.
    private static final int CANDIDATES = 5;

    private PlaceAsked() {}

    /// One place by its own name, or none: software never picks one of several (settled in the
    /// decisions).
    static Place of(Pack pack, String at) {
        if (at.matches("-?[0-9.]+,-?[0-9.]+")) {
            int comma = at.indexOf(',');
            var position =
                    new Position(
                            Double.parseDouble(at.substring(0, comma)),
                            Double.parseDouble(at.substring(comma + 1)));
            new Surroundings(pack.mission().bounds()).check("at", position);
            return new Place(
                    at,
                    at,
                    List.of(),
                    position,
                    org.vigie.geo.PlacePrecision.EXACT,
                    null,
                    "position",
                    0,
                    "given",
                    false);
        }
        var gazetteer = Gazetteer.of(pack.places());
        var exact = gazetteer.exact(at);
        if (exact.size() == 1) {
            return exact.getFirst();
        }
        var candidates =
                gazetteer.search(at, CANDIDATES).stream()
                        .map(match -> match.place().name())
                        .distinct()
                        .collect(Collectors.joining(", "));
        throw new BadInput(
                "at",
                at,
                candidates.isEmpty()
                        ? "a place of the pack, or latitude,longitude"
                        : "one place of the pack (did you mean: "
                                + candidates
                                + "?), or latitude,longitude");
    }

    /// The place's area, what that lies in, and the sector of the mission.
    static Set<String> areas(Pack pack, Place place) {
        var areas = new HashSet<String>();
        var code = place.area();
        while (code != null && areas.add(code)) {
            code = pack.findArea(code).map(area -> area.parent()).orElse(null);
        }
        var own = place.area();
        if (own != null) {
            pack.findSector(own).ifPresent(sector -> areas.add(sector.code()));
        }
        return areas;
    }

    /// A constant by its name on the command line.
    static <E extends Enum<E>> E word(String option, String text, Class<E> type) {
        for (var constant : type.getEnumConstants()) {
            if (Words.of(constant).equals(text)) {
                return constant;
            }
        }
        var allowed =
                java.util.Arrays.stream(type.getEnumConstants())
                        .map(Words::of)
                        .collect(Collectors.joining(", "));
        throw new BadInput(option, text, "one of " + allowed);
    }
}

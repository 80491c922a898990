package org.vigie.server.picture;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.exchange.render.Outline;
import org.vigie.exchange.words.Language;
import org.vigie.geo.Bounds;
import org.vigie.geo.Surroundings;
import org.vigie.record.Known;

/// What the pages need of the mission's pack.
///
/// @param shortName what everybody calls it, e.g. `MINUSMA`
/// @param names its full name by language
/// @param fictional whether the country does not exist, so that generated violence is allowed
/// @param zone the time on the clocks there, shown beside UTC
/// @param hostState the name of the host state's government, for the harm gate
/// @param outlines the base map
/// @param known the pack's names of areas and actors
public record Mission(
        String shortName,
        Map<Language, String> names,
        String country,
        boolean fictional,
        ZoneId zone,
        String hostState,
        List<Outline> outlines,
        Known known) {

    public Mission {
        names = Map.copyOf(names);
        outlines = List.copyOf(outlines);
    }

    /// A mission whose pack names no areas.
    public Mission(
            String shortName,
            Map<Language, String> names,
            String country,
            boolean fictional,
            ZoneId zone,
            String hostState,
            List<Outline> outlines) {
        this(shortName, names, country, fictional, zone, hostState, outlines, Known.NONE);
    }

    /// Where the mission can be asked who goes; empty without a base map.
    public Optional<Surroundings> findSurroundings() {
        var land =
                outlines.stream()
                        .filter(outline -> !outline.river())
                        .flatMap(outline -> outline.lines().stream())
                        .flatMap(List::stream)
                        .toList();
        return Bounds.around(land).map(Surroundings::new);
    }

    public String name(Language language) {
        return names.getOrDefault(language, shortName);
    }
}

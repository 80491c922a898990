package org.vigie.exchange.packs;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.vigie.geo.Bounds;

/// What `mission.properties` says: the mission and its country.
///
/// @param code short id, lower case, e.g. `minusma`
/// @param country as UCDP writes it: event files are matched by it
/// @param fictional an invented country, the only kind in which violence may be generated
/// @param bounds every place of the pack lies in it
/// @param timezone for day and night on the screen; files stay in UTC
/// @param languages of the screen, in order
/// @param hostActor the host state among the actors
/// @param hostForces its forces among the actors: handling depends on them, priority never does
/// @param missionActor the mission itself among the actors
/// @param published day of this pack
public record Mission(
        String code,
        String nameEn,
        String nameFr,
        String shortName,
        String country,
        boolean fictional,
        Bounds bounds,
        ZoneId timezone,
        List<String> languages,
        String hostActor,
        List<String> hostForces,
        String missionActor,
        LocalDate published) {

    public Mission {
        languages = List.copyOf(languages);
        hostForces = List.copyOf(hostForces);
    }
}

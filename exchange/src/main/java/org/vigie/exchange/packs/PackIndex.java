package org.vigie.exchange.packs;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vigie.geo.BadInput;
import org.vigie.geo.Place;
import org.vigie.record.Facts;
import org.vigie.record.Forces;
import org.vigie.record.Grade;
import org.vigie.record.Ids;
import org.vigie.record.Site;

/// The things of a pack by their ids, for lines that name them.
final class PackIndex {

    private final Pack pack;
    private final Map<String, Place> places;
    private final Map<String, Facts.ActorDeclared> actors = new HashMap<>();
    private final Map<String, Facts.SourceRegistered> sources = new HashMap<>();
    private final Set<String> incidents = new HashSet<>();
    private final Set<String> units = new HashSet<>();
    private final Sites sites;

    PackIndex(Pack pack) {
        this.pack = pack;
        this.places =
                pack.places().stream().collect(Collectors.toMap(Place::id, Function.identity()));
        this.sites = new Sites(pack.mission().country(), pack.areas());
        for (var entry : pack.entries()) {
            if (entry.body() instanceof Facts.ActorDeclared actor) {
                actors.put(actor.code(), actor);
            } else if (entry.body() instanceof Facts.SourceRegistered source) {
                sources.put(source.code(), source);
            } else if (entry.body() instanceof Facts.IncidentReported incident) {
                incidents.add(incident.sourceKey());
            } else if (entry.body() instanceof Forces.UnitDeclared unit) {
                units.add(unit.code());
            }
        }
    }

    Site site(String place) {
        var found = places.get(place);
        if (found == null) {
            throw new BadInput("place", place, "an id of places.csv");
        }
        return sites.of(found);
    }

    Facts.ActorDeclared actor(String field, String id) {
        var actor = actors.get(id);
        if (actor == null) {
            throw new BadInput(field, id, "an id of actors.csv");
        }
        return actor;
    }

    void requireUnit(String id) {
        if (!units.contains(id)) {
            throw new BadInput("units", id, "an id of units.csv");
        }
    }

    boolean hasIncident(String id) {
        return incidents.contains(id);
    }

    /// Whether this is the mission or a part of it.
    boolean byMission(String who) {
        var seen = new HashSet<String>();
        var up = who;
        while (up != null && seen.add(up)) {
            if (up.equals(pack.mission().missionActor())) {
                return true;
            }
            var actor = actors.get(up);
            up = actor == null ? null : actor.parent();
        }
        return false;
    }

    /// The thing of the pack that a figure is about.
    UUID claimSubject(String id) {
        if (incidents.contains(id)) {
            return Ids.subject("incident", id);
        }
        if (actors.containsKey(id)) {
            return Ids.subject("actor", id);
        }
        if (pack.findArea(id).isPresent()) {
            return Ids.subject("area", id);
        }
        throw new BadInput("claim", id, "about an incident, an actor or an area");
    }

    Grade grade(String source) {
        var registered = sources.get(source);
        return PackEntries.grade(registered == null ? 'F' : registered.reliability());
    }
}

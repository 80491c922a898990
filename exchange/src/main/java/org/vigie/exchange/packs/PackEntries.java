package org.vigie.exchange.packs;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.Place;
import org.vigie.record.ActorClass;
import org.vigie.record.Awareness;
import org.vigie.record.Claim;
import org.vigie.record.Component;
import org.vigie.record.Entry;
import org.vigie.record.Facts;
import org.vigie.record.Figures;
import org.vigie.record.Grade;
import org.vigie.record.Handling;
import org.vigie.record.Happened;
import org.vigie.record.Ids;
import org.vigie.record.Involved;
import org.vigie.record.Site;

/// Turns the rows of a pack into entries of a ledger.
///
/// **From when a row is known**, so that a picture of the past holds no hindsight:
///
/// - what a source says of the world (incidents, claims, relations, who knew): from the end of the
///   day on which the source was published; where a row names a day of its own that lies inside a
///   coarse publication date, from the end of that day;
/// - the mission's own bases, units, caveats and mandate: from the end of the day on which they
///   began, for a mission knows its own; see [ForceEntries];
/// - places and lasting actors: from the mission's first mandate on, for a village is not news;
///   that an actor came to its end, and what the pack notes of it, from that end on;
/// - requests to the host state: see [RestrictionEntries];
/// - labels, votes, accords, commitments and surveys: as their source; see [RegisterEntries].
final class PackEntries {

    private final Mission mission;
    private final PackTables tables;
    private final Map<String, Place> places;
    private final Sites sites;
    private final List<PackArea> areas;
    private final Publication publication;
    private final Map<String, Row> actors;
    private final Instant begin;
    private final Drafts drafts;

    PackEntries(Mission mission, PackTables tables, List<PackArea> areas, List<Place> places) {
        this.mission = mission;
        this.tables = tables;
        this.places = places.stream().collect(Collectors.toMap(Place::id, Function.identity()));
        this.sites = new Sites(mission.country(), areas);
        this.areas = areas;
        this.publication = new Publication(mission, tables);
        this.actors = tables.byId(Tables.ACTORS);
        this.begin =
                tables.rows(Tables.MANDATE).stream()
                        .flatMap(row -> row.day("adopted").stream())
                        .map(PackDate::end)
                        .min(Comparator.naturalOrder())
                        .orElse(publication.ofPack());
        this.drafts = new Drafts("pack", "mission pack " + mission.code());
    }

    List<Entry> list() {
        tables.rows(Tables.SOURCES).forEach(this::addSource);
        tables.rows(Tables.PLACES).forEach(this::addPlace);
        tables.rows(Tables.ACTORS).forEach(this::addActor);
        tables.rows(Tables.RELATIONS).forEach(this::addRelation);
        new RegisterEntries(drafts, areas, publication).add(tables);
        new ForceEntries(drafts, sites, publication).add(tables, places);
        new RestrictionEntries(drafts, sites, areas, publication).add(tables, places);
        tables.rows(Tables.INCIDENTS).forEach(this::addIncident);
        tables.rows(Tables.CLAIMS).forEach(this::addClaim);
        tables.rows(Tables.KNOWLEDGE).forEach(this::addKnowledge);
        return drafts.list();
    }

    private void addSource(Row row) {
        var published = row.day("published");
        drafts.add(
                open(
                        row,
                        Ids.subject("source", row.id()),
                        null,
                        published.isPresent() ? publication.of(row.id()) : firstUse(row.id())),
                new Facts.SourceRegistered(
                        row.id(),
                        row.text("name"),
                        row.text("kind"),
                        row.text("position"),
                        published.map(PackDate::last).orElse(null),
                        row.text("url"),
                        row.text("reliability").charAt(0)));
    }

    /// A source without a day is there from the first thing of the mission's own that rests on it;
    /// the texts of the Council's resolutions are one.
    private Instant firstUse(String source) {
        return Map.of(
                        Tables.MANDATE, "adopted",
                        Tables.BASES, "opened",
                        Tables.UNITS, "from")
                .entrySet()
                .stream()
                .flatMap(use ->
                        tables.rows(use.getKey()).stream()
                                .filter(row -> row.text("source").equals(source))
                                .flatMap(row -> row.day(use.getValue()).stream()))
                .map(PackDate::end)
                .filter(publication.ofPack()::isAfter)
                .min(Comparator.naturalOrder())
                .orElse(publication.ofPack());
    }

    private void addPlace(Row row) {
        var place = places.get(row.id());
        if (place != null) {
            drafts.add(
                    open(row, Ids.subject("place", row.id()), null, begin),
                    new Facts.PlaceDeclared(place));
        }
    }

    /// An actor that ended is declared twice: without its end, and, from its end on, with it.
    private void addActor(Row row) {
        var from = row.day("from");
        var to = row.day("to");
        var known = from.map(PackDate::end).filter(begin::isBefore).orElse(begin);
        drafts.add(
                open(
                        row,
                        Ids.subject("actor", row.id()),
                        from.map(PackDate::happened).orElse(null),
                        known),
                actor(row, null, to.isPresent() ? "" : row.text("note")));
        if (to.isPresent()) {
            var end = to.get().end();
            drafts.add(
                    open(
                            row,
                            Ids.subject("actor", row.id()),
                            to.get().happened(),
                            end.isBefore(known) ? known : end),
                    actor(row, to.get().last(), row.text("note")));
        }
    }

    private static Facts.ActorDeclared actor(Row row, @Nullable LocalDate to, String note) {
        return new Facts.ActorDeclared(
                row.id(),
                row.text("name"),
                row.list("aliases"),
                IncidentWords.actorClass(row.text("class")),
                row.textOrNull("parent"),
                row.day("from").map(PackDate::first).orElse(null),
                to,
                row.text("source"),
                note);
    }

    private void addRelation(Row row) {
        var from = row.day("from");
        drafts.add(
                open(
                        row,
                        Ids.subject("actor", row.text("actor")),
                        from.map(PackDate::happened).orElse(null),
                        publication.of(row.text("source"))),
                new Facts.ActorRelated(
                        row.text("actor"),
                        row.text("relation"),
                        row.text("other"),
                        from.map(PackDate::first).orElse(null),
                        row.day("to").map(PackDate::last).orElse(null),
                        row.text("confidence"),
                        row.text("source"),
                        RegisterEntries.noted(row)));
    }

    private void addIncident(Row row) {
        var happened =
                Happened.between(
                        row.day("from").orElseThrow().first(),
                        row.day("to").orElseThrow().last(),
                        IncidentWords.datePrecision(row.text("datePrecision")));
        var known = row.day("known");
        var note = row.text("note");
        drafts.add(
                open(
                        row,
                        Ids.subject("incident", row.id()),
                        happened,
                        known.map(PackDate::end).orElse(publication.of(row.text("source")))),
                new Facts.IncidentReported(
                        row.text("source"),
                        row.id(),
                        IncidentWords.kind(row.text("type")),
                        row.text("type"),
                        site(row.text("place")),
                        row.list("actors").stream().map(this::involved).toList(),
                        null,
                        known.map(PackDate::last).orElse(null),
                        row.text("name") + (note.isEmpty() ? "" : " (" + note + ")"),
                        new TreeMap<>()));
    }

    private Involved involved(String text) {
        return involved(actors, IncidentWords.Part.parse("actors", text));
    }

    /// The actor by its name: a table of incidents shows what people read.
    static Involved involved(Map<String, Row> actors, IncidentWords.Part part) {
        var actor = actors.get(part.actor());
        return actor == null
                ? new Involved(part.role(), part.actor(), ActorClass.UNKNOWN)
                : new Involved(
                        part.role(),
                        actor.text("name"),
                        IncidentWords.actorClass(actor.text("class")));
    }

    private void addClaim(Row row) {
        var on = row.day("on");
        var source = row.text("source");
        drafts.add(
                open(row, subject(row.text("subject")), null, publication.of(source, on)),
                new Facts.ClaimMade(
                        new Claim(
                                row.text("measure"),
                                new Figures(
                                        row.wholeOrNull("low"),
                                        row.wholeOrNull("best"),
                                        row.wholeOrNull("high")),
                                row.has("unit") ? row.text("unit") : "persons",
                                row.text("population"),
                                row.text("definition"),
                                on.map(PackDate::last).orElse(null),
                                source,
                                RegisterEntries.noted(row),
                                publication.grade(source))));
    }

    private void addKnowledge(Row row) {
        var since = row.day("since").orElseThrow();
        var source = row.text("source");
        var who = row.text("who");
        var head =
                open(row, subject(row.text("subject")), since.happened(), publication.of(source));
        var known =
                drafts.add(
                        head,
                        new Awareness.Known(
                                who,
                                byMission(who),
                                basis(row.text("basis")),
                                source,
                                row.text("note")));
        if (row.yes("contested")) {
            drafts.add(
                    head, new Awareness.KnowledgeContested(known, "not stated", row.text("note")));
        }
    }

    static Awareness.Basis basis(String word) {
        return Awareness.Basis.valueOf(IncidentWords.constant(word));
    }

    private boolean byMission(String who) {
        return ActorLine.leadsTo(actors, who, mission.missionActor());
    }

    /// The thing that an id names: an incident, an actor, an accord or an area, in this order.
    private UUID subject(String id) {
        if (tables.find(Tables.INCIDENTS, id).isPresent()) {
            return Ids.subject("incident", id);
        }
        if (actors.containsKey(id)) {
            return Ids.subject("actor", id);
        }
        return Ids.subject(tables.find(Tables.ACCORDS, id).isPresent() ? "accord" : "area", id);
    }

    private Site site(String place) {
        var found = places.get(place);
        return found == null ? Site.named(place) : sites.of(found);
    }

    private static Drafts.Head open(
            Row row, UUID subject, @Nullable Happened happened, Instant known) {
        return new Drafts.Head(
                subject,
                happened,
                known,
                "",
                Component.OUTSIDE,
                Handling.OPEN,
                row.table().file(),
                row.line());
    }

    /// Grade of a source that a pack judges: its reliability, and what it says unjudged.
    static Grade grade(char reliability) {
        return new Grade(reliability, Grade.UNJUDGED.credibility());
    }
}

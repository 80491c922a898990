package org.vigie.record;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.Place;

/// What sources say of the world: incidents, figures, actors, places, and the sources themselves.
public sealed interface Facts extends Body {

    /// One source's account of one incident. The subject is the incident.
    ///
    /// @param source id of the source, e.g. `ucdp-ged`
    /// @param sourceKey the source's own id of this incident
    /// @param subKind the source's finer type, as written
    /// @param deaths null when the account gives no figures of its own (claims may stand beside it)
    /// @param publishedOn when the source published it, null when unknown
    /// @param columns what else the source's row says, by column name, so that the row can be
    ///   written again
    record IncidentReported(
            String source,
            String sourceKey,
            IncidentKind incidentKind,
            String subKind,
            Site site,
            List<Involved> actors,
            @Nullable Deaths deaths,
            @Nullable LocalDate publishedOn,
            String summary,
            Map<String, String> columns)
            implements Facts {

        public IncidentReported {
            actors = List.copyOf(actors);
            columns = java.util.Collections.unmodifiableSortedMap(new java.util.TreeMap<>(columns));
        }

        /// The same account with other columns of its source.
        public IncidentReported withColumns(Map<String, String> others) {
            return new IncidentReported(
                    source,
                    sourceKey,
                    incidentKind,
                    subKind,
                    site,
                    actors,
                    deaths,
                    publishedOn,
                    summary,
                    others);
        }
    }

    /// A source withdrew its account, or no longer lists it. Supersedes the account; the incident
    /// leaves the counts and stays in the history.
    record IncidentRetracted(String source, String reason) implements Facts {}

    /// A figure about the subject.
    record ClaimMade(Claim claim) implements Facts {}

    /// Supersedes a claim: its source withdrew it, or it was entered by mistake.
    record ClaimRetracted(String reason) implements Facts {}

    /// Two subjects belong together, e.g. an alert and the attack that it warned of. Subject is the
    /// first.
    ///
    /// @param relation [SameIncident#SAME], [SameIncident#DIFFERENT], [Alerts#WARNED_OF],
    ///   `answered-by` …
    record Linked(UUID other, String relation, String basis) implements Facts {}

    /// Supersedes a link, or what was said of where a source takes its reports from.
    record Parted(String reason) implements Facts {}

    /// Which named rule gives the figure of the subject's dead, chosen by a person (the author).
    ///
    /// @param rule code of a [Rule]
    /// @param sources the order of a hierarchy, first the one that is followed; else empty
    /// @param figures what a team decided; else null
    record RuleChosen(String rule, String reason, List<String> sources, @Nullable Figures figures)
            implements Facts {

        public RuleChosen {
            sources = List.copyOf(sources);
        }
    }

    /// How far a source can be relied on, judged by a person (the author), whatever it says. The
    /// subject is the source.
    ///
    /// @param reliability A to F, as in [Grade]
    record SourceGraded(String source, char reliability, String reason) implements Facts {}

    /// How credible one claim is, judged by a person (the author), whoever says it. The subject is
    /// that of the claim.
    ///
    /// @param claim the entry that made it
    /// @param credibility 1 to 6, as in [Grade]
    record ClaimGraded(UUID claim, int credibility, String reason) implements Facts {}

    /// A source takes what it says from another: what both say counts once (circular reporting).
    /// The subject is the source.
    record SourceDerived(String source, String from, String basis) implements Facts {}

    /// A source. The subject is `Ids.subject("source", id)`.
    ///
    /// @param sourceKind `un`, `ngo`, `press`, `research`, `government`, `data`
    /// @param position its own position or interest, as far as it matters for weighing what it says
    record SourceRegistered(
            String code,
            String name,
            String sourceKind,
            String position,
            @Nullable LocalDate published,
            String url,
            char reliability)
            implements Facts {}

    /// An actor with its names. The subject is `Ids.subject("actor", code)`.
    record ActorDeclared(
            String code,
            String name,
            List<String> aliases,
            ActorClass actorClass,
            @Nullable String parent,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            String basis,
            String note)
            implements Facts {

        public ActorDeclared {
            aliases = List.copyOf(aliases);
        }
    }

    /// A relation between two actors, over time, with the confidence of whoever says so.
    record ActorRelated(
            String actor,
            String relation,
            String other,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            String confidence,
            String basis,
            String note)
            implements Facts {}

    /// What somebody calls an actor. Labels are contested: *instructors* for one, *mercenaries* for
    /// another; each stands with whoever says it and since when. The subject is the actor,
    /// `happenedOn` the first day on which it was said.
    ///
    /// @param by code of the actor or source that says so
    /// @param to the last day, null when it still does
    record ActorLabelled(
            String actor,
            String label,
            String by,
            @Nullable LocalDate to,
            String basis,
            String note)
            implements Facts {}

    /// A place of the gazetteer.
    record PlaceDeclared(Place place) implements Facts {}

    /// A member of the mission who died, by the UN's own schema; no name is ever part of it.
    ///
    /// @param cause `Malicious Act`, `Accident`, `Illness`, `Other`, or as the file prints it
    record MissionFatality(
            String source,
            String sourceKey,
            String mission,
            String casualtyType,
            String nationality,
            String personnel,
            String cause,
            Map<String, String> columns)
            implements Facts {

        public MissionFatality {
            columns = java.util.Collections.unmodifiableSortedMap(new java.util.TreeMap<>(columns));
        }
    }
}

package org.vigie.record;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.Mode;
import org.vigie.geo.Position;
import org.vigie.geo.RouteState.Season;
import org.vigie.geo.RouteState.Surface;

/// The mission's own force: bases, units, caveats; and what the host state allows.
public sealed interface Forces extends Body {

    /// From … to of a number whose exact value is not known: both ends included.
    record Span(int low, int high) {}

    /// The parts that a mobile task force is put together from, and the others.
    enum Part {
        QUICK_REACTION,
        ISR,
        EOD,
        SURGICAL,
        ATTACK_HELICOPTER,
        TRANSPORT_HELICOPTER,
        INFANTRY,
        POLICE,
        CIVIL,
        OTHER
    }

    /// A base. The subject is `Ids.subject("base", code)`; `happenedOn` says when it opened.
    ///
    /// @param medicalLevel UN level of the medical facility, 0 when none
    /// @param airstrip `yes`, `no` or `helipad`
    /// @param basis id of a source, or `assumed`
    /// @param closes last day as a list of bases has it, null when not stated there
    record BaseOpened(
            String code,
            String name,
            Site site,
            String sector,
            int medicalLevel,
            String airstrip,
            String basis,
            String note,
            @Nullable LocalDate closes)
            implements Forces {

        /// A base of which nobody says when it closes.
        public BaseOpened(
                String code,
                String name,
                Site site,
                String sector,
                int medicalLevel,
                String airstrip,
                String basis,
                String note) {
            this(code, name, site, sector, medicalLevel, airstrip, basis, note, null);
        }
    }

    record BaseClosed(String reason) implements Forces {}

    /// A base as one deployment map shows it (Geo-PKO). Troop numbers are imputed from unit sizes
    /// and overshoot the ceiling: they are shown as such wherever they appear.
    record BaseMapped(
            String source,
            String sourceKey,
            String mission,
            Site site,
            @Nullable Integer troops,
            List<String> contributors,
            java.util.Map<String, String> columns)
            implements Forces {

        public BaseMapped {
            contributors = List.copyOf(contributors);
            columns = java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(columns));
        }
    }

    /// One way in which a unit moves. Null is any surface, any season, with an escort or without.
    ///
    /// @param escorted whether it keeps together as a column
    /// @param speedKmh stated for this way, halts included
    record Way(
            Mode mode,
            @Nullable Surface surface,
            @Nullable Season season,
            @Nullable Boolean escorted,
            Span speedKmh) {}

    /// A unit of the force register. The subject is `Ids.subject("unit", code)`.
    ///
    /// @param capabilities words that a need is matched with: `infantry`, `medical`, `isr`, `eod`,
    ///   `surgery`, `lift`, `fires` …
    /// @param speedKmh own speed on its usual surface
    /// @param noticeMinutes notice to move
    /// @param night whether it may and can move by night
    /// @param rangeKm furthest distance out and back, null when not limited by range
    /// @param seats people it can carry besides its crew, null when not stated
    /// @param provider who could take it away again, e.g. a partner state
    /// @param basis id of a source, or `assumed`; `note` says which part is assumed and why
    /// @param ways other ways in which it moves, or its speed where somebody stated it for a state
    ///   of the way; null when none, so that entries from before are written as they were
    /// @param crewHours hours that a crew may fly in a day, null when not stated
    /// @param strengthOn the day for which the strength is stated, null when not stated
    record UnitDeclared(
            String code,
            String name,
            String contributor,
            Component component,
            String base,
            Part part,
            List<String> capabilities,
            Mode mode,
            Span speedKmh,
            Span noticeMinutes,
            boolean night,
            @Nullable Integer rangeKm,
            @Nullable Integer seats,
            @Nullable Integer strength,
            String strengthMeasure,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            String provider,
            String basis,
            String note,
            @Nullable List<Way> ways,
            @Nullable Integer crewHours,
            @Nullable LocalDate strengthOn)
            implements Forces {

        public UnitDeclared {
            capabilities = List.copyOf(capabilities);
            ways = ways == null || ways.isEmpty() ? null : List.copyOf(ways);
        }

        /// A unit of which no other ways, no crew hours and no day of its strength are stated.
        public UnitDeclared(
                String code,
                String name,
                String contributor,
                Component component,
                String base,
                Part part,
                List<String> capabilities,
                Mode mode,
                Span speedKmh,
                Span noticeMinutes,
                boolean night,
                @Nullable Integer rangeKm,
                @Nullable Integer seats,
                @Nullable Integer strength,
                String strengthMeasure,
                @Nullable LocalDate from,
                @Nullable LocalDate to,
                String provider,
                String basis,
                String note) {
            this(
                    code,
                    name,
                    contributor,
                    component,
                    base,
                    part,
                    capabilities,
                    mode,
                    speedKmh,
                    noticeMinutes,
                    night,
                    rangeKm,
                    seats,
                    strength,
                    strengthMeasure,
                    from,
                    to,
                    provider,
                    basis,
                    note,
                    null,
                    null,
                    null);
        }

        /// The ways, none where none is stated.
        public List<Way> listWays() {
            return ways == null ? List.of() : ways;
        }
    }

    /// The unit has left; the subject is the unit, `happenedOn` its last day in the mission. A
    /// later declaration takes it back into the register.
    record UnitGone(String reason) implements Forces {}

    /// How much of what it is there for a unit can do.
    enum Readiness {
        READY,
        PARTLY,
        NOT_READY
    }

    /// How ready a unit is: as its contributor declares it, or as somebody of the mission verified
    /// it. The two are kept apart. The subject is the unit, `happenedOn` says when it was so.
    ///
    /// @param unit the unit's code
    /// @param by the post that verified, or who declared
    /// @param serviceablePercent share of its major equipment that works, null when not stated
    record ReadinessStated(
            String unit,
            boolean verified,
            Readiness readiness,
            @Nullable Integer serviceablePercent,
            String by,
            String note)
            implements Forces {}

    /// What became of a request for forces.
    enum ForceAnswer {
        PLEDGED,
        REFUSED
    }

    /// One need of the mission for forces, with how far it has come. The subject is
    /// `Ids.subject("force-need", code)`; `happenedOn` is the day of the need.
    ///
    /// @param capability what is needed, one word that a need is matched with
    /// @param count how many units
    /// @param asked whom, empty when nobody yet
    /// @param requested null while nobody was asked
    /// @param answered null while there is no answer
    /// @param answer null while there is none
    /// @param reason of a refusal, in the words of whoever refused
    /// @param inPlace null while it is not there
    /// @param unit code of the unit that came, empty when none
    record ForceNeeded(
            String code,
            String capability,
            int count,
            String base,
            String asked,
            @Nullable LocalDate requested,
            @Nullable LocalDate answered,
            @Nullable ForceAnswer answer,
            String reason,
            @Nullable LocalDate inPlace,
            String unit,
            String basis,
            String note)
            implements Forces {}

    /// The kinds of rule that a contributor sets on the use of its unit, and that terrain or season
    /// set.
    enum CaveatKind {
        DAY_ONLY,
        MAX_KM,
        NOT_WITH_HOST_FORCE,
        ASK_CAPITAL,
        AREA_ONLY,
        NO_OFFENSIVE,
        NEEDS_ESCORT,
        NOT_IN_RAIN,
        HOST_CLEARANCE,
        NEEDS_LIFT,
        ASK_MISSION
    }

    /// A national caveat, declared by its contributor or observed in practice.
    ///
    /// @param unit the unit's code, or `*` for every unit that the kind can concern
    /// @param value what the kind needs: kilometres, an area's code, `240-1440` minutes for asking
    ///   the capital; else empty
    record CaveatDeclared(
            String code,
            String unit,
            CaveatKind caveat,
            String value,
            boolean declared,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            String basis,
            String note)
            implements Forces {}

    enum ClearanceOutcome {
        GRANTED,
        PARTLY_GRANTED,
        REFUSED,
        NO_ANSWER,
        WITHDRAWN
    }

    /// Where and for how long something is asked for or closed.
    ///
    /// @param outline the corners of the area in order, the first not repeated; empty when none was
    ///   given
    /// @param from null when not stated
    /// @param to null when not stated: until further notice
    record Zone(List<Position> outline, @Nullable Instant from, @Nullable Instant to) {

        public Zone {
            outline = List.copyOf(outline);
        }
    }

    /// What a request to the host state says beside what is asked and where.
    ///
    /// @param requester code of the component that asked, empty when not stated
    /// @param sector the mission's own word for the part of the country, empty when not stated
    /// @param leadHours how long before the movement the host state wants to be asked, null when
    ///   not stated
    /// @param noteVerbale reference of the note with which it was asked, empty when not stated
    /// @param withForce the force of the host state or of a partner that it is done with, empty
    ///   when the mission goes alone
    /// @param basis id or title of the source of this row, empty when the mission's own word
    record ClearanceTerms(
            String requester,
            String sector,
            @Nullable Integer leadHours,
            String noteVerbale,
            String withForce,
            @Nullable Zone zone,
            String basis) {}

    /// The mission asked the host state. The subject is the clearance.
    ///
    /// @param clearanceKind `flight`, `ground`, `area`, `rotation`, `visa`
    /// @param forSubject the response or case that needs it, null when none
    /// @param terms null where only what was asked and where is known
    record ClearanceAsked(
            String clearanceKind,
            String asset,
            Site site,
            @Nullable UUID forSubject,
            String note,
            @Nullable ClearanceTerms terms)
            implements Forces {

        /// Asked for a response to an alert, without terms.
        public ClearanceAsked(
                String clearanceKind,
                String asset,
                Site site,
                @Nullable UUID forSubject,
                String note) {
            this(clearanceKind, asset, site, forSubject, note, null);
        }
    }

    record ClearanceDecided(ClearanceOutcome outcome, String reason) implements Forces {}

    /// One request with what became of it, as a mission's own list has it. `happenedOn` is when it
    /// was asked.
    ///
    /// @param sourceKey the list's own number of the request
    /// @param decidedOn null when not stated or not decided
    /// @param outcome null while it is pending
    /// @param reason in the words of whoever decided, empty when none was stated
    record ClearanceListed(
            String source,
            String sourceKey,
            String clearanceKind,
            String asset,
            Site site,
            ClearanceTerms terms,
            @Nullable Happened decidedOn,
            @Nullable ClearanceOutcome outcome,
            String reason,
            String note)
            implements Forces {}

    /// A standing limit set by the host state, until lifted. `happenedOn` says since when.
    ///
    /// @param zone null where only the place is known
    record RestrictionImposed(
            String restrictionKind,
            String asset,
            Site site,
            String by,
            String reason,
            @Nullable Zone zone)
            implements Forces {}

    record RestrictionLifted(String reason) implements Forces {}

    /// Somebody assessed whether a force may be supported under the human rights due diligence
    /// policy (A/67/775-S/2013/110). Without one in date nothing is done in co-ordination with it.
    ///
    /// @param force the name or code of the force
    /// @param from first day on which it holds
    /// @param to last day on which it holds
    /// @param by the post that assessed
    /// @param support whether support is possible, with measures or without
    /// @param measures what must be done about the risk, empty when nothing
    record DueDiligenceAssessed(
            String force,
            LocalDate from,
            LocalDate to,
            String by,
            boolean support,
            String measures,
            String basis)
            implements Forces {}
}

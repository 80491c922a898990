package org.vigie.share;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.PlacePrecision;
import org.vigie.geo.Position;
import org.vigie.record.Figures;
import org.vigie.record.IncidentKind;
import org.vigie.record.Involved;
import org.vigie.record.Rule;
import org.vigie.record.Site;

/// One incident as a reader may have it. What is not given is not in it.
///
/// @param incident its identifier, null when it would lead back to an exact account
/// @param firstDay first day of the time that is given, null when unknown
/// @param lastDay last day of the time that is given
/// @param site the place as far as it is given
/// @param actors empty when they are not given
/// @param deaths lowest, best and highest estimate
/// @param civilians civilians among the dead, null when not stated
/// @param rule how the figures came about: the source's own, or by a person's rule or by claims
/// @param source the data set or report, empty when it is not given
/// @param knownFrom since when the mission has known this version, null when not given
public record SharedRow(
        @Nullable UUID incident,
        Grain grain,
        @Nullable LocalDate firstDay,
        @Nullable LocalDate lastDay,
        Site site,
        IncidentKind kind,
        List<Involved> actors,
        Figures deaths,
        @Nullable Integer civilians,
        Rule rule,
        String source,
        @Nullable Instant knownFrom) {

    public SharedRow {
        actors = List.copyOf(actors);
    }

    /// The point to draw, if there is one.
    public Optional<Position> findPosition() {
        return Optional.ofNullable(site.position());
    }

    /// The time that is given, in the manner of ISO 8601: `2020-02-14`, `2020-02-10/2020-02-14`,
    /// `2020-02`, `2020`; empty when unknown.
    public String period() {
        if (firstDay == null || lastDay == null) {
            return "";
        }
        return switch (grain) {
            case AS_KNOWN ->
                    firstDay.equals(lastDay) ? lastDay.toString() : firstDay + "/" + lastDay;
            case CELL_AND_MONTH, AREA_AND_MONTH -> lastDay.toString().substring(0, 7);
            case AREA_AND_YEAR, COUNTRY_AND_YEAR -> lastDay.toString().substring(0, 4);
        };
    }

    /// How exactly the place is known, or how exactly it is given when that is less.
    public PlacePrecision precision() {
        return site.precision();
    }
}

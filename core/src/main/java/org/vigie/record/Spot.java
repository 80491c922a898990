package org.vigie.record;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.PlacePrecision;
import org.vigie.geo.Position;

/// Placed incidents of one kind and one precision that a map draws as one mark: those of one
/// PRIO-GRID cell, or a single incident.
///
/// @param cell the PRIO-GRID cell
/// @param middle the mean of their positions
/// @param name the name of the place, when they share one; else empty
/// @param area the first-level area in the source's own words, when they share one; else empty
/// @param events how many incidents
/// @param low sum of the lowest estimates that are stated
/// @param best sum of the best estimates that are stated
/// @param high sum of the highest estimates that are stated
/// @param unstated incidents without a best estimate
/// @param incident the incident, when there is one only
public record Spot(
        int cell,
        IncidentKind kind,
        PlacePrecision precision,
        Position middle,
        String name,
        String area,
        long events,
        long low,
        long best,
        long high,
        long unstated,
        @Nullable UUID incident) {}

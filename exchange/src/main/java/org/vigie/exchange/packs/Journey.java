package org.vigie.exchange.packs;

import org.jspecify.annotations.Nullable;
import org.vigie.geo.Mode;

/// A published movement, with which travel times are calibrated.
///
/// @param from place of the pack
/// @param to place of the pack
/// @param km as the source gives it, null when it does not
/// @param hoursLow shortest time that the source allows; null when only the distance is known
public record Journey(
        String name,
        String from,
        String to,
        @Nullable Double km,
        @Nullable Double hoursLow,
        @Nullable Double hoursHigh,
        Mode mode,
        String conditions,
        String source,
        String note) {}

package org.vigie.record;

import org.jspecify.annotations.Nullable;

/// The dead of one incident as one source prints them.
///
/// @param total lowest, best and highest estimate of all dead
/// @param civilians civilians among them, null when not stated
/// @param sideA dead of UCDP's side A, null when not stated
/// @param sideB dead of UCDP's side B, null when not stated
/// @param unknown dead of unknown status, null when not stated
public record Deaths(
        Figures total,
        @Nullable Integer civilians,
        @Nullable Integer sideA,
        @Nullable Integer sideB,
        @Nullable Integer unknown) {

    public static Deaths of(Figures total) {
        return new Deaths(total, null, null, null, null);
    }
}

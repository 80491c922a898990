package org.vigie.geo;

import java.util.List;

/// Finds the way along roads, where somebody has a map of them.
///
/// What it means to an officer: the length of the road and what it is made of take the place of the
/// straight line and a detour. It is no word on whether the road can be used today.
public interface RoadWays {

    /// Nobody has a map: the straight line and a detour it is.
    RoadWays NONE = (from, to, closed) -> new Way.Absent(Saying.of(TravelWords.NO_ROAD_MAP));

    /// There is a file of the roads, and it could not be read: the straight line again, and the
    /// answers say why.
    RoadWays UNREADABLE =
            (from, to, closed) -> new Way.Absent(Saying.of(TravelWords.ROAD_MAP_UNREADABLE));

    /// The fastest way by the map, or why there is none.
    ///
    /// @param closed outlines of areas that it must not lead through
    Way find(Position from, Position to, List<List<Position>> closed);

    /// What was found.
    sealed interface Way {

        /// Along roads.
        ///
        /// @param pavedKm on tar or concrete
        /// @param trackKm on everything else
        /// @param unsaidKm of both, where the map does not say what the surface is and its class of
        ///   road was taken for it
        /// @param offRoadKm from the start to the nearest road and from the road to the place, in
        ///   straight lines
        record Along(double pavedKm, double trackKm, double unsaidKm, double offRoadKm)
                implements Way {

            public double km() {
                return pavedKm + trackKm + offRoadKm;
            }
        }

        /// None.
        record Absent(Saying why) implements Way {

            /// Whether roads lead there, and closed areas leave none of them.
            public boolean closed() {
                return why.wording() == TravelWords.NO_ROAD_OPEN;
            }
        }
    }
}

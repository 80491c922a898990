/// The way along the roads of an OpenStreetMap extract: [RoadMap] reads one and answers the core's
/// [org.vigie.geo.RoadWays]. The routing is GraphHopper's.
@NullMarked
package org.vigie.roads;

import org.jspecify.annotations.NullMarked;

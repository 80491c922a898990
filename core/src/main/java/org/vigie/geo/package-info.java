/// Where things are, how dark it is there, and how long it takes to get there.
///
/// Read [Position] first, then [Gazetteer] (a place that somebody named: ranked candidates, never a
/// choice) and [TravelTime] (arrival is a range, never a moment). [PlacePrecision] says how exact a
/// point is, [GridCell] and [Areas] say what it lies in, [DaylightHours] says when there is light.
/// Everything here is a pure function of its arguments: no clock, no files, no chance. [BadInput]
/// lives here because this is the lowest package and everybody may refuse input.
///
/// Distances are in kilometres, angles in degrees, times in UTC.
@NullMarked
package org.vigie.geo;

import org.jspecify.annotations.NullMarked;

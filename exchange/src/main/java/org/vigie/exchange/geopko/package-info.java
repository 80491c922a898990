/// The Geo-PKO data set: where the troops of peace operations stood, read off the UN's deployment
/// maps. [GeopkoMaps] reads version 2.1, one row for each base on each map; [GeopkoYears] the three
/// tables of version 2.3, coarser and longer.
///
/// Troop numbers are imputed from the sizes of the units on the map (a battalion counts 850, a
/// company 150 …) and overshoot what was there: never show them without saying so.
///
/// Source: Cil, Fjelde, Hultman and Nilsson, "Mapping blue helmets: Introducing the Geocoded
/// Peacekeeping Operations (Geo-PKO) dataset", Journal of Peace Research 57(2), 2020.
@NullMarked
package org.vigie.exchange.geopko;

import org.jspecify.annotations.NullMarked;

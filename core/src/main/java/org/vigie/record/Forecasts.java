package org.vigie.record;

import java.time.LocalDate;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// What models say of months to come. A forecast is about an area and a month, never about a person
/// or a village, and it is no signal: nothing is done because of one alone.
public sealed interface Forecasts extends Body {

    /// One forecast as its issuer published it. The entry has no `happenedOn`: nothing has
    /// happened.
    ///
    /// @param source id of the source, e.g. `acled-cast`
    /// @param sourceKey area and month, and the run where the issuer names one
    /// @param run which of the issuer's runs, `""` when it does not say
    /// @param area the area in the issuer's own words
    /// @param areaCode the issuer's code of the area, `""` when it has none
    /// @param first the first day that the forecast is about
    /// @param last the last day that the forecast is about
    /// @param values by the issuer's own name of the quantity, as printed, e.g. `main_mean` =
    ///   `3.25`
    /// @param columns what else the issuer's row says, by column name
    record ForecastIssued(
            String source,
            String sourceKey,
            String run,
            String area,
            String areaCode,
            LocalDate first,
            LocalDate last,
            SortedMap<String, String> values,
            Map<String, String> columns)
            implements Forecasts {

        public ForecastIssued {
            values = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(values));
            columns = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(columns));
        }
    }
}

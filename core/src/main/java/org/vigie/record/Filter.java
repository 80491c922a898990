package org.vigie.record;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.BadInput;

/// Which incidents: one value, the same in the URL, at the command line and in code. Null means
/// "any".
///
/// @param from first day, inclusive, of the last day of `happenedOn`
/// @param to last day, inclusive
/// @param area a first- or second-level area or a country, in the source's own words; `unknown` for
///   none
/// @param actor an actor in any role, in the source's own words
/// @param cell a PRIO-GRID cell
public record Filter(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String area,
        @Nullable String actor,
        @Nullable IncidentKind kind,
        @Nullable Integer cell) {

    public static final Filter ALL = new Filter(null, null, null, null, null, null);

    public Filter {
        if (from != null && to != null && to.isBefore(from)) {
            throw new BadInput("to", to, "a day that is not before " + from);
        }
    }

    public boolean everything() {
        return equals(ALL);
    }
}

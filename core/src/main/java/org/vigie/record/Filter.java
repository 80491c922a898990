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
/// @param spelled how the sources at hand write that area and that actor: see [Spellings]
public record Filter(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String area,
        @Nullable String actor,
        @Nullable IncidentKind kind,
        @Nullable Integer cell,
        Spellings spelled) {

    public static final Filter ALL = new Filter(null, null, null, null, null, null);

    public Filter {
        if (from != null && to != null && to.isBefore(from)) {
            throw new BadInput("to", to, "a day that is not before " + from);
        }
    }

    /// A filter whose area and actor are taken by the letter.
    public Filter(
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String area,
            @Nullable String actor,
            @Nullable IncidentKind kind,
            @Nullable Integer cell) {
        this(from, to, area, actor, kind, cell, Spellings.BY_THE_LETTER);
    }

    /// The same of other days.
    public Filter within(@Nullable LocalDate first, @Nullable LocalDate last) {
        return new Filter(first, last, area, actor, kind, cell, spelled);
    }

    /// The same with the spellings looked up.
    public Filter spelled(Spellings found) {
        return new Filter(from, to, area, actor, kind, cell, found);
    }

    /// Only the days and the place.
    public Filter whenAndWhere() {
        return new Filter(from, to, area, null, null, cell, spelled);
    }

    public boolean everything() {
        return equals(ALL);
    }
}

package org.vigie.assess;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.BadInput;
import org.vigie.geo.Bounds;
import org.vigie.geo.PlacePrecision;
import org.vigie.geo.Position;
import org.vigie.record.Filter;
import org.vigie.record.Forces;
import org.vigie.record.IncidentRow;
import org.vigie.record.Picture;
import org.vigie.record.Recorded;

/// How many lethal attacks happened within a distance of a base of the mission, per year.
///
/// What it means: where the mission stood, not what it could have done. A share that rises may mean
/// more attacks near bases, or more bases. A straight line is no road; near is not in reach.
///
/// When it must not be trusted: for years of which no base is known (said, not counted as zero);
/// where events are placed at the middle of a district or region (they are left out and counted
/// apart); and where a deployment map is older than the event (the newest map of the year counts
/// for all of it).
///
/// Cost: events × bases of their year.
///
/// @param km the distance, in a straight line
/// @param years in order, only those with a lethal event
/// @param bases how many different places bases are known at
/// @param outside lethal events that lie outside the mission's bounds and are counted nowhere else
public record NearBases(double km, List<Year> years, int bases, int outside) {

    /// One year's attacks.
    ///
    /// @param lethal events with at least one death by their best estimate
    /// @param placed of them those whose place is known well enough to measure from
    /// @param near of these those within the distance of a base
    /// @param deaths best estimates of the near ones, added
    /// @param bases known in that year; 0 means that nothing can be told, and `near` is 0 then too
    /// @param rows the near incidents
    public record Year(
            int year, int lethal, int placed, int near, long deaths, int bases, List<UUID> rows) {

        public Year {
            rows = List.copyOf(rows);
        }

        /// Near of placed, in per cent; null, not 0, where nothing is placed or no base is known.
        public @Nullable Double percent() {
            return placed == 0 || bases == 0 ? null : 100.0 * near / placed;
        }
    }

    private static final double KM_MAX = 1_000;

    /// Places that one can measure from; the others are the middle of something large.
    private static final Set<PlacePrecision> PRECISE =
            Set.of(PlacePrecision.EXACT, PlacePrecision.NEAR);

    public NearBases {
        years = List.copyOf(years);
    }

    /// Works the table out.
    ///
    /// @throws BadInput when the distance is none
    public static NearBases of(Picture picture, Filter filter, double km) {
        return of(picture, filter, km, null);
    }

    /// Works the table out of what lies within a mission's bounds, or has no position.
    ///
    /// @param bounds null where they are not known: then events of other countries are in the
    ///   shares
    /// @throws BadInput when the distance is none
    public static NearBases of(Picture picture, Filter filter, double km, @Nullable Bounds bounds) {
        if (!(km > 0 && km <= KM_MAX)) {
            throw new BadInput("km", km, "a distance above 0 and up to 1000");
        }
        var bases = new Bases(picture);
        var years = new TreeMap<Integer, Tally>();
        int outside = 0;
        for (var row : picture.incidents().where(filter).list()) {
            var best = row.deaths().best();
            var when = row.happenedOn();
            var position = row.site().position();
            boolean lethal = best != null && best > 0 && when != null;
            if (lethal && bounds != null && position != null && !bounds.contains(position)) {
                outside++;
            } else if (best != null && best > 0 && when != null) {
                years.computeIfAbsent(when.lastDay().getYear(), year -> new Tally())
                        .add(row, bases.on(when.lastDay()), km);
            }
        }
        var table = new ArrayList<Year>();
        years.forEach((year, tally) -> table.add(tally.year(year, bases.knownIn(year))));
        return new NearBases(km, table, bases.places(), outside);
    }

    private static final class Tally {
        private int lethal;
        private int placed;
        private long deaths;
        private final List<UUID> near = new ArrayList<>();

        void add(IncidentRow row, List<Position> bases, double km) {
            lethal++;
            var position = row.site().position();
            if (position == null || !PRECISE.contains(row.site().precision())) {
                return;
            }
            placed++;
            if (bases.stream().anyMatch(base -> base.distanceKm(position) <= km)) {
                near.add(row.incident());
                deaths += row.deaths().best() == null ? 0 : row.deaths().best();
            }
        }

        Year year(int year, int bases) {
            return new Year(year, lethal, placed, near.size(), deaths, bases, near);
        }
    }

    /// Where bases were known to stand: those of a register from the day on which they opened to
    /// that on which they closed, those of a deployment map in the year of the map.
    private static final class Bases {

        private record Stay(Position where, LocalDate from, LocalDate until) {
            boolean on(LocalDate day) {
                return !day.isBefore(from) && day.isBefore(until);
            }
        }

        private final List<Stay> stays = new ArrayList<>();

        Bases(Picture picture) {
            var closed = new TreeMap<UUID, LocalDate>();
            for (var recorded : picture.entries(Forces.BaseClosed.class)) {
                var when = recorded.entry().happenedOn();
                if (when != null) {
                    closed.put(recorded.entry().subject(), when.firstDay().plusDays(1));
                }
            }
            for (var recorded : picture.entries(Forces.BaseOpened.class)) {
                if (recorded.body() instanceof Forces.BaseOpened base) {
                    opened(recorded, base.site().position(), closed);
                }
            }
            for (var recorded : picture.entries(Forces.BaseMapped.class)) {
                var when = recorded.entry().happenedOn();
                if (recorded.body() instanceof Forces.BaseMapped base && when != null) {
                    int year = when.lastDay().getYear();
                    stay(
                            base.site().position(),
                            LocalDate.of(year, 1, 1),
                            LocalDate.of(year + 1, 1, 1));
                }
            }
        }

        private void opened(
                Recorded recorded, @Nullable Position where, Map<UUID, LocalDate> closed) {
            var when = recorded.entry().happenedOn();
            stay(
                    where,
                    when == null ? LocalDate.MIN : when.firstDay(),
                    closed.getOrDefault(recorded.entry().subject(), LocalDate.MAX));
        }

        private void stay(@Nullable Position where, LocalDate from, LocalDate until) {
            if (where != null) {
                stays.add(new Stay(where, from, until));
            }
        }

        List<Position> on(LocalDate day) {
            return stays.stream().filter(stay -> stay.on(day)).map(Stay::where).toList();
        }

        int knownIn(int year) {
            var last = LocalDate.of(year + 1, 1, 1);
            return count(
                    stays.stream()
                            .filter(stay ->
                                    stay.from.isBefore(last)
                                            && stay.until.isAfter(LocalDate.of(year, 1, 1))));
        }

        int places() {
            return count(stays.stream());
        }

        private static int count(Stream<Stay> stays) {
            return (int) stays.map(Stay::where).distinct().count();
        }
    }
}

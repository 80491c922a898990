package org.vigie.share;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.GridCell;
import org.vigie.geo.PlacePrecision;
import org.vigie.record.IncidentRow;
import org.vigie.record.Rule;
import org.vigie.record.Site;

/// Makes of rows what readers of a tier may have.
///
/// Order of the steps, for tiers that leave the mission:
///
/// 1. Rows in which a state, or a force beside it, is said to have attacked, or an actor of whom
///    nobody said what sort it is, are held back unless a named protection officer has decided:
///    whoever reported it may live under that state ([HarmGate]).
/// 2. Undated and too recent rows are held back (where the tier's [Terms] ask for a delay).
/// 3. Place and time are coarsened step by step ([Grain]) until every group of rows alike in place,
///    time and kind has at least [Terms#groupMin] members; what is alone even in a country and year
///    is held back. What different sources tell of one cell, day and kind counts once, and a source
///    is named only where as many rows of it are alike.
///
/// What is left is k-anonymous in place, time and kind, which is the attack of a neighbour who
/// knows that something happened; it does not protect against who knows more, such as the exact
/// number of the dead. [Risk] says how much was done.
///
/// Source of the measure: Sweeney, "k-anonymity", 2002; local recoding, most exact grain first.
public final class Disclosure {

    private Disclosure() {}

    /// How rows leave.
    ///
    /// @param now the moment of release, from which the delay counts
    /// @param decision null when no protection officer has decided anything
    /// @param gate what must not leave
    public record Leaving(Instant now, @Nullable Decision decision, HarmGate gate) {}

    /// Prepares the rows of a picture for the readers of a tier.
    ///
    /// @param leaving when, on whose decision, and past which gate
    public static Release prepare(Tier tier, List<IncidentRow> rows, Leaving leaving) {
        var terms = tier.terms();
        var held = new TreeMap<HeldBack, Integer>();
        var left = new ArrayList<IncidentRow>();
        var until = leaving.now().minus(Duration.ofDays(terms.delayDays()));
        for (var row : rows) {
            var reason = reason(tier, row, until, leaving);
            if (reason == null) {
                left.add(row);
            } else {
                held.merge(reason, 1, Integer::sum);
            }
        }
        var given = terms.exact() ? asKnown(left) : coarsened(left, terms, held);
        return new Release(tier, given, risk(rows, given, held), leaving.decision());
    }

    private static @Nullable HeldBack reason(
            Tier tier, IncidentRow row, Instant until, Leaving leaving) {
        var closed = leaving.gate().closedFor(row, leaving.decision());
        if (closed != null) {
            return closed;
        }
        if (tier.terms().delayDays() == 0) {
            return null;
        }
        var when = row.happenedOn();
        if (when == null) {
            return HeldBack.UNDATED;
        }
        return when.overNoLaterThan().isAfter(until) ? HeldBack.TOO_RECENT : null;
    }

    private static List<SharedRow> asKnown(List<IncidentRow> rows) {
        return rows.stream()
                .map(row ->
                        new SharedRow(
                                row.incident(),
                                Grain.AS_KNOWN,
                                firstDay(row),
                                lastDay(row),
                                row.site(),
                                row.kind(),
                                row.actors(),
                                row.deaths(),
                                row.civilians(),
                                row.rule(),
                                row.source(),
                                row.knownFrom()))
                .toList();
    }

    private static List<SharedRow> coarsened(
            List<IncidentRow> rows, Terms terms, Map<HeldBack, Integer> held) {
        var given = new ArrayList<SharedRow>();
        var left = rows;
        for (var grain :
                List.of(
                        Grain.CELL_AND_MONTH,
                        Grain.AREA_AND_MONTH,
                        Grain.AREA_AND_YEAR,
                        Grain.COUNTRY_AND_YEAR)) {
            var groups = groups(left, row -> place(row, grain), row -> period(row, grain));
            var next = new ArrayList<IncidentRow>();
            groups.forEach((alike, members) -> {
                if (alike.place().isEmpty() || incidents(members) < terms.groupMin()) {
                    next.addAll(members);
                } else {
                    var named = named(members, terms);
                    members.forEach(row -> given.add(coarse(row, grain, named)));
                }
            });
            left = next;
        }
        if (!left.isEmpty()) {
            held.merge(HeldBack.TOO_FEW_ALIKE, left.size(), Integer::sum);
        }
        given.sort(ORDER);
        return given;
    }

    /// How many incidents rows are at least: what different sources tell of one cell, day and kind
    /// may be the same, as long as nobody has said so or denied it.
    private static int incidents(List<IncidentRow> rows) {
        var alike = new HashMap<String, Map<String, Integer>>();
        for (var row : rows) {
            var position = row.site().position();
            var where = position == null ? row.site().name() : "" + GridCell.of(position).gid();
            alike.computeIfAbsent(where + "/" + text(lastDay(row)), key -> new HashMap<>())
                    .merge(row.source(), 1, Integer::sum);
        }
        return alike.values().stream().mapToInt(by -> Collections.max(by.values())).sum();
    }

    /// The sources that may be named among rows alike: by none of them may a smaller group be told
    /// apart, nor by none being named.
    private static Set<String> named(List<IncidentRow> rows, Terms terms) {
        var bySource = new TreeMap<String, List<IncidentRow>>();
        rows.forEach(
                row -> bySource.computeIfAbsent(row.source(), key -> new ArrayList<>()).add(row));
        var unnamed = new ArrayList<IncidentRow>();
        var named = new TreeSet<String>();
        bySource.forEach((source, own) -> {
            if (terms.sources() && incidents(own) >= terms.groupMin()) {
                named.add(source);
            } else {
                unnamed.addAll(own);
            }
        });
        boolean few = !unnamed.isEmpty() && incidents(unnamed) < terms.groupMin();
        return few ? Set.of() : named;
    }

    /// An order that tells nothing of the order in which the rows happened or were learned.
    private static final Comparator<SharedRow> ORDER =
            Comparator.comparing(SharedRow::period)
                    .thenComparing(row -> text(row.site().country()))
                    .thenComparing(row -> text(row.site().adm1()))
                    .thenComparing(row -> row.site().name())
                    .thenComparing(SharedRow::kind)
                    .thenComparing(row -> text(row.deaths().best()))
                    .thenComparing(row -> text(row.deaths().low()))
                    .thenComparing(row -> text(row.deaths().high()))
                    .thenComparing(row -> text(row.civilians()))
                    .thenComparing(SharedRow::source);

    /// The figures are the source's own: a person's decision would set a row apart.
    private static SharedRow coarse(IncidentRow row, Grain grain, Set<String> named) {
        var day = row.happenedOn() == null ? null : lastDay(row);
        if (day == null) {
            throw new IllegalStateException("undated rows were held back");
        }
        var first = grain.byMonth() ? day.withDayOfMonth(1) : day.withDayOfYear(1);
        var last =
                grain.byMonth()
                        ? day.withDayOfMonth(day.lengthOfMonth())
                        : day.withDayOfYear(day.lengthOfYear());
        return new SharedRow(
                null,
                grain,
                first,
                last,
                coarse(row.site(), grain),
                row.kind(),
                List.of(),
                row.own().deaths(),
                row.own().civilians(),
                Rule.OWN_ACCOUNT,
                named.contains(row.source()) ? row.source() : "",
                null);
    }

    private static Site coarse(Site site, Grain grain) {
        var position = site.position();
        return switch (grain) {
            case AS_KNOWN -> site;
            case CELL_AND_MONTH -> {
                if (position == null) {
                    throw new IllegalStateException("a row without a position has no cell");
                }
                var cell = GridCell.of(position);
                yield new Site(
                        "PRIO-GRID " + cell.gid(),
                        cell.centre(),
                        PlacePrecision.ADMIN2,
                        null,
                        null,
                        null,
                        site.country());
            }
            case AREA_AND_MONTH, AREA_AND_YEAR ->
                    new Site(
                            text(site.adm1()),
                            null,
                            PlacePrecision.ADMIN1,
                            null,
                            site.adm1(),
                            null,
                            site.country());
            case COUNTRY_AND_YEAR ->
                    new Site(
                            text(site.country()),
                            null,
                            PlacePrecision.COUNTRY,
                            null,
                            null,
                            null,
                            site.country());
        };
    }

    /// Empty when the row has no place of this grain. A country is asked for everywhere: a cell on
    /// a border holds two.
    private static String place(IncidentRow row, Grain grain) {
        var site = row.site();
        var country = text(site.country());
        return switch (grain) {
            case AS_KNOWN -> throw new IllegalStateException("nothing to coarsen");
            case CELL_AND_MONTH ->
                    site.position() == null || coarserThanCell(site.precision())
                            ? ""
                            : country + "/" + GridCell.of(site.position()).gid();
            case AREA_AND_MONTH, AREA_AND_YEAR ->
                    text(site.adm1()).isEmpty() ? "" : country + "/" + text(site.adm1());
            case COUNTRY_AND_YEAR -> country;
        };
    }

    /// A point that stands for a region would be a cell that means nothing.
    private static boolean coarserThanCell(PlacePrecision precision) {
        return switch (precision) {
            case EXACT, NEAR, ADMIN2, FEATURE -> false;
            case ADMIN1, REGION, COUNTRY, INTERNATIONAL, UNKNOWN -> true;
        };
    }

    private static String period(IncidentRow row, Grain grain) {
        var day = text(lastDay(row));
        return day.substring(0, Math.min(day.length(), grain.byMonth() ? 7 : 4));
    }

    private static Risk risk(
            List<IncidentRow> asked, List<SharedRow> given, Map<HeldBack, Integer> held) {
        var before = sizes(groups(asked, Disclosure::exactPlace, row -> text(row.happenedOn())));
        var after = new HashMap<Alike, Integer>();
        var grains = new TreeMap<Grain, Integer>();
        for (var row : given) {
            after.merge(alike(row), 1, Integer::sum);
            grains.merge(row.grain(), 1, Integer::sum);
        }
        return new Risk(
                asked.size(),
                alone(before),
                smallest(before),
                given.size(),
                alone(List.copyOf(after.values())),
                smallest(List.copyOf(after.values())),
                grains,
                new TreeMap<>(held));
    }

    private static String exactPlace(IncidentRow row) {
        return row.site().name() + "/" + text(row.site().position()) + "/" + row.site().country();
    }

    private static Alike alike(SharedRow row) {
        return new Alike(
                row.site().name()
                        + "/"
                        + text(row.site().position())
                        + "/"
                        + text(row.site().country()),
                row.period(),
                row.kind().name());
    }

    /// What somebody from outside may know of an incident.
    private record Alike(String place, String period, String kind) {}

    private static Map<Alike, List<IncidentRow>> groups(
            List<IncidentRow> rows,
            Function<IncidentRow, String> place,
            Function<IncidentRow, String> period) {
        var groups = new LinkedHashMap<Alike, List<IncidentRow>>();
        for (var row : rows) {
            var alike = new Alike(place.apply(row), period.apply(row), row.kind().name());
            groups.computeIfAbsent(alike, key -> new ArrayList<>()).add(row);
        }
        return groups;
    }

    private static List<Integer> sizes(Map<Alike, List<IncidentRow>> groups) {
        return groups.values().stream().map(List::size).toList();
    }

    private static int alone(List<Integer> sizes) {
        return (int) sizes.stream().filter(size -> size == 1).count();
    }

    private static int smallest(List<Integer> sizes) {
        return sizes.stream().mapToInt(Integer::intValue).min().orElse(0);
    }

    private static @Nullable LocalDate firstDay(IncidentRow row) {
        var when = row.happenedOn();
        return when == null ? null : when.firstDay();
    }

    private static @Nullable LocalDate lastDay(IncidentRow row) {
        var when = row.happenedOn();
        return when == null ? null : when.lastDay();
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}

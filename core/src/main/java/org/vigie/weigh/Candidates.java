package org.vigie.weigh;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.vigie.geo.BadInput;
import org.vigie.record.Facts;
import org.vigie.record.Filter;
import org.vigie.record.IncidentRow;
import org.vigie.record.Ledger;
import org.vigie.record.Picture;
import org.vigie.record.SameIncident;

/// Finds pairs of accounts, from different sources, that may tell of one incident.
///
/// What it means to an analyst: a list to go through, the likeliest first, each with its parts
/// ([Likeness]); nothing is merged by itself. A pair of which somebody said that it is the same, or
/// that it is not, is not asked about again.
///
/// When it must not be trusted: accounts whose dates are more than a week apart, or that are
/// farther apart than 60 km and what both call exact, are not compared at all; two attacks on one
/// village in one week look alike to it.
///
/// Cost: each row is compared with those of the week before it in its own and the neighbouring
/// cells, and with the vague ones of its province.
public final class Candidates {

    /// Below this nobody should spend their time.
    public static final double SCORE_MIN = 0.6;

    private static final int LIMIT_MAX = 1_000;

    /// A row meets at most so many others of one place and week; beyond it is a data set with every
    /// row twice, which no person will go through pair by pair.
    private static final int MET_MAX = 200;

    /// Columns of the kept sources that name those who wrote it first.
    private static final List<String> NAMING =
            List.of("source", "source_article", "source_office", "source_original");

    private final ActorNames names;
    private final Set<Set<UUID>> settled = new HashSet<>();
    private final Map<String, List<IncidentRow>> near = new HashMap<>();
    private final Map<Set<UUID>, Candidate> found = new HashMap<>();

    /// Two accounts that may be of one incident.
    ///
    /// @param first the one whose source comes first in the alphabet
    public record Candidate(IncidentRow first, IncidentRow second, Likeness likeness) {

        public double score() {
            return likeness.score();
        }
    }

    private Candidates(Picture picture) {
        names = ActorNames.of(picture);
        for (var recorded : picture.entries(Facts.Linked.class)) {
            if (recorded.body() instanceof Facts.Linked link && SameIncident.concerns(link)) {
                settled.add(Set.of(recorded.entry().subject(), link.other()));
            }
        }
    }

    /// The likeliest pairs among the incidents under a filter.
    ///
    /// @param limit pairs wanted, at most 1,000
    /// @param scoreMin from 0 to 1
    public static List<Candidate> of(Picture picture, Filter filter, int limit, double scoreMin) {
        if (limit < 1 || limit > LIMIT_MAX) {
            throw new BadInput("limit", limit, "1 to " + LIMIT_MAX);
        }
        if (!(scoreMin >= 0 && scoreMin <= 1)) {
            throw new BadInput("score", scoreMin, "0 to 1");
        }
        var incidents = picture.incidents().where(filter);
        if (incidents.sources().size() < 2) {
            return List.of();
        }
        var search = new Candidates(picture);
        incidents.list().forEach(row -> search.meet(row, scoreMin));
        return search.found.values().stream().sorted(LIKELIEST_FIRST).limit(limit).toList();
    }

    /// The likeliest others for one incident.
    public static List<Candidate> with(Picture picture, IncidentRow row) {
        var when = row.happenedOn();
        if (when == null) {
            return List.of();
        }
        var around =
                new Filter(
                        when.firstDay().minusDays(Likeness.DAYS_MAX),
                        when.lastDay().plusDays(Likeness.DAYS_MAX),
                        null,
                        null,
                        null,
                        null);
        return of(picture, around, LIMIT_MAX, SCORE_MIN).stream()
                .filter(candidate ->
                        candidate.first().incident().equals(row.incident())
                                || candidate.second().incident().equals(row.incident()))
                .toList();
    }

    private static final Comparator<Candidate> LIKELIEST_FIRST =
            Comparator.comparingDouble((Candidate candidate) -> -candidate.score())
                    .thenComparing(candidate -> candidate.first().incident())
                    .thenComparing(candidate -> candidate.second().incident());

    private void meet(IncidentRow row, double scoreMin) {
        if (row.happenedOn() == null) {
            return;
        }
        for (var place : around(row)) {
            for (var other : recent(place, row)) {
                compare(row, other, scoreMin);
            }
        }
        at(row).forEach(place -> near.computeIfAbsent(place, key -> new ArrayList<>()).add(row));
    }

    /// Those of a place that are not more than a week older; the older ones are forgotten.
    private List<IncidentRow> recent(String place, IncidentRow row) {
        var others = near.get(place);
        if (others == null) {
            return List.of();
        }
        long day = firstDay(row);
        others.removeIf(other -> lastDay(other) < lastDay(row) - Likeness.DAYS_MAX * 8);
        return others.stream()
                .filter(other -> lastDay(other) >= day - Likeness.DAYS_MAX)
                .limit(MET_MAX)
                .toList();
    }

    private void compare(IncidentRow row, IncidentRow other, double scoreMin) {
        if (row.source().equals(other.source()) || settledBetween(row, other)) {
            return;
        }
        boolean inOrder = row.source().compareTo(other.source()) < 0;
        var first = inOrder ? row : other;
        var second = inOrder ? other : row;
        var pair = Set.of(first.incident(), second.incident());
        if (found.containsKey(pair)) {
            return;
        }
        var likeness = Likeness.of(first, second, names);
        boolean tooFar = likeness.when() == 0 || likeness.where() == 0;
        if (!tooFar && likeness.score() >= scoreMin) {
            found.put(pair, new Candidate(first, second, likeness));
        }
    }

    private boolean settledBetween(IncidentRow one, IncidentRow other) {
        return one.incidents().stream()
                .anyMatch(first ->
                        other.incidents().stream()
                                .anyMatch(second -> settled.contains(Set.of(first, second))));
    }

    private static long firstDay(IncidentRow row) {
        var when = row.happenedOn();
        return when == null ? 0 : when.firstDay().toEpochDay();
    }

    private static long lastDay(IncidentRow row) {
        var when = row.happenedOn();
        return when == null ? 0 : when.lastDay().toEpochDay();
    }

    /// Where others find a row: its square of one degree, and its province.
    private static Set<String> at(IncidentRow row) {
        var places = new HashSet<>(Likeness.areas(row));
        var position = row.site().position();
        if (position != null) {
            places.add(square(position.latitude(), position.longitude(), 0, 0));
        }
        return places;
    }

    /// Where a row looks for others.
    private static Set<String> around(IncidentRow row) {
        var position = row.site().position();
        if (position == null || row.site().precision().vague()) {
            return at(row);
        }
        var places = new HashSet<String>();
        for (int north = -1; north <= 1; north++) {
            for (int east = -1; east <= 1; east++) {
                places.add(square(position.latitude(), position.longitude(), north, east));
            }
        }
        places.addAll(Likeness.areas(row));
        return places;
    }

    private static String square(double latitude, double longitude, int north, int east) {
        return ((int) Math.floor(latitude) + north) + " " + ((int) Math.floor(longitude) + east);
    }

    /// Names of whoever both accounts say they have it from: then the second confirms nothing. Read
    /// from the sources' own columns; empty also when they do not say.
    public static SortedSet<String> sharedOrigin(Candidate candidate, Ledger ledger, Picture in)
            throws IOException {
        var first = named(candidate.first(), ledger, in);
        var shared = new TreeSet<String>();
        for (var name : named(candidate.second(), ledger, in)) {
            for (var other : first) {
                if (other.equals(name) || within(name, other) || within(other, name)) {
                    shared.add(name.length() <= other.length() ? name : other);
                }
            }
        }
        return shared;
    }

    private static boolean within(String part, String whole) {
        return (" " + whole + " ").contains(" " + part + " ");
    }

    private static Set<String> named(IncidentRow row, Ledger ledger, Picture in)
            throws IOException {
        var names = new TreeSet<String>();
        var account = ledger.find(row.seq(), in.viewer());
        if (account.isPresent()
                && account.get().body() instanceof Facts.IncidentReported reported) {
            for (var column : NAMING) {
                for (var part : reported.columns().getOrDefault(column, "").split("[;|]", -1)) {
                    var name = ActorNames.folded(part.split("[,\"]", 2)[0]);
                    if (name.length() > 2) {
                        names.add(name);
                    }
                }
            }
        }
        return names;
    }
}

package org.vigie.weigh;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.record.ActorClass;
import org.vigie.record.Figures;
import org.vigie.record.IncidentRow;
import org.vigie.record.Involved;

/// How alike two accounts are, in five parts from 0 to 1, each shown to whoever decides. A part
/// that cannot be judged, because one of the two does not say, is one half.
///
/// The score is their weighted mean: when and where count most, then who, then how many and what.
/// It orders candidates; it is no probability, and it was not calibrated on pairs that people
/// judged, since no such pairs are public.
///
/// @param days between the two, 0 when they overlap; null when one has no date
/// @param km between the two; null when one has no position
/// @param when 1 on the same days, falling to 0 at a week
/// @param where 1 within what both call exact, falling to 0 at sixty kilometres beyond it
/// @param who the best match of each actor of the shorter list
/// @param howMany 1 where the ranges overlap, else the smaller best figure over the larger
/// @param what 1 for kinds that can be the same
public record Likeness(
        @Nullable Long days,
        @Nullable Double km,
        double when,
        double where,
        double who,
        double howMany,
        double what) {

    private static final double UNJUDGED = 0.5;

    /// Days beyond which two dates no longer speak of one incident.
    static final long DAYS_MAX = 7;

    /// Kilometres, beyond what both call exact, at which places no longer are the same.
    static final double KM_MAX = 60;

    private static final double OF_WHEN = 0.3;
    private static final double OF_WHERE = 0.3;
    private static final double OF_WHO = 0.2;
    private static final double OF_HOW_MANY = 0.1;
    private static final double OF_WHAT = 0.1;

    /// From 0 (nothing in common) to 1 (alike in everything).
    public double score() {
        return OF_WHEN * when
                + OF_WHERE * where
                + OF_WHO * who
                + OF_HOW_MANY * howMany
                + OF_WHAT * what;
    }

    static Likeness of(IncidentRow one, IncidentRow other, ActorNames names) {
        var days = days(one, other);
        var km = km(one, other);
        return new Likeness(
                days,
                km,
                days == null ? UNJUDGED : fading(days, DAYS_MAX),
                where(one, other, km),
                who(one.actors(), other.actors(), names),
                howMany(one.deaths(), other.deaths()),
                what(one, other));
    }

    private static @Nullable Long days(IncidentRow one, IncidentRow other) {
        var first = one.happenedOn();
        var second = other.happenedOn();
        if (first == null || second == null) {
            return null;
        }
        long gap =
                Math.max(
                        ChronoUnit.DAYS.between(first.lastDay(), second.firstDay()),
                        ChronoUnit.DAYS.between(second.lastDay(), first.firstDay()));
        return Math.max(0, gap);
    }

    private static @Nullable Double km(IncidentRow one, IncidentRow other) {
        var first = one.site().position();
        var second = other.site().position();
        return first == null || second == null ? null : first.distanceKm(second);
    }

    private static double where(IncidentRow one, IncidentRow other, @Nullable Double km) {
        if (km == null || one.site().precision().vague() || other.site().precision().vague()) {
            boolean sameArea = areas(one).stream().anyMatch(areas(other)::contains);
            return sameArea ? UNJUDGED + 0.2 : UNJUDGED;
        }
        double allowed =
                Math.max(one.site().precision().radiusKm(), other.site().precision().radiusKm());
        return fading(Math.max(0, km - allowed), KM_MAX);
    }

    private static double fading(double gap, double max) {
        return Math.max(0, 1 - gap / max);
    }

    private static double who(List<Involved> one, List<Involved> other, ActorNames names) {
        if (one.isEmpty() || other.isEmpty()) {
            return UNJUDGED;
        }
        boolean inOrder = one.size() <= other.size();
        var shorter = inOrder ? one : other;
        var longer = inOrder ? other : one;
        return shorter.stream()
                .mapToDouble(actor ->
                        longer.stream()
                                .mapToDouble(match -> alike(actor, match, names))
                                .max()
                                .orElse(0))
                .average()
                .orElse(UNJUDGED);
    }

    private static double alike(Involved one, Involved other, ActorNames names) {
        boolean civilians = one.actorClass() == ActorClass.CIVILIANS;
        if (civilians != (other.actorClass() == ActorClass.CIVILIANS)) {
            return 0;
        }
        return civilians ? 1 : names.alike(one.actor(), other.actor());
    }

    private static double howMany(Figures one, Figures other) {
        var low = lowOf(one);
        var otherLow = lowOf(other);
        var high = highOf(one);
        var otherHigh = highOf(other);
        if (low == null || otherLow == null || high == null || otherHigh == null) {
            return UNJUDGED;
        }
        if (low <= otherHigh && otherLow <= high) {
            return 1;
        }
        double less = Math.min(high, otherHigh);
        double more = Math.max(low, otherLow);
        return more == 0 ? 1 : Math.max(0, less / more);
    }

    private static @Nullable Integer lowOf(Figures figures) {
        return figures.low() == null ? figures.best() : figures.low();
    }

    private static @Nullable Integer highOf(Figures figures) {
        return figures.high() == null ? figures.best() : figures.high();
    }

    private static double what(IncidentRow one, IncidentRow other) {
        if (one.kind() == other.kind()) {
            return 1;
        }
        return one.againstCivilians() == other.againstCivilians() ? 0.8 : 0.2;
    }

    /// The areas by which two accounts without exact places may meet.
    static Set<String> areas(IncidentRow row) {
        var area = row.site().adm1();
        return area == null || area.isEmpty()
                ? Set.of()
                : Set.of(area.toLowerCase(java.util.Locale.ROOT));
    }
}

package org.vigie.plan.activity;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.vigie.geo.Areas;
import org.vigie.record.Activities;
import org.vigie.record.Component;
import org.vigie.record.Site;

/// One activity as it was known at a moment.
///
/// @param key what its owner calls it; by this the others name it
/// @param state whether it is ahead, was held or was called off
/// @param note what somebody wrote beside it, or why it ended
/// @param seq the ledger's place of the entry that holds
public record Activity(
        UUID id,
        String key,
        Activities.Kind kind,
        Component owner,
        String lead,
        String mandateTask,
        Site site,
        Instant from,
        Instant to,
        Activities.Asking asking,
        Activities.Support support,
        State state,
        String note,
        long seq) {

    /// Nearer than this, two positions are of one settlement.
    public static final double SETTLEMENT_KM = 2;

    public enum State {
        PLANNED,
        HELD,
        CALLED_OFF;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// The UTC day on which it begins.
    public LocalDate day() {
        return LocalDate.ofInstant(from, ZoneOffset.UTC);
    }

    /// Whether it takes place or took place: everything but what was called off.
    public boolean stands() {
        return state != State.CALLED_OFF;
    }

    /// Whether people of the place are asked or spoken with.
    public boolean meetsPeople() {
        return switch (kind) {
            case VISIT, MEDIATION, INVESTIGATION -> true;
            case PATROL, ESCORT, FLIGHT, MEDICAL_COVER -> asks();
        };
    }

    /// Whether questions are put to people.
    public boolean asks() {
        return asking.people() > 0 && !asking.questions().isEmpty();
    }

    /// Whether it protects what happens at its place.
    public boolean protects() {
        return kind == Activities.Kind.PATROL || kind == Activities.Kind.ESCORT;
    }

    /// Whether it needs somebody who protects it where there is a threat: people of the mission
    /// among people, without arms.
    public boolean civil() {
        return owner != Component.FORCE
                && switch (kind) {
                    case VISIT, MEDIATION, INVESTIGATION -> true;
                    case PATROL, ESCORT, FLIGHT, MEDICAL_COVER -> false;
                };
    }

    /// The questions, each once, in order.
    public SortedSet<String> questions() {
        return new TreeSet<>(asking.questions());
    }

    /// People times questions: what the visit costs those who are asked.
    public long personQuestions() {
        return (long) asking.people() * questions().size();
    }

    public boolean withForce() {
        return !support.withForce().isBlank();
    }

    /// Whether both are in one settlement: by the gazetteer's place, by position, else by name.
    public boolean sameSettlement(Activity other) {
        if (site.placeId() != null && other.site.placeId() != null) {
            return site.placeId().equals(other.site.placeId());
        }
        return within(other, SETTLEMENT_KM);
    }

    /// Whether the other is no further away; where a position is missing, whether both name one
    /// place.
    boolean within(Activity other, double km) {
        var here = site.position();
        var there = other.site.position();
        if (here != null && there != null) {
            return here.distanceKm(there) <= km;
        }
        var name = Areas.bare(site.name());
        return !name.isEmpty() && name.equals(Areas.bare(other.site.name()));
    }

    /// Whole days from one's day to the other's, never negative.
    long daysApart(Activity other) {
        return Math.abs(ChronoUnit.DAYS.between(day(), other.day()));
    }

    /// Whether both take place at one time for a while.
    boolean meanwhile(Activity other) {
        return from.isBefore(other.to) && other.from.isBefore(to);
    }

    /// The same from another moment on, as long as before.
    Activity at(Instant start) {
        return new Activity(
                id,
                key,
                kind,
                owner,
                lead,
                mandateTask,
                site,
                start,
                start.plusSeconds(ChronoUnit.SECONDS.between(from, to)),
                asking,
                support,
                state,
                note,
                seq);
    }
}

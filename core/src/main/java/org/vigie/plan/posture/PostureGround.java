package org.vigie.plan.posture;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.vigie.geo.Place;
import org.vigie.geo.Position;
import org.vigie.record.Facts.PlaceDeclared;
import org.vigie.record.Picture;

/// The places of a picture in which people live, and what each weighs: those of a gazetteer that
/// was imported, or else those that the mission's own pack names.
///
/// When it must not be trusted: a pack names the places of its chronology, not the country's, and
/// knows of none how many live there.
///
/// @param places with positions
/// @param weights one for each place
/// @param gazetteer whether they are those of a gazetteer
/// @param lethal how many events with dead and a position are counted in the weights
@SuppressWarnings("ArrayRecordComponent") // handed to the question, never compared
public record PostureGround(List<Place> places, double[] weights, boolean gazetteer, int lethal) {

    /// What is taken where nobody knows how many live in a place.
    public static final double UNKNOWN_PEOPLE = 500;

    /// What a gazetteer calls a place in which people live.
    private static final String SETTLEMENT = "settlement";

    /// What packs call them.
    private static final Set<String> OF_PACKS =
            Set.of(SETTLEMENT, "city", "town", "village", "hamlet", "camp");

    public PostureGround {
        places = List.copyOf(places);
    }

    /// What is known of places and of events.
    ///
    /// @param picture whose places are taken: a place that was imported today was there before
    /// @param events whose events weigh
    /// @param day of the question: what happened after it weighs nothing
    public static PostureGround of(Picture picture, Picture events, LocalDate day) {
        var settlements = new ArrayList<Place>();
        var own = new ArrayList<Place>();
        for (var entry : picture.entries(PlaceDeclared.class)) {
            if (entry.body() instanceof PlaceDeclared declared
                    && declared.place().position() != null
                    && OF_PACKS.contains(declared.place().kind())) {
                (declared.place().fromPack() ? own : settlements).add(declared.place());
            }
        }
        boolean gazetteer = !settlements.isEmpty();
        var places = gazetteer ? settlements : own;
        var lethal = lethal(events, day, places);
        return new PostureGround(
                places, PlaceWeights.of(places, lethal, UNKNOWN_PEOPLE), gazetteer, lethal.size());
    }

    /// Where events with dead lie that happened until a day and weigh on one of the places at
    /// least: those of another country are neither weighed nor counted.
    public static List<Position> lethal(Picture picture, LocalDate day, List<Place> places) {
        var lethal = new ArrayList<Position>();
        for (var row : picture.incidents().list()) {
            var best = row.deaths().best();
            var dead = best == null ? row.deaths().low() : best;
            var position = row.site().position();
            var when = row.happenedOn();
            boolean later = when != null && when.lastDay().isAfter(day);
            if (dead != null && dead > 0 && position != null && !later) {
                lethal.add(position);
            }
        }
        return PlaceWeights.weighing(places, lethal);
    }
}

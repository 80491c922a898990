package org.vigie.plan.posture;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.vigie.geo.Place;
import org.vigie.geo.Position;

/// What each place weighs: its people, times one and the lethal events around it.
///
/// When it must not be trusted: a population of 0 means that nobody knows, and is taken for
/// `unknown`; events are those that were loaded, and what is not reported weighs nothing.
public final class PlaceWeights {

    /// Cells of a tenth of a degree, some 11 km; an event counts in its own and the eight around.
    private static final double CELLS_A_DEGREE = 10;

    private static final int NEAR_CELLS = 9;

    private PlaceWeights() {}

    /// One for each place.
    ///
    /// @param lethal where events with dead lie
    /// @param unknown people of a place of which nobody knows how many it has
    public static double[] of(List<Place> places, List<Position> lethal, double unknown) {
        Map<Long, Integer> events = new HashMap<>();
        for (var event : lethal) {
            events.merge(cell(event, 0, 0), 1, Integer::sum);
        }
        var weights = new double[places.size()];
        for (int i = 0; i < weights.length; i++) {
            var place = places.get(i);
            double people = place.population() > 0 ? place.population() : unknown;
            weights[i] = people * (1 + around(place.position(), events));
        }
        return weights;
    }

    /// Those events that weigh on one of the places at least.
    static List<Position> weighing(List<Place> places, List<Position> lethal) {
        var near = new HashSet<Long>();
        for (var place : places) {
            var position = place.position();
            for (int cell = 0; position != null && cell < NEAR_CELLS; cell++) {
                near.add(cell(position, cell / 3 - 1, cell % 3 - 1));
            }
        }
        return lethal.stream().filter(event -> near.contains(cell(event, 0, 0))).toList();
    }

    private static int around(
            @org.jspecify.annotations.Nullable Position position, Map<Long, Integer> events) {
        if (position == null) {
            return 0;
        }
        int sum = 0;
        for (int north = -1; north <= 1; north++) {
            for (int east = -1; east <= 1; east++) {
                sum += events.getOrDefault(cell(position, north, east), 0);
            }
        }
        return sum;
    }

    private static Long cell(Position position, int north, int east) {
        long row = (long) Math.floor(position.latitude() * CELLS_A_DEGREE) + north;
        long column = (long) Math.floor(position.longitude() * CELLS_A_DEGREE) + east;
        return row * 10_000 + column;
    }
}

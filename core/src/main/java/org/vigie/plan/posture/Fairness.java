package org.vigie.plan.posture;

import java.util.Arrays;
import java.util.List;
import org.vigie.geo.BadInput;

/// What no area may fall below: the part of its weight that is covered at least once, whatever else
/// would be gained.
public final class Fairness {

    /// A floor that holds for all services together.
    private static final int EVERY = -1;

    private final int[] areas;
    private final double[] floors;
    private final List<String> names;
    private final int service;

    private Fairness(int[] areas, double[] floors, List<String> names, int service) {
        this.areas = areas;
        this.floors = floors;
        this.names = names;
        this.service = service;
    }

    /// No floor anywhere.
    public static final Fairness NONE = new Fairness(new int[0], new double[0], List.of(), EVERY);

    /// A floor for each area.
    ///
    /// @param areas of each place, its number from 0; -1 where it belongs to none
    /// @param floors of each area, 0 to 1
    public static Fairness floors(int[] areas, double... floors) {
        for (int area : areas) {
            if (area < -1 || area >= floors.length) {
                throw new BadInput("area of a place", area, "from -1 to " + (floors.length - 1));
            }
        }
        for (double floor : floors) {
            if (!(floor >= 0 && floor <= 1)) {
                throw new BadInput("floor of an area", floor, "between 0 and 1");
            }
        }
        return new Fairness(areas.clone(), floors.clone(), List.of(), EVERY);
    }

    /// With the names of the areas, for sentences.
    public Fairness named(List<String> areas) {
        if (areas.size() != floors.length) {
            throw new BadInput("names of areas", areas.size(), "one for each floor");
        }
        return new Fairness(this.areas, floors, List.copyOf(areas), service);
    }

    /// Of one service alone: what the others cover does not count for it.
    ///
    /// @param service its place in the list of services
    Fairness ofService(int service) {
        return new Fairness(areas, floors, names, service);
    }

    List<String> names() {
        return names;
    }

    /// The floors by area.
    List<Double> list() {
        return Arrays.stream(floors).boxed().toList();
    }

    /// The area of a place for a service, -1 where no floor holds.
    int area(int ofService, int place) {
        return service == EVERY || service == ofService ? area(place) : -1;
    }

    private int area(int place) {
        int area = floors.length == 0 ? -1 : areas[place];
        return area < 0 || floors[area] == 0 ? -1 : area;
    }

    double floor(int area) {
        return floors[area];
    }

    int areas() {
        return floors.length;
    }

    int places() {
        return areas.length;
    }

    @Override
    public String toString() {
        return "floors " + Arrays.toString(floors);
    }
}

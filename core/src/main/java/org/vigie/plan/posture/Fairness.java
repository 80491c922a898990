package org.vigie.plan.posture;

import java.util.Arrays;
import org.vigie.geo.BadInput;

/// What no area may fall below: the part of its weight that is covered at least once, whatever else
/// would be gained.
public final class Fairness {

    private final int[] areas;
    private final double[] floors;

    private Fairness(int[] areas, double[] floors) {
        this.areas = areas;
        this.floors = floors;
    }

    /// No floor anywhere.
    public static final Fairness NONE = new Fairness(new int[0], new double[0]);

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
        return new Fairness(areas.clone(), floors.clone());
    }

    /// The area of a place, -1 where no floor holds.
    int area(int place) {
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

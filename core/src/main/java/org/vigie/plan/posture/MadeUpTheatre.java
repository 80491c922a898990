package org.vigie.plan.posture;

import java.util.SplittableRandom;
import org.vigie.geo.BadInput;

/// A theatre drawn from a seed, for measuring and testing: villages in clusters on a plane of 1200
/// × 1000 km, each with a weight (lognormal people × risk), and candidate bases in some of them.
/// Roads are 1.3 times the straight line at 35 km/h, helicopters fly 200 km/h.
///
/// It looks like no real country, and says nothing of one.
public final class MadeUpTheatre {

    private static final double WIDTH_KM = 1200;
    private static final double HEIGHT_KM = 1000;
    private static final int CLUSTERS = 40;
    private static final double CLUSTER_KM = 45;
    private static final double IN_CLUSTERS = 0.8;

    /// Minutes on the road for a kilometre of the straight line.
    public static final double ROAD_MINUTES_PER_KM = 1.3 / 35 * 60;

    /// Minutes in the air for a kilometre.
    public static final double AIR_MINUTES_PER_KM = 60.0 / 200;

    private final double[] placeX;
    private final double[] placeY;
    private final double[] weights;
    private final int[] bases;

    /// Draws one.
    ///
    /// @param bases how many candidates, at most the places
    public MadeUpTheatre(int places, int bases, long seed) {
        if (places < 1 || bases < 1 || bases > places) {
            throw new BadInput(
                    "places and bases", places + ", " + bases, "at least 1, and no more bases");
        }
        var chance = new SplittableRandom(seed);
        var centreX = new double[CLUSTERS];
        var centreY = new double[CLUSTERS];
        for (int c = 0; c < CLUSTERS; c++) {
            centreX[c] = chance.nextDouble(WIDTH_KM);
            centreY[c] = chance.nextDouble(HEIGHT_KM);
        }
        placeX = new double[places];
        placeY = new double[places];
        weights = new double[places];
        for (int i = 0; i < places; i++) {
            if (chance.nextDouble() < IN_CLUSTERS) {
                int c = chance.nextInt(CLUSTERS);
                placeX[i] = within(centreX[c] + CLUSTER_KM * chance.nextGaussian(), WIDTH_KM);
                placeY[i] = within(centreY[c] + CLUSTER_KM * chance.nextGaussian(), HEIGHT_KM);
            } else {
                placeX[i] = chance.nextDouble(WIDTH_KM);
                placeY[i] = chance.nextDouble(HEIGHT_KM);
            }
            weights[i] = Math.rint(Math.exp(5 + 1.2 * chance.nextGaussian()));
        }
        this.bases = new int[bases];
        var taken = new boolean[places];
        for (int j = 0; j < bases; j++) {
            int at = chance.nextInt(places);
            while (taken[at]) {
                at = chance.nextInt(places);
            }
            taken[at] = true;
            this.bases[j] = at;
        }
    }

    /// How many places.
    public int places() {
        return placeX.length;
    }

    /// How many candidate bases.
    public int bases() {
        return bases.length;
    }

    /// One for each place, whole numbers.
    public double[] weights() {
        return weights.clone();
    }

    /// The straight line from a base to a place.
    public double distanceKm(int base, int place) {
        return Math.hypot(placeX[bases[base]] - placeX[place], placeY[bases[base]] - placeY[place]);
    }

    /// Minutes on the road, base by base.
    public double[] roadMinutes() {
        var minutes = new double[bases.length * placeX.length];
        for (int j = 0; j < bases.length; j++) {
            for (int i = 0; i < placeX.length; i++) {
                minutes[j * placeX.length + i] = ROAD_MINUTES_PER_KM * distanceKm(j, i);
            }
        }
        return minutes;
    }

    /// A column of the plane, ten from west to east, as a stand-in for an area.
    public int areaOf(int place) {
        return (int) Math.min(9, placeX[place] / WIDTH_KM * 10);
    }

    private static double within(double x, double most) {
        return Math.clamp(x, 0, most);
    }
}

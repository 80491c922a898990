package org.vigie.bench;

import java.util.Arrays;
import java.util.List;
import org.vigie.geo.Bounds;
import org.vigie.geo.Position;
import org.vigie.record.Incidents;

/// What lies in a map tile: by the order of the picture, and beside it by looking at every row's
/// coordinates in two plain arrays. Both must count the same.
final class BoxBench {

    private static final int TILES = 200;
    private static final int[] ZOOMS = {3, 5, 7, 9, 11};

    private final Incidents incidents;
    private final Measured measured;
    private final double[] latitudes;
    private final double[] longitudes;

    private BoxBench(Incidents incidents, Measured measured) {
        this.incidents = incidents;
        this.measured = measured;
        latitudes = new double[incidents.size()];
        longitudes = new double[incidents.size()];
        for (int i = 0; i < incidents.size(); i++) {
            var position = incidents.get(i).site().position();
            latitudes[i] = position == null ? Double.NaN : position.latitude();
            longitudes[i] = position == null ? Double.NaN : position.longitude();
        }
    }

    static void run(Incidents incidents, Measured measured) {
        var bench = new BoxBench(incidents, measured);
        long started = System.nanoTime();
        incidents.within(new Bounds(0, 0, 0, 0));
        measured.put("tileOrderMadeMillis", (System.nanoTime() - started) / 1e6);
        for (int zoom : ZOOMS) {
            bench.tiles(zoom);
        }
    }

    private void tiles(int zoom) {
        var ordered = new double[TILES];
        var everyRow = new double[TILES];
        for (int i = 0; i < TILES; i++) {
            var box = around((int) ((long) i * incidents.size() / TILES), 180.0 / (1 << zoom));
            long started = System.nanoTime();
            int found = incidents.within(box).size();
            ordered[i] = (System.nanoTime() - started) / 1e6;
            started = System.nanoTime();
            int again = count(box);
            everyRow[i] = (System.nanoTime() - started) / 1e6;
            if (found != again) {
                throw new IllegalStateException(box + ": " + found + ", not " + again);
            }
        }
        Arrays.sort(ordered);
        Arrays.sort(everyRow);
        measured.put("boxOfZoom" + zoom + "P95Millis", ordered[TILES * 95 / 100]);
        measured.put("boxOfZoom" + zoom + "EveryRowP95Millis", everyRow[TILES * 95 / 100]);
    }

    private Bounds around(int row, double degrees) {
        boolean placed = !Double.isNaN(latitudes[row]);
        var middle = placed ? new Position(latitudes[row], longitudes[row]) : new Position(0, 0);
        return Bounds.around(List.of(middle)).orElseThrow().widened(degrees);
    }

    private int count(Bounds box) {
        int count = 0;
        for (int i = 0; i < latitudes.length; i++) {
            if (latitudes[i] >= box.south()
                    && latitudes[i] <= box.north()
                    && longitudes[i] >= box.west()
                    && longitudes[i] <= box.east()) {
                count++;
            }
        }
        return count;
    }
}

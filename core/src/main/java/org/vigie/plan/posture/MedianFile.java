package org.vigie.plan.posture;

import java.util.Arrays;
import java.util.StringTokenizer;
import org.vigie.geo.BadInput;

/// Reads a p-median problem of the OR-Library: a first line of points, roads and `p`, then a line
/// of two points and a length for each road. Every point is a place of weight 1 and a candidate;
/// the cost is the length of the shortest way. Of a road that is named twice the last length
/// counts.
///
/// Source: Beasley, OR-Library: distributing test problems by electronic mail, 1990; the problems
/// are those of Beasley 1985, the shortest ways by Floyd 1962.
public final class MedianFile {

    /// Shortest ways take the cube of it in steps.
    private static final int POINTS_MAX = 2_000;

    private static final int NO_WAY = Integer.MAX_VALUE / 2;

    private MedianFile() {}

    /// Reads the whole file.
    ///
    /// @param text of the file
    public static PMedianProblem read(String text) {
        var numbers = new StringTokenizer(text);
        int points = number(numbers, "points", 1, POINTS_MAX);
        int roads = number(numbers, "roads", 0, POINTS_MAX * POINTS_MAX);
        int p = number(numbers, "p", 1, points);
        var ways = new int[points][points];
        for (int i = 0; i < points; i++) {
            Arrays.fill(ways[i], NO_WAY);
            ways[i][i] = 0;
        }
        for (int road = 1; road <= roads; road++) {
            int a = number(numbers, "a point of road " + road, 1, points) - 1;
            int b = number(numbers, "a point of road " + road, 1, points) - 1;
            int length = number(numbers, "the length of road " + road, 0, 1_000_000);
            ways[a][b] = length;
            ways[b][a] = length;
        }
        shortest(ways);
        var costs = new double[points * points];
        for (int a = 0; a < points; a++) {
            for (int b = 0; b < points; b++) {
                if (ways[a][b] >= NO_WAY) {
                    throw new BadInput(
                            "roads", roads, "enough to lead from " + (a + 1) + " to " + (b + 1));
                }
                costs[a * points + b] = ways[a][b];
            }
        }
        var weights = new double[points];
        Arrays.fill(weights, 1);
        return PMedianProblem.of(weights, costs, p);
    }

    private static void shortest(int[][] ways) {
        for (int k = 0; k < ways.length; k++) {
            var over = ways[k];
            for (var from : ways) {
                int first = from[k];
                if (first < NO_WAY) {
                    for (int to = 0; to < from.length; to++) {
                        from[to] = Math.min(from[to], first + over[to]);
                    }
                }
            }
        }
    }

    private static int number(StringTokenizer from, String what, int least, int most) {
        if (!from.hasMoreTokens()) {
            throw new BadInput(what, null, "a whole number from " + least + " to " + most);
        }
        var token = from.nextToken();
        int number = token.matches("\\d{1,9}") ? Integer.parseInt(token) : -1;
        if (number < least || number > most) {
            throw new BadInput(what, token, "a whole number from " + least + " to " + most);
        }
        return number;
    }
}

package org.vigie.plan.posture;

import org.vigie.geo.RealFiles;

/// The p-median problems of Beasley's OR-Library: a graph, and `p`.
final class OrLibrary {

    static final int[] OPTIMA = {
        5819, 4093, 4250, 3034, 1355, 7824, 5631, 4445, 2734, 1255, 7696, 6634, 4374, 2968, 1729,
        8162, 6999, 4809, 2845, 1789
    };

    private OrLibrary() {}

    /// @param number from 1 to 20
    static PMedianProblem problem(int number) {
        return MedianFile.read(
                String.join("\n", RealFiles.lines("pmedian/pmed" + number + ".txt")) + "\n");
    }
}

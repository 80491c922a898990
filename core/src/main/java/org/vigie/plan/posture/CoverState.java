package org.vigie.plan.posture;

import java.util.Arrays;

/// A plan while it is changed: who reaches what, and what that is worth. A step costs the rows that
/// the station reaches.
final class CoverState {

    /// What a weight below an area's floor costs, against a weight that is covered: enough that
    /// nothing is worth breaking a floor for.
    private static final double FLOOR_COSTS = 1_000;

    final int[] units;

    private final CoverProblem problem;
    private final CoverRows rows;
    private final Stationing stationing;
    private final int[] linkStart;
    private final int[] linksOf;
    private final int[] rowOf;
    private final int[] inReach;
    private final int[] unmet;
    private final int[] placed;
    private final int[] atBase;
    private final double[] covered;

    private double value;
    private int moves;

    CoverState(CoverProblem problem) {
        this.problem = problem;
        rows = problem.rows();
        stationing = problem.stationing();
        units = new int[problem.stations()];
        inReach = new int[rows.linkCount()];
        unmet = new int[rows.size()];
        placed = new int[problem.types().size()];
        atBase = new int[stationing.bases()];
        covered = new double[rows.floors().length];
        rowOf = new int[rows.linkCount()];
        for (int row = 0; row < rows.size(); row++) {
            Arrays.fill(rowOf, rows.links()[row], rows.links()[row + 1], row);
        }
        linkStart = new int[units.length + 1];
        for (int station : rows.stations()) {
            linkStart[station + 1]++;
        }
        for (int station = 0; station < units.length; station++) {
            linkStart[station + 1] += linkStart[station];
        }
        linksOf = new int[rows.stations().length];
        var next = Arrays.copyOf(linkStart, units.length);
        for (int link = 0; link < rows.linkCount(); link++) {
            for (int at = rows.from()[link]; at < rows.from()[link + 1]; at++) {
                linksOf[next[rows.stations()[at]]++] = link;
            }
        }
        clear();
    }

    /// Nobody anywhere.
    void clear() {
        Arrays.fill(units, 0);
        Arrays.fill(inReach, 0);
        Arrays.fill(placed, 0);
        Arrays.fill(atBase, 0);
        Arrays.fill(covered, 0);
        for (int row = 0; row < unmet.length; row++) {
            unmet[row] = rows.links()[row + 1] - rows.links()[row];
        }
        value = 0;
        moves = 0;
        for (int station = 0; station < units.length; station++) {
            moves += stationing.today(station);
        }
    }

    void set(int[] plan) {
        clear();
        for (int station = 0; station < plan.length; station++) {
            for (int k = 0; k < plan[station]; k++) {
                add(station);
            }
        }
    }

    void add(int station) {
        if (units[station] < stationing.today(station)) {
            moves--;
        }
        units[station]++;
        placed[problem.typeOf(station)]++;
        atBase[problem.baseOf(station)]++;
        for (int at = linkStart[station]; at < linkStart[station + 1]; at++) {
            int link = linksOf[at];
            int row = rowOf[link];
            int before = inReach[link]++;
            if (isAlone(row)) {
                if (before < problem.levels(row)) {
                    value += problem.gain(row, before + 1);
                }
                if (before == 0) {
                    unmet[row] = 0;
                    cover(row, 1);
                }
            } else if (before == 0 && --unmet[row] == 0) {
                value += problem.gain(row, 1);
                cover(row, 1);
            }
        }
    }

    void remove(int station) {
        units[station]--;
        if (units[station] < stationing.today(station)) {
            moves++;
        }
        placed[problem.typeOf(station)]--;
        atBase[problem.baseOf(station)]--;
        for (int at = linkStart[station]; at < linkStart[station + 1]; at++) {
            int link = linksOf[at];
            int row = rowOf[link];
            int after = --inReach[link];
            if (isAlone(row)) {
                if (after < problem.levels(row)) {
                    value -= problem.gain(row, after + 1);
                }
                if (after == 0) {
                    unmet[row] = 1;
                    cover(row, -1);
                }
            } else if (after == 0 && unmet[row]++ == 0) {
                value -= problem.gain(row, 1);
                cover(row, -1);
            }
        }
    }

    /// What one more unit would add; with floors about, since a floor counts only while it is
    /// broken.
    double gainOfAdding(int station) {
        double gain = 0;
        int at = linkStart[station];
        int end = linkStart[station + 1];
        while (at < end) {
            int row = rowOf[linksOf[at]];
            if (isAlone(row)) {
                int before = inReach[linksOf[at++]];
                if (before < problem.levels(row)) {
                    gain += problem.gain(row, before + 1);
                }
                gain += before == 0 ? floorGain(row) : 0;
            } else {
                int met = 0;
                while (at < end && rowOf[linksOf[at]] == row) {
                    met += inReach[linksOf[at++]] == 0 ? 1 : 0;
                }
                if (met > 0 && met == unmet[row]) {
                    gain += problem.gain(row, 1) + floorGain(row);
                } else if (met > 0) {
                    // Half a team adds nothing yet; a little keeps the greedy start from giving up.
                    gain += 1e-3 * met * problem.gain(row, 1) / unmet[row];
                }
            }
        }
        return gain;
    }

    private double floorGain(int row) {
        int area = rows.area()[row];
        return area >= 0 && covered[area] < rows.floors()[area]
                ? FLOOR_COSTS * rows.weight()[row]
                : 0;
    }

    private boolean isAlone(int row) {
        return rows.links()[row + 1] - rows.links()[row] == 1;
    }

    private void cover(int row, int sign) {
        if (rows.area()[row] >= 0) {
            covered[rows.area()[row]] += sign * rows.weight()[row];
        }
    }

    /// Whether one more of its type may stand there.
    boolean mayAdd(int station) {
        int type = problem.typeOf(station);
        int base = problem.baseOf(station);
        return units[station] < stationing.most(station)
                && placed[type] < problem.types().get(type).count()
                && atBase[base] < stationing.room(base);
    }

    boolean mayRemove(int station) {
        return units[station] > stationing.least(station)
                && (stationing.movesMost() < 0
                        || units[station] > stationing.today(station)
                        || moves < stationing.movesMost());
    }

    /// Value less what broken floors cost.
    double worth() {
        double worth = value;
        for (int area = 0; area < covered.length; area++) {
            worth -= FLOOR_COSTS * Math.max(0, rows.floors()[area] - covered[area]);
        }
        return worth;
    }

    int overRoom(int base) {
        return atBase[base] - stationing.room(base);
    }

    int overCount(int type) {
        return placed[type] - problem.types().get(type).count();
    }
}

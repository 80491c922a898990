package org.vigie.plan.posture;

import java.util.Arrays;

/// A [CoverProblem] in which reach, room, moves and floors are priced instead of required: what is
/// left is to take for each type its best stations, and for each row what is worth its price.
/// Turned round (less is better), so that [Volume] can climb.
///
/// Multipliers: one for each link, each base, one for moves, one for each area.
final class CoverRelaxation implements Volume.Relaxation {

    private final CoverProblem problem;
    private final CoverRows rows;
    private final Stationing stationing;
    private final int bases;
    private final int roomAt;
    private final int moveAt;
    private final int floorAt;

    /// What a unit at a station is worth.
    private final double[] worth;

    private final int[] units;
    private final int[] taken;
    private final long[] blocks;

    CoverRelaxation(CoverProblem problem) {
        this.problem = problem;
        rows = problem.rows();
        stationing = problem.stationing();
        bases = stationing.bases();
        roomAt = rows.linkCount();
        moveAt = roomAt + bases;
        floorAt = moveAt + 1;
        worth = new double[problem.stations()];
        units = new int[problem.stations()];
        taken = new int[rows.size()];
        blocks = new long[2 * bases];
    }

    @Override
    public double bound(double[] prices) {
        double sum = rowsWorth(prices);
        for (int base = 0; base < bases; base++) {
            sum += prices[roomAt + base] * stationing.room(base);
        }
        if (stationing.movesMost() >= 0) {
            sum += prices[moveAt] * stationing.movesMost();
        }
        for (int area = 0; area < rows.floors().length; area++) {
            sum -= prices[floorAt + area] * rows.floors()[area];
        }
        Arrays.fill(worth, 0);
        for (int link = 0; link < rows.linkCount(); link++) {
            double price = prices[link];
            if (price > 0) {
                for (int at = rows.from()[link]; at < rows.from()[link + 1]; at++) {
                    worth[rows.stations()[at]] += price;
                }
            }
        }
        for (int type = 0; type < problem.types().size(); type++) {
            sum += place(type, prices);
        }
        return -sum;
    }

    /// For each row, how many levels are worth their price.
    private double rowsWorth(double[] prices) {
        double sum = 0;
        for (int row = 0; row < rows.size(); row++) {
            double price = 0;
            for (int link = rows.links()[row]; link < rows.links()[row + 1]; link++) {
                price += prices[link];
            }
            int area = rows.area()[row];
            double extra = area < 0 ? 0 : prices[floorAt + area] * rows.weight()[row];
            int levels = problem.levels(row);
            int level = 0;
            while (level < levels) {
                double gain = problem.gain(row, level + 1) + (level == 0 ? extra : 0) - price;
                if (gain <= 0) {
                    break;
                }
                sum += gain;
                level++;
            }
            taken[row] = level;
        }
        return sum;
    }

    /// The best stations of one type. A unit that stands there today saves a move.
    private double place(int type, double[] prices) {
        double move = stationing.movesMost() >= 0 ? prices[moveAt] : 0;
        double sum = 0;
        int left = problem.types().get(type).count();
        int count = 0;
        var values = new double[2 * bases];
        for (int base = 0; base < bases; base++) {
            int station = type * bases + base;
            double each = worth[station] - prices[roomAt + base];
            int least = stationing.least(station);
            int today = stationing.movesMost() >= 0 ? stationing.today(station) : 0;
            units[station] = least;
            left -= least;
            sum += each * least - move * Math.max(0, today - least);
            values[count++] = each + move;
            values[count++] = each;
        }
        var order = order(values);
        for (int k = 0; k < order.length && left > 0 && values[order[k]] > 0; k++) {
            int station = type * bases + order[k] / 2;
            int today = stationing.movesMost() >= 0 ? stationing.today(station) : 0;
            int most = stationing.most(station);
            int until = order[k] % 2 == 0 ? Math.min(today, most) : most;
            int more = Math.min(left, Math.max(0, until - units[station]));
            units[station] += more;
            left -= more;
            sum += more * values[order[k]];
        }
        return sum;
    }

    /// Greatest first. A block of units that stand there today comes before the rest of its
    /// station.
    private int[] order(double[] values) {
        int count = 0;
        for (int k = 0; k < values.length; k++) {
            if (values[k] > 0) {
                // Positive, so that bits sort as numbers; 16 bits of the smallest differences go.
                blocks[count++] = (Double.doubleToRawLongBits(values[k]) & ~0xFFFFL) | (0xFFFF - k);
            }
        }
        Arrays.sort(blocks, 0, count);
        var order = new int[count];
        for (int k = 0; k < count; k++) {
            order[k] = 0xFFFF - (int) (blocks[count - 1 - k] & 0xFFFF);
        }
        return order;
    }

    @Override
    public void slope(double[] prices, double[] into) {
        for (int row = 0; row < rows.size(); row++) {
            for (int link = rows.links()[row]; link < rows.links()[row + 1]; link++) {
                int inReach = 0;
                for (int at = rows.from()[link]; at < rows.from()[link + 1]; at++) {
                    inReach += units[rows.stations()[at]];
                }
                into[link] = taken[row] - inReach;
            }
        }
        for (int base = 0; base < bases; base++) {
            into[roomAt + base] = problem.atBase(base, units) - stationing.room(base);
        }
        into[moveAt] =
                stationing.movesMost() >= 0 ? problem.moves(units) - stationing.movesMost() : 0;
        for (int area = 0; area < rows.floors().length; area++) {
            into[floorAt + area] = rows.floors()[area];
        }
        for (int row = 0; row < rows.size(); row++) {
            int area = rows.area()[row];
            if (area >= 0 && taken[row] > 0) {
                into[floorAt + area] -= rows.weight()[row];
            }
        }
    }

    @Override
    public int parts() {
        return units.length;
    }

    @Override
    public double part(int j) {
        return units[j];
    }

    @Override
    public boolean positive() {
        return true;
    }

    @Override
    public boolean closes(double bound, double value) {
        return bound >= value - Certificate.ROUNDING * Math.max(1, Math.abs(value));
    }
}

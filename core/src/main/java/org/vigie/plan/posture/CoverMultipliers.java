package org.vigie.plan.posture;

import java.util.Arrays;
import org.vigie.geo.BadInput;

/// Prices of the rules of a [CoverProblem], from which a bound follows that anybody can work out
/// again: for any prices that are not negative, no plan is worth more than [#bound].
///
/// One price each: of a unit's reach to a row (link), of room at a base, of a move, of an area's
/// floor. The duals of the linear relaxation are such prices and give its value.
///
/// Source: Lagrangian relaxation as in Galvão and ReVelle, A Lagrangean heuristic for the maximal
/// covering location problem, 1996.
public final class CoverMultipliers {

    private final double[] links;
    private final double[] room;
    private final double move;
    private final double[] floors;

    private CoverMultipliers(double[] links, double[] room, double move, double[] floors) {
        this.links = positive(links);
        this.room = positive(room);
        this.move = Double.isFinite(move) ? Math.max(0, move) : 0;
        this.floors = positive(floors);
    }

    /// Takes what is not negative; the rest becomes 0, which keeps a bound a bound.
    public static CoverMultipliers of(double[] links, double[] room, double move, double[] floors) {
        return new CoverMultipliers(links, room, move, floors);
    }

    /// All in one array: links, room, move, floors.
    static CoverMultipliers of(CoverProblem problem, double[] all) {
        int links = problem.rows().linkCount();
        int bases = problem.stationing().bases();
        return new CoverMultipliers(
                Arrays.copyOf(all, links),
                Arrays.copyOfRange(all, links, links + bases),
                all[links + bases],
                Arrays.copyOfRange(all, links + bases + 1, all.length));
    }

    static int length(CoverProblem problem) {
        return problem.rows().linkCount()
                + problem.stationing().bases()
                + 1
                + problem.rows().floors().length;
    }

    private static double[] positive(double[] prices) {
        var kept = prices.clone();
        for (int i = 0; i < kept.length; i++) {
            kept[i] = Double.isFinite(kept[i]) ? Math.max(0, kept[i]) : 0;
        }
        return kept;
    }

    /// A price for each link.
    public double[] links() {
        return links.clone();
    }

    /// A price for each base.
    public double[] room() {
        return room.clone();
    }

    /// The price of one move.
    public double move() {
        return move;
    }

    /// A price for each area.
    public double[] floors() {
        return floors.clone();
    }

    /// What no plan of this problem passes. Cost: one look at each entry of the rows.
    public double bound(CoverProblem problem) {
        if (links.length != problem.rows().linkCount()
                || room.length != problem.stationing().bases()
                || floors.length != problem.rows().floors().length) {
            throw new BadInput("prices of a certificate", links.length, "those of this problem");
        }
        var all = new double[length(problem)];
        System.arraycopy(links, 0, all, 0, links.length);
        System.arraycopy(room, 0, all, links.length, room.length);
        all[links.length + room.length] = move;
        System.arraycopy(floors, 0, all, links.length + room.length + 1, floors.length);
        return -new CoverRelaxation(problem).bound(all);
    }
}

package org.vigie.plan.posture;

import org.vigie.geo.BadInput;

/// How much work a search may do, in steps and not in seconds: the same effort and seed give the
/// same answer on every machine.
///
/// @param restarts local searches from another start
/// @param rounds steps of the bound at the root
/// @param nodes parts into which the proof may be split; 1 is no branching
/// @param seed of its chance
public record Effort(int restarts, int rounds, int nodes, long seed) {

    /// For an answer while somebody waits.
    public static final Effort USUAL = new Effort(30, 1500, 1000, 1);

    public Effort {
        if (restarts < 0 || rounds < 1 || nodes < 1) {
            throw new BadInput(
                    "effort",
                    restarts + " restarts, " + rounds + " rounds, " + nodes + " nodes",
                    "restarts from 0, rounds and nodes from 1");
        }
    }

    /// The same with another seed.
    public Effort withSeed(long other) {
        return new Effort(restarts, rounds, nodes, other);
    }
}

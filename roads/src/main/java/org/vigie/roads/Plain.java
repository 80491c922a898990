package org.vigie.roads;

import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.util.EdgeIteratorState;

/// A weight of stretches alone: turns cost nothing, and nobody asks for the time.
abstract class Plain implements Weighting {

    @Override
    public long calcEdgeMillis(EdgeIteratorState stretch, boolean reverse) {
        return 0;
    }

    @Override
    public double calcTurnWeight(int inEdge, int viaNode, int outEdge) {
        return 0;
    }

    @Override
    public long calcTurnMillis(int inEdge, int viaNode, int outEdge) {
        return 0;
    }

    @Override
    public boolean hasTurnCosts() {
        return false;
    }

    @Override
    public String getName() {
        return "vigie";
    }
}

package org.vigie.roads;

import com.graphhopper.storage.BaseGraph;
import com.graphhopper.util.EdgeIteratorState;

/// Which roads are joined to each other. Maps hold stubs that lead nowhere, and nobody must be sent
/// from one of them.
///
/// Cost: one pass over all stretches; four bytes for each crossing.
final class Components {

    private final int[] parents;

    private Components(int nodes) {
        parents = new int[nodes];
        for (int i = 0; i < nodes; i++) {
            parents[i] = i;
        }
    }

    static Components of(BaseGraph graph) {
        var components = new Components(graph.getNodes());
        var edges = graph.getAllEdges();
        while (edges.next()) {
            components.join(edges.getBaseNode(), edges.getAdjNode());
        }
        return components;
    }

    /// A number that two stretches share when a road leads from one to the other.
    int of(EdgeIteratorState stretch) {
        return root(stretch.getBaseNode());
    }

    private void join(int one, int other) {
        parents[root(one)] = root(other);
    }

    private int root(int node) {
        int at = node;
        while (parents[at] != at) {
            parents[at] = parents[parents[at]];
            at = parents[at];
        }
        return at;
    }
}

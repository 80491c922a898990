package org.vigie.plan.posture;

import org.vigie.geo.BadInput;

/// One way in which things may be: what each place weighs then, and who can reach it.
public final class Scenario {

    private final String name;
    private final double weight;
    private final double[] weights;
    private final ReachTable reach;

    /// Takes a copy of the weights.
    ///
    /// @param name such as `rains` or `no flights`
    /// @param weight how likely it is against the others, above 0
    /// @param weights of the places, finite, not negative
    public Scenario(String name, double weight, double[] weights, ReachTable reach) {
        if (!(weight > 0 && Double.isFinite(weight))) {
            throw new BadInput("weight of scenario " + name, weight, "a finite number above 0");
        }
        if (weights.length != reach.places()) {
            throw new BadInput("weights of scenario " + name, weights.length, "one for each place");
        }
        for (int i = 0; i < weights.length; i++) {
            if (!(weights[i] >= 0 && Double.isFinite(weights[i]))) {
                throw new BadInput(
                        "weight of place " + i, weights[i], "a finite number, not negative");
            }
        }
        this.name = name;
        this.weight = weight;
        this.weights = weights.clone();
        this.reach = reach;
    }

    /// Its name.
    public String name() {
        return name;
    }

    double weight() {
        return weight;
    }

    double weight(int place) {
        return weights[place];
    }

    ReachTable reach() {
        return reach;
    }
}

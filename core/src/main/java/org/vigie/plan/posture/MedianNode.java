package org.vigie.plan.posture;

import java.util.Arrays;

/// What is decided about each candidate in one part of the proof, and the Lagrangian bound of that
/// part for given multipliers.
///
/// The bound: a place pays its multiplier instead of being served; a candidate is worth what it
/// saves (`Σ min(0, cost − multiplier)`), and the `p` of the greatest worth are taken. Whatever the
/// multipliers, no choice costs less. Source: Cornuejols, Fisher and Nemhauser 1977; Beasley 1985.
final class MedianNode implements Volume.Relaxation {

    static final byte FREE = 0;
    static final byte OPEN = 1;
    static final byte CLOSED = 2;

    private final PMedianProblem problem;
    private final byte[] state;
    private final boolean[] selected;
    private final double[] worth;
    private final double[] sorted;
    private NearestFirst near;

    private double lastIn;
    private double firstOut;

    MedianNode(PMedianProblem problem, NearestFirst near, byte[] state) {
        this.problem = problem;
        this.near = near;
        this.state = state.clone();
        int candidates = problem.candidates();
        selected = new boolean[candidates];
        worth = new double[candidates];
        sorted = new double[candidates];
    }

    /// The bound; [#selected] and the reduced costs are those of these multipliers afterwards.
    @Override
    public double bound(double[] multipliers) {
        Arrays.fill(worth, 0);
        double sum = 0;
        for (int i = 0; i < multipliers.length; i++) {
            double multiplier = multipliers[i];
            sum += multiplier;
            int end = (i + 1) * near.length;
            for (int at = i * near.length; at < end && near.cost[at] < multiplier; at++) {
                worth[near.order[at]] += near.cost[at] - multiplier;
            }
        }
        return sum + select();
    }

    private double select() {
        int free = 0;
        int left = problem.p();
        double sum = 0;
        for (int j = 0; j < state.length; j++) {
            selected[j] = state[j] == OPEN;
            if (state[j] == OPEN) {
                sum += worth[j];
                left--;
            } else if (state[j] == FREE) {
                sorted[free++] = worth[j];
            }
        }
        Arrays.sort(sorted, 0, free);
        for (int k = 0; k < left; k++) {
            sum += sorted[k];
        }
        lastIn = left > 0 ? sorted[left - 1] : Double.NEGATIVE_INFINITY;
        firstOut = left < free ? sorted[left] : Double.POSITIVE_INFINITY;
        for (int j = 0; j < state.length && left > 0; j++) {
            if (state[j] == FREE && worth[j] < lastIn) {
                selected[j] = true;
                left--;
            }
        }
        for (int j = 0; j < state.length && left > 0; j++) {
            if (state[j] == FREE && worth[j] == lastIn) {
                selected[j] = true;
                left--;
            }
        }
        return sum;
    }

    /// For each place: 1 less how many of the selected would serve it.
    @Override
    public void slope(double[] multipliers, double[] into) {
        for (int i = 0; i < multipliers.length; i++) {
            double multiplier = multipliers[i];
            int served = 0;
            int end = (i + 1) * near.length;
            for (int at = i * near.length; at < end && near.cost[at] < multiplier; at++) {
                served += selected[near.order[at]] ? 1 : 0;
            }
            into[i] = 1 - served;
        }
    }

    /// How much the bound rises when a candidate is decided against what the multipliers say.
    double penalty(int j) {
        return selected[j] ? firstOut - worth[j] : worth[j] - lastIn;
    }

    boolean isSelected(int j) {
        return selected[j];
    }

    @Override
    public int parts() {
        return state.length;
    }

    @Override
    public double part(int j) {
        return selected[j] ? 1 : 0;
    }

    @Override
    public boolean positive() {
        return false;
    }

    @Override
    public boolean closes(double bound, double value) {
        return problem.rounded(bound) >= value * (1 - Certificate.ROUNDING);
    }

    boolean isFree(int j) {
        return state[j] == FREE;
    }

    byte[] state() {
        return state;
    }

    NearestFirst near() {
        return near;
    }

    void decide(int j, byte how) {
        state[j] = how;
    }

    int count(byte how) {
        int count = 0;
        for (byte one : state) {
            count += one == how ? 1 : 0;
        }
        return count;
    }

    /// The one choice that is left when so many are open, or so many are not closed; else null.
    int @org.jspecify.annotations.Nullable [] onlyChoice() {
        int p = problem.p();
        if (count(OPEN) == p) {
            return listed(OPEN, OPEN);
        }
        return count(OPEN) + count(FREE) == p ? listed(OPEN, FREE) : null;
    }

    /// Whether there is any choice at all.
    boolean isPossible() {
        return count(OPEN) <= problem.p() && count(OPEN) + count(FREE) >= problem.p();
    }

    int[] selection() {
        int count = 0;
        for (boolean one : selected) {
            count += one ? 1 : 0;
        }
        var list = new int[count];
        int at = 0;
        for (int j = 0; j < selected.length; j++) {
            if (selected[j]) {
                list[at++] = j;
            }
        }
        return list;
    }

    private int[] listed(byte one, byte other) {
        var list = new int[problem.p()];
        int at = 0;
        for (int j = 0; j < state.length; j++) {
            if (state[j] == one || state[j] == other) {
                list[at++] = j;
            }
        }
        return list;
    }

    /// Leaves the closed candidates out of every list once a tenth of them can go.
    void shorten() {
        int left = state.length - count(CLOSED);
        if (left < near.length * 0.9) {
            var closed = new boolean[state.length];
            for (int j = 0; j < closed.length; j++) {
                closed[j] = state[j] == CLOSED;
            }
            near = near.without(closed);
        }
    }
}

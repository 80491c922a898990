package org.vigie.plan.posture;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Solves a [PMedianProblem]: a choice by exchanges, and a proof of how good it is by multipliers,
/// by ruling candidates out, and where that does not close the gap by splitting the problem.
///
/// When it must not be trusted: the gap is what it says and no better; with few places to choose
/// and thousands of candidates it can stay open. Cost: about 0.2 ms a round for 200 candidates ×
/// 5,000 places.
///
/// Source: [Interchange] for the choice, [MedianNode] and [Volume] for the bound; ruling out by
/// reduced costs as in Christofides and Beasley 1982, Beasley 1985.
public final class PMedian {

    /// Who solved it, in a certificate.
    public static final String SOLVER = "Vigie interchange + Lagrangian";

    /// Of this way of solving.
    public static final String VERSION = "1";

    private static final int PHASES = 6;
    private static final int NODE_ROUNDS = 150;

    private final PMedianProblem problem;
    private final Effort effort;
    private final Interchange search;

    private int[] open;
    private double value;
    private double unproven = Double.POSITIVE_INFINITY;
    private int nodes;

    private PMedian(PMedianProblem problem, NearestFirst near, Effort effort) {
        this.problem = problem;
        this.effort = effort;
        search = new Interchange(problem, near);
        open = Interchange.best(problem, near, effort);
        value = problem.value(open);
    }

    /// The best choice that this effort finds, with its proof.
    public static PMedianAnswer solve(PMedianProblem problem, Effort effort) {
        var near = NearestFirst.of(problem);
        var median = new PMedian(problem, near, effort);
        var root = new MedianNode(problem, near, new byte[problem.candidates()]);
        var proof = median.proof(root, median.start(near), effort.rounds());
        double bound = Math.min(median.value, problem.rounded(median.unproven));
        var certificate =
                new Certificate(
                        Certificate.Sense.LESS_IS_BETTER,
                        median.value,
                        bound,
                        SOLVER,
                        VERSION,
                        0,
                        effort.seed(),
                        problem.hash());
        return new PMedianAnswer(median.open, certificate, proof);
    }

    /// Halfway from the nearest chosen candidate to the second.
    private double[] start(NearestFirst near) {
        var chosen = new boolean[problem.candidates()];
        for (int j : open) {
            chosen[j] = true;
        }
        var start = new double[problem.places()];
        for (int i = 0; i < start.length; i++) {
            int at = i * near.length;
            int end = at + near.length;
            while (!chosen[near.order[at]]) {
                at++;
            }
            double one = near.cost[at++];
            while (at < end && !chosen[near.order[at]]) {
                at++;
            }
            start[i] = at < end ? (one + near.cost[at]) / 2 : one;
        }
        return start;
    }

    /// The root climbs in phases and rules out between them; a part of it climbs for less.
    private MedianProof proof(MedianNode node, double[] start, int rounds) {
        nodes++;
        var volume = new Volume(node.parts(), start, value);
        volume.climb(node, Math.max(1, rounds / PHASES));
        return from(node, volume, rounds - rounds / PHASES);
    }

    private MedianProof from(MedianNode node, Volume volume, int roundsLeft) {
        var multipliers = volume.multipliers();
        double bound = node.bound(multipliers);
        tryChoice(node.selection());
        if (isProven(bound)) {
            unproven = Math.min(unproven, bound);
            return MedianProof.end(multipliers);
        }
        var decided = ruledOut(node, bound);
        if (!node.isPossible()) {
            return MedianProof.end(multipliers, decided);
        }
        var only = node.onlyChoice();
        if (only != null) {
            double exact = problem.value(only);
            tryChoice(only);
            unproven = Math.min(unproven, exact);
            return MedianProof.end(multipliers, decided);
        }
        if (roundsLeft > 0) {
            node.shorten();
            var next = new Volume(node.parts(), multipliers, value);
            int rounds = Math.min(roundsLeft, Math.max(NODE_ROUNDS / 2, effort.rounds() / PHASES));
            next.climb(node, rounds);
            return MedianProof.then(multipliers, decided, from(node, next, roundsLeft - rounds));
        }
        if (nodes >= effort.nodes()) {
            unproven = Math.min(unproven, bound);
            return MedianProof.end(multipliers, decided);
        }
        return split(node, volume, decided);
    }

    private MedianProof split(MedianNode node, Volume volume, List<MedianProof.Decided> decided) {
        node.shorten();
        int on = mostUndecided(node, volume);
        var multipliers = volume.multipliers();
        var openPart = new MedianNode(problem, node.near(), node.state());
        openPart.decide(on, MedianNode.OPEN);
        var closedPart = new MedianNode(problem, node.near(), node.state());
        closedPart.decide(on, MedianNode.CLOSED);
        var ifOpen = proof(openPart, multipliers, NODE_ROUNDS);
        var otherwise = proof(closedPart, multipliers, NODE_ROUNDS);
        return MedianProof.split(multipliers, decided, on, new MedianProof[] {ifOpen, otherwise});
    }

    /// The candidate of which the fractional plan says least.
    private int mostUndecided(MedianNode node, Volume volume) {
        int on = -1;
        double nearest = Double.POSITIVE_INFINITY;
        for (int j = 0; j < problem.candidates(); j++) {
            double off = Math.abs(volume.share(j) - 0.5);
            if (node.isFree(j) && off < nearest) {
                nearest = off;
                on = j;
            }
        }
        return on;
    }

    /// Decides the candidates whose opposite cannot be better. All are judged by the same
    /// multipliers and before any is decided, so that each can be checked alone.
    private List<MedianProof.Decided> ruledOut(MedianNode node, double bound) {
        var decided = new ArrayList<MedianProof.Decided>();
        for (int j = 0; j < problem.candidates(); j++) {
            if (node.isFree(j) && isProven(bound + node.penalty(j))) {
                decided.add(new MedianProof.Decided(j, node.isSelected(j)));
            }
        }
        for (var one : decided) {
            node.decide(one.candidate(), one.open() ? MedianNode.OPEN : MedianNode.CLOSED);
        }
        return decided;
    }

    private boolean isProven(double bound) {
        return problem.rounded(bound) >= value * (1 - Certificate.ROUNDING);
    }

    private void tryChoice(int @Nullable [] choice) {
        if (choice == null || choice.length != problem.p()) {
            return;
        }
        var found = search.improved(choice);
        if (search.value() < value * (1 - Certificate.ROUNDING)) {
            open = found;
            value = problem.value(found);
        }
    }
}

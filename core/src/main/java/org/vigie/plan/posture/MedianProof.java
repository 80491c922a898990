package org.vigie.plan.posture;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Why no choice is better: one set of multipliers, or a tree of them when one does not suffice.
///
/// A step says which candidates its multipliers rule out or make necessary, because the bound of
/// the opposite passes the value; then it ends, goes on with other multipliers, or splits on one
/// candidate into chosen and not chosen. [CertificateCheck] goes through all of it.
public final class MedianProof {

    private final double[] multipliers;
    private final List<Decided> decided;
    private final int branch;
    private final @Nullable MedianProof ifOpen;
    private final @Nullable MedianProof otherwise;

    /// A candidate that can be decided, since the bound of the opposite is too high.
    ///
    /// @param open whether it is chosen in every better plan, or in none
    public record Decided(int candidate, boolean open) {}

    private MedianProof(
            double[] multipliers, List<Decided> decided, int branch, @Nullable MedianProof[] next) {
        this.multipliers = multipliers.clone();
        this.decided = List.copyOf(decided);
        this.branch = branch;
        this.ifOpen = next[0];
        this.otherwise = next[1];
    }

    static MedianProof end(double[] multipliers) {
        return end(multipliers, List.of());
    }

    static MedianProof end(double[] multipliers, List<Decided> decided) {
        return new MedianProof(multipliers, decided, -1, new MedianProof[] {null, null});
    }

    static MedianProof then(double[] multipliers, List<Decided> decided, MedianProof next) {
        return new MedianProof(multipliers, decided, -1, new MedianProof[] {null, next});
    }

    /// @param both the proof where the candidate is chosen, and where it is not
    static MedianProof split(
            double[] multipliers, List<Decided> decided, int candidate, MedianProof[] both) {
        return new MedianProof(
                multipliers, decided, candidate, new MedianProof[] {both[0], both[1]});
    }

    /// A multiplier for each place.
    public double[] multipliers() {
        return multipliers.clone();
    }

    /// What these multipliers decide.
    public List<Decided> decided() {
        return decided;
    }

    /// The candidate on which it splits, -1 when it does not.
    public int branch() {
        return branch;
    }

    /// Where the candidate of the split is chosen.
    @Nullable MedianProof ifOpen() {
        return ifOpen;
    }

    /// Where it is not; without a split, how it goes on.
    @Nullable MedianProof otherwise() {
        return otherwise;
    }

    /// How many sets of multipliers it consists of.
    public int size() {
        return 1
                + (ifOpen == null ? 0 : ifOpen.size())
                + (otherwise == null ? 0 : otherwise.size());
    }
}

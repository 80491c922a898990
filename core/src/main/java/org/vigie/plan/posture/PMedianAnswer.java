package org.vigie.plan.posture;

/// Which candidates are chosen, and how good that is.
public final class PMedianAnswer {

    private final int[] open;
    private final Certificate certificate;
    private final MedianProof proof;

    PMedianAnswer(int[] open, Certificate certificate, MedianProof proof) {
        this.open = open.clone();
        this.certificate = certificate;
        this.proof = proof;
    }

    /// The chosen candidates, ascending.
    public int[] open() {
        return open.clone();
    }

    /// Value, bound, gap, and of which model.
    public Certificate certificate() {
        return certificate;
    }

    /// What the bound rests on.
    public MedianProof proof() {
        return proof;
    }

    /// The same with the time that it took.
    public PMedianAnswer took(double seconds) {
        return new PMedianAnswer(open, certificate.took(seconds), proof);
    }
}

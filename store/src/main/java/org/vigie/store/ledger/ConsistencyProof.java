package org.vigie.store.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Proves that the ledger as it was signed once is the beginning of what was signed later: nothing
/// was changed, removed or inserted in between. Whoever kept the older checkpoint needs nothing
/// else.
///
/// @param format [#FORMAT]
/// @param publicKey that signed the checkpoints
/// @param older the signed note of the smaller size
/// @param newer the signed note of the larger size
/// @param path hashes in base64, in the order of RFC 9162, section 2.1.4
public record ConsistencyProof(
        String format, String publicKey, String older, String newer, List<String> path)
        implements Proof {

    /// What stands in the file.
    public static final String FORMAT = "vigie-consistency-1";

    public ConsistencyProof {
        path = List.copyOf(path);
        Proof.require("format", format, FORMAT);
        Proof.require("publicKey", publicKey);
        Proof.require("older", older);
        Proof.require("newer", newer);
    }

    @Override
    public Judgement check(@Nullable VerifyingKey trusted) {
        var before = Checkpoint.parse(older);
        var after = Checkpoint.parse(newer);
        var key = trusted == null ? VerifyingKey.parse(publicKey) : trusted;
        if (!before.signedBy(key) || !after.signedBy(key)) {
            return new Judgement.Fails("a checkpoint carries no valid signature of this key");
        }
        if (!before.origin().equals(after.origin())) {
            return new Judgement.Fails("the checkpoints are of two different ledgers");
        }
        if (!MerklePath.consistent(before.tree(), after.tree(), Proof.hashes(path))) {
            return new Judgement.Fails(
                    "the %s entries of the older checkpoint are not the beginning of the %s of the newer"
                            .formatted(before.size(), after.size()));
        }
        return new Judgement.Holds(
                "the first %s entries of %s are unchanged among its first %s"
                        .formatted(before.size(), before.origin(), after.size()));
    }
}

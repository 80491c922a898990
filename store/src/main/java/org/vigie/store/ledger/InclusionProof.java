package org.vigie.store.ledger;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.BadInput;

/// Proves that one entry stands in the ledger at its place, to somebody who has no access to the
/// ledger: a file of a few kilobytes that is checked with the public key alone.
///
/// It can be given without the entry: then it proves that an entry with this hash was recorded at
/// this time, and the entry itself can be shown to others, or later.
///
/// @param format [#FORMAT]
/// @param publicKey that signed the checkpoint; who checks should rather use one that they got on
///   another way
/// @param checkpoint the signed note
/// @param seq the entry's place
/// @param recordedAt when the system took it
/// @param entryHash SHA-256 of the entry's canonical JSON, in hex
/// @param entry its canonical JSON, or null
/// @param opening the body that the entry's commitment is of; null unless asked for
/// @param path hashes of the Merkle path in base64, from the leaf's sibling to the child of the
///   root
public record InclusionProof(
        String format,
        String publicKey,
        String checkpoint,
        long seq,
        Instant recordedAt,
        String entryHash,
        @Nullable String entry,
        @Nullable Opening opening,
        List<String> path)
        implements Proof {

    /// What stands in the file.
    public static final String FORMAT = "vigie-inclusion-1";

    public InclusionProof {
        path = List.copyOf(path);
        Proof.require("format", format, FORMAT);
        Proof.require("publicKey", publicKey);
        Proof.require("checkpoint", checkpoint);
        Proof.require("recordedAt", recordedAt);
        Proof.require("entryHash", entryHash);
    }

    /// What opens a commitment.
    ///
    /// @param body canonical JSON
    /// @param salt 32 bytes in hex
    public record Opening(String body, String salt) {

        public Opening {
            Proof.require("body", body);
            Proof.require("salt", salt);
        }
    }

    /// What of an entry is needed to check its commitment.
    ///
    /// @param commitment in hex
    public record Head(String id, @Nullable String commitment) {

        public Head {
            Proof.require("id", id);
        }
    }

    @Override
    public Judgement check(@Nullable VerifyingKey trusted) {
        var note = Checkpoint.parse(checkpoint);
        if (!note.signedBy(trusted == null ? VerifyingKey.parse(publicKey) : trusted)) {
            return new Judgement.Fails("the checkpoint carries no valid signature of this key");
        }
        if (!recordedAt.equals(CanonicalJson.cut(recordedAt))) {
            return new Judgement.Fails("its time is finer than what was hashed");
        }
        byte[] hash;
        try {
            hash = HexFormat.of().parseHex(entryHash);
        } catch (IllegalArgumentException e) {
            throw new BadInput("entryHash", entryHash, "32 bytes in hex", e);
        }
        if (entry != null
                && !Arrays.equals(
                        hash, LeafTree.sha256().digest(entry.getBytes(StandardCharsets.UTF_8)))) {
            return new Judgement.Fails("the entry is not the one that was recorded");
        }
        if (opening != null && !opens(opening)) {
            return new Judgement.Fails("the body is not the one that the entry was committed to");
        }
        var leaf = Seal.leaf(seq, recordedAt, hash);
        var place = new MerklePath.Place(seq, note.size());
        if (!MerklePath.included(leaf, place, Proof.hashes(path), note.tree().root())) {
            return new Judgement.Fails("the path does not lead from the entry to the checkpoint");
        }
        return new Judgement.Holds(
                "entry %s%s, recorded at %s, is one of the first %s of %s"
                        .formatted(seq, id(), recordedAt, note.size(), note.origin()));
    }

    private String id() {
        var text = entry;
        return text == null ? "" : " (" + head(text).id + ")";
    }

    private boolean opens(Opening opening) {
        var text = entry;
        if (text == null) {
            throw new BadInput("opening", null, "given together with the entry");
        }
        return BodyKey.commitment(opening).equals(head(text).commitment);
    }

    private static Head head(String entry) {
        return Proof.read(entry, Head.class);
    }
}

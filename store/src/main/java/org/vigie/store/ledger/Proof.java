package org.vigie.store.ledger;

import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.BadInput;

/// Something about the ledger that can be checked without it: one JSON object, described in
/// `docs/ledger-format.md`.
public sealed interface Proof permits InclusionProof, ConsistencyProof {

    /// What a check says.
    sealed interface Judgement {
        /// The proof holds.
        ///
        /// @param what is proven, one sentence
        record Holds(String what) implements Judgement {}

        /// The proof does not hold.
        ///
        /// @param why one sentence
        record Fails(String why) implements Judgement {}
    }

    /// Checks the proof with a key.
    ///
    /// @param trusted null: with the key that stands in the proof, which then proves only that it
    ///   fits itself
    Judgement check(@Nullable VerifyingKey trusted);

    /// As it is written in a file.
    default String json() {
        return CanonicalJson.of(this);
    }

    /// Reads what [#json] gave.
    static Proof parse(String json) {
        return switch (read(json, Format.class).format) {
            case InclusionProof.FORMAT -> read(json, InclusionProof.class);
            case ConsistencyProof.FORMAT -> read(json, ConsistencyProof.class);
            case String other ->
                    throw new BadInput(
                            "format of the proof",
                            other,
                            InclusionProof.FORMAT + " or " + ConsistencyProof.FORMAT);
        };
    }

    /// Which of the proofs it is.
    record Format(String format) {

        public Format {
            require("format", format);
        }
    }

    /// Reads a record of strangers: whatever is wrong with it is bad input.
    static <T> T read(String json, Class<T> type) {
        try {
            if (json.isBlank()) {
                throw new BadInput("proof", null, "one JSON object (the file is empty)");
            }
            return JsonReader.read(json.getBytes(java.nio.charset.StandardCharsets.UTF_8), type);
        } catch (JsonReader.Misfit e) {
            throw new BadInput("proof", null, "a proof of Vigie as it was written, whole", e);
        }
    }

    /// Refuses a file without this member.
    ///
    /// @param value null when the file does not have it
    static void require(String member, @Nullable Object value) {
        if (value == null) {
            throw new BadInput(member, null, "in the proof");
        }
    }

    /// The same for a member that can be one thing only.
    static void require(String member, @Nullable String value, String only) {
        if (!only.equals(value)) {
            throw new BadInput(member, value, only);
        }
    }

    /// The hashes of a path.
    static List<byte[]> hashes(List<String> path) {
        return path.stream().map(Proof::hash).toList();
    }

    private static byte[] hash(String base64) {
        try {
            var hash = Base64.getDecoder().decode(base64);
            if (hash.length == LeafTree.HASH_BYTES) {
                return hash;
            }
            throw new BadInput("path", base64, "hashes of 32 bytes in base64");
        } catch (BadInput e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new BadInput("path", base64, "hashes of 32 bytes in base64", e);
        }
    }
}

package org.vigie.store.ledger;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.vigie.geo.BadInput;

/// A statement "this ledger had `size` entries and this root", with signatures: the
/// `tlog-checkpoint` of C2SP, a signed note.
///
/// @param origin which ledger, e.g. `vigie.org/ledger/0198…`
/// @param size number of entries
/// @param root root hash of the Merkle tree over their leaves, 32 bytes in base64
/// @param signatures lines `— name base64`, without their line ends
public record Checkpoint(String origin, long size, String root, List<String> signatures) {

    static final String SIGNATURE_MARK = "\u2014 ";

    public Checkpoint {
        signatures = List.copyOf(signatures);
    }

    static Checkpoint of(String origin, LeafTree tree) {
        return new Checkpoint(origin, tree.size(), base64(tree.root()), List.of());
    }

    boolean fits(LeafTree tree) {
        return root.equals(base64(tree.root()));
    }

    private static String base64(byte[] hash) {
        return Base64.getEncoder().encodeToString(hash);
    }

    /// The text that is signed.
    String body() {
        return origin + "\n" + size + "\n" + root + "\n";
    }

    Checkpoint signed(SigningKey key) {
        var body = body().getBytes(StandardCharsets.UTF_8);
        return new Checkpoint(
                origin, size, root, List.of(SIGNATURE_MARK + key.name() + " " + key.sign(body)));
    }

    /// The whole note, as it is stored and handed out.
    public String note() {
        return body() + "\n" + String.join("\n", signatures) + "\n";
    }

    /// Reads a note.
    public static Checkpoint parse(String note) {
        var lines = note.lines().toList();
        if (lines.size() < 5 || !lines.get(3).isEmpty()) {
            throw new BadInput(
                    "checkpoint",
                    null,
                    "a signed note: origin, size, root, an empty line, signatures");
        }
        var signatures = new ArrayList<String>();
        for (var line : lines.subList(4, lines.size())) {
            if (line.startsWith(SIGNATURE_MARK)) {
                signatures.add(line);
            }
        }
        try {
            return new Checkpoint(
                    lines.get(0), Long.parseLong(lines.get(1)), lines.get(2), signatures);
        } catch (NumberFormatException e) {
            throw new BadInput("size of the checkpoint", lines.get(1), "a number of entries", e);
        }
    }

    boolean signedBy(VerifyingKey key) {
        var body = body().getBytes(StandardCharsets.UTF_8);
        return signatures.stream().anyMatch(line -> key.verifies(line, body));
    }
}

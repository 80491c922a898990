package org.vigie.store.ledger;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
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

    private static final Pattern SIGNATURE =
            Pattern.compile(SIGNATURE_MARK + "[^ \\p{Z}]+ [A-Za-z0-9+/=]+");

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

    /// Reads a note. Lines beyond the root are refused: this ledger writes none, and the format
    /// advises against them.
    public static Checkpoint parse(String note) {
        var lines = note.replace("\r\n", "\n").strip();
        int gap = lines.lastIndexOf("\n\n");
        var text = gap < 0 ? new String[0] : lines.substring(0, gap).split("\n", -1);
        if (text.length != 3
                || text[0].isEmpty()
                || lines.chars().anyMatch(c -> c < ' ' && c != '\n')
                || root(text[2]).length != LeafTree.HASH_BYTES) {
            throw new BadInput(
                    "checkpoint",
                    null,
                    "a signed note: origin, size, root, an empty line, signatures");
        }
        var signatures = new ArrayList<String>();
        for (var line : lines.substring(gap + 2).split("\n", -1)) {
            if (SIGNATURE.matcher(line).matches()) {
                signatures.add(line);
            }
        }
        return new Checkpoint(text[0], size(text[1]), text[2], signatures);
    }

    /// Another way to write the same number would be another text under the same signature.
    private static long size(String text) {
        if (!text.matches("0|[1-9][0-9]{0,17}")) {
            throw new BadInput("size of the checkpoint", text, "a number of entries");
        }
        return Long.parseLong(text);
    }

    private static byte[] root(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new BadInput("root of the checkpoint", base64, "32 bytes in base64", e);
        }
    }

    MerklePath.Tree tree() {
        return new MerklePath.Tree(size, root(root));
    }

    boolean signedBy(VerifyingKey key) {
        var body = body().getBytes(StandardCharsets.UTF_8);
        return signatures.stream().anyMatch(line -> key.verifies(line, body));
    }
}

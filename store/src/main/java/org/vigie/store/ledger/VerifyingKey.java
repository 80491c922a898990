package org.vigie.store.ledger;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.vigie.geo.BadInput;

/// The public half of a signing key, written as the signed-note format wants it:
/// `name+id+base64(0x01 ‖ key)`, where the id is the first four bytes of SHA-256(name ‖ newline ‖
/// 0x01 ‖ key) in hex.
public final class VerifyingKey {

    private static final byte ED25519 = 1;
    private static final int ID_BYTES = 4;
    private static final int KEY_BYTES = 32;

    /// What stands before the 32 bytes of an Ed25519 key in its X.509 form (RFC 8410).
    private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private final String name;
    private final byte[] raw;

    private VerifyingKey(String name, byte[] raw) {
        this.name = name;
        this.raw = raw;
    }

    static VerifyingKey of(String name, byte[] raw) {
        return new VerifyingKey(name, raw.clone());
    }

    /// Reads `name+id+base64`.
    public static VerifyingKey parse(String text) {
        var parts = text.strip().split("\\+", 3);
        if (parts.length == 3) {
            try {
                var typed = Base64.getDecoder().decode(parts[2]);
                var key = new VerifyingKey(parts[0], Arrays.copyOfRange(typed, 1, typed.length));
                if (typed.length == KEY_BYTES + 1
                        && typed[0] == ED25519
                        && HexFormat.of().formatHex(key.id()).equals(parts[1])) {
                    return key;
                }
            } catch (IllegalArgumentException e) {
                throw new BadInput("public key", text, "name+id+base64 of an Ed25519 key", e);
            }
        }
        throw new BadInput("public key", text, "name+id+base64 of an Ed25519 key");
    }

    String name() {
        return name;
    }

    byte[] id() {
        var digest = LeafTree.sha256();
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
        digest.update(ED25519);
        return Arrays.copyOf(digest.digest(raw), ID_BYTES);
    }

    /// Whether a signature line (`— name base64`) is this key's over the message.
    boolean verifies(String line, byte[] message) {
        var parts = line.split(" ", -1);
        if (parts.length != 3 || !parts[1].equals(name)) {
            return false;
        }
        try {
            var both = Base64.getDecoder().decode(parts[2]);
            if (both.length <= ID_BYTES || !Arrays.equals(Arrays.copyOf(both, ID_BYTES), id())) {
                return false;
            }
            var signature = Signature.getInstance("Ed25519");
            signature.initVerify(key());
            signature.update(message);
            return signature.verify(both, ID_BYTES, both.length - ID_BYTES);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    private PublicKey key() throws GeneralSecurityException {
        var encoded = Arrays.copyOf(X509_PREFIX, X509_PREFIX.length + raw.length);
        System.arraycopy(raw, 0, encoded, X509_PREFIX.length, raw.length);
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    }

    @Override
    public String toString() {
        var typed = new byte[raw.length + 1];
        typed[0] = ED25519;
        System.arraycopy(raw, 0, typed, 1, raw.length);
        return name
                + "+"
                + HexFormat.of().formatHex(id())
                + "+"
                + Base64.getEncoder().encodeToString(typed);
    }
}

package org.vigie.store.ledger;

import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// AES-256-GCM with keys that encrypt one text and nothing else, so the nonce is always twelve
/// zeros. What the text is of is authenticated with it, so that it cannot be moved elsewhere.
final class Aes {

    /// Bytes of a key.
    static final int KEY_BYTES = 32;

    private static final int TAG_BITS = 128;
    private static final byte[] NONCE = new byte[12];
    private static final ThreadLocal<Cipher> CIPHER = ThreadLocal.withInitial(Aes::cipher);

    private Aes() {}

    static byte[] seal(byte[] key, byte[] of, byte[] text) {
        try {
            return run(Cipher.ENCRYPT_MODE, key, of, text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM must encrypt with a key of 32 bytes", e);
        }
    }

    /// The text; empty when it, its key or what it is of was changed.
    static Optional<byte[]> open(byte[] key, byte[] of, byte[] secret) {
        try {
            return Optional.of(run(Cipher.DECRYPT_MODE, key, of, secret));
        } catch (GeneralSecurityException changed) {
            return Optional.empty();
        }
    }

    private static byte[] run(int mode, byte[] key, byte[] of, byte[] text)
            throws GeneralSecurityException {
        var cipher = CIPHER.get();
        cipher.init(
                mode,
                new SecretKeySpec(key, 0, Math.min(key.length, KEY_BYTES), "AES"),
                new GCMParameterSpec(TAG_BITS, NONCE));
        cipher.updateAAD(of);
        return cipher.doFinal(text);
    }

    private static Cipher cipher() {
        try {
            return Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-GCM", e);
        }
    }
}

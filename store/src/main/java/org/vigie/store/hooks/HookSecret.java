package org.vigie.store.hooks;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The secret of a webhook, written `whsec_` and base64, as the Standard Webhooks have it. It must
/// be at hand to sign with, so nothing but the rights of the file protects it.
///
/// Source: Standard Webhooks, version 1.0, *Signature scheme*: HMAC-SHA256 over id, time and body.
public final class HookSecret {

    private static final String PREFIX = "whsec_";
    private static final int BYTES = 32;
    private static final String ALGORITHM = "HmacSHA256";

    private final byte[] bytes;

    private HookSecret(byte[] bytes) {
        this.bytes = bytes;
    }

    /// A new one.
    ///
    /// @param chance the system's own source, as a secret needs
    public static HookSecret fresh(RandomGenerator chance) {
        var bytes = new byte[BYTES];
        chance.nextBytes(bytes);
        return new HookSecret(bytes);
    }

    /// The one that is written so.
    static HookSecret parse(String text) {
        return new HookSecret(Base64.getDecoder().decode(text.substring(PREFIX.length())));
    }

    /// As a receiver is given it, once.
    public String text() {
        return PREFIX + Base64.getEncoder().encodeToString(bytes);
    }

    /// What stands in the header `webhook-signature`.
    ///
    /// @param id of the message; the same at each try
    /// @param at the time of this try
    public String sign(String id, Instant at, byte[] body) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(bytes, ALGORITHM));
            mac.update((id + "." + at.getEpochSecond() + ".").getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
        }
    }

    /// Without the secret: records print themselves into logs.
    @Override
    public String toString() {
        return PREFIX + "…";
    }
}

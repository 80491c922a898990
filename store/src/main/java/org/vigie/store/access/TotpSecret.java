package org.vigie.store.access;

/// The secret that a telephone and the server share (RFC 6238). It prints itself into no log.
public final class TotpSecret {

    private final byte[] bytes;

    private TotpSecret(byte[] bytes) {
        this.bytes = bytes;
    }

    /// The secret of these bytes.
    public static TotpSecret of(byte[] bytes) {
        return new TotpSecret(bytes.clone());
    }

    /// Its bytes.
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public String toString() {
        return "TotpSecret";
    }
}

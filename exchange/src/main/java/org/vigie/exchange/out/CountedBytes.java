package org.vigie.exchange.out;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Bytes on their way out, counted and hashed. Closing it does not close what is behind it: whoever
/// gave that closes it.
final class CountedBytes extends FilterOutputStream {

    private final MessageDigest sha256;
    private long count;

    CountedBytes(OutputStream out) {
        super(out);
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public void write(int letter) throws IOException {
        out.write(letter);
        sha256.update((byte) letter);
        count++;
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        out.write(bytes, from, length);
        sha256.update(bytes, from, length);
        count += length;
    }

    long count() {
        return count;
    }

    /// After the last byte.
    String sha256() {
        return HexFormat.of().formatHex(sha256.digest());
    }

    @Override
    public void close() throws IOException {
        out.flush();
    }
}

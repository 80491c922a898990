package org.vigie.plan.posture;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// SHA-256 over the arrays of a model, in one order: two models of the same hash are the same
/// model.
final class ModelHash {

    private final MessageDigest digest;
    private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16);

    ModelHash(String kind) {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
        add(kind);
    }

    ModelHash add(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        add(bytes.length);
        flush();
        digest.update(bytes);
        return this;
    }

    ModelHash add(long number) {
        if (buffer.remaining() < Long.BYTES) {
            flush();
        }
        buffer.putLong(number);
        return this;
    }

    ModelHash add(double number) {
        return add(Double.doubleToLongBits(number));
    }

    ModelHash add(double[] numbers) {
        add(numbers.length);
        for (double number : numbers) {
            add(number);
        }
        return this;
    }

    ModelHash add(int[] numbers) {
        add(numbers.length);
        for (int number : numbers) {
            add(number);
        }
        return this;
    }

    ModelHash add(long[] numbers) {
        add(numbers.length);
        for (long number : numbers) {
            add(number);
        }
        return this;
    }

    /// In hexadecimal, 64 characters.
    String hex() {
        flush();
        return HexFormat.of().formatHex(digest.digest());
    }

    private void flush() {
        digest.update(buffer.flip());
        buffer.clear();
    }
}

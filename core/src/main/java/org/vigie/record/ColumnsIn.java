package org.vigie.record;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads what [ColumnsOut] wrote, in the same order.
final class ColumnsIn {

    private static final int CHUNK = 1 << 16;

    /// No dictionary word is longer; a longer one is not ours.
    private static final int TEXT_BYTES_MAX = 1 << 24;

    private final DataInputStream in;
    private final byte[] buffer = new byte[CHUNK * Long.BYTES];

    ColumnsIn(InputStream from) {
        this.in = new DataInputStream(from);
    }

    /// Reads one value of a dictionary.
    interface Part<T> {
        T read(ColumnsIn in) throws IOException;
    }

    <T> List<T> list(Part<T> part) throws IOException {
        int size = count();
        var values = new ArrayList<T>(Math.min(size, CHUNK));
        for (int i = 0; i < size; i++) {
            values.add(part.read(this));
        }
        return values;
    }

    /// A number of things: never negative.
    int count() throws IOException {
        int count = in.readInt();
        if (count < 0) {
            throw new IOException("not a file of columns: a count below zero");
        }
        return count;
    }

    int number() throws IOException {
        return in.readInt();
    }

    long longNumber() throws IOException {
        return in.readLong();
    }

    double decimal() throws IOException {
        return in.readDouble();
    }

    @Nullable Integer figure() throws IOException {
        int value = in.readInt();
        return value == Accounts.UNSTATED ? null : value;
    }

    String text() throws IOException {
        int length = count();
        if (length > TEXT_BYTES_MAX) {
            throw new IOException("not a file of columns: a word of " + length + " bytes");
        }
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    @Nullable UUID id() throws IOException {
        return in.readBoolean() ? new UUID(in.readLong(), in.readLong()) : null;
    }

    /// Numbers of entries of a dictionary.
    ///
    /// @param below how many entries it has
    int[] numbers(int size, int below) throws IOException {
        var values = ints(size);
        for (int value : values) {
            requireBelow(below, value);
        }
        return values;
    }

    /// @throws IOException when a number is not one of so many
    static void requireBelow(int below, int value) throws IOException {
        if (value < 0 || value >= below) {
            throw new IOException("not a file of columns: number " + value + " of " + below);
        }
    }

    // A column grows with what is read: a count that was damaged must not take memory for rows that
    // the file does not hold.

    int[] ints(int size) throws IOException {
        var values = new int[Math.min(size, CHUNK)];
        for (int from = 0; from < size; from += CHUNK) {
            int count = Math.min(CHUNK, size - from);
            in.readFully(buffer, 0, count * Integer.BYTES);
            if (from + count > values.length) {
                values = Arrays.copyOf(values, grown(values.length, size));
            }
            ByteBuffer.wrap(buffer).asIntBuffer().get(values, from, count);
        }
        return values;
    }

    short[] shorts(int size) throws IOException {
        var values = new short[Math.min(size, CHUNK)];
        for (int from = 0; from < size; from += CHUNK) {
            int count = Math.min(CHUNK, size - from);
            in.readFully(buffer, 0, count * Short.BYTES);
            if (from + count > values.length) {
                values = Arrays.copyOf(values, grown(values.length, size));
            }
            ByteBuffer.wrap(buffer).asShortBuffer().get(values, from, count);
        }
        return values;
    }

    long[] longs(int size) throws IOException {
        var values = new long[Math.min(size, CHUNK)];
        for (int from = 0; from < size; from += CHUNK) {
            int count = Math.min(CHUNK, size - from);
            in.readFully(buffer, 0, count * Long.BYTES);
            if (from + count > values.length) {
                values = Arrays.copyOf(values, grown(values.length, size));
            }
            ByteBuffer.wrap(buffer).asLongBuffer().get(values, from, count);
        }
        return values;
    }

    byte[] bytes(int size) throws IOException {
        var values = in.readNBytes(size);
        if (values.length < size) {
            throw new EOFException("not a file of columns: it breaks off");
        }
        return values;
    }

    private static int grown(int length, int size) {
        return (int) Math.min(size, 2L * length);
    }
}

package org.vigie.record;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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

    int[] ints(int size) throws IOException {
        var values = new int[size];
        for (int from = 0; from < size; from += CHUNK) {
            int count = Math.min(CHUNK, size - from);
            in.readFully(buffer, 0, count * Integer.BYTES);
            ByteBuffer.wrap(buffer).asIntBuffer().get(values, from, count);
        }
        return values;
    }

    short[] shorts(int size) throws IOException {
        var values = new short[size];
        for (int from = 0; from < size; from += CHUNK) {
            int count = Math.min(CHUNK, size - from);
            in.readFully(buffer, 0, count * Short.BYTES);
            ByteBuffer.wrap(buffer).asShortBuffer().get(values, from, count);
        }
        return values;
    }

    long[] longs(int size) throws IOException {
        var values = new long[size];
        for (int from = 0; from < size; from += CHUNK) {
            int count = Math.min(CHUNK, size - from);
            in.readFully(buffer, 0, count * Long.BYTES);
            ByteBuffer.wrap(buffer).asLongBuffer().get(values, from, count);
        }
        return values;
    }

    byte[] bytes(int size) throws IOException {
        var values = new byte[size];
        in.readFully(values);
        return values;
    }
}

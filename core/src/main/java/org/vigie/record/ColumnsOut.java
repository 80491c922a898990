package org.vigie.record;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Writes columns and dictionaries in a row, to be read back by [ColumnsIn] in the same order.
final class ColumnsOut {

    private static final int CHUNK = 1 << 16;

    private final DataOutputStream out;
    private final ByteBuffer buffer = ByteBuffer.allocate(CHUNK * Long.BYTES);

    ColumnsOut(OutputStream to) {
        this.out = new DataOutputStream(to);
    }

    /// Writes one value of a dictionary.
    interface Part<T> {
        void write(ColumnsOut out, T value) throws IOException;
    }

    <T> void list(List<T> values, Part<T> part) throws IOException {
        number(values.size());
        for (var value : values) {
            part.write(this, value);
        }
    }

    void number(int value) throws IOException {
        out.writeInt(value);
    }

    void number(long value) throws IOException {
        out.writeLong(value);
    }

    void number(double value) throws IOException {
        out.writeDouble(value);
    }

    void number(@Nullable Integer value) throws IOException {
        out.writeInt(Accounts.orUnstated(value));
    }

    /// Of any length, unlike `writeUTF`.
    void text(String value) throws IOException {
        var bytes = value.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    void id(@Nullable UUID value) throws IOException {
        out.writeBoolean(value != null);
        if (value != null) {
            out.writeLong(value.getMostSignificantBits());
            out.writeLong(value.getLeastSignificantBits());
        }
    }

    void column(int[] values, int size) throws IOException {
        for (int from = 0; from < size; from += CHUNK) {
            int count = Math.min(CHUNK, size - from);
            buffer.asIntBuffer().put(values, from, count);
            out.write(buffer.array(), 0, count * Integer.BYTES);
        }
    }

    void column(short[] values, int size) throws IOException {
        for (int from = 0; from < size; from += CHUNK) {
            int count = Math.min(CHUNK, size - from);
            buffer.asShortBuffer().put(values, from, count);
            out.write(buffer.array(), 0, count * Short.BYTES);
        }
    }

    void column(long[] values, int size) throws IOException {
        for (int from = 0; from < size; from += CHUNK) {
            int count = Math.min(CHUNK, size - from);
            buffer.asLongBuffer().put(values, from, count);
            out.write(buffer.array(), 0, count * Long.BYTES);
        }
    }

    void column(byte[] values, int size) throws IOException {
        out.write(values, 0, size);
    }

    void flush() throws IOException {
        out.flush();
    }
}

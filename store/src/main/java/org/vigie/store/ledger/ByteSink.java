package org.vigie.store.ledger;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Bytes that are written one after another and used again: what JSON, hashes and COPY are made in.
/// Numbers are written with the highest byte first, as PostgreSQL's binary COPY wants them.
final class ByteSink {

    private static final VarHandle EIGHT =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;

    private byte[] bytes;
    private int size;

    ByteSink(int capacity) {
        this.bytes = new byte[capacity];
    }

    int size() {
        return size;
    }

    /// The bytes written so far, in an array that may be longer; valid until the next write.
    byte[] array() {
        return bytes;
    }

    byte[] copy() {
        return Arrays.copyOf(bytes, size);
    }

    /// Forgets what came after the first `length` bytes.
    void cut(int length) {
        size = length;
    }

    ByteSink put(int one) {
        room(1);
        bytes[size++] = (byte) one;
        return this;
    }

    ByteSink put(byte[] all) {
        return put(all, 0, all.length);
    }

    ByteSink put(byte[] from, int offset, int length) {
        room(length);
        System.arraycopy(from, offset, bytes, size, length);
        size += length;
        return this;
    }

    /// A number below 100 with a zero before it if need be.
    ByteSink putTwoDigits(int number) {
        return put('0' + number / 10).put('0' + number % 10);
    }

    ByteSink putShort(int value) {
        room(2);
        bytes[size++] = (byte) (value >> 8);
        bytes[size++] = (byte) value;
        return this;
    }

    ByteSink putInt(int value) {
        room(4);
        setInt(size, value);
        size += 4;
        return this;
    }

    ByteSink putLong(long value) {
        return putInt((int) (value >> 32)).putInt((int) value);
    }

    /// Writes over four bytes that are there already.
    void setInt(int offset, int value) {
        bytes[offset] = (byte) (value >> 24);
        bytes[offset + 1] = (byte) (value >> 16);
        bytes[offset + 2] = (byte) (value >> 8);
        bytes[offset + 3] = (byte) value;
    }

    /// UTF-8. Half of a character, which no text may hold, becomes a question mark.
    ByteSink put(String text) {
        return put(text.getBytes(StandardCharsets.UTF_8));
    }

    /// Writes the longest beginning of `text` from `from` on that is plain in JSON: ASCII without
    /// quotation marks, backslashes and control characters. Tells where it ends.
    int putPlain(String text, int from) {
        int length = text.length();
        if (from == 0) {
            // Whole texts, the rule, go by eight bytes at a time.
            var whole = text.getBytes(StandardCharsets.UTF_8);
            if (whole.length == length && isPlain(whole)) {
                put(whole);
                return length;
            }
        }
        room(length - from);
        var to = bytes;
        int at = size;
        int i = from;
        for (; i < length; i++) {
            char c = text.charAt(i);
            if (c >= 0x80 || c < 0x20 || c == '"' || c == '\\') {
                break;
            }
            to[at++] = (byte) c;
        }
        size = at;
        return i;
    }

    /// Whether no byte needs a second look: a question mark does, because half of a character
    /// becomes one.
    private static boolean isPlain(byte[] text) {
        int at = 0;
        for (; at + Long.BYTES <= text.length; at += Long.BYTES) {
            long eight = (long) EIGHT.get(text, at);
            long special =
                    (eight - ' ' * ONES)
                            | holds(eight, '"')
                            | holds(eight, '\\')
                            | holds(eight, '?')
                            | eight;
            if ((special & HIGH_BITS) != 0) {
                return false;
            }
        }
        for (; at < text.length; at++) {
            byte one = text[at];
            if (one < 0x20 || one == '"' || one == '\\' || one == '?') {
                return false;
            }
        }
        return true;
    }

    /// The highest bit of a byte is set where one of eight, all below 0x80, is `letter`.
    private static long holds(long eight, char letter) {
        return (eight ^ letter * ONES) - ONES;
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}

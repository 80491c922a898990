package org.vigie.exchange.imports;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Passes over the bytes of a file that need no thought, eight at a time.
///
/// A byte of eight is zero where `(x - 0x01) & ~x & 0x80` is not, up to and including the lowest; a
/// byte is below a limit in the same way (Warren, Hacker's Delight, 6-1).
final class ByteRuns {

    private static final VarHandle EIGHT =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long SPACES = ' ' * ONES;

    private final byte[] ends;
    private final long first;
    private final long second;
    private final long third;
    private final long fourth;

    /// Runs that end before one of four bytes.
    ByteRuns(byte first, byte second, byte third, byte fourth) {
        this.ends = new byte[] {first, second, third, fourth};
        this.first = (first & 0xFF) * ONES;
        this.second = (second & 0xFF) * ONES;
        this.third = (third & 0xFF) * ONES;
        this.fourth = (fourth & 0xFF) * ONES;
    }

    /// Where the run that begins at `from` ends.
    int end(byte[] bytes, int from, int length) {
        int at = from;
        for (; at + Long.BYTES <= length; at += Long.BYTES) {
            long eight = (long) EIGHT.get(bytes, at);
            long found =
                    zero(eight ^ first)
                            | zero(eight ^ second)
                            | zero(eight ^ third)
                            | zero(eight ^ fourth);
            if (found != 0) {
                return at + Long.numberOfTrailingZeros(found) / Byte.SIZE;
            }
        }
        while (at < length && !ends(bytes[at])) {
            at++;
        }
        return at;
    }

    private boolean ends(byte one) {
        return one == ends[0] || one == ends[1] || one == ends[2] || one == ends[3];
    }

    private static long zero(long eight) {
        return (eight - ONES) & ~eight & HIGH_BITS;
    }

    /// Where the run of bytes that are no ASCII control characters ends.
    static int controlFree(byte[] bytes, int from, int length) {
        int at = from;
        for (; at + Long.BYTES <= length; at += Long.BYTES) {
            long eight = (long) EIGHT.get(bytes, at);
            long found = (eight - SPACES) & ~eight & HIGH_BITS;
            if (found != 0) {
                return at + Long.numberOfTrailingZeros(found) / Byte.SIZE;
            }
        }
        while (at < length && (bytes[at] < 0 || bytes[at] >= ' ')) {
            at++;
        }
        return at;
    }

    /// Whether all bytes are ASCII.
    static boolean ascii(byte[] bytes, int length) {
        long all = 0;
        int at = 0;
        for (; at + Long.BYTES <= length; at += Long.BYTES) {
            all |= (long) EIGHT.get(bytes, at);
        }
        for (; at < length; at++) {
            all |= bytes[at];
        }
        return (all & HIGH_BITS) == 0;
    }
}

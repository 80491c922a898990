package org.vigie.roads;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/// Looks over the blocks of a binary extract before anybody makes room for what they claim to hold:
/// a file of a hundred bytes may say that it unpacks to two gigabytes.
///
/// Source: PBF format, OpenStreetMap wiki: the head of a block has at most 64 KiB, its data, packed
/// and unpacked, at most 32 MiB. Cost: one pass over the file, and no memory.
final class PbfBlocks {

    static final int HEAD_MAX = 64 * 1_024;
    static final int DATA_MAX = 32 * 1_024 * 1_024;

    private static final int BITS = 7;
    private static final int VARINT_BYTES_MAX = 10;

    private final DataInputStream in;

    /// Bytes that are left of the message that is being read.
    private long left;

    private PbfBlocks(InputStream in) {
        this.in = new DataInputStream(new BufferedInputStream(in));
    }

    /// What is wrong with the blocks, as a sentence; null when nothing is.
    static @Nullable String problem(InputStream in) throws IOException {
        return new PbfBlocks(in).problem();
    }

    private @Nullable String problem() throws IOException {
        for (int block = 1; ; block++) {
            int first = in.read();
            if (first < 0) {
                return null;
            }
            try {
                long size = length(first);
                if (size < 0 || size > HEAD_MAX) {
                    return said(block, "a head of " + size + " bytes", "64 KiB");
                }
                long data = field(size, 3);
                if (data < 0 || data > DATA_MAX) {
                    return said(block, data + " bytes of data", "32 MiB");
                }
                long unpacked = field(data, 2);
                if (unpacked > DATA_MAX || unpacked < -1) {
                    return said(block, unpacked + " bytes unpacked", "32 MiB");
                }
            } catch (EOFException e) {
                return "block " + block + " is cut off";
            }
        }
    }

    private static String said(int block, String claim, String most) {
        return "block " + block + " claims " + claim + ", more than the " + most + " of the format";
    }

    private long length(int first) throws IOException {
        return ((long) first << 24)
                | (in.readUnsignedByte() << 16)
                | (in.readUnsignedByte() << 8)
                | in.readUnsignedByte();
    }

    /// The last number of that field of a message of a size, -1 where it has none. Every byte of
    /// the message is read.
    private long field(long size, int wanted) throws IOException {
        left = size;
        long found = -1;
        while (left > 0) {
            long tag = varint();
            switch ((int) (tag & 7)) {
                case 0 -> {
                    long value = varint();
                    found = tag >>> 3 == wanted ? value : found;
                }
                case 1 -> skip(8);
                case 2 -> skip(varint());
                case 5 -> skip(4);
                default -> throw new EOFException("no such type of field");
            }
        }
        return found;
    }

    private long varint() throws IOException {
        long value = 0;
        for (int i = 0; i < VARINT_BYTES_MAX; i++) {
            if (left-- <= 0) {
                throw new EOFException("a number beyond its message");
            }
            int next = in.readUnsignedByte();
            value |= (long) (next & 0x7f) << (BITS * i);
            if (next < 0x80) {
                return value;
            }
        }
        throw new EOFException("a number of more than ten bytes");
    }

    private void skip(long bytes) throws IOException {
        if (bytes < 0 || bytes > left) {
            throw new EOFException("a field beyond its message");
        }
        in.skipNBytes(bytes);
        left -= bytes;
    }
}

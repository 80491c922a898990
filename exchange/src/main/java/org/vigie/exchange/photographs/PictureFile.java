package org.vigie.exchange.photographs;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/// A picture taken apart: what makes up the picture, and what the camera wrote about it.
///
/// @param mediaType `image/jpeg` or `image/png`
/// @param width in pixels, from the header
/// @param height in pixels
/// @param scans how often the pixels are gone over: a JPEG can be sent in many passes
/// @param picture a file of the same sort that holds the picture and nothing about it
/// @param exif what the camera wrote, as a TIFF; empty when it wrote nothing
@SuppressWarnings("ArrayRecordComponent") // never compared
record PictureFile(
        String mediaType, int width, int height, int scans, byte[] picture, byte[] exif) {

    static final String JPEG = "image/jpeg";
    static final String PNG = "image/png";

    private static final int EXIF_BYTES_MAX = 64 << 10;
    private static final byte[] NONE = {};

    private static final byte[] PNG_BEGIN = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    /// What of a PNG is the picture itself.
    private static final Set<String> PNG_PICTURE = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");

    private static final byte[] EXIF_BEGIN = {'E', 'x', 'i', 'f', 0, 0};
    private static final byte[] JFIF_BEGIN = {'J', 'F', 'I', 'F', 0};

    /// A header that says nothing but that the colours are those of JFIF.
    private static final byte[] JFIF = {
        (byte) 0xFF, (byte) 0xE0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0
    };

    private static final int START = 0xD8;
    private static final int END = 0xD9;
    private static final int SCAN = 0xDA;
    private static final int COMMENT = 0xFE;
    private static final int APP_FIRST = 0xE0;
    private static final int APP_LAST = 0xEF;
    private static final int EXIF_SEGMENT = 0xE1;

    /// Says how colours are coded; without it they would be wrong.
    private static final int ADOBE = 0xEE;

    private static final int ADOBE_BYTES = 14;

    /// Empty when it is neither, or is not whole as far as it must be to say how large it is.
    static Optional<PictureFile> of(byte[] bytes) {
        if (begins(bytes, 0, PNG_BEGIN)) {
            return png(bytes);
        }
        boolean jpeg = bytes.length > 2 && at(bytes, 0) == 0xFF && at(bytes, 1) == START;
        return jpeg ? new Jpeg(bytes).read() : Optional.empty();
    }

    private static Optional<PictureFile> png(byte[] bytes) {
        var picture = new ByteArrayOutputStream(bytes.length);
        picture.write(bytes, 0, PNG_BEGIN.length);
        var exif = NONE;
        int width = 0;
        int height = 0;
        int overhead = 3 * Integer.BYTES; // length, name and check sum
        for (int at = PNG_BEGIN.length; at <= bytes.length - overhead; ) {
            int length = ByteBuffer.wrap(bytes).getInt(at);
            if (length < 0 || length > bytes.length - at - overhead) {
                break;
            }
            var name = new String(bytes, at + 4, 4, StandardCharsets.ISO_8859_1);
            if (name.equals("IHDR") && width == 0 && length == 13) {
                width = ByteBuffer.wrap(bytes).getInt(at + 8);
                height = ByteBuffer.wrap(bytes).getInt(at + 12);
            }
            if (name.equals("eXIf") && exif.length == 0 && length <= EXIF_BYTES_MAX) {
                exif = Arrays.copyOfRange(bytes, at + 8, at + 8 + length);
            }
            if (PNG_PICTURE.contains(name)) {
                picture.write(bytes, at, length + overhead);
            }
            at += length + overhead;
        }
        return width <= 0 || height <= 0
                ? Optional.empty()
                : Optional.of(new PictureFile(PNG, width, height, 1, picture.toByteArray(), exif));
    }

    /// One pass over the segments of a JPEG.
    private static final class Jpeg {

        private final byte[] bytes;
        private final ByteArrayOutputStream picture;
        private byte[] exif = NONE;
        private int width;
        private int height;

        Jpeg(byte[] bytes) {
            this.bytes = bytes;
            this.picture = new ByteArrayOutputStream(bytes.length);
        }

        Optional<PictureFile> read() {
            picture.write(bytes, 0, 2);
            int at = 2;
            while (at < bytes.length - 3 && at(bytes, at) == 0xFF) {
                int marker = at(bytes, at + 1);
                if (marker == 0xFF) {
                    at++; // may be filled up
                    continue;
                }
                if (marker == SCAN) {
                    return scans(at);
                }
                int length = at(bytes, at + 2) << 8 | at(bytes, at + 3);
                if (marker == END || length < 2 || at + 2 + length > bytes.length) {
                    return Optional.empty();
                }
                segment(marker, at, length + 2);
                at += 2 + length;
            }
            return Optional.empty();
        }

        /// @param length with marker and length
        private void segment(int marker, int from, int length) {
            int body = from + 4;
            if (isFrame(marker) && length >= 9 && width == 0) {
                height = at(bytes, from + 5) << 8 | at(bytes, from + 6);
                width = at(bytes, from + 7) << 8 | at(bytes, from + 8);
            }
            if (marker == EXIF_SEGMENT && exif.length == 0 && begins(bytes, body, EXIF_BEGIN)) {
                exif = Arrays.copyOfRange(bytes, body + EXIF_BEGIN.length, from + length);
            } else if (marker == APP_FIRST && begins(bytes, body, JFIF_BEGIN)) {
                picture.write(JFIF, 0, JFIF.length);
            }
            boolean told = (marker >= APP_FIRST && marker <= APP_LAST) || marker == COMMENT;
            boolean colours = marker == ADOBE && length == ADOBE_BYTES + 2;
            if (!told || colours) {
                picture.write(bytes, from, length);
            }
        }

        private Optional<PictureFile> scans(int from) {
            picture.write(bytes, from, bytes.length - from);
            int scans = 0;
            for (int at = from; at < bytes.length - 1; at++) {
                scans += at(bytes, at) == 0xFF && at(bytes, at + 1) == SCAN ? 1 : 0;
            }
            return width == 0 || height == 0
                    ? Optional.empty()
                    : Optional.of(
                            new PictureFile(
                                    JPEG, width, height, scans, picture.toByteArray(), exif));
        }

        /// Whether a segment says how large the picture is: those from C0 to CF, but the tables.
        private static boolean isFrame(int marker) {
            return marker >= 0xC0
                    && marker <= 0xCF
                    && marker != 0xC4
                    && marker != 0xC8
                    && marker != 0xCC;
        }
    }

    private static int at(byte[] bytes, int at) {
        return bytes[at] & 0xFF;
    }

    private static boolean begins(byte[] bytes, int at, byte[] with) {
        return bytes.length >= at + with.length
                && Arrays.equals(bytes, at, at + with.length, with, 0, with.length);
    }
}

package org.vigie.exchange.photographs;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/// Photographs as a camera writes them, with what cameras write into them.
final class CameraFile {

    /// In the file, and nowhere may it come out.
    static final String OWNER = "Zanzibarrow Owner";

    static final String MAKER = "Xylophonics";
    static final String SERIAL = "SN-7788-ZZ";
    static final String COMMENT = "a comment on Kadu";

    private static final int ASCII = 2;
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int RATIONAL = 5;

    private CameraFile() {}

    /// Half of it red and half blue, with a checked corner: what is blurred is told from what is
    /// not.
    static BufferedImage image(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                boolean checked = x < width / 4 && y < height / 4;
                int grey = (x + y) % 2 == 0 ? 0x000000 : 0xFFFFFF;
                image.setRGB(x, y, checked ? grey : x < width / 2 ? 0xC02020 : 0x2020C0);
            }
        }
        return image;
    }

    static byte[] plain(String format, int width, int height) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image(width, height), format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /// A JPEG with owner, maker, serial number, a comment, a position and a time.
    static byte[] jpeg(int width, int height, int orientation) {
        return withExif(plain("jpg", width, height), exif(orientation));
    }

    static byte[] withExif(byte[] jpeg, byte[] exif) {
        var out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        var told = new ByteArrayOutputStream();
        told.writeBytes("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        told.writeBytes(exif);
        segment(out, 0xE1, told.toByteArray());
        segment(out, 0xFE, COMMENT.getBytes(StandardCharsets.US_ASCII));
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }

    private static void segment(ByteArrayOutputStream out, int marker, byte[] body) {
        out.write(0xFF);
        out.write(marker);
        out.write((body.length + 2) >> 8);
        out.write((body.length + 2) & 0xFF);
        out.writeBytes(body);
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Tag(int number, int type, int count, byte[] value) {}

    /// Taken at 6° 6' north, 18° 12' east, on the 15th of March at ten past five.
    static byte[] exif(int orientation) {
        var main =
                List.of(
                        text(0x010F, MAKER),
                        new Tag(0x0112, SHORT, 1, new byte[] {0, (byte) orientation, 0, 0}),
                        text(0x013B, OWNER),
                        new Tag(0x8769, LONG, 1, new byte[4]),
                        new Tag(0x8825, LONG, 1, new byte[4]));
        var camera =
                List.of(
                        text(0x9003, "2026:03:15 05:10:22"),
                        text(0xA430, OWNER),
                        text(0xA431, SERIAL));
        var gps =
                List.of(
                        text(0x0001, "N"),
                        degrees(0x0002, 6, 6),
                        text(0x0003, "E"),
                        degrees(0x0004, 18, 12));
        int cameraAt = 8 + size(main);
        int gpsAt = cameraAt + size(camera);
        var patched = new ArrayList<>(main);
        patched.set(3, pointer(0x8769, cameraAt));
        patched.set(4, pointer(0x8825, gpsAt));
        var out = ByteBuffer.allocate(gpsAt + size(gps));
        out.put("MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
        directory(out, patched);
        directory(out, camera);
        directory(out, gps);
        return out.array();
    }

    private static Tag text(int number, String text) {
        var bytes = (text + "\0").getBytes(StandardCharsets.US_ASCII);
        return new Tag(number, ASCII, bytes.length, bytes);
    }

    private static Tag degrees(int number, int degrees, int minutes) {
        var bytes = ByteBuffer.allocate(24);
        bytes.putInt(degrees).putInt(1).putInt(minutes).putInt(1).putInt(0).putInt(1);
        return new Tag(number, RATIONAL, 3, bytes.array());
    }

    private static Tag pointer(int number, int at) {
        return new Tag(number, LONG, 1, ByteBuffer.allocate(4).putInt(at).array());
    }

    private static int size(List<Tag> tags) {
        int values = tags.stream().mapToInt(tag -> outside(tag)).sum();
        return 2 + 12 * tags.size() + 4 + values;
    }

    private static int outside(Tag tag) {
        return tag.value.length > 4 ? tag.value.length : 0;
    }

    private static void directory(ByteBuffer out, List<Tag> tags) {
        int at = out.position() + 2 + 12 * tags.size() + 4;
        out.putShort((short) tags.size());
        var values = new ByteArrayOutputStream();
        for (var tag : tags) {
            out.putShort((short) tag.number).putShort((short) tag.type).putInt(tag.count);
            if (outside(tag) > 0) {
                out.putInt(at + values.size());
                values.writeBytes(tag.value);
            } else {
                out.put(tag.value).put(new byte[4 - tag.value.length]);
            }
        }
        out.putInt(0);
        out.put(values.toByteArray());
    }
}

package org.vigie.exchange.photographs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.vigie.geo.BadInput;
import org.vigie.geo.Position;

/// What is read of a photograph, and what of it is shown.
class PhotographTest {

    @Test
    void of_what_the_camera_wrote_where_and_when_is_kept_and_nothing_else() {
        var attached = read(CameraFile.jpeg(400, 300, 1)).attached();
        assertEquals(new Position(6.1, 18.2), attached.position());
        assertEquals("2026-03-15T05:10:22", attached.cameraTime());
        assertEquals("image/jpeg", attached.mediaType());
        assertEquals(List.of(400, 300), List.of(attached.width(), attached.height()));
        assertEquals(64, attached.sha256().length());
        for (var secret : secrets()) {
            assertFalse(attached.toString().contains(secret), secret);
        }
    }

    @Test
    void a_photograph_that_says_nothing_of_itself_is_one_too() {
        for (var format : List.of("jpg", "png")) {
            var attached = read(CameraFile.plain(format, 40, 60)).attached();
            assertNull(attached.position());
            assertNull(attached.cameraTime());
            assertEquals(40, attached.width());
        }
    }

    /// Whatever its size, its format and how the camera was held.
    @Property(tries = 40)
    void nothing_that_the_camera_wrote_leaves_with_what_is_shown(
            @ForAll @IntRange(min = 1, max = 500) int width,
            @ForAll @IntRange(min = 1, max = 500) int height,
            @ForAll @IntRange(min = 1, max = 8) int orientation,
            @ForAll boolean png)
            throws IOException {
        var exif = CameraFile.exif(orientation);
        var file =
                png
                        ? withChunk(CameraFile.plain("png", width, height), exif)
                        : CameraFile.withExif(CameraFile.plain("jpg", width, height), exif);
        assertTrue(latin(file).contains(CameraFile.OWNER));
        var photograph = read(file);
        assertEquals(new Position(6.1, 18.2), photograph.attached().position());
        for (var shown : List.of(photograph.preview(), photograph.clear())) {
            for (var secret : secrets()) {
                assertFalse(latin(shown).contains(secret), secret);
            }
            var image = image(shown);
            boolean lies = orientation >= 5;
            assertEquals(
                    (lies ? height : width) >= (lies ? width : height),
                    image.getWidth() >= image.getHeight());
        }
    }

    private static List<String> secrets() {
        return List.of(
                CameraFile.OWNER,
                CameraFile.MAKER,
                CameraFile.SERIAL,
                CameraFile.COMMENT,
                "Exif",
                "2026:03:15");
    }

    @Test
    void a_preview_is_small_and_what_is_small_in_it_is_gone() throws IOException {
        var photograph = read(CameraFile.jpeg(1_600, 1_200, 1));
        var preview = image(photograph.preview());
        assertEquals(List.of(320, 240), List.of(preview.getWidth(), preview.getHeight()));
        assertTrue(contrast(preview) < 40, "" + contrast(preview));
        var clear = image(photograph.clear());
        assertEquals(List.of(1_600, 1_200), List.of(clear.getWidth(), clear.getHeight()));
        assertTrue(contrast(clear) > 150, "" + contrast(clear));
    }

    /// Between neighbours in the checked corner.
    private static int contrast(BufferedImage image) {
        int most = 0;
        for (int x = 8; x < image.getWidth() / 8; x++) {
            int here = image.getRGB(x, 8) & 0xFF;
            most = Math.max(most, Math.abs(here - (image.getRGB(x + 1, 8) & 0xFF)));
        }
        return most;
    }

    @Test
    void a_picture_that_was_held_upright_is_shown_upright() throws IOException {
        // Turned to the right: what was left is on top.
        var shown = image(read(CameraFile.jpeg(400, 200, 6)).clear());
        assertEquals(List.of(200, 400), List.of(shown.getWidth(), shown.getHeight()));
        assertTrue(isRed(shown.getRGB(20, 150)), "the left half is on top");
        assertFalse(isRed(shown.getRGB(20, 350)));
    }

    private static boolean isRed(int rgb) {
        return (rgb >> 16 & 0xFF) > (rgb & 0xFF);
    }

    @Test
    void a_large_picture_is_shown_as_large_as_a_screen() throws IOException {
        var shown = image(read(CameraFile.plain("jpg", 5_000, 2_500)).clear());
        assertEquals(List.of(2_048, 1_024), List.of(shown.getWidth(), shown.getHeight()));
    }

    @Test
    void what_is_no_picture_is_refused_with_what_is_allowed_in_two_languages() {
        refused("nothing of the kind".getBytes(StandardCharsets.US_ASCII), "no picture");
        refused(new byte[0], "no picture");
        refused(CameraFile.plain("gif", 20, 20), "no picture");
        refused(Arrays.copyOf(CameraFile.plain("jpg", 20, 20), 30), "no picture");
        refused(new byte[Photograph.BYTES_MAX + 1], "5,000,000 bytes");
        refused(Arrays.copyOf(CameraFile.plain("png", 90, 90), 60), "damaged");
    }

    @Test
    void a_picture_that_says_that_it_is_huge_is_refused_by_its_header() {
        var png = CameraFile.plain("png", 20, 20);
        for (var size :
                List.of(List.of(60_000, 60_000), List.of(20_001, 1), List.of(8_000, 7_000))) {
            var huge = png.clone();
            ByteBuffer.wrap(huge).putInt(16, size.get(0)).putInt(20, size.get(1));
            refused(huge, size.get(0) + " × " + size.get(1) + " pixels");
        }
    }

    @Test
    void a_jpeg_that_goes_over_its_points_again_and_again_is_refused() {
        var jpeg = CameraFile.plain("jpg", 2_000, 2_000);
        var scans = ByteBuffer.allocate(jpeg.length + 300);
        scans.put(jpeg);
        while (scans.remaining() > 1) {
            scans.put((byte) 0xFF).put((byte) 0xDA);
        }
        refused(scans.array(), "2000 × 2000 pixels");
    }

    @Test
    void a_picture_in_passes_is_taken_up_to_a_smaller_size() throws IOException {
        var passes = progressive(400, 300);
        assertEquals(400, image(read(passes).clear()).getWidth());
        int height = indexOf(passes, 0xFF, 0xC2) + 5;
        ByteBuffer.wrap(passes).putShort(height, (short) 4_000).putShort(height + 2, (short) 4_001);
        refused(passes, "4001 × 4000 pixels");
    }

    private static byte[] progressive(int width, int height) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            var how = writer.getDefaultWriteParam();
            how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            writer.write(null, new IIOImage(CameraFile.image(width, height), null, null), how);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static int indexOf(byte[] bytes, int first, int second) {
        for (int at = 0; at < bytes.length - 1; at++) {
            if ((bytes[at] & 0xFF) == first && (bytes[at + 1] & 0xFF) == second) {
                return at;
            }
        }
        throw new AssertionError("not there");
    }

    private static void refused(byte[] bytes, String was) {
        var bad = assertThrows(BadInput.class, () -> read(bytes));
        assertEquals("photograph 1", bad.field());
        assertTrue(bad.toString().contains(was), bad.toString());
        assertTrue(bad.toString().contains("une photo (JPEG ou PNG)"), bad.toString());
    }

    private static Photograph read(byte[] bytes) {
        return Photograph.read("photograph 1", bytes);
    }

    private static BufferedImage image(byte[] bytes) throws IOException {
        var image = ImageIO.read(new ByteArrayInputStream(bytes));
        assertTrue(image != null, "no picture");
        return image;
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /// A PNG with EXIF and a text, behind its header.
    private static byte[] withChunk(byte[] png, byte[] exif) {
        int head = 33;
        var text = ("Author\0" + CameraFile.OWNER).getBytes(StandardCharsets.ISO_8859_1);
        var out = ByteBuffer.allocate(png.length + exif.length + text.length + 24);
        out.put(png, 0, head);
        chunk(out, "eXIf", exif);
        chunk(out, "tEXt", text);
        out.put(png, head, png.length - head);
        return out.array();
    }

    private static void chunk(ByteBuffer out, String name, byte[] body) {
        var named = name.getBytes(StandardCharsets.US_ASCII);
        var sum = new CRC32();
        sum.update(named);
        sum.update(body);
        out.putInt(body.length).put(named).put(body).putInt((int) sum.getValue());
    }
}

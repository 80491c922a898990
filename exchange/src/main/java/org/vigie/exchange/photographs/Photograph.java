package org.vigie.exchange.photographs;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.vigie.geo.BadInput;
import org.vigie.record.Warnings;

/// A photograph that somebody sent with a report: a JPEG or a PNG that can be shown.
///
/// Whether it can be shown is found out when it comes in, so that whoever sent it hears of it. How
/// large it is says its header, and it is refused by that before anything is decoded; a decoder
/// that fails, in whatever way, is a refusal. At most a few are decoded at once.
///
/// What is shown is never the file: a preview of which nobody can be recognised, and the picture
/// itself, both drawn anew, so that nothing is in them that the camera wrote.
public final class Photograph {

    /// Largest file, in bytes: a photograph of a telephone at its best quality.
    public static final int BYTES_MAX = 5_000_000;

    /// Most points of a picture; telephones make up to 50 million.
    static final int PIXELS_MAX = 50_000_000;

    /// Longest side, in pixels: a picture of one endless line is none.
    static final int SIDE_MAX = 20_000;

    /// Most points of a JPEG that is sent in several passes: the decoder keeps all of it at once,
    /// in memory that Java does not count, some 6 bytes a point.
    static final int PIXELS_IN_PASSES_MAX = 16_000_000;

    /// Points times passes: each costs as much as the first. Programs write ten.
    static final long PIXELS_IN_ALL_MAX = 200_000_000;

    /// Longest side of the preview, in pixels.
    static final int PREVIEW_SIDE = 320;

    /// What is left of the picture in its preview, on the longer side: too little for a face. It is
    /// drawn large again without any more, so that it cannot be sharpened.
    static final int PREVIEW_POINTS = 32;

    /// Longest side of the clear picture, in pixels: enough for a screen.
    static final int CLEAR_SIDE = 2_048;

    /// What is decoded of a picture of which still fewer points are wanted: each is the mean of
    /// many.
    private static final int DECODED_SIDE_MIN = 256;

    private static final String KEPT = "photograph";

    private static final float QUALITY = 0.85f;

    private static final String ALLOWED =
            "a photograph (JPEG or PNG) of at most 5 MB and 50 megapixels / une photo (JPEG ou PNG)"
                    + " de 5 Mo et 50 mégapixels au plus";

    /// Each takes some 150 MB at worst while it is decoded, for a second or two.
    private static final Semaphore DECODERS = new Semaphore(2);

    private final byte[] bytes;
    private final PictureFile file;
    private final CameraNote note;

    private Photograph(byte[] bytes, PictureFile file) {
        this.bytes = bytes;
        this.file = file;
        this.note = CameraNote.of(file.exif());
    }

    /// Reads a photograph.
    ///
    /// @param part which of those that were sent, for messages
    /// @throws BadInput when it is none that can be shown, or is too large
    public static Photograph read(String part, byte[] bytes) {
        if (bytes.length > BYTES_MAX) {
            throw tooLarge(part);
        }
        var file =
                PictureFile.of(bytes)
                        .orElseThrow(() -> refused(part, "no picture / pas une image"));
        if (tooMany(file)) {
            throw refused(part, file.width() + " × " + file.height() + " pixels");
        }
        var photograph = new Photograph(bytes.clone(), file);
        photograph.shown(part, PREVIEW_POINTS);
        return photograph;
    }

    private static boolean tooMany(PictureFile file) {
        long pixels = (long) file.width() * file.height();
        return Math.max(file.width(), file.height()) > SIDE_MAX
                || (file.scans() == 1
                        ? pixels > PIXELS_MAX
                        : pixels > PIXELS_IN_PASSES_MAX
                                || pixels * file.scans() > PIXELS_IN_ALL_MAX);
    }

    /// One that was read when it came in, and is read again to be shown.
    ///
    /// @throws BadInput when it cannot be shown after all
    public static Photograph kept(byte[] bytes) {
        var file = PictureFile.of(bytes).orElseThrow(() -> refused(KEPT, "no picture"));
        return new Photograph(bytes.clone(), file);
    }

    /// The refusal of one of which no more is read than is taken.
    public static BadInput tooLarge(String part) {
        return refused(
                part, String.format(Locale.ROOT, "more than %,d bytes / plus de 5 Mo", BYTES_MAX));
    }

    private static BadInput refused(String part, String was) {
        return new BadInput(part, was, ALLOWED);
    }

    /// What is kept of it beside itself.
    public Warnings.ReportAttached attached() {
        return new Warnings.ReportAttached(
                file.mediaType(),
                bytes.length,
                sha256(bytes),
                file.width(),
                file.height(),
                note.position(),
                note.time());
    }

    /// A JPEG on which nobody can be recognised.
    public byte[] preview() {
        return jpeg(shown(KEPT, PREVIEW_POINTS).enlarged(PREVIEW_SIDE));
    }

    /// The picture, as a JPEG that holds nothing but it.
    public byte[] clear() {
        return jpeg(shown(KEPT, CLEAR_SIDE));
    }

    private Pixels shown(String part, int sideMax) {
        DECODERS.acquireUninterruptibly();
        try {
            return Pixels.of(decoded(sideMax), sideMax).turned(note.orientation());
        } catch (IOException | RuntimeException fault) {
            // Decoders have more kinds of fault than they name.
            throw new BadInput(part, "damaged / abîmée", ALLOWED, fault);
        } finally {
            DECODERS.release();
        }
    }

    /// Points that are not needed are left out while it is decoded.
    private BufferedImage decoded(int sideMax) throws IOException {
        var format = file.mediaType().equals(PictureFile.PNG) ? "png" : "jpeg";
        ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file.picture()))) {
            reader.setInput(in, true, true);
            if (reader.getWidth(0) != file.width() || reader.getHeight(0) != file.height()) {
                throw new IOException("the decoder reads another size than the header says");
            }
            var how = reader.getDefaultReadParam();
            int least = Math.max(sideMax, DECODED_SIDE_MIN);
            int step = Math.max(1, Math.max(file.width(), file.height()) / least);
            how.setSourceSubsampling(step, step, 0, 0);
            return reader.read(0, how);
        } finally {
            reader.dispose();
        }
    }

    private static byte[] jpeg(Pixels pixels) {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            var how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(QUALITY);
            writer.write(null, new IIOImage(pixels.image(), null, null), how);
        } catch (IOException e) {
            throw new UncheckedIOException("memory takes what is written", e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

package org.vigie.exchange.imports;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.vigie.geo.BadInput;

/// Refuses an archive that grows without measure when it is unpacked. Counts what really comes out,
/// whatever the archive says of itself, and stops at the first limit.
final class ZipLimits {

    /// A workbook has one part a sheet and a few dozen more.
    static final int PARTS_MAX = 1_000;

    /// Unpacked, all parts together: a sheet of a million rows has some 400 MB.
    static final long BYTES_MAX = 1L << 30;

    /// How many times larger a part may become; sheets become 10 to 60 times larger.
    static final int RATIO_MAX = 250;

    /// Small parts may be as repetitive as they like.
    private static final long RATIO_FROM_BYTES = 1 << 20;

    private static final int CHUNK = 1 << 16;

    private ZipLimits() {}

    static void check(Path file, String name) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            if (zip.size() > PARTS_MAX) {
                throw bomb(name, "a workbook of at most " + PARTS_MAX + " parts");
            }
            long total = 0;
            for (var part : zip.stream().toList()) {
                total += unpacked(zip, part, name, BYTES_MAX - total);
            }
        } catch (IOException e) {
            if (isDamage(e)) {
                throw new BadInput(
                        "file",
                        name,
                        "a whole XLSX workbook (this archive is damaged or cut off)",
                        e);
            }
            throw e;
        } catch (BadInput e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new BadInput("file", name, "an archive whose parts have names in UTF-8", e);
        }
    }

    /// Whether it is the archive that is wrong and not the disk, from which the whole file was read
    /// a moment ago: the readers say both with the same exception.
    static boolean isDamage(IOException e) {
        return !(e instanceof FileSystemException);
    }

    private static long unpacked(ZipFile zip, ZipEntry part, String name, long left)
            throws IOException {
        long bytes = 0;
        long packed = Math.max(1, part.getCompressedSize());
        var chunk = new byte[CHUNK];
        try (var in = zip.getInputStream(part)) {
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                bytes += read;
                if (bytes > left) {
                    throw bomb(name, "a workbook of at most " + BYTES_MAX + " bytes unpacked");
                }
                if (bytes > RATIO_FROM_BYTES && bytes / packed > RATIO_MAX) {
                    throw bomb(
                            name,
                            "a workbook in which no part becomes more than "
                                    + RATIO_MAX
                                    + " times larger when it is unpacked");
                }
            }
        }
        return bytes;
    }

    private static BadInput bomb(String name, String allowed) {
        return new BadInput("file", name, allowed);
    }
}

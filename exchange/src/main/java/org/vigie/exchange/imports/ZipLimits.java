package org.vigie.exchange.imports;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.dhatim.fastexcel.reader.CellAddress;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.BadInput;

/// Refuses a workbook that grows without measure when it is unpacked and read. Counts what really
/// comes out, whatever the archive says of itself, and stops at the first limit; looks at the
/// addresses of all cells, because the reader makes room for every column before one that is named.
final class ZipLimits {

    /// A workbook has one part a sheet and a few dozen more.
    static final int PARTS_MAX = 1_000;

    /// Unpacked, all parts together: a sheet of a million rows has some 400 MB.
    static final long BYTES_MAX = 1L << 30;

    /// How many times larger a part may become; sheets become 10 to 60 times larger.
    static final int RATIO_MAX = 250;

    /// Small parts may be as repetitive as they like.
    private static final long RATIO_FROM_BYTES = 1 << 20;

    /// As many as the widest sheet that XLSX knows.
    static final int COLUMNS_MAX = 16_384;

    private static final XMLInputFactory XML = xml();

    private ZipLimits() {}

    private static XMLInputFactory xml() {
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    static void check(Path file, String name) throws IOException {
        check(file, name, BYTES_MAX);
    }

    /// @param bytesMax unpacked, all parts together
    static void check(Path file, String name, long bytesMax) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            if (zip.size() > PARTS_MAX) {
                throw bomb(name, "a workbook of at most " + PARTS_MAX + " parts");
            }
            long total = 0;
            for (var part : zip.stream().toList()) {
                total += unpacked(zip, part, name, bytesMax - total);
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
        try (var counted = new Counted(zip.getInputStream(part), part, name, left)) {
            checkCells(counted, name);
            counted.transferTo(OutputStream.nullOutputStream());
            return counted.bytes;
        }
    }

    /// Reads a part as far as it is XML; a picture is none.
    private static void checkCells(InputStream part, String name) throws IOException {
        try {
            var xml = XML.createXMLStreamReader(part);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("c")
                        && column(xml.getAttributeValue(null, "r")) >= COLUMNS_MAX) {
                    throw bomb(name, "a sheet of at most " + COLUMNS_MAX + " columns");
                }
            }
        } catch (XMLStreamException e) {
            if (e.getNestedException() instanceof IOException trouble) {
                throw trouble;
            }
        }
    }

    /// The column of an address such as `AB12`, counted from 0; 0 for what is none, which the
    /// reader refuses.
    private static int column(@Nullable String address) {
        try {
            return address == null ? 0 : new CellAddress(address).getColumn();
        } catch (IllegalArgumentException e) {
            return 0;
        }
    }

    /// The unpacked bytes of a part, as long as there are no more than there may be.
    private static final class Counted extends FilterInputStream {

        private final String name;
        private final long packed;
        private final long left;
        private long bytes;

        Counted(InputStream in, ZipEntry part, String name, long left) {
            super(in);
            this.name = name;
            this.packed = Math.max(1, part.getCompressedSize());
            this.left = left;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = super.read(into, offset, length);
            bytes += Math.max(0, read);
            if (bytes > left) {
                throw bomb(name, "a workbook that is not so large when it is unpacked");
            }
            if (bytes > RATIO_FROM_BYTES && bytes / packed > RATIO_MAX) {
                throw bomb(
                        name,
                        "a workbook in which no part becomes more than "
                                + RATIO_MAX
                                + " times larger when it is unpacked");
            }
            return read;
        }
    }

    private static BadInput bomb(String name, String allowed) {
        return new BadInput("file", name, allowed);
    }
}

package org.vigie.exchange.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.vigie.geo.BadInput;

/// A file that was read once from end to end: if it is a text it is UTF-8 and no line is too long,
/// and this is its hash.
///
/// @param name what the person calls it, without its folders
/// @param sha256 of its bytes, lower-case hex
/// @param endsWithLine whether the last byte ends a line: a table that breaks off does not
record SourceFile(
        Path path,
        String name,
        long bytes,
        String sha256,
        Container container,
        boolean endsWithLine) {

    /// Longest line, in bytes: a row of GED with all its sources has a few thousand.
    static final int LINE_BYTES_MAX = 1 << 20;

    private static final int CHUNK = 1 << 16;

    static void checkThere(Path path) {
        if (!Files.isRegularFile(path)) {
            throw new BadInput("file", path.toString(), "a file that is there");
        }
    }

    static String nameOf(Path path) {
        var name = path.getFileName();
        return name == null ? path.toString() : name.toString();
    }

    /// Hears every byte of the file, in order.
    @FunctionalInterface
    interface Listener {

        Listener NOBODY = (chunk, length) -> {};

        void take(byte[] chunk, int length);
    }

    /// @param listener hears every byte, in the one pass in which the hash is made
    /// @throws BadInput naming the first line that is not text in UTF-8 or is too long
    static SourceFile of(Path path, String name, Container container, Listener listener)
            throws IOException {
        checkThere(path);
        var sha256 = newDigest();
        boolean text = container != Container.WORKBOOK;
        var check = new TextCheck(name, container == Container.TEXT);
        long bytes = 0;
        byte last = 0;
        try (InputStream in = Files.newInputStream(path)) {
            byte[] chunk = new byte[CHUNK];
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                sha256.update(chunk, 0, read);
                if (text) {
                    check.take(chunk, read);
                }
                listener.take(chunk, read);
                bytes += read;
                last = read == 0 ? last : chunk[read - 1];
            }
        }
        check.end();
        if (bytes == 0) {
            throw new BadInput("file", name, "a table with rows, and this one is empty");
        }
        var hash = HexFormat.of().formatHex(sha256.digest());
        return new SourceFile(path, name, bytes, hash, container, last == '\n' || last == '\r');
    }

    /// SHA-256 of a file's bytes, lower-case hex.
    static String hash(Path path) throws IOException {
        var sha256 = newDigest();
        try (InputStream in = Files.newInputStream(path)) {
            byte[] chunk = new byte[CHUNK];
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                sha256.update(chunk, 0, read);
            }
        }
        return HexFormat.of().formatHex(sha256.digest());
    }

    static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /// Follows the bytes line by line, so that a message can say where.
    private static final class TextCheck {

        private final String name;
        private final CharsetDecoder decoder =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        private final ByteBuffer pending = ByteBuffer.allocate(CHUNK + 4);
        private final CharBuffer text = CharBuffer.allocate(CHUNK + 4);
        private long line = 1;
        private final boolean ofLines;
        private int lineBytes;

        /// @param ofLines whether the text is a table of lines, which have a greatest length
        TextCheck(String name, boolean ofLines) {
            this.name = name;
            this.ofLines = ofLines;
        }

        void take(byte[] chunk, int length) {
            if (pending.position() == 0 && ByteRuns.ascii(chunk, length)) {
                check(chunk, 0, length);
                return;
            }
            pending.put(chunk, 0, length).flip();
            decode(false);
            pending.compact();
        }

        void end() {
            pending.flip();
            decode(true);
        }

        private void decode(boolean last) {
            int from = pending.position();
            text.clear();
            var result = decoder.decode(pending, text, last);
            check(pending.array(), from, pending.position());
            if (result.isError()) {
                throw wrong("text in UTF-8 (save the file as UTF-8)");
            }
        }

        private void check(byte[] bytes, int from, int end) {
            int at = from;
            while (at < end) {
                int run = ByteRuns.controlFree(bytes, at, end);
                lineBytes += run - at;
                if (run < end) {
                    control(bytes[run]);
                }
                if (lineBytes > LINE_BYTES_MAX && ofLines) {
                    throw wrong("no longer than " + LINE_BYTES_MAX + " bytes");
                }
                if (run < end && bytes[run] == '\n') {
                    line++;
                    lineBytes = 0;
                }
                at = run + 1;
            }
        }

        private void control(byte letter) {
            if (letter == '\t' || letter == '\r') {
                lineBytes++;
            } else if (letter != '\n') {
                throw wrong("text, and this is a control character");
            }
        }

        private BadInput wrong(String allowed) {
            return new BadInput("file", name + ", line " + line, allowed);
        }
    }
}

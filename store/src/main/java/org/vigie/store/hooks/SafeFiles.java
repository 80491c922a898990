package org.vigie.store.hooks;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;

/// Small files that hold secrets: whole or not at all, for nobody else to read.
final class SafeFiles {

    /// A longer one was not written by us.
    private static final long BYTES_MAX = 20_000_000;

    private SafeFiles() {}

    static SortedMap<String, String> read(Path file) throws IOException {
        if (Files.size(file) > BYTES_MAX) {
            throw new IOException(file + " is damaged: it is too long");
        }
        var properties = new Properties();
        try {
            properties.load(new StringReader(Files.readString(file)));
        } catch (IllegalArgumentException e) {
            throw new IOException(file + " is damaged: " + e.getMessage(), e);
        }
        var said = new TreeMap<String, String>();
        properties.stringPropertyNames().forEach(key -> said.put(key, properties.getProperty(key)));
        return said;
    }

    static void write(Path file, Map<String, String> said) throws IOException {
        var text = new StringWriter();
        for (var entry : new TreeMap<>(said).entrySet()) {
            var one = new Properties();
            one.setProperty(entry.getKey(), entry.getValue());
            var line = new StringWriter();
            one.store(line, null);
            // Without the comment on when it was written, so that the same gives the same bytes.
            line.toString()
                    .lines()
                    .filter(part -> !part.startsWith("#"))
                    .forEach(part -> text.append(part).append('\n'));
        }
        put(file, text.toString());
    }

    /// A temporary file has mode 0600.
    static void put(Path file, String text) throws IOException {
        var part = Files.createTempFile(file.getParent(), "part", ".tmp");
        try {
            try (var bytes =
                    Files.newByteChannel(part, StandardOpenOption.WRITE, StandardOpenOption.SYNC)) {
                bytes.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
            }
            Files.move(
                    part,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}

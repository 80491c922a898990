package org.vigie.server.intake;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.geo.BadInput;

/// Files that wait: private, under their hash, of limited size, and not for long.
class IncomingTest {

    private static final String HASH_OF_ABC =
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir private Path data;
    private Instant now = Instant.parse("2026-03-15T05:30:00Z");

    @Test
    void a_file_lies_under_its_hash_and_only_its_owner_may_enter() throws IOException {
        try (var incoming = open()) {
            var waiting = incoming.take("a.csv", bytes("abc"), 10);
            assertEquals(new Incoming.Waiting(HASH_OF_ABC, "a.csv", 3), waiting);
            var path = incoming.find(HASH_OF_ABC).orElseThrow();
            assertArrayEquals("abc".getBytes(StandardCharsets.UTF_8), Files.readAllBytes(path));
            assertEquals(
                    PosixFilePermissions.fromString("rw-------"),
                    Files.getPosixFilePermissions(path));
            var folder = path.getParent();
            assertEquals(
                    PosixFilePermissions.fromString("rwx------"),
                    Files.getPosixFilePermissions(folder == null ? path : folder));
        }
    }

    @Test
    void a_file_that_is_too_large_is_refused_and_leaves_nothing() throws IOException {
        try (var incoming = open()) {
            assertThrows(BadInput.class, () -> incoming.take("a.csv", bytes("abcd"), 3));
            assertEquals(Optional.empty(), incoming.find(HASH_OF_ABC));
            assertEquals(List.of(), filesBelow());
        }
    }

    @Test
    void a_stream_that_breaks_off_leaves_nothing() throws IOException {
        try (var incoming = open()) {
            var broken = new SequenceInputStream(bytes("a".repeat(100_000)), new Gone());
            assertThrows(IOException.class, () -> incoming.take("a.csv", broken, 1 << 20));
            assertEquals(List.of(), filesBelow());
        }
    }

    @Test
    void what_nobody_decided_about_goes_after_an_hour() throws IOException {
        try (var incoming = open()) {
            incoming.take("a.csv", bytes("abc"), 10);
            now = now.plus(Duration.ofMinutes(59));
            incoming.sweep(Set.of());
            assertEquals(1, filesBelow().size());
            now = now.plus(Duration.ofMinutes(2));
            incoming.sweep(Set.of(HASH_OF_ABC));
            assertEquals(1, filesBelow().size());
            incoming.sweep(Set.of());
            assertEquals(List.of(), filesBelow());
            assertEquals(Optional.empty(), incoming.find(HASH_OF_ABC));
        }
    }

    @Test
    void what_a_killed_server_left_behind_goes_at_the_next_start() throws IOException {
        var dead = Files.createDirectory(data.resolve("server-1"));
        Files.writeString(dead.resolve(HASH_OF_ABC), "abc");
        Files.createFile(data.resolve("server-1.lock"));
        try (var incoming = open()) {
            assertEquals(Optional.empty(), incoming.find(HASH_OF_ABC));
            assertEquals(List.of(), filesBelow());
        }
    }

    @Test
    void what_another_living_server_keeps_stays() throws IOException {
        try (var one = open()) {
            one.take("a.csv", bytes("abc"), 10);
            try (var other = open()) {
                other.take("b.csv", bytes("b"), 10);
            }
            assertEquals(1, filesBelow().size());
        }
        try (var files = Files.list(data)) {
            assertEquals(List.of(), files.toList());
        }
    }

    private Incoming open() throws IOException {
        return Incoming.in(data, () -> now);
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    /// The files that wait, without the locks.
    private List<Path> filesBelow() throws IOException {
        try (var files = Files.walk(data)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(".lock"))
                    .toList();
        }
    }

    /// A browser that went away.
    private static final class Gone extends InputStream {

        @Override
        public int read() throws IOException {
            throw new IOException("the browser went away");
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            return read();
        }
    }
}

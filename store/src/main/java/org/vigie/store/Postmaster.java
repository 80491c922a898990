package org.vigie.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the file `postmaster.pid` in a database folder says of the server that serves it.
///
/// PostgreSQL writes the file at its start and removes it at its end. After a crash it stays, and
/// the process number in it may by then belong to somebody else, so it is checked.
///
/// @param pid the server's process
/// @param port where it listens; 0 as long as it has not said so
/// @param ready whether it takes connections; false while it starts, recovers or stops
/// @param stopping whether somebody has asked it to stop
record Postmaster(long pid, int port, boolean ready, boolean stopping) {

    private static final String FILE = "postmaster.pid";
    private static final int PORT_LINE = 3;
    private static final int STATUS_LINE = 7;

    /// The running server of a database folder, or null if none runs.
    static @Nullable Postmaster find(Path database) throws IOException {
        @Nullable Postmaster written = read(database.resolve(FILE));
        return written != null && serves(written.pid(), database) ? written : null;
    }

    /// Removes the file of a server that runs no more.
    ///
    /// PostgreSQL itself does so only if no process has the number. It then still checks that no
    /// process of the old server holds its shared memory.
    static void removeStale(Path database) throws IOException {
        @Nullable Postmaster written = read(database.resolve(FILE));
        if (written != null && !serves(written.pid(), database))
            Files.deleteIfExists(database.resolve(FILE));
    }

    private static @Nullable Postmaster read(Path file) throws IOException {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (NoSuchFileException e) {
            return null;
        }
        if (lines.isEmpty()) return null;
        int pid = number(lines.getFirst());
        // A negative number is PostgreSQL's single-user mode.
        if (pid == 0) return null;
        int port = lines.size() > PORT_LINE ? number(lines.get(PORT_LINE)) : 0;
        String status = lines.size() > STATUS_LINE ? lines.get(STATUS_LINE).strip() : "";
        return new Postmaster(
                Math.abs(pid), port, status.equals("ready"), status.equals("stopping"));
    }

    /// The number in a line of a file that may be half written: 0 if there is none.
    private static int number(String line) {
        String text = line.strip();
        return text.matches("-?[0-9]{1,9}") ? Integer.parseInt(text) : 0;
    }

    private static boolean serves(long pid, Path database) throws IOException {
        if (!ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false)) return false;
        Path process = Path.of("/proc", Long.toString(pid));
        return Files.exists(process.resolve("stat"))
                ? servesOnLinux(process, database)
                : ProcessHandle.of(pid)
                        .flatMap(handle -> handle.info().command())
                        .map(command -> command.contains("postgres"))
                        .orElse(true);
    }

    /// A server works in its database folder. A dead one that nobody has buried (`Z`) counts as
    /// alive for `kill`, for Java and for PostgreSQL, but not here.
    private static boolean servesOnLinux(Path process, Path database) throws IOException {
        try {
            String stat = Files.readString(process.resolve("stat"));
            String afterName = stat.substring(stat.lastIndexOf(')') + 1).strip();
            if (!stat.contains("(postgres)") || afterName.startsWith("Z")) return false;
            Path works = Files.readSymbolicLink(process.resolve("cwd"));
            return works.equals(database.toRealPath());
        } catch (AccessDeniedException e) {
            return true; // a postgres of another account, which a bounded container hides from root
        } catch (NoSuchFileException e) {
            return false; // it ended while we looked
        }
    }
}

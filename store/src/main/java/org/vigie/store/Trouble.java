package org.vigie.store;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What PostgreSQL printed when something went wrong, said in one sentence.
final class Trouble {

    private static final int READ_BYTES_MAX = 64 << 10;
    private static final int LINES_MAX = 4;
    private static final long FULL_BYTES =
            16L << 20; // PostgreSQL writes its log of changes in pieces of 16 MB

    /// What stands before the words: time and process in the log, the program's name elsewhere.
    private static final Pattern BEFORE =
            Pattern.compile(
                    "^.*?(?=(FATAL|PANIC|ERROR|LOG|HINT|DETAIL): )|^(initdb|pg_ctl|postgres): ");

    private static final Pattern TELLING =
            Pattern.compile(
                    "(FATAL|PANIC|ERROR|error|fatal|HINT|DETAIL|hint|detail):|could not |invalid |unrecognized ");

    private static final String NO_SPACE = "No space left";
    private static final String AFTERWARDS =
            "Nothing is half written: free space there, then do the same again.";

    private Trouble() {}

    /// @param what went wrong, as the beginning of a sentence
    /// @param printed by the program, or what the server's log says
    static IOException of(Path folder, String what, String printed) throws IOException {
        long free = Files.getFileStore(folder).getUsableSpace();
        String why = lastLines(printed);
        String log = "; its log is " + PostgresServer.log(folder);
        if (printed.contains(NO_SPACE) || free < FULL_BYTES)
            return fullDisk(folder, what + why + log, null);
        return new IOException("%s in %s%s%s.".formatted(what, folder, why, log));
    }

    /// @param folder the data folder of the database; null: somebody else looks after it
    /// @param what went wrong, as the beginning of a sentence
    static IOException withDatabase(@Nullable Path folder, String what, SQLException trouble)
            throws IOException {
        if (folder != null && diskIsFull(folder, trouble)) return fullDisk(folder, what, trouble);
        if (folder == null && Login.diskFull(trouble))
            return new IOException(
                    "The disk of the database is full: %s. %s".formatted(what, AFTERWARDS),
                    trouble);
        return new IOException(
                what.substring(0, 1).toUpperCase(Locale.ROOT)
                        + what.substring(1)
                        + ": "
                        + trouble.getMessage(),
                trouble);
    }

    /// PostgreSQL says that the disk is full; or, when it could not write its log of changes, it
    /// ends, and all that is left to see is a dead connection and no space.
    private static boolean diskIsFull(Path folder, SQLException trouble) throws IOException {
        boolean cut = Login.unreachable(trouble) || Login.notNow(trouble);
        return Login.diskFull(trouble) || (cut && noSpace(folder));
    }

    /// Whether PostgreSQL can write no further piece of its log of changes.
    static boolean noSpace(Path folder) throws IOException {
        return Files.getFileStore(folder).getUsableSpace() < FULL_BYTES;
    }

    private static IOException fullDisk(Path folder, String what, @Nullable Throwable cause)
            throws IOException {
        long free = Files.getFileStore(folder).getUsableSpace();
        return new IOException(
                "The disk that holds %s is full (%s MB free): %s. %s"
                        .formatted(folder, free >> 20, what, AFTERWARDS),
                cause);
    }

    /// @param file that could not be written
    static IOException writing(Path file, IOException trouble) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        String said = String.valueOf(trouble.getMessage());
        long free = folder == null ? Long.MAX_VALUE : Files.getFileStore(folder).getUsableSpace();
        return new IOException(
                said.contains(NO_SPACE) || free < FULL_BYTES
                        ? "The disk that holds %s is full (%s MB free): the file could not be written."
                                .formatted(file, free >> 20)
                        : "%s could not be written: %s.".formatted(file, said),
                trouble);
    }

    static boolean portTaken(String printed) {
        return printed.contains("could not bind")
                || printed.contains("could not create any TCP/IP sockets");
    }

    static boolean oldServerLingers(String printed) {
        return printed.contains("shared memory block")
                || printed.contains("lock file \"postmaster.pid\" already exists");
    }

    /// What a log has gained since it was `from` bytes long; the end of it, if that is much.
    static String readFrom(Path log, long from) throws IOException {
        try (var channel = FileChannel.open(log, StandardOpenOption.READ)) {
            channel.position(Math.max(from, channel.size() - READ_BYTES_MAX));
            return new String(
                    Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String lastLines(String printed) {
        List<String> lines =
                printed.lines().filter(line -> !line.isBlank()).map(line -> oneLine(line)).toList();
        List<String> telling = lines.stream().filter(TELLING.asPredicate()).toList();
        List<String> spaceless = telling.stream().filter(line -> line.contains(NO_SPACE)).toList();
        // Beside a full disk, what else is said (of damage, of backups) only frightens.
        List<String> shown = telling.isEmpty() ? lines : spaceless.isEmpty() ? telling : spaceless;
        String text =
                String.join(
                        " / ", shown.subList(Math.max(0, shown.size() - LINES_MAX), shown.size()));
        return text.isEmpty() ? "" : ": " + text;
    }

    private static String oneLine(String line) {
        return BEFORE.matcher(line).replaceFirst("").strip().replaceAll("\\s+", " ");
    }
}

package org.vigie.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The file `postgres.json`: where the server of a data folder listens, for whoever wants to join.
///
/// It is written when the server is ready for use, databases and roles included, and removed when
/// it has been stopped; after a crash it stays and is no longer true. `postmaster.pid` decides.
///
/// @param port on 127.0.0.1
/// @param pid the server's process
/// @param version of PostgreSQL
/// @param machine the Linux process namespace in which `pid` counts (one for each container); empty
///   elsewhere
record Announcement(int port, long pid, String version, String machine) {

    private static final String FILE = "postgres.json";

    /// The one form in which we write it. A whole JSON library would cost every start of the
    /// command line more than the rest of joining a server.
    private static final Pattern FORM =
            Pattern.compile(
                    "\\{\"port\":([0-9]{1,5}),\"pid\":([0-9]{1,18}),\"version\":\"([^\"\\\\]*)\",\"machine\":\"([^\"\\\\]*)\"}\\s*");

    static @Nullable Announcement find(Path folder) throws IOException {
        try {
            Matcher text = FORM.matcher(Files.readString(folder.resolve(FILE)));
            return text.matches()
                    ? new Announcement(
                            Integer.parseInt(text.group(1)),
                            Long.parseLong(text.group(2)),
                            text.group(3),
                            text.group(4))
                    : null;
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    static void remove(Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve(FILE));
    }

    void write(Path folder) throws IOException {
        Folders.writePrivate(
                folder.resolve(FILE),
                "{\"port\":%s,\"pid\":%s,\"version\":\"%s\",\"machine\":\"%s\"}\n"
                        .formatted(port, pid, version, machine));
    }

    boolean tellsOf(Postmaster server) {
        return server.pid() == pid && server.port() == port && fromThisMachine();
    }

    boolean fromThisMachine() {
        return machine.equals(thisMachine());
    }

    static String thisMachine() {
        try {
            return Files.readSymbolicLink(Path.of("/proc/self/ns/pid")).toString();
        } catch (IOException | UnsupportedOperationException e) {
            return ""; // not Linux
        }
    }
}

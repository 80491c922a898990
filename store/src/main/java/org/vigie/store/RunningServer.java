package org.vigie.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The file `server-PID.json` of a data folder: at which port its pages answer, for commands that
/// print an address. Two servers may share a folder, and each has its own.
///
/// It is written when the pages answer and removed when they have been stopped; after a crash it
/// stays and is no longer true: the process decides.
///
/// @param port on 127.0.0.1
/// @param pid the server's process
/// @param machine the Linux process namespace in which `pid` counts; empty elsewhere
public record RunningServer(int port, long pid, String machine) {

    private static final Pattern FILE = Pattern.compile("server-[0-9]{1,18}\\.json");

    /// The one form in which we write it.
    private static final Pattern FORM =
            Pattern.compile(
                    "\\{\"port\":([0-9]{1,5}),\"pid\":([0-9]{1,18}),\"machine\":\"([^\"\\\\]*)\"}\\s*");

    /// This process, which answers at a port.
    public static RunningServer here(int port) {
        return new RunningServer(port, ProcessHandle.current().pid(), Announcement.thisMachine());
    }

    /// One that runs on a data folder: of several that with the lowest port, so that the usual one
    /// comes first. Empty where none runs, or none whose process can be seen from here.
    public static Optional<RunningServer> find(Path folder) throws IOException {
        var found = new ArrayList<RunningServer>();
        for (var file : files(folder)) {
            read(file).filter(RunningServer::runs).ifPresent(found::add);
        }
        return found.stream().min(Comparator.comparingInt(RunningServer::port));
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var all = Files.list(folder)) {
            return all.filter(file -> FILE.matcher(file.getFileName().toString()).matches())
                    .sorted()
                    .toList();
        }
    }

    private static Optional<RunningServer> read(Path file) throws IOException {
        try {
            var text = FORM.matcher(Files.readString(file));
            return text.matches()
                    ? Optional.of(
                            new RunningServer(
                                    Integer.parseInt(text.group(1)),
                                    Long.parseLong(text.group(2)),
                                    text.group(3)))
                    : Optional.empty();
        } catch (NoSuchFileException stopped) {
            return Optional.empty();
        }
    }

    private boolean runs() {
        return machine.equals(Announcement.thisMachine())
                && ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
    }

    /// Where its pages begin, without the last slash.
    public String address() {
        return "http://127.0.0.1:" + port;
    }

    /// Says so in the data folder, which is there.
    public void write(Path folder) throws IOException {
        Folders.writePrivate(
                file(folder),
                "{\"port\":%s,\"pid\":%s,\"machine\":\"%s\"}\n".formatted(port, pid, machine));
    }

    /// Says it no longer.
    public void remove(Path folder) throws IOException {
        Files.deleteIfExists(file(folder));
    }

    private Path file(Path folder) {
        return folder.resolve("server-" + pid + ".json");
    }
}

package org.vigie.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Vigie as a program of its own, with the classes under test. It is killed when it is closed.
final class Program implements AutoCloseable {

    private final Process process;
    private final Path printed;

    private Program(Process process, Path printed) {
        this.process = process;
        this.printed = printed;
    }

    /// @param folder for what it says
    static Program start(Path folder, String... words) throws IOException {
        return start(folder, List.of(), words);
    }

    /// @param prefix what stands before `java`
    static Program start(Path folder, List<String> prefix, String... words) throws IOException {
        var line = new ArrayList<>(prefix);
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m", "-cp"));
        line.add(System.getProperty("java.class.path", ""));
        line.add(Main.class.getName());
        line.addAll(List.of(words));
        var printed = Files.createTempFile(folder, "printed", ".txt");
        return new Program(
                new ProcessBuilder(line)
                        .redirectErrorStream(true)
                        .redirectOutput(printed.toFile())
                        .start(),
                printed);
    }

    boolean runs() {
        return process.isAlive();
    }

    /// What it has said so far, errors included.
    String printed() throws IOException {
        return Files.readString(printed);
    }

    /// For the message of a test that fails.
    @Override
    public String toString() {
        try {
            return "%s said: %s".formatted(process, printed());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /// Waits for its end, five minutes at the most.
    ///
    /// @return the exit code
    int exitCode() throws IOException, InterruptedException {
        if (!process.waitFor(5, TimeUnit.MINUTES)) {
            throw new IOException("does not end; so far it said: " + printed());
        }
        return process.exitValue();
    }

    /// Asks it to end, as Ctrl-C does.
    void interrupt() {
        process.destroy();
    }

    /// As `kill -9` does.
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}

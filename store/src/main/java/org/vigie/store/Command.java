package org.vigie.store;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// One call of a program of PostgreSQL's or the system's, without a shell.
///
/// The program speaks English and knows no `PG…` variable of the user's, which could send it to
/// another port or folder.
///
/// @param line the program and its arguments
/// @param folder where it runs
record Command(List<String> line, Path folder) {

    /// `initdb` on a slow disk takes a minute; a program that has not ended by now hangs.
    private static final Duration RUN_MAX = Duration.ofMinutes(5);

    private static final File NOTHING = new File(File.separatorChar == '\\' ? "NUL" : "/dev/null");

    /// The program is not there, or may not be run.
    static final class Missing extends IOException {
        private static final long serialVersionUID = 1L;

        private Missing(IOException cause) {
            super(cause.getMessage(), cause);
        }
    }

    /// How a program ended.
    ///
    /// @param exit 0 if all went well
    /// @param output what it printed, errors included
    record Outcome(int exit, String output) {
        boolean ok() {
            return exit == 0;
        }
    }

    /// Runs the program to its end. One that leaves a server behind must be `start`ed instead: the
    /// server would keep the output open.
    Outcome run() throws IOException {
        Process process = begin(builder().redirectErrorStream(true));
        try (InputStream output = process.getInputStream()) {
            // What these programs print fits a pipe's buffer, so waiting first cannot block them.
            if (!process.waitFor(RUN_MAX.toSeconds(), TimeUnit.SECONDS))
                throw new IOException(
                        "%s did not end in %s s".formatted(line.getFirst(), RUN_MAX.toSeconds()));
            String printed = new String(output.readAllBytes(), StandardCharsets.UTF_8);
            return new Outcome(process.exitValue(), printed);
        } catch (InterruptedException e) {
            throw interrupted(e);
        } finally {
            process.destroyForcibly();
        }
    }

    /// Starts the program and lets it work; what it prints is dropped.
    Process start() throws IOException {
        return begin(
                builder()
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD));
    }

    private static Process begin(ProcessBuilder builder) throws Missing {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new Missing(e);
        }
    }

    private ProcessBuilder builder() {
        var builder =
                new ProcessBuilder(line)
                        .directory(folder.toFile())
                        .redirectInput(ProcessBuilder.Redirect.from(NOTHING));
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        environment.put("LC_ALL", "C");
        environment.put("TZ", "UTC");
        return builder;
    }

    static void pause(Duration time) throws InterruptedIOException {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    static InterruptedIOException interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        var trouble = new InterruptedIOException("interrupted while waiting for PostgreSQL");
        trouble.initCause(cause);
        return trouble;
    }
}

package org.vigie.solve;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.vigie.plan.posture.CoverProblem;

/// The [SolverProgram] beside us: started on the first solve, kept for the next, ended when it does
/// not come back in time, and started again after a crash. One solve at a time.
///
/// Its cost: a second or two for the first solve (a small Java program, and OR-Tools unpacks some
/// 70 MB), milliseconds for the pipe afterwards, and 100 to 200 MB of memory while it lives.
final class SolverProcess {

    /// To start, on a machine that has much else to do.
    private static final Duration START = Duration.ofSeconds(60);

    private static final SolverProcess SHARED = new SolverProcess();

    private @Nullable Process process;

    private SolverProcess() {}

    static SolverProcess shared() {
        return SHARED;
    }

    /// A problem for a solver.
    ///
    /// @param limit that the solver is told
    /// @param plan to begin with, where there is one
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Request(Engine engine, Duration limit, CoverProblem problem, int @Nullable [] plan) {}

    /// Why there is no answer, as the end of a sentence.
    static final class NoAnswer extends Exception {
        private static final long serialVersionUID = 1L;

        NoAnswer(String why) {
            super(why);
        }
    }

    /// What the solver said.
    ///
    /// @param patience after which it is ended
    synchronized Told solve(Request request, Duration patience) throws NoAnswer {
        var running = started();
        var told =
                within(
                        patience,
                        () -> {
                            send(running, request);
                            return answer(running);
                        });
        try {
            return Told.read(
                    new DataInputStream(
                            new ByteArrayInputStream(Base64.getDecoder().decode(told))));
        } catch (IOException | IllegalArgumentException garbled) {
            end();
            throw new NoAnswer("its answer cannot be read: " + garbled.getMessage());
        }
    }

    private Process started() throws NoAnswer {
        var last = process;
        if (last != null && last.isAlive()) {
            return last;
        }
        Process running;
        try {
            running =
                    new ProcessBuilder(command())
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
        } catch (IOException unstartable) {
            throw new NoAnswer("it could not be started: " + unstartable.getMessage());
        }
        process = running;
        var ready = within(START, () -> answer(running));
        if (!ready.equals(SolverProgram.READY)) {
            end();
            throw new NoAnswer("it cannot run here: " + ready);
        }
        return running;
    }

    private static List<String> command() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx2g",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                SolverProgram.class.getName());
    }

    private static void send(Process running, Request request) throws IOException {
        // Not closed: the program waits for the next problem.
        var out = new DataOutputStream(new BufferedOutputStream(running.getOutputStream()));
        out.writeUTF(request.engine.name());
        out.writeLong(request.limit.toMillis());
        CoverWire.write(out, request.problem);
        CoverWire.write(out, request.plan == null ? new int[0] : request.plan);
        out.flush();
    }

    /// The next line with the mark. The reader takes no more than the line, as nothing follows it
    /// until the next problem.
    private static String answer(Process running) throws IOException {
        var lines =
                new BufferedReader(
                        new InputStreamReader(running.getInputStream(), StandardCharsets.US_ASCII));
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(SolverProgram.MARK)) {
                return line.substring(SolverProgram.MARK.length());
            }
        }
        throw new IOException("its program ended");
    }

    private interface Step {
        String run() throws IOException;
    }

    /// The watchdog: whoever does not come back in time is ended.
    private String within(Duration patience, Step step) throws NoAnswer {
        var task = new FutureTask<>(step::run);
        var thread = new Thread(task, "vigie-solve");
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            end();
            throw new NoAnswer("it was still at work after " + patience.toMillis() + " ms");
        } catch (ExecutionException broken) {
            var code = exitCode();
            end();
            throw new NoAnswer(
                    String.valueOf(
                                    broken.getCause() == null
                                            ? broken
                                            : broken.getCause().getMessage())
                            + code);
        } catch (InterruptedException stopped) {
            end();
            Thread.currentThread().interrupt();
            throw new NoAnswer("it was stopped");
        }
    }

    private String exitCode() {
        var ended = process;
        try {
            return ended != null && ended.waitFor(1, TimeUnit.SECONDS)
                    ? " with code " + ended.exitValue()
                    : "";
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    /// Ends the program; the next solve starts another.
    synchronized void end() {
        var last = process;
        if (last != null) {
            last.destroyForcibly();
            process = null;
        }
    }
}

package org.vigie.store;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Another program that uses a data folder: a Java machine of its own, told what to do line by
/// line.
final class OtherProgram implements AutoCloseable {

    private final Process process;
    private final BufferedReader answers;
    private final BufferedWriter orders;

    private OtherProgram(Process process) {
        this.process = process;
        this.answers = process.inputReader(StandardCharsets.UTF_8);
        this.orders = process.outputWriter(StandardCharsets.UTF_8);
    }

    static OtherProgram start(Path folder) throws IOException {
        return start(List.of(), folder);
    }

    static OtherProgram start(List<String> prefix, Path folder) throws IOException {
        return start(prefix, classPath(), Map.of(), List.of(folder, Fixture.CACHE));
    }

    /// @param prefix what stands before `java`
    /// @param folderAndCache the data folder and the folder of unpacked programs
    static OtherProgram start(
            List<String> prefix,
            String classPath,
            Map<String, String> environment,
            List<Path> folderAndCache)
            throws IOException {
        var line = new ArrayList<>(prefix);
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m"));
        line.addAll(List.of("-cp", classPath, OtherProgram.class.getName()));
        for (Path path : folderAndCache) line.add(path.toString());
        var builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.environment().putAll(environment);
        return new OtherProgram(builder.start());
    }

    static String classPath() {
        return System.getProperty("java.class.path", "");
    }

    static List<Path> classPathEntries() {
        var entries = new ArrayList<Path>();
        for (String entry : List.of(classPath().split(File.pathSeparator, -1)))
            entries.add(Path.of(entry));
        return entries;
    }

    /// Tells the program one thing and gives its one line of answer.
    String tell(String order) throws IOException {
        order(order);
        return String.valueOf(answers.readLine());
    }

    /// Tells the program one thing and does not wait for the answer.
    void order(String order) throws IOException {
        orders.write(order);
        orders.newLine();
        orders.flush();
    }

    /// As `kill -9` does.
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    int waitForExit() throws InterruptedException {
        return process.waitFor();
    }

    void interrupt() {
        process.destroy();
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        answers.close();
    }

    /// `open`, `fill`, `close at exit`, `insert N`, `count`, `close`: each answers with one line.
    static void main(String[] args) throws IOException, SQLException {
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        var visit = new Visit(Path.of(args[0]), Path.of(args[1]));
        for (String order = in.readLine(); order != null; order = in.readLine())
            System.out.println(visit.obey(order));
    }

    private static final class Visit {
        private final Path folder;
        private final Path cache;
        private @Nullable Lease lease;

        Visit(Path folder, Path cache) {
            this.folder = folder;
            this.cache = cache;
        }

        String obey(String order) throws IOException, SQLException {
            if (order.equals("open")) return open();
            if (order.equals("fill")) return fill();
            Lease held = Objects.requireNonNull(lease);
            if (order.startsWith("insert "))
                Fixture.insert(held, Integer.parseInt(order.substring("insert ".length())));
            else if (order.equals("close")) held.close();
            else if (order.equals("close at exit")) held.closedAtExit();
            else return Fixture.rows(held).toString();
            return "done";
        }

        /// Writes until the disk is full.
        private String fill() throws IOException {
            try (var out = Files.newOutputStream(folder.resolve("filling"))) {
                byte[] megabyte = new byte[1 << 20];
                for (int i = 0; i < 1000; i++) out.write(megabyte);
                return "the disk is not full";
            } catch (FileSystemException e) {
                return "not even that";
            } catch (IOException e) {
                return "full";
            }
        }

        private String open() {
            long start = System.nanoTime();
            try {
                lease = DataFolder.open(folder, cache);
            } catch (IOException e) {
                return "trouble: " + e.getMessage();
            }
            return "open after " + (System.nanoTime() - start) / 1_000_000 + " ms";
        }
    }
}

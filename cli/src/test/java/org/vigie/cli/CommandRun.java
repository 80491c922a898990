package org.vigie.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.exchange.imports.KeptFiles;
import org.vigie.record.Ledger;
import org.vigie.record.MemoryLedger;
import org.vigie.store.access.AccessStore;
import org.vigie.store.ledger.Checkpoint;
import org.vigie.store.ledger.Erasure;
import org.vigie.store.ledger.Proofs;
import org.vigie.store.ledger.Verification;
import org.vigie.store.ledger.VerifyingKey;

/// The command line in this process, over ledgers in memory, with a clock that stands still unless
/// it is told to move.
final class CommandRun {

    private Instant now = Instant.parse("2024-05-01T06:00:00Z");
    private final Map<Ledgers.Where, Ledger> ledgers = new HashMap<>();
    private final Random chance = new Random(7);
    final List<Ledgers.Where> opened = new ArrayList<>();
    Ledgers source = this::open;
    InputStream pasted = InputStream.nullInputStream();
    Verification verification = new Verification(0, 0, 0, null, List.of(), List.of());

    /// What a command did.
    record Result(int exitCode, String out, String err) {}

    Result run(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var head = new Head(source, () -> now, chance, false);
        int exitCode =
                Main.commandLine(head, false, pasted)
                        .setOut(new PrintWriter(out, true))
                        .setErr(new PrintWriter(err, true))
                        .execute(arguments);
        return new Result(exitCode, out.toString(), err.toString());
    }

    /// The same on a data folder.
    Result on(Path data, String... arguments) {
        return run(
                Stream.concat(Stream.of(arguments), Stream.of("--data", data.toString()))
                        .toArray(String[]::new));
    }

    void wait(Duration time) {
        now = now.plus(time);
    }

    /// The one ledger that the commands opened.
    MemoryLedger ledger() {
        return (MemoryLedger) ledgers.values().iterator().next();
    }

    Instant now() {
        return now;
    }

    static String testFile(String name) {
        var folder = System.getenv("VIGIE_TEST_DATA");
        var path =
                (folder == null ? repository().resolve("../shared/data") : Path.of(folder))
                        .resolve(name);
        if (!Files.isRegularFile(path)) {
            throw new IllegalStateException(
                    "the test data is not there: " + path + " (set VIGIE_TEST_DATA to its folder)");
        }
        return path.toString();
    }

    static Path repository() {
        var here = Path.of("").toAbsolutePath();
        while (!Files.isRegularFile(here.resolve("LICENSE"))) {
            here = here.getParent();
            if (here == null) {
                throw new IllegalStateException("no LICENSE above the working folder");
            }
        }
        return here;
    }

    private Ledgers.OpenLedger open(Ledgers.Where where) {
        opened.add(where);
        var ledger = ledgers.computeIfAbsent(where, one -> new MemoryLedger(() -> now));
        return new Ledgers.OpenLedger() {
            @Override
            public Ledger ledger() {
                return ledger;
            }

            @Override
            public KeptFiles keptFiles() {
                return (sha256, name, file, closed) -> {};
            }

            @Override
            public Verification verify(
                    @Nullable Checkpoint outside, @Nullable VerifyingKey trusted, boolean files) {
                return verification;
            }

            @Override
            public Proofs proofs() {
                throw new IllegalStateException("a ledger in memory proves nothing");
            }

            @Override
            public Verification.Gone erase(Erasure erasure, UUID id) {
                throw new IllegalStateException("a ledger in memory has no keys");
            }

            @Override
            public AccessStore access() {
                throw new IllegalStateException("a ledger in memory has no accounts");
            }

            @Override
            public void close() throws IOException {}
        };
    }
}

package org.vigie.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.vigie.exchange.Formats;
import org.vigie.exchange.imports.Importer;
import org.vigie.exchange.imports.KnownAt;
import org.vigie.exchange.imports.Order;
import org.vigie.exchange.imports.Progress;
import org.vigie.record.Component;
import org.vigie.record.Entry;
import org.vigie.record.Handling;
import org.vigie.record.Housekeeping;
import org.vigie.record.Ids;
import org.vigie.record.Ledger;
import org.vigie.record.Origin;
import org.vigie.store.DataFolder;
import org.vigie.store.Database;
import org.vigie.store.Role;
import org.vigie.store.ledger.Store;

/// A file of generated rows into an empty ledger, beside what a bare COPY of the same rows costs; a
/// warning every tenth of a second meanwhile; then the first `verify`.
final class ImportBench {

    private static final int BATCH = 10_000;
    private static final Duration BETWEEN_WARNINGS = Duration.ofMillis(100);

    private final int events;
    private final Measured measured = new Measured();

    ImportBench(int events) {
        this.events = events;
    }

    Measured run() throws Exception {
        Path folder = Files.createTempDirectory("vigie-bench");
        try {
            Path file = folder.resolve("events.csv");
            GedRows.write(file, events);
            measured.put("events", events);
            measured.put("fileBytes", Files.size(file));
            appendParsed(folder.resolve("append"), file);
            var took = importFile(folder.resolve("import"), file);
            indexedCopy(folder.resolve("anchor"), took, (int) (Files.size(file) / events));
            return measured;
        } finally {
            delete(folder);
        }
    }

    /// Entries that are ready, in batches of 10,000, each durable and sealed before the next.
    private void appendParsed(Path data, Path file) throws Exception {
        try (var store = Store.open(data)) {
            var ledger = store.ledger(false).ledger();
            var batches = new Batches(ledger);
            importer(batches).run(order(file), Progress.SILENT);
            batches.flush();
            measured.put("appendSeconds", seconds(batches.spent));
            var anchor = withOwner(data, Anchors::copyOfEntries);
            measured.put("bareCopySeconds", seconds(anchor));
            measured.atLeast("appendOfBareCopy", ratio(anchor, batches.spent), 0.75);
        }
    }

    private Duration importFile(Path data, Path file) throws Exception {
        try (var store = Store.open(data)) {
            var opened = store.ledger(false);
            var importer = new Importer(opened.ledger(), opened.files()::keep, new SecureRandom());
            var warnings = new Warnings(opened.ledger());
            var thread = Thread.ofPlatform().start(warnings);
            long started = System.nanoTime();
            importer.run(order(file), Progress.SILENT);
            var took = Duration.ofNanos(System.nanoTime() - started);
            warnings.over.set(true);
            thread.join();
            measured.put("importSeconds", seconds(took));
            measured.atLeast("importRowsPerSecond", events / seconds(took), 30_000);
            measured.put("warningsMeanwhile", warnings.millis.size());
            measured.put("warningMillisMedian", warnings.quantile(0.5));
            measured.atMost("warningMillisMax", warnings.quantile(1), 250);
            long verifying = System.nanoTime();
            var verification = opened.verify(null, null, false);
            measured.atMost("verifySeconds", (System.nanoTime() - verifying) / 1e9, 8);
            long reading = System.nanoTime();
            opened.verify(null, null, true);
            measured.put("verifyWithFilesSeconds", (System.nanoTime() - reading) / 1e9);
            measured.put("verified", verification.findings().isEmpty() ? "whole" : "BROKEN");
            measured.put("diskMegabytes", size(data) / 1_000_000);
            return took;
        }
    }

    /// In a database of its own, which is as new as the import's was: neither writes back for the
    /// other.
    private void indexedCopy(Path data, Duration took, int text) throws Exception {
        try (var store = Store.open(data)) {
            store.ledger(false);
            var anchor = withOwner(data, owner -> Anchors.indexedCopy(owner, events, text));
            measured.put("indexedCopySeconds", seconds(anchor));
            measured.atLeast("importOfIndexedCopy", ratio(anchor, took), 0.6);
        }
    }

    private Importer importer(Ledger ledger) {
        return new Importer(ledger, (sha256, name, path, closed) -> {}, new SecureRandom());
    }

    private static Order order(Path file) throws IOException {
        return new Order(Formats.of(file), file, new KnownAt.Now(), false, false, Instant.now());
    }

    /// Something that the owner of the tables does.
    private interface Work {
        Duration by(java.sql.Connection owner) throws SQLException, IOException;
    }

    private static Duration withOwner(Path data, Work work) throws IOException, SQLException {
        try (var lease = DataFolder.open(data);
                var owner = new Database.Embedded(lease).connect(false, Role.OWNER)) {
            return work.by(owner);
        }
    }

    /// Cuts one long append into batches, and times nothing but the ledger.
    private static final class Batches extends ForwardingLedger {

        private final List<Entry> batch = new ArrayList<>(BATCH);
        private Duration spent = Duration.ZERO;

        Batches(Ledger ledger) {
            super(ledger);
        }

        @Override
        public Receipt append(Iterable<Entry> entries) throws IOException {
            for (var entry : entries) {
                batch.add(entry);
                if (batch.size() == BATCH) {
                    flush();
                }
            }
            return new Receipt(0, 0, Instant.EPOCH);
        }

        void flush() throws IOException {
            long started = System.nanoTime();
            ledger.append(batch);
            spent = spent.plusNanos(System.nanoTime() - started);
            batch.clear();
        }
    }

    /// One single entry after another, as warnings come in.
    private static final class Warnings implements Runnable {

        private final Ledger ledger;
        private final AtomicBoolean over = new AtomicBoolean();
        private final List<Double> millis = new ArrayList<>();

        Warnings(Ledger ledger) {
            this.ledger = ledger;
        }

        @Override
        public void run() {
            var chance = new SecureRandom();
            try {
                while (!over.get()) {
                    var entry = note(Ids.series(Instant.now(), chance));
                    long started = System.nanoTime();
                    ledger.append(List.of(entry));
                    millis.add((System.nanoTime() - started) / 1e6);
                    Thread.sleep(BETWEEN_WARNINGS);
                }
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        private static Entry note(Supplier<java.util.UUID> ids) {
            var id = ids.get();
            return new Entry(
                    id,
                    id,
                    null,
                    null,
                    "bench",
                    Component.OUTSIDE,
                    Handling.OPEN,
                    new Origin("bench", null, null, 0),
                    null,
                    new Housekeeping.NoteWritten("armed men gather at the ford"));
        }

        double quantile(double share) {
            var sorted = millis.stream().sorted().toList();
            return sorted.isEmpty() ? 0 : sorted.get((int) Math.round(share * (sorted.size() - 1)));
        }
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    private static double ratio(Duration anchor, Duration ours) {
        return seconds(anchor) / seconds(ours);
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}

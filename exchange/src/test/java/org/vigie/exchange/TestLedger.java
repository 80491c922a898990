package org.vigie.exchange;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.vigie.exchange.imports.Imported;
import org.vigie.exchange.imports.Importer;
import org.vigie.exchange.imports.KnownAt;
import org.vigie.exchange.imports.Order;
import org.vigie.exchange.imports.Progress;
import org.vigie.exchange.imports.Undo;
import org.vigie.record.Filter;
import org.vigie.record.Incidents;
import org.vigie.record.Ledger;
import org.vigie.record.MemoryLedger;
import org.vigie.record.Recorded;
import org.vigie.record.Viewer;

/// A ledger in memory with a clock that moves a minute with every import.
public final class TestLedger {

    public static final Instant START = Instant.parse("2024-05-01T06:00:00Z");
    public static final Instant LATER = Instant.parse("2030-01-01T00:00:00Z");

    public final TreeMap<String, String> keptFiles = new TreeMap<>();
    private Instant now = START;
    private final Random chance = new Random(7);
    public final Ledger ledger = new MemoryLedger((InstantSource) () -> now);

    public Imported add(Path file) throws IOException {
        return add(file, "now");
    }

    public Imported add(Path file, String knownAt) throws IOException {
        return run(new Order(Formats.of(file), file, KnownAt.parse(knownAt), false, false, tick()));
    }

    public Imported addComplete(Path file) throws IOException {
        return run(new Order(Formats.of(file), file, new KnownAt.Now(), true, false, tick()));
    }

    public Imported tryOut(Path file) throws IOException {
        return run(new Order(Formats.of(file), file, new KnownAt.Now(), false, true, tick()));
    }

    public Undo undo(Imported imported) throws IOException {
        return Undo.run(
                ledger, java.util.Objects.requireNonNull(imported.importId()), tick(), chance);
    }

    public Imported run(Order order) throws IOException {
        return new Importer(
                        ledger, (sha256, name, file, closed) -> keptFiles.put(sha256, name), chance)
                .run(order, Progress.SILENT);
    }

    /// An import during which something else happens: while its file is kept.
    public Imported addWhile(Path file, Runnable other) throws IOException {
        var order = new Order(Formats.of(file), file, new KnownAt.Now(), false, false, tick());
        return new Importer(ledger, (sha256, name, path, closed) -> other.run(), new Random(11))
                .run(order, Progress.SILENT);
    }

    /// The incidents as they are now.
    public Incidents incidents() throws IOException {
        return ledger.asOf(LATER, LATER, Viewer.owner()).incidents();
    }

    /// The incidents that the mission knew of at a moment.
    public Incidents knownAt(String moment) throws IOException {
        return ledger.asOf(Instant.parse(moment), LATER, Viewer.owner()).incidents();
    }

    public Incidents between(String from, String to) throws IOException {
        return incidents()
                .where(
                        new Filter(
                                java.time.LocalDate.parse(from),
                                java.time.LocalDate.parse(to),
                                null,
                                null,
                                null,
                                null));
    }

    public List<Recorded> entries() throws IOException {
        var all = new java.util.ArrayList<Recorded>();
        ledger.read(Set.of(), Viewer.owner(), all::add);
        return all;
    }

    public Instant tick() {
        now = now.plusSeconds(60);
        return now;
    }
}

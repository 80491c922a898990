package org.vigie.exchange.packs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.vigie.record.Entry;
import org.vigie.record.MemoryLedger;
import org.vigie.record.Picture;
import org.vigie.record.Viewer;

/// The shipped packs, and copies of them that a test may break.
final class TestPacks {

    static final Path MISSIONS = Path.of("..", "missions");
    static final Instant TODAY = Instant.parse("2026-01-01T00:00:00Z");

    private TestPacks() {}

    static PackFiles files(String mission) {
        return new FolderFiles(MISSIONS.resolve(mission), "missions/" + mission);
    }

    static Pack mali() throws IOException {
        return Pack.read(files("mali"));
    }

    static Pack ostrelle() throws IOException {
        return Pack.read(files("ostrelle"));
    }

    static Chronology chronology(Pack pack, String mission, String name) throws IOException {
        return Chronology.read(files(mission), pack, name);
    }

    static MemoryLedger ledger() {
        return new MemoryLedger(InstantSource.fixed(TODAY));
    }

    static Picture picture(MemoryLedger ledger, String known) {
        return ledger.asOf(Instant.parse(known), TODAY, Viewer.owner());
    }

    static Picture now(MemoryLedger ledger) {
        return ledger.asOf(TODAY, TODAY, Viewer.owner());
    }

    static Path copy(String mission, Path folder) throws IOException {
        var from = MISSIONS.resolve(mission);
        try (var files = Files.walk(from)) {
            for (var file : files.sorted().toList()) {
                var to = folder.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(to);
                } else {
                    Files.copy(file, to);
                }
            }
        }
        return folder;
    }

    /// Replaces text that stands in a file; fails when it does not stand there.
    static void replace(Path file, String old, String replacement) throws IOException {
        var text = Files.readString(file);
        if (!text.contains(old)) {
            throw new IllegalArgumentException(file + " does not hold " + old);
        }
        Files.writeString(file, text.replace(old, replacement));
    }

    static long count(List<Entry> entries, String kind) {
        return entries.stream().filter(entry -> entry.kind().equals(kind)).count();
    }
}

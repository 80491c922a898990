package org.vigie.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.vigie.exchange.packs.Pack;
import org.vigie.exchange.packs.PackFiles;
import org.vigie.exchange.packs.PackLoader;
import org.vigie.record.Ledger;
import org.vigie.record.MemoryLedger;
import picocli.CommandLine.Option;

/// The mission that is asked about: its pack, and the ledger of a folder where somebody names one;
/// else the pack alone answers.
final class MissionLedger {

    @Option(
            names = "--mission",
            paramLabel = "PACK",
            description =
                    "Folder of a mission pack, or one that comes along (default: ${DEFAULT-VALUE}).")
    private String mission = "mali";

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Take the force register from this folder's ledger instead of the pack.")
    private @Nullable Path data;

    @Option(names = "--exercise", description = "With --data: from the ledger of exercises.")
    private boolean exercise;

    /// The folder; null where the pack alone is asked.
    @Nullable Path data() {
        return data;
    }

    Pack pack() throws IOException {
        return Pack.read(PackFiles.of(mission));
    }

    /// A ledger that somebody asks and closes.
    record Opened(Ledger ledger, Ledgers.@Nullable OpenLedger own) implements AutoCloseable {

        @Override
        public void close() throws IOException {
            if (own != null) {
                own.close();
            }
        }
    }

    Opened open(Head head, Pack pack) throws IOException {
        if (data == null) {
            return new Opened(ofPack(head, pack), null);
        }
        var own = head.ledgers().openExisting(new Ledgers.Where(data, null, exercise));
        return new Opened(own.ledger(), own);
    }

    /// The pack's own, in memory.
    static Ledger ofPack(Head head, Pack pack) throws IOException {
        var ledger = new MemoryLedger(head.clock());
        PackLoader.load(pack, ledger);
        return ledger;
    }
}

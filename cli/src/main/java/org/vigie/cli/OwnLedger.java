package org.vigie.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// A ledger that is asked only when somebody names it; else the mission pack alone answers.
final class OwnLedger {

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

    Ledgers.@Nullable OpenLedger open(Head head) throws IOException {
        return data == null
                ? null
                : head.ledgers().openExisting(new Ledgers.Where(data, null, exercise));
    }
}

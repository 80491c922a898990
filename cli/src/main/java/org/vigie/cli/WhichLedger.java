package org.vigie.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options by which a command finds its ledger.
final class WhichLedger {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "${sys:user.home}/.vigie",
            description = "Folder of Vigie's own database (default: ~/.vigie).")
    private Path data = Path.of(".vigie");

    @Option(
            names = "--database-url",
            paramLabel = "URL",
            description = "Use this PostgreSQL instead, e.g. jdbc:postgresql://host/vigie.")
    private @Nullable String databaseUrl;

    @Option(
            names = "--exercise",
            description = "Use the ledger of exercises; it is never mixed with the real one.")
    private boolean exercise;

    Ledgers.OpenLedger open(Head head) throws IOException {
        return head.ledgers().open(new Ledgers.Where(data, databaseUrl, exercise));
    }

    /// The ledger of exercises, whether `--exercise` was given or not.
    Ledgers.OpenLedger openExercise(Head head) throws IOException {
        return head.ledgers().open(new Ledgers.Where(data, databaseUrl, true));
    }

    boolean exercise() {
        return exercise;
    }
}

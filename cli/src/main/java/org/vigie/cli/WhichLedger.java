package org.vigie.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.BadInput;
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
            description =
                    "Use this PostgreSQL instead, e.g. postgresql://user:password@host/vigie.")
    private @Nullable String databaseUrl;

    @Option(
            names = "--exercise",
            description = "Use the ledger of exercises; it is never mixed with the real one.")
    private boolean exercise;

    /// To write in it; it is made when it is not there.
    Ledgers.OpenLedger open(Head head) throws IOException {
        return open(head, exercise);
    }

    /// To read it; one that nobody has written in is refused, and nothing is made.
    Ledgers.OpenLedger openExisting(Head head) throws IOException {
        return head.ledgers().openExisting(new Ledgers.Where(named(data), databaseUrl, exercise));
    }

    /// The ledger of exercises, whether `--exercise` was given or not.
    Ledgers.OpenLedger openExercise(Head head) throws IOException {
        return open(head, true);
    }

    private Ledgers.OpenLedger open(Head head, boolean ofExercise) throws IOException {
        return head.ledgers().open(new Ledgers.Where(named(data), databaseUrl, ofExercise));
    }

    /// The folder that was named. An empty name is most likely a variable of a script that was not
    /// set; it must not make a ledger wherever one happens to stand.
    static Path named(Path data) {
        if (data.toString().isBlank()) {
            throw new BadInput("data", data.toString(), "the name of a folder");
        }
        return data;
    }

    boolean exercise() {
        return exercise;
    }
}

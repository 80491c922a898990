package org.vigie.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.BadInput;
import org.vigie.record.Picture;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

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

    /// Two clocks that differ by less are no matter.
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    /// To write in it; it is made when it is not there.
    Ledgers.OpenLedger open(Head head) throws IOException {
        return open(head, exercise);
    }

    /// To read it; one that nobody has written in is refused, and nothing is made.
    Ledgers.OpenLedger openExisting(Head head) throws IOException {
        return warned(
                head,
                head.ledgers().openExisting(new Ledgers.Where(named(data), databaseUrl, exercise)));
    }

    /// What its owner sees in it by these clocks.
    Picture picture(Head head, Clocks clocks) throws IOException {
        try (var open = openExisting(head)) {
            return clocks.picture(open.ledger(), head);
        }
    }

    /// The ledger of exercises, whether `--exercise` was given or not.
    Ledgers.OpenLedger openExercise(Head head) throws IOException {
        return open(head, true);
    }

    private Ledgers.OpenLedger open(Head head, boolean ofExercise) throws IOException {
        return warned(
                head, head.ledgers().open(new Ledgers.Where(named(data), databaseUrl, ofExercise)));
    }

    /// A clock that was ahead hides entries from whoever asks for now.
    private Ledgers.OpenLedger warned(Head head, Ledgers.OpenLedger open) {
        var newest = open.ledger().newest();
        if (newest.isAfter(head.clock().instant().plus(CLOCKS_DIFFER))) {
            var err = Commands.line(spec).getErr();
            err.println(
                    "vigie: the newest entry was recorded at %s by a clock that was ahead of this one: to see it, give that moment as --as-of and --recorded-as-of"
                            .formatted(newest));
            err.flush();
        }
        return open;
    }

    /// The folder that was named. An empty name is most likely a variable of a script that was not
    /// set; it must not make a ledger wherever one happens to stand.
    static Path named(Path data) {
        if (data.toString().isBlank()) {
            throw new BadInput("data", data.toString(), "the name of a folder");
        }
        return data;
    }

    /// The data folder, for what lies beside the ledger.
    Path folder() {
        return named(data);
    }

    boolean exercise() {
        return exercise;
    }
}

package org.vigie.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.store.ledger.Restore;
import org.vigie.store.ledger.Verification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Makes a data folder of a backup, and verifies it.
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description =
                "Make a data folder of a backup, and verify it. Exit code 1 when it does not verify.")
final class Restoring implements Callable<Integer> {

    private final Head head;

    @Spec private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "What 'vigie backup' wrote.")
    private Path file = Path.of("");

    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description = "The folder to make; it must be empty or not there.")
    private Path data = Path.of("");

    @Option(
            names = "--keys",
            paramLabel = "FILE",
            description =
                    "What 'vigie backup --keys' wrote. Without it protected bodies stay closed.")
    private @Nullable Path keys;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    Restoring(Head head) {
        this.head = head;
    }

    @Override
    public Integer call() throws IOException {
        var line = Commands.line(spec);
        var progress = new RowsLine("rows", line.getErr(), head);
        Restore.run(file, keys, data, progress::at);
        progress.end();
        var real = verify(false);
        var exercise = verify(true);
        boolean ok = fine(real) && fine(exercise);
        if (json) {
            var object = new LinkedHashMap<String, Object>();
            object.put("ok", ok);
            object.put("data", data);
            object.put("entries", real.entries());
            object.put("exerciseEntries", exercise.entries());
            object.put("keysMissing", closed(real) || closed(exercise));
            object.put("erased", real.erased().size() + exercise.erased().size());
            Json.print(line.getOut(), object);
        } else {
            line.getOut()
                    .printf(
                            Locale.ROOT,
                            "%s: %,d entries and %,d of exercises restored to %s; %s%n",
                            ok ? "ok" : "NOT ok",
                            real.entries(),
                            exercise.entries(),
                            data,
                            ok ? "they verify" : "they do not verify: see vigie verify");
            if (closed(real) || closed(exercise)) {
                line.getOut()
                        .println(
                                "protected bodies are closed, for their keys were not restored (see --keys)");
            }
            line.getOut().flush();
        }
        return ok ? 0 : Commands.FINDING;
    }

    private Verification verify(boolean exercise) throws IOException {
        try (var open = head.ledgers().open(new Ledgers.Where(data, null, exercise))) {
            return open.verify(null, null, true);
        }
    }

    private boolean fine(Verification verification) {
        return verification.ok() || (keys == null && verification.okButForKeys());
    }

    private static boolean closed(Verification verification) {
        return !verification.ok() && verification.okButForKeys();
    }
}

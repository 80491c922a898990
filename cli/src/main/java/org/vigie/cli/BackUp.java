package org.vigie.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Copies a data folder into a file.
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description = {
            "Copy both ledgers of a data folder into one file, while Vigie goes on running.",
            "Keys are left out: --keys writes them into a second file, to be kept apart. A database"
                    + " given by --database-url is backed up with its own tools."
        })
final class BackUp implements Callable<Integer> {

    private final Head head;

    @Spec private @Nullable CommandSpec spec;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "${sys:user.home}/.vigie",
            description = "Folder of Vigie's own database (default: ~/.vigie).")
    private Path data = Path.of(".vigie");

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "The file; it must not be there yet.")
    private Path out = Path.of("");

    @Option(
            names = "--keys",
            paramLabel = "FILE",
            description =
                    "Write the keys of protected bodies and the signing key there. Who has both"
                            + " files can read everything.")
    private @Nullable Path keys;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    BackUp(Head head) {
        this.head = head;
    }

    @Override
    public Integer call() throws IOException {
        var line = Commands.line(spec);
        var progress = new RowsLine("rows", line.getErr(), head);
        var made = org.vigie.store.ledger.Backup.write(data, out, keys, progress::at);
        progress.end();
        long bytes = Files.size(out);
        if (json) {
            var object = new LinkedHashMap<String, @Nullable Object>();
            object.put("file", out);
            object.put("bytes", bytes);
            object.put("entries", made.entries());
            object.put("rows", made.rows());
            object.put("keys", keys);
            Json.print(line.getOut(), object);
            return 0;
        }
        line.getOut()
                .printf(
                        Locale.ROOT,
                        "written: %,d entries, %,d rows, %,d bytes to %s%n",
                        made.entries(),
                        made.rows(),
                        bytes,
                        out);
        line.getOut()
                .println(
                        keys == null
                                ? "without keys: what is protected cannot be read from it (see --keys)"
                                : "keys: " + keys + "; keep it apart from the backup");
        line.getOut().flush();
        return 0;
    }
}

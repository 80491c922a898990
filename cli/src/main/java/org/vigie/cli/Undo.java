package org.vigie.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.exchange.imports.PastImport;
import org.vigie.geo.BadInput;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Takes an import back.
@Command(
        name = "undo",
        mixinStandardHelpOptions = true,
        description =
                "Take an import back: what it brought no longer holds, what it corrected holds"
                        + " again, and the history keeps both.")
final class Undo implements Callable<Integer> {

    private final Head head;

    @Spec private @Nullable CommandSpec spec;
    @Mixin private WhichLedger which = new WhichLedger();

    @Parameters(
            paramLabel = "IMPORT-ID",
            description = "The id that import printed; 'vigie imports' lists them.")
    private String importId = "";

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    Undo(Head head) {
        this.head = head;
    }

    @Override
    public Integer call() throws IOException {
        var id = parse(importId);
        var line = Commands.line(spec);
        org.vigie.exchange.imports.Undo undo;
        try (var open = which.open(head)) {
            undo =
                    org.vigie.exchange.imports.Undo.run(
                            open.ledger(), id, head.clock().instant(), head.chance());
        }
        var file = undo.what().what().file();
        if (json) {
            var object = new LinkedHashMap<String, Object>();
            object.put("importId", id);
            object.put("file", file);
            object.put("format", undo.what().what().format());
            object.put("later", undo.later().stream().map(PastImport::id).toList());
            Json.print(line.getOut(), object);
        } else {
            line.getOut().println("undone: import " + id + " of " + file);
            line.getOut().flush();
        }
        if (!undo.later().isEmpty()) {
            line.getErr()
                    .println(
                            "vigie: rows that later imports found unchanged are gone too; import"
                                    + " the newest file again to bring them back");
            line.getErr().flush();
        }
        return 0;
    }

    private static UUID parse(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new BadInput(
                    "import", text, "an id such as 01900000-0000-7000-8000-000000000000", e);
        }
    }
}

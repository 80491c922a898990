package org.vigie.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.exchange.imports.PastImport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Lists the imports of the ledger, undone ones included.
@Command(
        name = "imports",
        mixinStandardHelpOptions = true,
        description = "List the imports of the ledger, the oldest first.")
final class Imports implements Callable<Integer> {

    private final Head head;

    @Spec private @Nullable CommandSpec spec;
    @Mixin private WhichLedger which = new WhichLedger();

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    Imports(Head head) {
        this.head = head;
    }

    @Override
    public Integer call() throws IOException {
        List<PastImport> imports;
        try (var open = which.openExisting(head)) {
            imports = PastImport.list(open.ledger());
        }
        var out = Commands.line(spec).getOut();
        if (json) {
            Json.print(out, Map.of("imports", imports.stream().map(Imports::object).toList()));
            return 0;
        }
        var table =
                new Table(
                        "import",
                        "recorded at",
                        "file",
                        "format",
                        "known at",
                        "added",
                        "changed",
                        "removed",
                        "rejected",
                        "undone at");
        for (var one : imports) {
            var counts = one.counts();
            table.add(
                    one.id(),
                    one.opened().recordedAt(),
                    one.what().file(),
                    one.what().format(),
                    one.what().options().getOrDefault("known-at", ""),
                    counts.map(c -> c.added()).orElse(null),
                    counts.map(c -> c.changed()).orElse(null),
                    counts.map(c -> c.removed()).orElse(null),
                    counts.map(c -> c.rejected()).orElse(null),
                    one.undoneAt().map(Object::toString).orElse(""));
        }
        table.print(out);
        out.flush();
        return 0;
    }

    private static Map<String, @Nullable Object> object(PastImport past) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("importId", past.id());
        object.put("recordedAt", past.opened().recordedAt());
        object.put("file", past.what().file());
        object.put("format", past.what().format());
        object.put("sha256", past.what().sha256());
        object.put("bytes", past.what().bytes());
        object.put("options", past.what().options());
        past.counts()
                .ifPresent(counts -> {
                    object.put("read", counts.read());
                    object.put("added", counts.added());
                    object.put("changed", counts.changed());
                    object.put("unchanged", counts.unchanged());
                    object.put("removed", counts.removed());
                    object.put("rejected", counts.rejected());
                    object.put("disordered", counts.disordered());
                });
        object.put("undoneAt", past.undoneAt().orElse(null));
        return object;
    }
}

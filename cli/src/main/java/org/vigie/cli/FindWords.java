package org.vigie.cli;

import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.record.Standpoint;
import org.vigie.record.Viewer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Finds entries by their words.
@Command(
        name = "search",
        mixinStandardHelpOptions = true,
        description =
                "Find entries by words in names, notes and sources; accents, case and the forms of"
                        + " Arabic letters do not matter, the beginning of a word is enough.")
final class FindWords implements Callable<Integer> {

    private final Head head;

    @Spec private @Nullable CommandSpec spec;
    @Mixin private WhichLedger which = new WhichLedger();
    @Mixin private Clocks clocks = new Clocks();

    @Parameters(arity = "1..*", paramLabel = "WORDS", description = "All of them must be there.")
    private List<String> words = List.of();

    @Option(
            names = "--limit",
            defaultValue = "20",
            paramLabel = "N",
            description = "Hits shown, at most 500 (default: 20).")
    private int limit = 20;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    FindWords(Head head) {
        this.head = head;
    }

    @Override
    public Integer call() throws IOException {
        var now = head.clock().instant().truncatedTo(ChronoUnit.MILLIS);
        var standpoint = new Standpoint(clocks.known(now), clocks.recorded(now), Viewer.owner());
        SearchReport report;
        try (var open = which.openExisting(head)) {
            report = SearchReport.of(String.join(" ", words), standpoint, limit, open.ledger());
        }
        var out = Commands.line(spec).getOut();
        if (json) {
            Json.print(out, report.object());
        } else {
            report.print(out);
        }
        return 0;
    }
}

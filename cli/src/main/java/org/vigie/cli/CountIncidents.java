package org.vigie.cli;

import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.exchange.imports.PastImport;
import org.vigie.record.By;
import org.vigie.record.Ledger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Counts incidents and their dead, at any moment of both clocks.
@Command(
        name = "count",
        mixinStandardHelpOptions = true,
        description = "Count incidents and their dead as they were known at a moment.")
final class CountIncidents implements Callable<Integer> {

    private final Head head;

    @Spec private @Nullable CommandSpec spec;
    @Mixin private WhichLedger which = new WhichLedger();
    @Mixin private Clocks clocks = new Clocks();
    @Mixin private Narrowing narrowing = new Narrowing();

    @Option(
            names = "--by",
            defaultValue = "year",
            paramLabel = "KEY",
            description = "year (default), month, area, actor, kind or cell.")
    private String by = "year";

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    CountIncidents(Head head) {
        this.head = head;
    }

    @Override
    public Integer call() throws IOException {
        // The ledger's clocks tick in milliseconds.
        var now = head.clock().instant().truncatedTo(ChronoUnit.MILLIS);
        var question =
                new CountReport.Question(
                        clocks.known(now), clocks.recorded(now), By.ofCode(by), narrowing.filter());
        var line = Commands.line(spec);
        CountReport answer;
        boolean hindsight;
        try (var open = which.openExisting(head)) {
            answer = CountReport.of(question, open.ledger());
            hindsight = answer.count().events() == 0 && clocks.given() && allNow(open.ledger());
        }
        if (json) {
            Json.print(line.getOut(), answer.object());
        } else {
            answer.print(line.getOut(), which.exercise());
        }
        if (hindsight) {
            line.getErr()
                    .println(
                            "vigie: every import of this ledger counts as known from the import on;"
                                    + " 'import --known-at source' or 'lag:30d' says otherwise");
            line.getErr().flush();
        }
        return 0;
    }

    private static boolean allNow(Ledger ledger) throws IOException {
        var imports = PastImport.list(ledger);
        return !imports.isEmpty()
                && imports.stream()
                        .allMatch(past -> "now".equals(past.what().options().get("known-at")));
    }
}

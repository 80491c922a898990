package org.vigie.cli;

import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.assess.Changes;
import org.vigie.record.Filter;
import org.vigie.record.Standpoint;
import org.vigie.record.Viewer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Says what changed since a moment: the short form of a brief.
@Command(
        name = "changes",
        mixinStandardHelpOptions = true,
        description = "What changed since my last shift: incidents and entries learned since.")
final class ShowChanges implements Callable<Integer> {

    private final Head head;

    @Spec private @Nullable CommandSpec spec;
    @Mixin private WhichLedger which = new WhichLedger();
    @Mixin private Clocks clocks = new Clocks();

    @Option(
            names = "--since",
            required = true,
            paramLabel = "TIME",
            description = "A day (its end, UTC) or a time such as 2020-02-13T20:00Z.")
    private String since = "";

    @Option(names = "--area", description = "Incidents of this area or country only.")
    private @Nullable String area;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    ShowChanges(Head head) {
        this.head = head;
    }

    @Override
    public Integer call() throws IOException {
        var now = head.clock().instant().truncatedTo(ChronoUnit.MILLIS);
        var standpoint = new Standpoint(clocks.known(now), clocks.recorded(now), Viewer.owner());
        var filter = new Filter(null, null, area, null, null, null);
        Changes changes;
        try (var open = which.openExisting(head)) {
            changes =
                    Changes.since(
                            Clocks.parse("since", since),
                            standpoint,
                            Spelled.of(filter, standpoint, open.ledger()),
                            open.ledger());
        }
        var out = Commands.line(spec).getOut();
        if (json) {
            Json.print(out, new ChangesReport(changes).object());
        } else {
            new ChangesReport(changes).print(out, which.exercise());
        }
        return 0;
    }
}

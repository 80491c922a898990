package org.vigie.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.watch.DutyPaper;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Writes the situation report of a day to a file.
@Command(
        name = "sitrep",
        mixinStandardHelpOptions = true,
        description =
                "Write the situation report of a day: security, warnings and threats, operations,"
                        + " freedom of movement, each figure with what it counts, and apart from"
                        + " them what officers wrote on its page.")
final class WriteSitrep implements Callable<Integer> {

    private final Head head;

    @Spec private @Nullable CommandSpec spec;
    @Mixin private PaperOptions options = new PaperOptions();

    @Option(
            names = "--day",
            required = true,
            paramLabel = "DAY",
            description = "The day (UTC), such as 2026-03-19.")
    private String day = "";

    WriteSitrep(Head head) {
        this.head = head;
    }

    @Override
    public Integer call() throws IOException {
        var asked = Clocks.parseDay("day", day);
        return options.write(
                head,
                Commands.line(spec).getOut(),
                (ledger, at) -> DutyPaper.sitrep(ledger, at, asked));
    }
}

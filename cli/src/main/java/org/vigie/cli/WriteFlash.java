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

/// Writes the flash report of an alert to a file.
@Command(
        name = "flash",
        mixinStandardHelpOptions = true,
        description =
                "Write the flash report of an alert: what is known, what was done so far, and apart"
                        + " from both what officers wrote on its page.")
final class WriteFlash implements Callable<Integer> {

    private final Head head;

    @Spec private @Nullable CommandSpec spec;
    @Mixin private PaperOptions options = new PaperOptions();

    @Option(
            names = "--alert",
            required = true,
            paramLabel = "ID",
            description = "The alert, as 'vigie log --json' and its page's address have it.")
    private String alert = "";

    WriteFlash(Head head) {
        this.head = head;
    }

    @Override
    public Integer call() throws IOException {
        var id = ByHand.id("alert", alert);
        return options.write(
                head,
                Commands.line(spec).getOut(),
                (ledger, at) -> DutyPaper.flash(ledger, at, id));
    }
}

package org.vigie.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.exchange.activities.PlanSheet;
import org.vigie.exchange.out.SheetOut;
import org.vigie.share.Tier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Prints the plan as comma-separated values.
@Command(
        name = "csv",
        mixinStandardHelpOptions = true,
        description =
                "Print the plan as CSV with the columns of the list that is imported, for readers"
                        + " within the mission.")
final class WritePlanTable implements Callable<Integer> {

    private final Head head;

    @Spec private @Nullable CommandSpec spec;
    @Mixin private WhichPlan which = new WhichPlan();

    @Option(
            names = "--tier",
            paramLabel = "WORD",
            description = "For which readers: restricted (default); a plan leaves to no others.")
    private String tier = "restricted";

    WritePlanTable(Head head) {
        this.head = head;
    }

    @Override
    public Integer call() throws IOException {
        var readers = Tier.ofCode(tier);
        var asked = which.ask(head);
        var out = Commands.line(spec).getOut();
        SheetOut.csv(PlanSheet.of(readers, asked.part(), asked.picture()), which.exercise(), out);
        out.flush();
        return 0;
    }
}

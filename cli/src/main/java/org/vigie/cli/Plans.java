package org.vigie.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// The plan of all components at the command line: `plan check`, `plan calendar`, `plan csv`.
@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        description = "Check the plan of all components, or write it as a calendar or a table.")
final class Plans implements Callable<Integer> {

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        var line = Commands.line(spec);
        line.usage(line.getErr());
        return PlainErrors.REFUSED;
    }

    /// The command with its own.
    static List<Object> subcommands(Head head) {
        return List.of(new CheckPlan(head), new WritePlanCalendar(head), new WritePlanTable(head));
    }
}

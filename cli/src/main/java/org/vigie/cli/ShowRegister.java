package org.vigie.cli;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigie.exchange.out.SheetOut;
import org.vigie.register.RegisterSheet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Prints any register as a table.
@Command(
        name = "register",
        mixinStandardHelpOptions = true,
        description =
                "A register as a table: actors, relations, labels, mandate, votes, accords,"
                        + " commitments, surveys, strength or sources.")
final class ShowRegister implements Callable<Integer> {

    /// A cell longer than this is cut in a table for people; `--csv` and `--json` have it whole.
    private static final int CELL_MAX = 48;

    private final Head head;

    @Spec private @Nullable CommandSpec spec;
    @Mixin private RegisterOptions options = new RegisterOptions();

    @Parameters(paramLabel = "NAME", description = "Which register.")
    private String name = "";

    @Option(names = "--csv", description = "Print comma-separated values.")
    private boolean csv;

    ShowRegister(Head head) {
        this.head = head;
    }

    @Override
    public Integer call() throws IOException {
        var which = RegisterSheet.Name.ofCode(name);
        var asked = options.ask(head);
        var sheet = RegisterSheet.of(which, asked.picture(), asked.day());
        var out = Commands.line(spec).getOut();
        if (options.json()) {
            RegisterOptions.print(out, asked, Map.of(which.code(), sheet));
            return 0;
        }
        if (csv) {
            SheetOut.csv(sheet, options.exercise(), out);
            return 0;
        }
        options.begin(out);
        var table = new Table(sheet.columns().toArray(String[]::new));
        sheet.rows().forEach(row -> table.add(row.stream().map(ShowRegister::cell).toArray()));
        if (!sheet.rows().isEmpty()) {
            table.print(out);
        }
        out.println("n " + sheet.rows().size());
        RegisterOptions.end(out, asked);
        return 0;
    }

    @SuppressWarnings("NullAway") // an empty cell is null
    private static @Nullable Object cell(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Number number -> number;
            case Boolean truth -> truth ? "yes" : "no";
            case java.util.List<?> several ->
                    cut(several.stream().map(String::valueOf).collect(Collectors.joining("|")));
            default -> cut(value.toString());
        };
    }

    private static String cut(String text) {
        return text.codePointCount(0, text.length()) <= CELL_MAX
                ? text
                : text.substring(0, text.offsetByCodePoints(0, CELL_MAX - 1)) + "…";
    }
}

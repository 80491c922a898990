package org.vigie.cli;

import java.io.IOException;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.force.ForceRegister;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Shows the force register.
@Command(
        name = "force",
        mixinStandardHelpOptions = true,
        description =
                "Bases and units with strength, notice to move, readiness, caveats and provider, as the"
                        + " mission knew them at a moment; and what one partner's exit takes away.")
final class ShowForce implements Callable<Integer> {

    private final Head head;

    @Spec private @Nullable CommandSpec spec;
    @Mixin private WhichLedger which = new WhichLedger();
    @Mixin private Clocks clocks = new Clocks();

    @Option(
            names = "--base",
            paramLabel = "BASE",
            description = "Units of this base, by id or name.")
    private String base = "";

    @Option(
            names = "--contributor",
            paramLabel = "STATE",
            description = "Units of this contributor.")
    private String contributor = "";

    @Option(
            names = "--capability",
            paramLabel = "WORD",
            description = "Units that have this, e.g. eod or lift.")
    private String capability = "";

    @Option(
            names = "--without",
            paramLabel = "PROVIDER",
            description = "The force as if this partner had left, and what is lost with it.")
    private String without = "";

    @Option(
            names = "--on",
            paramLabel = "DAY",
            description = "The force of this day (default: the day of --as-of).")
    private @Nullable String on;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    ShowForce(Head head) {
        this.head = head;
    }

    @Override
    public Integer call() throws IOException {
        var day = on == null ? null : Clocks.parseDay("on", on);
        var picture = which.picture(head, clocks);
        if (day == null) {
            day = picture.knownAsOf().atZone(ZoneOffset.UTC).toLocalDate();
        }
        var all = ForceRegister.of(picture, day);
        var narrowing = new ForceRegister.Narrowing(base, contributor, capability);
        var shown = (without.isBlank() ? all : all.without(without)).narrowed(narrowing);
        var answer =
                new ForceAnswer(
                        picture, shown, without.isBlank() ? null : all.loss(without), narrowing);
        var out = Commands.line(spec).getOut();
        if (json) {
            Json.print(out, answer.object());
        } else {
            if (which.exercise()) {
                out.println("EXERCISE");
            }
            answer.print(out);
        }
        return 0;
    }
}

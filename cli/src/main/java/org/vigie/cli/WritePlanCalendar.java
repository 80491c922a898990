package org.vigie.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.exchange.activities.PlanCalendar;
import org.vigie.exchange.words.Language;
import org.vigie.geo.BadInput;
import org.vigie.share.Tier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Writes the plan as a calendar.
@Command(
        name = "calendar",
        mixinStandardHelpOptions = true,
        description =
                "Write the plan as a calendar (iCalendar), for readers within the mission: what,"
                        + " where by name and when.")
final class WritePlanCalendar implements Callable<Integer> {

    private final Head head;

    @Spec private @Nullable CommandSpec spec;
    @Mixin private WhichPlan which = new WhichPlan();

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "E.g. plan.ics.")
    private Path file = Path.of("plan.ics");

    @Option(names = "--force", description = "Overwrite the file when it is there.")
    private boolean force;

    @Option(
            names = "--tier",
            paramLabel = "WORD",
            description = "For which readers: restricted (default); a plan leaves to no others.")
    private String tier = "restricted";

    @Option(names = "--lang", paramLabel = "CODE", description = "en (default) or fr.")
    private String language = "en";

    WritePlanCalendar(Head head) {
        this.head = head;
    }

    @Override
    public Integer call() throws IOException {
        var readers = Tier.ofCode(tier);
        var words =
                org.vigie.exchange.words.Words.of(
                        Language.find(language)
                                .orElseThrow(() -> new BadInput("lang", language, "en or fr")));
        if (!force && Files.exists(file)) {
            throw new BadInput("out", file, "a file that is not there yet, or give --force");
        }
        var asked = which.ask(head);
        var edition =
                new PlanCalendar.Edition(words, asked.picture().knownAsOf(), which.exercise());
        Files.writeString(file, PlanCalendar.of(readers, asked.part(), edition));
        var out = Commands.line(spec).getOut();
        out.println(
                "%s: %s activities, as of %s"
                        .formatted(
                                file,
                                asked.part().activities().size(),
                                asked.picture().knownAsOf()));
        out.flush();
        return 0;
    }
}

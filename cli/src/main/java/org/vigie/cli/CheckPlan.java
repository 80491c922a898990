package org.vigie.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.BadInput;
import org.vigie.plan.activity.PlanCheck;
import org.vigie.plan.activity.PlanLimits;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Lists what stands against the plan of all components, with what would mend it.
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description =
                "List the conflicts and gaps of the plan of all components, each with a proposal."
                        + " Exit code 1 when there are any.")
final class CheckPlan implements Callable<Integer> {

    private final Head head;

    @Spec private @Nullable CommandSpec spec;
    @Mixin private WhichPlan which = new WhichPlan();

    @Option(
            names = "--window",
            paramLabel = "DAYS",
            description =
                    "Two visits no further apart come one after another, and a visit may be moved"
                            + " so far (default: 7, assumed).")
    private @Nullable Integer window;

    @Option(
            names = "--alike",
            paramLabel = "SHARE",
            description =
                    "From this share of the shorter list on, two lists of questions are the same"
                            + " (default: 0.5, assumed).")
    private @Nullable Double alike;

    @Option(
            names = "--cap",
            paramLabel = "VISITS/DAYS",
            description = "What a settlement bears (default: 2/14, assumed).")
    private @Nullable String cap;

    @Option(
            names = "--threat",
            paramLabel = "N/KM/DAYS",
            description =
                    "So many incidents on record, so near, in so many days before ask for a patrol"
                            + " (default: 1/25/30, assumed).")
    private @Nullable String threat;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    CheckPlan(Head head) {
        this.head = head;
    }

    @Override
    public Integer call() throws IOException {
        var limits = limits();
        var asked = which.ask(head);
        var check = PlanCheck.of(asked.picture(), asked.all(), asked.part(), limits);
        var report = new PlanReport(asked.picture(), check);
        var out = Commands.line(spec).getOut();
        if (json) {
            Json.print(out, report.object());
        } else {
            if (which.exercise()) {
                out.println("EXERCISE");
            }
            report.print(out);
        }
        return check.findings().isEmpty() ? 0 : Commands.FINDING;
    }

    private PlanLimits limits() {
        var limits = PlanLimits.ASSUMED;
        limits = window == null ? limits : limits.within(window);
        limits = alike == null ? limits : limits.alike(alike);
        if (cap != null) {
            var parts = numbers("cap", cap, "visits and days, e.g. 2/14", 2);
            limits = limits.capped(parts[0], parts[1]);
        }
        if (threat != null) {
            var parts = numbers("threat", threat, "incidents, km and days, e.g. 1/25/30", 3);
            limits = limits.threatened(new PlanLimits.Threat(parts[0], parts[1], parts[2]));
        }
        return limits;
    }

    private static int[] numbers(String name, String text, String allowed, int count) {
        var parts = text.split("/", -1);
        var numbers = new int[count];
        for (int i = 0; i < count; i++) {
            if (parts.length != count || !parts[i].matches("\\d{1,5}")) {
                throw new BadInput(name, text, allowed);
            }
            numbers[i] = Integer.parseInt(parts[i]);
        }
        return numbers;
    }
}

package org.vigie.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.record.Claim;
import org.vigie.record.Facts;
import org.vigie.record.Figures;
import org.vigie.record.Grade;
import org.vigie.record.Handling;
import org.vigie.weigh.Judgements;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Writes down what one source says of one measure.
@Command(
        name = "claim",
        mixinStandardHelpOptions = true,
        description =
                "Write down what one source says of one measure of an incident or another subject."
                        + " It stands beside what others say; which figure is shown is for the rule"
                        + " (vigie rule).")
final class MakeClaim implements Callable<Integer> {

    private final Head head;

    @Spec private @Nullable CommandSpec spec;
    @Mixin private WhichLedger which = new WhichLedger();
    @Mixin private ByHand hand = new ByHand();

    @Parameters(paramLabel = "SUBJECT", description = "An incident: its id, or source:key.")
    private String subject = "";

    @Option(
            names = "--measure",
            defaultValue = "killed",
            description = "killed, executed, missing, strength … (default: ${DEFAULT-VALUE}).")
    private String measure = "killed";

    @Option(names = "--low", paramLabel = "N", description = "At least.")
    private @Nullable Integer low;

    @Option(names = "--best", paramLabel = "N", description = "Best estimate.")
    private @Nullable Integer best;

    @Option(names = "--high", paramLabel = "N", description = "At most.")
    private @Nullable Integer high;

    @Option(
            names = "--unit",
            defaultValue = "persons",
            description = "Of what (default: ${DEFAULT-VALUE}).")
    private String unit = "persons";

    @Option(
            names = "--population",
            defaultValue = "",
            description = "Of whom, in the source's words, e.g. civilians.")
    private String population = "";

    @Option(names = "--definition", defaultValue = "", description = "How the source counts.")
    private String definition = "";

    @Option(names = "--on", paramLabel = "DAY", description = "The day that the figure is for.")
    private @Nullable String on;

    @Option(names = "--source", required = true, paramLabel = "CODE", description = "Who says so.")
    private String source = "";

    @Option(names = "--locator", defaultValue = "", description = "Where in it, e.g. page 4.")
    private String locator = "";

    @Option(
            names = "--grade",
            defaultValue = "F6",
            description =
                    "Reliability of the source A-F and credibility of this 1-6, judged apart"
                            + " (default: ${DEFAULT-VALUE}, not judged).")
    private String grade = "F6";

    @Option(
            names = "--open",
            description = "Whoever may see open data may see it (default: the mission alone).")
    private boolean open;

    MakeClaim(Head head) {
        this.head = head;
    }

    @Override
    public Integer call() throws IOException {
        var id = ByHand.incident(subject);
        var claim =
                new Claim(
                        measure.strip(),
                        new Figures(low, best, high),
                        unit,
                        population,
                        definition,
                        on == null ? null : Clocks.parseDay("on", on),
                        source.strip(),
                        locator,
                        Grade.parse(grade));
        try (var opened = which.openExisting(head)) {
            var ledger = opened.ledger();
            var made = new Judgements(ByHand.picture(ledger, head)).claim(id, claim);
            var about = ledger.history(id, org.vigie.record.Viewer.owner());
            if (about.isEmpty()) {
                throw new org.vigie.geo.BadInput(
                        "subject", subject, "something that the ledger knows");
            }
            var accounts =
                    about.stream()
                            .filter(one -> one.body() instanceof Facts.IncidentReported)
                            .toList();
            var handling = Judgements.together(accounts.isEmpty() ? about : accounts);
            hand.write(
                    ledger,
                    head,
                    new ByHand.Decision(
                                    id,
                                    made,
                                    null,
                                    accounts.isEmpty() && handling == Handling.MISSION
                                            ? Handling.OPEN
                                            : handling)
                            .withinTheMission(open));
        }
        hand.print(
                Commands.line(spec).getOut(),
                "claimed: %s, %s %s".formatted(source, claim.figures().plain(), measure));
        return 0;
    }
}

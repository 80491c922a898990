package org.vigie.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.BadInput;
import org.vigie.record.Handling;
import org.vigie.record.Ids;
import org.vigie.record.Viewer;
import org.vigie.weigh.Judgements;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Grades a source or a claim, or says where a source takes what it says from.
@Command(
        name = "grade",
        mixinStandardHelpOptions = true,
        description = {
            "Grade a source (A to F: how far it can be relied on, whatever it says) or a claim (1"
                    + " to 6: how credible it is, whoever says it). The two are judged apart.",
            "--takes-from says that the source repeats another, so that both count once where the"
                    + " majority decides. 1, confirmed, is refused where nobody else, independent,"
                    + " says so."
        })
final class GiveGrade implements Callable<Integer> {

    private final Head head;

    @Spec private @Nullable CommandSpec spec;
    @Mixin private WhichLedger which = new WhichLedger();
    @Mixin private ByHand hand = new ByHand();

    @Parameters(
            index = "0",
            paramLabel = "SOURCE|ENTRY-ID",
            description = "The code of a source, or the id of the entry that made the claim.")
    private String what = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "GRADE",
            description = "A to F for a source, 1 to 6 for a claim.")
    private @Nullable String grade;

    @Option(
            names = "--takes-from",
            paramLabel = "SOURCE",
            description = "Instead of a grade: the source that it repeats.")
    private @Nullable String from;

    @Option(
            names = "--open",
            description = "Whoever may see open data may see it (default: the mission alone).")
    private boolean open;

    @Option(names = "--reason", required = true, description = "Why.")
    private String reason = "";

    GiveGrade(Head head) {
        this.head = head;
    }

    @Override
    public Integer call() throws IOException {
        if ((grade == null) == (from == null)) {
            throw new BadInput("grade", what, "either a grade or --takes-from, not both");
        }
        try (var opened = which.openExisting(head)) {
            var ledger = opened.ledger();
            var judgements = new Judgements(ByHand.picture(ledger, head));
            hand.write(ledger, head, decision(ledger, judgements).withinTheMission(open));
        }
        hand.print(
                Commands.line(spec).getOut(),
                from == null ? "graded: " + what + " " + grade : what + " takes from " + from);
        return 0;
    }

    private ByHand.Decision decision(org.vigie.record.Ledger ledger, Judgements judgements)
            throws IOException {
        var source = Ids.subject("source", what);
        if (from != null) {
            return new ByHand.Decision(
                    source, judgements.derived(what, from, reason), null, Handling.OPEN);
        }
        var given = String.valueOf(grade);
        if (given.matches("[1-6]")) {
            var id = ByHand.id("claim", what);
            var made =
                    ledger.find(id, Viewer.owner())
                            .orElseThrow(
                                    () -> new BadInput("claim", what, "an entry of the ledger"));
            return new ByHand.Decision(
                    made.entry().subject(),
                    judgements.credibility(made, Integer.parseInt(given), reason),
                    null,
                    made.entry().handling());
        }
        if (!given.matches("[A-F]")) {
            throw new BadInput("grade", given, "A to F for a source, 1 to 6 for a claim");
        }
        return new ByHand.Decision(
                source, judgements.reliability(what, given.charAt(0), reason), null, Handling.OPEN);
    }
}

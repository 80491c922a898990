package org.vigie.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.record.Facts;
import org.vigie.record.Figures;
import org.vigie.weigh.Judgements;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Chooses the rule that gives the figure of an incident's dead.
@Command(
        name = "rule",
        mixinStandardHelpOptions = true,
        description = {
            "Choose the rule that gives the figure of an incident's dead. Figures of different"
                    + " populations or definitions are never put together by any of them.",
            "own-account: the account that is shown; range: lowest to highest; majority: what more"
                    + " than half of the independent sources say; source-hierarchy: the first of"
                    + " --sources that says anything; team-decision: --low, --best and --high."
        })
final class ChooseRule implements Callable<Integer> {

    private final Head head;

    @Spec private @Nullable CommandSpec spec;
    @Mixin private WhichLedger which = new WhichLedger();
    @Mixin private ByHand hand = new ByHand();

    @Parameters(index = "0", paramLabel = "INCIDENT", description = "Its id, or source:key.")
    private String incident = "";

    @Parameters(index = "1", paramLabel = "RULE", description = "One of those above.")
    private String rule = "";

    @Option(
            names = "--sources",
            split = ",",
            paramLabel = "CODE",
            description = "The order of a hierarchy, the one to follow first.")
    private List<String> sources = List.of();

    @Option(names = "--low", paramLabel = "N", description = "What a team decided: at least.")
    private @Nullable Integer low;

    @Option(names = "--best", paramLabel = "N", description = "What a team decided: best estimate.")
    private @Nullable Integer best;

    @Option(names = "--high", paramLabel = "N", description = "The same: at most.")
    private @Nullable Integer high;

    @Option(names = "--reason", required = true, description = "Why this rule.")
    private String reason = "";

    ChooseRule(Head head) {
        this.head = head;
    }

    @Override
    public Integer call() throws IOException {
        var figures = new Figures(low, best, high);
        var asked = new Facts.RuleChosen(rule, reason, sources, figures.empty() ? null : figures);
        String shown;
        try (var open = which.openExisting(head)) {
            var picture = ByHand.picture(open.ledger(), head);
            var subject = ByHand.incident(picture, "incident", incident);
            var chosen = new Judgements(picture).rule(subject, asked);
            hand.write(
                    open.ledger(),
                    head,
                    new ByHand.Decision(
                            subject,
                            chosen,
                            null,
                            ByHand.handlingOf(open.ledger(), List.of(subject))));
            shown =
                    ByHand.picture(open.ledger(), head)
                            .incidents()
                            .find(subject)
                            .map(row ->
                                    row.competing() > 0
                                            ? row.competing() + " figures side by side"
                                            : row.deaths().plain())
                            .orElse("unknown");
        }
        hand.print(Commands.line(spec).getOut(), "chosen: " + rule + "; the figure is " + shown);
        return 0;
    }
}

package org.vigie.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.record.Ledger;
import org.vigie.weigh.Judgements;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Says that two accounts are of one incident, that they are not, or takes either back.
@Command(
        name = "merge",
        mixinStandardHelpOptions = true,
        description = {
            "Say that two accounts tell of one incident: the first goes on being shown and counted,"
                    + " the other is folded into it. Both stay in the ledger.",
            "--apart says that they are not the same, so that nobody is asked again; --part takes"
                    + " back what was said of the two."
        })
final class Merge implements Callable<Integer> {

    private final Head head;

    @Spec private @Nullable CommandSpec spec;
    @Mixin private WhichLedger which = new WhichLedger();
    @Mixin private ByHand hand = new ByHand();

    @Parameters(
            index = "0",
            paramLabel = "SHOWN",
            description = "The incident that is shown: its id, or source:key.")
    private String shown = "";

    @Parameters(index = "1", paramLabel = "OTHER", description = "The other one.")
    private String other = "";

    @Option(names = "--apart", description = "They are two incidents.")
    private boolean apart;

    @Option(names = "--part", description = "Take back what was said of the two.")
    private boolean part;

    @Option(names = "--reason", required = true, description = "Why.")
    private String reason = "";

    Merge(Head head) {
        this.head = head;
    }

    @Override
    public Integer call() throws IOException {
        boolean stillOne = false;
        try (var open = which.openExisting(head)) {
            var picture = ByHand.picture(open.ledger(), head);
            var one = ByHand.incident(picture, "incident", shown);
            var two = ByHand.incident(picture, "other", other);
            var judgements = new Judgements(picture);
            var handling = ByHand.handlingOf(open.ledger(), List.of(one, two));
            if (part) {
                var decisions = new ArrayList<ByHand.Decision>();
                for (var link : judgements.links(one, two)) {
                    decisions.add(
                            new ByHand.Decision(
                                    link.entry().subject(),
                                    Judgements.takenBack(link, reason),
                                    link.entry().id(),
                                    link.entry().handling()));
                }
                hand.write(open.ledger(), head, decisions);
                stillOne = stillOne(open.ledger(), one, two);
            } else {
                var link =
                        apart
                                ? judgements.different(one, two, reason)
                                : judgements.same(one, two, reason);
                hand.write(open.ledger(), head, new ByHand.Decision(one, link, null, handling));
            }
        }
        hand.print(
                Commands.line(spec).getOut(),
                part
                        ? stillOne
                                ? "parted, and still one incident through another one: see its"
                                        + " history"
                                : "parted: each stands by itself again"
                        : apart
                                ? "kept apart: they will not be proposed again"
                                : "merged: " + other + " is folded into " + shown);
        return 0;
    }

    private boolean stillOne(Ledger ledger, UUID one, UUID two) throws IOException {
        return ByHand.picture(ledger, head)
                .incidents()
                .find(one)
                .filter(row -> row.incidents().contains(two))
                .isPresent();
    }
}

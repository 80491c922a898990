package org.vigie.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.exchange.cap.CapMessage;
import org.vigie.exchange.cap.CapMessages;
import org.vigie.exchange.words.Language;
import org.vigie.exchange.words.Words;
import org.vigie.geo.BadInput;
import org.vigie.record.Alert;
import org.vigie.record.Alerts;
import org.vigie.record.Component;
import org.vigie.record.Entry;
import org.vigie.record.Ids;
import org.vigie.record.Ledger;
import org.vigie.record.Picture;
import org.vigie.record.Viewer;
import org.vigie.share.Decision;
import org.vigie.share.Tier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Writes an alert as a message of the Common Alerting Protocol.
@Command(
        name = "cap",
        mixinStandardHelpOptions = true,
        description = {
            "Write an alert as a message of the Common Alerting Protocol (CAP 1.2), in English and French.",
            "Nothing of an alert leaves the mission without a protection officer's decision."
        })
final class WriteCap implements Callable<Integer> {

    private static final String SENDER_NAME = "Vigie";

    private final Head head;

    @Spec private @Nullable CommandSpec spec;
    @Mixin private WhichLedger which = new WhichLedger();

    @Option(
            names = "--alert",
            required = true,
            paramLabel = "ID",
            description = "The alert, as the address of its page has it.")
    private String alert = "";

    @Option(
            names = "--out",
            paramLabel = "FILE",
            required = true,
            description = "Where to write, e.g. alert.xml.")
    private Path file = Path.of("alert.xml");

    @Option(names = "--force", description = "Overwrite the file when it is there.")
    private boolean force;

    @Option(
            names = "--tier",
            paramLabel = "WORD",
            defaultValue = "restricted",
            description = "public, partner, host or restricted (default: within the mission).")
    private String tier = "restricted";

    @Option(
            names = "--lang",
            paramLabel = "CODE",
            defaultValue = "en",
            description = "Which language comes first: en (default) or fr.")
    private String language = "en";

    @Option(
            names = "--sender",
            paramLabel = "HOST",
            defaultValue = CapMessages.NOBODY,
            description = "The mission's host name: who sends (default: ${DEFAULT-VALUE}).")
    private String sender = CapMessages.NOBODY;

    @Option(
            names = "--sender-name",
            paramLabel = "NAME",
            defaultValue = SENDER_NAME,
            description = "What everybody calls the mission (default: ${DEFAULT-VALUE}).")
    private String senderName = SENDER_NAME;

    @Option(
            names = "--decided-by",
            paramLabel = "OFFICER",
            description = "The protection officer who lets it leave the mission.")
    private @Nullable String decidedBy;

    @Option(names = "--because", paramLabel = "REASON", description = "That officer's reason.")
    private @Nullable String because;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    WriteCap(Head head) {
        this.head = head;
    }

    @Override
    public Integer call() throws IOException {
        var readers = Tier.ofCode(tier);
        var first =
                Language.find(language)
                        .orElseThrow(() -> new BadInput("lang", language, "en or fr"));
        var name = ByHand.line("sender-name", senderName);
        var decision = Decision.of(decidedBy, because);
        if (!force && Files.exists(file)) {
            throw new BadInput("out", file, "a file that is not there yet, or give --force");
        }
        var now = head.clock().instant().truncatedTo(ChronoUnit.MILLIS);
        try (var open = which.openExisting(head)) {
            var whole = open.ledger().asOf(now, now, Viewer.owner());
            var seen = find(open.ledger().asOf(now, now, Viewer.officer("vigie cap")));
            var asked = new CapMessages.Asked(now, whole, decision, sender, which.exercise());
            return switch (CapMessages.of(readers, seen, asked)) {
                case CapMessages.Answer.None(String why) -> held(readers, why);
                case CapMessages.Answer.Due(CapMessage message, boolean _) -> {
                    var bytes = CapMessages.write(message, name, first);
                    var recording =
                            new CapMessages.Recording(
                                    Ids.fresh(now, head.chance()),
                                    "vigie cap",
                                    Component.LEADERSHIP);
                    give(
                            bytes,
                            open.ledger(),
                            CapMessages.entry(message, bytes, decision, recording));
                    yield written(message);
                }
            };
        }
    }

    /// The file takes its name only when the ledger has the entry about it.
    private void give(byte[] bytes, Ledger ledger, Entry entry) throws IOException {
        var part = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.write(part, bytes);
            ledger.append(List.of(entry));
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private Alert find(Picture picture) {
        return Alerts.of(picture)
                .findAlert(ByHand.id("alert", alert))
                .orElseThrow(() ->
                        new BadInput(
                                "alert",
                                alert,
                                "an alert of this ledger that is not sealed: its page has the id in its address"));
    }

    private int held(Tier readers, String why) {
        var said = Words.of(Language.EN).say("cap.held." + why);
        var out = Commands.line(spec).getOut();
        if (json) {
            var object = new LinkedHashMap<String, @Nullable Object>();
            object.put("tier", readers.code());
            object.put("written", false);
            object.put("held", why);
            Json.print(out, object);
        } else {
            out.println(said);
            if (why.equals("undecided")) {
                out.println(
                        "If a protection officer has: --decided-by OFFICER --because REASON. Both stand in the ledger.");
            }
            out.flush();
        }
        return Commands.FINDING;
    }

    private int written(CapMessage message) {
        var out = Commands.line(spec).getOut();
        if (json) {
            var object = new LinkedHashMap<String, @Nullable Object>();
            object.put("tier", message.warning().tier().code());
            object.put("written", true);
            object.put("type", message.type().word());
            object.put("identifier", message.identifier());
            object.put("sent", message.sent());
            object.put("references", message.references().size());
            Json.print(out, object);
            return 0;
        }
        out.println(
                "%s: %s %s, sent %s, for %s"
                        .formatted(
                                file,
                                message.type().word(),
                                message.identifier(),
                                message.sent(),
                                message.warning().tier().code()));
        if (message.sender().equals(CapMessages.NOBODY)) {
            out.println("The sender is nobody's name; say --sender HOST before others rely on it.");
        }
        out.flush();
        return 0;
    }
}

package org.vigie.cli;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.exchange.fetch.MailAddress;
import org.vigie.exchange.words.Language;
import org.vigie.geo.BadInput;
import org.vigie.record.Alerts;
import org.vigie.record.Picture;
import org.vigie.share.Decision;
import org.vigie.store.hooks.ClockProgress;
import org.vigie.store.hooks.Event;
import org.vigie.store.hooks.Mailbox;
import org.vigie.store.hooks.Mailboxes;
import org.vigie.warn.Lapse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Adds somebody who is told by e-mail: `mail add`.
@Command(
        name = "add",
        mixinStandardHelpOptions = true,
        description =
                "Tell somebody by e-mail that something came: its sort, its number and when, nothing more. They are told of what comes later.")
final class AddMailbox implements Callable<Integer> {

    private final Head head;

    @Spec private @Nullable CommandSpec spec;
    @Mixin private WhichLedger which = new WhichLedger();

    @Parameters(paramLabel = "ADDRESS", description = "To whom.")
    private String address = "";

    @Option(
            names = "--events",
            paramLabel = "LIST",
            defaultValue = "opened,closed,escalated",
            description = "Of opened, changed, closed, escalated, due (default: ${DEFAULT-VALUE}).")
    private String events = "";

    @Option(names = "--lang", paramLabel = "CODE", description = "en (default) or fr.")
    private String language = "en";

    @Option(
            names = "--by",
            required = true,
            paramLabel = "POST",
            description = "Post or name of who decides: it stands in the ledger.")
    private String by = "";

    @Option(
            names = "--decided-by",
            paramLabel = "OFFICER",
            description =
                    "For an address of another house than the sender's: the protection officer who lets them know.")
    private @Nullable String decidedBy;

    @Option(names = "--because", paramLabel = "REASON", description = "That officer's reason.")
    private @Nullable String because;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    AddMailbox(Head head) {
        this.head = head;
    }

    @Override
    public Integer call() throws IOException {
        var server = SetMailServer.require(which.folder());
        var to = MailAddress.parse("address", address);
        var wanted = Event.several(events, Event.ALL);
        var tongue = language(language);
        var author = ByHand.line("by", by);
        var decision = Decision.of(decidedBy, because);
        if (!to.within(server.from()) && decision == null && !which.exercise()) {
            throw new BadInput(
                    "decided-by",
                    null,
                    "given with --because: the address is not of "
                            + server.from().domain()
                            + ", and that an alert was opened leaves the mission only by decision of a protection officer");
        }
        var now = head.clock().instant().truncatedTo(ChronoUnit.MILLIS);
        var boxes = Mailboxes.in(which.folder(), which.exercise());
        boxes.requireNew(to.text());
        try (var open = which.openExisting(head)) {
            var picture = ByHand.picture(open.ledger(), head);
            var box =
                    new Mailbox(
                            to.text(),
                            tongue.code(),
                            wanted,
                            now,
                            ReceiverAnswers.last(picture),
                            author);
            var text =
                    "an address at %s is told by e-mail of %s%s"
                            .formatted(
                                    to.domain(),
                                    ReceiverAnswers.events(box),
                                    ReceiverAnswers.decided(decision));
            open.ledger().append(List.of(ReceiverAnswers.note(head, author, text)));
            boxes.add(box, asItStands(picture, now));
        }
        print(to);
        return 0;
    }

    /// What nobody did in time until now is not told of.
    private static ClockProgress asItStands(Picture picture, Instant now) {
        var keys = new HashSet<String>();
        Lapse.climbed(Alerts.of(picture), now).forEach(lapse -> keys.add(lapse.key()));
        Lapse.overdue(picture, now).forEach(lapse -> keys.add(lapse.key()));
        return ClockProgress.knowing(keys);
    }

    /// The language of a letter.
    static Language language(String code) {
        return Language.find(code).orElseThrow(() -> new BadInput("lang", code, "en or fr"));
    }

    private void print(MailAddress to) {
        var out = Commands.line(spec).getOut();
        if (json) {
            var object = new LinkedHashMap<String, @Nullable Object>();
            object.put("address", to.text());
            object.put("events", events);
            object.put("language", language);
            object.put("exercise", which.exercise());
            Json.print(out, object);
            return;
        }
        out.println(to.text() + " is told of what comes from now on");
        out.flush();
    }
}

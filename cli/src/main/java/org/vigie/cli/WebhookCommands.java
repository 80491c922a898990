package org.vigie.cli;

import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.exchange.fetch.HookAddress;
import org.vigie.geo.BadInput;
import org.vigie.share.Decision;
import org.vigie.share.Tier;
import org.vigie.store.hooks.Event;
import org.vigie.store.hooks.HookSecret;
import org.vigie.store.hooks.Webhook;
import org.vigie.store.hooks.Webhooks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Other systems that are told of alerts: `webhook add`, `list`, `remove` and `log`, for the owner
/// of the data folder. Adding and removing one is a note in the ledger.
@Command(
        name = "webhook",
        mixinStandardHelpOptions = true,
        description = "Say which other systems the server of this data folder tells of alerts.")
final class WebhookCommands implements Callable<Integer> {

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        var line = Commands.line(spec);
        line.usage(line.getErr());
        return PlainErrors.REFUSED;
    }

    static List<Object> subcommands(Head head) {
        return List.of(new Add(head), new ListAll(), new Remove(head), new Log());
    }

    /// Adds one.
    @Command(
            name = "add",
            mixinStandardHelpOptions = true,
            description =
                    "Add a webhook and print its secret, once. It is told of what comes later.")
    static final class Add implements Callable<Integer> {

        private final Head head;

        @Spec private @Nullable CommandSpec spec;
        @Mixin private WhichLedger which = new WhichLedger();

        @Parameters(paramLabel = "CODE", description = "What you call it, e.g. ocha-feed.")
        private String code = "";

        @Option(
                names = "--url",
                required = true,
                paramLabel = "URL",
                description = "https://…, or http:// on this machine.")
        private String url = "";

        @Option(
                names = "--tier",
                paramLabel = "WORD",
                defaultValue = "restricted",
                description =
                        "restricted (default): the CAP message; partner: only that something came.")
        private String tier = "restricted";

        @Option(
                names = "--events",
                paramLabel = "LIST",
                defaultValue = "opened,changed,closed",
                description = "Of opened, changed, closed (default: ${DEFAULT-VALUE}).")
        private String events = "";

        @Option(
                names = "--by",
                required = true,
                paramLabel = "POST",
                description = "Post or name of who decides: it stands in the ledger.")
        private String by = "";

        @Option(
                names = "--decided-by",
                paramLabel = "OFFICER",
                description = "For a partner: the protection officer who lets them know that.")
        private @Nullable String decidedBy;

        @Option(names = "--because", paramLabel = "REASON", description = "That officer's reason.")
        private @Nullable String because;

        @Option(names = "--json", description = "Print one JSON object.")
        private boolean json;

        Add(Head head) {
            this.head = head;
        }

        @Override
        public Integer call() throws IOException {
            Webhooks.in(which.folder()).requireCode(code);
            if (which.exercise()) {
                throw new BadInput("exercise", true, "left out: nobody is told of an exercise");
            }
            var readers = Tier.ofCode(tier);
            var address = HookAddress.parse(url);
            var wanted = Event.several(events, Event.OF_ALERTS);
            var author = ByHand.line("by", by);
            var decision = Decision.of(decidedBy, because);
            if (readers.leavesTheMission() && decision == null) {
                throw new BadInput(
                        "decided-by",
                        null,
                        "given with --because: that an alert was opened leaves the mission only by decision of a protection officer");
            }
            var now = head.clock().instant().truncatedTo(ChronoUnit.MILLIS);
            var hooks = Webhooks.in(which.folder());
            var secret = HookSecret.fresh(head.chance());
            try (var open = which.openExisting(head)) {
                var hook =
                        new Webhook(
                                code,
                                address,
                                readers,
                                wanted,
                                secret,
                                now,
                                ReceiverAnswers.last(ByHand.picture(open.ledger(), head)),
                                author);
                hooks.requireNew(code);
                open.ledger()
                        .append(
                                List.of(
                                        ReceiverAnswers.note(
                                                head,
                                                author,
                                                "webhook %s added, tier %s%s"
                                                        .formatted(
                                                                code,
                                                                readers.code(),
                                                                ReceiverAnswers.decided(
                                                                        decision)))));
                hooks.add(hook);
            }
            print(secret.text());
            return 0;
        }

        private void print(String secret) {
            var out = Commands.line(spec).getOut();
            if (json) {
                var object = new LinkedHashMap<String, @Nullable Object>();
                object.put("webhook", code);
                object.put("tier", tier);
                object.put("secret", secret);
                Json.print(out, object);
                return;
            }
            out.println("webhook " + code + " is told of what comes from now on");
            out.println("secret (shown once): " + secret);
            out.println("docs/outgoing.md says how a receiver checks the signature");
            out.flush();
        }
    }

    /// Lists them, without secrets.
    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "List the webhooks, and how far each has been told.")
    static final class ListAll implements Callable<Integer> {

        @Spec private @Nullable CommandSpec spec;
        @Mixin private WhichLedger which = new WhichLedger();

        @Option(names = "--json", description = "Print one JSON object.")
        private boolean json;

        @Override
        public Integer call() throws IOException {
            var hooks = Webhooks.in(which.folder());
            var out = Commands.line(spec).getOut();
            var table = new Table("webhook", "tier", "host", "events", "by", "state");
            var objects = new java.util.ArrayList<Map<String, @Nullable Object>>();
            for (var hook : hooks.list()) {
                var failing = hooks.failing(hook);
                table.add(
                        hook.code(),
                        hook.tier().code(),
                        hook.address().getHost(),
                        ReceiverAnswers.events(hook),
                        hook.by(),
                        ReceiverAnswers.state(failing));
                var object = new LinkedHashMap<String, @Nullable Object>();
                object.put("webhook", hook.code());
                object.put("tier", hook.tier().code());
                object.put("host", hook.address().getHost());
                object.put("events", ReceiverAnswers.events(hook));
                object.put("by", hook.by());
                object.put("madeAt", hook.madeAt());
                ReceiverAnswers.state(object, failing);
                objects.add(object);
            }
            if (json) {
                Json.print(out, Map.of("webhooks", objects));
                return 0;
            }
            table.print(out);
            out.flush();
            return 0;
        }
    }

    /// Removes one.
    @Command(
            name = "remove",
            mixinStandardHelpOptions = true,
            description = "Tell a webhook nothing more, and destroy its secret.")
    static final class Remove implements Callable<Integer> {

        private final Head head;

        @Spec private @Nullable CommandSpec spec;
        @Mixin private WhichLedger which = new WhichLedger();

        @Parameters(paramLabel = "CODE", description = "As 'vigie webhook list' has it.")
        private String code = "";

        @Option(
                names = "--by",
                required = true,
                paramLabel = "POST",
                description = "Post or name of who decides: it stands in the ledger.")
        private String by = "";

        Remove(Head head) {
            this.head = head;
        }

        @Override
        public Integer call() throws IOException {
            var author = ByHand.line("by", by);
            var hooks = Webhooks.in(which.folder());
            hooks.remove(code);
            try (var open = which.openExisting(head)) {
                open.ledger()
                        .append(
                                List.of(
                                        ReceiverAnswers.note(
                                                head, author, "webhook " + code + " removed")));
            }
            var out = Commands.line(spec).getOut();
            out.println("removed: " + code);
            out.flush();
            return 0;
        }
    }

    /// Shows what was tried.
    @Command(
            name = "log",
            mixinStandardHelpOptions = true,
            description = "Show what was tried, the newest first; never what it said.")
    static final class Log implements Callable<Integer> {

        @Spec private @Nullable CommandSpec spec;
        @Mixin private WhichLedger which = new WhichLedger();

        @Option(
                names = "--lines",
                paramLabel = "N",
                description = "How many at most (default: ${DEFAULT-VALUE}).")
        private int lines = 50;

        @Option(names = "--json", description = "Print one JSON object.")
        private boolean json;

        @Override
        public Integer call() throws IOException {
            ReceiverAnswers.log(
                    ReceiverAnswers.lines(Webhooks.in(which.folder()), lines),
                    "webhook",
                    json,
                    Commands.line(spec).getOut());
            return 0;
        }
    }
}

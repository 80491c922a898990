package org.vigie.cli;

import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.exchange.fetch.HookAddress;
import org.vigie.geo.BadInput;
import org.vigie.record.Component;
import org.vigie.record.Entry;
import org.vigie.record.Handling;
import org.vigie.record.Housekeeping;
import org.vigie.record.Ids;
import org.vigie.record.Ledger;
import org.vigie.record.Origin;
import org.vigie.record.Recorded;
import org.vigie.record.Responses;
import org.vigie.record.Warnings;
import org.vigie.share.Decision;
import org.vigie.share.Tier;
import org.vigie.store.hooks.HookLine;
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

    private static Entry note(Head head, String author, String text) {
        var id = Ids.fresh(head.clock().instant(), head.chance());
        return new Entry(
                id,
                id,
                null,
                null,
                author,
                Component.LEADERSHIP,
                Handling.MISSION,
                Origin.hand(),
                null,
                new Housekeeping.NoteWritten(text));
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
            Webhooks.requireCode(code);
            if (which.exercise()) {
                throw new BadInput("exercise", true, "left out: nobody is told of an exercise");
            }
            var readers = Tier.ofCode(tier);
            var address = HookAddress.parse(url);
            var wanted = Webhook.Event.several(events);
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
                                last(open.ledger()),
                                author);
                if (hooks.find(code).isPresent()) {
                    throw new BadInput("webhook", code, "a new one: this one is there already");
                }
                open.ledger()
                        .append(
                                List.of(
                                        note(
                                                head,
                                                author,
                                                "webhook %s added, tier %s%s"
                                                        .formatted(
                                                                code,
                                                                readers.code(),
                                                                decided(decision)))));
                hooks.add(hook);
            }
            print(secret.text());
            return 0;
        }

        private static String decided(@Nullable Decision decision) {
            return decision == null
                    ? ""
                    : "; decided by " + decision.officer() + ": " + decision.reason();
        }

        /// The last entry that a webhook could be told of.
        private long last(Ledger ledger) throws IOException {
            var picture = ByHand.picture(ledger, head);
            return Stream.concat(
                            picture.entries(Warnings.class).stream(),
                            picture.entries(Responses.class).stream())
                    .mapToLong(Recorded::seq)
                    .max()
                    .orElse(-1);
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
                var progress = hooks.progress(hook);
                var wanted =
                        hook.events().stream()
                                .map(Webhook.Event::code)
                                .collect(Collectors.joining(", "));
                table.add(
                        hook.code(),
                        hook.tier().code(),
                        hook.address().getHost(),
                        wanted,
                        hook.by(),
                        progress.tries() == 0
                                ? "ready"
                                : "failed "
                                        + progress.tries()
                                        + " times, next try "
                                        + progress.nextAt());
                var object = new LinkedHashMap<String, @Nullable Object>();
                object.put("webhook", hook.code());
                object.put("tier", hook.tier().code());
                object.put("host", hook.address().getHost());
                object.put("events", wanted);
                object.put("by", hook.by());
                object.put("madeAt", hook.madeAt());
                object.put("failedTries", progress.tries());
                object.put("nextTry", progress.tries() == 0 ? null : progress.nextAt());
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
                open.ledger().append(List.of(note(head, author, "webhook " + code + " removed")));
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

        private static final int LINES_MAX = 10_000;

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
            if (lines < 1 || lines > LINES_MAX) {
                throw new BadInput("lines", lines, "1 to " + LINES_MAX);
            }
            var log = Webhooks.in(which.folder()).log(lines);
            var out = Commands.line(spec).getOut();
            if (json) {
                Json.print(out, Map.of("lines", log.stream().map(Log::object).toList()));
                return 0;
            }
            var table = new Table("at", "webhook", "event", "message", "try", "outcome", "detail");
            log.forEach(line ->
                    table.add(
                            line.at().toString(),
                            line.hook(),
                            line.event(),
                            line.id(),
                            line.tries(),
                            code(line),
                            line.detail()));
            table.print(out);
            out.flush();
            return 0;
        }

        private static String code(HookLine line) {
            return line.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        private static Map<String, @Nullable Object> object(HookLine line) {
            var object = new LinkedHashMap<String, @Nullable Object>();
            object.put("at", line.at());
            object.put("webhook", line.hook());
            object.put("event", line.event());
            object.put("id", line.id());
            object.put("try", line.tries());
            object.put("outcome", code(line));
            object.put("detail", line.detail());
            return object;
        }
    }
}

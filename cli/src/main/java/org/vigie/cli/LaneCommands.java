package org.vigie.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.BadInput;
import org.vigie.record.Body;
import org.vigie.record.Component;
import org.vigie.record.Entry;
import org.vigie.record.Handling;
import org.vigie.record.Ids;
import org.vigie.record.LaneBook;
import org.vigie.record.Lanes;
import org.vigie.record.Ledger;
import org.vigie.record.Origin;
import org.vigie.record.Site;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Ways in for warnings that come by themselves: `lane open`, `list` and `close`.
@Command(
        name = "lane",
        mixinStandardHelpOptions = true,
        description = "Open, list and close the ways in for messages: SMS, RapidPro, ODK, form.")
final class LaneCommands implements Callable<Integer> {

    /// A key of 32 bytes: nobody guesses it, so a plain hash keeps it.
    private static final int KEY_BYTES = 32;

    private static final int PER_MINUTE_MAX = 6_000;

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        var line = Commands.line(spec);
        line.usage(line.getErr());
        return PlainErrors.REFUSED;
    }

    /// The command's three.
    static List<Object> subcommands(Head head) {
        return List.of(new Open(head), new ListAll(head), new Close(head));
    }

    private static void requireCode(String code) {
        if (!LaneBook.isCode(code)) {
            throw new BadInput(
                    "lane", code, "words of a to z and 0 to 9 with hyphens, such as sms-mopti");
        }
    }

    private static boolean isOpen(String code, Ledger ledger, Head head) throws IOException {
        return LaneBook.of(ByHand.picture(ledger, head))
                .find(code)
                .filter(LaneBook.Lane::isOpen)
                .isPresent();
    }

    private static Entry entry(Head head, String code, String author, Body body) {
        return new Entry(
                Ids.fresh(head.clock().instant(), head.chance()),
                LaneBook.subject(code),
                null,
                null,
                author,
                Component.OPERATIONS_CENTRE,
                Handling.MISSION,
                Origin.hand(),
                null,
                body);
    }

    /// Opens a lane, or gives it a new key.
    @Command(
            name = "open",
            mixinStandardHelpOptions = true,
            description =
                    "Open a lane and print its key, once. A closed one can be opened again, and has a new key.")
    static final class Open implements Callable<Integer> {

        private final Head head;

        @Spec private @Nullable CommandSpec spec;
        @Mixin private WhichLedger which = new WhichLedger();

        @Parameters(paramLabel = "CODE", description = "As it stands in the address: sms-mopti.")
        private String code = "";

        @Option(
                names = "--kind",
                required = true,
                paramLabel = "KIND",
                description = "sms, rapidpro, openrosa or form.")
        private String kind = "";

        @Option(
                names = "--region",
                required = true,
                paramLabel = "NAME",
                description = "What it serves: where a message is from that names no place.")
        private String region = "";

        @Option(
                names = "--per-minute",
                paramLabel = "N",
                description = "How many messages it takes in a minute (default: ${DEFAULT-VALUE}).")
        private int perMinute = 60;

        @Option(
                names = "--by",
                required = true,
                paramLabel = "POST",
                description = "Post or name of who decides: it stands in the ledger.")
        private String by = "";

        @Option(
                names = "--new-key",
                description =
                        "Give a lane that is open another key: whoever sends with the old one is refused"
                                + " from then on.")
        private boolean newKey;

        @Option(names = "--json", description = "Print one JSON object.")
        private boolean json;

        Open(Head head) {
            this.head = head;
        }

        @Override
        public Integer call() throws IOException {
            requireCode(code);
            var known =
                    Lanes.Kind.find(kind)
                            .orElseThrow(() ->
                                    new BadInput(
                                            "kind",
                                            kind,
                                            "one of "
                                                    + Arrays.stream(Lanes.Kind.values())
                                                            .map(Lanes.Kind::code)
                                                            .collect(Collectors.joining(", "))));
            var serves = ByHand.line("region", region);
            var author = ByHand.line("by", by);
            if (perMinute < 1 || perMinute > PER_MINUTE_MAX) {
                throw new BadInput("per-minute", perMinute, "1 to " + PER_MINUTE_MAX);
            }
            var key = freshKey(head);
            var opened =
                    new Lanes.LaneOpened(code, known, sha256(key), perMinute, Site.named(serves));
            try (var open = which.open(head)) {
                if (!newKey && isOpen(code, open.ledger(), head)) {
                    throw new BadInput(
                            "lane",
                            code,
                            "a new one: this one is open. With --new-key it gets another key, and"
                                    + " whoever sends with the old one is refused from then on");
                }
                open.ledger().append(List.of(entry(head, code, author, opened)));
            }
            print(known, key);
            return 0;
        }

        private void print(Lanes.Kind of, String key) {
            // Telephones set their own end behind an address: no field fits there.
            var exercise = of == Lanes.Kind.OPENROSA ? "/exercise" : "?exercise=1";
            var address = "/intake/" + code + (which.exercise() ? exercise : "");
            var out = Commands.line(spec).getOut();
            if (json) {
                var object = new LinkedHashMap<String, @Nullable Object>();
                object.put("lane", code);
                object.put("address", address);
                object.put("key", key);
                object.put("form", of == Lanes.Kind.FORM ? form(key) : null);
                Json.print(out, object);
                return;
            }
            out.println("lane " + code + " is open at " + address);
            out.println("key (shown once, kept nowhere): " + key);
            if (of == Lanes.Kind.FORM) {
                out.println(
                        "the form, for whoever warns: "
                                + form(key)
                                + " behind the address of the server; who has this link can send");
            }
            out.println("docs/intake.md says how a sender shows it");
            out.flush();
        }

        /// The key stands behind the #, which a browser sends to nobody.
        private String form(String key) {
            return "/intake/" + code + (which.exercise() ? "/exercise" : "") + "/form#" + key;
        }

        /// The product's chance is the system's own source, as a key needs.
        private static String freshKey(Head head) {
            var bytes = new byte[KEY_BYTES];
            head.chance().nextBytes(bytes);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        }

        private static String sha256(String key) {
            try {
                var digest = MessageDigest.getInstance("SHA-256");
                return HexFormat.of()
                        .formatHex(digest.digest(key.getBytes(StandardCharsets.UTF_8)));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java platform has SHA-256", e);
            }
        }
    }

    /// Lists the lanes and what came through them.
    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description =
                    "List the lanes, and of what came through them how much was judged false.")
    static final class ListAll implements Callable<Integer> {

        private final Head head;

        @Spec private @Nullable CommandSpec spec;
        @Mixin private WhichLedger which = new WhichLedger();
        @Mixin private Clocks clocks = new Clocks();

        @Option(names = "--json", description = "Print one JSON object.")
        private boolean json;

        ListAll(Head head) {
            this.head = head;
        }

        @Override
        public Integer call() throws IOException {
            var lanes = LaneBook.of(which.picture(head, clocks)).lanes();
            var out = Commands.line(spec).getOut();
            if (json) {
                Json.print(out, Map.of("lanes", lanes.stream().map(ListAll::object).toList()));
                return 0;
            }
            var table =
                    new Table(
                            "lane",
                            "kind",
                            "region",
                            "a minute",
                            "state",
                            "reports",
                            "judged",
                            "false");
            lanes.forEach(lane ->
                    table.add(
                            lane.what().code(),
                            lane.what().kind().code(),
                            lane.what().site().name(),
                            lane.what().perMinute(),
                            lane.closed().map(why -> "closed: " + why).orElse("open"),
                            lane.reports(),
                            lane.judged(),
                            lane.judgedFalse()));
            table.print(out);
            out.flush();
            return 0;
        }

        private static Map<String, @Nullable Object> object(LaneBook.Lane lane) {
            var object = new LinkedHashMap<String, @Nullable Object>();
            object.put("lane", lane.what().code());
            object.put("kind", lane.what().kind().code());
            object.put("region", lane.what().site().name());
            object.put("perMinute", lane.what().perMinute());
            object.put("open", lane.isOpen());
            object.put("closedBecause", lane.closed().orElse(null));
            object.put("since", lane.since());
            object.put("reports", lane.reports());
            object.put("judged", lane.judged());
            object.put("judgedFalse", lane.judgedFalse());
            return object;
        }
    }

    /// Closes a lane.
    @Command(
            name = "close",
            mixinStandardHelpOptions = true,
            description = "Take nothing more through a lane; what came in stays.")
    static final class Close implements Callable<Integer> {

        private final Head head;

        @Spec private @Nullable CommandSpec spec;
        @Mixin private WhichLedger which = new WhichLedger();

        @Parameters(paramLabel = "CODE", description = "As 'vigie lane list' has it.")
        private String code = "";

        @Option(
                names = "--reason",
                required = true,
                paramLabel = "WHY",
                description = "Why: it stands in the ledger.")
        private String reason = "";

        @Option(
                names = "--by",
                required = true,
                paramLabel = "POST",
                description = "Post or name of who decides: it stands in the ledger.")
        private String by = "";

        Close(Head head) {
            this.head = head;
        }

        @Override
        public Integer call() throws IOException {
            var why = ByHand.line("reason", reason);
            var author = ByHand.line("by", by);
            try (var open = which.openExisting(head)) {
                if (!isOpen(code, open.ledger(), head)) {
                    throw new BadInput("lane", code, "one that 'vigie lane list' shows as open");
                }
                open.ledger().append(List.of(entry(head, code, author, new Lanes.LaneClosed(why))));
            }
            var out = Commands.line(spec).getOut();
            out.println("closed: " + code);
            out.flush();
            return 0;
        }
    }
}

package org.vigie.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.exchange.fetch.MailAddress;
import org.vigie.store.hooks.Mailboxes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// People who are told by e-mail that something came: `mail set`, `test`, `add`, `list`, `remove`
/// and `log`, for the owner of the data folder. Adding and removing one is a note in the ledger.
@Command(
        name = "mail",
        mixinStandardHelpOptions = true,
        description =
                "Say whom the server of this data folder tells by e-mail that something came; never what it is about.")
final class MailCommands implements Callable<Integer> {

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        var line = Commands.line(spec);
        line.usage(line.getErr());
        return PlainErrors.REFUSED;
    }

    /// @param typed from where a password is read
    static List<Object> subcommands(Head head, InputStream typed) {
        return List.of(
                new SetMailServer(head, typed),
                new TestMail(head),
                new AddMailbox(head),
                new ListAll(),
                new Remove(head),
                new Log());
    }

    /// Lists them, and by which server they are told.
    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "List who is told by e-mail, and by which server.")
    static final class ListAll implements Callable<Integer> {

        @Spec private @Nullable CommandSpec spec;
        @Mixin private WhichLedger which = new WhichLedger();

        @Option(names = "--json", description = "Print one JSON object.")
        private boolean json;

        @Override
        public Integer call() throws IOException {
            var boxes = Mailboxes.in(which.folder(), which.exercise());
            var server = SetMailServer.find(which.folder());
            var out = Commands.line(spec).getOut();
            var table = new Table("address", "language", "events", "by", "state");
            var objects = new java.util.ArrayList<Map<String, @Nullable Object>>();
            for (var box : boxes.list()) {
                var failing = boxes.failing(box);
                table.add(
                        box.address(),
                        box.language(),
                        ReceiverAnswers.events(box),
                        box.by(),
                        ReceiverAnswers.state(failing));
                var object = new LinkedHashMap<String, @Nullable Object>();
                object.put("address", box.address());
                object.put("language", box.language());
                object.put("events", ReceiverAnswers.events(box));
                object.put("by", box.by());
                object.put("madeAt", box.madeAt());
                ReceiverAnswers.state(object, failing);
                objects.add(object);
            }
            if (json) {
                var object = new LinkedHashMap<String, @Nullable Object>();
                object.put("server", server.map(Object::toString).orElse(null));
                object.put("from", server.map(one -> one.from().text()).orElse(null));
                object.put("exercise", which.exercise());
                object.put("mailboxes", objects);
                Json.print(out, object);
                return 0;
            }
            out.println(
                    server.map(one -> "by " + one + ", from " + one.from().text())
                            .orElse("no mail server was set: vigie mail set"));
            table.print(out);
            out.flush();
            return 0;
        }
    }

    /// Removes one.
    @Command(
            name = "remove",
            mixinStandardHelpOptions = true,
            description = "Tell somebody nothing more by e-mail.")
    static final class Remove implements Callable<Integer> {

        private final Head head;

        @Spec private @Nullable CommandSpec spec;
        @Mixin private WhichLedger which = new WhichLedger();

        @Parameters(paramLabel = "ADDRESS", description = "As 'vigie mail list' has it.")
        private String address = "";

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
            var gone = MailAddress.parse("address", address);
            Mailboxes.in(which.folder(), which.exercise()).remove(gone.text());
            try (var open = which.openExisting(head)) {
                var text = "an address at " + gone.domain() + " is told nothing more by e-mail";
                open.ledger().append(List.of(ReceiverAnswers.note(head, author, text)));
            }
            var out = Commands.line(spec).getOut();
            out.println("removed: " + gone.text());
            out.flush();
            return 0;
        }
    }

    /// Shows what was tried.
    @Command(
            name = "log",
            mixinStandardHelpOptions = true,
            description = "Show which letters were tried, the newest first.")
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
            var boxes = Mailboxes.in(which.folder(), which.exercise());
            ReceiverAnswers.log(
                    ReceiverAnswers.lines(boxes, lines),
                    "address",
                    json,
                    Commands.line(spec).getOut());
            return 0;
        }
    }
}

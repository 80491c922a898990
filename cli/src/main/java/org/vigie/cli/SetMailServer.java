package org.vigie.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.exchange.fetch.MailAddress;
import org.vigie.exchange.fetch.MailServer;
import org.vigie.exchange.fetch.SignIn;
import org.vigie.geo.BadInput;
import org.vigie.store.hooks.MailSettings;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// By which mail server the server of a data folder sends: `mail set`.
@Command(
        name = "set",
        mixinStandardHelpOptions = true,
        description =
                "Say by which mail server letters go, for the real ledger and for exercises. The password is read from standard input or from a file, and kept in the data folder for its owner alone.")
final class SetMailServer implements Callable<Integer> {

    private static final int PASSWORD_BYTES_MAX = 1_000;

    private final Head head;
    private final InputStream typed;

    @Spec private @Nullable CommandSpec spec;
    @Mixin private WhichLedger which = new WhichLedger();

    @Option(
            names = "--host",
            required = true,
            paramLabel = "HOST",
            description = "The mail server, e.g. smtp.mission.example.org.")
    private String host = "";

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "Default: 587, with --tls 465, with --plain-loopback 25.")
    private @Nullable Integer port;

    @ArgGroup private Way way = new Way();

    @Option(
            names = "--user",
            paramLabel = "USER",
            description = "Who signs in there; left out where nobody does.")
    private String user = "";

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description =
                    "The password, on one line of a file that you alone may read. Without it: on standard input.")
    private @Nullable Path passwordFile;

    @Option(
            names = "--from",
            required = true,
            paramLabel = "ADDRESS",
            description = "The sender. What cannot be delivered comes back there.")
    private String from = "";

    @Option(
            names = "--link",
            paramLabel = "URL",
            description = "https://… of the mission's own page, for the letters to name.")
    private String link = "";

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    SetMailServer(Head head, InputStream typed) {
        this.head = head;
        this.typed = typed;
    }

    /// One of these; the first where nothing is said.
    private static final class Way {

        @Option(
                names = "--starttls",
                description = "TLS must begin before anything is said (default).")
        private boolean starttls;

        @Option(names = "--tls", description = "TLS from the first byte.")
        private boolean tls;

        @Option(
                names = "--plain-loopback",
                description = "In the clear, to a mail server on this machine only.")
        private boolean plain;

        private MailServer.Security security() {
            if (starttls || !(tls || plain)) {
                return MailServer.Security.STARTTLS;
            }
            return tls ? MailServer.Security.TLS : MailServer.Security.PLAIN_LOOPBACK;
        }
    }

    @Override
    public Integer call() throws IOException {
        var security = way.security();
        var sender = MailAddress.parse("from", from);
        // Everything else is refused before anybody types a password.
        var unsigned = new MailServer(host, port(security), security, "", "", sender, link);
        var server =
                user.isEmpty() && passwordFile == null
                        ? unsigned
                        : new MailServer(
                                host, unsigned.port(), security, user, password(), sender, link);
        MailSettings.write(which.folder(), server.said());
        var out = Commands.line(spec).getOut();
        if (json) {
            var object = new LinkedHashMap<String, @Nullable Object>();
            object.put("server", server.toString());
            object.put("user", user.isEmpty() ? null : user);
            object.put("from", sender.text());
            object.put("link", link.isEmpty() ? null : link);
            Json.print(out, object);
            return 0;
        }
        out.println("letters go by " + server + ", from " + sender.text());
        out.println("try it: vigie mail test --to ADDRESS");
        out.flush();
        return 0;
    }

    private int port(MailServer.Security security) {
        return port != null
                ? port
                : switch (security) {
                    case STARTTLS -> 587;
                    case TLS -> 465;
                    case PLAIN_LOOPBACK -> 25;
                };
    }

    private String password() throws IOException {
        if (passwordFile != null) {
            SignIn.requireOwn("password-file", passwordFile);
            try (var file = Files.newInputStream(passwordFile)) {
                return firstLine(file);
            }
        }
        var console = Optional.ofNullable(System.console()).filter(_ -> head.terminal());
        if (console.isPresent()) {
            var typedIn = console.get().readPassword("Password of %s (not shown): ", user);
            return typedIn == null ? "" : new String(typedIn);
        }
        return firstLine(typed);
    }

    private static String firstLine(InputStream from) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int next = from.read(); next >= 0 && next != '\n'; next = from.read()) {
            line.write(next);
            if (line.size() > PASSWORD_BYTES_MAX) {
                throw new BadInput("password", "(not shown)", "one line of at most 250 letters");
            }
        }
        var text = line.toString(StandardCharsets.UTF_8);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    /// The one that was set for a data folder.
    static Optional<MailServer> find(Path folder) throws IOException {
        return MailSettings.read(folder).map(MailServer::of);
    }

    /// The same, refusing where none was.
    static MailServer require(Path folder) throws IOException {
        return find(folder)
                .orElseThrow(
                        () -> new BadInput("mail", null, "set up first: vigie mail set --help"));
    }
}

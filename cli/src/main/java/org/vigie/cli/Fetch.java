package org.vigie.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.exchange.Formats;
import org.vigie.exchange.fetch.Download;
import org.vigie.exchange.fetch.Provider;
import org.vigie.exchange.fetch.SignIn;
import org.vigie.exchange.fetch.Waiting;
import org.vigie.exchange.imports.Imported;
import org.vigie.exchange.imports.Importer;
import org.vigie.exchange.imports.KnownAt;
import org.vigie.exchange.imports.Order;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Fetches the pages of a publisher into one file and imports it; the file is kept as the evidence.
@Command(
        name = "fetch",
        mixinStandardHelpOptions = true,
        description =
                "Fetch from a publisher and import: ucdp, acled, acled-deleted, cast or views. The"
                        + " sign-in comes from VIGIE_UCDP_TOKEN, from VIGIE_ACLED_USER and"
                        + " VIGIE_ACLED_PASSWORD, or from --token-file.")
final class Fetch implements Callable<Integer> {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    /// How long one page may take: a slow line needs a minute for 10 MB.
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Head head;
    private final Map<String, String> environment;
    private final Waiting waiting;

    @Spec private @Nullable CommandSpec spec;
    @Mixin private WhichLedger which = new WhichLedger();

    @Parameters(paramLabel = "PUBLISHER", description = "ucdp, acled, acled-deleted, cast, views.")
    private String publisher = "";

    @Option(
            names = "--release",
            paramLabel = "RELEASE",
            description =
                    "UCDP: the version, e.g. 25.1, or 25.0.9 for candidate events. ViEWS: the run"
                            + " with level and type, e.g. fatalities003_2026_05_t01/cm/sb.")
    private @Nullable String release;

    @Option(
            names = "--query",
            paramLabel = "NAME=VALUE",
            description = "A filter of the publisher's own, e.g. Country=432 or country=Mali.")
    private Map<String, String> filters = new TreeMap<>();

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description =
                    "Lines token=…, or user=… and password=…; the file must be readable by you"
                            + " alone.")
    private @Nullable Path tokenFile;

    @Option(
            names = "--base-url",
            paramLabel = "URL",
            description = "Where the publisher is, if it is a mirror.")
    private @Nullable URI baseUrl;

    @Option(names = "--save", paramLabel = "FILE", description = "Only save the pages here.")
    private @Nullable Path save;

    @Option(
            names = "--known-at",
            paramLabel = "RULE",
            defaultValue = "now",
            description = "As with import: now (default), source, release, release:DAY, lag:DAYSd.")
    private String knownAt = "now";

    @Option(names = "--dry-run", description = "Fetch and count, and write nothing.")
    private boolean dryRun;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    Fetch(Head head, Map<String, String> environment, Waiting waiting) {
        this.head = head;
        this.environment = environment;
        this.waiting = waiting;
    }

    @Override
    public Integer call() throws IOException {
        var line = Commands.line(spec);
        var provider = Provider.of(publisher);
        var rule = KnownAt.parse(knownAt);
        var now = head.clock().instant();
        var folder = Files.createTempDirectory("vigie-fetch");
        var file = folder.resolve(name(provider, now));
        try {
            var fetched = download(provider, file, line.getErr());
            if (save != null) {
                Files.move(file, save, StandardCopyOption.REPLACE_EXISTING);
                line.getOut().println(fetched.records() + " records in " + save);
                line.getOut().flush();
                return 0;
            }
            if (fetched.records() == 0) {
                line.getOut().println("nothing to import: the publisher has no record for this");
                line.getOut().flush();
                return 0;
            }
            var order = new Order(Formats.of(file), file, rule, false, dryRun, now);
            return imported(order, line.getOut(), line.getErr());
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(folder);
        }
    }

    private Download.Fetched download(Provider provider, Path file, PrintWriter err)
            throws IOException {
        var base = Optional.ofNullable(baseUrl).orElse(provider.home());
        var query =
                new Download.Query(
                        provider, base, Optional.ofNullable(release), new TreeMap<>(filters));
        var signIn = tokenFile == null ? SignIn.of(provider, environment) : SignIn.of(tokenFile);
        return Download.run(
                query,
                signIn,
                file,
                new Download.Surroundings(
                        waiting,
                        head.clock(),
                        PATIENCE,
                        (page, pages, records) -> tell(err, page, pages, records)));
    }

    private static void tell(PrintWriter err, int page, int pages, long records) {
        err.println(
                "page " + page + (pages == 0 ? "" : " of " + pages) + ", " + records + " records");
        err.flush();
    }

    private int imported(Order order, PrintWriter out, PrintWriter err) throws IOException {
        Imported done;
        try (var open = which.open(head)) {
            var progress = new ProgressLine(order.file().getFileName().toString(), err, head);
            done =
                    new Importer(open.ledger(), open.keptFiles(), head.chance())
                            .run(order, progress);
        }
        new ImportReport(which.exercise(), knownAt).print(out, List.of(done), json);
        return done.counts().rejected() > 0 ? Commands.FINDING : 0;
    }

    /// Says what was asked for and when, never with what sign-in.
    private String name(Provider provider, Instant now) {
        var version = release == null ? "" : "-" + release.replaceAll("[^A-Za-z0-9._-]", "-");
        return provider.code() + version + "-" + STAMP.format(now) + ".json";
    }
}

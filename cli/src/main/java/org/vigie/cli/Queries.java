package org.vigie.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.assess.Changes;
import org.vigie.geo.BadInput;
import org.vigie.record.Body;
import org.vigie.record.By;
import org.vigie.record.Component;
import org.vigie.record.Entry;
import org.vigie.record.Handling;
import org.vigie.record.Housekeeping;
import org.vigie.record.Ids;
import org.vigie.record.Ledger;
import org.vigie.record.Origin;
import org.vigie.record.Standpoint;
import org.vigie.record.Viewer;
import org.vigie.search.SavedQueries;
import org.vigie.search.SavedQuery;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Questions with a name: `query save`, `list`, `run` and `drop`.
@Command(
        name = "query",
        mixinStandardHelpOptions = true,
        description = "Give a question a name, and ask it again by that name.")
final class Queries implements Callable<Integer> {

    /// As long as the page of changes looks back when nobody says since when.
    private static final Duration SHIFT = Duration.ofHours(12);

    private static final int HITS = 20;

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        var line = Commands.line(spec);
        line.usage(line.getErr());
        return PlainErrors.REFUSED;
    }

    /// The command with its four.
    static List<Object> subcommands(Head head) {
        return List.of(new Save(head), new ListAll(head), new Run(head), new Drop(head));
    }

    private static Instant now(Head head) {
        return head.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static SavedQueries all(Ledger ledger, Instant now) throws IOException {
        return SavedQueries.at(ledger, new Standpoint(now, now, Viewer.owner()));
    }

    private static Entry entry(
            UUID id, String author, @Nullable UUID older, Map.Entry<String, Body> said) {
        return new Entry(
                id,
                SavedQueries.subject(said.getKey()),
                null,
                null,
                author,
                Component.OUTSIDE,
                Handling.PROTECTION,
                Origin.lane("hand"),
                older,
                said.getValue());
    }

    private static Map<String, @Nullable Object> object(SavedQueries.Held held) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("name", held.query().name());
        object.put("page", held.query().page().code());
        object.put("parameters", held.query().parameters());
        object.put("note", held.query().note());
        object.put("by", held.saved().entry().author());
        object.put("recordedAt", held.saved().recordedAt());
        return object;
    }

    /// Saves a question.
    @Command(
            name = "save",
            mixinStandardHelpOptions = true,
            description =
                    "Give a question a name. Without --as-of and --recorded-as-of it is asked of"
                            + " now, whenever somebody asks.")
    static final class Save implements Callable<Integer> {

        private final Head head;

        @Spec private @Nullable CommandSpec spec;
        @Mixin private WhichLedger which = new WhichLedger();

        @Parameters(paramLabel = "NAME", description = "Words of a to z and 0 to 9, with hyphens.")
        private String name = "";

        @Option(
                names = "--page",
                defaultValue = "picture",
                description = "picture (default), search, changes or brief.")
        private String page = "picture";

        @Option(
                names = "--set",
                paramLabel = "NAME=VALUE",
                description =
                        "A parameter as the page's address has it: from, to, area, actor, kind, cell,"
                                + " by, q (words of a search), since, known, recorded. May be given"
                                + " several times.")
        private Map<String, String> parameters = new TreeMap<>();

        @Option(names = "--note", defaultValue = "", description = "What it is for.")
        private String note = "";

        @Option(
                names = "--by",
                defaultValue = "owner",
                paramLabel = "POST",
                description = "Who saves it (default: owner).")
        private String author = "owner";

        @Option(names = "--replace", description = "Take the place of the one with this name.")
        private boolean replace;

        Save(Head head) {
            this.head = head;
        }

        @Override
        public Integer call() throws IOException {
            var query =
                    new SavedQuery(
                            name, SavedQuery.Page.ofCode(page), new TreeMap<>(parameters), note);
            var now = now(head);
            try (var open = which.openExisting(head)) {
                var held = all(open.ledger(), now).find(name);
                if (held.isPresent() && !replace) {
                    throw new BadInput("name", name, "free, or given with --replace");
                }
                open.ledger()
                        .append(
                                List.of(
                                        entry(
                                                Ids.fresh(now, head.chance()),
                                                author,
                                                held.map(one -> one.saved().entry().id())
                                                        .orElse(null),
                                                Map.entry(name, query.body()))));
            }
            var out = Commands.line(spec).getOut();
            out.println("saved: " + name);
            out.flush();
            return 0;
        }
    }

    /// Lists the questions that hold.
    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "List the questions that have a name.")
    static final class ListAll implements Callable<Integer> {

        private final Head head;

        @Spec private @Nullable CommandSpec spec;
        @Mixin private WhichLedger which = new WhichLedger();

        @Option(names = "--json", description = "Print one JSON object.")
        private boolean json;

        ListAll(Head head) {
            this.head = head;
        }

        @Override
        public Integer call() throws IOException {
            SavedQueries queries;
            try (var open = which.openExisting(head)) {
                queries = all(open.ledger(), now(head));
            }
            var out = Commands.line(spec).getOut();
            if (json) {
                var object = new LinkedHashMap<String, Object>();
                object.put(
                        "queries",
                        queries.byName().values().stream().map(Queries::object).toList());
                Json.print(out, object);
                return 0;
            }
            var table = new Table("name", "page", "asks", "note", "by", "recorded");
            queries.byName()
                    .values()
                    .forEach(held ->
                            table.add(
                                    held.query().name(),
                                    held.query().page().code(),
                                    asks(held.query()),
                                    held.query().note(),
                                    held.saved().entry().author(),
                                    held.saved().recordedAt()));
            table.print(out);
            out.flush();
            return 0;
        }

        private static String asks(SavedQuery query) {
            return query.parameters().isEmpty()
                    ? "everything, now"
                    : String.join(
                            " ",
                            query.parameters().entrySet().stream()
                                    .map(one -> one.getKey() + "=" + one.getValue())
                                    .toList());
        }
    }

    /// Asks a question again: what `count`, `search` or `changes` would print.
    @Command(
            name = "run",
            mixinStandardHelpOptions = true,
            description =
                    "Ask a question again: what count, search or changes print with its parameters.")
    static final class Run implements Callable<Integer> {

        private final Head head;

        @Spec private @Nullable CommandSpec spec;
        @Mixin private WhichLedger which = new WhichLedger();

        @Parameters(paramLabel = "NAME", description = "As 'vigie query list' has it.")
        private String name = "";

        @Option(
                names = "--since",
                paramLabel = "TIME",
                description = "What is new in it since a day (its end, UTC) or a time.")
        private @Nullable String since;

        @Option(names = "--json", description = "Print one JSON object.")
        private boolean json;

        Run(Head head) {
            this.head = head;
        }

        @Override
        public Integer call() throws IOException {
            var now = now(head);
            var out = Commands.line(spec).getOut();
            try (var open = which.openExisting(head)) {
                var query =
                        all(open.ledger(), now)
                                .find(name)
                                .map(SavedQueries.Held::query)
                                .orElseThrow(() ->
                                        new BadInput(
                                                "name", name, "one that 'vigie query list' names"));
                run(query, now, open.ledger(), out);
            }
            return 0;
        }

        private void run(SavedQuery query, Instant now, Ledger ledger, PrintWriter out)
                throws IOException {
            var standpoint =
                    new Standpoint(
                            query.known().orElse(now),
                            query.recorded().orElse(now),
                            Viewer.owner());
            var words = query.find("q");
            if (words.isPresent() && since != null) {
                throw new BadInput("since", since, "used with a question about incidents");
            }
            if (words.isPresent()) {
                var report = SearchReport.of(words.get(), standpoint, HITS, ledger);
                print(out, report.object(), () -> report.print(out));
            } else if (since != null || query.page() == SavedQuery.Page.CHANGES) {
                var report =
                        new ChangesReport(
                                Changes.since(
                                        since(query, standpoint),
                                        standpoint,
                                        Spelled.of(query.filter(), standpoint, ledger),
                                        ledger));
                print(out, report.object(), () -> report.print(out, which.exercise()));
            } else {
                var by = By.ofCode(query.find("by").orElse("year"));
                var report =
                        CountReport.of(
                                new CountReport.Question(
                                        standpoint.known(),
                                        standpoint.recorded(),
                                        by,
                                        query.filter()),
                                ledger);
                print(out, report.object(), () -> report.print(out, which.exercise()));
            }
        }

        private Instant since(SavedQuery query, Standpoint standpoint) {
            return since == null
                    ? query.since().orElse(standpoint.recorded().minus(SHIFT))
                    : Clocks.parse("since", since);
        }

        private void print(PrintWriter out, Map<String, ?> object, Runnable plain) {
            if (json) {
                Json.print(out, object);
            } else {
                plain.run();
            }
        }
    }

    /// Takes a name back.
    @Command(
            name = "drop",
            mixinStandardHelpOptions = true,
            description = "Take a name back; what it asked stays in the ledger.")
    static final class Drop implements Callable<Integer> {

        private final Head head;

        @Spec private @Nullable CommandSpec spec;
        @Mixin private WhichLedger which = new WhichLedger();

        @Parameters(paramLabel = "NAME", description = "As 'vigie query list' has it.")
        private String name = "";

        @Option(
                names = "--by",
                defaultValue = "owner",
                paramLabel = "POST",
                description = "Who drops it (default: owner).")
        private String author = "owner";

        Drop(Head head) {
            this.head = head;
        }

        @Override
        public Integer call() throws IOException {
            var now = now(head);
            try (var open = which.openExisting(head)) {
                var held =
                        all(open.ledger(), now)
                                .find(name)
                                .orElseThrow(() ->
                                        new BadInput(
                                                "name", name, "one that 'vigie query list' names"));
                open.ledger()
                        .append(
                                List.of(
                                        entry(
                                                Ids.fresh(now, head.chance()),
                                                author,
                                                held.saved().entry().id(),
                                                Map.entry(
                                                        name,
                                                        new Housekeeping.QueryDropped(name)))));
            }
            var out = Commands.line(spec).getOut();
            out.println("dropped: " + name);
            out.flush();
            return 0;
        }
    }
}

package org.vigie.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.exchange.Formats;
import org.vigie.exchange.activities.ActivityList;
import org.vigie.exchange.imports.Imported;
import org.vigie.exchange.imports.Importer;
import org.vigie.exchange.imports.KnownAt;
import org.vigie.exchange.imports.Opening;
import org.vigie.exchange.imports.Order;
import org.vigie.exchange.mapped.Mapping;
import org.vigie.exchange.mapped.Suggestion;
import org.vigie.record.Handling;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Reads files into the ledger, each file one import, whole or not at all.
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description =
                "Read files into the ledger: each file is one import, whole or not at all. Exit"
                        + " code 1 when rows were rejected.")
final class Import implements Callable<Integer> {

    private final Head head;

    @Spec private @Nullable CommandSpec spec;
    @Mixin private WhichLedger which = new WhichLedger();

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "The files to read; - is what is pasted into the standard input.")
    private List<Path> files = List.of();

    @Option(
            names = "--mapping",
            paramLabel = "MAPPING",
            description = "Read tables of your own: which column is what.")
    private @Nullable Path mapping;

    @Option(
            names = "--suggest-mapping",
            description = "Draft a mapping from the names of the columns, and import nothing.")
    private boolean suggest;

    @Option(
            names = "--known-at",
            paramLabel = "RULE",
            defaultValue = "now",
            description =
                    "When the mission knew what the file says: now (default), source, release,"
                            + " release:DAY or lag:DAYSd, e.g. lag:30d.")
    private String knownAt = "now";

    @Option(
            names = "--complete",
            description =
                    "The file is complete for its countries: retract incidents that it no longer"
                            + " lists.")
    private boolean complete;

    @Option(
            names = "--handling",
            paramLabel = "WHO",
            description =
                    "Who may see the rows: open, mission or protection (default: open for published"
                            + " data sets, mission for tables of your own).")
    private @Nullable String handling;

    @Option(names = "--dry-run", description = "Count, and write nothing.")
    private boolean dryRun;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    private final InputStream pasted;

    /// @param pasted what a file named - is
    Import(Head head, InputStream pasted) {
        this.head = head;
        this.pasted = pasted;
    }

    @Override
    public Integer call() throws IOException {
        try (var paste = new Pasted(pasted)) {
            return call(paste);
        }
    }

    private int call(Pasted paste) throws IOException {
        var line = Commands.line(spec);
        var given = new ArrayList<Path>();
        for (var file : files) {
            given.add(paste.fileOf(file));
        }
        if (suggest) {
            line.getOut().print(Suggestion.draft(Opening.of(given.getFirst())));
            line.getOut().flush();
            return 0;
        }
        var orders = orders(given);
        for (var order : orders) {
            if (order.format() instanceof ActivityList) {
                ActivityList.requireExercise(order.file(), order.name(), which.exercise());
            }
        }
        var done = new ArrayList<Imported>();
        try (var open = which.open(head)) {
            var importer = new Importer(open.ledger(), open.keptFiles(), head.chance());
            for (var order : orders) {
                var progress = new ProgressLine(order.file().toString(), line.getErr(), head);
                done.add(importer.run(order, progress));
            }
        } finally {
            // What was imported before a file that cannot be taken is told all the same.
            if (!done.isEmpty()) {
                new ImportReport(which.exercise(), knownAt).print(line.getOut(), done, json);
            }
        }
        return done.stream().anyMatch(one -> one.counts().rejected() > 0) ? Commands.FINDING : 0;
    }

    /// All files are recognised before the first one is imported.
    private List<Order> orders(List<Path> given) throws IOException {
        var rule = KnownAt.parse(knownAt);
        var own = mapping == null ? null : Formats.own(Mapping.read(mapping));
        var who = handling == null ? null : Handling.chosen(handling);
        var orders = new ArrayList<Order>();
        for (var file : given) {
            orders.add(
                    new Order(
                                    own == null ? Formats.of(file) : own,
                                    file,
                                    rule,
                                    complete,
                                    dryRun,
                                    head.clock().instant())
                            .handledAs(who));
        }
        return orders;
    }
}

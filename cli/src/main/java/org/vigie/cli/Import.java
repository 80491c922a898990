package org.vigie.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.exchange.Formats;
import org.vigie.exchange.imports.Imported;
import org.vigie.exchange.imports.Importer;
import org.vigie.exchange.imports.KnownAt;
import org.vigie.exchange.imports.Order;
import org.vigie.exchange.imports.Rejection;
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

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "The files to read.")
    private List<Path> files = List.of();

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

    @Option(names = "--dry-run", description = "Count, and write nothing.")
    private boolean dryRun;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    Import(Head head) {
        this.head = head;
    }

    @Override
    public Integer call() throws IOException {
        var line = Commands.line(spec);
        var orders = orders();
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
                print(line.getOut(), done);
            }
        }
        return done.stream().anyMatch(one -> one.counts().rejected() > 0) ? Commands.FINDING : 0;
    }

    /// All files are recognised before the first one is imported.
    private List<Order> orders() throws IOException {
        var rule = KnownAt.parse(knownAt);
        var orders = new ArrayList<Order>();
        for (var file : files) {
            orders.add(
                    new Order(
                            Formats.of(file),
                            file,
                            rule,
                            complete,
                            dryRun,
                            head.clock().instant()));
        }
        return orders;
    }

    private void print(PrintWriter out, List<Imported> done) {
        if (json) {
            var object = new LinkedHashMap<String, @Nullable Object>();
            object.put("files", done.stream().map(Import::object).toList());
            object.put("importId", done.getLast().importId());
            Json.print(out, object);
        } else {
            done.forEach(one -> print(out, one));
            out.flush();
        }
    }

    private void print(PrintWriter out, Imported done) {
        var counts = done.counts();
        out.printf(
                Locale.ROOT,
                "%s%s: %s, %,d rows: %,d added, %,d changed, %,d unchanged, %,d removed, %,d"
                        + " rejected%n",
                which.exercise() ? "EXERCISE " : "",
                done.file(),
                done.format().code(),
                counts.read(),
                counts.added(),
                counts.changed(),
                counts.unchanged(),
                counts.removed(),
                counts.rejected());
        if (counts.disordered() > 0) {
            out.printf(
                    Locale.ROOT,
                    "%,d rows whose figures are not low <= best <= high, kept as printed%n",
                    counts.disordered());
        }
        if (done.undated() > 0) {
            out.printf(
                    Locale.ROOT,
                    "%,d rows for which --known-at %s gives no moment count as known from now on%n",
                    done.undated(),
                    knownAt);
        }
        if (done.repeated() > 0) {
            out.printf(
                    Locale.ROOT,
                    "%,d rows tell once more what the row above them tells, counted as unchanged%n",
                    done.repeated());
        }
        done.format().caution().ifPresent(caution -> out.println("caution: " + caution));
        printRejections(out, done);
        out.println(
                done.importId() == null
                        ? "dry run: nothing was written"
                        : "import " + done.importId());
    }

    private static void printRejections(PrintWriter out, Imported done) {
        if (done.rejections().isEmpty()) {
            return;
        }
        var table = new Table("line", "field", "value", "reason");
        for (var rejection : done.rejections()) {
            table.add(
                    "" + rejection.line(),
                    rejection.field(),
                    rejection.value() == null ? "(missing)" : rejection.value(),
                    rejection.reason());
        }
        table.print(out);
        long unlisted = done.counts().rejected() - done.rejections().size();
        if (unlisted > 0) {
            out.printf(Locale.ROOT, "and %,d more%n", unlisted);
        }
    }

    private static Map<String, @Nullable Object> object(Imported done) {
        var counts = done.counts();
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("file", done.file());
        object.put("format", done.format().code());
        object.put("read", counts.read());
        object.put("added", counts.added());
        object.put("changed", counts.changed());
        object.put("unchanged", counts.unchanged());
        object.put("removed", counts.removed());
        object.put("rejected", counts.rejected());
        object.put("disordered", counts.disordered());
        object.put("rejections", done.rejections().stream().map(Import::object).toList());
        object.put("importId", done.importId());
        object.put("undated", done.undated());
        return object;
    }

    private static Map<String, @Nullable Object> object(Rejection rejection) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("line", rejection.line());
        object.put("field", rejection.field());
        object.put("value", rejection.value());
        object.put("reason", rejection.reason());
        return object;
    }
}

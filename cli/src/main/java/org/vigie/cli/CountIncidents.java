package org.vigie.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigie.exchange.Formats;
import org.vigie.exchange.imports.Format;
import org.vigie.exchange.imports.PastImport;
import org.vigie.record.By;
import org.vigie.record.Count;
import org.vigie.record.Filter;
import org.vigie.record.Incidents;
import org.vigie.record.Ledger;
import org.vigie.record.Viewer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Counts incidents and their dead, at any moment of both clocks.
@Command(
        name = "count",
        mixinStandardHelpOptions = true,
        description = "Count incidents and their dead as they were known at a moment.")
final class CountIncidents implements Callable<Integer> {

    private final Head head;

    @Spec private @Nullable CommandSpec spec;
    @Mixin private WhichLedger which = new WhichLedger();
    @Mixin private Clocks clocks = new Clocks();
    @Mixin private Narrowing narrowing = new Narrowing();

    @Option(
            names = "--by",
            defaultValue = "year",
            paramLabel = "KEY",
            description = "year (default), month, area, actor, kind or cell.")
    private String by = "year";

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    CountIncidents(Head head) {
        this.head = head;
    }

    @Override
    public Integer call() throws IOException {
        // The ledger's clocks tick in milliseconds.
        var now = head.clock().instant().truncatedTo(ChronoUnit.MILLIS);
        var question =
                new Question(
                        clocks.known(now), clocks.recorded(now), By.ofCode(by), narrowing.filter());
        var line = Commands.line(spec);
        Answer answer;
        boolean hindsight;
        try (var open = which.open(head)) {
            answer = Answer.to(question, open.ledger());
            hindsight = answer.count().events() == 0 && clocks.given() && allNow(open.ledger());
        }
        if (json) {
            Json.print(line.getOut(), answer.object());
        } else {
            print(line.getOut(), answer);
        }
        if (hindsight) {
            line.getErr()
                    .println(
                            "vigie: every import of this ledger counts as known from the import on;"
                                    + " 'import --known-at source' or 'lag:30d' says otherwise");
            line.getErr().flush();
        }
        return 0;
    }

    /// What is asked.
    private record Question(Instant known, Instant recorded, By by, Filter filter) {}

    /// What is answered, with what every figure must carry.
    private record Answer(Question question, Count count, SortedSet<String> sources) {

        static Answer to(Question question, Ledger ledger) throws IOException {
            Incidents incidents =
                    ledger.asOf(question.known(), question.recorded(), Viewer.owner())
                            .incidents()
                            .where(question.filter());
            return new Answer(question, incidents.count(question.by()), incidents.sources());
        }

        String definition() {
            var definitions =
                    sources.stream()
                            .flatMap(source -> Formats.find(source).stream())
                            .map(Format::definition)
                            .collect(Collectors.joining("; "));
            return (definitions.isEmpty() ? "as each source defines it" : definitions)
                    + "; dead as printed by the source, events by their last day (UTC)";
        }

        Map<String, @Nullable Object> object() {
            var object = new LinkedHashMap<String, @Nullable Object>();
            object.put("knownAsOf", question.known());
            object.put("recordedAsOf", question.recorded());
            object.put("n", count.events());
            object.put("unplaced", count.unplaced());
            object.put("vague", count.vague());
            object.put("rows", count.rows().stream().map(Answer::object).toList());
            object.put("total", object(count.total()));
            object.put("unstated", count.total().unstated());
            object.put("sources", List.copyOf(sources));
            object.put("definition", definition());
            return object;
        }

        private static Map<String, @Nullable Object> object(Count.Row row) {
            var object = new LinkedHashMap<String, @Nullable Object>();
            object.put("key", row.key());
            object.put("events", row.events());
            object.put("best", row.best());
            object.put("low", row.low());
            object.put("high", row.high());
            object.put("civilians", row.civilians());
            object.put("unstated", row.unstated());
            object.put("civiliansUnstated", row.civiliansUnstated());
            return object;
        }
    }

    private void print(PrintWriter out, Answer answer) {
        var count = answer.count();
        if (which.exercise()) {
            out.println("EXERCISE");
        }
        var table = new Table(by, "events", "dead (best)", "low-high", "civilians");
        for (var row : count.rows()) {
            table.add(row.key(), row.events(), row.best(), range(row), row.civilians());
        }
        var total = count.total();
        table.add("total", total.events(), total.best(), range(total), total.civilians());
        table.print(out);
        out.printf(
                Locale.ROOT,
                "n %,d; %,d unplaced; %,d vague (country or region only); %,d without a figure%n",
                count.events(),
                count.unplaced(),
                count.vague(),
                total.unstated());
        if (count.by() == By.ACTOR) {
            out.println("an event counts under each of its actors; the rows add up to more");
        }
        out.printf(
                "as of %s (recorded as of %s); source %s; definition: %s%n",
                answer.question().known(),
                answer.question().recorded(),
                answer.sources().isEmpty() ? "none" : String.join(", ", answer.sources()),
                answer.definition());
        out.flush();
    }

    /// Sums of what the sources print as lowest and highest; a disordered source shows here.
    private static String range(Count.Row row) {
        return String.format(Locale.ROOT, "%,d-%,d", row.low(), row.high());
    }

    private static boolean allNow(Ledger ledger) throws IOException {
        var imports = PastImport.list(ledger);
        return !imports.isEmpty()
                && imports.stream()
                        .allMatch(past -> "now".equals(past.what().options().get("known-at")));
    }
}

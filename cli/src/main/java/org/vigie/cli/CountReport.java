package org.vigie.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigie.exchange.Formats;
import org.vigie.exchange.imports.Format;
import org.vigie.exchange.packs.PackNames;
import org.vigie.record.By;
import org.vigie.record.Count;
import org.vigie.record.Filter;
import org.vigie.record.Incidents;
import org.vigie.record.Ledger;
import org.vigie.record.Standpoint;
import org.vigie.record.Viewer;

/// A count of incidents and their dead, with what every figure must carry.
record CountReport(Question question, Count count, SortedSet<String> sources) {

    /// Where nobody says how many.
    private static final String UNKNOWN = "?";

    /// What is asked.
    record Question(Instant known, Instant recorded, By by, Filter filter) {}

    static CountReport of(Question question, Ledger ledger) throws IOException {
        var standpoint = new Standpoint(question.known(), question.recorded(), Viewer.owner());
        var picture = ledger.asOf(question.known(), question.recorded(), Viewer.owner());
        Incidents incidents =
                picture.incidents().where(Spelled.of(question.filter(), standpoint, ledger));
        var count =
                question.by() == By.AREA
                        ? incidents.countByArea(PackNames.of(picture))
                        : incidents.count(question.by());
        return new CountReport(question, count, incidents.sources());
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
        object.put("rows", count.rows().stream().map(CountReport::object).toList());
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

    void print(PrintWriter out, boolean exercise) {
        if (exercise) {
            out.println("EXERCISE");
        }
        var table =
                new Table(question.by().code(), "events", "dead (best)", "low-high", "civilians");
        for (var row : count.rows()) {
            table.add(cells(row));
        }
        var total = count.total();
        table.add(cells(total));
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
                question.known(),
                question.recorded(),
                sources.isEmpty() ? "none" : String.join(", ", sources),
                definition());
        out.flush();
    }

    private static @Nullable Object[] cells(Count.Row row) {
        return new Object[] {
            row.key(),
            row.events(),
            sum(row.best(), row.unstated(), row.events()),
            row.events() > 0 && row.unstated() == row.events() ? UNKNOWN : range(row),
            sum(row.civilians(), row.civiliansUnstated(), row.events())
        };
    }

    /// What nobody states is not nought.
    private static Object sum(long stated, long unstated, long events) {
        if (unstated == 0) {
            return stated;
        }
        return unstated == events
                ? UNKNOWN
                : String.format(Locale.ROOT, "%,d + %,d unknown", stated, unstated);
    }

    /// Sums of what the sources print as lowest and highest; a disordered source shows here.
    private static String range(Count.Row row) {
        return String.format(Locale.ROOT, "%,d-%,d", row.low(), row.high());
    }
}

package org.vigie.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.exchange.out.SheetOut;
import org.vigie.exchange.restrictions.ClearanceSheet;
import org.vigie.geo.BadInput;
import org.vigie.geo.Position;
import org.vigie.record.Picture;
import org.vigie.restrict.Clearances;
import org.vigie.restrict.Closures;
import org.vigie.restrict.Restrictions;
import org.vigie.restrict.Tally;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Counts what was asked of the host state and what was refused.
@Command(
        name = "restrictions",
        mixinStandardHelpOptions = true,
        description =
                "What the mission asked of the host state, what was refused, and how long a word"
                        + " took, as it was known at a moment.")
final class ShowRestrictions implements Callable<Integer> {

    private static final String DEFINITION =
            "requests by the day on which they were asked; share: refused of all that were asked;"
                    + " median: days from asking to the host state's word, where both are stated";

    private final Head head;

    @Spec private @Nullable CommandSpec spec;
    @Mixin private WhichLedger which = new WhichLedger();
    @Mixin private Clocks clocks = new Clocks();

    @Option(
            names = "--by",
            defaultValue = "sector",
            paramLabel = "KEY",
            description = "sector (default), asset, month, kind or reason.")
    private String by = "sector";

    @Option(names = "--from", paramLabel = "DAY", description = "Asked for on this day or later.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "DAY", description = "Asked for on this day or earlier.")
    private @Nullable String to;

    @Option(
            names = "--place",
            paramLabel = "LAT,LON",
            description =
                    "List what is closed there, e.g. 16.27,-0.05 (default: what is closed anywhere).")
    private @Nullable String place;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Option(names = "--csv", description = "Print the requests, as 'import' reads them.")
    private boolean csv;

    ShowRestrictions(Head head) {
        this.head = head;
    }

    @Override
    public Integer call() throws IOException {
        Restrictions.By.ofCode(by);
        var first = day("from", from);
        var last = day("to", to);
        if (json && csv) {
            throw new BadInput("csv", "--json", "given without --json");
        }
        var spot = place == null ? null : position(place);
        var picture = which.picture(head, clocks);
        var closed = Closures.at(picture, picture.knownAsOf(), spot);
        var asked = Restrictions.of(picture).between(first, last);
        var out = Commands.line(spec).getOut();
        if (json) {
            Json.print(out, object(picture, asked, closed));
        } else if (csv) {
            SheetOut.csv(ClearanceSheet.of(asked.requests()), which.exercise(), out);
        } else {
            print(out, picture, asked, closed);
        }
        return 0;
    }

    private static @Nullable LocalDate day(String name, @Nullable String text) {
        return text == null ? null : Clocks.parseDay(name, text);
    }

    private Map<String, @Nullable Object> object(
            Picture picture, Restrictions asked, List<Closures.Closure> closed) {
        var by = Restrictions.By.ofCode(this.by);
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("knownAsOf", picture.knownAsOf());
        object.put("recordedAsOf", picture.recordedAsOf());
        object.put("by", by.code());
        put(object, asked.tally());
        object.put("rows", asked.by(by).stream().map(ShowRestrictions::object).toList());
        object.put("closed", closed.stream().map(ShowRestrictions::object).toList());
        object.put(
                "decisionsWithoutRequest",
                asked.withoutRequest().stream().map(ShowRestrictions::line).toList());
        object.put("definition", DEFINITION);
        return object;
    }

    private static Map<String, @Nullable Object> object(Restrictions.Line line) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("key", line.key().isEmpty() ? null : line.key());
        put(object, line.tally());
        return object;
    }

    private static Position position(String text) {
        var parts = text.split(",", -1);
        try {
            if (parts.length == 2) {
                return new Position(
                        Double.parseDouble(parts[0].strip()), Double.parseDouble(parts[1].strip()));
            }
        } catch (NumberFormatException e) {
            throw new BadInput("place", text, "latitude and longitude, e.g. 16.27,-0.05", e);
        }
        throw new BadInput("place", text, "latitude and longitude, e.g. 16.27,-0.05");
    }

    /// Texts of the record come from outside: none may move the cursor of a terminal.
    private String line(Closures.Closure closure) {
        boolean unsure = place != null && closure.reach() == Closures.Reach.CANNOT_TELL;
        var to = closure.to();
        return "  %s, %s: %s; since %s, until %s%s%s"
                .formatted(
                        (closure.refusedMovement() ? "refused " : "") + closure.kind(),
                        closure.asset(),
                        closure.site().name(),
                        closure.since(),
                        to == null ? "further notice" : to,
                        closure.reason().isEmpty() ? "" : "; " + closure.reason(),
                        unsure ? "; cannot tell whether there" : "")
                .replaceAll("[\\p{Cc}\\u2028\\u2029]", "␣");
    }

    private static String line(Restrictions.Alone alone) {
        var decision = alone.decision();
        var on = decision.on();
        return "decision without its request: %s%s%s, entry %s"
                .formatted(
                        Clearances.code(decision.outcome()),
                        on == null ? "" : " on " + on.lastDay(),
                        decision.reason().isEmpty() ? "" : "; " + decision.reason(),
                        decision.seq())
                .replaceAll("[\\p{Cc}\\u2028\\u2029]", "␣");
    }

    private static Map<String, @Nullable Object> object(Closures.Closure closure) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("kind", closure.kind());
        object.put("refusedUnder", closure.refusal());
        object.put("asset", closure.asset());
        object.put("place", closure.site().name());
        object.put("by", closure.by());
        object.put("reason", closure.reason());
        object.put("since", closure.since());
        object.put("to", closure.to());
        object.put("here", closure.reach() == Closures.Reach.HERE ? true : null);
        return object;
    }

    private static void put(Map<String, @Nullable Object> object, Tally tally) {
        object.put("asked", tally.asked());
        object.put("refused", tally.refused());
        object.put("refusedShare", tally.refusedShare().orElse(null));
        object.put("granted", tally.granted());
        object.put("partlyGranted", tally.partlyGranted());
        object.put("noAnswer", tally.noAnswer());
        object.put("withdrawn", tally.withdrawn());
        object.put("pending", tally.pending());
        object.put("contradicted", tally.contradicted());
        object.put("medianDays", tally.median().orElse(null));
        object.put("medianOf", tally.timed());
    }

    private void print(
            PrintWriter out, Picture picture, Restrictions asked, List<Closures.Closure> closed) {
        var by = Restrictions.By.ofCode(this.by);
        if (which.exercise()) {
            out.println("EXERCISE");
        }
        var table =
                new Table(
                        by.code(),
                        "asked",
                        "granted",
                        "in part",
                        "refused",
                        "no answer",
                        "withdrawn",
                        "pending",
                        "refused of asked",
                        "median days (n)");
        asked.by(by)
                .forEach(line ->
                        add(table, line.key().isEmpty() ? "not stated" : line.key(), line.tally()));
        var all = asked.tally();
        add(table, "all", all);
        table.print(out);
        if (all.contradicted() > 0) {
            out.printf(
                    Locale.ROOT,
                    "%,d with two different decisions of one day; counted by the last known%n",
                    all.contradicted());
        }
        out.printf(Locale.ROOT, "n %,d; closed then: %,d%n", all.asked(), closed.size());
        closed.forEach(closure -> out.println(line(closure)));
        asked.withoutRequest().forEach(alone -> out.println(line(alone)));
        out.printf(
                "as of %s (recorded as of %s); definition: %s%n",
                picture.knownAsOf(), picture.recordedAsOf(), DEFINITION);
        out.flush();
    }

    private static void add(Table table, String key, Tally tally) {
        table.add(
                key,
                tally.asked(),
                tally.granted(),
                tally.partlyGranted(),
                tally.refused(),
                tally.noAnswer(),
                tally.withdrawn(),
                tally.pending(),
                tally.refusedShare()
                        .map(share -> share.movePointRight(2).toPlainString() + " %")
                        .orElse("?"),
                tally.median()
                        .map(days -> days.toPlainString() + " (" + tally.timed() + ")")
                        .orElse("?"));
    }
}

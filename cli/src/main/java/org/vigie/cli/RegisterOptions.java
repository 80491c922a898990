package org.vigie.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigie.record.Picture;
import org.vigie.record.Viewer;
import org.vigie.register.RegisterSheet;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// What every register can be asked: at which moment of both clocks, for which day of the world.
final class RegisterOptions {

    @Mixin private WhichLedger which = new WhichLedger();
    @Mixin private Clocks clocks = new Clocks();

    @Option(
            names = "--on",
            paramLabel = "DAY",
            description = "How things stood on this day (default: the day of --as-of).")
    private @Nullable String on;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    /// What was asked of which picture.
    record Asked(Picture picture, LocalDate day) {}

    Asked ask(Head head) throws IOException {
        var now = head.clock().instant().truncatedTo(ChronoUnit.MILLIS);
        var known = clocks.known(now);
        try (var open = which.openExisting(head)) {
            return new Asked(
                    open.ledger().asOf(known, clocks.recorded(now), Viewer.owner()),
                    on == null ? dayOf(known) : Clocks.parseDay("on", on));
        }
    }

    private static LocalDate dayOf(Instant moment) {
        return moment.atZone(ZoneOffset.UTC).toLocalDate();
    }

    boolean json() {
        return json;
    }

    boolean exercise() {
        return which.exercise();
    }

    /// Prints tables as one object, each under its own name.
    static void print(PrintWriter out, Asked asked, Map<String, RegisterSheet> sheets) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("on", asked.day());
        object.put("knownAsOf", asked.picture().knownAsOf());
        object.put("recordedAsOf", asked.picture().recordedAsOf());
        sheets.forEach((name, sheet) -> object.put(name, rows(sheet)));
        Json.print(out, object);
    }

    private static List<Map<String, @Nullable Object>> rows(RegisterSheet sheet) {
        return sheet.rows().stream().map(row -> row(sheet.columns(), row)).toList();
    }

    private static Map<String, @Nullable Object> row(
            List<String> columns, List<@Nullable Object> cells) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        for (int i = 0; i < columns.size(); i++) {
            var cell = cells.get(i);
            row.put(columns.get(i), "".equals(cell) ? null : cell);
        }
        return row;
    }

    /// The first line in an exercise.
    void begin(PrintWriter out) {
        if (exercise()) {
            out.println("EXERCISE");
        }
    }

    /// The last line: how things stood when, from what was known when.
    static void end(PrintWriter out, Asked asked) {
        out.println(
                "on %s, as of %s (recorded as of %s)"
                        .formatted(
                                asked.day(),
                                asked.picture().knownAsOf(),
                                asked.picture().recordedAsOf()));
        out.flush();
    }
}

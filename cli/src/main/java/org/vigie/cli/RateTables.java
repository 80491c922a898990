package org.vigie.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigie.assess.Figure;
import org.vigie.assess.RateTable;
import org.vigie.assess.RateTable.About;
import org.vigie.assess.RateTable.Line;
import org.vigie.assess.RateTable.Panel;

/// Prints the rate of response split by one thing: a table for each measure, or one JSON object
/// with the rows behind each figure. What the rows are taken of, and what is in none of them,
/// stands with either.
record RateTables(RateTable table) {

    void answer(PrintWriter out, boolean json, boolean exercise) {
        if (json) {
            Json.print(out, object());
        } else {
            print(out, exercise);
        }
    }

    private void print(PrintWriter out, boolean exercise) {
        if (exercise) {
            out.println("EXERCISE");
        }
        RateOfResponse.printUnreadable(out, table.whole());
        if (table.withoutSectors()) {
            out.println("the mission's pack names no sectors: by first-level area");
        }
        for (var panel : table.panels()) {
            print(out, panel);
            out.println();
        }
        for (var figure : table.outside()) {
            out.printf(Locale.ROOT, "beside the rows, %s: %,d%n", words(figure), figure.n());
        }
        for (var note : notes()) {
            out.println(note);
        }
        out.printf(
                Locale.ROOT,
                "as of %s (recorded as of %s); --json gives every definition and the rows behind each figure%n",
                table.whole().knownAsOf(),
                table.whole().recordedAsOf());
        out.flush();
    }

    private void print(PrintWriter out, Panel panel) {
        out.println(title(panel.about()));
        var heads = new ArrayList<String>();
        heads.add(table.by().code());
        panel.total().figures().forEach(figure -> heads.add(words(figure)));
        heads.add("share");
        if (panel.total().times() != null) {
            heads.add("timed");
            heads.add("median min");
        }
        heads.add("");
        var printed = new Table(heads.toArray(String[]::new));
        panel.lines().forEach(line -> printed.add(cells(line)));
        printed.add(cells(panel.total()));
        printed.print(out);
    }

    private static @Nullable Object[] cells(Line line) {
        var cells = new ArrayList<@Nullable Object>();
        cells.add(line.key());
        line.figures().forEach(figure -> cells.add(figure.n()));
        cells.add(share(line));
        var times = line.times();
        if (times != null) {
            cells.add(times.n());
            cells.add(RateOfResponse.orDash(times.medianMinutes()));
        }
        cells.add(line.few() ? "few" : "");
        return cells.toArray();
    }

    private static String share(Line line) {
        var share = line.share();
        return share.percent().isEmpty()
                ? "-"
                : String.format(
                        Locale.ROOT,
                        "%d of %d%s",
                        share.part().n(),
                        share.whole().n(),
                        RateOfResponse.percent(share));
    }

    private static String title(About about) {
        return switch (about) {
            case WARNINGS -> "Warnings: share = answered of received; median: to the first arrival";
            case ATTACKS ->
                    "Attacks on civilians (another measure): share = drew a response of known";
            case RESPONSES -> "Responses: share = arrived of ordered; median: to the arrival";
            case REASONS -> "Responses that were not possible: share = of all that were not";
            case LANES -> "Reports: share = answered of received; median: to the order";
        };
    }

    /// What a reader must know of these rows before they quote one.
    private List<String> notes() {
        var notes = new ArrayList<String>();
        notes.add(
                "few: of fewer than "
                        + RateTable.FEW
                        + " neither the share nor the median says much; look at the rows");
        notes.add(
                switch (table.by()) {
                    case REASON ->
                            "a response that arrived may give several reasons; the last row counts each once";
                    case COMPONENT, TIER ->
                            "one alert may have several responses; an arrival is on scene, or done where nobody logged one";
                    case LANE ->
                            "ten calls about one village are ten reports; a lane that is trusted more is not better for it";
                    case SECTOR ->
                            "unknown: the source names no area, or no sector of the pack lists it; a warning counts where it is of, not who answered";
                    case AREA ->
                            "unknown: the source names no area; a warning counts where it is of, not who answered";
                    case MONTH ->
                            "warnings by the day on which they came in, attacks by their last day (UTC)";
                    case ALLEGED ->
                            "warnings by who was said to threaten, attacks by their first side; it shows whether"
                                    + " warnings of one sort are answered and those of another are not";
                });
        return notes;
    }

    private Map<String, @Nullable Object> object() {
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("knownAsOf", table.whole().knownAsOf());
        object.put("recordedAsOf", table.whole().recordedAsOf());
        object.put("by", table.by().code());
        if (table.withoutSectors()) {
            object.put("asked", table.asked().code());
        }
        object.put("groups", table.keys().stream().map(this::group).toList());
        object.put("all", group(null));
        var outside = new LinkedHashMap<String, @Nullable Object>();
        table.outside().forEach(figure -> outside.put(figure.measure().code(), alone(figure)));
        object.put("outside", outside);
        object.put("definitions", definitions());
        object.put("fewBelow", RateTable.FEW);
        object.put("notes", notes());
        object.put("unreadable", table.whole().unreadable());
        return object;
    }

    /// One row, or all of them together; the two measures of the rate each in an object of its own.
    private Map<String, @Nullable Object> group(@Nullable String key) {
        var group = new LinkedHashMap<String, @Nullable Object>();
        if (key != null) {
            group.put("key", key);
        }
        for (var panel : table.panels()) {
            var line = key == null ? panel.total() : panel.find(key).orElseThrow();
            if (table.panels().size() == 1) {
                group.putAll(figures(line));
            } else {
                group.put(panel.about().name().toLowerCase(Locale.ROOT), figures(line));
            }
        }
        return group;
    }

    private static Map<String, @Nullable Object> figures(Line line) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("n", line.figures().getFirst().n());
        object.put("of", line.share().whole().n());
        object.put("few", line.few());
        var rows = new LinkedHashMap<String, Object>();
        var entries = new LinkedHashMap<String, Object>();
        for (var figure : line.figures()) {
            var name = RateOfResponse.name(figure);
            object.put(name, figure.n());
            rows.put(name, figure.ids());
            entries.put(name, figure.entries());
        }
        object.put("rows", rows);
        object.put("entries", entries);
        var times = line.times();
        if (times != null) {
            object.put(times.step().code(), RateOfResponse.object(times));
        }
        return object;
    }

    private static Map<String, @Nullable Object> alone(Figure figure) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("n", figure.n());
        object.put("rows", figure.ids());
        object.put("definition", figure.definition());
        return object;
    }

    private Map<String, Object> definitions() {
        var definitions = new LinkedHashMap<String, Object>();
        for (var panel : table.panels()) {
            panel.total()
                    .figures()
                    .forEach(figure ->
                            definitions.put(figure.measure().code(), figure.definition()));
        }
        return definitions;
    }

    /// `answeredBeforeAttack` is written *answered before attack*.
    private static String words(Figure figure) {
        return RateOfResponse.name(figure)
                .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .toLowerCase(Locale.ROOT);
    }
}

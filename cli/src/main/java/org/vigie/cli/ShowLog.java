package org.vigie.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigie.record.Standpoint;
import org.vigie.record.Viewer;
import org.vigie.share.PlainLine;
import org.vigie.watch.WatchLog;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// The watch log between two moments.
@Command(
        name = "log",
        mixinStandardHelpOptions = true,
        description =
                "The watch log, the newest line first: reports, judgements, alerts, steps, orders,"
                        + " clearances, words to reporters, threat files and notes. It writes itself"
                        + " from the entries.")
final class ShowLog implements Callable<Integer> {

    private static final Duration SHIFT = Duration.ofHours(12);

    /// What was written at this very moment is in it.
    private static final Duration A_MOMENT = Duration.ofMillis(1);

    private static final int TEXT_MAX = 60;

    private final Head head;

    @Spec private @Nullable CommandSpec spec;
    @Mixin private WhichLedger which = new WhichLedger();
    @Mixin private Clocks clocks = new Clocks();

    @Option(
            names = "--from",
            paramLabel = "TIME",
            description =
                    "A day (its beginning, UTC) or 2020-02-13T18:00Z (default: twelve hours before"
                            + " --to).")
    private @Nullable String from;

    @Option(
            names = "--to",
            paramLabel = "TIME",
            description = "A day (its end, UTC) or 2020-02-14T06:00Z (default: now).")
    private @Nullable String to;

    @Option(
            names = "--about",
            paramLabel = "ID",
            description = "Lines about this alert, report or threat file only.")
    private @Nullable String about;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    ShowLog(Head head) {
        this.head = head;
    }

    @Override
    public Integer call() throws IOException {
        var now = head.clock().instant().truncatedTo(ChronoUnit.MILLIS);
        var at = new Standpoint(clocks.known(now), clocks.recorded(now), Viewer.owner());
        var end = to == null ? at.known() : Clocks.parse("to", to);
        end = end.plus(A_MOMENT);
        var begin = from == null ? end.minus(SHIFT) : beginning(from);
        WatchLog log;
        try (var open = which.openExisting(head)) {
            log = WatchLog.of(open.ledger(), at, begin, end);
        }
        var shown = about == null ? log : log.about(ByHand.id("about", about));
        var out = Commands.line(spec).getOut();
        if (json) {
            Json.print(out, object(shown, at));
        } else {
            print(out, shown);
        }
        return 0;
    }

    /// A bare day begins at its midnight.
    static Instant beginning(String text) {
        return text.contains("T")
                ? Clocks.parse("from", text)
                : Clocks.parseDay("from", text).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private void print(PrintWriter out, WatchLog log) {
        if (which.exercise()) {
            out.println("EXERCISE");
        }
        if (log.lines().isEmpty()) {
            out.println("nothing on the watch in this period");
        } else {
            table(log.lines()).print(out);
        }
        if (!log.late().isEmpty()) {
            out.println("written down in this period about an earlier time:");
            table(log.late()).print(out);
        }
        out.printf(
                Locale.ROOT,
                "n %d, late %d; from %s to %s%n",
                log.lines().size(),
                log.late().size(),
                log.from(),
                log.to().minus(A_MOMENT));
        out.flush();
    }

    private static Table table(List<WatchLog.Line> lines) {
        var table = new Table("known", "what", "about", "words", "by", "entry");
        lines.forEach(line ->
                table.add(
                        line.entry().knownAt().truncatedTo(ChronoUnit.SECONDS)
                                + (line.entry().backDated() ? " late" : ""),
                        line.entry().entry().kind()
                                + line.said().stream()
                                        .map(constant -> " " + code(constant))
                                        .collect(Collectors.joining())
                                + (line.superseded() ? " (superseded)" : ""),
                        code(line.topic()) + " " + shortened(line.title()),
                        shortened(line.text()),
                        shortened(line.entry().entry().author()),
                        "#" + line.entry().seq()));
        return table;
    }

    private static Map<String, @Nullable Object> object(WatchLog log, Standpoint at) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("knownAsOf", at.known());
        object.put("recordedAsOf", at.recorded());
        object.put("from", log.from());
        object.put("to", log.to().minus(A_MOMENT));
        object.put("n", log.lines().size());
        object.put("lines", log.lines().stream().map(ShowLog::object).toList());
        object.put("late", log.late().stream().map(ShowLog::object).toList());
        return object;
    }

    static Map<String, @Nullable Object> object(WatchLog.Line line) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("seq", line.entry().seq());
        row.put("knownAt", line.entry().knownAt());
        row.put("recordedAt", line.entry().recordedAt());
        row.put("backDated", line.entry().backDated());
        row.put("kind", line.entry().entry().kind());
        row.put("said", line.said().stream().map(ShowLog::code).toList());
        row.put("topic", code(line.topic()));
        row.put("about", line.about());
        row.put("title", line.title());
        row.put("text", line.text());
        row.put("author", line.entry().entry().author());
        row.put("superseded", line.superseded());
        return row;
    }

    /// One line, whatever was typed.
    static String shortened(String text) {
        var line = PlainLine.escaped(text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip());
        return line.length() <= TEXT_MAX ? line : line.substring(0, TEXT_MAX - 1) + "…";
    }

    static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

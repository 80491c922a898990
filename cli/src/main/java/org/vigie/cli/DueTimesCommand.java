package org.vigie.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.BadInput;
import org.vigie.record.Component;
import org.vigie.record.Entry;
import org.vigie.record.Handling;
import org.vigie.record.Ids;
import org.vigie.record.Milestone;
import org.vigie.record.Origin;
import org.vigie.record.Recorded;
import org.vigie.record.Warnings.Severity;
import org.vigie.record.Watchkeeping.Limit;
import org.vigie.record.Watchkeeping.TimesSet;
import org.vigie.warn.DueTimes;
import org.vigie.watch.WatchText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// How soon each step is due after a warning: shown, or set by the mission.
@Command(
        name = "times",
        mixinStandardHelpOptions = true,
        description = {
            "Show how soon each step is due after a warning, and how it climbs while nobody acknowledges it.",
            "With --basis and --by, set them. A severity that is not given stays as it is. Minutes for"
                    + " acknowledge, verify, assess, task, move and arrive, e.g. --critical"
                    + " 10,30,45,60,90,180; - for a step on no clock."
        })
final class DueTimesCommand implements Callable<Integer> {

    private static final String NO_CLOCK = "-";

    private final Head head;

    @Spec private @Nullable CommandSpec spec;
    @Mixin private WhichLedger which = new WhichLedger();
    @Mixin private Clocks clocks = new Clocks();

    @Option(names = "--critical", paramLabel = "MINUTES", description = "What is critical.")
    private @Nullable String critical;

    @Option(names = "--high", paramLabel = "MINUTES", description = "What is high, or not judged.")
    private @Nullable String high;

    @Option(names = "--medium", paramLabel = "MINUTES", description = "What is medium.")
    private @Nullable String medium;

    @Option(names = "--low", paramLabel = "MINUTES", description = "What is low.")
    private @Nullable String low;

    @Option(
            names = "--ladder",
            paramLabel = "TIMES",
            description =
                    "After how many times the time to acknowledge it climbs to the chief of the operations"
                            + " centre, the chief of staff, the head of mission: 1,2,4.")
    private @Nullable String ladder;

    @Option(
            names = "--basis",
            paramLabel = "TEXT",
            description = "Why these: an order, a standing procedure.")
    private @Nullable String basis;

    @Option(names = "--by", paramLabel = "POST", description = "Who sets them.")
    private @Nullable String by;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    DueTimesCommand(Head head) {
        this.head = head;
    }

    @Override
    public Integer call() throws IOException {
        if (Stream.of(critical, high, medium, low, ladder, basis, by).anyMatch(x -> x != null)) {
            set();
        }
        var picture = which.picture(head, clocks);
        var entry = picture.entries(TimesSet.class).stream().reduce((earlier, later) -> later);
        print(DueTimes.of(picture), entry.orElse(null));
        return 0;
    }

    private void set() throws IOException {
        var author = WatchText.checked("by", required("by", by), WatchText.POST_MAX);
        var why = WatchText.checked("basis", required("basis", basis), WatchText.NOTE_MAX);
        try (var open = which.openExisting(head)) {
            var before = DueTimes.of(ByHand.picture(open.ledger(), head));
            var body = new TimesSet(limits(before), rungs(before), why);
            DueTimes.of(body, author); // refuses what cannot be
            open.ledger()
                    .append(
                            List.of(
                                    new Entry(
                                            Ids.fresh(head.clock().instant(), head.chance()),
                                            DueTimes.subject(),
                                            null,
                                            null,
                                            author,
                                            Component.OPERATIONS_CENTRE,
                                            Handling.MISSION,
                                            Origin.hand(),
                                            null,
                                            body)));
        }
    }

    private static String required(String option, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new BadInput(option, value, "given, to set the due times");
        }
        return value;
    }

    private List<Limit> limits(DueTimes before) {
        var given = new EnumMap<Severity, @Nullable String>(Severity.class);
        given.put(Severity.CRITICAL, critical);
        given.put(Severity.HIGH, high);
        given.put(Severity.MEDIUM, medium);
        given.put(Severity.LOW, low);
        var limits = new ArrayList<Limit>();
        for (var severity : Severity.judged()) {
            var text = given.get(severity);
            if (text == null) {
                before.limits().stream()
                        .filter(limit -> limit.severity() == severity)
                        .forEach(limits::add);
            } else {
                limits.addAll(limits(severity, text));
            }
        }
        return limits;
    }

    private static List<Limit> limits(Severity severity, String text) {
        var option = severity.name().toLowerCase(Locale.ROOT);
        var parts = List.of(text.split(",", -1));
        if (parts.size() != DueTimes.STEPS.size()) {
            throw new BadInput(option, text, "six numbers of minutes with commas, - for no clock");
        }
        var limits = new ArrayList<Limit>();
        for (int i = 0; i < parts.size(); i++) {
            var part = parts.get(i).strip();
            if (!part.equals(NO_CLOCK)) {
                limits.add(new Limit(severity, DueTimes.STEPS.get(i), whole(option, part)));
            }
        }
        return limits;
    }

    private List<Integer> rungs(DueTimes before) {
        var text = ladder;
        return text == null
                ? before.ladder()
                : Stream.of(text.split(",", -1))
                        .map(part -> whole("ladder", part.strip()))
                        .toList();
    }

    private static int whole(String option, String text) {
        if (!text.matches("\\d{1,6}")) {
            throw new BadInput(option, text, "a whole number");
        }
        return Integer.parseInt(text);
    }

    private void print(DueTimes times, @Nullable Recorded entry) {
        var out = Commands.line(spec).getOut();
        if (json) {
            Json.print(out, object(times, entry));
            return;
        }
        var columns = new ArrayList<String>(List.of("minutes"));
        DueTimes.STEPS.stream().map(Milestone::code).forEach(columns::add);
        var table = new Table(columns.toArray(String[]::new));
        for (var severity : Severity.judged().reversed()) {
            var row = new ArrayList<String>(List.of(severity.name().toLowerCase(Locale.ROOT)));
            for (var step : DueTimes.STEPS) {
                row.add(
                        times.find(severity, step)
                                .map(after -> "" + after.toMinutes())
                                .orElse(NO_CLOCK));
            }
            table.add(row.toArray());
        }
        table.print(out);
        out.println(
                "what is not judged is due like what is high; it climbs after "
                        + String.join(", ", times.ladder().stream().map(x -> "" + x).toList())
                        + " times the time to acknowledge");
        out.println(
                entry == null
                        ? times.origin()
                        : "set by "
                                + times.origin()
                                + " on "
                                + entry.knownAt()
                                + ": "
                                + ((TimesSet) entry.body()).basis());
        out.flush();
    }

    private static Map<String, @Nullable Object> object(DueTimes times, @Nullable Recorded entry) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        for (var severity : Severity.judged().reversed()) {
            var row = new LinkedHashMap<String, @Nullable Object>();
            for (var step : DueTimes.STEPS) {
                row.put(
                        step.code(),
                        times.find(severity, step).map(java.time.Duration::toMinutes).orElse(null));
            }
            object.put(severity.name().toLowerCase(Locale.ROOT), row);
        }
        object.put("ladder", times.ladder());
        object.put("setBy", entry == null ? null : times.origin());
        object.put("setAt", entry == null ? null : entry.knownAt());
        object.put("basis", entry == null ? null : ((TimesSet) entry.body()).basis());
        return object;
    }
}

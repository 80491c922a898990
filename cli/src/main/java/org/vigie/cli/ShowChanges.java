package org.vigie.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.assess.Changes;
import org.vigie.assess.Learned;
import org.vigie.record.Filter;
import org.vigie.record.IncidentRow;
import org.vigie.record.Recorded;
import org.vigie.record.Standpoint;
import org.vigie.record.Viewer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Says what changed since a moment: the short form of a brief.
@Command(
        name = "changes",
        mixinStandardHelpOptions = true,
        description = "What changed since my last shift: incidents and entries learned since.")
final class ShowChanges implements Callable<Integer> {

    /// Incidents and entries that are named; the numbers count them all.
    private static final int NAMED = 20;

    private final Head head;

    @Spec private @Nullable CommandSpec spec;
    @Mixin private WhichLedger which = new WhichLedger();
    @Mixin private Clocks clocks = new Clocks();

    @Option(
            names = "--since",
            required = true,
            paramLabel = "TIME",
            description = "A day (its end, UTC) or a time such as 2020-02-13T20:00Z.")
    private String since = "";

    @Option(names = "--area", description = "Incidents of this area or country only.")
    private @Nullable String area;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    ShowChanges(Head head) {
        this.head = head;
    }

    @Override
    public Integer call() throws IOException {
        var now = head.clock().instant().truncatedTo(ChronoUnit.MILLIS);
        var standpoint = new Standpoint(clocks.known(now), clocks.recorded(now), Viewer.owner());
        var filter = new Filter(null, null, area, null, null, null);
        Changes changes;
        try (var open = which.open(head)) {
            changes =
                    Changes.since(Clocks.parse("since", since), standpoint, filter, open.ledger());
        }
        var out = Commands.line(spec).getOut();
        if (json) {
            Json.print(out, object(changes));
        } else {
            print(out, changes);
        }
        return 0;
    }

    private void print(PrintWriter out, Changes changes) {
        if (which.exercise()) {
            out.println("EXERCISE");
        }
        var learned = changes.learned();
        out.println(
                "since %s: %s incidents new, %s changed, %s retracted; %s other entries"
                        .formatted(
                                changes.since(),
                                learned.of(Learned.What.NEW).size(),
                                learned.of(Learned.What.CHANGED).size(),
                                learned.of(Learned.What.RETRACTED).size(),
                                changes.size()));
        var incidents = new Table("incident", "what", "day", "place", "dead before", "dead now");
        learned.items().stream()
                .limit(NAMED)
                .forEach(item ->
                        incidents.add(
                                item.row().incident(),
                                word(item.what()),
                                day(item.row()),
                                item.row().site().name(),
                                dead(item.before()),
                                dead(item.now())));
        if (!learned.items().isEmpty()) {
            incidents.print(out);
        }
        rest(out, learned.items().size());
        var entries = new Table("entry", "kind", "recorded", "known", "by");
        var all = entries(changes);
        all.stream()
                .limit(NAMED)
                .forEach(recorded ->
                        entries.add(
                                "#" + recorded.seq(),
                                recorded.entry().kind(),
                                recorded.recordedAt(),
                                recorded.backDated() ? recorded.knownAt() : "",
                                recorded.entry().author()));
        if (!all.isEmpty()) {
            entries.print(out);
        }
        rest(out, all.size());
        out.println(
                "as of %s (recorded as of %s)"
                        .formatted(changes.standpoint().known(), changes.standpoint().recorded()));
        out.flush();
    }

    private static void rest(PrintWriter out, int size) {
        if (size > NAMED) {
            out.println("and %s more (--json lists them all)".formatted(size - NAMED));
        }
    }

    private static List<Recorded> entries(Changes changes) {
        var all = new ArrayList<Recorded>();
        changes.entries().values().forEach(all::addAll);
        return all;
    }

    private static Map<String, @Nullable Object> object(Changes changes) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("since", changes.since());
        object.put("knownAsOf", changes.standpoint().known());
        object.put("recordedAsOf", changes.standpoint().recorded());
        object.put(
                "incidents", changes.learned().items().stream().map(ShowChanges::object).toList());
        object.put("entries", entries(changes).stream().map(ShowChanges::object).toList());
        return object;
    }

    private static Map<String, @Nullable Object> object(Learned.Item item) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("incident", item.row().incident());
        object.put("what", word(item.what()));
        object.put("day", day(item.row()));
        object.put("place", item.row().site().name());
        object.put("deadBefore", dead(item.before()));
        object.put("deadNow", dead(item.now()));
        return object;
    }

    private static Map<String, @Nullable Object> object(Recorded recorded) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("seq", recorded.seq());
        object.put("kind", recorded.entry().kind());
        object.put("subject", recorded.entry().subject());
        object.put("recordedAt", recorded.recordedAt());
        object.put("knownAt", recorded.knownAt());
        object.put("by", recorded.entry().author());
        return object;
    }

    private static String word(Learned.What what) {
        return switch (what) {
            case NEW -> "new";
            case CHANGED -> "changed";
            case RETRACTED -> "retracted";
        };
    }

    private static String day(IncidentRow row) {
        return row.happenedOn() == null ? "unknown" : Objects.toString(row.happenedOn().lastDay());
    }

    private static String dead(@Nullable IncidentRow row) {
        if (row == null) {
            return "";
        }
        return row.competing() > 0
                ? row.competing() + " figures side by side"
                : row.deaths().plain();
    }
}

package org.vigie.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.vigie.assess.Changes;
import org.vigie.assess.Learned;
import org.vigie.record.IncidentRow;
import org.vigie.record.Recorded;

/// What changed since a moment, to people or as one JSON object.
record ChangesReport(Changes changes) {

    /// Incidents and entries that are named; the numbers count them all.
    private static final int NAMED = 20;

    void print(PrintWriter out, boolean exercise) {
        if (exercise) {
            out.println("EXERCISE");
        }
        var learned = changes.learned();
        int fresh = learned.of(Learned.What.NEW).size();
        out.printf(
                Locale.ROOT,
                "since %s: %,d new %s, %,d changed, %,d retracted; %,d other entries%n",
                changes.since(),
                fresh,
                fresh == 1 ? "incident" : "incidents",
                learned.of(Learned.What.CHANGED).size(),
                learned.of(Learned.What.RETRACTED).size(),
                changes.size());
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
            out.printf(Locale.ROOT, "and %,d more (--json lists them all)%n", size - NAMED);
        }
    }

    private static List<Recorded> entries(Changes changes) {
        var all = new ArrayList<Recorded>();
        changes.entries().values().forEach(all::addAll);
        return all;
    }

    Map<String, @Nullable Object> object() {
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("since", changes.since());
        object.put("knownAsOf", changes.standpoint().known());
        object.put("recordedAsOf", changes.standpoint().recorded());
        object.put(
                "incidents",
                changes.learned().items().stream().map(ChangesReport::object).toList());
        object.put("entries", entries(changes).stream().map(ChangesReport::object).toList());
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

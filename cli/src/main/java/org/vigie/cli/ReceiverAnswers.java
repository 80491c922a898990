package org.vigie.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.BadInput;
import org.vigie.record.Component;
import org.vigie.record.Entry;
import org.vigie.record.Handling;
import org.vigie.record.Housekeeping;
import org.vigie.record.Ids;
import org.vigie.record.Origin;
import org.vigie.record.Picture;
import org.vigie.record.Recorded;
import org.vigie.record.Responses;
import org.vigie.record.Warnings;
import org.vigie.share.Decision;
import org.vigie.store.hooks.Event;
import org.vigie.store.hooks.HookLine;
import org.vigie.store.hooks.Receiver;
import org.vigie.store.hooks.Receivers;

/// What the commands for webhooks and those for e-mail say and write in the same way.
final class ReceiverAnswers {

    private static final int LINES_MAX = 10_000;

    private ReceiverAnswers() {}

    /// A note in the ledger on who is told.
    static Entry note(Head head, String author, String text) {
        var id = Ids.fresh(head.clock().instant(), head.chance());
        return new Entry(
                id,
                id,
                null,
                null,
                author,
                Component.LEADERSHIP,
                Handling.MISSION,
                Origin.hand(),
                null,
                new Housekeeping.NoteWritten(text));
    }

    static String decided(@Nullable Decision decision) {
        return decision == null
                ? ""
                : "; decided by " + decision.officer() + ": " + decision.reason();
    }

    /// The last entry that a receiver could be told of.
    static long last(Picture picture) {
        return Stream.concat(
                        picture.entries(Warnings.class).stream(),
                        picture.entries(Responses.class).stream())
                .mapToLong(Recorded::seq)
                .max()
                .orElse(-1);
    }

    static String events(Receiver receiver) {
        return receiver.events().stream().map(Event::code).collect(Collectors.joining(", "));
    }

    static String state(Receivers.Failing failing) {
        return failing.tries() == 0
                ? "ready"
                : "failed " + failing.tries() + " times, next try " + failing.nextAt();
    }

    static void state(Map<String, @Nullable Object> object, Receivers.Failing failing) {
        object.put("failedTries", failing.tries());
        object.put("nextTry", failing.tries() == 0 ? null : failing.nextAt());
    }

    /// Prints what was tried, the newest first.
    ///
    /// @param word for a receiver
    static void log(List<HookLine> log, String word, boolean json, PrintWriter out) {
        if (json) {
            Json.print(out, Map.of("lines", log.stream().map(line -> object(line, word)).toList()));
            return;
        }
        var table = new Table("at", word, "event", "message", "try", "outcome", "detail");
        log.forEach(line ->
                table.add(
                        line.at().toString(),
                        line.hook(),
                        line.event(),
                        line.id(),
                        line.tries(),
                        code(line),
                        line.detail()));
        table.print(out);
        out.flush();
    }

    private static String code(HookLine line) {
        return line.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Map<String, @Nullable Object> object(HookLine line, String word) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("at", line.at());
        object.put(word, line.hook());
        object.put("event", line.event());
        object.put("id", line.id());
        object.put("try", line.tries());
        object.put("outcome", code(line));
        object.put("detail", line.detail());
        return object;
    }

    static <R extends Receiver> List<HookLine> lines(Receivers<R> receivers, int lines)
            throws IOException {
        if (lines < 1 || lines > LINES_MAX) {
            throw new BadInput("lines", lines, "1 to " + LINES_MAX);
        }
        return receivers.log(lines);
    }
}

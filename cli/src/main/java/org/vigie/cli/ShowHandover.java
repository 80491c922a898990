package org.vigie.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.BadInput;
import org.vigie.record.Handover;
import org.vigie.record.Handovers;
import org.vigie.record.Recorded;
import org.vigie.record.Standpoint;
import org.vigie.record.Viewer;
import org.vigie.record.Watchkeeping;
import org.vigie.watch.HandoverSheet;
import org.vigie.watch.Outstanding;
import org.vigie.watch.Outstanding.Matter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// The handover of the watch that was given last.
@Command(
        name = "handover",
        mixinStandardHelpOptions = true,
        description =
                "The handover of the watch that was given last: who is on watch, what was open with"
                        + " owner and due time, what the officer said, and what came in since. It is"
                        + " given and signed on the page of the handover.")
final class ShowHandover implements Callable<Integer> {

    private final Head head;

    @Spec private @Nullable CommandSpec spec;
    @Mixin private WhichLedger which = new WhichLedger();
    @Mixin private Clocks clocks = new Clocks();

    @Option(names = "--id", paramLabel = "ID", description = "Another one than the last.")
    private @Nullable String id;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    ShowHandover(Head head) {
        this.head = head;
    }

    @Override
    public Integer call() throws IOException {
        var now = head.clock().instant().truncatedTo(ChronoUnit.MILLIS);
        var at = new Standpoint(clocks.known(now), clocks.recorded(now), Viewer.owner());
        var out = Commands.line(spec).getOut();
        try (var open = which.openExisting(head)) {
            var picture = open.ledger().asOf(at.known(), at.recorded(), at.viewer());
            var handovers = Handovers.of(picture);
            if (id == null && handovers.all().isEmpty()) {
                none(out, Outstanding.of(picture));
                return 0;
            }
            var sheet = HandoverSheet.of(open.ledger(), at, chosen(handovers));
            if (json) {
                Json.print(out, object(handovers, sheet));
            } else {
                print(out, handovers, sheet);
            }
        }
        return 0;
    }

    private Handover chosen(Handovers handovers) {
        return id == null
                ? handovers.all().getLast()
                : handovers
                        .find(ByHand.id("id", id))
                        .orElseThrow(
                                () -> new BadInput("id", id, "a handover that was given by then"));
    }

    /// There is none; what is open can be said all the same.
    private void none(PrintWriter out, Outstanding open) {
        if (json) {
            var object = new LinkedHashMap<String, @Nullable Object>();
            object.put("handover", null);
            object.put("open", object(open));
            Json.print(out, object);
            return;
        }
        out.println("nobody has handed the watch over yet; what is open now:");
        open(out, open);
        out.flush();
    }

    private void print(PrintWriter out, Handovers handovers, HandoverSheet sheet) {
        if (which.exercise()) {
            out.println("EXERCISE");
        }
        var handover = sheet.handover();
        out.printf(
                "given by %s at %s%s%n",
                ShowLog.shortened(handover.giver()),
                handover.givenAt(),
                handover.findWhat()
                        .map(Watchkeeping.HandoverGiven::to)
                        .filter(to -> !to.isBlank())
                        .map(to -> " to " + ShowLog.shortened(to))
                        .orElse(""));
        out.println(state(handover));
        out.println(
                "on watch: "
                        + String.join(
                                ", ",
                                handovers.onWatch().stream()
                                        .map(one -> ShowLog.shortened(one.who()))
                                        .toList()));
        out.println("words of the officer:");
        handover.findWhat().map(Watchkeeping.HandoverGiven::words).stream()
                .flatMap(String::lines)
                .forEach(line -> out.println("  " + org.vigie.share.PlainLine.escaped(line)));
        sheet.notes().forEach(note -> out.println("  note, " + note.knownAt() + ": " + text(note)));
        out.println("open when it was given, computed:");
        open(out, sheet.left());
        out.printf(Locale.ROOT, "since it was given: n %d%n", sheet.since().size());
        sheet.since()
                .forEach(line ->
                        out.println(
                                "  "
                                        + line.entry().recordedAt()
                                        + " "
                                        + line.entry().entry().kind()
                                        + " "
                                        + ShowLog.shortened(line.title())));
        if (handover.signed().isPresent()) {
            out.printf(Locale.ROOT, "moved to the signer: n %d%n", sheet.moved().size());
        }
        out.flush();
    }

    private static String text(Recorded note) {
        return note.body() instanceof Watchkeeping.WatchNoted noted
                ? ShowLog.shortened(noted.text())
                : "";
    }

    private static String state(Handover handover) {
        if (handover.replaced()) {
            return "given again before anybody signed";
        }
        return handover.signed()
                .map(entry ->
                        "signed by "
                                + ShowLog.shortened(entry.entry().author())
                                + " at "
                                + entry.recordedAt())
                .orElse("not signed: both officers are on watch");
    }

    private static void open(PrintWriter out, Outstanding open) {
        var table = new Table("what", "title", "where", "severity", "owner", "due");
        for (var part : parts(open).values()) {
            part.forEach(matter -> table.add(cells(matter, open.at())));
        }
        table.print(out);
        out.printf(
                Locale.ROOT,
                "%d open alerts, %d reports that wait, %d threat files, %d clearances without an"
                        + " answer, %d restrictions; %d overdue, %d nobody's; due times are assumed%n",
                open.alerts().size(),
                open.reports().size(),
                open.threats().size(),
                open.clearances().size(),
                open.restrictions().size(),
                open.overdue().size(),
                open.withoutOwner().size());
    }

    private static @Nullable Object[] cells(Matter matter, Instant at) {
        return new @Nullable Object[] {
            ShowLog.code(matter.topic()),
            ShowLog.shortened(matter.title()),
            ShowLog.shortened(matter.where()),
            matter.severity().map(ShowLog::code).orElse("-"),
            matter.owner().map(ShowLog::shortened).orElse(matter.withoutOwner() ? "nobody" : "-"),
            matter.due()
                    .map(due ->
                            matter.next().map(step -> step.code() + " ").orElse("")
                                    + due
                                    + (matter.overdue(at) ? " overdue" : ""))
                    .orElse("-")
        };
    }

    private static Map<String, List<Matter>> parts(Outstanding open) {
        var parts = new LinkedHashMap<String, List<Matter>>();
        parts.put("alerts", open.alerts());
        parts.put("reports", open.reports());
        parts.put("threats", open.threats());
        parts.put("clearances", open.clearances());
        parts.put("restrictions", open.restrictions());
        return parts;
    }

    private static Map<String, @Nullable Object> object(Outstanding open) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("at", open.at());
        object.put("overdue", open.overdue().size());
        object.put("withoutOwner", open.withoutOwner().size());
        parts(open)
                .forEach((name, matters) ->
                        object.put(
                                name,
                                matters.stream()
                                        .map(matter -> object(matter, open.at()))
                                        .toList()));
        return object;
    }

    private static Map<String, @Nullable Object> object(Matter matter, Instant at) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("id", matter.id());
        row.put("title", matter.title());
        row.put("where", matter.where());
        row.put("severity", matter.severity().map(ShowLog::code).orElse(null));
        row.put("since", matter.since().orElse(null));
        row.put("owner", matter.owner().orElse(null));
        row.put("next", matter.next().map(step -> step.code()).orElse(null));
        row.put("due", matter.due().orElse(null));
        row.put("overdue", matter.overdue(at));
        return row;
    }

    private static Map<String, @Nullable Object> object(Handovers handovers, HandoverSheet sheet) {
        var handover = sheet.handover();
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("id", handover.id());
        row.put("from", handover.giver());
        row.put("givenAt", handover.givenAt());
        row.put("to", handover.findWhat().map(Watchkeeping.HandoverGiven::to).orElse(null));
        row.put("words", handover.findWhat().map(Watchkeeping.HandoverGiven::words).orElse(null));
        row.put("notes", sheet.notes().stream().map(ShowHandover::text).toList());
        row.put("signedBy", handover.findSigner().orElse(null));
        row.put("signedAt", handover.signed().map(Recorded::recordedAt).orElse(null));
        row.put("replaced", handover.replaced());
        row.put("onWatch", handovers.onWatch().stream().map(Handovers.OnWatch::who).toList());
        row.put("open", object(sheet.left()));
        row.put("since", sheet.since().stream().map(ShowLog::object).toList());
        row.put("moved", sheet.moved().stream().map(Matter::id).toList());
        return row;
    }
}

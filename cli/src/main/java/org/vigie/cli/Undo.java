package org.vigie.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.exchange.imports.PastImport;
import org.vigie.geo.BadInput;
import org.vigie.record.Body;
import org.vigie.record.Entry;
import org.vigie.record.Housekeeping;
import org.vigie.record.Ids;
import org.vigie.record.Ledger;
import org.vigie.record.Origin;
import org.vigie.record.Recorded;
import org.vigie.record.Viewer;
import org.vigie.weigh.Judgements;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Takes an import back.
@Command(
        name = "undo",
        mixinStandardHelpOptions = true,
        description =
                "Take an import back, or a claim, a link, a rule or a grade that somebody entered: what"
                        + " it brought no longer holds, what it corrected holds again, and the"
                        + " history keeps both.")
final class Undo implements Callable<Integer> {

    private final Head head;

    @Spec private @Nullable CommandSpec spec;
    @Mixin private WhichLedger which = new WhichLedger();

    @Parameters(
            paramLabel = "ID",
            description =
                    "The id that import printed ('vigie imports' lists them), or that of an"
                            + " entry.")
    private String importId = "";

    @Option(
            names = "--by",
            paramLabel = "POST",
            description = "Post or name of who takes an entry back; an import needs none.")
    private String by = "";

    @Option(names = "--reason", description = "Why an entry is taken back.")
    private String reason = "";

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    Undo(Head head) {
        this.head = head;
    }

    @Override
    public Integer call() throws IOException {
        var id = parse(importId);
        var line = Commands.line(spec);
        org.vigie.exchange.imports.Undo undo;
        try (var open = which.openExisting(head)) {
            var entry = open.ledger().find(id, Viewer.owner());
            if (entry.isPresent() && !(entry.get().body() instanceof Housekeeping.ImportOpened)) {
                return takeBack(entry.get(), open.ledger());
            }
            sayWhatStaysAlone(org.vigie.exchange.imports.Undo.decisionsOn(open.ledger(), id), line);
            undo =
                    org.vigie.exchange.imports.Undo.run(
                            open.ledger(), id, head.clock().instant(), head.chance());
        }
        var file = undo.what().what().file();
        if (json) {
            var object = new LinkedHashMap<String, Object>();
            object.put("importId", id);
            object.put("file", file);
            object.put("format", undo.what().what().format());
            object.put("later", undo.later().stream().map(PastImport::id).toList());
            Json.print(line.getOut(), object);
        } else {
            line.getOut().println("undone: import " + id + " of " + file);
            line.getOut().flush();
        }
        if (!undo.later().isEmpty()) {
            line.getErr()
                    .println(
                            "vigie: rows that later imports found unchanged are gone too; import"
                                    + " the newest file again to bring them back");
            line.getErr().flush();
        }
        return 0;
    }

    /// What people decided stays theirs, whatever becomes of the list.
    private static void sayWhatStaysAlone(int decisions, CommandLine line) {
        if (decisions > 0) {
            line.getErr()
                    .printf(
                            Locale.ROOT,
                            "vigie: %,d decided on the page of what this import asked for; that stays,"
                                    + " as a decision without its request ('vigie restrictions' lists"
                                    + " it)%n",
                            decisions);
            line.getErr().flush();
        }
    }

    /// An entry by hand: what takes it back has an author and a reason too.
    private int takeBack(Recorded recorded, Ledger ledger) throws IOException {
        var older = recorded.entry();
        var holds =
                ByHand.picture(ledger, head).entries(Body.class).stream()
                        .anyMatch(one -> one.entry().id().equals(older.id()));
        if (!holds) {
            throw new BadInput("entry", older.id(), "one that still holds");
        }
        if (by.isBlank()) {
            throw new BadInput("by", by, "the post or name of who takes it back: --by POST");
        }
        var body = Judgements.takenBack(recorded, reason);
        var id = Ids.fresh(head.clock().instant(), head.chance());
        ledger.append(
                List.of(
                        new Entry(
                                id,
                                older.subject(),
                                null,
                                null,
                                by.strip(),
                                older.component(),
                                older.handling(),
                                Origin.hand(),
                                older.id(),
                                body)));
        var out = Commands.line(spec).getOut();
        if (json) {
            var object = new LinkedHashMap<String, Object>();
            object.put("entry", id);
            object.put("takesBack", older.id());
            object.put("kind", older.kind());
            Json.print(out, object);
        } else {
            out.println("taken back: " + older.kind() + " " + older.id());
            out.flush();
        }
        return 0;
    }

    private static UUID parse(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new BadInput(
                    "import", text, "an id such as 01900000-0000-7000-8000-000000000000", e);
        }
    }
}

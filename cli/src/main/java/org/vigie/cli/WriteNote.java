package org.vigie.cli;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.BadInput;
import org.vigie.record.Alerts;
import org.vigie.record.Component;
import org.vigie.record.Entry;
import org.vigie.record.Handling;
import org.vigie.record.Ids;
import org.vigie.record.Origin;
import org.vigie.record.Picture;
import org.vigie.record.PostName;
import org.vigie.record.Watchkeeping;
import org.vigie.watch.WatchText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Writes a note on the watch.
@Command(
        name = "note",
        mixinStandardHelpOptions = true,
        description =
                "Write a note on the watch: what no other entry says. Telephones, addresses, handles"
                        + " and positions are refused; a name that stands alone is not found.")
final class WriteNote implements Callable<Integer> {

    private final Head head;

    @Spec private @Nullable CommandSpec spec;
    @Mixin private WhichLedger which = new WhichLedger();

    @Parameters(paramLabel = "TEXT", description = "At most 600 letters; nobody is named.")
    private String text = "";

    @Option(
            names = "--about",
            paramLabel = "ID",
            description = "The alert or report that it concerns (default: the watch as a whole).")
    private @Nullable String about;

    @Option(
            names = "--by",
            required = true,
            paramLabel = "POST",
            description = "Post or name of who writes: it stands in the ledger.")
    private String by = "";

    WriteNote(Head head) {
        this.head = head;
    }

    @Override
    public Integer call() throws IOException {
        var checked = WatchText.checked("text", text, WatchText.NOTE_MAX);
        var author = WatchText.checked("by", by, WatchText.POST_MAX);
        if (PostName.hidesSomething(author)) {
            throw new BadInput("by", by, "letters and spaces that everybody can see");
        }
        var id = Ids.fresh(head.clock().instant(), head.chance());
        try (var open = which.openExisting(head)) {
            var concerns = about == null ? null : known(ByHand.picture(open.ledger(), head), about);
            open.ledger()
                    .append(
                            List.of(
                                    new Entry(
                                            id,
                                            Ids.subject("watch-note", id.toString()),
                                            null,
                                            null,
                                            author,
                                            Component.OPERATIONS_CENTRE,
                                            Handling.PROTECTION,
                                            Origin.hand(),
                                            null,
                                            new Watchkeeping.WatchNoted(checked, concerns))));
        }
        var out = Commands.line(spec).getOut();
        out.println("noted (entry " + id + ")");
        out.flush();
        return 0;
    }

    private static UUID known(Picture picture, String text) {
        var id = ByHand.id("about", text);
        var alerts = Alerts.of(picture);
        if (alerts.findAlert(id).isEmpty() && alerts.findReport(id).isEmpty()) {
            throw new BadInput("about", text, "the id of an alert or a report of this ledger");
        }
        return id;
    }
}

package org.vigie.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.exchange.un.OwnFatalities;
import org.vigie.geo.BadInput;
import org.vigie.record.Facts;
import org.vigie.record.Handling;
import org.vigie.record.Ids;
import org.vigie.record.Viewer;
import org.vigie.store.ledger.Erasure;
import org.vigie.store.ledger.Verification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Makes unreadable what a protected entry says.
@Command(
        name = "erase",
        mixinStandardHelpOptions = true,
        description = {
            "Destroy the key of a protected entry's body, so that nobody can read it any longer."
                    + " There is no way back.",
            "The entry stays, with its times and its author, and the ledger says who erased it and"
                    + " why. Two persons stand for it. Backups of the keys are not reached: destroy"
                    + " or renew them too."
        })
final class Erase implements Callable<Integer> {

    private static final String CASUALTY = "casualty:";

    private final Head head;

    @Spec private @Nullable CommandSpec spec;
    @Mixin private WhichLedger which = new WhichLedger();

    @Parameters(
            paramLabel = "ENTRY-ID",
            description =
                    "The entry, by its id; or casualty:ID/COUNTRY for all that is withheld of a death, by the"
                            + " number that whoever wrote it kept and the country's three letters.")
    private String entry = "";

    @Option(
            names = "--reason",
            required = true,
            description = "Why, without repeating what is erased: this stays readable.")
    private String reason = "";

    @Option(names = "--by", required = true, description = "Post or name of who asks for it.")
    private String by = "";

    @Option(
            names = "--second",
            required = true,
            description = "Post or name of somebody else, who agrees.")
    private String second = "";

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    Erase(Head head) {
        this.head = head;
    }

    @Override
    public Integer call() throws IOException {
        var erased = new ArrayList<Verification.Gone>();
        try (var open = which.openExisting(head)) {
            for (var id : ids(open)) {
                erased.add(
                        open.erase(
                                new Erasure(id, reason, by, second),
                                Ids.fresh(head.clock().instant(), head.chance())));
            }
        }
        var out = Commands.line(spec).getOut();
        if (json) {
            var last = object(erased.getLast());
            if (erased.size() > 1) {
                last.put("entries", erased.stream().map(Erase::object).toList());
            }
            Json.print(out, last);
        } else {
            for (var gone : erased) {
                out.println(
                        "erased: entry %s (%s) can no longer be read%s; backups of the keys made before now still can open it"
                                .formatted(gone.seq(), gone.statement().entry(), files(gone)));
            }
            if (entry.startsWith(CASUALTY)) {
                out.println(
                        "take the row out of the list too: it is refused when the list is imported"
                                + " again");
            }
            out.flush();
        }
        return 0;
    }

    private static Map<String, Object> object(Verification.Gone gone) {
        var object = new LinkedHashMap<String, Object>();
        object.put("entry", gone.statement().entry());
        object.put("seq", gone.seq());
        object.put("erasedAt", gone.at());
        object.put("by", gone.statement().by());
        object.put("second", gone.statement().second());
        object.put("reason", gone.statement().reason());
        object.put("keptFiles", gone.statement().rests());
        return object;
    }

    private static String files(Verification.Gone gone) {
        var rests = gone.statement().rests();
        return rests.isEmpty()
                ? ""
                : ", nor what %s kept %s said of it"
                        .formatted(rests.size(), rests.size() == 1 ? "file" : "files");
    }

    /// The entry that is named; of a number every entry that is withheld, the newest last, since
    /// each keeps what was said with it.
    private List<UUID> ids(Ledgers.OpenLedger open) throws IOException {
        if (!entry.startsWith(CASUALTY)) {
            return List.of(parse(entry));
        }
        var parts = entry.substring(CASUALTY.length()).split("/", -1);
        if (parts.length != 2 || parts[0].isBlank()) {
            throw new BadInput("entry", entry, "such as " + CASUALTY + "K-7/SEN");
        }
        var key = OwnFatalities.key(parts[0], OwnFatalities.country("country", parts[1]));
        var subject = Ids.subject(new OwnFatalities().source(), key);
        var withheld =
                open.ledger().history(subject, Viewer.keeper()).stream()
                        .filter(recorded -> recorded.entry().handling() == Handling.WITHHELD)
                        .filter(recorded -> recorded.body() instanceof Facts.MissionFatality)
                        .map(recorded -> recorded.entry().id())
                        .toList();
        if (withheld.isEmpty()) {
            throw new BadInput("entry", entry, "a death that is withheld here");
        }
        return withheld;
    }

    private static UUID parse(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new BadInput(
                    "entry", text, "an id such as 01900000-0000-7000-8000-000000000000", e);
        }
    }
}

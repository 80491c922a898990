package org.vigie.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.BadInput;
import org.vigie.record.Body;
import org.vigie.record.Component;
import org.vigie.record.Entry;
import org.vigie.record.Handling;
import org.vigie.record.Ids;
import org.vigie.record.Ledger;
import org.vigie.record.Origin;
import org.vigie.record.Picture;
import org.vigie.record.Recorded;
import org.vigie.record.Viewer;
import org.vigie.share.Identifying;
import org.vigie.weigh.Judgements;
import picocli.CommandLine.Option;

/// What a person decides at the command line: one entry, with that person as its author.
final class ByHand {

    private static final Pattern SOURCE_AND_KEY = Pattern.compile("([a-z0-9-]+):(.+)");

    @Option(
            names = "--by",
            required = true,
            paramLabel = "POST",
            description = "Post or name of who decides: it stands in the ledger.")
    private String by = "";

    @Option(
            names = "--component",
            defaultValue = "analysis-centre",
            description = "Part of the mission (default: ${DEFAULT-VALUE}).")
    private String component = "analysis-centre";

    @Option(
            names = "--handling",
            description =
                    "open, mission or protection (default: as restricted as what it is about).")
    private @Nullable String handling;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    /// What is to be written.
    ///
    /// @param atLeast how restricted it must be
    /// @param usual how restricted it is where nobody says otherwise
    record Decision(
            UUID subject, Body body, @Nullable UUID supersedes, Handling atLeast, Handling usual) {

        /// As restricted as it must be.
        Decision(UUID subject, Body body, @Nullable UUID supersedes, Handling atLeast) {
            this(subject, body, supersedes, atLeast, atLeast);
        }

        /// Within the mission, unless it is open to all.
        Decision withinTheMission(boolean open) {
            return open
                    ? this
                    : new Decision(
                            subject, body, supersedes, atLeast, atLeast.stricter(Handling.MISSION));
        }
    }

    private List<Entry> written = List.of();

    /// Longest line that a command writes into the ledger, in letters.
    private static final int LINE_MAX = 200;

    /// A line that stands in the ledger for good: it says something, and leads to nobody.
    static String line(String field, String text) {
        var line = text.strip();
        if (line.isEmpty() || line.length() > LINE_MAX) {
            throw new BadInput(field, line.isEmpty() ? "" : null, "1 to " + LINE_MAX + " letters");
        }
        if (Identifying.find(line).isPresent()) {
            throw new BadInput(
                    field,
                    null,
                    "without telephone numbers, addresses and positions: it stands in the ledger");
        }
        return line;
    }

    static Picture picture(Ledger ledger, Head head) throws IOException {
        var now = head.clock().instant().truncatedTo(ChronoUnit.MILLIS);
        return ledger.asOf(now, now, Viewer.owner());
    }

    /// An incident by its id, or by source and the source's own key.
    static UUID incident(String text) {
        var named = SOURCE_AND_KEY.matcher(text);
        if (named.matches()) {
            return Ids.subject(named.group(1), named.group(2));
        }
        return id("incident", text);
    }

    /// The same, refused in the words that were typed when no account of it holds.
    static UUID incident(Picture picture, String field, String text) {
        var id = incident(text);
        if (picture.incidents().find(id).isEmpty()) {
            throw new BadInput(field, text, "an incident of which an account holds now");
        }
        return id;
    }

    static UUID id(String field, String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new BadInput(
                    field,
                    text,
                    "an id such as 01900000-0000-7000-8000-000000000000, or source:key",
                    e);
        }
    }

    /// How restricted the accounts of these incidents are together.
    static Handling handlingOf(Ledger ledger, List<UUID> incidents) throws IOException {
        var accounts = new java.util.ArrayList<Recorded>();
        for (var incident : incidents) {
            accounts.addAll(ledger.history(incident, Viewer.owner()));
        }
        return Judgements.together(accounts);
    }

    void write(Ledger ledger, Head head, Decision decision) throws IOException {
        write(ledger, head, List.of(decision));
    }

    /// Several in one act: all of them or none.
    void write(Ledger ledger, Head head, List<Decision> decisions) throws IOException {
        var entries = new ArrayList<Entry>();
        for (var decision : decisions) {
            entries.add(entry(head, decision));
        }
        ledger.append(entries);
        written = List.copyOf(entries);
    }

    private Entry entry(Head head, Decision decision) {
        var author = line("by", by);
        var chosen = handling == null ? decision.usual : constant(Handling.class, handling);
        if (chosen.bit() < decision.atLeast.bit()) {
            throw new BadInput(
                    "handling",
                    code(chosen),
                    code(decision.atLeast) + " or more, as what it is about");
        }
        return new Entry(
                Ids.fresh(head.clock().instant(), head.chance()),
                decision.subject,
                null,
                null,
                author,
                constant(Component.class, component),
                chosen,
                Origin.hand(),
                decision.supersedes,
                decision.body);
    }

    /// Says what was written.
    void print(PrintWriter out, String sentence) {
        if (written.isEmpty()) {
            throw new IllegalStateException("nothing was written");
        }
        var entry = written.getFirst();
        if (json) {
            var object = new LinkedHashMap<String, Object>();
            object.put("entry", entry.id());
            object.put("kind", entry.kind());
            object.put("subject", entry.subject());
            object.put("by", entry.author());
            Json.print(out, object);
        } else {
            var ids = written.stream().map(one -> one.id().toString()).toList();
            out.println(
                    ids.size() == 1
                            ? sentence + " (entry " + ids.getFirst() + "; vigie undo takes it back)"
                            : sentence + " (entries " + String.join(", ", ids) + ")");
            out.flush();
        }
    }

    static <E extends Enum<E>> E constant(Class<E> type, String text) {
        for (var constant : type.getEnumConstants()) {
            if (code(constant).equals(text)) {
                return constant;
            }
        }
        var codes = java.util.Arrays.stream(type.getEnumConstants()).map(ByHand::code).toList();
        throw new BadInput(
                type.getSimpleName().toLowerCase(Locale.ROOT),
                text,
                "one of " + String.join(", ", codes));
    }

    private static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

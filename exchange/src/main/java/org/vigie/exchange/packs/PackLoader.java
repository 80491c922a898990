package org.vigie.exchange.packs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.BadInput;
import org.vigie.geo.Bounds;
import org.vigie.record.Body;
import org.vigie.record.Component;
import org.vigie.record.Entry;
import org.vigie.record.Handling;
import org.vigie.record.Housekeeping;
import org.vigie.record.Ids;
import org.vigie.record.Kinds;
import org.vigie.record.Ledger;
import org.vigie.record.Origin;
import org.vigie.record.Viewer;

/// Brings a pack into a ledger, as an import that can be undone like any other.
///
/// Loading is repeatable: the same pack twice adds nothing at all, a changed row supersedes the
/// older one, a row that is gone is retracted. A ledger serves one mission: two packs in one ledger
/// would share the subjects of ids that they have in common.
public final class PackLoader {

    /// The format of the import, as [Housekeeping.ImportOpened] names it.
    public static final String FORMAT = "mission-pack";

    /// Grows when the same files come to mean something else.
    private static final String READER = "2";

    private PackLoader() {}

    /// What loading did.
    ///
    /// @param importId null when the ledger held the pack already and nothing was written
    /// @param counts of entries, not of rows
    public record Loaded(@Nullable UUID importId, Housekeeping.ImportClosed counts) {}

    /// Refuses a pack where the ledger already holds that of another mission: their figures would
    /// be counted together, and an invented country would stand among real places.
    public static void requireNoOther(Pack pack, Ledger ledger) throws IOException {
        var others = new ArrayList<>(held(ledger));
        others.remove(pack.code());
        if (!others.isEmpty()) {
            throw new BadInput(
                    "mission",
                    pack.code(),
                    others.getFirst()
                            + ", whose pack this ledger holds (another mission needs another folder:"
                            + " --data)");
        }
    }

    /// The bounds of the mission whose pack a ledger holds; empty where it holds none, or one that
    /// does not come along.
    public static Optional<Bounds> findBounds(Ledger ledger) throws IOException {
        var held = held(ledger);
        for (var name : held.isEmpty() ? List.<String>of() : Pack.SHIPPED) {
            var pack = Pack.read(PackFiles.of(name));
            if (held.contains(pack.code())) {
                return Optional.of(pack.mission().bounds());
            }
        }
        return Optional.empty();
    }

    /// The codes of the packs that hold, each once.
    private static SequencedSet<String> held(Ledger ledger) throws IOException {
        var held = new LinkedHashMap<UUID, String>();
        ledger.read(
                Set.of(
                        Kinds.of(Housekeeping.ImportOpened.class),
                        Kinds.of(Housekeeping.ImportUndone.class)),
                Viewer.owner(),
                recorded -> {
                    if (recorded.body() instanceof Housekeeping.ImportOpened opened
                            && opened.format().equals(FORMAT)) {
                        held.put(recorded.entry().id(), opened.file());
                    } else if (recorded.body() instanceof Housekeeping.ImportUndone) {
                        held.remove(recorded.entry().supersedes());
                    }
                });
        return new LinkedHashSet<>(held.values());
    }

    /// Loads the pack. The entries are appended whole or not at all.
    public static Loaded load(Pack pack, Ledger ledger) throws IOException {
        var holding = Holding.read(ledger, FORMAT, pack.code());
        if (holding.isOf(pack.sha256(), READER)) {
            int held = holding.held().size();
            return new Loaded(null, new Housekeeping.ImportClosed(held, 0, 0, held, 0, 0, 0));
        }
        var options = new TreeMap<String, String>();
        options.put("reader", READER);
        options.put("published", pack.mission().published().toString());
        var opening = new ImportFrame("pack", FORMAT, pack.code(), pack.sha256(), options);
        var importId = opening.id(holding);
        var revision =
                Revision.of(holding, pack.entries(), importId, "mission pack " + pack.code());
        if (revision.isEmpty()) {
            return new Loaded(null, revision.counts());
        }
        ledger.append(opening.around(importId, revision));
        return new Loaded(importId, revision.counts());
    }

    /// The opening and closing entry of an import of text files.
    ///
    /// @param lane as in [Origin]
    record ImportFrame(
            String lane,
            String format,
            String name,
            String sha256,
            SortedMap<String, String> options) {

        /// The same for the same bytes as the same import in a row of imports, so that a lost
        /// answer can be repeated.
        UUID id(Holding holding) {
            return Ids.subject(
                    format + " " + name, "import " + holding.imports().size() + " " + sha256);
        }

        List<Entry> around(UUID importId, Revision revision) {
            var all = new ArrayList<Entry>();
            all.add(opening(importId));
            all.addAll(revision.entries());
            all.add(closing(importId, revision));
            return all;
        }

        Entry opening(UUID importId) {
            return entry(
                    importId,
                    importId,
                    new Housekeeping.ImportOpened(format, name, sha256, 0, options));
        }

        Entry closing(UUID importId, Revision revision) {
            return entry(importId, Ids.subject(importId.toString(), "closed"), revision.counts());
        }

        private Entry entry(UUID importId, UUID id, Body body) {
            return new Entry(
                    id,
                    importId,
                    null,
                    null,
                    "vigie " + format,
                    Component.OUTSIDE,
                    Handling.OPEN,
                    new Origin(lane, importId, null, 0),
                    null,
                    body);
        }
    }
}

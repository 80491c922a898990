package org.vigie.exchange.imports;

import java.io.IOException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.vigie.geo.BadInput;
import org.vigie.record.Component;
import org.vigie.record.Entry;
import org.vigie.record.Forces;
import org.vigie.record.Handling;
import org.vigie.record.Housekeeping;
import org.vigie.record.Ids;
import org.vigie.record.Kinds;
import org.vigie.record.Ledger;
import org.vigie.record.Origin;
import org.vigie.record.Viewer;

/// Takes an import back: one entry that supersedes its opening. Everything that the import brought
/// is no longer so, what it corrected holds again, and what screens showed in between stays
/// provable.
///
/// @param what the import that was undone
/// @param later imports of the same format that still hold and came after it: rows that they found
///   unchanged were never written again and are gone with it, until a file with them is imported
///   once more
public record Undo(PastImport what, List<PastImport> later) {

    /// The reason that stands where nobody gave another.
    public static final String BY_OWNER = "undone by the owner of the ledger";

    public Undo {
        later = List.copyOf(later);
    }

    /// Undoes one import.
    ///
    /// @throws BadInput when the ledger holds no such import, or it is undone already
    public static Undo run(Ledger ledger, UUID importId, Instant now, RandomGenerator chance)
            throws IOException {
        var imports = PastImport.list(ledger);
        var what =
                imports.stream()
                        .filter(past -> past.id().equals(importId))
                        .findFirst()
                        .orElseThrow(() ->
                                new BadInput(
                                        "import",
                                        importId,
                                        "the id of an import that this ledger holds"));
        what.undoneAt()
                .ifPresent(moment -> {
                    throw new BadInput(
                            "import", importId, "one that holds; it was undone at " + moment);
                });
        ledger.append(List.of(entry(what, Ids.fresh(now, chance))));
        return new Undo(what, later(imports, what));
    }

    /// How many decisions people wrote about requests that an import brought: they stay when it is
    /// undone, without their request. Asked before.
    public static int decisionsOn(Ledger ledger, UUID importId) throws IOException {
        var requests = new HashSet<UUID>();
        ledger.read(
                Set.of(Kinds.of(Forces.ClearanceListed.class)),
                Viewer.owner(),
                recorded -> {
                    if (importId.equals(recorded.entry().origin().importId())) {
                        requests.add(recorded.entry().subject());
                    }
                });
        var decisions = new int[1];
        ledger.read(
                Set.of(Kinds.of(Forces.ClearanceDecided.class)),
                Viewer.owner(),
                recorded -> decisions[0] += requests.contains(recorded.entry().subject()) ? 1 : 0);
        return decisions[0];
    }

    private static Entry entry(PastImport what, UUID id) {
        return new Entry(
                id,
                what.id(),
                null,
                what.opened().knownAt(),
                "vigie undo",
                Component.OUTSIDE,
                Handling.OPEN,
                Origin.lane("import"),
                what.id(),
                new Housekeeping.ImportUndone(BY_OWNER));
    }

    private static List<PastImport> later(List<PastImport> imports, PastImport what) {
        return imports.stream()
                .filter(past -> past.opened().seq() > what.opened().seq())
                .filter(past -> past.undoneAt().isEmpty())
                .filter(past -> past.what().format().equals(what.what().format()))
                .toList();
    }
}

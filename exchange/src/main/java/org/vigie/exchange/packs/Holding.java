package org.vigie.exchange.packs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.vigie.record.Body;
import org.vigie.record.Entry;
import org.vigie.record.Facts;
import org.vigie.record.Housekeeping;
import org.vigie.record.Kinds;
import org.vigie.record.Ledger;
import org.vigie.record.Recorded;
import org.vigie.record.Viewer;

/// What a ledger holds of one pack or chronology: the entries that its imports brought and that it
/// has not taken back itself. What a person corrected by hand still counts as held, so that reading
/// the file again does not undo the person.
///
/// @param imports openings, undone ones too, oldest first
/// @param lastUndone whether the latest of them was undone
/// @param held oldest first
/// @param used every id that the ledger already holds of it
record Holding(List<Recorded> imports, boolean lastUndone, List<Entry> held, Set<UUID> used) {

    /// Begins the text of a note that takes an entry back.
    static final String GONE = "No longer in the ";

    static Holding read(Ledger ledger, String format, String name) throws IOException {
        var imports = new ArrayList<Recorded>();
        var undone = new HashSet<UUID>();
        ledger.read(
                Set.of(
                        Kinds.of(Housekeeping.ImportOpened.class),
                        Kinds.of(Housekeeping.ImportUndone.class)),
                Viewer.owner(),
                recorded -> {
                    var superseded = recorded.entry().supersedes();
                    if (recorded.body() instanceof Housekeeping.ImportUndone
                            && superseded != null) {
                        undone.add(superseded);
                    } else if (recorded.body() instanceof Housekeeping.ImportOpened opened
                            && opened.format().equals(format)
                            && opened.file().equals(name)) {
                        imports.add(recorded);
                    }
                });
        if (imports.isEmpty()) {
            return new Holding(imports, false, List.of(), Set.of());
        }
        var all = new LinkedHashMap<UUID, Entry>();
        var ids = imports.stream().map(opening -> opening.entry().id()).toList();
        ledger.readImports(
                Set.copyOf(ids),
                Viewer.owner(),
                recorded -> all.put(recorded.entry().id(), recorded.entry()));
        return new Holding(
                imports,
                undone.contains(imports.getLast().entry().id()),
                held(all, undone),
                Set.copyOf(all.keySet()));
    }

    private static List<Entry> held(Map<UUID, Entry> all, Set<UUID> undone) {
        var gone = new HashSet<UUID>();
        var held = new ArrayList<Entry>();
        for (var entry : all.values()) {
            if (undone.contains(entry.origin().importId())) {
                continue;
            }
            var superseded = entry.supersedes();
            if (superseded != null) {
                gone.add(superseded);
            }
            if (!takesBack(entry)) {
                held.add(entry);
            }
        }
        held.removeIf(entry -> gone.contains(entry.id()));
        return List.copyOf(held);
    }

    private static boolean takesBack(Entry entry) {
        Body body = entry.body();
        return body instanceof Housekeeping.ImportOpened
                || body instanceof Housekeeping.ImportClosed
                || (entry.supersedes() != null
                        && (body instanceof Facts.IncidentRetracted
                                || body instanceof Facts.ClaimRetracted
                                || (body instanceof Housekeeping.NoteWritten note
                                        && note.text().startsWith(GONE))));
    }

    /// Whether the latest import that was not undone brought exactly these bytes, read the same
    /// way.
    boolean isOf(String sha256, String reader) {
        return !imports.isEmpty()
                && !lastUndone
                && imports.getLast().body() instanceof Housekeeping.ImportOpened opened
                && opened.sha256().equals(sha256)
                && reader.equals(opened.options().get("reader"));
    }
}

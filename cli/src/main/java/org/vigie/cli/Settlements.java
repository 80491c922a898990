package org.vigie.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.vigie.exchange.Formats;
import org.vigie.exchange.imports.Importer;
import org.vigie.exchange.imports.KnownAt;
import org.vigie.exchange.imports.Order;
import org.vigie.exchange.imports.Progress;
import org.vigie.geo.BadInput;
import org.vigie.geo.Place;
import org.vigie.record.Facts.PlaceDeclared;
import org.vigie.record.MemoryLedger;
import org.vigie.record.Viewer;

/// Places of a file in which people live.
final class Settlements {

    private Settlements() {}

    /// Those with a position, in the order of the file.
    ///
    /// @throws BadInput when there are none
    static List<Place> of(Path file, Head head) throws IOException {
        var ledger = new MemoryLedger(head.clock());
        var now = head.clock().instant();
        new Importer(ledger, (sha256, name, path, closed) -> {}, head.chance())
                .run(
                        new Order(Formats.of(file), file, KnownAt.parse("now"), false, false, now),
                        Progress.SILENT);
        var loaded = head.clock().instant();
        var found = new ArrayList<Place>();
        for (var entry : ledger.asOf(loaded, loaded, Viewer.owner()).entries(PlaceDeclared.class)) {
            if (entry.body() instanceof PlaceDeclared declared
                    && declared.place().kind().equals("settlement")
                    && declared.place().position() != null) {
                found.add(declared.place());
            }
        }
        if (found.isEmpty()) {
            throw new BadInput("places", file, "a file with settlements and their positions");
        }
        return found;
    }
}

package org.vigie.exchange.packs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.vigie.record.Housekeeping;
import org.vigie.record.Kinds;
import org.vigie.record.Ledger;
import org.vigie.record.Viewer;

/// What the packs say that a ledger holds, of those that come along. A pack of one's own is not
/// read again: nobody knows where its folder is.
public final class HeldPacks {

    private HeldPacks() {}

    /// The sectors of the missions, each with all its names; empty where the ledger holds no pack
    /// that comes along.
    public static List<List<String>> sectors(Ledger ledger) throws IOException {
        var codes = new TreeSet<String>();
        ledger.read(
                java.util.Set.of(Kinds.of(Housekeeping.ImportOpened.class)),
                Viewer.owner(),
                recorded -> {
                    if (recorded.body() instanceof Housekeeping.ImportOpened opened
                            && opened.format().equals(PackLoader.FORMAT)) {
                        codes.add(opened.file());
                    }
                });
        var sectors = new ArrayList<List<String>>();
        for (var name : codes.isEmpty() ? List.<String>of() : Pack.SHIPPED) {
            var pack = Pack.shipped(name);
            if (codes.contains(pack.code())) {
                for (var area : pack.areas()) {
                    if (area.level().equals("sector")) {
                        var names = new ArrayList<String>();
                        names.add(area.name());
                        names.add(area.code());
                        names.addAll(area.aliases());
                        sectors.add(names);
                    }
                }
            }
        }
        return sectors;
    }
}

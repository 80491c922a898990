package org.vigie.cli;

import java.io.IOException;
import org.vigie.exchange.packs.PackNames;
import org.vigie.record.Filter;
import org.vigie.record.Ledger;
import org.vigie.record.Standpoint;

/// Finds how the sources of a ledger write what a filter names.
final class Spelled {

    private Spelled() {}

    /// The filter with its spellings.
    ///
    /// @throws org.vigie.geo.BadInput when neither a pack nor an incident of the ledger knows the
    ///   name of its area or actor
    static Filter of(Filter filter, Standpoint standpoint, Ledger ledger) throws IOException {
        if (filter.area() == null && filter.actor() == null) {
            return filter;
        }
        var picture = ledger.asOf(standpoint.known(), standpoint.recorded(), standpoint.viewer());
        return PackNames.of(picture).spell(filter, picture.incidents());
    }
}

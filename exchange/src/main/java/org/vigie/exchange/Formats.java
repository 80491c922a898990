package org.vigie.exchange;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vigie.exchange.acled.Acled;
import org.vigie.exchange.acled.AcledDeletions;
import org.vigie.exchange.activities.ActivityList;
import org.vigie.exchange.forecasts.Cast;
import org.vigie.exchange.forecasts.Views;
import org.vigie.exchange.geonames.GeoNames;
import org.vigie.exchange.geopko.GeopkoMaps;
import org.vigie.exchange.geopko.GeopkoYears;
import org.vigie.exchange.imports.Format;
import org.vigie.exchange.imports.Opening;
import org.vigie.exchange.mapped.MappedTable;
import org.vigie.exchange.mapped.Mapping;
import org.vigie.exchange.ocha.PlaceCodes;
import org.vigie.exchange.packs.ForceList;
import org.vigie.exchange.packs.ForceNeeds;
import org.vigie.exchange.restrictions.ClearanceList;
import org.vigie.exchange.ucdp.UcdpGed;
import org.vigie.exchange.un.OwnFatalities;
import org.vigie.exchange.un.UnFatalities;
import org.vigie.geo.BadInput;

/// The formats that Vigie reads. A file is recognised by its first row, never by its name.
public final class Formats {

    /// In the order in which they are tried; their marks do not overlap.
    public static final List<Format> ALL =
            List.of(
                    new UcdpGed(),
                    new Acled(),
                    new AcledDeletions(),
                    new UnFatalities(),
                    new OwnFatalities(),
                    new GeopkoMaps(),
                    new GeopkoYears(GeopkoYears.Table.TROOPS),
                    new GeopkoYears(GeopkoYears.Table.KINDS),
                    new GeopkoYears(GeopkoYears.Table.CONTRIBUTORS),
                    new ClearanceList(),
                    new ActivityList(),
                    new ForceList(ForceList.Which.BASES),
                    new ForceList(ForceList.Which.UNITS),
                    new ForceList(ForceList.Which.CAVEATS),
                    new ForceNeeds(),
                    new PlaceCodes(),
                    new Cast(),
                    new Views(),
                    new GeoNames());

    private Formats() {}

    /// The format of a file.
    ///
    /// @throws BadInput when it is none of them, with the list of those that it could be
    public static Format of(Path file) throws IOException {
        var opening = Opening.of(file);
        return findFor(opening).orElseThrow(() -> unknown(opening));
    }

    /// The refusal of a file that is of no format, with the list of those that it could be.
    public static BadInput unknown(Opening opening) {
        return new BadInput("file", opening.file(), "one of: " + titles());
    }

    /// The format of a file that begins like this, if Vigie knows it.
    public static Optional<Format> findFor(Opening opening) {
        return ALL.stream().filter(format -> format.recognises(opening)).findFirst();
    }

    /// A table of somebody's own. It may not speak for a source that is known.
    ///
    /// @throws BadInput naming the line of the mapping
    public static Format own(Mapping mapping) {
        var table = new MappedTable(mapping);
        if (find(table.code()).isPresent()) {
            throw new BadInput(
                    mapping.place("source"),
                    table.code(),
                    "a word that is no source of Vigie's own");
        }
        return table;
    }

    /// The format with this code, e.g. to say what its figures count.
    public static Optional<Format> find(String code) {
        return ALL.stream().filter(format -> format.code().equals(code)).findFirst();
    }

    private static String titles() {
        return ALL.stream().map(Format::title).collect(Collectors.joining("; "));
    }
}

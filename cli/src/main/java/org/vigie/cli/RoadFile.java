package org.vigie.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.RoadWays;
import org.vigie.roads.RoadMap;
import picocli.CommandLine.Option;

/// The map of the roads that a command takes: of a file that is named, or that lies in the data
/// folder, or none.
final class RoadFile {

    @Option(
            names = "--roads",
            paramLabel = "FILE",
            description =
                    "An OpenStreetMap extract, FILE.osm or FILE.osm.pbf: who drives goes along its roads"
                            + " (default: roads.osm.pbf or roads.osm of --data, else straight lines with a detour).")
    private @Nullable Path file;

    /// @param data the data folder, null for none
    RoadWays read(@Nullable Path data) throws IOException {
        if (file != null) {
            return RoadMap.read(file);
        }
        Optional<Path> found = data == null ? Optional.empty() : RoadMap.findIn(data);
        return found.isPresent() ? RoadMap.read(found.get()) : RoadWays.NONE;
    }
}

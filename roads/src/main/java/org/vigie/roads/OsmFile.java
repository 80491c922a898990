package org.vigie.roads;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.BadInput;

/// What a file must begin with to be an extract of OpenStreetMap, and what is said of one that is
/// none or that breaks off.
final class OsmFile {

    private static final String ALLOWED =
            "an OpenStreetMap extract, FILE.osm or FILE.osm.pbf, such as one of a country";

    private static final String WHOLE =
            ALLOWED + ", whole: this one is cut off, damaged or holds no road; fetch it again";

    /// Enough for the head of either format.
    private static final int HEAD = 512;

    private OsmFile() {}

    /// By its name and its first bytes.
    static void check(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new BadInput("roads", file, "a file that is there");
        }
        var name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        byte[] head;
        try (var in = Files.newInputStream(file)) {
            head = in.readNBytes(HEAD);
        }
        var text = new String(head, StandardCharsets.ISO_8859_1);
        boolean fits =
                name.endsWith(".pbf")
                        ? text.contains("OSMHeader")
                        : name.endsWith(".osm") && text.contains("<osm");
        if (!fits) {
            throw new BadInput("roads", file, ALLOWED);
        }
    }

    /// Block by block or node by node, before the library makes room for what the file claims.
    static void look(Path file) throws IOException {
        boolean binary =
                String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(".pbf");
        try (var in = Files.newInputStream(file)) {
            var problem = binary ? PbfBlocks.problem(in) : OsmNodes.problem(in);
            if (problem != null) {
                throw new BadInput("roads", file, WHOLE + " (" + problem + ")");
            }
        } catch (XMLStreamException e) {
            throw new BadInput("roads", file, WHOLE, e);
        }
    }

    /// One whose head fits and of which no road can be read.
    static BadInput broken(Path file, @Nullable RuntimeException why) {
        return why == null
                ? new BadInput("roads", file, WHOLE)
                : new BadInput("roads", file, WHOLE, why);
    }
}

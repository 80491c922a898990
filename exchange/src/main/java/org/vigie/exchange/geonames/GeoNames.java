package org.vigie.exchange.geonames;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vigie.exchange.imports.Draft;
import org.vigie.exchange.imports.Format;
import org.vigie.exchange.imports.Header;
import org.vigie.exchange.imports.Layout;
import org.vigie.exchange.imports.Opening;
import org.vigie.exchange.imports.Row;
import org.vigie.geo.BadInput;
import org.vigie.geo.Place;
import org.vigie.geo.PlacePrecision;
import org.vigie.record.Facts.PlaceDeclared;

/// A country's dump of GeoNames, e.g. `ML.txt`: tab-separated, 19 columns, no header, quotation
/// marks are letters.
///
/// The precision of a position is `unknown`: GeoNames does not state it, and its villages come from
/// maps of very different scale. Population 0 means that GeoNames has none. Elevation, time zone
/// and the codes below the region are not taken; they stay in the kept file.
///
/// Source: GeoNames (geonames.org), CC BY 4.0; columns as in its `readme.txt`.
public final class GeoNames implements Format {

    static final String CODE = "geonames";

    private static final Header HEADER =
            Header.of(
                    List.of(
                            "geonameid",
                            "name",
                            "asciiname",
                            "alternatenames",
                            "latitude",
                            "longitude",
                            "feature class",
                            "feature code",
                            "country code",
                            "cc2",
                            "admin1 code",
                            "admin2 code",
                            "admin3 code",
                            "admin4 code",
                            "population",
                            "elevation",
                            "dem",
                            "timezone",
                            "modification date"));

    private static final Pattern ID = Pattern.compile("\\d{1,12}");

    /// More people than any place has: larger numbers are errors of the file.
    private static final int POPULATION_MAX = 2_000_000_000;

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public String title() {
        return "GeoNames (19 columns between tabs, no header)";
    }

    @Override
    public Class<PlaceDeclared> body() {
        return PlaceDeclared.class;
    }

    @Override
    public String keyColumn() {
        return "geonameid";
    }

    @Override
    public String definition() {
        return "a named place (GeoNames)";
    }

    @Override
    public boolean recognises(Opening opening) {
        var cells = opening.tabbed();
        return cells.size() == HEADER.size() && ID.matcher(cells.getFirst()).matches();
    }

    @Override
    public Layout layout(Opening opening) {
        return new Layout('\t', false, false, HEADER, Collections.emptySortedMap(), GeoNames::read);
    }

    private static Draft read(Row row) {
        var id = row.needed("geonameid");
        if (!ID.matcher(id).matches()) {
            throw new BadInput("geonameid", id, "a number");
        }
        return new Draft(id, null, null, null, new PlaceDeclared(place(row, id)));
    }

    private static Place place(Row row, String id) {
        var position = row.position("latitude", "longitude");
        var population = row.wholeNumber("population", 0, POPULATION_MAX);
        return new Place(
                CODE + ":" + id,
                row.needed("name"),
                aliases(row),
                position,
                PlacePrecision.UNKNOWN,
                area(row),
                kind(row),
                population == null ? 0 : population,
                CODE,
                false);
    }

    /// The other names, each once, without the name itself.
    private static List<String> aliases(Row row) {
        var names = new LinkedHashSet<String>();
        names.add(row.text("asciiname"));
        for (var name : row.text("alternatenames").split(",", -1)) {
            names.add(name.strip());
        }
        names.remove("");
        names.remove(row.text("name"));
        return new ArrayList<>(names);
    }

    /// GeoNames's own code of the region, e.g. `ML.04`; `00` means that it names none.
    private static @Nullable String area(Row row) {
        var region = row.text("admin1 code");
        return region.isEmpty() || region.equals("00")
                ? null
                : row.text("country code") + "." + region;
    }

    /// The feature class as a word.
    private static String kind(Row row) {
        return switch (row.text("feature class")) {
            case "P" -> "settlement";
            case "H" -> "water";
            case "T" -> "relief";
            case "L" -> "land";
            case "S" -> "site";
            case "V" -> "vegetation";
            case "A" -> "administrative area";
            case "R" -> "road";
            case "U" -> "undersea";
            case "" -> "unknown";
            default ->
                    throw new BadInput(
                            "feature class",
                            row.text("feature class"),
                            "one of P, H, T, L, S, V, A, R, U");
        };
    }
}

package org.vigie.exchange.geopko;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.vigie.exchange.imports.Draft;
import org.vigie.exchange.imports.Format;
import org.vigie.exchange.imports.Layout;
import org.vigie.exchange.imports.Opening;
import org.vigie.exchange.imports.Row;
import org.vigie.geo.PlacePrecision;
import org.vigie.record.DatePrecision;
import org.vigie.record.Forces.BaseMapped;
import org.vigie.record.Happened;
import org.vigie.record.Site;

/// Geo-PKO 2.1, locations by map: one row is one base on one deployment map. The key is mission,
/// map and location; `happenedOn` is the map's month.
///
/// `NA` and `unknown` say nothing, which is not zero. A column that is not among the entry's
/// columns held `NA`.
public final class GeopkoMaps implements Format {

    static final String CODE = "geopko";
    static final String CAUTION =
            "troop numbers are imputed from the sizes of units and overshoot the real strength";

    /// The most contributors that one base has in the file's columns.
    private static final int CONTRIBUTORS_MAX = 17;

    private static final Set<String> IN_FIELDS =
            Set.of(
                    "source",
                    "mission",
                    "year",
                    "month",
                    "location",
                    "country",
                    "no.troops",
                    "adm1.name");

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public String title() {
        return "Geo-PKO 2.1 locations by map (columns source, mission, location, no.troops,"
                + " nameoftcc_1 …)";
    }

    @Override
    public Class<BaseMapped> body() {
        return BaseMapped.class;
    }

    @Override
    public String keyColumn() {
        return "location";
    }

    @Override
    public String definition() {
        return "a base on one deployment map (Geo-PKO)";
    }

    @Override
    public boolean recognises(Opening opening) {
        return opening.names(
                "source", "mission", "year", "month", "location", "no.troops", "nameoftcc_1");
    }

    @Override
    public Optional<String> caution() {
        return Optional.of(CAUTION);
    }

    @Override
    public Layout layout(Opening opening) {
        return new Layout(
                opening.separator(),
                true,
                true,
                opening.header(),
                Collections.emptySortedMap(),
                GeopkoMaps::read);
    }

    private static Draft read(Row row) {
        var key =
                String.join(
                        "/", row.needed("mission"), row.needed("source"), row.needed("location"));
        return new Draft(key, month(row), null, null, body(row, key));
    }

    private static Happened month(Row row) {
        int year = Cells.year(row);
        if (Cells.missing(row.text("month"))) {
            return Cells.wholeYear(year);
        }
        var month = YearMonth.of(year, Cells.needed(row, "month", 1, 12));
        return Happened.between(month.atDay(1), month.atEndOfMonth(), DatePrecision.MONTH);
    }

    private static BaseMapped body(Row row, String key) {
        return new BaseMapped(
                CODE,
                key,
                row.text("mission"),
                site(row),
                Cells.count(row, "no.troops"),
                contributors(row),
                columns(row));
    }

    /// The position is that of the town that the map names; where in it the base lay is not said.
    private static Site site(Row row) {
        return new Site(
                row.text("location"),
                row.position("latitude", "longitude"),
                PlacePrecision.NEAR,
                null,
                Cells.textOrNull(row, "adm1.name"),
                null,
                Cells.textOrNull(row, "country"));
    }

    private static List<String> contributors(Row row) {
        var names = new ArrayList<String>();
        for (int number = 1; number <= CONTRIBUTORS_MAX; number++) {
            var name = Cells.textOrNull(row, "nameoftcc_" + number);
            if (name != null) {
                names.add(name);
            }
        }
        return names;
    }

    private static Map<String, String> columns(Row row) {
        var kept = new TreeMap<String, String>();
        row.forEach((column, printed) -> {
            boolean held = IN_FIELDS.contains(column) || column.startsWith("nameoftcc_");
            if (!held && !printed.equals(Cells.NOT_AVAILABLE)) {
                kept.put(column, printed);
            }
        });
        return kept;
    }
}

package org.vigie.exchange.geopko;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.vigie.exchange.imports.Draft;
import org.vigie.exchange.imports.Format;
import org.vigie.exchange.imports.Layout;
import org.vigie.exchange.imports.Opening;
import org.vigie.exchange.imports.Row;
import org.vigie.geo.BadInput;
import org.vigie.geo.PlacePrecision;
import org.vigie.record.Forces.BaseMapped;
import org.vigie.record.Site;

/// Geo-PKO 2.3, the tables behind its interactive maps: one row is one base in one year.
///
/// The table of troops (`FrontMap`) has several rows for a base and a year where several maps of
/// that year differ, and does not say which map: they are numbered in the order of the file, which
/// is the only key there is. The tables of kinds of troops (`TTMap`) and of contributors (`TCCMap`)
/// have one row each and no strength.
public final class GeopkoYears implements Format {

    /// The three tables.
    public enum Table {
        TROOPS("geopko-troops", "notroops, ave.no.troops, unpol"),
        KINDS("geopko-kinds", "infantry, eng, maint, trans"),
        CONTRIBUTORS("geopko-contributors", "no.tcc, year.overview");

        private final String code;

        /// Columns that only this table has.
        private final String marks;

        Table(String code, String marks) {
            this.code = code;
            this.marks = marks;
        }
    }

    /// The number of troops behind a contributor: `Bangladesh (35), Chad (150)`.
    private static final Pattern TROOPS = Pattern.compile("\\s*\\([^()]*\\)\\s*(?:,\\s*|$)");

    /// The longest overview of the data set has some 300 characters.
    private static final int OVERVIEW_LENGTH_MAX = 4_000;

    private static final Set<String> IN_FIELDS =
            Set.of("mission", "year", "location", "country", "notroops");

    private final Table table;

    public GeopkoYears(Table table) {
        this.table = table;
    }

    @Override
    public String code() {
        return table.code;
    }

    @Override
    public String title() {
        return "Geo-PKO 2.3 (columns mission, year, location, %s)".formatted(table.marks);
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
        return "a base in one year (Geo-PKO)";
    }

    @Override
    public boolean recognises(Opening opening) {
        return opening.names("mission", "year", "location", "latitude", "longitude")
                && opening.names(table.marks.split(", ", -1));
    }

    @Override
    public Optional<String> caution() {
        return Optional.of(GeopkoMaps.CAUTION);
    }

    @Override
    public Layout layout(Opening opening) {
        var numbers = new HashMap<String, Integer>();
        return new Layout(
                opening.separator(),
                true,
                true,
                opening.header(),
                Collections.emptySortedMap(),
                row -> read(row, numbers));
    }

    private Draft read(Row row, Map<String, Integer> numbers) {
        int year = Cells.year(row);
        var base = row.needed("mission") + "/" + year + "/" + row.needed("location");
        int number = numbers.getOrDefault(base, 0) + 1;
        boolean oneOfSeveral = table == Table.TROOPS;
        var key = oneOfSeveral ? base + "/" + number : base;
        var body =
                new BaseMapped(
                        table.code,
                        key,
                        row.text("mission"),
                        site(row),
                        oneOfSeveral ? Cells.count(row, "NoTroops") : null,
                        contributors(row),
                        columns(row));
        numbers.put(base, number);
        return new Draft(key, Cells.wholeYear(year), null, null, body);
    }

    private static Site site(Row row) {
        return new Site(
                row.text("location"),
                row.position("latitude", "longitude"),
                PlacePrecision.NEAR,
                null,
                null,
                null,
                Cells.textOrNull(row, "country"));
    }

    private static List<String> contributors(Row row) {
        var overview = Cells.textOrNull(row, "year.overview");
        if (overview != null && overview.length() > OVERVIEW_LENGTH_MAX) {
            throw new BadInput(
                    "year.overview",
                    overview,
                    "no longer than " + OVERVIEW_LENGTH_MAX + " characters");
        }
        return overview == null
                ? List.of()
                : Arrays.stream(TROOPS.split(overview))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .toList();
    }

    private static Map<String, String> columns(Row row) {
        var kept = new TreeMap<String, String>();
        row.forEach((column, printed) -> {
            if (!IN_FIELDS.contains(column.toLowerCase(Locale.ROOT))) {
                kept.put(column, printed);
            }
        });
        return kept;
    }
}

package org.vigie.exchange.ocha;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.vigie.exchange.imports.Draft;
import org.vigie.exchange.imports.Format;
import org.vigie.exchange.imports.Layout;
import org.vigie.exchange.imports.Opening;
import org.vigie.exchange.imports.Row;
import org.vigie.geo.BadInput;
import org.vigie.geo.Place;
import org.vigie.geo.PlacePrecision;
import org.vigie.record.Facts.PlaceDeclared;

/// OCHA's place codes: one row is an administrative area with its code and the code of the area
/// above it. The list has names and no positions, so that these are places known by name alone.
///
/// Source: OCHA, global list of P-codes (Humanitarian Data Exchange); columns `Location`, `Admin
/// Level`, `P-Code`, `Name`, `Parent P-Code`, `Valid from date`.
public final class PlaceCodes implements Format {

    private static final String CODE = "ocha-pcodes";
    private static final Pattern PCODE = Pattern.compile("[A-Z]{2,3}[A-Z0-9]{0,17}");

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public String title() {
        return "OCHA place codes (columns Location, Admin Level, P-Code, Name, Parent P-Code)";
    }

    @Override
    public Class<PlaceDeclared> body() {
        return PlaceDeclared.class;
    }

    @Override
    public String keyColumn() {
        return "P-Code";
    }

    @Override
    public String definition() {
        return "an administrative area with its place code (OCHA)";
    }

    @Override
    public Optional<String> caution() {
        return Optional.of("Place codes name areas and give no positions.");
    }

    @Override
    public boolean recognises(Opening opening) {
        return opening.names("location", "admin level", "p-code", "name", "parent p-code");
    }

    @Override
    public Layout layout(Opening opening) {
        return new Layout(
                opening.separator(),
                true,
                true,
                opening.header(),
                Collections.emptySortedMap(),
                PlaceCodes::read);
    }

    @Override
    public boolean statesRelease() {
        return true;
    }

    private static Draft read(Row row) {
        var code = code(row, "P-Code");
        var level = row.wholeNumber("Admin Level", 0, 5);
        if (level == null) {
            throw new BadInput("Admin Level", null, "a whole number from 0 to 5");
        }
        var place =
                new Place(
                        CODE + ":" + code,
                        row.needed("Name"),
                        List.of(),
                        null,
                        PlacePrecision.UNKNOWN,
                        code(row, "Parent P-Code"),
                        "administrative area " + level,
                        0,
                        CODE,
                        false);
        return new Draft(code, null, null, row.day("Valid from date"), new PlaceDeclared(place));
    }

    private static String code(Row row, String column) {
        var code = row.needed(column);
        if (!PCODE.matcher(code).matches()) {
            throw new BadInput(column, code, "a place code such as ML01");
        }
        return code;
    }
}

package org.vigie.geo;

import java.util.Optional;
import java.util.OptionalInt;

/// How exactly a position is known. The words are Vigie's own; the numbers are those of the two
/// event collections that it reads.
///
/// What it means to an officer: only `exact` and `near` are a place to drive to. The rest are the
/// centre of something large, put there because a map needs a point.
///
/// Sources: UCDP GED codebook 23.1, `where_prec` 1 to 7; ACLED codebook, `geo_precision` 1 to 3.
public enum PlacePrecision {
    /// The place itself. GED 1, ACLED 1.
    EXACT("exact", 1, 0),
    /// Near a named place, within about 25 km. GED 2; ACLED 2 ("near a town").
    NEAR("near", 2, 25),
    /// Somewhere in a second-order district (cercle, sub-prefecture). GED 3.
    ADMIN2("adm2", 3, 50),
    /// Somewhere in a first-order province (region). GED 4.
    ADMIN1("adm1", 4, 150),
    /// A line or a fuzzy shape: a road, a river, a forest, a border. GED 5.
    FEATURE("feature", 5, 50),
    /// A larger region, drawn at a town that stands for it. ACLED 3; GED has no such class.
    REGION("region", 0, 150),
    /// Somewhere in the country. GED 6.
    COUNTRY("country", 6, 600),
    /// At sea, in the air or in more than one country. GED 7.
    INTERNATIONAL("international", 7, 1000),
    /// Nobody said.
    UNKNOWN("unknown", 0, 50);

    private final String code;
    private final int ged;
    private final double radiusKm;

    PlacePrecision(String code, int ged, double radiusKm) {
        this.code = code;
        this.ged = ged;
        this.radiusKm = radiusKm;
    }

    /// The word that files use.
    public String code() {
        return code;
    }

    /// The precision with this word.
    public static PlacePrecision ofCode(String code) {
        return find(code)
                .orElseThrow(() ->
                        new BadInput(
                                "place precision",
                                code,
                                "exact, near, adm2, adm1, feature, region, country,"
                                        + " international or unknown"));
    }

    private static Optional<PlacePrecision> find(String code) {
        for (var precision : values())
            if (precision.code.equals(code)) return Optional.of(precision);
        return Optional.empty();
    }

    /// From the number of a UCDP GED row.
    public static PlacePrecision ofGed(int wherePrecision) {
        return switch (wherePrecision) {
            case 1 -> EXACT;
            case 2 -> NEAR;
            case 3 -> ADMIN2;
            case 4 -> ADMIN1;
            case 5 -> FEATURE;
            case 6 -> COUNTRY;
            case 7 -> INTERNATIONAL;
            default -> throw new BadInput("where_prec", wherePrecision, "1 to 7");
        };
    }

    /// From the number of an ACLED row.
    public static PlacePrecision ofAcled(int geoPrecision) {
        return switch (geoPrecision) {
            case 1 -> EXACT;
            case 2 -> NEAR;
            case 3 -> REGION;
            default -> throw new BadInput("geo_precision", geoPrecision, "1 to 3");
        };
    }

    /// The GED number; empty where GED has no such class (`region`, `unknown`).
    public OptionalInt toGed() {
        return ged == 0 ? OptionalInt.empty() : OptionalInt.of(ged);
    }

    /// GED 6 and 7, ACLED 3: so coarse that the point is counted apart and drawn as the area it
    /// names, never as a dot.
    public boolean vague() {
        return switch (this) {
            case REGION, COUNTRY, INTERNATIONAL -> true;
            case EXACT, NEAR, ADMIN2, ADMIN1, FEATURE, UNKNOWN -> false;
        };
    }

    /// Radius of the circle that is drawn when the shape of the area is not known. 25 km for `near`
    /// is the source's own; the others are assumed, of the order of a Malian cercle, region and
    /// country.
    public double radiusKm() {
        return radiusKm;
    }
}

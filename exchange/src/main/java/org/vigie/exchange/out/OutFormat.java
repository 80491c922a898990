package org.vigie.exchange.out;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigie.geo.BadInput;

/// The formats in which rows of incidents can leave; a source's own format is [SourceFileAgain].
public enum OutFormat {
    CSV("csv", "csv", "text/csv;charset=utf-8"),
    HXL("hxl", "hxl.csv", "text/csv;charset=utf-8"),
    XLSX("xlsx", "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    GEOJSON("geojson", "geojson", "application/geo+json"),
    GEOPACKAGE("gpkg", "gpkg", "application/geopackage+sqlite3"),
    KML("kml", "kml", "application/vnd.google-earth.kml+xml");

    private final String code;
    private final String ending;
    private final String mediaType;

    OutFormat(String code, String ending, String mediaType) {
        this.code = code;
        this.ending = ending;
        this.mediaType = mediaType;
    }

    /// The word that options and addresses use.
    public String code() {
        return code;
    }

    /// How a file's name ends.
    public String ending() {
        return ending;
    }

    /// For HTTP.
    public String mediaType() {
        return mediaType;
    }

    void write(Prepared prepared, OutputStream out) throws IOException {
        switch (this) {
            case CSV -> CsvOut.plain(prepared, out);
            case HXL -> CsvOut.hxl(prepared, out);
            case XLSX -> XlsxOut.write(prepared, out);
            case GEOJSON -> GeoJsonOut.write(prepared, out);
            case GEOPACKAGE -> GeoPackageOut.write(prepared, out);
            case KML -> KmlOut.write(prepared, out);
        }
    }

    /// Whether a spreadsheet is likely to open it, so that texts which look like formulas are made
    /// harmless.
    public boolean forSpreadsheets() {
        return switch (this) {
            case CSV, HXL, XLSX -> true;
            case GEOJSON, GEOPACKAGE, KML -> false;
        };
    }

    /// The format with this word.
    public static OutFormat ofCode(String code) {
        return find(code).orElseThrow(() -> new BadInput("format", code, "one of " + codes()));
    }

    /// The same, empty when no format has it.
    public static Optional<OutFormat> find(String code) {
        return Stream.of(values()).filter(format -> format.code.equals(code)).findFirst();
    }

    /// All words, for messages.
    public static String codes() {
        return Stream.of(values()).map(OutFormat::code).collect(Collectors.joining(", "));
    }
}

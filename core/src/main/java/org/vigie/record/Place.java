package org.vigie.record;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.GridCell;
import org.vigie.geo.PlacePrecision;
import org.vigie.geo.Position;

/// Where accounts say that something happened, as a value of a dictionary: a million accounts name
/// some ten thousand places.
///
/// @param latitude in degrees; not a number when the place has no coordinates
/// @param cell PRIO-GRID cell, 0 when the place has no coordinates
record Place(
        String name,
        double latitude,
        double longitude,
        int cell,
        PlacePrecision precision,
        String adm1,
        String adm2,
        String country) {

    static Place of(Site site) {
        var position = site.position();
        return new Place(
                site.name(),
                position == null ? Double.NaN : position.latitude(),
                position == null ? Double.NaN : position.longitude(),
                position == null ? 0 : GridCell.of(position).gid(),
                site.precision(),
                orEmpty(site.adm1()),
                orEmpty(site.adm2()),
                orEmpty(site.country()));
    }

    boolean placed() {
        return cell != 0;
    }

    @Nullable Position position() {
        return placed() ? new Position(latitude, longitude) : null;
    }

    Site site() {
        return new Site(
                name,
                position(),
                precision,
                null,
                nullIfEmpty(adm1),
                nullIfEmpty(adm2),
                nullIfEmpty(country));
    }

    void write(ColumnsOut out) throws IOException {
        out.text(name);
        out.number(latitude);
        out.number(longitude);
        out.number(cell);
        out.text(precision.name());
        out.text(adm1);
        out.text(adm2);
        out.text(country);
    }

    static Place read(ColumnsIn in) throws IOException {
        return new Place(
                in.text(),
                in.decimal(),
                in.decimal(),
                in.number(),
                PlacePrecision.valueOf(in.text()),
                in.text(),
                in.text(),
                in.text());
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static @Nullable String nullIfEmpty(String text) {
        return text.isEmpty() ? null : text;
    }
}

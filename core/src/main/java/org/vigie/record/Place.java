package org.vigie.record;

import java.io.IOException;
import java.util.function.UnaryOperator;
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

    /// @param once gives one and the same object for equal words
    static Place of(Site site, UnaryOperator<String> once) {
        var position = site.position();
        return new Place(
                once.apply(site.name()),
                position == null ? Double.NaN : position.latitude(),
                position == null ? Double.NaN : position.longitude(),
                position == null ? 0 : GridCell.of(position).gid(),
                site.precision(),
                once.apply(orEmpty(site.adm1())),
                once.apply(orEmpty(site.adm2())),
                once.apply(orEmpty(site.country())));
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

    static Place read(ColumnsIn in, UnaryOperator<String> once) throws IOException {
        var place =
                new Place(
                        once.apply(in.text()),
                        in.decimal(),
                        in.decimal(),
                        in.number(),
                        PlacePrecision.valueOf(in.text()),
                        once.apply(in.text()),
                        once.apply(in.text()),
                        once.apply(in.text()));
        var position = place.position();
        if (position != null && GridCell.of(position).gid() != place.cell) {
            throw new IOException("not a file of columns: a place in another cell");
        }
        return place;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static @Nullable String nullIfEmpty(String text) {
        return text.isEmpty() ? null : text;
    }
}

package org.vigie.exchange.packs;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.BadInput;
import org.vigie.geo.Place;
import org.vigie.geo.PlacePrecision;
import org.vigie.geo.Position;
import org.vigie.record.Facts;
import org.vigie.record.Forces;
import org.vigie.record.Picture;
import org.vigie.record.Site;

/// What a list of the force may refer to: the bases, units and places that a ledger knows.
///
/// @param sites where bases stand already, by the place that they name
/// @param places of the mission's pack, by id
/// @param known whether a ledger was asked at all
record ForceGround(
        Set<String> bases,
        Set<String> units,
        Map<String, Site> sites,
        Map<String, Place> places,
        boolean known) {

    static final String LATITUDE = "latitude";
    static final String LONGITUDE = "longitude";

    static final ForceGround UNKNOWN =
            new ForceGround(Set.of(), Set.of(), Map.of(), Map.of(), false);

    private static final String EVERY_UNIT = "*";

    /// Further than this from every place of the mission a base lies in the sea or abroad, or its
    /// coordinates were exchanged.
    private static final double FAR_KM = 250;

    /// As many as one sentence can name.
    private static final int NAMED_MAX = 30;

    static ForceGround of(Picture picture) {
        var bases = new TreeSet<String>();
        var sites = new TreeMap<String, Site>();
        for (var base : picture.latest(Forces.BaseOpened.class).values()) {
            bases.add(base.code());
            var place = base.site().placeId();
            if (place != null) {
                sites.put(place, base.site());
            }
        }
        var units = new TreeSet<String>();
        picture.latest(Forces.UnitDeclared.class).values().forEach(unit -> units.add(unit.code()));
        var places = new TreeMap<String, Place>();
        picture.latest(Facts.PlaceDeclared.class)
                .values()
                .forEach(declared -> places.put(declared.place().id(), declared.place()));
        return new ForceGround(bases, units, sites, places, true);
    }

    /// What a column that was left empty may hold.
    String hint(String column) {
        return column.equals("base") && !bases.isEmpty()
                ? ": a unit stands somewhere, " + oneOf(bases)
                : "";
    }

    void requireBase(String base) {
        if (known && !bases.contains(base)) {
            throw new BadInput(
                    "base",
                    base,
                    bases.isEmpty()
                            ? "a base that the ledger knows, and it knows none: import the bases first"
                            : oneOf(bases));
        }
    }

    void requireUnit(String unit) {
        if (known && !unit.equals(EVERY_UNIT) && !units.contains(unit)) {
            throw new BadInput(
                    "unit",
                    unit,
                    units.isEmpty()
                            ? "* for all, or a unit that the ledger knows, and it knows none: import the"
                                    + " units first"
                            : "* for all, or " + oneOf(units));
        }
    }

    /// Where a base stands: at its own coordinates, or at a place that the mission knows.
    Site site(String place, @Nullable Position position) {
        if (position != null) {
            requireNear(position);
            return Site.at(place, position, PlacePrecision.NEAR);
        }
        var site = sites.get(place);
        if (site != null) {
            return site;
        }
        var found = places.get(place);
        if (found == null) {
            if (known) {
                throw new BadInput(
                        "place",
                        place,
                        "an id of the mission's places, or give latitude and longitude");
            }
            return Site.named(place);
        }
        return new Site(
                found.name(), found.position(), found.precision(), found.id(), null, null, null);
    }

    private void requireNear(Position position) {
        Place nearest = null;
        double least = Double.MAX_VALUE;
        for (var place : places.values()) {
            var there = place.position();
            double km = there == null ? Double.MAX_VALUE : position.distanceKm(there);
            if (km < least) {
                least = km;
                nearest = place;
            }
        }
        if (nearest != null && least > FAR_KM) {
            throw new BadInput(
                    LATITUDE,
                    position.latitude(),
                    "in the mission's country; %s, the nearest place that it knows, is %s km away: are latitude and longitude the right way round?"
                            .formatted(nearest.name(), Math.round(least)));
        }
    }

    private static String oneOf(Set<String> ids) {
        List<String> named = ids.stream().limit(NAMED_MAX).toList();
        return "one of "
                + String.join(", ", named)
                + (ids.size() > named.size() ? " … (%s in all)".formatted(ids.size()) : "");
    }
}

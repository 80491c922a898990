package org.vigie.exchange.packs;

import java.util.List;
import org.vigie.geo.Place;
import org.vigie.record.Site;

/// Where something was, for a place that the pack names: with the names of its areas.
final class Sites {

    private final String country;
    private final AreaPath areas;

    Sites(String country, List<PackArea> areas) {
        this.country = country;
        this.areas = new AreaPath(areas);
    }

    Site of(Place place) {
        var area = place.area();
        return new Site(
                place.name(),
                place.position(),
                place.precision(),
                place.id(),
                area == null ? null : areas.findName(area, "1").orElse(null),
                area == null ? null : areas.findName(area, "2").orElse(null),
                country);
    }
}

package org.vigie.server.picture;

import java.util.List;
import org.vigie.geo.Place;
import org.vigie.record.Known;
import org.vigie.record.Site;

/// Finds the places that a text may mean, the likeliest first. It never chooses one: a patrol sent
/// to the wrong one of two villages protects nobody.
@FunctionalInterface
public interface PlaceSearch {

    /// A place, and in words why it is offered.
    record Candidate(Place place, String why) {}

    /// The candidates, at most `limit` of them.
    List<Candidate> search(String text, int limit);

    /// A place that a person chose, as something that happened there has it: with the names of its
    /// areas, as far as the pack knows them.
    ///
    /// @param name as it was typed
    default Site siteOf(Place place, String name) {
        return Known.NONE.siteOf(place, name);
    }

    /// Every place of the pack; none where there is no pack.
    default List<Place> all() {
        return List.of();
    }
}

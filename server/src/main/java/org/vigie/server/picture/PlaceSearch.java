package org.vigie.server.picture;

import java.util.List;
import org.vigie.geo.Place;

/// Finds the places that a text may mean, the likeliest first. It never chooses one: a patrol sent
/// to the wrong one of two villages protects nobody.
@FunctionalInterface
public interface PlaceSearch {

    /// A place, and in words why it is offered.
    record Candidate(Place place, String why) {}

    /// The candidates, at most `limit` of them.
    List<Candidate> search(String text, int limit);

    /// Every place of the pack; none where there is no pack.
    default List<Place> all() {
        return List.of();
    }
}

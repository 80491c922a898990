package org.vigie.server.lite;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.vigie.exchange.render.Html;
import org.vigie.geo.Place;
import org.vigie.geo.PlacePrecision;
import org.vigie.geo.Position;
import org.vigie.geo.Surroundings;
import org.vigie.server.picture.Desk;

/// The place that somebody typed into a page: by its name, or by its coordinates.
record PlaceSought(Desk desk, View view) {

    private static final int CANDIDATES = 5;

    /// As an address holds it.
    static String text(Position position) {
        return String.format(Locale.ROOT, "%.5f,%.5f", position.latitude(), position.longitude());
    }

    /// What to do with the one place that was meant.
    interface Answer {
        Html of(Place place, Position position);
    }

    /// The answer for the place that was meant; else which it may be, or why there is none.
    Html answer(String asked, Answer answer) {
        var found = find(asked);
        var position = found.size() == 1 ? found.getFirst().position() : null;
        if (position == null) {
            return which(found.size() == 1 ? List.of() : found);
        }
        var surroundings = desk.mission().findSurroundings();
        return surroundings.isPresent() && !surroundings.get().holds(position)
                ? outside(surroundings.get(), position)
                : answer.of(found.getFirst(), position);
    }

    private Html outside(Surroundings surroundings, Position position) {
        var words = view.words();
        var box = surroundings.with();
        return Html.of(
                "<p class=\"late\">{} {}</p>",
                words.say(
                        "casevac.outside",
                        Surroundings.text(position),
                        words.decimal(box.south()),
                        words.decimal(box.north()),
                        words.decimal(box.west()),
                        words.decimal(box.east())),
                surroundings
                        .findSwapped(position)
                        .map(swapped -> words.say("casevac.swapped", Surroundings.text(swapped)))
                        .orElse(""));
    }

    /// One place by its own name or its coordinates; else those it may be.
    private List<Place> find(String asked) {
        if (asked.matches("-?\\d{1,2}(\\.\\d{1,6})?,-?\\d{1,3}(\\.\\d{1,6})?")) {
            int comma = asked.indexOf(',');
            var position =
                    new Position(
                            Double.parseDouble(asked.substring(0, comma)),
                            Double.parseDouble(asked.substring(comma + 1)));
            return List.of(
                    new Place(
                            asked,
                            asked,
                            List.of(),
                            position,
                            PlacePrecision.EXACT,
                            null,
                            "position",
                            0,
                            "given",
                            false));
        }
        var places =
                desk.places().search(asked, CANDIDATES).stream()
                        .map(candidate -> candidate.place())
                        .toList();
        var exact = places.stream().filter(place -> place.name().equalsIgnoreCase(asked)).toList();
        return exact.size() == 1 ? exact : places;
    }

    /// Nobody chooses for the officer which of several villages is meant.
    private Html which(List<Place> places) {
        var words = view.words();
        return places.isEmpty()
                ? Html.of("<p class=\"late\">{}</p>", words.say("casevac.no-place"))
                : Html.of(
                        "<p class=\"late\">{} {}</p>",
                        words.say("casevac.which"),
                        places.stream()
                                .map(Place::name)
                                .distinct()
                                .collect(java.util.stream.Collectors.joining(", ")));
    }

    /// The areas that the place lies in, for caveats that name one.
    static Set<String> areas(Desk desk, Place place) {
        var areas = new TreeSet<String>();
        var area = place.area();
        if (area != null) {
            areas.add(area);
            desk.mission().outlines().stream()
                    .filter(outline -> area.startsWith(outline.code()) && !outline.code().isEmpty())
                    .forEach(outline -> areas.add(outline.code()));
        }
        return areas;
    }
}

package org.vigie.plan.posture;

import java.util.List;
import org.vigie.geo.BadInput;

/// What a model was asked in words, so that a certificate says it and its hash holds it.
///
/// @param said such as `scenario rains+day 0.3`, one line each
/// @param areas the names of areas with a floor, by their number; empty where nobody names them
/// @param floors what part of its weight each of these areas must have covered, as it was asked
public record CoverWords(List<String> said, List<String> areas, List<Double> floors) {

    /// Nothing was said.
    public static final CoverWords NONE = new CoverWords(List.of(), List.of(), List.of());

    private static final int LINES_MAX = 200;
    private static final int LETTERS_MAX = 200;

    public CoverWords {
        said = List.copyOf(said);
        areas = List.copyOf(areas);
        floors = List.copyOf(floors);
        if (said.size() > LINES_MAX || areas.size() > LINES_MAX) {
            throw new BadInput("words of a model", said.size(), "at most " + LINES_MAX + " lines");
        }
        if (areas.size() != floors.size()) {
            throw new BadInput("floors in words", floors.size(), "one for each area");
        }
        said.forEach(CoverWords::plain);
        areas.forEach(CoverWords::plain);
        for (double floor : floors) {
            if (!(floor >= 0 && floor <= 1)) {
                throw new BadInput("floor of an area", floor, "between 0 and 1");
            }
        }
    }

    /// A line that another program wrote may not write on a screen.
    private static void plain(String line) {
        if (line.length() > LETTERS_MAX || line.chars().anyMatch(Character::isISOControl)) {
            throw new BadInput(
                    "words of a model",
                    line.length() + " letters",
                    "at most " + LETTERS_MAX + " letters without control characters");
        }
    }

    ModelHash into(ModelHash hash) {
        if (equals(NONE)) {
            return hash; // as models were before anything was said of them
        }
        hash.add("words").add(said.size());
        said.forEach(hash::add);
        hash.add(areas.size());
        areas.forEach(hash::add);
        floors.forEach(hash::add);
        return hash;
    }
}

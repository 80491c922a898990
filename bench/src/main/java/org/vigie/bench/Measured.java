package org.vigie.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What was measured, in order: figures with their names, and the goals that they met or missed.
final class Measured {

    /// A goal and what came of it.
    ///
    /// @param goal what must hold, as one reads it: "at least 0.75"
    /// @param met null where it was not judged, e.g. because too few rows were asked for
    record Goal(String figure, String goal, double was, @Nullable Boolean met) {}

    private final Map<String, Object> figures = new LinkedHashMap<>();
    private final Map<String, Goal> goals = new LinkedHashMap<>();

    void put(String name, Object value) {
        figures.put(name, value);
    }

    void atLeast(String figure, double was, double least) {
        figures.put(figure, was);
        goals.put(figure, new Goal(figure, "at least " + least, was, was >= least));
    }

    void atMost(String figure, double was, double most) {
        figures.put(figure, was);
        goals.put(figure, new Goal(figure, "at most " + most, was, was <= most));
    }

    Map<String, Object> figures() {
        return figures;
    }

    Iterable<Goal> goals() {
        return goals.values();
    }
}

package org.vigie.solve;

/// A native solver.
public enum Engine {
    /// The usual one: under a time limit it keeps the best plan it has.
    SCIP("SCIP"),
    /// For a second opinion. Under a time limit it loses its plan (google/or-tools #5372), which
    /// does no harm here: ours is kept.
    HIGHS("HiGHS"),
    /// For a third.
    CBC("CBC");

    private final String shown;

    Engine(String shown) {
        this.shown = shown;
    }

    /// Whether it may be told a plan to begin with. A hint makes HiGHS write to an address that is
    /// not its own, and the whole program ends (OR-Tools 9.15, seen in `HighsSolveProto`).
    boolean takesHints() {
        return this != HIGHS;
    }

    /// What it must be told in its own words. OR-Tools does not hand the gap on to HiGHS, which
    /// then stops at one part in ten thousand, calls that optimal, and gives its value as the
    /// bound.
    String parameters() {
        return this == HIGHS ? "mip_rel_gap=0" : "";
    }

    /// The version, where the solver does not say it itself: HiGHS calls itself by another's name.
    String version(String said) {
        return this == HIGHS ? "1.12.0" : said.replaceFirst("^(SCIP|Cbc) ", "");
    }

    /// As its authors write it.
    public String shown() {
        return shown;
    }
}

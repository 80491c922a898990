package org.vigie.record;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What one source says of one measure of one subject: also of things that are no incident, such as
/// a mission's strength.
///
/// Two claims can be put under one rule only when measure, population and definition agree
/// ([#comparableWith]): 203 "jihadists neutralised", about 300 executed and at least 500 killed
/// stand side by side.
///
/// @param measure `killed`, `executed`, `neutralised`, `missing`, `strength` …
/// @param unit of what: `persons`, `USD`, `flights`, `km` …
/// @param population of whom, in the source's sense, e.g. `jihadists`, `civilians and others`
/// @param definition how the source counts
/// @param asOf the day that the figure is for, null when the source names none
/// @param source id of a registered source
/// @param locator where in the source, e.g. a line or a page
public record Claim(
        String measure,
        Figures figures,
        String unit,
        String population,
        String definition,
        @Nullable LocalDate asOf,
        String source,
        String locator,
        Grade grade) {

    /// The same claim with another grade.
    public Claim graded(Grade other) {
        return new Claim(
                measure, figures, unit, population, definition, asOf, source, locator, other);
    }

    /// Whether it counts dead people, in whatever words: only such claims are figures of the dead.
    public boolean ofDeath() {
        return FigureRule.ofDeath(measure);
    }

    public boolean comparableWith(Claim other) {
        return measure.equals(other.measure)
                && unit.equals(other.unit)
                && population.equals(other.population)
                && definition.equals(other.definition);
    }
}

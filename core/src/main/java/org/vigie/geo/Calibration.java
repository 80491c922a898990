package org.vigie.geo;

import java.time.Duration;
import java.util.List;

/// How well [TravelTime] agrees with movements that somebody published.
///
/// What it means to an officer: of so many real journeys, so many arrived within the range that the
/// model gives; the others missed it by this factor. A range that is wide enough holds everything,
/// so the width stands beside it, and journeys that were looked at while the numbers were chosen
/// ([Movement#inView]) are counted apart: only the others test anything.
///
/// When it must not be trusted: published journeys are the remarkable ones. Nobody reports a patrol
/// that arrived as usual.
///
/// @param outcomes one for each movement, in the order given
public record Calibration(List<Outcome> outcomes) {

    public Calibration {
        outcomes = List.copyOf(outcomes);
    }

    /// A journey that was made.
    ///
    /// @param took how long; sources often say it only roughly
    /// @param inView whether the model's numbers were chosen with this journey in view
    /// @param source who published it, and when
    public record Movement(String name, Route route, Took took, boolean inView, String source) {}

    /// How long a journey took, as exactly as its source says.
    public record Took(Duration atLeast, Duration atMost) {

        public Took {
            if (atLeast.isNegative() || atMost.compareTo(atLeast) < 0)
                throw new BadInput(
                        "longest time taken", atMost, "not below the shortest, " + atLeast);
        }

        /// Exactly so long.
        public static Took exactly(Duration time) {
            return new Took(time, time);
        }
    }

    /// What became of one movement.
    public sealed interface Outcome {
        Movement movement();

        Estimate estimate();

        /// It may have taken a time within the range.
        record Inside(Movement movement, Estimate estimate) implements Outcome {}

        /// It was faster than the model thinks possible, by this factor.
        record Faster(Movement movement, Estimate estimate, double factor) implements Outcome {}

        /// It was slower than the model's latest, by this factor.
        record Slower(Movement movement, Estimate estimate, double factor) implements Outcome {}
    }

    /// Compares the model with each movement.
    public static Calibration of(List<Movement> movements) {
        return new Calibration(movements.stream().map(Calibration::outcome).toList());
    }

    private static Outcome outcome(Movement movement) {
        var estimate = TravelTime.of(movement.route());
        var took = movement.took();
        if (took.atMost().compareTo(estimate.earliest()) < 0)
            return new Outcome.Faster(
                    movement, estimate, ratio(estimate.earliest(), took.atMost()));
        if (took.atLeast().compareTo(estimate.latest()) > 0)
            return new Outcome.Slower(movement, estimate, ratio(took.atLeast(), estimate.latest()));
        return new Outcome.Inside(movement, estimate);
    }

    private static double ratio(Duration longer, Duration shorter) {
        return (double) longer.toSeconds() / Math.max(1, shorter.toSeconds());
    }

    /// The outcomes of movements that the numbers were not chosen with: the test.
    public Calibration unseen() {
        return new Calibration(outcomes.stream().filter(o -> !o.movement().inView()).toList());
    }

    /// How many movements are within the range.
    public long inside() {
        return outcomes.stream().filter(Outcome.Inside.class::isInstance).count();
    }

    /// The middle one of the widths of the ranges (latest against earliest); 1 for no movements.
    public double medianWidth() {
        var widths = outcomes.stream().mapToDouble(o -> o.estimate().width()).sorted().toArray();
        return widths.length == 0 ? 1 : widths[widths.length / 2];
    }

    /// By what factor the worst movement misses the range; 1 if all are inside.
    public double worstMiss() {
        return outcomes.stream().mapToDouble(Calibration::miss).max().orElse(1);
    }

    private static double miss(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Inside inside -> 1;
            case Outcome.Faster faster -> faster.factor();
            case Outcome.Slower slower -> slower.factor();
        };
    }
}

package org.vigie.geo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vigie.geo.Calibration.Movement;
import org.vigie.geo.Calibration.Outcome;
import org.vigie.geo.Calibration.Took;

/// How well the travel model agrees with published journeys: the figures here are the honest ones,
/// and a change of any factor shows up in them.
final class CalibrationTest {

    private static final Calibration ALL =
            Calibration.of(
                    Stream.concat(
                                    PublishedMovements.inView().stream(),
                                    PublishedMovements.unseen().stream())
                            .toList());

    private static final Calibration UNSEEN = ALL.unseen();

    @Test
    void each_movement_against_its_range() {
        assertEquals(
                """
                Sévaré-Ogossagou, relief of the company, 30 August 2022: 7 to 76 h, inside
                Ogossagou-Mopti, withdrawal, 4 August 2023: 7 to 78 h, inside
                Ber-Timbuktu, withdrawal, August 2023, attacked twice: 9 to 132 h, inside
                Tessalit-Gao, withdrawal, 21-29 October 2023: 49 to 673 h, inside
                Kidal-Gao, withdrawal, 31 October - 7 November 2023, six bombs: 31 to 418 h, inside
                Bor-Pibor, humanitarian convoy in the rains: 11 to 104 h, inside
                Garoua Boulai-Bouar, UN convoy: 2 to 6 h, inside
                Khartoum-El Obeid: 6 to 25 h, inside
                El Obeid-El Muglad: 10 to 80 h, inside
                El Muglad-Aweil: 7 to 55 h, inside
                Aweil-Wau: 4 to 28 h, inside
                Wau-Rumbek: 6 to 50 h, faster, factor 1.02
                Rumbek-Juba: 9 to 73 h, inside
                Gao-Tessalit, logistics convoy, 2 October 2021: 23 to 221 h, inside
                Gao-Kidal, logistics convoy, 2 October 2021: 15 to 131 h, inside
                Niamey-Gao, logistics convoy, December 2018: 11 to 55 h, faster, factor 1.05
                Kosti-El Fasher, convoy of the Darfur Joint Force, September 2023: 52 to 505 h, inside
                """,
                ALL.outcomes().stream().map(o -> line(o) + "\n").collect(Collectors.joining()));
    }

    @Test
    void fifteen_of_seventeen_journeys_are_inside_and_none_misses_by_more_than_five_percent() {
        assertEquals(17, ALL.outcomes().size());
        assertEquals(15, ALL.inside());
        assertEquals(1.05, ALL.worstMiss(), 0.01);
    }

    @Test
    void of_the_four_that_the_numbers_were_not_chosen_with_three_are_inside() {
        assertEquals(4, UNSEEN.outcomes().size());
        assertEquals(3, UNSEEN.inside());
    }

    @Test
    void the_price_is_a_range_of_one_to_nine() {
        assertEquals(9.0, ALL.medianWidth(), 0.1);
    }

    /// Straight line x 1.3 at 35 km/h, the usual figure of a planning table.
    @Test
    void the_rule_of_thumb_promises_convoys_under_threat_five_to_twenty_seven_times_too_early() {
        var factors =
                PublishedMovements.inView().stream()
                        .limit(5)
                        .map(CalibrationTest::againstTheRuleOfThumb)
                        .toList();
        assertEquals(List.of("7.0", "5.3", "26.9", "10.0", "15.8"), factors);
    }

    private static String againstTheRuleOfThumb(Movement movement) {
        var route = movement.route();
        double hours = route.from().distanceKm(route.to()) * 1.3 / 35;
        double took = movement.took().atLeast().toMinutes() / 60.0;
        return String.format(Locale.ROOT, "%.1f", took / hours);
    }

    @Test
    void a_journey_slower_than_the_latest_says_by_how_much() {
        var movement = PublishedMovements.inView().getFirst();
        var latest = TravelTime.of(movement.route()).latest();
        var slow = Took.exactly(latest.multipliedBy(3));
        var outcome = only(new Movement("slow", movement.route(), slow, false, "made up"));
        assertEquals(3.0, ((Outcome.Slower) outcome).factor(), 1e-9);
    }

    @Test
    void no_journeys_prove_nothing() {
        var nothing = Calibration.of(List.of());
        assertEquals(
                List.of(0L, 1.0, 1.0),
                List.of(nothing.inside(), nothing.medianWidth(), nothing.worstMiss()));
    }

    @Test
    void a_journey_cannot_have_taken_at_most_less_than_at_least() {
        assertThrows(BadInput.class, () -> new Took(Duration.ofHours(2), Duration.ofHours(1)));
    }

    private static Outcome only(Movement movement) {
        return Calibration.of(List.of(movement)).outcomes().getFirst();
    }

    private static String line(Outcome outcome) {
        var estimate = outcome.estimate();
        var verdict =
                switch (outcome) {
                    case Outcome.Inside inside -> "inside";
                    case Outcome.Faster faster ->
                            String.format(Locale.ROOT, "faster, factor %.2f", faster.factor());
                    case Outcome.Slower slower ->
                            String.format(Locale.ROOT, "slower, factor %.2f", slower.factor());
                };
        return String.format(
                Locale.ROOT,
                "%s: %.0f to %.0f h, %s",
                outcome.movement().name(),
                estimate.earliest().toSeconds() / 3600.0,
                estimate.latest().toSeconds() / 3600.0,
                verdict);
    }
}

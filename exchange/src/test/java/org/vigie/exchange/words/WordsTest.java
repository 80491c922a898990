package org.vigie.exchange.words;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.assess.Timeline;
import org.vigie.exchange.render.Mark;
import org.vigie.geo.PlacePrecision;
import org.vigie.geo.RouteState;
import org.vigie.geo.Saying;
import org.vigie.geo.TravelWords;
import org.vigie.plan.PlanWords;
import org.vigie.plan.activity.Activity;
import org.vigie.plan.activity.PlanFinding;
import org.vigie.record.Accords;
import org.vigie.record.Activities;
import org.vigie.record.ActorClass;
import org.vigie.record.Awareness;
import org.vigie.record.By;
import org.vigie.record.Component;
import org.vigie.record.DatePrecision;
import org.vigie.record.Figures;
import org.vigie.record.Forces;
import org.vigie.record.IncidentKind;
import org.vigie.record.Involved;
import org.vigie.record.Kinds;
import org.vigie.record.Milestone;
import org.vigie.record.Responses;
import org.vigie.record.Warnings;
import org.vigie.register.AccordRegister;
import org.vigie.register.Confidence;
import org.vigie.register.RegisterSheet;
import org.vigie.register.Relation;

class WordsTest {

    private static final Words EN = Words.of(Language.EN);
    private static final Words FR = Words.of(Language.FR);

    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

    private static final List<Class<? extends Enum<?>>> SAID =
            List.of(
                    Accords.AccordAct.class,
                    Accords.CommitmentStep.class,
                    Accords.Scope.class,
                    AccordRegister.AccordState.class,
                    AccordRegister.Status.class,
                    Activities.End.class,
                    Activities.Kind.class,
                    Activity.State.class,
                    PlanFinding.Kind.class,
                    ActorClass.class,
                    Awareness.Basis.class,
                    Forces.ClearanceOutcome.class,
                    Forces.Part.class,
                    RouteState.Danger.class,
                    RouteState.Season.class,
                    Timeline.Act.class,
                    By.class,
                    Component.class,
                    Confidence.class,
                    DatePrecision.class,
                    IncidentKind.class,
                    Involved.Role.class,
                    Mark.class,
                    Milestone.class,
                    PlacePrecision.class,
                    RegisterSheet.Name.class,
                    Relation.State.class,
                    Responses.Action.class,
                    Responses.ForceLevel.class,
                    Responses.Reason.class,
                    Responses.Step.class,
                    Responses.Tier.class,
                    Warnings.Outcome.class,
                    Warnings.Severity.class,
                    Warnings.Step.class,
                    Warnings.Verification.class);

    @Test
    void both_languages_have_the_same_keys() {
        assertEquals(EN.sentences().keySet(), FR.sentences().keySet());
    }

    @Test
    void both_languages_have_the_same_places_for_values() {
        assertEquals(places(EN), places(FR));
    }

    @Test
    void dutch_has_every_word_of_a_brief_and_none_that_english_lacks() {
        var dutch = new TreeSet<>(Words.of(Language.NL).sentences().keySet());
        dutch.remove("brief.unchecked");
        var ofPages =
                Set.of(
                        "brief.of-this",
                        "brief.ask",
                        "brief.since",
                        "brief.give-pdf",
                        "brief.give-html",
                        "brief.give.note",
                        "brief.as-html",
                        "brief.as-pdf");
        var missing = new TreeSet<>(EN.sentences().keySet());
        missing.removeIf(key -> !key.startsWith("brief.") || key.startsWith("brief.in"));
        missing.addAll(Set.of("brief.incidents", "brief.incidents.is"));
        missing.removeAll(ofPages);
        missing.removeAll(dutch);
        assertEquals(new TreeSet<>(), missing);
        dutch.removeAll(EN.sentences().keySet());
        assertEquals(new TreeSet<>(), dutch);
    }

    @Test
    void dutch_has_the_same_places_for_values() {
        var english = places(EN);
        var dutch = places(Words.of(Language.NL));
        dutch.remove("brief.unchecked");
        // A date on a figure and the links of a chart: only pages have them.
        dutch.remove("timeline.description");
        var expected = new TreeMap<>(english);
        expected.keySet().retainAll(dutch.keySet());
        assertEquals(expected, dutch);
    }

    @Test
    void dutch_writes_numbers_and_days_in_its_own_way() {
        var dutch = Words.of(Language.NL);
        assertEquals("1.848", dutch.number(1848));
        assertEquals("3,5", dutch.decimal(3.5));
        assertEquals("3 mrt. 2024", dutch.day(LocalDate.of(2024, 3, 3)));
    }

    @Test
    void what_the_core_says_is_rendered_in_both_languages_with_names_for_its_codes() {
        var notice =
                Saying.of(
                        PlanWords.NOTICE,
                        "Battalion",
                        Duration.ofMinutes(30),
                        Duration.ofHours(2),
                        new Saying.Term("log-2020"));
        assertEquals("Battalion: notice to move 30 to 120 minutes (log-2020)", notice.plain());
        assertEquals(
                "Battalion: notice to move 30 min to 2 h (Log of 2020)",
                EN.of(notice, code -> "Log of 2020"));
        assertEquals("Battalion : préavis de 30 min à 2 h (log-2020)", FR.of(notice, code -> code));
    }

    /// Words of the core say minutes of a length; pages say the length with its own unit.
    @Test
    void no_length_has_a_second_unit_behind_it() {
        var lengths = java.util.Collections.nCopies(10, (Object) Duration.ofMinutes(150)).toArray();
        var twice = new ArrayList<String>();
        for (var words : List.of(EN, FR)) {
            for (var wording : Words.CORE) {
                var said = words.of(Saying.of(wording, lengths), code -> code);
                if (said.matches("(?s).* min (min|minutes|h|hours|heures)\\b.*")) {
                    twice.add(words.language() + " " + said);
                }
            }
        }
        assertEquals(List.of(), twice);
    }

    @Test
    void a_saying_within_a_saying_is_in_the_same_language() {
        var speed =
                Saying.of(
                        TravelWords.FACTOR,
                        TravelWords.UNIT_SPEED,
                        1.1,
                        35.0,
                        TravelWords.KM_PER_HOUR,
                        TravelWords.ASSUMED);
        var said = Saying.of(PlanWords.OF_UNIT, "QRF", speed);
        assertEquals("QRF: speed of the unit: 1.10 to 35 km/h (assumed)", said.plain());
        assertEquals(said.plain(), EN.of(said, code -> code));
        assertEquals(
                "QRF : vitesse de l’unité : de 1,10 à 35 km/h (supposé)",
                FR.of(said, code -> code));
    }

    @Test
    void no_sentence_is_empty() {
        var empty = new ArrayList<String>();
        for (var words : List.of(EN, FR)) {
            words.sentences()
                    .forEach((key, said) -> {
                        if (said.isBlank()) {
                            empty.add(words.language() + " " + key);
                        }
                    });
        }
        assertEquals(List.of(), empty);
    }

    @Test
    void every_constant_that_pages_show_has_a_word() {
        var missing = new ArrayList<String>();
        for (var type : SAID) {
            for (var constant : type.getEnumConstants()) {
                if (!EN.sentences().containsKey(Words.keyOf(constant))) {
                    missing.add(Words.keyOf(constant));
                }
            }
        }
        assertEquals(List.of(), missing);
    }

    @Test
    void every_kind_of_entry_has_a_word() {
        var missing = new TreeSet<>(Kinds.all().keySet());
        missing.removeIf(kind -> EN.sentences().containsKey("entry-kind." + kind));
        assertEquals(new TreeSet<>(), missing);
    }

    @Test
    void what_is_counted_has_both_of_its_keys() {
        var lonely = new ArrayList<String>();
        for (var key : EN.sentences().keySet()) {
            if (key.endsWith(".one") && !EN.sentences().containsKey(other(key))) {
                lonely.add(key);
            }
        }
        assertEquals(List.of(), lonely);
    }

    @Test
    void french_takes_the_singular_for_nought() {
        assertEquals("0 incident", FR.count("events", 0));
        assertEquals("0 incidents", EN.count("events", 0));
    }

    @Test
    void thousands_stand_apart_in_the_way_of_the_language() {
        assertEquals("1,234,567", EN.number(1_234_567));
        assertEquals("1\u202f234\u202f567", FR.number(1_234_567));
    }

    @Test
    void a_day_is_written_with_its_month_in_letters() {
        assertEquals("14 Feb 2020", EN.day(LocalDate.of(2020, 2, 14)));
        assertEquals("14 févr. 2020", FR.day(LocalDate.of(2020, 2, 14)));
    }

    @Test
    void a_moment_is_in_utc_and_the_local_clock_stands_beside() {
        var moment = Instant.parse("2020-02-14T05:30:00Z");
        assertEquals("14 Feb 2020 05:30 Z", EN.moment(moment));
        assertEquals("06:30", EN.localTime(moment, ZoneId.of("Africa/Bangui")));
    }

    @Test
    void lengths_have_their_two_largest_units() {
        assertEquals("less than a minute", EN.length(Duration.ofSeconds(20)));
        assertEquals("2 h 10 min", EN.length(Duration.ofMinutes(130)));
        assertEquals("3 j 4 h", FR.length(Duration.ofHours(76)));
    }

    @Test
    void a_figure_that_nobody_states_is_unknown_and_never_nought() {
        assertEquals("unknown", EN.figures(Figures.NONE));
        assertEquals("inconnu", FR.figures(Figures.NONE));
    }

    @Test
    void a_figure_is_said_with_its_range() {
        assertEquals("30 (20–40)", EN.figures(new Figures(20, 30, 40)));
        assertEquals("500–700", EN.figures(new Figures(500, null, 700)));
        assertEquals("au moins 500", FR.figures(new Figures(500, null, null)));
        assertEquals("about 300", EN.figures(new Figures(null, 300, null)));
        assertEquals("environ 300", FR.figures(new Figures(null, 300, null)));
        assertEquals("203", EN.figures(Figures.exactly(203)));
        assertEquals("203", FR.figures(Figures.exactly(203)));
    }

    @Test
    void a_share_of_nothing_is_unknown() {
        assertEquals("unknown", EN.share(0, 0));
        assertEquals("33 %", FR.share(1, 3));
    }

    @Test
    void tenths_of_a_per_cent_are_written_only_of_a_hundred_or_more() {
        assertEquals("24.1 %", EN.share(297, 1231));
        assertEquals("33,0 %", FR.share(33, 100));
        assertEquals("33 %", EN.share(33, 99));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr", "nl"})
    void no_key_stands_twice(String language) throws IOException {
        try (var in = Words.class.getResourceAsStream("/words/" + language + ".properties")) {
            var text = new String(java.util.Objects.requireNonNull(in).readAllBytes(), UTF_8);
            var seen = new HashSet<String>();
            var twice =
                    text.lines()
                            .filter(line -> line.matches("[^#=]+=.*"))
                            .map(line -> line.substring(0, line.indexOf('=')))
                            .filter(key -> !seen.add(key))
                            .toList();
            assertEquals(List.of(), twice);
        }
    }

    @Test
    void an_unknown_key_is_our_slip() {
        assertThrows(IllegalStateException.class, () -> EN.say("no.such.key"));
    }

    private static String other(String key) {
        return key.substring(0, key.length() - "one".length()) + "other";
    }

    private static Map<String, Set<String>> places(Words words) {
        var places = new TreeMap<String, Set<String>>();
        words.sentences()
                .forEach((key, sentence) -> {
                    Set<String> found = new TreeSet<>();
                    PLACE.matcher(sentence).results().forEach(place -> found.add(place.group(1)));
                    places.put(key, found);
                });
        return places;
    }
}

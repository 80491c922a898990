package org.vigie.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vigie.geo.BadInput;
import org.vigie.geo.PlacePrecision;
import org.vigie.geo.Position;
import org.vigie.record.ActorClass;
import org.vigie.record.By;
import org.vigie.record.Facts;
import org.vigie.record.Forces;
import org.vigie.record.Ids;
import org.vigie.record.Site;

/// Surveys, strengths, sources, and each register as a table.
class OtherRegistersTest {

    private final TestRegister told = new TestRegister();

    @Test
    void answers_stand_under_their_question_with_sample_and_method() {
        told.answer("2025-03-01", "safer?", "Velune", "yes", 38.1)
                .answer("2025-03-01", "safer?", "Velune", "no", 61.9)
                .answer("2025-04-01", "safer?", "Pans", "yes", 20.0);
        var questions = SurveyRegister.of(told.known("2025-05-01")).questions();
        assertEquals(
                List.of("Pans 400 1", "Velune 400 2"),
                questions.stream()
                        .map(one -> one.areaName() + " " + one.n() + " " + one.answers().size())
                        .toList());
        assertEquals(1, SurveyRegister.of(told.known("2025-03-31")).questions().size());
    }

    @Test
    void a_survey_is_counted_nowhere() {
        told.answer("2025-03-01", "safer?", "Velune", "yes", 38.1);
        var picture = told.known("2025-05-01");
        assertEquals(0, picture.incidents().size());
        assertEquals(0, picture.incidents().count(By.AREA).rows().size());
        assertEquals(List.of(), picture.claims(Ids.subject("survey", "safer?Veluneyes")));
    }

    @Test
    void a_statement_about_trust_without_a_sample_is_no_survey() {
        told.add(
                "2025-03-01",
                Ids.subject("actor", "mission"),
                null,
                new Facts.ClaimMade(
                        new org.vigie.record.Claim(
                                "trust",
                                org.vigie.record.Figures.NONE,
                                "statement",
                                "many",
                                "feel left alone",
                                null,
                                "paper",
                                "line 31",
                                org.vigie.record.Grade.UNJUDGED)));
        var register = SurveyRegister.of(told.known("2025-05-01"));
        assertEquals(List.of(), register.questions());
        assertEquals("feel left alone", register.statements().getFirst().claim().definition());
    }

    private TestRegister mission() {
        return told.add(
                        "2020-01-01",
                        Ids.subject("actor", "unmost"),
                        null,
                        new Facts.ActorDeclared(
                                "unmost",
                                "UNMOST",
                                List.of("UN Mission"),
                                ActorClass.MISSION,
                                null,
                                null,
                                null,
                                "p",
                                ""))
                .task("X-1", "2024-01-01", "2025-12-31", "protect", 3000);
    }

    private static Forces.BaseMapped base(String key, int troops) {
        return new Forces.BaseMapped(
                "geopko",
                key,
                "UNMOST",
                Site.at(key, new Position(8, 19), PlacePrecision.NEAR),
                troops,
                List.of(),
                Map.of());
    }

    @Test
    void the_missions_strength_is_said_claim_by_claim_the_earliest_first() {
        mission()
                .claim("2025-06-01", Ids.subject("actor", "unmost"), "strength", 2800, "log")
                .claim("2025-01-01", Ids.subject("actor", "unmost"), "strength-peak", 2900, "paper")
                .claim("2025-01-01", Ids.subject("actor", "unmost"), "dead", 4, "log");
        var register = StrengthRegister.of(told.known("2025-07-01"), LocalDate.of(2025, 7, 1));
        assertEquals(
                List.of("strength-peak 2,900", "strength 2,800"),
                register.claims().stream()
                        .map(one -> one.claim().measure() + " " + one.claim().figures().plain())
                        .toList());
    }

    @Test
    void a_map_that_shows_more_than_was_authorised_is_said_with_both_numbers() {
        mission()
                .ofMonth("2025-02-10", Ids.subject("map", "a"), "2025-01", base("a", 2000))
                .ofMonth("2025-02-10", Ids.subject("map", "b"), "2025-01", base("b", 1500))
                .ofMonth("2025-03-10", Ids.subject("map", "c"), "2025-02", base("c", 1000));
        var register = StrengthRegister.of(told.known("2025-07-01"), LocalDate.of(2025, 7, 1));
        assertEquals(
                List.of("2025-01 geopko 3500 3000 X-1"),
                register.overshoots().stream()
                        .map(one ->
                                String.join(
                                        " ",
                                        one.month().toString(),
                                        one.source(),
                                        "" + one.mapped(),
                                        "" + one.ceiling(),
                                        one.resolution()))
                        .toList());
    }

    @Test
    void a_source_says_how_much_rests_on_it_and_one_never_registered_is_not_hidden() {
        told.add(
                        "2024-01-01",
                        Ids.subject("source", "paper"),
                        null,
                        new Facts.SourceRegistered(
                                "paper", "The Paper", "press", "a daily", null, "", 'B'))
                .claim("2025-01-01", Ids.subject("actor", "front"), "strength", 10, "paper")
                .relation("2025-01-01", "front at-war-with gov", "", "", "low");
        var sources = SourceRegister.of(told.known("2025-02-01")).sources();
        assertEquals(
                List.of("paper B 1 0 0 true", "source-of-2025-01-01 F 0 0 1 false"),
                sources.stream()
                        .map(one ->
                                "%s %s %s %s %s %s"
                                        .formatted(
                                                one.code(),
                                                one.reliability(),
                                                one.claims(),
                                                one.incidents(),
                                                one.others(),
                                                one.registered()))
                        .toList());
    }

    @Test
    void a_citation_of_a_chronology_counts_for_each_of_its_sources() {
        told.claim(
                "2025-01-01", Ids.subject("actor", "front"), "killed", 3, "a, b; basis=inferred");
        assertEquals(
                List.of("a", "b"),
                SourceRegister.of(told.known("2025-02-01")).sources().stream()
                        .map(SourceRegister.KnownSource::code)
                        .toList());
    }

    @Test
    void every_register_is_a_table_whose_rows_have_its_columns() {
        mission()
                .actor("front", "Front")
                .relation("2025-01-01", "front at-war-with gov", "2024-01-01", "", "low")
                .label("2025-01-01", "front", "bandits", "gov", "2024-05-05")
                .accord("2025-01-01", "tarn", "2025-01-01")
                .commitment("2025-01-01", "posts", "tarn", "")
                .answer("2025-01-01", "safer?", "Velune", "yes", 38.1)
                .claim("2025-01-01", Ids.subject("actor", "unmost"), "strength", 10, "log");
        var picture = told.known("2025-02-01");
        for (var name : RegisterSheet.Name.values()) {
            var sheet = RegisterSheet.of(name, picture, LocalDate.of(2025, 2, 1));
            assertEquals(name == RegisterSheet.Name.VOTES, sheet.rows().isEmpty(), name.code());
            sheet.rows()
                    .forEach(row -> assertEquals(sheet.columns().size(), row.size(), name.code()));
        }
    }

    @Test
    void an_unknown_register_is_refused_with_the_names_of_all() {
        var refused = assertThrows(BadInput.class, () -> RegisterSheet.Name.ofCode("victims"));
        assertEquals(
                "register must be one of actors, relations, labels, mandate, votes, accords,"
                        + " commitments, surveys, strength, sources, was \"victims\"",
                refused.getMessage());
    }
}

package org.vigie.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.record.ActorClass;
import org.vigie.record.Facts;
import org.vigie.record.Happened;
import org.vigie.record.Ids;
import org.vigie.record.Picture;

class ActorRegisterTest {

    private final TestRegister told =
            new TestRegister()
                    .actor("front", "Front of the Upper Pans", "Front des Hautes Salines", "FUP")
                    .actor("bank", "Lower Bank Movement")
                    .actor("gov", "Government");

    private static ActorRegister on(Picture picture, String day) {
        return ActorRegister.of(picture, LocalDate.parse(day));
    }

    private static List<String> states(ActorRegister register) {
        return register.relations().stream()
                .map(one -> one.relation() + " " + RegisterSheet.code(one.state()))
                .toList();
    }

    @Test
    void a_relation_holds_from_its_first_day_to_its_last() {
        told.relation("2025-02-01", "front at-war-with gov", "2024-03-10", "2024-09-20", "high");
        var picture = told.known("2025-06-01");
        assertEquals(List.of("at-war-with not-yet"), states(on(picture, "2024-03-09")));
        assertEquals(List.of("at-war-with holds"), states(on(picture, "2024-03-10")));
        assertEquals(List.of("at-war-with holds"), states(on(picture, "2024-09-20")));
        assertEquals(List.of("at-war-with ended"), states(on(picture, "2024-09-21")));
    }

    @Test
    void what_was_learned_later_is_not_in_the_register() {
        told.relation("2025-02-01", "front at-war-with gov", "2024-03-10", "", "high");
        assertEquals(List.of(), on(told.known("2025-01-31"), "2025-01-31").relations());
        assertEquals(
                List.of("at-war-with holds"), states(on(told.known("2025-02-01"), "2025-02-01")));
    }

    @Test
    void an_end_that_was_learned_later_leaves_the_relation_open_until_then() {
        told.relation("2024-04-01", "front at-war-with gov", "2024-03-10", "", "high")
                .relation("2025-01-15", "front at-war-with gov", "2024-03-10", "2024-12-31", "low");
        assertEquals(
                List.of("at-war-with holds"), states(on(told.known("2025-01-14"), "2025-01-14")));
        var later = on(told.known("2025-01-15"), "2025-01-15");
        assertEquals(List.of("at-war-with ended"), states(later));
        assertEquals(
                List.of("source-of-2024-04-01", "source-of-2025-01-15"),
                later.relations().getFirst().said().stream().map(Relation.Said::basis).toList());
        assertEquals(Confidence.LOW, later.relations().getFirst().latest().confidence());
    }

    @Test
    void what_the_system_did_not_hold_yet_is_not_in_the_register() {
        told.recordedOn("2026-02-01")
                .relation("2024-04-01", "front at-war-with gov", "2024-03-10", "", "high");
        assertEquals(List.of(), on(told.recorded("2026-01-31"), "2026-01-31").relations());
        assertEquals(1, on(told.recorded("2026-02-01"), "2026-02-01").relations().size());
    }

    @Test
    void a_later_relation_of_the_same_two_supersedes_one_without_an_end() {
        told.relation("2025-01-01", "front at-war-with bank", "2023-01-01", "", "high")
                .relation("2025-10-01", "bank allied-with front", "2025-09-01", "", "moderate");
        var register = on(told.known("2025-12-01"), "2025-12-01");
        assertEquals(List.of("at-war-with superseded", "allied-with holds"), states(register));
        assertEquals(
                "allied-with",
                register.relations().getFirst().findAfter().orElseThrow().relation());
        assertEquals(
                List.of("at-war-with holds", "allied-with not-yet"),
                states(on(told.known("2025-12-01"), "2025-08-31")));
    }

    @Test
    void two_sources_that_contradict_each_other_from_the_same_day_stand_side_by_side() {
        told.relation("2025-01-01", "front at-war-with bank", "2024-06-01", "", "high")
                .relation("2025-02-01", "front allied-with bank", "2024-06-01", "", "low");
        assertEquals(
                List.of("at-war-with holds", "allied-with holds"),
                states(on(told.known("2025-12-01"), "2025-12-01")));
    }

    @Test
    void to_what_an_actor_belongs_is_not_superseded_by_how_it_stands() {
        told.relation("2025-01-01", "bank faction-of front", "2023-01-01", "", "high")
                .relation("2025-10-01", "bank at-war-with front", "2025-09-01", "", "high");
        var register = on(told.known("2025-12-01"), "2025-12-01");
        assertEquals(List.of("faction-of holds", "at-war-with holds"), states(register));
        assertEquals(List.of("front"), register.find("bank").orElseThrow().factionOf());
        assertEquals(List.of("bank"), register.find("front").orElseThrow().factions());
    }

    @Test
    void a_faction_that_left_is_no_longer_one() {
        told.relation("2025-01-01", "bank faction-of front", "2023-01-01", "", "high")
                .relation("2025-10-01", "bank left front", "2025-09-01", "", "high");
        var register = on(told.known("2025-12-01"), "2025-12-01");
        assertEquals(List.of(), register.find("bank").orElseThrow().factionOf());
        assertEquals(
                List.of("front"),
                on(told.known("2025-12-01"), "2025-08-31").find("bank").orElseThrow().factionOf());
    }

    @Test
    void a_declared_parent_counts_only_once_it_is_there() {
        told.add("2024-01-01", Ids.subject("actor", "wing"), null, wing())
                .add(
                        "2024-01-01",
                        Ids.subject("actor", "league"),
                        Happened.on(LocalDate.of(2024, 6, 1)),
                        league());
        var picture = told.known("2025-01-01");
        assertEquals(List.of(), on(picture, "2024-05-31").find("wing").orElseThrow().factionOf());
        assertEquals(
                List.of("league"),
                on(picture, "2024-06-01").find("wing").orElseThrow().factionOf());
    }

    private static Facts.ActorDeclared wing() {
        return new Facts.ActorDeclared(
                "wing", "Wing", List.of(), ActorClass.ARMED_GROUP, "league", null, null, "p", "");
    }

    private static Facts.ActorDeclared league() {
        return new Facts.ActorDeclared(
                "league",
                "League",
                List.of(),
                ActorClass.ARMED_GROUP,
                null,
                LocalDate.of(2024, 6, 1),
                null,
                "p",
                "");
    }

    @Test
    void two_labels_in_use_make_a_contested_name_and_each_has_its_speaker() {
        told.label("2024-02-01", "front", "freedom fighters", "bank", "2024-01-15");
        assertFalse(
                on(told.known("2024-02-01"), "2024-02-01").find("front").orElseThrow().contested());
        told.label("2024-05-01", "front", "bandits", "gov", "2024-04-20");
        var front = on(told.known("2024-05-01"), "2024-05-01").find("front").orElseThrow();
        assertTrue(front.contested());
        assertEquals(
                List.of(
                        "freedom fighters by bank since 2024-01-15",
                        "bandits by gov since 2024-04-20"),
                front.labels().stream()
                        .map(label ->
                                label.label()
                                        + " by "
                                        + label.by()
                                        + " since "
                                        + Period.text(label.period().from()))
                        .toList());
    }

    @Test
    void an_actor_is_found_by_any_name_without_accents() {
        var register = on(told.known("2025-01-01"), "2025-01-01");
        for (var text : List.of("FUP", "hautes salines", "front pans", "Fróñt dés sali")) {
            assertEquals(
                    List.of("front"),
                    register.search(text).stream().map(KnownActor::code).toList(),
                    text);
        }
        assertEquals(List.of(), register.search("salines movement"));
    }

    @Test
    void what_began_and_ended_within_a_year_is_listed_the_latest_first() {
        told.relation("2025-01-01", "front at-war-with gov", "2022-01-01", "2024-11-30", "high")
                .relation("2025-01-01", "bank allied-with gov", "2024-06-01", "", "low");
        var changes =
                on(told.known("2025-01-01"), "2025-01-01").changedSince(LocalDate.of(2024, 1, 1));
        assertEquals(
                List.of("2024-11-30 ended at-war-with", "2024-06-01 began allied-with"),
                changes.stream()
                        .map(change ->
                                change.on()
                                        + (change.began() ? " began " : " ended ")
                                        + change.relation().relation())
                        .toList());
    }

    @Test
    void an_end_is_no_sharper_than_it_was_said() {
        told.relation("2025-01-01", "front at-war-with gov", "2022-03-05", "2024-09-30", "high");
        var period = on(told.known("2025-01-01"), "2025-01-01").relations().getFirst().period();
        assertEquals("2022-03-05", Period.text(period.from()));
        assertEquals("2024-09", Period.text(period.to()));
    }

    @Test
    void medium_is_an_older_word_for_moderate() {
        told.relation("2025-01-01", "front at-war-with gov", "2022-03-05", "", "medium");
        assertEquals(
                Confidence.MODERATE,
                on(told.known("2025-01-01"), "2025-01-01")
                        .relations()
                        .getFirst()
                        .latest()
                        .confidence());
    }
}

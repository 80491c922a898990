package org.vigie.exchange.packs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vigie.assess.Knowledge;
import org.vigie.assess.ResponseRate;
import org.vigie.assess.Timeline;
import org.vigie.geo.Position;
import org.vigie.plan.Conditions;
import org.vigie.plan.Option;
import org.vigie.plan.Options;
import org.vigie.plan.Register;
import org.vigie.plan.Task;
import org.vigie.record.Alerts;
import org.vigie.record.Ids;
import org.vigie.record.Milestone;
import org.vigie.record.Picture;

/// What the measures and the advice say of the two shipped chronologies: the figures that a reader
/// of the public record would check first.
class RealCasesTest {

    private static final Position OGOSSAGOU = new Position(13.96014, -3.57019);
    private static final Position MOURA = new Position(14.3, -4.4);

    private static Picture told(String chronology) throws IOException {
        var ledger = TestPacks.ledger();
        var mali = TestPacks.mali();
        PackLoader.load(mali, ledger);
        new Play(
                        TestPacks.chronology(mali, "mali", chronology),
                        ledger,
                        (line, number, total) -> {})
                .atOnce();
        return TestPacks.now(ledger);
    }

    private static Options infantry(Picture picture, Position place, String when) {
        var task =
                new Task(
                        "the village",
                        place,
                        Set.of(),
                        Instant.parse(when),
                        null,
                        Set.of("infantry"),
                        Conditions.EASY.withBombs());
        return Options.forTask(Register.of(picture, task.day()).units(), task);
    }

    private static Timeline timeline(Picture picture) {
        var alert = Alerts.of(picture).alerts().getFirst();
        return Timeline.of(picture, alert.id()).orElseThrow();
    }

    @Test
    void ogossagou_was_warned_of_twice_and_answered_too_late() throws IOException {
        var warnings = ResponseRate.of(told("ogossagou-2020-02")).warnings();
        assertEquals(2, warnings.received().n());
        assertEquals(2, warnings.answered().n());
        assertEquals(2, warnings.afterAttack().n());
    }

    @Test
    void the_clock_of_ogossagou_starts_with_the_calls_and_runs_fifteen_hours() throws IOException {
        var arrival = ResponseRate.of(told("ogossagou-2020-02")).step(Milestone.ARRIVE);
        assertEquals(Duration.ofHours(15).toMinutes(), arrival.medianMinutes());
        assertEquals(1, arrival.toTheHour());
    }

    @Test
    void the_mission_knew_of_ogossagou_before_the_attack() throws IOException {
        var knew = timeline(told("ogossagou-2020-02")).findMissionKnew().orElseThrow();
        var atMost = knew.atMost();
        assertTrue(atMost != null && atMost.isNegative());
    }

    @Test
    void moura_is_answered_and_no_minute_is_counted_of_days() throws IOException {
        var rate = ResponseRate.of(told("moura-2022-03"));
        assertEquals(1, rate.warnings().answered().n());
        for (var step : rate.steps()) {
            assertEquals(0, step.n(), step.step().code());
        }
    }

    @Test
    void at_moura_what_was_not_possible_was_refused_by_the_host_state() throws IOException {
        assertEquals(
                List.of("host-refused 1"),
                ResponseRate.of(told("moura-2022-03")).byReason().stream()
                        .map(row -> row.reason().code() + " " + row.notPossible().n())
                        .toList());
    }

    @Test
    void the_later_claim_on_when_the_mission_knew_of_moura_is_shown_as_contested()
            throws IOException {
        var contested =
                timeline(told("moura-2022-03")).knowledge().stream()
                        .filter(Knowledge::contested)
                        .map(known -> known.since().firstDay().toString())
                        .toList();
        assertEquals(List.of("2022-04-01"), contested);
    }

    @Test
    void the_mission_knew_of_moura_on_29_march() throws IOException {
        var knew = timeline(told("moura-2022-03")).findMissionKnew().orElseThrow();
        assertEquals("2022-03-29", knew.since().firstDay().toString());
    }

    @Test
    void most_attacks_of_the_pack_have_no_warning_in_the_ledger() throws IOException {
        var attacks = ResponseRate.of(told("ogossagou-2020-02")).attacks();
        assertEquals(
                attacks.known().n() - 1, attacks.withoutWarning().n(), attacks.warned().toString());
        assertEquals(
                List.of(Ids.subject("incident", "ogossagou-2020-02-14")), attacks.warned().ids());
    }

    @Test
    void the_reaction_force_of_sevare_is_the_first_that_could_be_at_ogossagou() throws IOException {
        var options = infantry(told("ogossagou-2020-02"), OGOSSAGOU, "2020-02-13T18:00:00Z");
        assertEquals("sen-qrf-mopti", options.findSoonest().map(Option::codes).orElseThrow());
    }

    @Test
    void the_range_of_the_battalion_of_sevare_holds_the_hours_of_the_record() throws IOException {
        var battalion =
                infantry(told("ogossagou-2020-02"), OGOSSAGOU, "2020-02-13T18:00:00Z")
                        .options()
                        .stream()
                        .filter(option -> option.codes().equals("sen-bat-mopti"))
                        .findFirst()
                        .orElseThrow();
        assertTrue(battalion.earliest().compareTo(Duration.ofHours(10)) < 0, "near at 04:00");
        assertTrue(battalion.latest().compareTo(Duration.ofHours(14)) > 0, "there at 08:00");
    }

    @Test
    void in_march_2022_no_flight_could_go_to_moura_without_a_permission() throws IOException {
        var options = infantry(told("moura-2022-03"), MOURA, "2022-03-29T08:00:00Z");
        assertTrue(
                options.excluded().stream()
                        .filter(cannot -> cannot.first().rule().equals("host-clearance"))
                        .map(cannot -> cannot.unit().code())
                        .toList()
                        .containsAll(List.of("deu-isr-gao", "egy-sf-tombouctou", "hrd-mopti")));
        assertEquals("sen-qrf-mopti", options.findSoonest().map(Option::codes).orElseThrow());
    }
}

package org.vigie.plan.medical;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.vigie.plan.medical.CareClock.State;
import org.vigie.record.Body;
import org.vigie.record.Casualties.CasualtyOpened;
import org.vigie.record.Casualties.CasualtyStepped;
import org.vigie.record.Casualties.Step;
import org.vigie.record.Casualties.Who;
import org.vigie.record.Component;
import org.vigie.record.Entry;
import org.vigie.record.Erased;
import org.vigie.record.Handling;
import org.vigie.record.Happened;
import org.vigie.record.Housekeeping;
import org.vigie.record.Ids;
import org.vigie.record.MemoryLedger;
import org.vigie.record.Origin;
import org.vigie.record.Picture;
import org.vigie.record.Viewer;

final class CareClocksTest {

    private static final Instant HURT = Instant.parse("2031-03-14T08:00:00Z");
    private static final UUID ALERT = Ids.subject("alert", "a");
    private static final UUID ONE = Ids.subject("casualty", ALERT + "/1");

    private final MemoryLedger ledger = new MemoryLedger(() -> HURT.plus(Duration.ofDays(1)));
    private int written;

    private void write(UUID subject, @Nullable Instant happened, Instant known, Body body) {
        ledger.append(
                List.of(
                        new Entry(
                                Ids.subject("entry", "" + written++),
                                subject,
                                happened == null ? null : Happened.at(happened),
                                known,
                                "Duty medic",
                                Component.FORCE,
                                Handling.PROTECTION,
                                new Origin("form", null, null, 0),
                                null,
                                body)));
    }

    private void hurt(UUID id, int number, Who who) {
        write(id, HURT, HURT, new CasualtyOpened(ALERT, number, who));
    }

    private void step(UUID id, Step step, int minutes) {
        var at = after(minutes);
        write(id, at, at, new CasualtyStepped(step, ""));
    }

    private static Instant after(int minutes) {
        return HURT.plus(Duration.ofMinutes(minutes));
    }

    private Picture picture(Instant known) {
        return ledger.asOf(known, HURT.plus(Duration.ofDays(2)), Viewer.owner());
    }

    private CareClock one(Instant known) {
        return CareClocks.of(picture(known)).find(ONE).orElseThrow();
    }

    private List<State> states(Instant now) {
        return one(now).clocks(now).stream().map(CareClock.Clock::state).toList();
    }

    @Test
    void clocks_run_from_the_injury_and_are_met_or_not_at_the_known_at_clock() {
        hurt(ONE, 1, Who.MISSION);
        step(ONE, Step.FIRST_AID, 8);
        step(ONE, Step.AT_CARE, 75);
        assertEquals(List.of(State.RUNNING, State.RUNNING, State.RUNNING), states(after(5)));
        assertEquals(List.of(State.MET, State.RUNNING, State.RUNNING), states(after(20)));
        assertEquals(List.of(State.MET, State.NOT_MET, State.RUNNING), states(after(80)));
        assertEquals(List.of(State.MET, State.NOT_MET, State.NOT_MET), states(after(121)));
    }

    @Test
    void a_limit_that_is_reached_to_the_minute_is_met() {
        hurt(ONE, 1, Who.MISSION);
        step(ONE, Step.FIRST_AID, 10);
        step(ONE, Step.AT_SURGERY, 120);
        assertEquals(
                List.of(State.MET, State.NOT_MET, State.MET),
                states(after(300)),
                "a surgical table after two hours is care that came after one");
    }

    @Test
    void a_way_that_ended_within_the_limit_is_neither_met_nor_not_met() {
        hurt(ONE, 1, Who.CIVILIAN);
        step(ONE, Step.FIRST_AID, 4);
        step(ONE, Step.ENDED, 30);
        assertEquals(
                List.of(State.MET, State.ENDED_BEFORE, State.ENDED_BEFORE), states(after(300)));
    }

    @Test
    void when_nobody_knows_when_they_were_hurt_no_clock_can_tell() {
        write(ONE, null, HURT, new CasualtyOpened(ALERT, 1, Who.CIVILIAN));
        step(ONE, Step.AT_CARE, 20);
        assertEquals(
                List.of(State.NOT_KNOWN, State.NOT_KNOWN, State.NOT_KNOWN), states(after(300)));
    }

    @Test
    void a_step_that_was_learned_late_was_not_known_before() {
        hurt(ONE, 1, Who.MISSION);
        write(ONE, after(5), after(200), new CasualtyStepped(Step.FIRST_AID, ""));
        assertEquals(State.NOT_MET, states(after(100)).getFirst());
        assertEquals(State.MET, states(after(210)).getFirst());
    }

    @Test
    void a_step_said_again_is_corrected_and_the_injury_too() {
        hurt(ONE, 1, Who.MISSION);
        step(ONE, Step.FIRST_AID, 15);
        write(ONE, after(9), after(60), new CasualtyStepped(Step.FIRST_AID, ""));
        assertEquals(State.MET, states(after(70)).getFirst());
        write(ONE, after(-5), after(80), new CasualtyStepped(Step.INJURED, ""));
        assertEquals(State.NOT_MET, states(after(90)).getFirst());
    }

    @Test
    void a_step_out_of_order_is_marked() {
        hurt(ONE, 1, Who.MISSION);
        step(ONE, Step.LAUNCHED, 40);
        step(ONE, Step.WHEELS_UP, 30);
        var clock = one(after(300));
        assertTrue(clock.find(Step.WHEELS_UP).orElseThrow().outOfOrder());
        assertFalse(clock.find(Step.LAUNCHED).orElseThrow().outOfOrder());
    }

    @Test
    void an_order_that_cannot_be_is_refused_with_its_reason() {
        hurt(ONE, 1, Who.MISSION);
        step(ONE, Step.FIRST_AID, 20);
        var clock = one(after(300));
        assertEquals(
                "at surgery at 14 Mar 07:30Z cannot be: they were hurt at 14 Mar 08:00Z. If that time"
                        + " is wrong, write the injury again first",
                clock.refusal(Step.AT_SURGERY, after(-30)).orElseThrow().plain());
        assertTrue(clock.refusal(Step.INJURED, after(25)).isPresent());
        assertTrue(clock.refusal(Step.ENDED, after(10)).isPresent());
        assertTrue(clock.refusal(Step.LAUNCHED, after(5)).isEmpty(), "odd, yet possible");
        step(ONE, Step.ENDED, 60);
        assertTrue(one(after(300)).refusal(Step.AT_CARE, after(61)).isPresent());
    }

    @Test
    void civilians_are_a_class_of_their_own_in_every_median() {
        for (int number = 1; number <= 5; number++) {
            var id = Ids.subject("casualty", ALERT + "/" + number);
            hurt(id, number, number == 5 ? Who.CIVILIAN : Who.MISSION);
            step(id, Step.FIRST_AID, number * 2);
        }
        var all = CareClocks.of(picture(after(300)));
        var mission = all.of(Who.MISSION).medians().getFirst();
        assertEquals(4, mission.n());
        assertEquals(Duration.ofMinutes(5), mission.median().orElseThrow());
        assertEquals(Duration.ofMinutes(8), mission.longest().orElseThrow());
        assertTrue(mission.few());
        assertEquals(1, all.of(Who.CIVILIAN).medians().getFirst().n());
        assertEquals(6, CareClocks.nextNumber(picture(after(300)), ALERT));
        assertEquals(1, CareClocks.nextNumber(picture(after(300)), ONE));
    }

    @Test
    void a_step_before_the_injury_meets_nothing() {
        hurt(ONE, 1, Who.MISSION);
        step(ONE, Step.FIRST_AID, -20);
        step(ONE, Step.AT_CARE, 30);
        var clocks = one(after(300)).clocks(after(300));
        assertEquals(State.NOT_KNOWN, clocks.getFirst().state());
        assertTrue(clocks.getFirst().took().isEmpty());
        assertEquals(State.MET, clocks.get(1).state());
        assertTrue(one(after(300)).contradiction().isPresent());
    }

    @Test
    void what_would_be_contradictory_without_an_entry_is_told_before_it_is_taken_back() {
        hurt(ONE, 1, Who.MISSION);
        step(ONE, Step.INJURED, -30);
        step(ONE, Step.FIRST_AID, -25);
        var injury = one(after(300)).find(Step.INJURED).orElseThrow().by();
        assertTrue(one(after(300)).contradiction().isEmpty());
        var without = CareClocks.without(picture(after(300)), injury.entry().id());
        assertTrue(without.find(ONE).orElseThrow().contradiction().isPresent());
    }

    @Test
    void of_an_erased_step_no_clock_is_told_and_no_median_holds_it() {
        hurt(ONE, 1, Who.MISSION);
        step(ONE, Step.FIRST_AID, 8);
        step(ONE, Step.AT_CARE, 40);
        write(ONE, after(9), after(9), new Erased("casualty-stepped"));
        assertEquals(List.of(State.ERASED, State.ERASED, State.ERASED), states(after(300)));
        assertTrue(
                CareClocks.of(picture(after(300))).medians().stream()
                        .allMatch(median -> median.n() == 0));
    }

    @Test
    void no_median_holds_a_casualty_whose_steps_are_out_of_order() {
        hurt(ONE, 1, Who.MISSION);
        step(ONE, Step.LAUNCHED, 40);
        step(ONE, Step.WHEELS_UP, 30);
        step(ONE, Step.AT_CARE, 50);
        assertTrue(
                CareClocks.of(picture(after(300))).medians().stream()
                        .allMatch(median -> median.n() == 0));
    }

    @Test
    void a_number_that_was_ever_given_is_not_offered_again() {
        hurt(ONE, 1, Who.MISSION);
        write(CareClocks.subject(ALERT, 7), null, HURT, new Housekeeping.NoteWritten("taken back"));
        assertEquals(8, CareClocks.nextNumber(picture(after(300)), ALERT));
    }

    @Test
    void a_reason_for_a_delay_stands_at_the_head_of_the_note() {
        assertEquals("escort: at the ford", DelayReason.note(DelayReason.ESCORT, "at the ford"));
        assertEquals("at the ford", DelayReason.text("escort: at the ford"));
        assertEquals(DelayReason.ROAD, DelayReason.find("road").orElseThrow());
        assertEquals("", DelayReason.text("road"));
        assertTrue(DelayReason.find("roadside").isEmpty());
        assertEquals("fog", DelayReason.note(null, "fog"));
    }

    @Property(tries = 200)
    void no_clock_is_met_in_less_than_no_time(@ForAll long seed) {
        var chance = new SplittableRandom(seed);
        var ledger = new CareClocksTest();
        ledger.hurt(ONE, 1, Who.MISSION);
        for (var step : Step.values()) {
            if (chance.nextInt(3) > 0) {
                ledger.step(ONE, step, chance.nextInt(200) - 60);
            }
        }
        for (var clock : ledger.one(after(300)).clocks(after(300))) {
            assertFalse(clock.took().filter(Duration::isNegative).isPresent(), clock.toString());
        }
    }

    @Property(tries = 200)
    void a_link_that_is_met_or_not_met_stays_so_as_time_goes_on(@ForAll long seed) {
        var chance = new SplittableRandom(seed);
        var ledger = new CareClocksTest();
        ledger.hurt(ONE, 1, Who.MISSION);
        for (var step : List.of(Step.FIRST_AID, Step.AT_CARE, Step.AT_SURGERY, Step.ENDED)) {
            if (chance.nextInt(3) > 0) {
                ledger.step(ONE, step, chance.nextInt(200));
            }
        }
        var before = List.of(State.RUNNING, State.RUNNING, State.RUNNING);
        for (int minute = 0; minute <= 240; minute += 5) {
            var now = ledger.states(after(minute));
            for (int link = 0; link < before.size(); link++) {
                if (before.get(link) == State.MET || before.get(link) == State.NOT_MET) {
                    assertEquals(before.get(link), now.get(link), "minute " + minute);
                }
            }
            before = now;
        }
    }
}

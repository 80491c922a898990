package org.vigie.warn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.vigie.geo.BadInput;
import org.vigie.record.Alerts;
import org.vigie.record.Component;
import org.vigie.record.Entry;
import org.vigie.record.Handling;
import org.vigie.record.MemoryLedger;
import org.vigie.record.Milestone;
import org.vigie.record.Origin;
import org.vigie.record.Viewer;
import org.vigie.record.Warnings.Severity;
import org.vigie.record.Watchkeeping.Limit;
import org.vigie.record.Watchkeeping.TimesSet;

/// The mission sets its own due times.
class DueTimesTest {

    private static final Instant MORNING = Instant.parse("2026-01-01T06:00:00Z");
    private static final List<Integer> LADDER = List.of(1, 2, 4);

    private Instant now = MORNING;
    private final MemoryLedger ledger = new MemoryLedger(() -> now);

    @Test
    void until_somebody_sets_them_they_are_assumed_and_then_what_was_set_last() {
        assertEquals(DueTimes.ASSUMED, times(now));
        set(new TimesSet(List.of(limit(Severity.HIGH, 5)), List.of(1, 3, 3), "order 12"));
        now = now.plusSeconds(60);
        set(new TimesSet(List.of(limit(Severity.HIGH, 7)), LADDER, "order 13"));
        assertEquals(Optional.of(Duration.ofMinutes(7)), acknowledge(times(now), Severity.HIGH));
        assertEquals("chief", times(now).origin());
        // What was not set is on no clock, and the past has what held then.
        assertEquals(Optional.empty(), acknowledge(times(now), Severity.LOW));
        assertEquals(
                Optional.of(Duration.ofMinutes(5)), acknowledge(times(MORNING), Severity.HIGH));
        assertEquals(DueTimes.ASSUMED, times(MORNING.minusSeconds(1)));
    }

    @Test
    void it_climbs_by_the_ladder_that_was_set() {
        set(new TimesSet(List.of(limit(Severity.HIGH, 5)), List.of(1, 3, 3), "order 12"));
        var at16 = MORNING.plus(Duration.ofMinutes(16));
        var early = Escalation.of(Severity.HIGH, MORNING, MORNING.plusSeconds(600), times(now));
        var late = Escalation.of(Severity.HIGH, MORNING, at16, times(now));
        assertEquals(Escalation.Rung.OPERATIONS_CHIEF, early.orElseThrow().rung());
        assertEquals(Optional.of(MORNING.plus(Duration.ofMinutes(15))), early.orElseThrow().next());
        assertEquals(Escalation.Rung.HEAD_OF_MISSION, late.orElseThrow().rung());
        assertEquals(Optional.empty(), Escalation.of(Severity.LOW, MORNING, at16, times(now)));
    }

    @Test
    void what_cannot_be_is_refused_with_what_is_allowed() {
        refused(new TimesSet(List.of(limit(Severity.HIGH, 0)), LADDER, "x"), "minutes");
        refused(
                new TimesSet(
                        List.of(
                                limit(Severity.HIGH, 9),
                                new Limit(Severity.HIGH, Milestone.VERIFY, 8)),
                        LADDER,
                        "x"),
                "not before the step");
        refused(
                new TimesSet(
                        List.of(limit(Severity.HIGH, 9), limit(Severity.CRITICAL, 10)),
                        LADDER,
                        "x"),
                "not later than");
        refused(
                new TimesSet(List.of(new Limit(Severity.HIGH, Milestone.CLOSE, 9)), LADDER, "x"),
                "on a clock");
        refused(new TimesSet(List.of(limit(Severity.NOT_ASSESSED, 9)), LADDER, "x"), "on a clock");
        for (var ladder : List.of(List.of(1, 2), List.of(2, 1, 3), List.of(0, 1, 2))) {
            refused(new TimesSet(List.of(), ladder, "x"), "three whole numbers");
        }
        refused(new TimesSet(List.of(), List.of(1, 2, 101), "x"), "three whole numbers");
    }

    @Test
    void what_cannot_be_and_stands_in_the_ledger_all_the_same_takes_no_watch_down() {
        set(new TimesSet(List.of(limit(Severity.HIGH, -3)), List.of(), "by another program"));
        assertEquals(DueTimes.ASSUMED.targets(), times(now).targets());
        assertTrue(times(now).origin().contains("what chief set cannot be"));
    }

    @Property
    void what_holds_and_is_set_again_as_it_is_changes_nothing(@ForAll long seed) {
        var chance = new SplittableRandom(seed);
        var limits = new ArrayList<Limit>();
        for (var step : DueTimes.STEPS) {
            int minutes = 100 * (1 + DueTimes.STEPS.indexOf(step));
            for (var severity : Severity.judged().reversed()) {
                minutes += chance.nextInt(25);
                if (chance.nextInt(4) > 0) {
                    limits.add(new Limit(severity, step, minutes));
                }
            }
        }
        var one = DueTimes.of(new TimesSet(limits, LADDER, "x"), "chief");
        assertEquals(one, DueTimes.of(new TimesSet(one.limits(), one.ladder(), "y"), "chief"));
        assertEquals(limits.size(), one.limits().size());
    }

    private static void refused(TimesSet set, String why) {
        var refusal = assertThrows(BadInput.class, () -> DueTimes.of(set, "chief"));
        assertTrue(refusal.toString().contains(why), refusal.toString());
    }

    private static Limit limit(Severity severity, int minutes) {
        return new Limit(severity, Milestone.ACKNOWLEDGE, minutes);
    }

    private static Optional<Duration> acknowledge(DueTimes times, Severity severity) {
        return times.find(severity, Milestone.ACKNOWLEDGE);
    }

    private DueTimes times(Instant known) {
        var picture = ledger.asOf(known, now, Viewer.owner());
        var times = DueTimes.of(picture);
        assertEquals(times, DueTimes.of(Alerts.of(picture)));
        return times;
    }

    private void set(TimesSet body) {
        ledger.append(
                List.of(
                        new Entry(
                                UUID.randomUUID(),
                                DueTimes.subject(),
                                null,
                                null,
                                "chief",
                                Component.OPERATIONS_CENTRE,
                                Handling.MISSION,
                                Origin.hand(),
                                null,
                                body)));
    }
}

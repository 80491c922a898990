package org.vigie.assess;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.vigie.record.ActorClass;
import org.vigie.record.Body;
import org.vigie.record.Component;
import org.vigie.record.Entry;
import org.vigie.record.Grade;
import org.vigie.record.Handling;
import org.vigie.record.Ids;
import org.vigie.record.MemoryLedger;
import org.vigie.record.Origin;
import org.vigie.record.Site;
import org.vigie.record.Viewer;
import org.vigie.record.Warnings;

class EntryBurdenTest {

    private static final Instant START = Instant.parse("2026-03-01T23:00:00Z");

    private Instant now = START;
    private final MemoryLedger ledger = new MemoryLedger(() -> now);
    private final Random chance = new Random(3);
    private int number;

    private UUID typed(Duration took, Body body) {
        return typed(took, body, Origin.lane("form"));
    }

    /// A form that was shown so long before what it says was recorded.
    private UUID typed(Duration took, Body body, Origin origin) {
        var subject = new UUID(8, ++number);
        now = now.plus(Duration.ofMinutes(40));
        add(Ids.fresh(now.minus(took), chance), subject, body, origin);
        return subject;
    }

    private void add(UUID id, UUID subject, Body body, Origin origin) {
        ledger.append(
                List.of(
                        new Entry(
                                id,
                                subject,
                                null,
                                null,
                                "x",
                                Component.OPERATIONS_CENTRE,
                                Handling.PROTECTION,
                                origin,
                                null,
                                body)));
    }

    private static Warnings.ReportReceived report(String place, String text) {
        return new Warnings.ReportReceived(
                "phone",
                Site.named(place),
                text,
                "",
                text,
                Warnings.Severity.HIGH,
                ActorClass.UNKNOWN,
                Grade.UNJUDGED,
                false);
    }

    private EntryBurden burden() {
        return burden(null, null);
    }

    private EntryBurden burden(@Nullable LocalDate from, @Nullable LocalDate to) {
        return EntryBurden.of(ledger.asOf(now, now, Viewer.owner()), from, to);
    }

    @Test
    void a_form_takes_from_when_it_was_shown_until_what_it_says_is_recorded() {
        for (int seconds : new int[] {40, 50, 60, 70, 600}) {
            typed(Duration.ofSeconds(seconds), report("a" + seconds, "riders"));
        }
        var form = burden().forms().getFirst();
        assertEquals("report-received", form.kind());
        assertEquals(5, form.n());
        assertEquals(Duration.ofMinutes(1), form.median());
        assertEquals(Duration.ofMinutes(10), form.p90());
        assertEquals(Optional.of(true), form.withinAim());
        assertTrue(form.few());
    }

    @Test
    void what_lay_open_is_counted_apart_and_what_no_person_typed_not_at_all() {
        typed(Duration.ofMinutes(3), report("a", "riders"));
        typed(Duration.ofMinutes(31), report("b", "riders"));
        typed(Duration.ZERO, report("c", "by the command line"));
        typed(Duration.ofMinutes(1), report("d", "a lane"), Origin.lane("sms-gao"));
        add(Ids.subject("x", "y"), new UUID(9, 9), report("e", "no form"), Origin.lane("form"));
        var all = burden();
        assertEquals(1, all.forms().getFirst().n());
        assertEquals(1, all.forms().getFirst().leftOpen());
        assertEquals(Optional.of(false), all.forms().getFirst().withinAim());
        assertEquals(5, all.reports());
    }

    @Test
    void an_entry_that_has_another_id_than_its_form_is_measured_by_the_form() {
        now = now.plusSeconds(3600);
        var form = Ids.fresh(now.minusSeconds(90), chance);
        add(
                Ids.subject("report-assessed", "1"),
                new UUID(9, 1),
                new Warnings.ReportAssessed(
                        Site.named("a"), "", "", Warnings.Severity.LOW, ActorClass.UNKNOWN),
                new Origin("form", null, form.toString(), 0));
        var judged = burden().forms().getFirst();
        assertEquals("report-assessed", judged.kind());
        assertEquals(Duration.ofSeconds(90), judged.median());
    }

    @Test
    void the_same_words_about_one_place_within_half_a_day_stand_twice() {
        typed(Duration.ofSeconds(30), report("Bâ", "Des hommes armés à moto!"));
        var again = typed(Duration.ofSeconds(30), report("ba", "des hommes armes a moto"));
        typed(Duration.ofSeconds(30), report("Bo", "des hommes armés à moto"));
        typed(Duration.ofSeconds(30), report("Ba", "des hommes à pied"));
        now = now.plus(Duration.ofHours(13));
        typed(Duration.ofSeconds(30), report("Ba", "des hommes armés à moto"));
        assertEquals(List.of(again), burden().sameWords());
    }

    @Test
    void a_second_call_that_a_person_joined_counts_until_it_is_taken_out() {
        var one = typed(Duration.ofSeconds(30), report("a", "riders"));
        var alert = new UUID(7, 7);
        add(
                Ids.fresh(now, chance),
                one,
                new Warnings.ReportJoined(alert, true),
                Origin.lane("form"));
        assertEquals(List.of(one), burden().joined());
        add(
                Ids.fresh(now, chance),
                one,
                new Warnings.ReportJoined(alert, false),
                Origin.lane("form"));
        assertEquals(List.of(), burden().joined());
    }

    @Test
    void days_bound_what_is_counted_by_when_it_was_recorded() {
        typed(Duration.ofSeconds(30), report("a", "riders")); // 1 March, 23:40
        typed(Duration.ofSeconds(30), report("b", "riders")); // 2 March
        var second = LocalDate.of(2026, 3, 2);
        assertEquals(1, burden(second, null).reports());
        assertEquals(1, burden(null, second.minusDays(1)).forms().getFirst().n());
        assertEquals(List.of(), burden(second.plusDays(1), null).forms());
    }
}

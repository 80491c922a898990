package org.vigie.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.vigie.record.Warnings.Severity;
import org.vigie.record.Warnings.Verification;

class LaneBookTest {

    private static final Site MOPTI = Site.named("Mopti region");

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final MemoryLedger ledger = new MemoryLedger(() -> now);
    private int number;

    @Test
    void a_lane_is_open_until_it_is_closed_and_can_be_opened_again_under_another_key() {
        open("sms-mopti", "aa");
        assertTrue(lane("sms-mopti").isOpen());
        add(LaneBook.subject("sms-mopti"), new Lanes.LaneClosed("the key was lost"), "hand");
        assertEquals(Optional.of("the key was lost"), lane("sms-mopti").closed());
        open("sms-mopti", "bb");
        assertTrue(lane("sms-mopti").isOpen());
        assertEquals("bb", lane("sms-mopti").what().keySha256());
        assertEquals(1, book().lanes().size());
    }

    @Test
    void a_past_moment_has_the_key_of_that_moment() {
        open("sms-mopti", "aa");
        var then = now;
        now = now.plusSeconds(60);
        open("sms-mopti", "bb");
        var before = LaneBook.of(ledger.asOf(then, now, Viewer.owner()));
        assertEquals("aa", before.find("sms-mopti").orElseThrow().what().keySha256());
    }

    @Test
    void a_lane_counts_what_came_through_it_and_how_much_of_it_people_judged_false() {
        open("sms-mopti", "aa");
        open("sms-gao", "cc");
        var one = report("sms-mopti");
        var other = report("sms-mopti");
        report("sms-mopti");
        report("form");
        add(one, new Warnings.ReportVerified(Verification.FALSE, "nobody there"), "form");
        add(other, new Warnings.ReportVerified(Verification.CONFIRMED, "seen", "patrol"), "form");
        var lane = lane("sms-mopti");
        assertEquals(
                List.of(3L, 2L, 1L), List.of(lane.reports(), lane.judged(), lane.judgedFalse()));
        assertEquals(0, lane("sms-gao").reports());
        assertFalse(book().find("form").isPresent());
    }

    private void open(String code, String hash) {
        add(
                LaneBook.subject(code),
                new Lanes.LaneOpened(code, Lanes.Kind.SMS, hash, 60, MOPTI),
                "hand");
    }

    private UUID report(String lane) {
        var subject = Ids.subject("report", "" + number);
        add(
                subject,
                new Warnings.ReportReceived(
                        "sms",
                        MOPTI,
                        "men on motorbikes",
                        "",
                        "men on motorbikes",
                        Severity.NOT_ASSESSED,
                        ActorClass.UNKNOWN,
                        new Grade('F', 6),
                        false),
                lane);
        return subject;
    }

    private LaneBook.Lane lane(String code) {
        return book().find(code).orElseThrow();
    }

    private LaneBook book() {
        return LaneBook.of(ledger.asOf(now, now, Viewer.owner()));
    }

    private void add(UUID subject, Body body, String lane) {
        number++;
        ledger.append(
                List.of(
                        new Entry(
                                Ids.subject("entry", "" + number),
                                subject,
                                null,
                                null,
                                "test",
                                Component.OPERATIONS_CENTRE,
                                Handling.MISSION,
                                Origin.lane(lane),
                                null,
                                body)));
    }
}

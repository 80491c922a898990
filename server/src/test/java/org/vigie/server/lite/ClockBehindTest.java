package org.vigie.server.lite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vigie.server.Demo;
import org.vigie.server.Running;
import org.vigie.server.picture.Desk;
import org.vigie.server.picture.LedgerClock;

/// A machine whose clock was two hours ahead, and was put right.
class ClockBehindTest {

    private static final Duration AHEAD = Duration.ofHours(2);

    @Test
    void a_warning_is_seen_at_once_though_the_ledger_is_two_hours_ahead() throws IOException {
        var demo = new Demo().desk(); // its ledger records at 05:30 or later
        var right = InstantSource.fixed(Demo.NOW.minus(AHEAD));
        try (var server = Running.on(behind(demo, right))) {
            var first = server.post("/lite/report", warning(server, "first"));
            assertEquals(303, first.status(), first::body);
            var second = server.post("/lite/report", warning(server, "second"));
            assertEquals(303, second.status(), second::body);
            var watch = server.get("/lite/watch");
            assertTrue(watch.body().contains("armed men gather, second"), watch::body);
            assertTrue(
                    watch.body().contains("The clock of this machine is 2 h behind"), watch::body);
        }
    }

    @Test
    void nothing_is_said_of_a_clock_that_is_right() {
        try (var server = Running.on(behind(Demo.with(3), InstantSource.fixed(Demo.NOW)))) {
            assertFalse(server.get("/lite/watch").body().contains("The clock of this machine"));
        }
    }

    private static Desk behind(Desk demo, InstantSource machine) {
        return new Desk(
                demo.real(),
                demo.exercise(),
                demo.mission(),
                demo.places(),
                demo.proof(),
                new LedgerClock(machine, demo.real(), demo.exercise()),
                demo.chance(),
                true);
    }

    private static Map<String, String> warning(Running server, String which) {
        var form =
                new HashMap<>(
                        Map.of(
                                "where", "Bali",
                                "threat", "armed men gather, " + which,
                                "risk", "families of Bali",
                                "severity", "high",
                                "lane", "phone",
                                "reliability", "B",
                                "credibility", "2",
                                "back", "no"));
        form.put("id", server.get("/lite/report").formId());
        return form;
    }
}

package org.vigie.server.lite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vigie.record.Milestone;
import org.vigie.record.Viewer;
import org.vigie.record.Warnings.Severity;
import org.vigie.server.Demo;
import org.vigie.server.Running;
import org.vigie.server.picture.Desk;
import org.vigie.warn.DueTimes;

class TimesPagesTest {

    private static final String CHIEF = "vigie-officer=OPERATIONS_CENTRE.chief";

    private final Desk desk = new Demo().standing();
    private final Running server = Running.on(desk);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void the_table_says_that_it_is_assumed_and_after_it_was_set_by_whom_and_why()
            throws IOException {
        var before = page();
        assertTrue(before.body().contains("Assumed: nobody of the mission"), before.body());
        assertTrue(server.get("/lite/watch").body().contains("assumed, to be set"));
        assertEquals(303, set(before.formId(), Map.of("t-critical-acknowledge", "5")).status());
        assertEquals(
                Optional.of(Duration.ofMinutes(5)),
                times().find(Severity.CRITICAL, Milestone.ACKNOWLEDGE));
        assertEquals(
                DueTimes.ASSUMED.find(Severity.LOW, Milestone.ARRIVE),
                times().find(Severity.LOW, Milestone.ARRIVE));
        var after = page().body();
        assertTrue(after.contains("Set by chief"), after);
        assertTrue(after.contains("Order 12"), after);
        assertTrue(server.get("/lite/watch").body().contains("Due times as set by chief"));
        assertEquals(303, set(page().formId(), Map.of("t-critical-acknowledge", "6")).status());
        assertTrue(page().body().contains("<h2>Before</h2>"), "what held before stays");
    }

    @Test
    void an_empty_field_is_on_no_clock() throws IOException {
        assertEquals(303, set(page().formId(), Map.of("t-low-arrive", "")).status());
        assertEquals(Optional.empty(), times().find(Severity.LOW, Milestone.ARRIVE));
    }

    @Test
    void what_cannot_be_is_said_and_what_was_typed_stays() throws IOException {
        var later = set(page().formId(), Map.of("t-critical-acknowledge", "999"));
        assertEquals(422, later.status());
        assertTrue(later.body().contains("may not be due before"), later.body());
        assertTrue(later.body().contains("value=\"999\""), later.body());
        var word = set(page().formId(), Map.of("t-critical-acknowledge", "soon"));
        assertTrue(word.body().contains("“soon” is none"), word.body());
        var ladder = set(page().formId(), Map.of("ladder-2", "0"));
        assertTrue(ladder.body().contains("none below the one before"), ladder.body());
        assertEquals(DueTimes.ASSUMED, times());
    }

    @Test
    void who_is_of_another_component_sees_them_and_does_not_set_them() throws IOException {
        var force = server.withCookie("vigie-officer=FORCE.planner");
        var page = server.get("/lite/times", force).body();
        assertFalse(page.contains("name=\"t-critical"), page);
        assertTrue(page.contains("10 min"), page);
        var sent = server.post("/lite/times", form(page().formId()), force);
        assertEquals(409, sent.status());
        assertEquals(DueTimes.ASSUMED, times());
    }

    private Running.Answer page() {
        return server.get("/lite/times", server.withCookie(CHIEF));
    }

    private Running.Answer set(String id, Map<String, String> changed) {
        var form = form(id);
        form.putAll(changed);
        return server.post("/lite/times", form, server.withCookie(CHIEF));
    }

    /// The form as the page offers it.
    private static Map<String, String> form(String id) {
        var form = new HashMap<String, String>();
        form.put("id", id);
        form.put("times-basis", "Order 12");
        for (var limit : DueTimes.ASSUMED.limits()) {
            form.put(TimesPage.field(limit.severity(), limit.step()), "" + limit.minutes());
        }
        form.put("ladder-1", "1");
        form.put("ladder-2", "2");
        form.put("ladder-3", "4");
        return form;
    }

    private DueTimes times() throws IOException {
        var now = desk.clock().instant();
        return DueTimes.of(desk.ledger(false).asOf(now, now, Viewer.owner()));
    }
}

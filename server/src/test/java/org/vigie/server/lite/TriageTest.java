package org.vigie.server.lite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vigie.record.ActorClass;
import org.vigie.record.Alerts;
import org.vigie.record.Component;
import org.vigie.record.Entry;
import org.vigie.record.Grade;
import org.vigie.record.Handling;
import org.vigie.record.Happened;
import org.vigie.record.Ids;
import org.vigie.record.Origin;
import org.vigie.record.Report;
import org.vigie.record.Site;
import org.vigie.record.Viewer;
import org.vigie.record.Warnings.ReportReceived;
import org.vigie.record.Warnings.Severity;
import org.vigie.record.Warnings.Verification;
import org.vigie.server.Demo;
import org.vigie.server.Running;
import org.vigie.server.picture.Desk;

/// From a message that came in by itself to an alert: taken by one officer, read, opened.
class TriageTest {

    private static final String ONE = "vigie-officer=OPERATIONS_CENTRE.officer-one";
    private static final String OTHER = "vigie-officer=OPERATIONS_CENTRE.officer-two";
    private static final String TEXT = "Hommes armés à moto vers Kadu par le nord";

    private final Desk desk = new Demo().standing();
    private final Running server = Running.on(desk);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void one_officer_takes_a_report_and_the_other_sees_whose_it_is() throws IOException {
        var path = message("1", TEXT);
        var before = server.get(path, Map.of("Cookie", OTHER));
        assertTrue(before.body().contains("nobody has taken it"), before.body());
        assertEquals(303, turn(path, "take", ONE, before.formId("take")).status());
        assertEquals(Optional.of("officer-one"), reports().getFirst().findOwner());
        assertTrue(server.get("/lite/watch").body().contains("taken by officer-one"));
        var seen = server.get(path, Map.of("Cookie", OTHER)).body();
        assertTrue(seen.contains("taken by officer-one"), seen);
    }

    @Test
    void of_two_who_take_it_at_the_same_moment_one_does_and_the_other_is_told() throws IOException {
        var path = message("1", TEXT);
        var one = server.get(path, Map.of("Cookie", ONE)).formId("take");
        var other = server.get(path, Map.of("Cookie", OTHER)).formId("take");
        assertEquals(303, turn(path, "take", ONE, one).status());
        assertEquals(303, turn(path, "take", ONE, one).status());
        var late = turn(path, "take", OTHER, other).status();
        // Whoever asks for it after it was seen as another's takes it over, on purpose.
        assertEquals(303, late);
        assertEquals(Optional.of("officer-two"), reports().getFirst().findOwner());
        assertEquals(303, turn(path, "take", ONE, one).status());
        assertEquals(
                Optional.of("officer-two"),
                reports().getFirst().findOwner(),
                "an old form sent again takes nothing back");
    }

    @Test
    void a_report_is_taken_from_the_list_with_one_button_and_its_clock_is_shown_until_then()
            throws IOException {
        var path = message("1", TEXT);
        var watch = server.get("/lite/watch", Map.of("Cookie", ONE));
        assertTrue(watch.body().contains("formaction=\"" + path + "\""), watch.body());
        assertTrue(watch.body().contains("acknowledge"), watch.body());
        assertEquals(303, turn(path, "take", ONE, watch.formId()).status());
        var after = server.get("/lite/watch", Map.of("Cookie", ONE)).body();
        assertFalse(after.contains("formaction"), after);
        assertTrue(after.contains("taken by officer-one"), after);
    }

    @Test
    void who_has_a_report_can_give_it_back() throws IOException {
        var path = message("1", TEXT);
        turn(path, "take", ONE, server.get(path, Map.of("Cookie", ONE)).formId("take"));
        var mine = server.get(path, Map.of("Cookie", ONE));
        assertTrue(mine.body().contains("Give it back"), mine.body());
        assertEquals(303, turn(path, "leave", ONE, mine.formId("leave")).status());
        assertEquals(Optional.empty(), reports().getFirst().findOwner());
    }

    @Test
    void what_an_officer_reads_out_of_a_message_goes_into_the_alert_and_the_message_stays()
            throws IOException {
        var path = message("1", TEXT);
        var page = server.get(path);
        assertTrue(page.body().contains("not judged yet"), page.body());
        var form =
                Map.of(
                        "id", page.formId("assess"),
                        "act", "assess",
                        "where", "Kadu",
                        "threat", "an attack on Kadu is prepared",
                        "risk", "villagers of Kadu",
                        "severity", "critical",
                        "alleged", "militia");
        var which = server.post(path, form);
        assertEquals(422, which.status());
        assertTrue(which.body().contains("Kadu Ba"), which.body());
        var chosen = new java.util.HashMap<>(form);
        chosen.put("place", "kadu");
        assertEquals(303, server.post(path, chosen).status());
        var report = reports().getFirst();
        assertEquals("kadu", report.what().site().placeId());
        assertEquals(Severity.CRITICAL, report.what().severity());
        assertEquals(TEXT, report.what().text());
        var receipt = server.get(path).body();
        assertTrue(receipt.contains("as it came in:") && receipt.contains(TEXT), receipt);
        var opening = server.get("/lite/watch?report=" + report.id()).body();
        assertTrue(opening.contains("an attack on Kadu is prepared"), opening);
    }

    @Test
    void of_two_who_judge_a_report_at_once_the_second_is_told_and_loses_nothing()
            throws IOException {
        var path = message("1", TEXT);
        var one = server.get(path, Map.of("Cookie", ONE)).body();
        var two = server.get(path, Map.of("Cookie", OTHER));
        assertTrue(one.contains("name=\"seen\" value=\"none\""), one);
        var first = judged(server.get(path).formId("assess"), "high", "none");
        assertEquals(303, server.post(path, first, server.withCookie(ONE)).status());
        var second = judged(two.formId("assess"), "low", "none");
        var told = server.post(path, second, server.withCookie(OTHER));
        assertEquals(409, told.status());
        assertTrue(told.body().contains("officer-one has just judged it: high"), told.body());
        assertTrue(told.body().contains("what the second wrote low"), told.body());
        assertEquals(Severity.HIGH, reports().getFirst().what().severity());
        var seen = Pattern.compile("name=\"seen\" value=\"(\\d+)\"").matcher(told.body());
        assertTrue(seen.find());
        var again = judged(told.formId("assess"), "low", seen.group(1));
        assertEquals(303, server.post(path, again, server.withCookie(OTHER)).status());
        assertEquals(Severity.LOW, reports().getFirst().what().severity());
    }

    private static Map<String, String> judged(String id, String severity, String seen) {
        return Map.of(
                "id",
                id,
                "act",
                "assess",
                "where",
                "Delta",
                "threat",
                "what the second wrote " + severity,
                "risk",
                "villagers",
                "severity",
                severity,
                "seen",
                seen);
    }

    @Test
    void of_those_who_judge_at_the_same_moment_one_does_and_the_others_are_told()
            throws IOException {
        var path = message("1", TEXT);
        var forms =
                Stream.generate(() -> server.get(path).formId("assess"))
                        .limit(6)
                        .map(id -> judged(id, "high", "none"))
                        .toList();
        assertEquals(List.of(303, 409, 409, 409, 409, 409), atOnce(path, forms));
    }

    @Test
    void of_two_who_verify_a_report_at_once_the_second_is_told_and_loses_nothing()
            throws IOException {
        var path = message("1", TEXT);
        var one = server.get(path, Map.of("Cookie", ONE));
        var two = server.get(path, Map.of("Cookie", OTHER));
        var first = verified(one.formId("verify"), "confirmed", "0");
        assertEquals(303, server.post(path, first, server.withCookie(ONE)).status());
        assertEquals(303, server.post(path, first, server.withCookie(ONE)).status(), "sent twice");
        var second = verified(two.formId("verify"), "false", "0");
        var told = server.post(path, second, server.withCookie(OTHER));
        assertEquals(409, told.status());
        assertTrue(told.body().contains("officer-one has just said how far"), told.body());
        assertTrue(told.body().contains("what the first wrote false"), told.body());
        assertEquals(Verification.CONFIRMED, reports().getFirst().verification());
        var seen = Pattern.compile("name=\"seen\" value=\"([1-9]\\d*)\"").matcher(told.body());
        assertTrue(seen.find());
        var again = verified(told.formId("verify"), "false", seen.group(1));
        assertEquals(303, server.post(path, again, server.withCookie(OTHER)).status());
        assertEquals(Verification.FALSE, reports().getFirst().verification());
    }

    @Test
    void of_those_who_verify_at_the_same_moment_one_does_and_the_others_are_told()
            throws IOException {
        var path = message("1", TEXT);
        var forms =
                Stream.generate(() -> server.get(path).formId("verify"))
                        .limit(6)
                        .map(id -> verified(id, "unverifiable", "0"))
                        .toList();
        assertEquals(List.of(303, 409, 409, 409, 409, 409), atOnce(path, forms));
    }

    @Test
    void a_form_that_came_back_with_a_problem_has_not_seen_what_was_verified_meanwhile()
            throws IOException {
        var path = message("1", TEXT);
        var first = verified(server.get(path).formId("verify"), "confirmed", "0");
        var second = new HashMap<>(verified(server.get(path).formId("verify"), "false", "0"));
        assertEquals(303, server.post(path, first, server.withCookie(ONE)).status());
        second.put("basis", "");
        var told = server.post(path, second, server.withCookie(OTHER));
        assertEquals(409, told.status());
        assertTrue(told.body().contains("officer-one has just said how far"), told.body());
    }

    /// The answers of forms that are sent at the same moment, the smallest first.
    private List<Integer> atOnce(String path, List<Map<String, String>> forms) {
        return forms.parallelStream()
                .map(form -> server.post(path, form, server.withCookie(ONE)).status())
                .sorted()
                .toList();
    }

    private static Map<String, String> verified(String id, String status, String seen) {
        return Map.of(
                "id",
                id,
                "act",
                "verify",
                "report",
                id("1").toString(),
                "status",
                status,
                "basis",
                "what the first wrote " + status,
                "second",
                "a patrol",
                "seen",
                seen);
    }

    @Test
    void a_severity_must_be_judged_and_not_left() throws IOException {
        var path = message("1", TEXT);
        var page = server.get(path);
        var sent =
                server.post(
                        path,
                        Map.of(
                                "id", page.formId("assess"),
                                "act", "assess",
                                "where", "Delta",
                                "threat", "x",
                                "risk", "y",
                                "severity", "not-assessed"));
        assertEquals(422, sent.status());
        assertTrue(reports().getFirst().assessed().isEmpty());
    }

    @Test
    void another_report_that_may_tell_of_the_same_is_a_link_with_its_score() throws IOException {
        var path = message("1", TEXT);
        message("2", TEXT + ", vite");
        message("3", "le marché de Tarn a brûlé hier");
        var page = server.get(path).body();
        assertTrue(page.contains("May tell of the same"), page);
        assertTrue(page.contains("/lite/reports/" + id("2")), page);
        assertFalse(page.contains("/lite/reports/" + id("3")), page);
    }

    private Running.Answer turn(String path, String act, String cookie, String form) {
        return server.post(path, Map.of("id", form, "act", act), server.withCookie(cookie));
    }

    private List<Report> reports() throws IOException {
        var now = desk.clock().instant();
        return Alerts.of(desk.ledger(false).asOf(now, now, Viewer.owner())).reports();
    }

    private static UUID id(String number) {
        return Ids.subject("triage-report", number);
    }

    private String message(String number, String text) throws IOException {
        desk.ledger(false)
                .append(
                        List.of(
                                new Entry(
                                        Ids.subject("triage-entry", number),
                                        id(number),
                                        Happened.at(Demo.NOW),
                                        null,
                                        "sms-delta",
                                        Component.OPERATIONS_CENTRE,
                                        Handling.PROTECTION,
                                        Origin.lane("sms-delta"),
                                        null,
                                        new ReportReceived(
                                                "sms",
                                                Site.named("Delta"),
                                                text,
                                                "",
                                                text,
                                                Severity.NOT_ASSESSED,
                                                ActorClass.UNKNOWN,
                                                new Grade('F', 6),
                                                false))));
        return "/lite/reports/" + id(number);
    }
}

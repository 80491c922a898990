package org.vigie.server.lanes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vigie.record.Alerts;
import org.vigie.record.LaneBook;
import org.vigie.record.Lanes;
import org.vigie.record.Report;
import org.vigie.record.Site;
import org.vigie.record.Viewer;
import org.vigie.server.Demo;
import org.vigie.server.Running;
import org.vigie.warn.Standing;

/// Senders that do not say what they send, fall silent, or have a clock that is wrong.
class SendersTest {

    private static final String KEY = "a-key-that-nobody-guesses";
    private static final String HASH =
            "e0bb390725ba9d1fd6e7133c22371160ee6a81a65342239316769c7024985e97";
    private static final Duration PATIENCE = Duration.ofMillis(1_500);

    private final Demo demo = new Demo();
    private final Running server = Running.impatient(demo.standing(), PATIENCE);

    @AfterEach
    void stop() {
        server.close();
    }

    private void open(Lanes.Kind kind) {
        demo.add(
                LaneBook.subject("field"),
                null,
                new Lanes.LaneOpened("field", kind, HASH, 60, Site.named("Delta")));
    }

    private List<Report> reports() {
        return Alerts.of(demo.ledger().asOf(Demo.NOW, Demo.NOW, Viewer.owner())).reports();
    }

    @Test
    void json_is_read_where_its_sender_does_not_say_that_it_is() {
        open(Lanes.Kind.SMS);
        var said = "{\"id\":\"%s\",\"text\":\"des tirs\"}";
        var key = "Bearer " + KEY;
        assertEquals(201, server.postOfNoSort("/intake/field", said.formatted(1), key).status());
        int id = 1;
        for (var type :
                List.of("text/plain", "text/plain;charset=utf-8", "application/octet-stream")) {
            id++;
            var sent = server.postText("/intake/field", type, " \r\n" + said.formatted(id), key);
            assertEquals(201, sent.status(), type + sent.body());
        }
        assertEquals(4, reports().size());
        assertEquals("des tirs", reports().getFirst().what().text());
        assertEquals(400, server.postText("/intake/field", "text/plain", "des tirs", key).status());
        assertEquals(400, server.postText("/intake/field", "text/plain", "{", key).status());
    }

    @Test
    void a_message_in_parts_is_refused_with_what_to_send() {
        for (var kind : List.of(Lanes.Kind.SMS, Lanes.Kind.RAPIDPRO, Lanes.Kind.FORM)) {
            open(kind);
            demo.later(Duration.ofSeconds(2));
            var sent =
                    server.upload(
                            "/intake/field",
                            Map.of("text", "des tirs"),
                            null,
                            Map.of("Authorization", "Bearer " + KEY));
            assertEquals(415, sent.status(), sent.body());
            assertTrue(sent.body().contains("application/json"), sent.body());
            assertTrue(sent.body().contains("x-www-form-urlencoded"), sent.body());
        }
        var wrong =
                server.upload(
                        "/intake/field", Map.of("text", "x"), null, Map.of("Authorization", "no"));
        assertEquals(401, wrong.status(), "who has no key learns nothing");
    }

    @Test
    void who_falls_silent_is_told_in_one_sentence() throws IOException {
        open(Lanes.Kind.SMS);
        try (var socket = server.socket()) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write(
                            """
                            POST /intake/field HTTP/1.1
                            Host: 127.0.0.1
                            Authorization: Bearer %s
                            Content-Type: application/x-www-form-urlencoded
                            Content-Length: 60000

                            text=\
                            """
                                    .formatted(KEY)
                                    .replace("\n", "\r\n")
                                    .getBytes(StandardCharsets.UTF_8));
            var said = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(said.startsWith("HTTP/1.1 408"), said);
            assertFalse(said.contains("<html"), said);
            assertTrue(said.contains("Content-Type: text/plain"), said);
            assertTrue(said.contains("message must come in faster"), said);
        }
        assertEquals(List.of(), reports());
    }

    /// A telephone whose battery was out begins again in 1970: its warning must not be lost, and it
    /// does not climb by a clock that is wrong.
    @Test
    void a_sender_whose_clock_is_wrong_loses_no_warning_and_it_climbs_by_ours() throws IOException {
        open(Lanes.Kind.SMS);
        for (var clock :
                List.of("1900-01-01T00:00:00Z", "1970-01-01T00:00:01Z", "2099-01-01T00:00:00Z")) {
            var sent =
                    server.post(
                            "/intake/field",
                            Map.of("text", "des tirs", "sent_at", clock),
                            Map.of("Authorization", "Bearer " + KEY));
            assertEquals(201, sent.status(), sent.body());
        }
        for (var report : reports()) {
            assertEquals(Demo.NOW, report.receivedAt());
            assertEquals(null, report.what().sentAt());
        }
        var picture = demo.ledger().asOf(Demo.NOW, Demo.NOW, Viewer.owner());
        assertEquals(0, Standing.of(picture).overdue(Demo.NOW).count());
    }

    @Test
    void what_no_lane_is_asked_about_is_refused_in_one_sentence_too() {
        open(Lanes.Kind.SMS);
        var got = server.get("/intake/field");
        assertEquals(405, got.status());
        assertTrue(got.body().contains("POST"), got.body());
        assertFalse(got.body().contains("<html"), got.body());
        var nowhere = server.get("/intake/field/nowhere/at/all");
        assertEquals(404, nowhere.status());
        assertFalse(nowhere.body().contains("<html"), nowhere.body());
    }
}

package org.vigie.server.lanes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.record.Alerts;
import org.vigie.record.Body;
import org.vigie.record.Component;
import org.vigie.record.Entry;
import org.vigie.record.Handling;
import org.vigie.record.Ids;
import org.vigie.record.LaneBook;
import org.vigie.record.Lanes;
import org.vigie.record.Origin;
import org.vigie.record.Report;
import org.vigie.record.Site;
import org.vigie.record.Viewer;
import org.vigie.server.Demo;
import org.vigie.server.Running;
import org.vigie.server.Running.Answer;
import org.vigie.server.picture.Desk;

/// Senders as they are: with a key, without one, twice, too fast, and with nonsense.
class LanesTest {

    private static final String KEY = "a-key-that-nobody-guesses";
    private static final Pattern RECEIPT =
            Pattern.compile("\\{\"receipt\":\"([0-9a-f-]{36})\",\"already\":(true|false)\\}\\s*");

    private final Demo demo = new Demo();
    private final Desk desk = demo.standing();
    private final Running server = Running.on(desk);
    private int number;

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_message_with_the_key_is_a_report_and_the_same_message_again_has_the_same_receipt()
            throws IOException {
        open("sms-mopti", Lanes.Kind.SMS, 60);
        var first =
                send("sms-mopti", Map.of("id", "17", "text", "des tirs", "from", "+22376123456"));
        assertEquals(201, first.status());
        var again = send("sms-mopti", Map.of("id", "17", "text", "des tirs"));
        assertEquals(200, again.status());
        assertEquals(receipt(first), receipt(again));
        assertTrue(again.body().contains("\"already\":true"));
        var reports = reports(false);
        assertEquals(1, reports.size());
        var report = reports.getFirst();
        assertEquals(receipt(first), report.id().toString());
        assertEquals("sms", report.what().lane());
        assertEquals("sms-mopti", report.received().entry().origin().lane());
        assertEquals(Handling.PROTECTION, report.received().entry().handling());
        assertTrue(server.get("/lite/watch").body().contains("des tirs"));
    }

    @Test
    void a_counter_that_began_again_loses_no_warning() throws IOException {
        open("sms-mopti", Lanes.Kind.SMS, 60);
        var first = send("sms-mopti", Map.of("id", "1", "text", "des tirs"));
        var other = send("sms-mopti", Map.of("id", "1", "text", "le village brûle"));
        assertEquals(201, other.status());
        assertNotEquals(receipt(first), receipt(other));
        assertEquals(2, reports(false).size());
    }

    @Test
    void without_an_id_each_delivery_is_a_report() throws IOException {
        open("sms-mopti", Lanes.Kind.SMS, 60);
        send("sms-mopti", Map.of("text", "des tirs"));
        assertEquals(201, send("sms-mopti", Map.of("text", "des tirs")).status());
        assertEquals(2, reports(false).size());
    }

    @Test
    void a_wrong_key_an_unknown_lane_and_a_closed_one_are_refused_alike() throws IOException {
        open("sms-mopti", Lanes.Kind.SMS, 60);
        var wrong = post("sms-mopti", Map.of("text", "x"), Map.of("Authorization", "Bearer no"));
        var unknown = send("sms-gao", Map.of("text", "x"));
        add(LaneBook.subject("sms-mopti"), new Lanes.LaneClosed("lost"), false);
        demo.later(Duration.ofSeconds(2));
        var closed = send("sms-mopti", Map.of("text", "x"));
        for (var refused : List.of(wrong, unknown, closed)) {
            assertEquals(401, refused.status());
            assertEquals(wrong.body(), refused.body());
        }
        assertEquals(List.of(), reports(false));
    }

    @Test
    void the_key_may_come_in_each_of_the_ways_that_senders_have() throws IOException {
        open("sms-mopti", Lanes.Kind.SMS, 60);
        var basic = Base64.getEncoder().encodeToString(("sms-mopti:" + KEY).getBytes(UTF8));
        for (var header : List.of("Bearer " + KEY, "token " + KEY, "Basic " + basic)) {
            var sent = post("sms-mopti", Map.of("text", "x"), Map.of("Authorization", header));
            assertEquals(201, sent.status(), header);
        }
        var inAddress = post("sms-mopti?key=" + KEY, Map.of("text", "x"), Map.of());
        assertEquals(201, inAddress.status());
        var noBase64 = post("sms-mopti", Map.of("text", "x"), Map.of("Authorization", "Basic %%"));
        assertEquals(401, noBase64.status());
    }

    @Test
    void who_sends_too_fast_is_told_when_to_come_again_and_is_taken_then() throws IOException {
        open("sms-mopti", Lanes.Kind.SMS, 2);
        send("sms-mopti", Map.of("text", "one"));
        send("sms-mopti", Map.of("text", "two"));
        var third = send("sms-mopti", Map.of("text", "three"));
        assertEquals(429, third.status());
        long seconds = Long.parseLong(third.header("retry-after"));
        assertTrue(seconds >= 1 && seconds <= 30, third.header("retry-after"));
        demo.later(Duration.ofSeconds(seconds));
        assertEquals(201, send("sms-mopti", Map.of("text", "three")).status());
        assertEquals(3, reports(false).size());
    }

    @Test
    void nonsense_is_refused_with_a_sentence_and_nothing_is_written() throws IOException {
        open("sms-mopti", Lanes.Kind.SMS, 60);
        open("rapidpro-mopti", Lanes.Kind.RAPIDPRO, 60);
        assertEquals(400, send("sms-mopti", Map.of("from", "1")).status());
        assertEquals(400, json("rapidpro-mopti", "{").status());
        assertEquals(400, json("rapidpro-mopti", "[1]").status());
        var large = json("rapidpro-mopti", "{\"input\":{\"text\":\"" + "x".repeat(70_000) + "\"}}");
        assertEquals(413, large.status());
        assertEquals("at most 65536 bytes are taken\n", large.body());
        var form = send("sms-mopti", Map.of("text", "x".repeat(70_000)));
        assertEquals(413, form.status());
        assertEquals(List.of(), reports(false));
    }

    @Test
    void the_letters_of_western_europe_are_read_where_a_sender_does_not_write_utf8()
            throws IOException {
        open("sms-mopti", Lanes.Kind.SMS, 60);
        var western =
                server.postText(
                        "/intake/sms-mopti",
                        "application/x-www-form-urlencoded",
                        "id=1&text=le+march%E9+br%FBle+%zz",
                        "Bearer " + KEY);
        assertEquals(201, western.status(), western.body());
        assertEquals("le marché brûle %zz", reports(false).getFirst().what().text());
    }

    @Test
    void the_key_of_a_form_counts_where_neither_header_nor_address_has_one() throws IOException {
        open("sms-mopti", Lanes.Kind.SMS, 60);
        assertEquals(201, post("sms-mopti", Map.of("text", "x", "key", KEY), Map.of()).status());
        assertEquals(401, post("sms-mopti", Map.of("text", "x"), Map.of()).status());
    }

    @Test
    void whoever_never_ends_is_not_waited_for_with_a_wrong_key() throws Exception {
        open("sms-mopti", Lanes.Kind.SMS, 60);
        try (var socket = server.socket()) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write(
                            """
                            POST /intake/sms-mopti HTTP/1.1
                            Host: 127.0.0.1
                            Authorization: Bearer wrong
                            Content-Type: application/x-www-form-urlencoded
                            Content-Length: 60000

                            text=\
                            """
                                    .replace("\n", "\r\n")
                                    .getBytes(UTF8));
            var line = new byte[12];
            assertEquals(12, socket.getInputStream().readNBytes(line, 0, 12));
            assertEquals("HTTP/1.1 401", new String(line, UTF8));
        }
    }

    @Test
    void a_lane_of_exercises_writes_to_the_ledger_of_exercises_alone() throws IOException {
        add(LaneBook.subject("sms-mopti"), opened("sms-mopti", Lanes.Kind.SMS, 60), true);
        assertEquals(401, send("sms-mopti", Map.of("text", "x")).status());
        assertEquals(201, send("sms-mopti?exercise=1", Map.of("text", "x")).status());
        assertEquals(List.of(), reports(false));
        assertEquals(1, reports(true).size());
    }

    @Test
    void a_form_that_was_filled_in_on_a_page_is_a_report_once() throws IOException {
        open("web-mopti", Lanes.Kind.FORM, 60);
        var body =
                """
                {"id":"7f","form":"vigie-warning","version":"2026113001",
                 "finished":"2026-03-15T05:12:00Z","answers":{"where":"Ogossagou",
                 "threat":"motos vers le village, appelez le 70 00 00 00","severity":"critical",
                 "at_risk":"les gens du quartier nord","alleged":"militia","feedback":"yes",
                 "position":"13.97 -3.45 0 20","seen":"2026-03-15T04:50:00.000Z"}}
                """;
        assertEquals(201, json("web-mopti", body).status());
        assertEquals(200, json("web-mopti", body).status());
        var report = reports(false).getFirst();
        assertEquals(1, reports(false).size());
        assertEquals("form", report.what().lane());
        assertEquals("Ogossagou", report.what().site().name());
        assertEquals("CRITICAL", report.what().severity().name());
        assertTrue(report.what().text().startsWith("motos vers le village, appelez le (…)"));
        assertEquals(400, json("web-mopti", "{\"id\":\"8\"}").status());
        assertEquals(400, json("web-mopti", body.replace("2026113001", "2099010101")).status());
    }

    @Test
    void the_page_of_the_form_is_the_same_for_every_lane_and_says_nothing_of_what_it_is()
            throws IOException {
        var page = server.get("/intake/no-such-lane/form");
        assertEquals(200, page.status());
        assertTrue(page.body().contains("<title>Formulaire</title>"), page.body());
        assertTrue(page.body().contains("Que craint-on ?"), page.body());
        assertTrue(page.body().contains("What is feared?"), page.body());
        assertFalse(page.body().contains("Vigie"), page.body());
        assertTrue(page.body().length() < 30_000);
        assertTrue(page.header("content-security-policy").contains("worker-src 'self'"));
        for (var file : List.of("form.css", "form.js", "form-outbox.js", "form-worker.js")) {
            assertEquals(200, server.get("/intake/no-such-lane/exercise/" + file).status(), file);
        }
    }

    @Test
    void an_address_that_no_lane_can_have_is_not_here_and_says_so() {
        for (var code : List.of("%22x", "Delta", "a--b", "%3Cscript%3E", "a%20b")) {
            for (var path : List.of("/form", "/exercise/form")) {
                var answer = server.get("/intake/" + code + path);
                assertEquals(404, answer.status(), code);
                assertTrue(answer.body().contains("No lane can have this name"), answer.body());
            }
        }
    }

    /// Every example of the page about intake, as a shell runs it.
    @Test
    void the_examples_of_the_documentation_are_taken(@TempDir Path folder) throws Exception {
        try (var photograph = LanesTest.class.getResourceAsStream("photograph.jpg")) {
            Files.copy(Objects.requireNonNull(photograph), folder.resolve("photo.jpg"));
        }
        open("sms-mopti", Lanes.Kind.SMS, 60);
        open("rapidpro-mopti", Lanes.Kind.RAPIDPRO, 60);
        open("field-mopti", Lanes.Kind.OPENROSA, 60);
        var examples = examples();
        assertEquals(EXPECTED.size(), examples.size());
        for (int at = 0; at < examples.size(); at++) {
            var example = examples.get(at);
            var shell = new ProcessBuilder("sh", "-c", example).redirectErrorStream(true);
            shell.environment().put("VIGIE", server.origin());
            shell.environment().put("KEY", KEY);
            shell.directory(folder.toFile());
            var process = shell.start();
            var said = new String(process.getInputStream().readAllBytes(), UTF8);
            assertEquals(0, process.waitFor(), said);
            assertTrue(EXPECTED.get(at).matcher(said).find(), example + said);
        }
        var reports = reports(false);
        assertEquals(4, reports.size());
        var said = reports.toString();
        for (var secret : List.of("70 00", "223000", "Not kept")) {
            assertFalse(said.contains(secret), secret);
        }
        assertEquals("Ogossagou", reports.get(2).what().site().name());
        assertEquals(Instant.parse("2026-03-15T05:12:00Z"), reports.get(2).what().sentAt());
        assertEquals("openrosa", reports.getLast().what().lane());
        var kept = desk.ledger(false).history(reports.getLast().id(), Viewer.owner());
        assertEquals(
                List.of("report-received", "report-attached"),
                kept.stream().map(entry -> entry.entry().kind()).toList());
        assertEquals("Ogossagou", reports.getLast().what().site().name());
    }

    /// What each example prints, in the order of the page.
    private static final List<Pattern> EXPECTED =
            List.of(
                    RECEIPT,
                    RECEIPT,
                    RECEIPT,
                    Pattern.compile("<formID>vigie-warning</formID>"),
                    Pattern.compile("</h:html>"),
                    Pattern.compile("^HTTP/1.1 204"),
                    Pattern.compile("submit_success"),
                    Pattern.compile("submit_success"));

    private static List<String> examples() throws IOException {
        var page = Files.readString(Path.of("..", "docs", "intake.md"), UTF8);
        return Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL)
                .matcher(page)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static final java.nio.charset.Charset UTF8 = StandardCharsets.UTF_8;

    private Answer send(String lane, Map<String, String> fields) {
        return post(lane, fields, Map.of("Authorization", "Bearer " + KEY));
    }

    private Answer post(String lane, Map<String, String> fields, Map<String, String> headers) {
        return server.post("/intake/" + lane, fields, headers);
    }

    private Answer json(String lane, String body) {
        return server.postText("/intake/" + lane, "application/json", body, "Bearer " + KEY);
    }

    private static String receipt(Answer answer) {
        var matched = RECEIPT.matcher(answer.body());
        assertTrue(matched.matches(), answer.body());
        return matched.group(1);
    }

    private List<Report> reports(boolean exercise) throws IOException {
        var now = desk.clock().instant();
        var picture = desk.ledger(exercise).asOf(now, now, Viewer.owner());
        return Alerts.of(picture).reports().stream()
                .filter(report -> report.received().entry().origin().lane().contains("-mopti"))
                .toList();
    }

    private void open(String code, Lanes.Kind kind, int perMinute) throws IOException {
        add(LaneBook.subject(code), opened(code, kind, perMinute), false);
    }

    private static Lanes.LaneOpened opened(String code, Lanes.Kind kind, int perMinute) {
        return new Lanes.LaneOpened(code, kind, sha256(KEY), perMinute, Site.named("Mopti region"));
    }

    private void add(java.util.UUID subject, Body body, boolean exercise) throws IOException {
        number++;
        desk.ledger(exercise)
                .append(
                        List.of(
                                new Entry(
                                        Ids.subject("lanes-test", "" + number),
                                        subject,
                                        null,
                                        null,
                                        "test",
                                        Component.OPERATIONS_CENTRE,
                                        Handling.MISSION,
                                        Origin.hand(),
                                        null,
                                        body)));
    }

    private static String sha256(String key) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(UTF8)));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}

package org.vigie.server.lanes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.javarosa.form.api.FormEntryController;
import org.javarosa.form.api.FormEntryModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vigie.geo.PlacePrecision;
import org.vigie.geo.Position;
import org.vigie.record.ActorClass;
import org.vigie.record.Alerts;
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
import org.vigie.record.Warnings.Severity;
import org.vigie.server.Demo;
import org.vigie.server.Running;

/// A telephone with ODK Collect: it fetches the form, fills it in and sends it; and whoever is
/// none.
class CollectTest {

    private static final String KEY = "a-key-that-nobody-guesses";
    private static final String LANE = "field-mopti";

    private final Demo demo = new Demo();
    private final org.vigie.server.picture.Desk desk = demo.standing();
    private final Running server = Running.on(desk);
    private final FieldTelephone telephone = telephone("/intake/" + LANE, KEY);
    private int number;

    CollectTest() throws IOException {
        open(LANE, Lanes.Kind.OPENROSA, 60, false);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private FieldTelephone telephone(String path, String key) {
        var pair = ("anybody:" + key).getBytes(StandardCharsets.UTF_8);
        var basic = "Basic " + Base64.getEncoder().encodeToString(pair);
        return new FieldTelephone(server.origin() + path, Map.of("Authorization", basic));
    }

    @Test
    void a_form_is_fetched_filled_in_and_sent_and_is_one_report_however_often_it_comes()
            throws Exception {
        var xml = FieldTelephone.filled(FieldTelephone.open(form()), answers());
        var asked = telephone.head();
        assertEquals(204, asked.status());
        assertTrue(Long.parseLong(asked.header("x-openrosa-accept-content-length")) > 10_000);
        assertEquals("1.0", asked.header("x-openrosa-version"));
        for (int time = 0; time < 2; time++) {
            var said = telephone.submit(xml);
            assertEquals(201, said.status(), said.body());
            assertTrue(said.body().contains("<OpenRosaResponse"), said.body());
            assertFalse(said.body().contains("Kadu"), said.body());
        }
        var reports = reports(false);
        assertEquals(1, reports.size());
        var report = reports.getFirst().what();
        assertEquals("openrosa", report.lane());
        assertEquals(Site.at("Kadu", new Position(6.1, 18.2), PlacePrecision.EXACT), report.site());
        assertEquals("des hommes armés à moto <&>", report.threat());
        assertEquals("les familles près du puits", report.atRisk());
        assertEquals(ActorClass.STATE, report.alleged());
        assertEquals(Severity.HIGH, report.severity());
        assertTrue(report.feedbackConsent());
        assertTrue(report.text().endsWith("vu / seen: 2026-03-15 04:10:00Z"), report.text());
        assertEquals(LANE, reports.getFirst().received().entry().origin().lane());
        assertEquals(Handling.PROTECTION, reports.getFirst().received().entry().handling());
        assertFalse(reports.toString().contains("collect:abc"));
        assertTrue(server.get("/lite/watch").body().contains("des hommes armés"));
    }

    private static Map<String, Object> answers() {
        return Map.of(
                "where", "Kadu",
                "position", new double[] {6.1, 18.2, 400, 12.5},
                "threat", "des hommes armés à moto <&>",
                "at_risk", "les familles près du puits",
                "alleged", "state",
                "severity", "high",
                "seen", Instant.parse("2026-03-15T04:10:00Z"),
                "feedback", "yes");
    }

    @Test
    void the_list_names_the_form_its_version_its_hash_and_where_it_is() throws Exception {
        var list = telephone.list();
        assertEquals(200, list.status());
        assertEquals("text/xml;charset=UTF-8", list.header("content-type"));
        assertEquals("1.0", list.header("x-openrosa-version"));
        assertEquals("vigie-warning", part(list.body(), "formID"));
        assertTrue(part(list.body(), "version").matches("20\\d{8}"), list.body());
        var address = part(list.body(), "downloadUrl");
        assertEquals(server.origin() + "/intake/" + LANE + "/form.xml", address);
        var form = telephone.get(address).body();
        var md5 = MessageDigest.getInstance("MD5").digest(form.getBytes(StandardCharsets.UTF_8));
        assertEquals("md5:" + HexFormat.of().formatHex(md5), part(list.body(), "hash"));
    }

    @Test
    void behind_a_gateway_that_ends_tls_the_form_is_fetched_by_tls() {
        var behind =
                new FieldTelephone(
                        server.origin() + "/intake/" + LANE + "/key/" + KEY,
                        Map.of("X-Forwarded-Proto", "https"));
        assertEquals(
                server.origin().replace("http:", "https:")
                        + ("/intake/" + LANE + "/key/" + KEY + "/form.xml"),
                part(behind.list().body(), "downloadUrl"));
    }

    @Test
    void the_form_speaks_french_and_english_and_takes_what_is_allowed_alone() throws Exception {
        var form = FieldTelephone.open(form());
        var pages = new FormEntryController(new FormEntryModel(form));
        assertEquals("Français (fr)", pages.getModel().getLanguage());
        assertEquals(
                List.of("Français (fr)", "English (en)"), List.of(pages.getModel().getLanguages()));
        assertEquals("Alerte / Warning", form.getTitle());
        pages.stepToNextEvent();
        assertEquals(
                "Où ? Village ou lieu", pages.getModel().getQuestionPrompt().getQuestionText());
        pages.setLanguage("English (en)");
        assertEquals(
                "Where? Village or place", pages.getModel().getQuestionPrompt().getQuestionText());
        var long1 = Map.<String, Object>of("threat", "x".repeat(2_001));
        assertThrows(
                IllegalArgumentException.class,
                () -> FieldTelephone.filled(FieldTelephone.open(form()), long1));
    }

    @Test
    void a_telephone_that_can_set_no_password_has_the_key_in_its_address() throws Exception {
        var plain =
                new FieldTelephone(server.origin() + "/intake/" + LANE + "/key/" + KEY, Map.of());
        var address = part(plain.list().body(), "downloadUrl");
        var xml = FieldTelephone.filled(FieldTelephone.open(plain.get(address).body()), answers());
        assertEquals(204, plain.head().status());
        assertEquals(201, plain.submit(xml).status());
        assertEquals(1, reports(false).size());
    }

    @Test
    void a_lane_of_exercises_has_its_own_address_and_the_two_never_mix() throws Exception {
        open(LANE, Lanes.Kind.OPENROSA, 60, true);
        var drill = telephone("/intake/" + LANE + "/exercise", KEY);
        var address = part(drill.list().body(), "downloadUrl");
        assertEquals(server.origin() + "/intake/" + LANE + "/exercise/form.xml", address);
        var xml = FieldTelephone.filled(FieldTelephone.open(drill.get(address).body()), answers());
        assertEquals(201, drill.submit(xml).status());
        var inAddress =
                new FieldTelephone(
                        server.origin() + "/intake/" + LANE + "/exercise/key/" + KEY, Map.of());
        assertEquals(201, inAddress.submit(xml).status());
        assertEquals(List.of(), reports(false));
        assertEquals(1, reports(true).size());
    }

    @Test
    void whoever_has_no_key_gets_no_form_and_leaves_none() throws Exception {
        open("sms-mopti", Lanes.Kind.SMS, 60, false);
        var strangers =
                List.of(
                        telephone("/intake/" + LANE, "wrong"),
                        telephone("/intake/field-gao", KEY),
                        telephone("/intake/sms-mopti", KEY),
                        telephone("/intake/" + LANE + "/exercise", KEY),
                        new FieldTelephone(server.origin() + "/intake/" + LANE, Map.of()),
                        new FieldTelephone(
                                server.origin() + "/intake/" + LANE + "/key/wrong", Map.of()));
        for (var stranger : strangers) {
            var list = stranger.list();
            assertEquals(401, list.status());
            assertTrue(list.header("www-authenticate").startsWith("Basic "));
            assertEquals(telephone("/intake/none", KEY).list().body(), list.body());
            assertEquals(401, stranger.head().status());
            assertEquals(401, stranger.submit(SMALL).status());
        }
        add(LaneBook.subject(LANE), new Lanes.LaneClosed("lost"), false);
        demo.later(Duration.ofSeconds(2));
        assertEquals(401, telephone.head().status());
        assertEquals(401, telephone.submit(SMALL).status());
        assertEquals(List.of(), reports(false));
    }

    private static final String SMALL =
            "<data id=\"vigie-warning\" version=\"2026113001\"><threat>des tirs</threat>"
                    + "<meta><instanceID>uuid:9</instanceID></meta></data>";

    @Test
    void each_form_that_cannot_be_taken_gets_a_sentence_and_nothing_is_written() throws Exception {
        refused(SMALL.replace("vigie-warning", "census"), "vigie-warning");
        refused(SMALL.replace("2026113001", "2099010101"), "fetch the form again");
        refused(SMALL.replace("uuid:9", ""), "instanceID");
        refused(SMALL.replace("des tirs", ""), "text must be");
        refused(SMALL.substring(0, 90), "whole");
        refused("<!DOCTYPE d [<!ENTITY x \"y\">]>" + SMALL.replace("des tirs", "&x;"), "DOCTYPE");
        said(400, telephone.post(List.of()), "xml_submission_file");
        var whole =
                "--BOUNDARY\r\nContent-Disposition: form-data; name=\"xml_submission_file\";"
                        + " filename=\"a.xml\"\r\n\r\n"
                        + SMALL;
        said(400, telephone.postRaw(whole), "whole multipart");
        said(400, telephone.postRaw("nothing of the kind"), "xml_submission_file");
        assertEquals(List.of(), reports(false));
    }

    @Test
    void a_form_that_is_too_large_is_told_so() throws Exception {
        var large = SMALL.replace("des tirs", "x".repeat(70_000));
        said(413, telephone.submit(large), "bytes");
        var sms = server.postText("/intake/" + LANE, "text/plain", "tirs", "Bearer " + KEY);
        assertEquals(400, sms.status());
        assertTrue(sms.body().contains("/submission"), sms.body());
        assertEquals(List.of(), reports(false));
    }

    @Test
    void who_sends_too_fast_is_told_when_to_come_again() throws Exception {
        open("slow-mopti", Lanes.Kind.OPENROSA, 1, false);
        var slow = telephone("/intake/slow-mopti", KEY);
        assertEquals(201, slow.submit(SMALL).status());
        var second = slow.submit(SMALL.replace("uuid:9", "uuid:10"));
        said(429, second, "too many");
        demo.later(Duration.ofSeconds(Long.parseLong(second.header("retry-after"))));
        assertEquals(201, slow.submit(SMALL.replace("uuid:9", "uuid:10")).status());
        assertEquals(2, reports(false).size());
    }

    @Test
    void two_telephones_that_say_the_same_are_two_reports() throws Exception {
        var one = FieldTelephone.filled(FieldTelephone.open(form()), answers());
        var two = FieldTelephone.filled(FieldTelephone.open(form()), answers());
        assertNotEquals(one, two);
        telephone.submit(one);
        telephone.submit(two);
        assertEquals(2, reports(false).size());
    }

    private void refused(String xml, String word) {
        said(400, telephone.submit(xml), word);
    }

    private static void said(int status, FieldTelephone.Said answer, String word) {
        assertEquals(status, answer.status(), answer.body());
        assertTrue(answer.body().contains("nature=\"submit_error\""), answer.body());
        assertTrue(answer.body().contains(word), answer.body());
    }

    private String form() {
        var said = telephone.get(part(telephone.list().body(), "downloadUrl"));
        assertEquals(200, said.status());
        return said.body();
    }

    private static String part(String xml, String element) {
        var found = Pattern.compile("<%1$s>([^<]*)</%1$s>".formatted(element)).matcher(xml);
        assertTrue(found.find(), xml);
        return found.group(1);
    }

    private List<Report> reports(boolean exercise) throws IOException {
        var now = desk.clock().instant();
        return Alerts.of(desk.ledger(exercise).asOf(now, now, Viewer.owner())).reports().stream()
                .filter(report -> report.received().entry().origin().lane().contains("-mopti"))
                .toList();
    }

    private void open(String code, Lanes.Kind kind, int perMinute, boolean exercise)
            throws IOException {
        var key = HexFormat.of().formatHex(sha256());
        var region = Site.named("Mopti region");
        add(
                LaneBook.subject(code),
                new Lanes.LaneOpened(code, kind, key, perMinute, region),
                exercise);
    }

    private void add(java.util.UUID subject, org.vigie.record.Body body, boolean exercise)
            throws IOException {
        number++;
        desk.ledger(exercise)
                .append(
                        List.of(
                                new Entry(
                                        Ids.subject("collect-test", "" + number),
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

    private static byte[] sha256() {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(KEY.getBytes(StandardCharsets.UTF_8));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}

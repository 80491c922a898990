package org.vigie.server.lanes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vigie.record.Body;
import org.vigie.record.Component;
import org.vigie.record.Entry;
import org.vigie.record.Erased;
import org.vigie.record.Handling;
import org.vigie.record.Housekeeping;
import org.vigie.record.LaneBook;
import org.vigie.record.Lanes;
import org.vigie.record.Origin;
import org.vigie.record.Recorded;
import org.vigie.record.Site;
import org.vigie.record.Viewer;
import org.vigie.record.Warnings;
import org.vigie.server.Demo;
import org.vigie.server.Running;
import org.vigie.server.lanes.FieldTelephone.Part;
import org.vigie.server.picture.Desk;

/// A photograph from the telephone to the page of its report.
class PhotographsTest {

    private static final String KEY = "a-key-that-nobody-guesses";
    private static final String LANE = "field-mopti";

    private static final String XML =
            "<data id=\"vigie-warning\" version=\"2026120101\"><threat>des tirs</threat><photograph>17.jpg</photograph>"
                    + "<meta><instanceID>uuid:9</instanceID></meta></data>";

    /// What the camera wrote into the photograph of the tests; the position alone is shown.
    private static final List<String> SECRETS =
            List.of("Zanzibarrow", "Xylophonics", "SN-7788-ZZ", "comment on Kadu", "17.jpg");

    private final Desk desk = new Demo().standing();
    private final Running server = Running.on(desk);
    private final FieldTelephone telephone =
            new FieldTelephone(server.origin() + "/intake/" + LANE + "/key/" + KEY, Map.of());

    PhotographsTest() throws IOException {
        var hash = HexFormat.of().formatHex(sha256(KEY.getBytes(StandardCharsets.UTF_8)));
        var opened =
                new Lanes.LaneOpened(
                        LANE, Lanes.Kind.OPENROSA, hash, 60, Site.named("Mopti region"));
        append(new UUID(5, 5), LaneBook.subject(LANE), Handling.MISSION, opened);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_photograph_of_a_form_that_was_filled_in_is_shown_blurred_on_the_page_of_its_report()
            throws Exception {
        var form = FieldTelephone.open(telephone.get(formAddress()).body());
        var xml = FieldTelephone.filled(form, Map.of("threat", "des tirs", "photograph", "17.jpg"));
        assertTrue(xml.contains("17.jpg"), xml);
        assertEquals(201, telephone.submit(xml, false, List.of(photograph())).status());
        var page = page("");
        assertTrue(page.contains("Photograph 1, blurred"), page);
        assertTrue(page.contains("6.10000, 18.20000"), page);
        assertTrue(page.contains("2026-03-15 05:10:22 by the camera’s clock"), page);
        assertTrue(page("?lang=fr").contains("selon l’horloge de l’appareil"));
        var preview = get(link(page, "/preview"));
        assertEquals(200, preview.statusCode());
        assertEquals(320, picture(preview.body()).getWidth());
        var clear = get(link(page, ""));
        assertEquals(640, picture(clear.body()).getWidth());
        for (var answer : List.of(preview, clear)) {
            assertEquals("image/jpeg", header(answer, "content-type"));
            assertEquals("no-store", header(answer, "cache-control"));
            assertEquals("nosniff", header(answer, "x-content-type-options"));
            assertTrue(header(answer, "content-security-policy").contains("default-src 'none'"));
        }
        for (var secret : SECRETS) {
            assertTrue(secret.equals("17.jpg") || latin(photograph()).contains(secret), secret);
            assertFalse(latin(preview.body()).contains(secret), secret);
            assertFalse(latin(clear.body()).contains(secret), secret);
            assertFalse(page.contains(secret), secret);
            assertFalse(entries().toString().contains(secret), secret);
        }
    }

    private String formAddress() {
        var found = Pattern.compile("<downloadUrl>([^<]*)<").matcher(telephone.list().body());
        assertTrue(found.find());
        return found.group(1);
    }

    @Test
    void the_form_asks_for_a_photograph_and_has_it_made_smaller_on_the_telephone() {
        var form = telephone.get(formAddress()).body();
        assertTrue(form.contains("<upload ref=\"/data/photograph\" mediatype=\"image/*\">"), form);
        assertTrue(form.contains("type=\"binary\" orx:max-pixels=\"1600\""), form);
        assertTrue(form.contains("Never faces or people who could be recognised"), form);
    }

    @Test
    void what_comes_again_counts_once_and_what_comes_later_is_added() throws IOException {
        var other = drawn(90, 3);
        assertEquals(201, telephone.submit(XML, true, List.of(photograph())).status());
        assertEquals(1, photographs().size());
        for (int time = 0; time < 2; time++) {
            assertEquals(201, telephone.submit(XML, true, List.of(photograph())).status());
            assertEquals(201, telephone.submit(XML, false, List.of(other, other)).status());
        }
        assertEquals(2, photographs().size());
        assertEquals(1, reports());
        var entry = photographs().getFirst().entry();
        assertEquals(Handling.PROTECTION, entry.handling());
        assertArrayEquals(
                photograph(),
                desk.ledger(false).attached(entry.id(), Viewer.officer("x")).orElseThrow());
        assertTrue(desk.ledger(false).attached(entry.id(), Viewer.outsider()).isEmpty());
    }

    @Test
    void what_is_no_photograph_is_refused_and_the_words_and_the_next_one_are_kept()
            throws IOException {
        var none = "#!/bin/sh".getBytes(StandardCharsets.US_ASCII);
        var said = telephone.submit(XML, false, List.of(none, photograph()));
        assertEquals(400, said.status());
        assertTrue(said.body().contains("photograph / photo 1 must be a photograph"), said.body());
        assertTrue(said.body().contains("was \"no picture / pas une image\""), said.body());
        assertTrue(said.body().contains("What was written has arrived."), said.body());
        assertEquals(1, reports());
        assertEquals(1, photographs().size());
        assertFalse(said.body().contains("17.jpg"), said.body());
    }

    @Test
    void a_photograph_before_the_answers_and_answers_that_come_twice_lose_nothing() {
        var answers = new Part("xml_submission_file", "a.xml", "text/xml", XML);
        var bad = new Part("photo.jpg", "photo.jpg", "image/jpeg", "JFIF");
        var first = telephone.post(List.of(bad, answers), List.of(photograph()));
        assertEquals(400, first.status());
        assertTrue(first.body().contains("photo 1 must be"), first.body());
        assertEquals(List.of(1L, 1L), List.of(reports(), (long) photographs().size()));
        var twice = telephone.post(List.of(answers, answers));
        assertEquals(400, twice.status());
        assertTrue(twice.body().contains("two files"), twice.body());
        var alone = telephone.post(List.of(bad));
        assertTrue(alone.body().contains("xml_submission_file"), alone.body());
        assertFalse(alone.body().contains("arrived"), alone.body());
        assertEquals(1, reports());
    }

    @Test
    void a_line_that_breaks_in_the_middle_of_a_photograph_does_not_cost_what_was_written() {
        var head =
                "--BOUNDARY\r\nContent-Disposition: form-data; name=\"xml_submission_file\"; filename=\"a.xml\"\r\n\r\n"
                        + XML
                        + "\r\n--BOUNDARY\r\nContent-Disposition: form-data; name=\"17.jpg\"; filename=\"17.jpg\"\r\n\r\n";
        var body = new ByteArrayOutputStream();
        body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        body.write(photograph(), 0, 1_000);
        var said = telephone.postRaw(body.toByteArray());
        assertEquals(400, said.status());
        assertTrue(said.body().contains("What was written has arrived."), said.body());
        assertEquals(1, reports());
        assertEquals(0, photographs().size());
        assertEquals(201, telephone.submit(XML, false, List.of(photograph())).status());
        assertEquals(1, reports());
        assertEquals(1, photographs().size());
    }

    @Test
    void a_report_has_five_photographs_and_none_is_larger_than_five_megabytes() {
        var six = new java.util.ArrayList<byte[]>();
        for (int seed = 0; seed < 6; seed++) {
            six.add(drawn(40, seed));
        }
        var said = telephone.submit(XML, false, six);
        assertEquals(400, said.status());
        assertTrue(said.body().contains("at most 5 of a report"), said.body());
        assertEquals(5, photographs().size());
        assertEquals(201, telephone.submit(XML, false, six.subList(0, 5)).status());
        var large = Arrays.copyOf(drawn(40, 9), 5_000_001);
        var other = XML.replace("uuid:9", "uuid:10");
        var refused = telephone.submit(other, false, List.of(large, drawn(40, 8)));
        assertEquals(400, refused.status());
        assertTrue(refused.body().contains("more than 5,000,000 bytes"), refused.body());
        assertEquals(2, reports());
        assertEquals(6, photographs().size());
    }

    @Test
    void one_that_was_erased_says_so_and_is_not_kept_when_it_comes_again() throws IOException {
        telephone.submit(XML, false, List.of(drawn(40, 1)));
        var report = photographs().getFirst().entry().subject();
        var id = new UUID(7, 7);
        append(id, report, Handling.PROTECTION, new Erased("report-attached"));
        var page = page("");
        assertTrue(page.contains("Photograph 2 was erased."), page);
        assertEquals(404, server.get("/lite/reports/" + report + "/photographs/" + id).status());
        // The report itself is taken back: what comes of it later is not kept.
        append(new UUID(8, 8), report, Handling.PROTECTION, new Erased("report-received"));
        append(
                new UUID(9, 9),
                report,
                Handling.MISSION,
                new Housekeeping.KeyDestroyed(
                        new UUID(8, 8), "taken back", "one", "two", new java.util.TreeMap<>()));
        assertEquals(201, telephone.submit(XML, false, List.of(photograph())).status());
        assertEquals(1, photographs().size());
    }

    @Test
    void another_address_than_that_of_its_own_report_finds_none() {
        telephone.submit(XML, false, List.of(photograph()));
        var entry = photographs().getFirst().entry();
        var path = "/photographs/" + entry.id();
        assertEquals(200, server.get("/lite/reports/" + entry.subject() + path).status());
        assertEquals(404, server.get("/lite/reports/" + new UUID(1, 2) + path).status());
        assertEquals(
                404,
                server.get("/lite/reports/" + entry.subject() + path + "?exercise=1").status());
        assertEquals(
                404,
                server.get(
                                "/lite/reports/"
                                        + entry.subject()
                                        + path
                                        + "/preview?recorded=2026-03-15T05:00")
                        .status());
        assertEquals(
                400,
                server.get("/lite/reports/" + entry.subject() + "/photographs/nothing").status());
    }

    private String page(String query) {
        var subject = photographs().getFirst().entry().subject();
        var answer = server.get("/lite/reports/" + subject + query);
        assertEquals(200, answer.status());
        return answer.body();
    }

    private static String link(String page, String end) {
        var found =
                Pattern.compile("\"(/lite/reports/[0-9a-f-]+/photographs/[0-9a-f-]+" + end + ")\"")
                        .matcher(page);
        assertTrue(found.find(), page);
        return found.group(1);
    }

    private HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(server.origin() + path)).build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String header(HttpResponse<byte[]> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static BufferedImage picture(byte[] bytes) throws IOException {
        var picture = ImageIO.read(new ByteArrayInputStream(bytes));
        assertTrue(picture != null, "no picture");
        return picture;
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static byte[] photograph() {
        try (var stream = PhotographsTest.class.getResourceAsStream("photograph.jpg")) {
            if (stream == null) {
                throw new AssertionError("no photograph.jpg");
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] drawn(int side, int seed) {
        var chance = new Random(seed);
        var image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        for (int at = 0; at < side * side; at++) {
            image.setRGB(at % side, at / side, chance.nextInt());
        }
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }

    private List<Recorded> entries() {
        var now = desk.clock().instant();
        try {
            return desk
                    .ledger(false)
                    .asOf(now, now, Viewer.owner())
                    .entries(Warnings.class)
                    .stream()
                    .filter(entry -> entry.entry().origin().lane().equals(LANE))
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private List<Recorded> photographs() {
        return entries().stream()
                .filter(entry -> entry.body() instanceof Warnings.ReportAttached)
                .toList();
    }

    private long reports() {
        return entries().stream()
                .filter(entry -> entry.body() instanceof Warnings.ReportReceived)
                .count();
    }

    private void append(UUID id, UUID subject, Handling handling, Body body) throws IOException {
        desk.ledger(false)
                .append(
                        List.of(
                                new Entry(
                                        id,
                                        subject,
                                        null,
                                        null,
                                        "test",
                                        Component.OPERATIONS_CENTRE,
                                        handling,
                                        Origin.hand(),
                                        null,
                                        body)));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}

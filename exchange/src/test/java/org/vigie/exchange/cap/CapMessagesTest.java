package org.vigie.exchange.cap;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.vigie.exchange.words.Language;
import org.vigie.geo.BadInput;
import org.vigie.geo.PlacePrecision;
import org.vigie.geo.Position;
import org.vigie.record.ActorClass;
import org.vigie.record.Alerts;
import org.vigie.record.Body;
import org.vigie.record.Component;
import org.vigie.record.Entry;
import org.vigie.record.Grade;
import org.vigie.record.Handling;
import org.vigie.record.Ids;
import org.vigie.record.MemoryLedger;
import org.vigie.record.Origin;
import org.vigie.record.Responses;
import org.vigie.record.Site;
import org.vigie.record.Viewer;
import org.vigie.record.Warnings;
import org.vigie.record.Warnings.Outcome;
import org.vigie.record.Warnings.Severity;
import org.vigie.share.Decision;
import org.vigie.share.Tier;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/// Alerts as messages of the Common Alerting Protocol, held against the structure of the standard.
class CapMessagesTest {

    private static final String CAP = "urn:oasis:names:tc:emergency:cap:1.2";
    private static final UUID ALERT = Ids.subject("alert", "a");
    private static final UUID REPORT = Ids.subject("report", "r");
    private static final Decision DECIDED =
            new Decision("A. Diallo, protection", "they are warned");
    private static final Position QUARRY = new Position(13.96, -3.57);
    private static final Schema SCHEMA = schema();

    private Instant now = Instant.parse("2031-03-01T05:30:00.250Z");
    private final MemoryLedger ledger = new MemoryLedger(() -> now);
    private final Random chance = new Random(3);

    private static Schema schema() {
        try {
            return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                    .newSchema(CapMessagesTest.class.getResource("/cap/cap-1.2-retyped.xsd"));
        } catch (SAXException e) {
            throw new IllegalStateException(e);
        }
    }

    private void add(UUID subject, Body body) {
        ledger.append(
                List.of(
                        new Entry(
                                Ids.fresh(now, chance),
                                subject,
                                null,
                                null,
                                "watch officer",
                                Component.OPERATIONS_CENTRE,
                                Handling.PROTECTION,
                                Origin.hand(),
                                null,
                                body)));
    }

    private void open(String title, Severity severity, Site site) {
        add(
                REPORT,
                new Warnings.ReportReceived(
                        "phone",
                        site,
                        "the baker's son says that they come by night",
                        "herders",
                        "a raid",
                        severity,
                        ActorClass.PRIVATE_MILITARY,
                        Grade.UNJUDGED,
                        true));
        add(
                ALERT,
                new Warnings.AlertOpened(
                        title,
                        site,
                        severity,
                        "herders at the quarry",
                        ActorClass.PRIVATE_MILITARY,
                        List.of(REPORT)));
    }

    private void openUsual() {
        open(
                "Raid feared",
                Severity.HIGH,
                new Site(
                        "Hollow Quarry",
                        QUARRY,
                        PlacePrecision.NEAR,
                        null,
                        "Delta",
                        "Orle",
                        "Ostrelle"));
    }

    private CapMessages.Answer ask(Tier tier) {
        var whole = ledger.asOf(now, now, Viewer.owner());
        var seen = Alerts.of(whole).findAlert(ALERT).orElseThrow();
        return CapMessages.of(
                tier,
                seen,
                new CapMessages.Asked(now, whole, DECIDED, "mission.example.org", false));
    }

    private CapMessage due(Tier tier) {
        return ((CapMessages.Answer.Due) ask(tier)).message();
    }

    /// Gives it, so that the ledger has it.
    private CapMessage sent(Tier tier) {
        var message = due(tier);
        ledger.append(
                List.of(
                        CapMessages.entry(
                                message,
                                bytes(message),
                                DECIDED,
                                new CapMessages.Recording(
                                        Ids.fresh(now, chance), "test", Component.PROTECTION))));
        return message;
    }

    private static byte[] bytes(CapMessage message) {
        return CapMessages.write(message, "MISOST", Language.EN);
    }

    private static String text(CapMessage message) {
        return new String(bytes(message), StandardCharsets.UTF_8);
    }

    private static Document valid(CapMessage message) {
        try {
            var bytes = bytes(message);
            SCHEMA.newValidator().validate(new StreamSource(new ByteArrayInputStream(bytes)));
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new AssertionError(e.getMessage() + "\n" + text(message), e);
        }
    }

    private static List<String> all(Document document, String name) {
        var found = document.getElementsByTagNameNS(CAP, name);
        var texts = new ArrayList<String>();
        for (int i = 0; i < found.getLength(); i++) {
            texts.add(((Element) found.item(i)).getTextContent());
        }
        return texts;
    }

    @Test
    void within_the_mission_the_message_says_place_title_and_who_is_at_risk() {
        openUsual();
        var message = valid(due(Tier.RESTRICTED));
        assertEquals(List.of("mission.example.org"), all(message, "sender"));
        assertEquals(List.of("2031-03-01T05:30:00-00:00"), all(message, "sent"));
        assertEquals(List.of("Actual"), all(message, "status"));
        assertEquals(List.of("Alert"), all(message, "msgType"));
        assertEquals(List.of("Restricted"), all(message, "scope"));
        assertEquals(List.of("en-GB", "fr-FR"), all(message, "language"));
        assertEquals(List.of("Security", "Security"), all(message, "category"));
        assertEquals(List.of("Expected", "Expected"), all(message, "urgency"));
        assertEquals(List.of("Severe", "Severe"), all(message, "severity"));
        assertEquals(List.of("Unknown", "Unknown"), all(message, "certainty"));
        assertEquals(List.of("Assess", "Assess"), all(message, "responseType"));
        assertEquals(List.of("Raid feared", "Raid feared"), all(message, "headline"));
        assertEquals(List.of("Hollow Quarry", "Hollow Quarry"), all(message, "areaDesc"));
        assertEquals("13.9600,-3.5700 25.0", all(message, "circle").getFirst());
        assertTrue(all(message, "description").getFirst().contains("herders at the quarry"));
        assertEquals("2031-03-02T05:30:00-00:00", all(message, "expires").getFirst());
    }

    @Test
    void no_reader_learns_who_is_alleged_or_what_a_reporter_said() {
        openUsual();
        for (var tier : List.of(Tier.RESTRICTED, Tier.PARTNER, Tier.PUBLIC)) {
            var said = text(due(tier));
            for (var word :
                    List.of("baker", "phone", "rivate", "priv", "watch officer", "a raid")) {
                assertFalse(
                        said.replace("<scope>Private</scope>", "").contains(word),
                        () -> word + " in " + said);
            }
            assertFalse(said.contains(ALERT.toString()) || said.contains(REPORT.toString()), said);
        }
    }

    @Test
    void readers_outside_have_an_area_and_nothing_that_was_typed() {
        openUsual();
        var partner = valid(due(Tier.PARTNER));
        assertEquals(List.of("Private"), all(partner, "scope"));
        assertEquals("Delta", all(partner, "areaDesc").getFirst());
        assertEquals(
                "13.5000,-4.0000 13.5000,-3.5000 14.0000,-3.5000 14.0000,-4.0000 13.5000,-4.0000",
                all(partner, "polygon").getFirst());
        assertEquals(List.of(), all(partner, "circle"));
        var anybody = valid(due(Tier.PUBLIC));
        assertEquals(List.of("Public"), all(anybody, "scope"));
        assertEquals(
                "12.0000,-4.0000 12.0000,-2.0000 14.0000,-2.0000 14.0000,-4.0000 12.0000,-4.0000",
                all(anybody, "polygon").getFirst());
        for (var said : List.of(text(due(Tier.PARTNER)), text(due(Tier.PUBLIC)))) {
            assertFalse(said.contains("Quarry") || said.contains("herders"), said);
        }
    }

    @Test
    void the_same_warning_asked_for_again_is_the_same_message() {
        openUsual();
        var first = sent(Tier.RESTRICTED);
        now = now.plus(Duration.ofHours(2));
        assertArrayEquals(bytes(first), bytes(due(Tier.RESTRICTED)));
    }

    @Test
    void what_has_changed_is_an_update_that_names_what_really_left_to_these_readers() {
        openUsual();
        var first = sent(Tier.RESTRICTED);
        sent(Tier.PARTNER);
        now = now.plusSeconds(600);
        add(
                Ids.subject("response", "x"),
                new Responses.OrderGiven(
                        ALERT,
                        Component.FORCE,
                        Responses.Tier.PHYSICAL,
                        Responses.Action.PATROL,
                        List.of("QRF"),
                        "Sector commander",
                        "none"));
        var second = sent(Tier.RESTRICTED);
        var message = valid(second);
        assertEquals(List.of("Update"), all(message, "msgType"));
        assertEquals(
                List.of("mission.example.org," + first.identifier() + ",2031-03-01T05:30:00-00:00"),
                all(message, "references"));
        assertEquals("Monitor", all(message, "responseType").getFirst());
        assertFalse(text(second).contains("QRF"), text(second));
        assertEquals(
                CapMessage.Type.ALERT,
                due(Tier.PARTNER).type(),
                "nobody outside is told that somebody was sent");
    }

    @Test
    void a_message_that_holds_no_longer_is_sent_anew() {
        openUsual();
        var first = sent(Tier.RESTRICTED);
        now = first.expires();
        var again = due(Tier.RESTRICTED);
        assertEquals(CapMessage.Type.UPDATE, again.type());
        assertEquals(now.truncatedTo(java.time.temporal.ChronoUnit.SECONDS), again.sent());
    }

    @Test
    void judged_false_takes_back_what_was_sent_and_is_nothing_where_nothing_was() {
        openUsual();
        var first = sent(Tier.RESTRICTED);
        now = now.plusSeconds(3600);
        add(ALERT, new Warnings.AlertClosed(Outcome.JUDGED_FALSE, "a wedding"));
        var taken = sent(Tier.RESTRICTED);
        var message = valid(taken);
        assertEquals(List.of("Cancel"), all(message, "msgType"));
        assertTrue(all(message, "references").getFirst().contains(first.identifier()));
        assertEquals(List.of(), all(message, "info"));
        assertFalse(text(taken).contains("wedding"), text(taken));
        assertEquals(new CapMessages.Answer.None("nothing-sent"), ask(Tier.PARTNER));
        now = now.plus(Duration.ofDays(3));
        assertArrayEquals(bytes(taken), bytes(due(Tier.RESTRICTED)));
    }

    @Test
    void closed_otherwise_it_is_past_and_nobody_is_told_that_it_is_safe() {
        openUsual();
        sent(Tier.RESTRICTED);
        now = now.plusSeconds(3600);
        add(ALERT, new Warnings.AlertClosed(Outcome.DID_NOT_HAPPEN, "quiet"));
        var message = valid(due(Tier.RESTRICTED));
        assertEquals("Past", all(message, "urgency").getFirst());
        assertEquals("None", all(message, "responseType").getFirst());
    }

    @Test
    void of_an_exercise_every_part_says_so() {
        openUsual();
        var whole = ledger.asOf(now, now, Viewer.owner());
        var answer =
                CapMessages.of(
                        Tier.RESTRICTED,
                        Alerts.of(whole).findAlert(ALERT).orElseThrow(),
                        new CapMessages.Asked(now, whole, null, "x.example", true));
        var message = valid(((CapMessages.Answer.Due) answer).message());
        assertEquals(List.of("Exercise"), all(message, "status"));
        assertEquals(
                List.of("EXERCISE – Raid feared", "EXERCICE – Raid feared"),
                all(message, "headline"));
    }

    @Test
    void a_sender_with_a_comma_or_a_space_is_refused() {
        openUsual();
        var whole = ledger.asOf(now, now, Viewer.owner());
        for (var sender : List.of("", "a b", "a,b", "<a>")) {
            assertThrows(
                    BadInput.class, () -> new CapMessages.Asked(now, whole, null, sender, false));
        }
    }

    /// Whatever was typed and wherever it is: valid, and read back it says the same.
    @Property(tries = 100)
    void every_message_is_valid_and_says_what_was_put_in(
            @ForAll @StringLength(max = 400) String title,
            @ForAll Severity severity,
            @ForAll PlacePrecision precision,
            @ForAll @DoubleRange(min = -90, max = 90) double latitude,
            @ForAll @DoubleRange(min = -180, max = 180) double longitude) {
        var at = new Position(latitude, longitude);
        for (var tier : List.of(Tier.RESTRICTED, Tier.PARTNER, Tier.PUBLIC)) {
            var fresh = new CapMessagesTest();
            fresh.open(title, severity, Site.at("Hollow Quarry", at, precision));
            var given = fresh.due(tier);
            var message = valid(given);
            assertEquals(List.of(given.identifier()), all(message, "identifier"));
            assertEquals(2, all(message, "info").size());
            for (var shape : all(message, "polygon")) {
                assertTrue(contains(shape, at), () -> shape + " " + at);
            }
            for (var circle : all(message, "circle")) {
                assertEquals(Tier.RESTRICTED, tier);
                var centre = point(circle.split(" ", -1)[0]);
                assertEquals(latitude, centre.latitude(), 1e-4);
                assertEquals(longitude, centre.longitude(), 1e-4);
            }
        }
    }

    private static boolean contains(String polygon, Position at) {
        var corners = polygon.split(" ", -1);
        var southWest = point(corners[0]);
        var northEast = point(corners[2]);
        boolean beside =
                at.longitude() >= southWest.longitude() && at.longitude() <= northEast.longitude();
        return at.latitude() >= southWest.latitude()
                && at.latitude() <= northEast.latitude()
                && (beside || at.longitude() == 180);
    }

    private static Position point(String text) {
        var parts = text.split(",", -1);
        return new Position(Double.parseDouble(parts[0]), Double.parseDouble(parts[1]));
    }
}

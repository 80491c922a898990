package org.vigie.exchange.lanes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.vigie.geo.BadInput;
import org.vigie.geo.PlacePrecision;
import org.vigie.geo.Position;
import org.vigie.record.Grade;
import org.vigie.record.Site;
import org.vigie.record.Warnings.Severity;

class MessagesTest {

    private static final Site MOPTI = Site.named("Mopti region");
    private static final Instant NOW = Instant.parse("2026-03-01T06:00:00Z");

    /// As the flow editor sends it, with a contact and a channel of whom nothing must stay.
    private static final String CONVERSATION =
            """
            {
              "flow": {"uuid": "f5901b62-ba76-4003-9c62-72fdacc1b7b7", "name": "Alerte"},
              "path": [{"node_uuid": "n1", "arrived_on": "2026-03-01T05:58:00Z"}],
              "results": {
                "lieu": {"value": "Ogossagou", "category": "All Responses", "input": "Ogossagou"},
                "menace": {"value": "hommes armés à moto, appelez 76 12 34 56", "category": "All"},
                "gravite": {"value": "3", "category": "Elevee", "input": "3"},
                "accord": {"value": "1", "category": "Oui"}
              },
              "run": {"uuid": "4213ac47-93fd-48c4-af12-7da8218ef09d"},
              "input": {
                "uuid": "9bf91c2b-ce58-4cef-aacc-281e03f69ab5",
                "type": "msg",
                "text": "1",
                "created_on": "2026-03-01T05:59:30.000000Z",
                "urn": {"scheme": "tel", "path": "+22376123456", "display": ""}
              },
              "channel": {"address": "+22370000000", "name": "Mopti", "uuid": "c1"},
              "contact": {"uuid": "c2", "name": "Amadou Dicko", "urn": "tel:+22376123456"}
            }
            """;

    @Test
    void a_conversation_says_where_what_and_how_grave_and_not_who() {
        var message = RapidPro.read(CONVERSATION.getBytes(StandardCharsets.UTF_8));
        assertEquals("9bf91c2b-ce58-4cef-aacc-281e03f69ab5", message.id());
        assertEquals("Ogossagou", message.place());
        assertEquals("hommes armés à moto, appelez (…)", message.text());
        assertEquals(Severity.HIGH, message.severity());
        assertFalse(message.consent(), "nobody judged that the telephone is safe");
        assertEquals(Instant.parse("2026-03-01T05:59:30Z"), message.sentAt());
        var report = message.report("rapidpro", MOPTI, NOW);
        assertEquals("Ogossagou", report.site().name());
        assertEquals(new Grade('F', 6), report.grade());
        for (var secret : new String[] {"Amadou", "Dicko", "76123456", "76 12", "22370000000"}) {
            assertFalse(report.toString().contains(secret), secret);
        }
    }

    @Test
    void a_conversation_without_results_is_what_was_said_last() {
        var message = RapidPro.read(bytes("{\"input\":{\"text\":\" coups de feu \"}}"));
        assertEquals("coups de feu", message.text());
        assertEquals("", message.id());
        assertEquals(Severity.NOT_ASSESSED, message.severity());
    }

    @Test
    void results_of_other_names_are_all_kept_as_text() {
        var message =
                RapidPro.read(
                        bytes(
                                "{\"results\":{\"b\":{\"value\":\"yes\"},\"a\":{\"value\":\"gunfire\"}}}"));
        assertEquals("a: gunfire; b: yes", message.text());
    }

    @Test
    void what_is_no_whole_object_or_says_nothing_is_refused_with_what_is_wrong() {
        for (var bad : new String[] {"", "[]", "7", "{", "{}", "{\"results\":[]}", "null"}) {
            assertThrows(BadInput.class, () -> RapidPro.read(bytes(bad)), bad);
        }
        var said = assertThrows(BadInput.class, () -> SmsGateway.read(Map.of("from", "1")));
        assertTrue(said.toString().contains("this message says nothing"), said.toString());
    }

    @Test
    void the_common_gateways_call_their_fields_differently() {
        var twilio = Map.of("Body", "des tirs", "MessageSid", "SM1", "From", "+22376123456");
        assertEquals(new Said("SM1", "des tirs"), said(SmsGateway.read(twilio)));
        var sync = Map.of("message", "des tirs", "message_id", "9", "sent_timestamp", "1772344770");
        assertEquals(new Said("9", "des tirs"), said(SmsGateway.read(sync)));
        assertEquals(Instant.ofEpochSecond(1772344770), SmsGateway.read(sync).sentAt());
        var plain = Map.of("text", "des tirs", "id", "a7", "date", "yesterday");
        assertEquals(new Said("a7", "des tirs"), said(SmsGateway.read(plain)));
        assertNull(SmsGateway.read(plain).sentAt());
    }

    private record Said(String id, String text) {}

    private static Said said(Message message) {
        return new Said(message.id(), message.text());
    }

    @Test
    void a_message_that_names_no_place_is_from_the_region_of_its_lane() {
        var report = SmsGateway.read(Map.of("text", "des tirs")).report("sms", MOPTI, NOW);
        assertEquals(MOPTI, report.site());
        assertEquals("sms", report.lane());
        assertEquals(Severity.NOT_ASSESSED, report.severity());
    }

    @Test
    void a_position_is_kept_as_exact_under_the_name_that_was_given() {
        var place = new Position(14.0, -3.5);
        var message = new Message("1", "tirs", null, "Moura", place, "", Severity.HIGH, false);
        var site = message.report("openrosa", MOPTI, NOW).site();
        assertEquals(place, site.position());
        assertEquals(PlacePrecision.EXACT, site.precision());
        assertEquals("Moura", site.name());
    }

    @Test
    void a_senders_clock_that_is_ahead_or_years_behind_says_nothing() {
        assertNull(sent(NOW.plus(Duration.ofMinutes(6))));
        assertNull(sent(NOW.minus(Duration.ofDays(31))));
        var honest = NOW.minus(Duration.ofHours(3));
        assertEquals(honest, sent(honest));
    }

    private static @Nullable Instant sent(Instant moment) {
        return Message.of("1", "tirs", moment).report("sms", MOPTI, NOW).sentAt();
    }

    @Test
    void what_is_too_long_is_cut_and_half_a_letter_is_mended_for_a_machine_would_send_it_again() {
        var long_ = Message.of("1", "x".repeat(Message.TEXT_MAX - 1) + "\uD83D\uDD25 feu", null);
        assertTrue(long_.text().endsWith("? (…)"), long_.text());
        assertEquals("tirs ?", Message.of("1", "tirs \uD83D", null).text());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

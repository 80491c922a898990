package org.vigie.exchange.lanes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.vigie.geo.BadInput;
import org.vigie.record.Site;
import org.vigie.share.Identifying;

/// Whatever a machine sends is a report or is refused with a sentence, and no telephone gets in.
class MessagesFuzzTest {

    private static final Instant NOW = Instant.parse("2026-03-01T06:00:00Z");

    @FuzzTest
    void a_conversation_is_a_report_or_is_refused(byte[] bytes) {
        try {
            check(RapidPro.read(bytes));
        } catch (BadInput refused) {
            assertFalse(refused.toString().isBlank());
        }
    }

    @FuzzTest
    void a_text_message_is_a_report_or_is_refused(byte[] bytes) {
        var text = new String(bytes, StandardCharsets.UTF_8);
        try {
            check(SmsGateway.read(Map.of("text", text, "id", text, "date", text)));
        } catch (BadInput refused) {
            assertFalse(refused.toString().isBlank());
        }
    }

    private static void check(Message message) {
        var report = message.report("sms", Site.named("region"), NOW);
        assertFalse(report.text().isBlank());
        assertEquals(report.text(), Identifying.masked(report.text()));
    }
}

package org.vigie.exchange.openrosa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.vigie.exchange.lanes.Message;
import org.vigie.geo.BadInput;
import org.vigie.geo.PlacePrecision;
import org.vigie.geo.Position;
import org.vigie.record.ActorClass;
import org.vigie.record.Site;
import org.vigie.record.Warnings.Severity;

/// What is filled in on a telephone, and the report that it becomes.
class WarningFormTest {

    private static final Instant NOW = Instant.parse("2026-12-01T06:00:00Z");
    private static final Site MOPTI = Site.named("Mopti region");

    private static final String FILLED =
            """
            <?xml version='1.0' ?><data id="vigie-warning" version="2026113001">\
            <where>Ogossagou</where><position>13.96 -3.57 280.0 12.5</position>\
            <threat>des hommes armés à moto</threat><at_risk>les familles près du puits</at_risk>\
            <alleged>state</alleged><severity>critical</severity>\
            <seen>2026-12-01T05:10:00.000+00:00</seen><feedback>yes</feedback>\
            <meta><instanceID>uuid:1</instanceID>\
            <timeEnd>2026-12-01T05:40:00.000+00:00</timeEnd></meta></data>\
            """;

    private final WarningForm form;

    WarningFormTest() throws IOException {
        form = WarningForm.own();
    }

    private Message read(String xml) {
        return form.message(xml.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void each_answer_has_its_field() {
        var message = read(FILLED);
        assertEquals("uuid:1", message.id());
        assertTrue(message.consent());
        var report = message.report("openrosa", MOPTI, NOW);
        assertEquals(
                Site.at("Ogossagou", new Position(13.96, -3.57), PlacePrecision.EXACT),
                report.site());
        assertEquals("des hommes armés à moto", report.threat());
        assertEquals("les familles près du puits", report.atRisk());
        assertEquals(ActorClass.STATE, report.alleged());
        assertEquals(Severity.CRITICAL, report.severity());
        assertTrue(report.feedbackConsent());
        assertEquals(Instant.parse("2026-12-01T05:40:00Z"), report.sentAt());
        assertEquals("des hommes armés à moto\nvu / seen: 2026-12-01 05:10:00Z", report.text());
    }

    @Test
    void what_is_left_open_is_not_guessed() {
        var message =
                read(
                        """
                        <data id="vigie-warning" version="2026113001"><where/><position/>\
                        <threat>des tirs</threat><severity/><feedback/>\
                        <meta><instanceID>uuid:2</instanceID></meta></data>\
                        """);
        var report = message.report("openrosa", MOPTI, NOW);
        assertEquals(MOPTI, report.site());
        assertEquals(ActorClass.UNKNOWN, report.alleged());
        assertEquals(Severity.NOT_ASSESSED, report.severity());
        assertFalse(report.feedbackConsent());
        assertNull(report.sentAt());
        assertEquals("des tirs", report.text());
    }

    /// Half a kilometre is the limit, whatever the receiver says.
    @Property
    void a_position_is_exact_up_to_half_a_kilometre(
            @ForAll @IntRange(min = 0, max = 100_000) int centimetres) {
        var metres = BigDecimal.valueOf(centimetres, 2);
        var message = read(FILLED.replace("12.5", metres.toPlainString()));
        boolean exact = metres.compareTo(BigDecimal.valueOf(500)) <= 0;
        assertEquals(exact ? PlacePrecision.EXACT : PlacePrecision.NEAR, message.precision());
    }

    @Test
    void a_position_without_an_accuracy_is_not_exact() {
        assertEquals(
                PlacePrecision.NEAR,
                read(FILLED.replace("13.96 -3.57 280.0 12.5", "13.96 -3.57")).precision());
    }

    @Test
    void a_position_that_cannot_be_read_costs_no_warning() {
        for (var bad : new String[] {"north of the well", "95 200 0 0", "13.96", "NaN NaN 0 0"}) {
            var message = read(FILLED.replace("13.96 -3.57 280.0 12.5", bad));
            assertNull(message.position(), bad);
            var report = message.report("openrosa", MOPTI, NOW);
            assertTrue(report.text().endsWith("position: " + bad), report.text());
        }
    }

    @Test
    void what_the_telephone_says_of_itself_is_not_read_wherever_it_stands() {
        var spy =
                "<deviceid>SECRET1</deviceid><username>SECRET2</username>"
                        + "<phonenumber>SECRET3</phonenumber><simserial>SECRET4</simserial>"
                        + "<audit>SECRET5</audit>";
        for (var place : new String[] {"<where>", "<meta>"}) {
            var before = place.equals("<where>") ? spy + place : place + spy;
            var message = read(FILLED.replace(place, before));
            assertEquals(read(FILLED), message);
        }
        var within = read(FILLED.replace("<threat>", "<threat>" + spy));
        assertFalse(within.toString().contains("SECRET"), within.toString());
    }

    @Test
    void a_telephone_number_in_an_answer_is_left_out() {
        var message = read(FILLED.replace("Ogossagou", "appelez 70 00 00 00"));
        assertEquals("appelez (…)", message.place());
    }

    @Test
    void an_earlier_version_is_taken_and_a_later_one_is_not() {
        assertEquals(read(FILLED), read(FILLED.replace("2026113001", "2026010101")));
        refused(FILLED.replace("2026113001", "2099010101"), "version", "2099010101");
        refused(FILLED.replace("version=\"2026113001\"", ""), "version", "2026120101");
        refused(FILLED.replace("vigie-warning", "census"), "form", "census");
    }

    @Test
    void what_is_no_form_that_was_filled_in_is_refused_with_a_sentence() {
        refused(FILLED.replace("uuid:1", ""), "instanceID", "missing");
        refused(FILLED.replace("<threat>", "<x>").replace("</threat>", "</x>"), "text");
        refused(FILLED.replace("</data>", ""), "whole");
        refused(FILLED.substring(0, FILLED.length() / 2), "whole");
        refused(FILLED.replace("<where>", "<where>x</where><where>"), "where", "once");
        refused(FILLED.replace("des hommes", "&#0;"), "whole");
        refused("not a form", "whole");
        refused("", "whole");
    }

    @Test
    void entities_are_refused_before_they_grow() {
        var bomb = new StringBuilder("<!DOCTYPE d [<!ENTITY a0 \"ha\">");
        for (int level = 1; level < 30; level++) {
            bomb.append("<!ENTITY a%s \"&a%s;&a%s;\">".formatted(level, level - 1, level - 1));
        }
        refused(FILLED.replace("<data", bomb + "]><data").replace("Ogossagou", "&a29;"), "DOCTYPE");
        refused(
                FILLED.replace(
                                "<data",
                                "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><data")
                        .replace("Ogossagou", "&x;"),
                "DOCTYPE");
    }

    private void refused(String xml, String... words) {
        var bad = assertThrows(BadInput.class, () -> read(xml), xml);
        for (var word : words) {
            assertTrue(bad.toString().contains(word), bad.toString());
        }
    }

    @Test
    void a_form_whose_answers_would_go_nowhere_is_refused() throws IOException {
        refusedForm("note|thanks", "text|thanks", "thanks", "at_risk");
        refusedForm("text|threat", "date|threat", "threat", "text");
        refusedForm("threat|yes", "threat|no", "threat", "required");
        refusedForm("grave|high", "grave|enormous", "enormous", "critical");
        refusedForm("2026113001", "v7", "v7");
    }

    private static void refusedForm(String part, String by, String... words) throws IOException {
        var workbook = FormSheets.workbook(FormSheets.SMALL.replace(part, by));
        var bad = assertThrows(BadInput.class, () -> WarningForm.of(workbook, "f.xlsx"), by);
        for (var word : words) {
            assertTrue(bad.toString().contains(word), bad.toString());
        }
    }
}

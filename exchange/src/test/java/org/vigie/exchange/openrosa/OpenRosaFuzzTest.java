package org.vigie.exchange.openrosa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.function.Supplier;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import org.vigie.exchange.lanes.Message;
import org.vigie.geo.BadInput;
import org.vigie.record.Site;
import org.vigie.share.Identifying;

/// Whatever a workbook or a telephone brings is a form, or is refused with a sentence.
class OpenRosaFuzzTest {

    private static final Instant NOW = Instant.parse("2026-12-01T06:00:00Z");

    @FuzzTest
    void a_workbook_is_a_form_or_is_refused(byte[] bytes) throws IOException, XMLStreamException {
        try {
            requireWhole(XlsForm.read(bytes, "any.xlsx"));
        } catch (BadInput refused) {
            assertFalse(refused.toString().isBlank());
        }
    }

    /// The archive is whole; what stands in its cells is not.
    @FuzzTest
    void sheets_are_a_form_or_are_refused(byte[] bytes) throws IOException, XMLStreamException {
        var text = new String(bytes, StandardCharsets.UTF_8);
        try {
            requireWhole(XlsForm.read(FormSheets.workbook(text), "any.xlsx"));
        } catch (BadInput refused) {
            assertFalse(refused.toString().isBlank());
        }
    }

    @FuzzTest
    void what_a_telephone_sends_is_a_report_or_is_refused(byte[] bytes) throws IOException {
        var form = WarningForm.own();
        requireReport(() -> form.message(bytes));
    }

    @FuzzTest
    void what_the_page_of_the_form_sends_is_a_report_or_is_refused(byte[] bytes)
            throws IOException {
        var form = WarningForm.own();
        requireReport(() -> form.ofPage(bytes));
    }

    private static void requireReport(Supplier<Message> read) {
        try {
            var message = read.get();
            var report = message.report("openrosa", Site.named("region"), NOW);
            assertFalse(report.text().isBlank());
            assertFalse(message.id().isBlank());
            assertEquals(report.threat(), Identifying.masked(report.threat()));
        } catch (BadInput refused) {
            assertFalse(refused.toString().isBlank());
        }
    }

    /// A form that is taken is written as XML that a reader takes.
    private static void requireWhole(XlsForm form) throws XMLStreamException {
        var reader =
                XMLInputFactory.newDefaultFactory()
                        .createXMLStreamReader(new ByteArrayInputStream(XForm.write(form)));
        while (reader.hasNext()) {
            reader.next();
        }
        reader.close();
    }
}

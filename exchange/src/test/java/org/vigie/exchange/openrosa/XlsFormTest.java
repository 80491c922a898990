package org.vigie.exchange.openrosa;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.vigie.geo.BadInput;
import org.w3c.dom.Document;

/// Forms as people type them, and as telephones read them.
class XlsFormTest {

    @Test
    void a_workbook_with_three_sheets_is_a_form() throws IOException {
        var form = FormSheets.form(FormSheets.SMALL);
        assertEquals("small", form.id());
        assertEquals("2026113001", form.version());
        assertEquals(List.of("Français (fr)", "English (en)"), form.languages());
        assertEquals(
                List.of("threat", "severity", "thanks"),
                form.questions().stream().map(XlsForm.Question::name).toList());
        var severity = form.questions().get(1);
        assertEquals(XlsForm.Type.SELECT_ONE, severity.type());
        assertEquals(
                List.of("low", "high"),
                severity.choices().stream().map(XlsForm.Choice::name).toList());
    }

    @Test
    void what_is_empty_in_a_language_is_said_in_the_default_one() throws IOException {
        var form = FormSheets.form(FormSheets.SMALL);
        assertEquals(
                Map.of("Français (fr)", "Gravité", "English (en)", "Gravité"),
                form.questions().get(1).label());
        assertEquals(
                Map.of("Français (fr)", "No names", "English (en)", "No names"),
                form.questions().get(0).hint());
        assertEquals(
                "Élevée", form.questions().get(1).choices().get(1).label().get("English (en)"));
    }

    @Test
    void each_thing_that_is_not_understood_is_refused_with_its_sheet_row_and_word() {
        refused("text|threat|yes", "calculate|threat|yes", "sheet survey, row 2", "calculate");
        refused("text|threat|yes", "audio|threat|yes", "sheet survey, row 2", "audio");
        refused("note|thanks", "begin group|thanks", "sheet survey, row 4", "begin group");
        refused("select_one grave", "select_one", "sheet survey, row 3", "select_one LIST");
        refused("select_one grave", "select_one other", "sheet survey, row 3", "other", "grave");
        refused("select_one grave", "select_multiple grave", "row 3", "select_multiple grave");
        refused("|required|", "|relevant|", "sheet survey, row 2", "relevant", "label::LANGUAGE");
        refused("threat|yes", "threat|maybe", "sheet survey, row 2", "maybe", "yes, no");
        refused("text|threat", "text|9 threat", "sheet survey, row 2", "9 threat");
        refused("note|thanks", "note|Threat", "sheet survey, row 4", "Threat");
        refused("note|thanks", "note|meta", "sheet survey, row 4", "meta");
        refused("|Gravité|", "||", "sheet survey, row 3", "label");
        refused("grave|high", "grave|low", "sheet choices, row 3", "low");
        refused("|default_language", "|submission_url", "sheet settings, row 2", "submission_url");
        refused("|Français (fr)\n", "|Deutsch (de)\n", "sheet settings, row 2", "Deutsch (de)");
        refused("small|2026113001", "|2026113001", "sheet settings, row 2", "form_id");
        refused("[settings]", "[other]", "settings", "small.xlsx");
    }

    private static void refused(String part, String by, String... words) {
        var text = FormSheets.SMALL.replace(part, by);
        assertTrue(!text.equals(FormSheets.SMALL), part);
        var bad = assertThrows(BadInput.class, () -> FormSheets.form(text), by);
        for (var word : words) {
            assertTrue(bad.toString().contains(word), bad.toString());
        }
    }

    @Test
    void a_telephone_reads_each_text_in_its_language_and_each_binding() throws Exception {
        var bytes = XForm.write(FormSheets.form(FormSheets.SMALL));
        assertArrayEquals(bytes, XForm.write(FormSheets.form(FormSheets.SMALL)));
        var page = page(bytes);
        assertEquals("Petit < grand & co", text(page, "//*[local-name()='title']"));
        assertEquals("Français (fr)", text(page, "//*[@default='true()']/@lang"));
        var english = "//*[@lang='English (en)']/*[@id='/data/%s']/*";
        assertEquals("What is feared?", text(page, english.formatted("threat:label")));
        assertEquals("Gravité", text(page, english.formatted("severity:label")));
        assertEquals("Low", text(page, english.formatted("severity/low:label")));
        assertEquals("small", text(page, "//*[local-name()='data']/@id"));
        assertEquals("true()", text(page, "//*[@nodeset='/data/threat']/@required"));
        assertEquals("true()", text(page, "//*[@nodeset='/data/thanks']/@readonly"));
        assertEquals(
                "uid",
                text(page, "//*[@nodeset='/data/meta/instanceID']/@*[local-name()='preload']"));
        assertEquals("high", text(page, "(//*[local-name()='item']/*[local-name()='value'])[2]"));
    }

    @Test
    void an_archive_that_grows_without_measure_is_refused() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            var zeros = new byte[1 << 16];
            for (int part = 0; part < 512; part++) {
                zip.write(zeros);
            }
        }
        assertThrows(BadInput.class, () -> XlsForm.read(bytes.toByteArray(), "bomb.xlsx"));
        var large = new byte[(1 << 20) + 1];
        assertThrows(BadInput.class, () -> XlsForm.read(large, "large.xlsx"));
    }

    @Test
    void an_entity_in_a_sheet_is_not_resolved() throws IOException {
        var parts = FormWorkbook.parts(FormSheets.sheets(FormSheets.SMALL));
        var sheet = parts.get("xl/worksheets/sheet1.xml");
        assertTrue(sheet != null && sheet.contains("Merci"));
        parts.put(
                "xl/worksheets/sheet1.xml",
                String.valueOf(sheet)
                        .replace(
                                "<worksheet",
                                "<!DOCTYPE w [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><worksheet")
                        .replace("Merci", "&x;"));
        var workbook = FormWorkbook.archive(parts);
        assertThrows(BadInput.class, () -> XlsForm.read(workbook, "entity.xlsx"));
    }

    @Test
    void what_is_no_workbook_is_refused() {
        var text = "type,name\ntext,threat\n".getBytes(StandardCharsets.UTF_8);
        assertThrows(BadInput.class, () -> XlsForm.read(text, "form.csv"));
    }

    private static Document page(byte[] bytes) throws Exception {
        var factory = DocumentBuilderFactory.newDefaultNSInstance();
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
    }

    private static String text(Document page, String path) throws Exception {
        XPath xpath = XPathFactory.newDefaultInstance().newXPath();
        return xpath.evaluate(path, page);
    }
}

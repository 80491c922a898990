package org.vigie.exchange.openrosa;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes a workbook of some sheets of text, the same bytes each time: nothing in it is packed, and
/// every part has the same date.
final class FormWorkbook {

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    private static final String FORMATS = "http://schemas.openxmlformats.org/";
    private static final String MAIN = FORMATS + "spreadsheetml/2006/main";
    private static final String RELATIONS = FORMATS + "officeDocument/2006/relationships";
    private static final String PACKAGE = FORMATS + "package/2006/";
    private static final String TYPE =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    /// 1980-02-01, in the calendar of the archive: it knows no zone.
    private static final java.time.LocalDateTime DATE =
            java.time.LocalDateTime.of(1980, 2, 1, 0, 0);

    private FormWorkbook() {}

    /// @param sheets by name, in their order; each a list of rows of cells
    static byte[] of(Map<String, List<List<String>>> sheets) throws IOException {
        return archive(parts(sheets));
    }

    static byte[] archive(Map<String, String> parts) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                var text = part.getValue().getBytes(StandardCharsets.UTF_8);
                var crc = new CRC32();
                crc.update(text);
                var entry = new ZipEntry(part.getKey());
                entry.setMethod(ZipEntry.STORED);
                entry.setSize(text.length);
                entry.setCrc(crc.getValue());
                entry.setTimeLocal(DATE);
                zip.putNextEntry(entry);
                zip.write(text);
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    static Map<String, String> parts(Map<String, List<List<String>>> sheets) {
        var types = new StringBuilder();
        var listed = new StringBuilder();
        var relations = new StringBuilder();
        var parts = new LinkedHashMap<String, String>();
        int number = 0;
        for (var sheet : sheets.entrySet()) {
            number++;
            var path = "worksheets/sheet" + number + ".xml";
            types.append(override("/xl/" + path, "worksheet"));
            listed.append(
                    "<sheet name=\"%s\" sheetId=\"%s\" r:id=\"rId%s\"/>"
                            .formatted(sheet.getKey(), number, number));
            relations.append(relation(number, "worksheet", path));
            parts.put("xl/" + path, HEAD + sheet(sheet.getValue()));
        }
        types.append(override("/xl/workbook.xml", "sheet.main"));
        types.append(override("/xl/styles.xml", "styles"));
        relations.append(relation(number + 1, "styles", "styles.xml"));
        parts.put(
                "[Content_Types].xml",
                HEAD
                        + "<Types xmlns=\"%scontent-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>%s</Types>"
                                .formatted(PACKAGE, types));
        parts.put(
                "_rels/.rels", HEAD + relations(relation(1, "officeDocument", "xl/workbook.xml")));
        parts.put(
                "xl/workbook.xml",
                HEAD
                        + "<workbook xmlns=\"%s\" xmlns:r=\"%s\"><sheets>%s</sheets></workbook>"
                                .formatted(MAIN, RELATIONS, listed));
        parts.put("xl/_rels/workbook.xml.rels", HEAD + relations(relations.toString()));
        parts.put("xl/styles.xml", HEAD + styles());
        return parts;
    }

    /// The least that spreadsheets open without a complaint.
    private static String styles() {
        return "<styleSheet xmlns=\"%s\"><fonts count=\"1\"><font/></fonts><fills count=\"1\"><fill/></fills><borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"1\"><xf/></cellXfs></styleSheet>"
                .formatted(MAIN);
    }

    private static String sheet(List<List<String>> rows) {
        var text = new StringBuilder();
        int number = 0;
        for (var row : rows) {
            number++;
            text.append("<row r=\"").append(number).append("\">");
            for (int at = 0; at < row.size(); at++) {
                if (!row.get(at).isEmpty()) {
                    text.append(
                            "<c r=\"%s%s\" t=\"inlineStr\"><is><t xml:space=\"preserve\">%s</t></is></c>"
                                    .formatted((char) ('A' + at), number, safe(row.get(at))));
                }
            }
            text.append("</row>\n");
        }
        return "<worksheet xmlns=\"%s\"><sheetData>\n%s</sheetData></worksheet>"
                .formatted(MAIN, text);
    }

    private static String safe(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    private static String override(String path, String kind) {
        return "<Override PartName=\"%s\" ContentType=\"%s%s+xml\"/>".formatted(path, TYPE, kind);
    }

    private static String relation(int number, String kind, String target) {
        return "<Relationship Id=\"rId%s\" Type=\"%s/%s\" Target=\"%s\"/>"
                .formatted(number, RELATIONS, kind, target);
    }

    private static String relations(String all) {
        return "<Relationships xmlns=\"%srelationships\">%s</Relationships>"
                .formatted(PACKAGE, all);
    }
}

package org.vigie.exchange.imports;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes the smallest XLSX workbook, for tests: text as inline strings, numbers as numbers.
public final class Workbook {

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONS =
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private Workbook() {}

    /// Writes one sheet.
    ///
    /// @param rows `=day:44000` is a number that is shown as a day
    public static Path write(Path file, List<List<String>> rows) throws IOException {
        return write(file, parts(rows(rows)));
    }

    static Path writeSheet(Path file, String rows) throws IOException {
        return write(file, parts(rows));
    }

    /// Writes an archive of these parts.
    static Path write(Path file, Map<String, String> parts) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                var zip = new ZipOutputStream(out)) {
            for (var part : parts.entrySet()) {
                var entry = new ZipEntry(part.getKey());
                entry.setTime(0); // the same bytes each time
                zip.putNextEntry(entry);
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return file;
    }

    /// The rows of a sheet in its XML.
    static String rows(List<List<String>> rows) {
        var sheet = new StringBuilder();
        int number = 0;
        for (var row : rows) {
            number++;
            sheet.append("<row r=\"").append(number).append("\">");
            for (int place = 0; place < row.size(); place++) {
                sheet.append(cell("" + (char) ('A' + place) + number, row.get(place)));
            }
            sheet.append("</row>");
        }
        return sheet.toString();
    }

    /// The parts of a workbook of one sheet, in their order.
    static Map<String, String> parts(String rows) {
        var parts = new LinkedHashMap<String, String>();
        parts.put("[Content_Types].xml", HEAD + types());
        parts.put("_rels/.rels", HEAD + relation("officeDocument", "xl/workbook.xml"));
        parts.put(
                "xl/workbook.xml",
                HEAD
                        + "<workbook xmlns=\"%s\" xmlns:r=\"%s\"><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
                                .formatted(MAIN, RELATIONS));
        parts.put(
                "xl/_rels/workbook.xml.rels",
                HEAD
                        + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"%s/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Type=\"%s/styles\" Target=\"styles.xml\"/></Relationships>"
                                .formatted(RELATIONS, RELATIONS));
        parts.put(
                "xl/styles.xml",
                HEAD
                        + "<styleSheet xmlns=\"%s\"><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>"
                                .formatted(MAIN));
        parts.put(
                "xl/worksheets/sheet1.xml",
                HEAD
                        + "<worksheet xmlns=\"%s\"><sheetData>%s</sheetData></worksheet>"
                                .formatted(MAIN, rows));
        return parts;
    }

    private static String cell(String address, String text) {
        if (text.startsWith("=day:")) {
            return "<c r=\"%s\" s=\"1\"><v>%s</v></c>".formatted(address, text.substring(5));
        }
        if (text.matches("-?\\d+(\\.\\d+)?(E\\+\\d+)?")) {
            return "<c r=\"%s\"><v>%s</v></c>".formatted(address, text);
        }
        var safe = text.replace("&", "&amp;").replace("<", "&lt;");
        return "<c r=\"%s\" t=\"inlineStr\"><is><t>%s</t></is></c>".formatted(address, safe);
    }

    private static String types() {
        return "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/></Types>";
    }

    private static String relation(String type, String target) {
        return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"%s/%s\" Target=\"%s\"/></Relationships>"
                .formatted(RELATIONS, type, target);
    }
}

package org.vigie.exchange.papers;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.Bidi;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.vigie.exchange.out.XmlText;
import org.vigie.exchange.papers.PaperSheet.Chapter;
import org.vigie.exchange.papers.PaperSheet.Said;
import org.vigie.exchange.render.Html;
import org.vigie.exchange.words.Language;
import org.vigie.exchange.words.Words;
import org.vigie.record.Standpoint;

/// A paper as a document of a word processor (Office Open XML, ECMA-376): headings, tables and
/// paragraphs with styles of their own, so that an office can put its own looks on it. What is
/// computed and what an officer wrote have different styles.
///
/// Six parts of plain XML in a zip, written here: a library for it would weigh more than all of
/// this program's own code and sets times of its own. The same paper gives the same bytes. The
/// tests open it with Apache POI. No macros, no fields, nothing fetched.
public final class PaperDocx {

    private static final String MAIN =
            "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

    private static final String XML =
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

    private static final String CONTENT_TYPES =
            XML
                    + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default"
                    + " Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default"
                    + " Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/word/document.xml\""
                    + " ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/><Override"
                    + " PartName=\"/word/styles.xml\""
                    + " ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml\"/><Override"
                    + " PartName=\"/docProps/core.xml\""
                    + " ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/></Types>";

    private static final String RELATIONS =
            XML
                    + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship"
                    + " Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\""
                    + " Target=\"word/document.xml\"/><Relationship Id=\"rId2\""
                    + " Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\""
                    + " Target=\"docProps/core.xml\"/></Relationships>";

    private static final String RELATIONS_OF_DOCUMENT =
            XML
                    + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship"
                    + " Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\""
                    + " Target=\"styles.xml\"/></Relationships>";

    /// A4 with margins of 20 mm, in twentieths of a point.
    private static final String PAGE =
            "<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1134\" w:right=\"1134\""
                    + " w:bottom=\"1134\" w:left=\"1134\" w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/></w:sectPr>";

    private static final int[] COLUMNS = {3200, 1700, 4738};

    private final StringBuilder out = new StringBuilder();
    private final Words words;

    private PaperDocx(Words words) {
        this.words = words;
    }

    /// The bytes of the document.
    ///
    /// @param at whose moment of knowledge stands in it as its date
    public static byte[] of(PaperSheet sheet, Standpoint at) throws IOException {
        var words = Words.of(Language.find(sheet.language()).orElse(Language.EN));
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            part(zip, "[Content_Types].xml", CONTENT_TYPES);
            part(zip, "_rels/.rels", RELATIONS);
            part(zip, "word/document.xml", new PaperDocx(words).document(sheet));
            part(zip, "word/styles.xml", styles(sheet.language()));
            part(zip, "word/_rels/document.xml.rels", RELATIONS_OF_DOCUMENT);
            part(zip, "docProps/core.xml", properties(sheet, at.known()));
        }
        return bytes.toByteArray();
    }

    private static void part(ZipOutputStream zip, String name, String text) throws IOException {
        var entry = new ZipEntry(name);
        // The format's own beginning of time: no machine's clock and no zone.
        entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
        zip.putNextEntry(entry);
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private String document(PaperSheet sheet) {
        out.append(XML).append("<w:document ").append(MAIN).append("><w:body>");
        sheet.marks().forEach(mark -> paragraph("Mark", mark));
        paragraph("Title", sheet.title());
        sheet.head().forEach(line -> paragraph("Small", line));
        sheet.chapters().forEach(chapter -> chapter(chapter, sheet.nothing()));
        paragraph("Small", sheet.foot());
        sheet.marks().forEach(mark -> paragraph("Mark", mark));
        return out.append(PAGE).append("</w:body></w:document>").toString();
    }

    private void chapter(Chapter chapter, String nothing) {
        paragraph("Heading1", chapter.title());
        boolean computed = !chapter.facts().isEmpty() || !chapter.lines().isEmpty();
        if (computed) {
            paragraph("Small", words.say("duty.computed"));
        }
        facts(chapter);
        chapter.lines().forEach(line -> paragraph("Line", "– " + line));
        chapter.said().ifPresent(this::said);
        if (!computed && chapter.said().isEmpty()) {
            paragraph("Normal", nothing);
        }
    }

    private void said(Said said) {
        paragraph("OfficerLabel", words.say("duty.words"));
        said.text()
                .lines()
                .filter(line -> !line.isBlank())
                .forEach(line -> paragraph("Officer", line));
        paragraph("OfficerLabel", said.by());
    }

    private void facts(Chapter chapter) {
        if (chapter.facts().isEmpty()) {
            return;
        }
        out.append(
                "<w:tbl><w:tblPr><w:tblStyle w:val=\"Figures\"/><w:tblW w:w=\"0\" w:type=\"auto\"/><w:tblLayout"
                        + " w:type=\"fixed\"/></w:tblPr><w:tblGrid>");
        for (int width : COLUMNS) {
            out.append("<w:gridCol w:w=\"").append(width).append("\"/>");
        }
        out.append("</w:tblGrid>");
        for (var fact : chapter.facts()) {
            out.append("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
            cell(0, "Normal", fact.label());
            cell(1, "Figure", fact.value());
            cell(2, "Small", fact.definition());
            out.append("</w:tr>");
        }
        out.append("</w:tbl>");
        // Two tables without a paragraph between them would be one.
        paragraph("Small", "");
    }

    private void cell(int column, String style, String text) {
        out.append("<w:tc><w:tcPr><w:tcW w:w=\"")
                .append(COLUMNS[column])
                .append("\" w:type=\"dxa\"/></w:tcPr>");
        paragraph(style, text);
        out.append("</w:tc>");
    }

    /// A paragraph begins at the side at which its first letter does, and each stretch of Arabic or
    /// Hebrew in it says that it runs from the right: a word processor does not find out by itself.
    private void paragraph(String style, String text) {
        var line = plain(text);
        var directions = new Bidi(line, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
        out.append("<w:p><w:pPr><w:pStyle w:val=\"")
                .append(style)
                .append(directions.baseIsLeftToRight() ? "\"/></w:pPr>" : "\"/><w:bidi/></w:pPr>");
        for (int i = 0; i < directions.getRunCount() && !line.isEmpty(); i++) {
            run(
                    line.substring(directions.getRunStart(i), directions.getRunLimit(i)),
                    directions.getRunLevel(i) % 2 == 1);
        }
        out.append("</w:p>");
    }

    private void run(String text, boolean fromTheRight) {
        out.append(fromTheRight ? "<w:r><w:rPr><w:rtl/></w:rPr>" : "<w:r>")
                .append("<w:t xml:space=\"preserve\">")
                .append(Html.text(text))
                .append("</w:t></w:r>");
    }

    private static String plain(String text) {
        return XmlText.allowed(text).replaceAll("[\\t\\n\\r]+", " ");
    }

    private static String escaped(String text) {
        return Html.text(plain(text)).toString();
    }

    private static String properties(PaperSheet sheet, Instant known) {
        var moment = known.truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC).toInstant();
        return XML
                + "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\""
                + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\""
                + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>"
                + escaped(sheet.title())
                + "</dc:title><dc:creator>Vigie</dc:creator><dc:language>"
                + sheet.language()
                + "</dc:language><dcterms:created xsi:type=\"dcterms:W3CDTF\">"
                + moment
                + "</dcterms:created></cp:coreProperties>";
    }

    /// Sizes are in half points, spaces in twentieths of a point.
    private static String styles(String language) {
        return XML
                + "<w:styles "
                + MAIN
                + "><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Arial\" w:hAnsi=\"Arial\""
                + " w:cs=\"Arial\"/><w:sz w:val=\"20\"/><w:szCs w:val=\"20\"/><w:lang w:val=\""
                + language
                + "\"/></w:rPr></w:rPrDefault></w:docDefaults>"
                + style("Normal", "Normal", "<w:spacing w:after=\"60\"/>", "")
                + style(
                        "Title",
                        "Title",
                        "<w:spacing w:after=\"60\"/>",
                        "<w:b/><w:sz w:val=\"32\"/>")
                + style(
                        "Heading1",
                        "heading 1",
                        "<w:keepNext/><w:spacing w:before=\"240\" w:after=\"60\"/><w:outlineLvl w:val=\"0\"/>",
                        "<w:b/><w:sz w:val=\"24\"/>")
                + style("Small", "Small", "", "<w:color w:val=\"444444\"/><w:sz w:val=\"16\"/>")
                + style("Figure", "Figure", "", "<w:b/>")
                + style("Line", "Line", "<w:ind w:left=\"200\"/>", "<w:sz w:val=\"18\"/>")
                + style("Mark", "Mark", "<w:jc w:val=\"center\"/>", "<w:b/>")
                + style("Officer", "Words of an officer", officer(), "")
                + style(
                        "OfficerLabel",
                        "Whose words",
                        officer(),
                        "<w:color w:val=\"444444\"/><w:sz w:val=\"16\"/>")
                + "<w:style w:type=\"table\" w:styleId=\"Figures\"><w:name w:val=\"Figures\"/><w:tblPr><w:tblBorders><w:bottom"
                + " w:val=\"single\" w:sz=\"4\" w:color=\"999999\"/><w:insideH w:val=\"single\" w:sz=\"4\""
                + " w:color=\"CCCCCC\"/></w:tblBorders></w:tblPr></w:style></w:styles>";
    }

    /// A bar at the left and a shade, as on the page.
    private static String officer() {
        return "<w:pBdr><w:left w:val=\"single\" w:sz=\"24\" w:space=\"6\" w:color=\"37566E\"/></w:pBdr><w:shd"
                + " w:val=\"clear\" w:color=\"auto\" w:fill=\"F2F5F7\"/><w:ind w:left=\"200\"/>";
    }

    /// Letters from the right have weight and size of their own: the same as the others.
    private static String inEveryScript(String run) {
        return run.replace("<w:b/>", "<w:b/><w:bCs/>")
                .replaceAll("<w:sz w:val=\"(\\d+)\"/>", "$0<w:szCs w:val=\"$1\"/>");
    }

    private static String style(String id, String name, String paragraph, String run) {
        return "<w:style w:type=\"paragraph\" w:styleId=\""
                + id
                + "\"><w:name w:val=\""
                + name
                + "\"/><w:pPr>"
                + paragraph
                + "</w:pPr><w:rPr>"
                + inEveryScript(run)
                + "</w:rPr></w:style>";
    }
}

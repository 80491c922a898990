package org.vigie.exchange.papers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vigie.exchange.words.Language;
import org.vigie.exchange.words.Words;
import org.vigie.record.ActorClass;
import org.vigie.record.Body;
import org.vigie.record.Component;
import org.vigie.record.Deaths;
import org.vigie.record.Entry;
import org.vigie.record.Facts;
import org.vigie.record.Figures;
import org.vigie.record.Grade;
import org.vigie.record.Handling;
import org.vigie.record.Happened;
import org.vigie.record.Ids;
import org.vigie.record.IncidentKind;
import org.vigie.record.Involved;
import org.vigie.record.MemoryLedger;
import org.vigie.record.Origin;
import org.vigie.record.Responses;
import org.vigie.record.Site;
import org.vigie.record.Standpoint;
import org.vigie.record.Viewer;
import org.vigie.record.Warnings;
import org.vigie.record.Watchkeeping.Paper;
import org.vigie.record.Watchkeeping.PaperWorded;
import org.vigie.record.Watchkeeping.Part;
import org.vigie.watch.DutyPaper;

/// The papers as files: each is opened again by a reader that is not ours, and every figure is
/// looked for.
class PapersTest {

    private static final Instant NOW = Instant.parse("2031-03-01T18:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2031, 3, 1);
    private static final UUID ALERT = Ids.subject("alert", "a");
    private static final Standpoint AT =
            new Standpoint(NOW.plusSeconds(60), NOW.plusSeconds(60), Viewer.officer("tester"));

    private final MemoryLedger ledger = new MemoryLedger(() -> NOW);
    private int written;

    private void write(UUID subject, @Nullable Happened happened, Body body) {
        ledger.append(
                List.of(
                        new Entry(
                                Ids.subject("entry", "" + written++),
                                subject,
                                happened,
                                null,
                                "Duty officer",
                                Component.OPERATIONS_CENTRE,
                                Handling.PROTECTION,
                                Origin.hand(),
                                null,
                                body)));
    }

    private void aDay() {
        for (int i = 0; i < 13; i++) {
            write(
                    Ids.subject("incident", "" + i),
                    Happened.on(DAY),
                    new Facts.IncidentReported(
                            "demo-events",
                            "" + i,
                            IncidentKind.ONE_SIDED,
                            "",
                            Site.named("Orle <north> & south"),
                            List.of(
                                    new Involved(
                                            Involved.Role.SIDE_A, "Group", ActorClass.MILITIA)),
                            new Deaths(new Figures(90, 100, 140), null, null, null, null),
                            DAY,
                            "",
                            Map.of()));
        }
        write(
                Ids.subject("report", "r"),
                null,
                new Warnings.ReportReceived(
                        "phone",
                        Site.named("Orle"),
                        "armed men",
                        "traders",
                        "a raid",
                        Warnings.Severity.HIGH,
                        ActorClass.MILITIA,
                        Grade.UNJUDGED,
                        false));
        write(
                ALERT,
                null,
                new Warnings.AlertOpened(
                        "Raid feared at Orle",
                        Site.named("Orle"),
                        Warnings.Severity.HIGH,
                        "traders",
                        ActorClass.MILITIA,
                        List.of(Ids.subject("report", "r"))));
        write(
                Ids.subject("response", "o"),
                null,
                new Responses.OrderGiven(
                        ALERT,
                        Component.FORCE,
                        Responses.Tier.PHYSICAL,
                        Responses.Action.PATROL,
                        List.of("qrf-1"),
                        "Sector commander",
                        "no advice asked"));
        write(
                DutyPaper.subject(Paper.SITREP, DAY.toString()),
                null,
                new PaperWorded(
                        Paper.SITREP,
                        DAY.toString(),
                        Part.HIGHLIGHTS,
                        "A day like 99 others & <quiet>.\nNothing more."));
    }

    private PaperSheet sheet(Paper kind, Language language) throws IOException {
        aDay();
        var paper =
                kind == Paper.SITREP
                        ? DutyPaper.sitrep(ledger, AT, DAY)
                        : DutyPaper.flash(ledger, AT, ALERT);
        return PaperSheet.of(paper, new PaperEdition(Words.of(language), "MISAM", true, true));
    }

    /// What must be found in every file: all that the sheet says.
    private static List<String> said(PaperSheet sheet) {
        var said = new ArrayList<String>(sheet.marks());
        said.add(sheet.title());
        for (var chapter : sheet.chapters()) {
            said.add(chapter.title());
            for (var fact : chapter.facts()) {
                said.add(fact.label());
                said.add(fact.value());
                said.add(fact.definition());
            }
            said.addAll(chapter.lines());
            chapter.said()
                    .ifPresent(words -> {
                        words.text().lines().forEach(said::add);
                        said.add(words.by());
                    });
        }
        return said;
    }

    private static String flat(String text) {
        return text.replaceAll("[\\s\\u00a0\\u202f]+", "");
    }

    @ParameterizedTest
    @EnumSource(Paper.class)
    void a_document_opens_in_a_word_processor_with_every_figure_and_line(Paper kind)
            throws IOException {
        var sheet = sheet(kind, Language.FR);
        try (var document = new XWPFDocument(new ByteArrayInputStream(PaperDocx.of(sheet, AT)))) {
            var cells = new ArrayList<List<String>>();
            for (var table : document.getTables()) {
                for (var row : table.getRows()) {
                    cells.add(row.getTableCells().stream().map(cell -> cell.getText()).toList());
                }
            }
            var expected = new ArrayList<List<String>>();
            for (var chapter : sheet.chapters()) {
                for (var fact : chapter.facts()) {
                    expected.add(List.of(fact.label(), fact.value(), fact.definition()));
                }
            }
            assertEquals(expected, cells, "each figure beside its own label and definition");
            var paragraphs = document.getParagraphs().stream().map(one -> one.getText()).toList();
            var all = String.join("\n", paragraphs) + cells;
            for (var one : said(sheet)) {
                assertTrue(all.contains(one), one + " is not in\n" + all);
            }
            assertEquals(sheet.title(), document.getProperties().getCoreProperties().getTitle());
            var headings =
                    document.getParagraphs().stream()
                            .filter(one -> "Heading1".equals(one.getStyle()))
                            .map(one -> one.getText())
                            .toList();
            assertEquals(sheet.chapters().stream().map(one -> one.title()).toList(), headings);
        }
    }

    @Test
    void what_is_written_from_the_right_says_so_in_the_document_and_nothing_else_does()
            throws IOException {
        var arabic =
                "\u0647\u0627\u062c\u0645 \u0645\u0633\u0644\u062d\u0648\u0646 Kadu \u0641\u064a 12 \u0645\u0627\u0631\u0633";
        var mixed = "The letter says \u0633\u0644\u0627\u0645, no more";
        var hebrew = "\u05e9\u05dc\u05d5\u05dd";
        var sheet =
                new PaperSheet(
                        "en",
                        "A day",
                        List.of(),
                        List.of(),
                        List.of(
                                new PaperSheet.Chapter(
                                        Part.HIGHLIGHTS,
                                        "Highlights",
                                        List.of(new PaperSheet.Fact(hebrew, "7", "counted")),
                                        List.of(),
                                        Optional.of(
                                                new PaperSheet.Said(
                                                        arabic + "\n" + mixed + "\nquiet",
                                                        "by one")))),
                        "nothing",
                        "foot");
        try (var document = new XWPFDocument(new ByteArrayInputStream(PaperDocx.of(sheet, AT)))) {
            var paragraphs = new ArrayList<>(document.getParagraphs());
            document.getTables().getFirst().getRow(0).getTableCells().stream()
                    .flatMap(cell -> cell.getParagraphs().stream())
                    .forEach(paragraphs::add);
            for (var paragraph : paragraphs) {
                var text = paragraph.getText();
                var xml = paragraph.getCTP().xmlText();
                boolean begins = text.equals(arabic) || text.equals(hebrew);
                assertEquals(begins, xml.contains(":bidi/>"), xml);
                for (var run : paragraph.getRuns()) {
                    boolean fromTheRight =
                            run.text().codePoints().anyMatch(c -> c >= 0x590 && c < 0x700);
                    assertEquals(fromTheRight, run.getCTR().xmlText().contains(":rtl/>"), xml);
                }
            }
            var said = paragraphs.stream().map(one -> one.getText()).toList();
            assertTrue(said.containsAll(List.of(arabic, mixed, hebrew, "quiet")), said::toString);
        }
    }

    @Test
    void what_an_officer_wrote_has_a_style_of_its_own_in_the_document() throws IOException {
        var sheet = sheet(Paper.SITREP, Language.EN);
        try (var document = new XWPFDocument(new ByteArrayInputStream(PaperDocx.of(sheet, AT)))) {
            var officers =
                    document.getParagraphs().stream()
                            .filter(one -> "Officer".equals(one.getStyle()))
                            .map(one -> one.getText())
                            .toList();
            assertEquals(List.of("A day like 99 others & <quiet>.", "Nothing more."), officers);
            for (var style : List.of("Officer", "OfficerLabel", "Figures", "Title")) {
                assertTrue(document.getStyles().styleExist(style), style);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Paper.class)
    void a_pdf_has_every_figure_and_line_too(Paper kind) throws IOException {
        var sheet = sheet(kind, Language.FR);
        try (var pdf = Loader.loadPDF(PaperPdf.of(sheet, AT))) {
            var text = flat(new PDFTextStripper().getText(pdf));
            for (var one : said(sheet)) {
                assertTrue(text.contains(flat(one)), one + " is not in\n" + text);
            }
            assertEquals(sheet.title(), pdf.getDocumentInformation().getTitle());
        }
    }

    @Test
    void html_has_them_and_nothing_that_somebody_typed_becomes_a_tag() throws IOException {
        var page = PaperHtml.document(sheet(Paper.SITREP, Language.EN));
        assertTrue(page.contains("<td class=\"n\">1,300 (1,170–1,820)</td>"), page);
        assertTrue(page.contains("&lt;quiet&gt;"), page);
        assertFalse(page.contains("<quiet>"), page);
        assertTrue(page.contains("Words of an officer, not computed:"), page);
        assertTrue(page.contains("Duty officer, 1 Mar 2031 18:00 Z, version 1"), page);
        assertFalse(page.contains("<script"), page);
    }

    @Test
    void what_no_file_can_hold_makes_no_file_that_cannot_be_opened() throws IOException {
        write(
                DutyPaper.subject(Paper.SITREP, DAY.toString()),
                null,
                new PaperWorded(
                        Paper.SITREP,
                        DAY.toString(),
                        Part.OUTLOOK,
                        "before\u0001\u000b\u001f]]>\ufffe 🕊 &amp; after"));
        var sheet =
                PaperSheet.of(
                        DutyPaper.sitrep(ledger, AT, DAY),
                        new PaperEdition(Words.of(Language.EN), "", false, false));
        try (var document = new XWPFDocument(new ByteArrayInputStream(PaperDocx.of(sheet, AT)))) {
            assertTrue(
                    document.getParagraphs().stream()
                            .anyMatch(one -> one.getText().endsWith("🕊 &amp; after")));
        }
        try (var pdf = Loader.loadPDF(PaperPdf.of(sheet, AT))) {
            assertTrue(new PDFTextStripper().getText(pdf).contains("&amp; after"));
        }
        assertTrue(PaperHtml.document(sheet).contains("&amp;amp; after"));
    }

    @Test
    void the_same_paper_gives_the_same_bytes() throws IOException {
        var sheet = sheet(Paper.SITREP, Language.EN);
        assertArrayEquals(PaperDocx.of(sheet, AT), PaperDocx.of(sheet, AT));
        assertArrayEquals(PaperPdf.of(sheet, AT), PaperPdf.of(sheet, AT));
    }

    @Test
    void a_day_of_which_no_figure_is_stated_has_unknown_dead_and_not_none() throws IOException {
        write(
                Ids.subject("incident", "x"),
                Happened.on(DAY),
                new Facts.IncidentReported(
                        "demo-events",
                        "x",
                        IncidentKind.ONE_SIDED,
                        "",
                        Site.named("Orle"),
                        List.of(),
                        null,
                        DAY,
                        "",
                        Map.of()));
        var sheet =
                PaperSheet.of(
                        DutyPaper.sitrep(ledger, AT, DAY),
                        new PaperEdition(Words.of(Language.EN), "", false, false));
        var dead =
                sheet.chapters().get(1).facts().stream()
                        .filter(fact -> fact.label().equals("Dead"))
                        .findFirst()
                        .orElseThrow();
        assertEquals("unknown", dead.value());
        assertTrue(dead.definition().contains("Of 1 incident no single figure is stated"));
    }
}

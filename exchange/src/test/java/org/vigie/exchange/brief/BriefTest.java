package org.vigie.exchange.brief;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vigie.assess.Brief;
import org.vigie.exchange.Formats;
import org.vigie.exchange.words.Language;
import org.vigie.exchange.words.Words;
import org.vigie.geo.PlacePrecision;
import org.vigie.geo.Position;
import org.vigie.record.Body;
import org.vigie.record.Claim;
import org.vigie.record.Component;
import org.vigie.record.DatePrecision;
import org.vigie.record.Deaths;
import org.vigie.record.Entry;
import org.vigie.record.Facts;
import org.vigie.record.Figures;
import org.vigie.record.Filter;
import org.vigie.record.Grade;
import org.vigie.record.Handling;
import org.vigie.record.Happened;
import org.vigie.record.Ids;
import org.vigie.record.IncidentKind;
import org.vigie.record.Involved;
import org.vigie.record.MemoryLedger;
import org.vigie.record.Origin;
import org.vigie.record.Site;
import org.vigie.record.Standpoint;
import org.vigie.record.Viewer;
import org.vigie.share.Tier;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/// A brief of an invented ledger that has everything that makes one hard: figures that compete,
/// that are disordered or missing, an incident without a place, one corrected and one retracted
/// since.
class BriefTest {

    private static final LocalDate FROM = LocalDate.of(2024, 2, 1);
    private static final LocalDate TO = LocalDate.of(2024, 2, 29);

    private Instant now = Instant.parse("2024-02-20T06:00:00Z");
    private final MemoryLedger ledger = new MemoryLedger((InstantSource) () -> now);
    private long number;

    @BeforeEach
    void tell() {
        for (int day = 1; day <= 3; day++) {
            incident("before" + day, LocalDate.of(2024, 1, day + 10), exactly(day), "Delta");
        }
        incident("corrected", LocalDate.of(2024, 2, 3), exactly(4), "Delta");
        var retracted = incident("retracted", LocalDate.of(2024, 2, 4), exactly(9), "Delta");
        now = Instant.parse("2024-03-01T06:00:00Z");
        incident("corrected", LocalDate.of(2024, 2, 3), exactly(14), "Delta");
        write(
                Ids.subject("test", "retracted"),
                null,
                new Facts.IncidentRetracted("test", "told twice"),
                retracted);
        incident("disordered", LocalDate.of(2024, 2, 5), new Figures(9, 5, 3), "Bali & Sons <x>");
        incident("silent", LocalDate.of(2024, 2, 6), null, "Delta");
        for (int i = 0; i < 9; i++) {
            incident("many" + i, LocalDate.of(2024, 2, 10 + i), exactly(1), "Naïve-sur-Ilé");
        }
        incident("competing", LocalDate.of(2024, 2, 7), null, "Moura");
        claim("competing", Figures.exactly(203), "fighters", "as the army counts");
        claim("competing", new Figures(500, null, null), "all killed", "as investigators count");
        write(
                Ids.subject("source", "test"),
                null,
                new Facts.SourceRegistered(
                        "test", "Test register", "research", "", null, "https://example.org", 'B'),
                null);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void a_brief_says_what_the_golden_file_says(Language language) throws IOException {
        var name = "/brief/" + language.code() + ".html";
        var golden = BriefTest.class.getResourceAsStream(name);
        var expected =
                golden == null ? "" : new String(golden.readAllBytes(), StandardCharsets.UTF_8);
        var actual = document(language, false);
        // To look at, and to take as the new golden file where a change was meant.
        var folder = Files.createDirectories(Path.of("target", "brief"));
        Files.writeString(folder.resolve(language.code() + ".html"), actual);
        assertEquals(expected, actual);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void it_is_well_formed_and_asks_nobody_for_anything(Language language)
            throws IOException, SAXException, ParserConfigurationException {
        var page = document(language, false);
        DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(page)));
        assertFalse(page.contains("<script"), page);
        assertFalse(page.contains(" src="), page);
        assertFalse(page.contains(" href="), page);
        // The hatching of the map is the only thing that is referred to, and it is in the page.
        assertFalse(page.replace("url(#h)", "").contains("url("), page);
    }

    @Test
    void competing_figures_stand_side_by_side_and_are_the_gravest() throws IOException {
        var gravest = brief().gravest().getFirst();
        assertEquals("Moura", gravest.row().site().name());
        assertEquals(2, gravest.claims().size());
        var page = document(Language.EN, false);
        assertTrue(page.contains("2 figures side by side"), page);
        assertTrue(page.contains("at least 500 killed: all killed, as investigators count"), page);
    }

    @Test
    void figures_that_are_not_of_the_dead_are_left_out() throws IOException {
        write(
                Ids.subject("test", "competing"),
                null,
                new Facts.ClaimMade(
                        new Claim(
                                "arrested",
                                exactly(9_000),
                                "persons",
                                "suspects",
                                "",
                                null,
                                "other",
                                "",
                                Grade.UNJUDGED)),
                null);
        assertEquals(2, brief().gravest().getFirst().claims().size());
    }

    @Test
    void what_is_missing_is_counted() throws IOException {
        var gaps = brief().gaps();
        assertEquals(1, gaps.disordered());
        assertEquals(1, gaps.competing());
        assertEquals(2, gaps.unstated());
        assertEquals(1, gaps.unplaced());
    }

    @Test
    void a_correction_and_a_retraction_since_the_last_brief_are_named() throws IOException {
        var page = document(Language.EN, false);
        assertTrue(page.contains("Changed: 3 Feb 2024, Delta, Samara; dead: 4 → 14"), page);
        assertTrue(page.contains("Retracted: 4 Feb 2024, Delta, Samara; dead were: 9"), page);
    }

    @Test
    void an_exercise_says_so_in_title_head_and_foot() throws IOException {
        var page = document(Language.EN, true);
        assertEquals(4, page.split("EXERCISE", -1).length);
    }

    @Test
    void the_same_brief_prints_the_same_bytes() throws IOException {
        assertArrayEquals(pdf(Language.FR), pdf(Language.FR));
    }

    @Test
    void a_pdf_is_one_page_with_its_fonts_inside_and_every_letter() throws IOException {
        var pdf = pdf(Language.FR);
        Files.write(Files.createDirectories(Path.of("target", "brief")).resolve("fr.pdf"), pdf);
        try (var read = Loader.loadPDF(pdf)) {
            assertEquals(1, read.getNumberOfPages());
            for (var font : read.getPage(0).getResources().getFontNames()) {
                assertTrue(read.getPage(0).getResources().getFont(font).isEmbedded());
            }
            var text = new PDFTextStripper().getText(read);
            assertTrue(text.contains("Naïve-sur-Ilé"), text);
            assertTrue(text.contains("févr. 2024"), text);
            assertEquals(
                    Instant.parse("2024-03-02T00:00:00Z"),
                    read.getDocumentInformation().getCreationDate().toInstant());
        }
    }

    @Test
    void an_empty_ledger_gives_a_brief_that_says_so() throws IOException {
        var empty = within(new MemoryLedger(() -> now));
        var page = BriefDocument.of(empty, edition(Language.EN, false));
        assertTrue(page.contains("No source has an incident in this period."), page);
        assertTrue(page.contains("none in either period"), page);
        assertTrue(BriefPdf.of(empty, edition(Language.EN, false)).length > 1_000);
    }

    private byte[] pdf(Language language) throws IOException {
        return BriefPdf.of(within(ledger), edition(language, false));
    }

    private String document(Language language, boolean exercise) throws IOException {
        return BriefDocument.of(within(ledger), edition(language, exercise));
    }

    private static Edition edition(Language language, boolean exercise) {
        return new Edition(
                Words.of(language), List.of(), exercise, false, Formats::find, Edition.FILE);
    }

    private Handout within(MemoryLedger told) throws IOException {
        return Handout.of(Tier.RESTRICTED, told, asked(), new Handout.Leaving(now, null));
    }

    private Brief brief() throws IOException {
        return Brief.of(ledger, asked());
    }

    private static Brief.Asked asked() {
        var moment = Instant.parse("2024-03-02T00:00:00Z");
        return new Brief.Asked(
                new Standpoint(moment, moment, Viewer.owner()),
                new Filter(FROM, TO, null, null, null, null),
                Instant.parse("2024-02-25T00:00:00Z"));
    }

    private static Figures exactly(int dead) {
        return Figures.exactly(dead);
    }

    private UUID incident(String key, LocalDate day, @Nullable Figures dead, String place) {
        boolean placed = !key.equals("silent");
        var account =
                new Facts.IncidentReported(
                        "test",
                        key,
                        key.startsWith("many")
                                ? IncidentKind.VIOLENCE_AGAINST_CIVILIANS
                                : IncidentKind.BATTLE,
                        "",
                        new Site(
                                place,
                                placed ? new Position(8 + day.getDayOfMonth() / 10.0, 19) : null,
                                placed ? PlacePrecision.EXACT : PlacePrecision.UNKNOWN,
                                null,
                                "Samara",
                                null,
                                "Ostrelle"),
                        List.of(
                                new Involved(
                                        Involved.Role.SIDE_A,
                                        "Group 1",
                                        org.vigie.record.ActorClass.UNKNOWN)),
                        dead == null ? null : Deaths.of(dead),
                        key.startsWith("many") ? day.plusDays(4) : null,
                        "",
                        Map.of());
        var when =
                key.equals("disordered")
                        ? Happened.between(day, day.plusDays(3), DatePrecision.WEEK)
                        : Happened.on(day);
        return write(Ids.subject("test", key), when, account, null);
    }

    private void claim(String key, Figures figures, String population, String definition) {
        write(
                Ids.subject("test", key),
                null,
                new Facts.ClaimMade(
                        new Claim(
                                "killed",
                                figures,
                                "persons",
                                population,
                                definition,
                                null,
                                "other",
                                "",
                                Grade.UNJUDGED)),
                null);
    }

    private UUID write(
            UUID subject, @Nullable Happened happened, Body body, @Nullable UUID supersedes) {
        var id = new UUID(0x7000L, 0x8000_0000_0000_0000L | number++);
        ledger.append(
                List.of(
                        new Entry(
                                id,
                                subject,
                                happened,
                                null,
                                "test",
                                Component.OPERATIONS_CENTRE,
                                Handling.OPEN,
                                Origin.hand(),
                                supersedes,
                                body)));
        return id;
    }
}

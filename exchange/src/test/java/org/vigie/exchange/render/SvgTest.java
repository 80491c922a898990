package org.vigie.exchange.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.vigie.exchange.words.Language;
import org.vigie.exchange.words.Words;
import org.vigie.geo.PlacePrecision;
import org.vigie.geo.Position;
import org.vigie.record.Component;
import org.vigie.record.DatePrecision;
import org.vigie.record.Deaths;
import org.vigie.record.Entry;
import org.vigie.record.Facts;
import org.vigie.record.Figures;
import org.vigie.record.Handling;
import org.vigie.record.Happened;
import org.vigie.record.Ids;
import org.vigie.record.IncidentKind;
import org.vigie.record.Incidents;
import org.vigie.record.MemoryLedger;
import org.vigie.record.Origin;
import org.vigie.record.Site;
import org.vigie.record.Viewer;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/// Every place in here is invented.
class SvgTest {

    private static final Instant NOW = Instant.parse("2026-03-15T05:30:00Z");
    private static final Words EN = Words.of(Language.EN);

    private final List<Entry> entries = new ArrayList<>();

    @Test
    void a_small_map_is_drawn_like_this() throws IOException {
        incident(IncidentKind.ONE_SIDED, "Kadu", 6.1, 18.2, PlacePrecision.EXACT, 40);
        incident(IncidentKind.STATE_BASED, "Bali & Sons <x>", 9.0, 15.0, PlacePrecision.NEAR, 3);
        incident(IncidentKind.ONE_SIDED, "Delta", 6.0, 19.0, PlacePrecision.ADMIN1, 7);
        incident(IncidentKind.ONE_SIDED, "Samara", 8.0, 19.0, PlacePrecision.COUNTRY, 9);
        assertEquals(golden("map.svg"), map(8_000).svg().toString());
    }

    @Test
    void what_is_known_by_country_only_is_counted_and_not_drawn() {
        incident(IncidentKind.ONE_SIDED, "Samara", 8.0, 19.0, PlacePrecision.COUNTRY, 9);
        var drawn = map(8_000);
        assertEquals(1, drawn.byCountry());
        assertEquals(0, drawn.linked() + drawn.dots());
    }

    @Test
    void what_lies_beyond_the_edge_is_counted_and_not_drawn() {
        incident(IncidentKind.ONE_SIDED, "Kadu", 6.1, 18.2, PlacePrecision.EXACT, 40);
        incident(IncidentKind.ONE_SIDED, "Far", 45.0, 60.0, PlacePrecision.EXACT, 9);
        incident(IncidentKind.ONE_SIDED, "Far too", 45.0, 60.0, PlacePrecision.ADMIN1, 9);
        var drawn = map(8_000);
        assertEquals(2, drawn.outside());
        assertEquals(1, drawn.linked());
        assertEquals(0, drawn.dots());
    }

    @Test
    void a_map_keeps_to_its_bytes_and_says_how_many_marks_are_no_links() {
        var chance = new Random(5);
        for (int i = 0; i < 500; i++) {
            incident(
                    IncidentKind.NON_STATE,
                    "Village " + i,
                    4.5 + chance.nextDouble() * 7,
                    14.5 + chance.nextDouble() * 9,
                    PlacePrecision.EXACT,
                    i % 20);
        }
        var drawn = map(7_000);
        assertTrue(drawn.svg().bytes() <= 7_000, () -> drawn.svg().bytes() + " bytes");
        assertTrue(drawn.linked() > 5 && drawn.dots() > 5, drawn::toString);
    }

    @Test
    void a_map_without_outlines_or_incidents_is_still_a_map() throws IOException {
        var plan = new SvgMap.Plan(List.of(), List.of(), List.of(), spot -> "#", EN, 5_000);
        assertTrue(wellFormed(SvgMap.of(plan).svg()));
    }

    @Test
    void drawings_are_well_formed_xml() throws IOException {
        incident(IncidentKind.ONE_SIDED, "A <b> & \"c\"", 6.1, 18.2, PlacePrecision.EXACT, 40);
        assertTrue(wellFormed(map(8_000).svg()));
        assertTrue(wellFormed(timeline()));
    }

    @Test
    void a_timeline_links_each_period_to_its_days() {
        incident(IncidentKind.ONE_SIDED, "Kadu", 6.1, 18.2, PlacePrecision.EXACT, 40);
        assertTrue(
                timeline().toString().contains("href=\"?2026-03-01..2026-03-01\""),
                () -> timeline().toString());
    }

    @Test
    void a_timeline_of_nothing_is_nothing() {
        assertEquals(Html.EMPTY, timeline());
    }

    @Test
    void a_border_is_simplified_but_keeps_its_shape() {
        var square =
                List.of(
                        new Projection.Point(0, 0),
                        new Projection.Point(5, 0.2),
                        new Projection.Point(10, 0),
                        new Projection.Point(10, 10),
                        new Projection.Point(0, 10),
                        new Projection.Point(0, 0));
        assertEquals("M0 0l10 0 0 10-10 0z", PathText.of(square, 1, true));
    }

    private SvgMap.Drawn map(int bytesMax) {
        var base = new SvgMap.Base("Alpha", new Position(6.5, 18.0), "");
        return SvgMap.of(
                new SvgMap.Plan(
                        outlines(),
                        incidents().spots(entries.size() < 60),
                        List.of(base),
                        spot -> "?cell=" + spot.cell(),
                        EN,
                        bytesMax));
    }

    private Html timeline() {
        return SvgTimeline.of(incidents(), (from, to) -> "?" + from + ".." + to, EN, 5_000);
    }

    private Incidents incidents() {
        var ledger = new MemoryLedger(() -> NOW);
        ledger.append(entries);
        return ledger.asOf(NOW, NOW, Viewer.outsider()).incidents();
    }

    private void incident(
            IncidentKind kind,
            String name,
            double latitude,
            double longitude,
            PlacePrecision precision,
            int dead) {
        var key = "" + entries.size();
        entries.add(
                new Entry(
                        Ids.fresh(NOW, new Random(entries.size())),
                        Ids.subject("test", key),
                        Happened.between(
                                LocalDate.of(2026, 3, 1),
                                LocalDate.of(2026, 3, 1),
                                DatePrecision.DAY),
                        null,
                        "test",
                        Component.ANALYSIS_CENTRE,
                        Handling.OPEN,
                        Origin.hand(),
                        null,
                        new Facts.IncidentReported(
                                "test",
                                key,
                                kind,
                                "",
                                new Site(
                                        name,
                                        new Position(latitude, longitude),
                                        precision,
                                        null,
                                        "Delta",
                                        null,
                                        "Samara"),
                                List.of(),
                                Deaths.of(new Figures(dead / 2, dead, dead * 2)),
                                null,
                                "",
                                Map.of())));
    }

    private static List<Outline> outlines() throws AssertionError {
        try (var stream = SvgTest.class.getResourceAsStream("/render/map.geojson")) {
            if (stream == null) {
                throw new AssertionError("map.geojson is missing");
            }
            return Outline.read(stream);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String golden(String name) throws IOException {
        try (var stream = SvgTest.class.getResourceAsStream("/render/" + name)) {
            return stream == null
                    ? ""
                    : new String(stream.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }

    private static boolean wellFormed(Html svg) throws IOException {
        try {
            DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(svg.toString())));
            return true;
        } catch (SAXException | ParserConfigurationException e) {
            throw new AssertionError(svg.toString(), e);
        }
    }
}

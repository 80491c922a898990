package org.vigie.exchange.out;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.exchange.TestFiles;
import org.vigie.exchange.TestLedger;
import org.vigie.record.ActorClass;
import org.vigie.record.Component;
import org.vigie.record.Entry;
import org.vigie.record.Facts.IncidentReported;
import org.vigie.record.Facts.RuleChosen;
import org.vigie.record.Figures;
import org.vigie.record.Filter;
import org.vigie.record.Handling;
import org.vigie.record.Happened;
import org.vigie.record.Housekeeping.Exported;
import org.vigie.record.IncidentKind;
import org.vigie.record.Involved;
import org.vigie.record.Origin;
import org.vigie.record.Site;
import org.vigie.record.Viewer;
import org.vigie.share.Tier;
import tools.jackson.databind.json.JsonMapper;

final class OutFormatsTest {

    private static final JsonMapper JSON = new JsonMapper();

    private final TestLedger ledger = new TestLedger();

    @TempDir private Path folder = Path.of("");

    private Prepared prepared(boolean exercise) throws IOException {
        var question = new Question(Filter.ALL, TestLedger.LATER, TestLedger.LATER, exercise);
        return Exports.prepare(
                Tier.RESTRICTED,
                question,
                ledger.ledger,
                new Exports.Asked(TestLedger.LATER, null, Viewer.owner()));
    }

    private byte[] written(OutFormat format, boolean exercise) throws IOException {
        var out = new ByteArrayOutputStream();
        Exports.write(Tier.RESTRICTED, format, prepared(exercise), out);
        return out.toByteArray();
    }

    private String text(OutFormat format) throws IOException {
        return new String(written(format, false), StandardCharsets.UTF_8);
    }

    private void addReal() throws IOException {
        ledger.add(TestFiles.find("ucdp/ged231_central_african_republic.csv"));
    }

    private void addNamed(String place) throws IOException {
        var account =
                new IncidentReported(
                        "press",
                        "1",
                        IncidentKind.ONE_SIDED,
                        "",
                        Site.named(place),
                        List.of(new Involved(Involved.Role.ATTACKER, "x", ActorClass.ARMED_GROUP)),
                        null,
                        null,
                        "",
                        java.util.Map.of());
        ledger.ledger.append(
                List.of(
                        new Entry(
                                new UUID(1, 1),
                                new UUID(1, 2),
                                Happened.on(java.time.LocalDate.of(2020, 2, 14)),
                                null,
                                "test",
                                Component.OUTSIDE,
                                Handling.OPEN,
                                Origin.hand(),
                                null,
                                account)));
    }

    @Test
    void csv_has_a_row_for_each_incident() throws IOException {
        addReal();
        assertEquals(1849, text(OutFormat.CSV).lines().count());
    }

    @Test
    void hxl_has_a_row_of_tags_below_the_names() throws IOException {
        addReal();
        assertTrue(
                text(OutFormat.HXL)
                        .lines()
                        .toList()
                        .get(1)
                        .startsWith("\"#event+id\",#date+start,"));
    }

    @Test
    void a_text_that_looks_like_a_formula_is_made_harmless_for_spreadsheets() throws IOException {
        addNamed("=cmd|' /C calc'!A0");
        assertTrue(text(OutFormat.CSV).contains(",'=cmd|"));
    }

    @Test
    void every_beginning_of_a_formula_is_known() {
        for (var text : List.of("=1", "+1", "-1", "@x", "\tx", "\rx")) {
            assertEquals("'" + text, SpreadsheetText.harmless(text));
        }
        assertEquals("Mopti", SpreadsheetText.harmless("Mopti"));
    }

    @Test
    void a_longitude_west_of_greenwich_stays_a_number() throws IOException {
        addReal();
        assertFalse(text(OutFormat.CSV).contains(",'-"));
    }

    @Test
    void geojson_has_a_feature_for_each_incident() throws IOException {
        addReal();
        var features = JSON.readTree(text(OutFormat.GEOJSON)).get("features");
        assertEquals(1848, features.size());
        assertEquals("Point", features.get(0).get("geometry").get("type").asString());
    }

    @Test
    void an_incident_without_a_point_is_there_without_a_geometry() throws IOException {
        addNamed("somewhere");
        var feature = JSON.readTree(text(OutFormat.GEOJSON)).get("features").get(0);
        assertTrue(feature.get("geometry").isNull());
    }

    @Test
    void kml_has_a_placemark_for_each_incident_and_escapes_names() throws IOException {
        addNamed("a <b> & c\u0001");
        var kml = text(OutFormat.KML);
        assertTrue(kml.contains("a &lt;b&gt; &amp; c "), kml);
    }

    @Test
    void a_geopackage_is_an_sqlite_file_with_a_row_for_each_incident()
            throws IOException, SQLException {
        addReal();
        var file = Files.write(folder.resolve("x.gpkg"), written(OutFormat.GEOPACKAGE, false));
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var result =
                        connection
                                .createStatement()
                                .executeQuery("select count(*), sum(dead_best) from incidents")) {
            assertTrue(result.next());
            assertEquals(1848, result.getInt(1));
            assertEquals(
                    ledger.incidents().count(org.vigie.record.By.YEAR).total().best(),
                    result.getLong(2));
        }
    }

    @Test
    void a_workbook_has_the_rows_and_says_what_they_are() throws IOException {
        addReal();
        var file = Files.write(folder.resolve("x.xlsx"), written(OutFormat.XLSX, false));
        Set<String> names;
        try (var zip = new ZipFile(file.toFile())) {
            names = zip.stream().map(ZipEntry::getName).collect(Collectors.toSet());
        }
        assertTrue(names.contains("xl/worksheets/sheet1.xml"), names::toString);
        assertTrue(names.contains("xl/worksheets/sheet2.xml"), names::toString);
    }

    @Test
    void every_row_of_an_exercise_says_so() throws IOException {
        addNamed("somewhere");
        for (var format : List.of(OutFormat.CSV, OutFormat.GEOJSON, OutFormat.KML)) {
            var text = new String(written(format, true), StandardCharsets.UTF_8);
            assertTrue(text.contains("EXERCISE"), format.code());
        }
    }

    @Test
    void a_figure_that_a_team_decided_does_not_leave_as_the_source_s() throws IOException {
        addNamed("somewhere");
        ledger.ledger.append(
                List.of(
                        new Entry(
                                new UUID(1, 3),
                                new UUID(1, 2),
                                null,
                                null,
                                "test",
                                Component.ANALYSIS_CENTRE,
                                Handling.OPEN,
                                Origin.hand(),
                                null,
                                new RuleChosen(
                                        "team-decision",
                                        "seen by us",
                                        List.of(),
                                        Figures.exactly(7)))));
        var row = text(OutFormat.CSV).lines().toList().get(1);
        assertTrue(row.contains(",7,7,7,,team-decision,press,"), row);
        var definition = prepared(false).definition();
        assertTrue(definition.endsWith("by that rule and not the source's own"), definition);
    }

    @Test
    void the_file_beside_it_carries_query_clocks_n_source_and_definition() throws IOException {
        addReal();
        var out = new ByteArrayOutputStream();
        var prepared = prepared(false);
        var written = Exports.write(Tier.RESTRICTED, OutFormat.CSV, prepared, out);
        var beside =
                JSON.readTree(
                        Sidecar.of(
                                prepared,
                                written,
                                new UUID(0, 1),
                                Instant.parse("2030-01-01T00:00:00Z")));
        assertEquals(1848, beside.get("n").asInt());
        assertEquals("ucdp-ged", beside.get("source").get(0).asString());
        assertEquals("2030-01-01T00:00:00Z", beside.get("knownAsOf").asString());
        assertTrue(beside.get("definition").asString().contains("organised violence"));
        assertEquals(written.sha256(), beside.get("sha256").asString());
    }

    @Test
    void an_export_is_an_entry_with_query_tier_and_n() throws IOException {
        addReal();
        var prepared = prepared(false);
        var written =
                Exports.write(
                        Tier.RESTRICTED, OutFormat.CSV, prepared, new ByteArrayOutputStream());
        var recording = new Exports.Recording(new UUID(0, 1), "test", Component.OPERATIONS_CENTRE);
        var exported =
                (Exported) Exports.entry(Tier.RESTRICTED, prepared, written, recording).body();
        assertEquals(1848, exported.rows());
        assertEquals("restricted", exported.tier());
        assertEquals("2030-01-01T00:00:00Z", exported.query().get("known-as-of"));
    }

    @Test
    void the_same_ledger_gives_the_same_bytes() throws IOException {
        addReal();
        for (var format :
                List.of(OutFormat.CSV, OutFormat.GEOJSON, OutFormat.KML, OutFormat.GEOPACKAGE)) {
            org.junit.jupiter.api.Assertions.assertArrayEquals(
                    written(format, false), written(format, false), format.code());
        }
    }
}

package org.vigie.exchange.geopko;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.exchange.TestFiles;
import org.vigie.exchange.TestLedger;
import org.vigie.exchange.imports.Imported;
import org.vigie.record.DatePrecision;
import org.vigie.record.Forces.BaseMapped;
import org.vigie.record.Happened;
import org.vigie.record.Recorded;

/// Figures of MINUSMA's bases counted straight from the files (Geo-PKO, Cil, Fjelde, Hultman and
/// Nilsson 2020).
class GeopkoTest {

    private static Imported imported;
    private static List<Recorded> bases;

    @BeforeAll
    static void read() throws IOException {
        var ledger = new TestLedger();
        imported =
                ledger.add(
                        TestFiles.find(
                                "geopko/minusma_geopko_v2.1_locations_by_map_2014-2020.csv"));
        bases = bases(ledger);
    }

    @Test
    void every_base_of_every_map_is_added() {
        assertEquals(442, imported.counts().added());
        assertEquals(33, bases.stream().map(GeopkoTest::map).distinct().count());
    }

    @Test
    void the_last_map_shows_twelve_bases_with_their_imputed_strength() {
        var last =
                Happened.between(
                        LocalDate.parse("2020-12-01"),
                        LocalDate.parse("2020-12-31"),
                        DatePrecision.MONTH);
        var lines =
                bases.stream()
                        .filter(recorded -> last.equals(recorded.entry().happenedOn()))
                        .map(recorded -> body(recorded))
                        .map(base -> base.site().name() + " " + base.troops())
                        .sorted()
                        .toList();
        assertEquals(
                List.of(
                        "Aguelhok 335",
                        "Ansongo 950",
                        "Bamako 590",
                        "Ber 150",
                        "Douentza 1400",
                        "Gao 5320",
                        "Goundam 300",
                        "Kidal 3470",
                        "Mopti/Sevare 1585",
                        "Ménaka 485",
                        "Tessalit 1320",
                        "Tombouctou (Timbuktu) 3620"),
                lines);
    }

    @Test
    void a_base_names_its_contributors_and_its_place() {
        var gao = bases.stream().map(GeopkoTest::body).filter(GeopkoTest::isFirstGao).findFirst();
        assertEquals(
                List.of("Position[latitude=16.27167, longitude=-0.04472]", "Gao", "Mali"),
                gao.map(base ->
                                List.of(
                                        "" + base.site().position(),
                                        "" + base.site().adm1(),
                                        "" + base.site().country()))
                        .orElseThrow());
        assertEquals(
                List.of("Chad", "Bangladesh"),
                bases.stream()
                        .map(GeopkoTest::body)
                        .filter(base ->
                                base.sourceKey().equals("MINUSMA/Map no. 4506 Rev. 10/Aguelhok"))
                        .findFirst()
                        .orElseThrow()
                        .contributors());
    }

    @Test
    void that_troops_are_imputed_stands_in_the_import() throws IOException {
        assertEquals(
                "troop numbers are imputed from the sizes of units and overshoot the real strength",
                imported.format().caution().orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({
        "minusma_FrontMap_v.2.3.csv, geopko-troops, 229",
        "minusma_TTMap_v.2.3.csv, geopko-kinds, 134",
        "minusma_TCCMap_v.2.3.csv, geopko-contributors, 134"
    })
    void the_yearly_tables_are_read_whole(String file, String format, long rows)
            throws IOException {
        var yearly = new TestLedger().add(TestFiles.find("geopko/" + file));
        assertEquals(format, yearly.format().code());
        assertEquals(rows, yearly.counts().added());
    }

    @Test
    void the_contributors_of_a_year_are_read_from_their_overview() throws IOException {
        var ledger = new TestLedger();
        ledger.add(TestFiles.find("geopko/minusma_TCCMap_v.2.3.csv"));
        assertEquals(List.of("Bangladesh", "Chad"), body(bases(ledger).getFirst()).contributors());
    }

    private static List<Recorded> bases(TestLedger ledger) throws IOException {
        return ledger.entries().stream()
                .filter(recorded -> recorded.body() instanceof BaseMapped)
                .toList();
    }

    private static boolean isFirstGao(BaseMapped base) {
        return base.site().name().equals("Gao");
    }

    private static String map(Recorded recorded) {
        return body(recorded).sourceKey().split("/", -1)[1];
    }

    private static BaseMapped body(Recorded recorded) {
        return (BaseMapped) recorded.body();
    }

    /// Whoever looks for the end of each bracket from each bracket is still at it tomorrow.
    @ParameterizedTest
    @ValueSource(strings = {"(", " ", " (", ")", ","})
    void an_overview_of_a_million_signs_takes_no_time(String sign, @TempDir Path folder)
            throws IOException {
        var overview = "Chad (150)" + sign.repeat(1_000_000 / sign.length());
        var file =
                Files.writeString(
                        folder.resolve("contributors.csv"),
                        "mission,year,location,latitude,longitude,No.TCC,year.overview\n"
                                + "UNOST,2014,Ardal,12.5,-3.25,2,\""
                                + overview
                                + "x\"\n");
        var rejection = new TestLedger().add(file).rejections().getFirst();
        assertEquals("year.overview", rejection.field());
    }
}

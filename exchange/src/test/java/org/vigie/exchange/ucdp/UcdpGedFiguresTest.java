package org.vigie.exchange.ucdp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.exchange.TestFiles;
import org.vigie.exchange.TestLedger;
import org.vigie.exchange.imports.Imported;
import org.vigie.record.By;
import org.vigie.record.Count;
import org.vigie.record.DatePrecision;
import org.vigie.record.Happened;
import org.vigie.record.Incidents;

/// Figures of UCDP GED 23.1 for the Central African Republic and of a sample of the world, counted
/// straight from the files (Uppsala Conflict Data Program, CC BY 4.0).
class UcdpGedFiguresTest {

    private static Imported car;
    private static Incidents incidents;
    private static Imported sample;
    private static Incidents sampled;

    @BeforeAll
    static void read() throws IOException {
        var ledger = new TestLedger();
        car = ledger.add(TestFiles.find("ucdp/ged231_central_african_republic.csv"));
        incidents = ledger.incidents();
        var other = new TestLedger();
        sample = other.add(TestFiles.find("ucdp/ged231_sample1000.csv"));
        sampled = other.incidents();
    }

    @Test
    void every_row_of_the_central_african_file_is_added() {
        var counts = car.counts();
        assertEquals(
                List.of(1848L, 1848L, 0L, 0L, 0L, 0L, 20L),
                List.of(
                        counts.read(),
                        counts.added(),
                        counts.changed(),
                        counts.unchanged(),
                        counts.removed(),
                        counts.rejected(),
                        counts.disordered()));
    }

    @Test
    void the_dead_of_the_central_african_file_add_up() {
        assertEquals(
                new Count.Row("total", 1848, 13_721, 14_948, 17_760, 8_931, 0, 0),
                incidents.count(By.YEAR).total());
    }

    @ParameterizedTest
    @CsvSource({
        "2010, 43, 148, 104",
        "2011, 23, 195, 90",
        "2012, 31, 132, 74",
        "2013, 186, 3396, 2559",
        "2014, 461, 3493, 2299",
        "2015, 149, 744, 424",
        "2016, 70, 688, 511",
        "2017, 220, 1848, 1003",
        "2018, 88, 640, 332",
        "2019, 62, 491, 149",
        "2020, 56, 299, 94",
        "2021, 167, 1080, 399",
        "2022, 105, 773, 340"
    })
    void each_year_counts_its_events_dead_and_civilians(
            String year, long events, long best, long civilians) {
        var row =
                incidents.count(By.YEAR).rows().stream()
                        .filter(one -> one.key().equals(year))
                        .findFirst()
                        .orElseThrow();
        assertEquals(
                List.of(events, best, civilians),
                List.of(row.events(), row.best(), row.civilians()));
    }

    @Test
    void events_are_counted_by_the_type_of_violence() {
        var byKind =
                incidents.count(By.KIND).rows().stream()
                        .collect(Collectors.toMap(Count.Row::key, Count.Row::events));
        assertEquals(
                java.util.Map.of("state-based", 401L, "non-state", 371L, "one-sided", 1076L),
                byKind);
    }

    @Test
    void twenty_nine_events_are_placed_by_country_only() {
        assertEquals(29, incidents.vague());
        assertEquals(0, incidents.unplaced());
    }

    @Test
    void places_are_as_precise_as_the_file_says() {
        var precisions =
                IntStream.rangeClosed(1, 6)
                        .mapToLong(number ->
                                incidents.list().stream()
                                        .filter(row ->
                                                row.site().precision().toGed().orElse(0) == number)
                                        .count())
                        .boxed()
                        .toList();
        assertEquals(List.of(1214L, 374L, 149L, 54L, 28L, 29L), precisions);
    }

    @Test
    void dates_are_as_precise_as_the_file_says() {
        assertEquals(1367, dated(DatePrecision.DAY));
        assertEquals(251 + 24, dated(DatePrecision.WEEK));
        assertEquals(163, dated(DatePrecision.MONTH));
        assertEquals(43, dated(DatePrecision.YEAR));
    }

    @Test
    void rows_without_an_area_stand_under_unknown() {
        var unknown = incidents.count(By.AREA).rows().getLast();
        assertEquals(By.UNKNOWN, unknown.key());
        assertEquals(42, unknown.events());
    }

    @Test
    void events_longer_than_a_day_keep_their_length() {
        assertEquals(481, days().filter(when -> when.lastDay().isAfter(when.firstDay())).count());
    }

    @Test
    void events_begin_and_end_on_the_days_of_the_file() {
        var begun = days().map(Happened::firstDay).sorted().toList();
        var ended = days().map(Happened::lastDay).sorted().toList();
        assertEquals(LocalDate.parse("1991-08-08"), begun.getFirst());
        assertEquals(LocalDate.parse("2022-12-30"), begun.getLast());
        // The last event to begin is not the last to end: an event of a week ends the day after.
        assertEquals(LocalDate.parse("2022-12-31"), ended.getLast());
    }

    @Test
    void cells_are_those_of_the_source() {
        assertEquals(156, incidents.count(By.CELL).rows().size());
    }

    @Test
    void the_sample_of_the_world_counts_its_dead() {
        assertEquals(1000, sample.counts().added());
        assertEquals(13, sample.counts().disordered());
        assertEquals(9_561, sampled.count(By.YEAR).total().best());
        assertEquals(13, sampled.vague());
    }

    @Test
    void the_sample_of_the_world_has_its_countries_and_areas() {
        var countries = sampled.list().stream().map(row -> row.site().country()).distinct().count();
        var mali =
                sampled.list().stream().filter(row -> "Mali".equals(row.site().country())).count();
        var withoutArea = sampled.list().stream().filter(row -> row.site().adm1() == null).count();
        assertEquals(List.of(59L, 7L, 44L), List.of(countries, mali, withoutArea));
    }

    private static Stream<Happened> days() {
        return incidents.list().stream().flatMap(row -> Stream.ofNullable(row.happenedOn()));
    }

    private static long dated(DatePrecision precision) {
        return days().filter(when -> when.precision() == precision).count();
    }
}

package org.vigie.exchange.un;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vigie.exchange.TestFiles;
import org.vigie.exchange.TestLedger;
import org.vigie.exchange.imports.Imported;
import org.vigie.record.Facts.MissionFatality;
import org.vigie.record.Recorded;

/// Figures counted straight from the United Nations' file of 28 November 2023.
class UnFatalitiesTest {

    private static Imported imported;
    private static List<Recorded> dead;

    @BeforeAll
    static void read() throws IOException {
        var ledger = new TestLedger();
        imported = ledger.add(TestFiles.find("un/dppadposs-fatalities.csv"));
        dead =
                ledger.entries().stream()
                        .filter(recorded -> recorded.body() instanceof MissionFatality)
                        .toList();
    }

    @Test
    void every_row_of_the_file_is_added() {
        assertEquals(4350, imported.counts().added());
        assertEquals(0, imported.counts().rejected());
        assertEquals(4350, dead.size());
    }

    @Test
    void six_people_stand_in_two_rows() {
        var people =
                dead.stream()
                        .map(recorded -> body(recorded).columns().get("casualty_id"))
                        .distinct()
                        .count();
        assertEquals(4344, people);
    }

    @Test
    void the_dead_of_minusma_are_counted_by_cause() {
        assertEquals(
                Map.of(
                        "Malicious Act", 174L,
                        "Illness", 83L,
                        "Accident", 38L,
                        "To Be Determined", 14L,
                        "Unknown", 2L),
                counted(minusma(), recorded -> body(recorded).cause()));
    }

    @Test
    void the_malicious_acts_against_minusma_are_counted_by_year() {
        var malicious =
                minusma().filter(recorded -> body(recorded).cause().equals("Malicious Act"));
        var byYear =
                counted(
                        malicious,
                        recorded ->
                                recorded.entry()
                                        .findHappenedOn()
                                        .map(when -> "" + when.lastDay().getYear())
                                        .orElse("unknown"));
        assertEquals(
                "{2013=4, 2014=28, 2015=12, 2016=27, 2017=24, 2018=11, 2019=22, 2020=6, 2021=20,"
                        + " 2022=15, 2023=5}",
                new TreeMap<>(byYear).toString());
    }

    @Test
    void the_release_of_the_file_can_be_the_moment_of_knowing() throws IOException {
        var ledger = new TestLedger();
        ledger.add(TestFiles.find("un/dppadposs-fatalities.csv"), "release");
        var moments =
                ledger.entries().stream()
                        .filter(recorded -> recorded.body() instanceof MissionFatality)
                        .map(recorded -> recorded.knownAt().toString())
                        .distinct()
                        .toList();
        assertEquals(List.of("2023-11-28T23:59:59.999Z"), moments);
    }

    private static Stream<Recorded> minusma() {
        return dead.stream().filter(recorded -> body(recorded).mission().equals("MINUSMA"));
    }

    private static Map<String, Long> counted(
            Stream<Recorded> entries, Function<Recorded, String> key) {
        return entries.collect(Collectors.groupingBy(key, Collectors.counting()));
    }

    private static MissionFatality body(Recorded recorded) {
        return (MissionFatality) recorded.body();
    }
}

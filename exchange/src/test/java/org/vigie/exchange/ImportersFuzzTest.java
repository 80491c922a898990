package org.vigie.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.MethodSource;

/// Every file that an importer reads, by the law of [TakenOrRefused]. The seeds stand for the
/// formats; the fuzzer goes on from them. Everything in them is invented ("Ostrelle").
class ImportersFuzzTest {

    private static final String SEEDS = "org/vigie/exchange/ImportersFuzzTestInputs";

    @FuzzTest
    void a_file_of_ucdp_is_taken_or_refused(byte[] bytes) throws IOException {
        TakenOrRefused.check(bytes, ".csv");
    }

    @FuzzTest
    void pages_of_ucdp_are_taken_or_refused(byte[] bytes) throws IOException {
        TakenOrRefused.check(bytes, ".json");
    }

    @FuzzTest
    void geojson_of_ucdp_is_taken_or_refused(byte[] bytes) throws IOException {
        TakenOrRefused.check(bytes, ".geojson");
    }

    @MethodSource("words")
    @FuzzTest
    void a_file_of_acled_with_words_is_taken_or_refused(byte[] bytes) throws IOException {
        TakenOrRefused.check(bytes, ".csv");
    }

    @MethodSource("numbers")
    @FuzzTest
    void an_old_file_of_acled_with_numbers_is_taken_or_refused(byte[] bytes) throws IOException {
        TakenOrRefused.check(bytes, ".csv");
    }

    @MethodSource("monadic")
    @FuzzTest
    void a_monadic_file_of_acled_is_taken_or_refused(byte[] bytes) throws IOException {
        TakenOrRefused.check(bytes, ".csv");
    }

    @MethodSource("deleted")
    @FuzzTest
    void the_deleted_events_of_acled_are_taken_or_refused(byte[] bytes) throws IOException {
        TakenOrRefused.check(bytes, ".csv");
    }

    @MethodSource("tagged")
    @FuzzTest
    void a_file_with_a_row_of_tags_is_taken_or_refused(byte[] bytes) throws IOException {
        TakenOrRefused.check(bytes, ".csv");
    }

    @FuzzTest
    void the_fatalities_of_the_un_are_taken_or_refused(byte[] bytes) throws IOException {
        TakenOrRefused.check(bytes, ".csv");
    }

    @FuzzTest
    void bases_by_map_are_taken_or_refused(byte[] bytes) throws IOException {
        TakenOrRefused.check(bytes, ".csv");
    }

    @FuzzTest
    void bases_by_year_with_their_troops_are_taken_or_refused(byte[] bytes) throws IOException {
        TakenOrRefused.check(bytes, ".csv");
    }

    @FuzzTest
    void bases_by_year_with_their_kinds_are_taken_or_refused(byte[] bytes) throws IOException {
        TakenOrRefused.check(bytes, ".csv");
    }

    @FuzzTest
    void bases_by_year_with_their_contributors_are_taken_or_refused(byte[] bytes)
            throws IOException {
        TakenOrRefused.check(bytes, ".csv");
    }

    @FuzzTest
    void places_of_geonames_are_taken_or_refused(byte[] bytes) throws IOException {
        TakenOrRefused.check(bytes, ".txt");
    }

    @FuzzTest
    void a_list_of_requests_is_taken_or_refused(byte[] bytes) throws IOException {
        TakenOrRefused.check(bytes, ".csv");
    }

    @FuzzTest
    void a_list_of_activities_is_taken_or_refused(byte[] bytes) throws IOException {
        TakenOrRefused.check(bytes, ".csv");
    }

    @FuzzTest
    void a_list_of_bases_is_taken_or_refused(byte[] bytes) throws IOException {
        TakenOrRefused.check(bytes, ".csv");
    }

    @FuzzTest
    void a_list_of_units_is_taken_or_refused(byte[] bytes) throws IOException {
        TakenOrRefused.check(bytes, ".csv");
    }

    @FuzzTest
    void a_list_of_caveats_is_taken_or_refused(byte[] bytes) throws IOException {
        TakenOrRefused.check(bytes, ".csv");
    }

    @FuzzTest
    void a_list_of_needs_is_taken_or_refused(byte[] bytes) throws IOException {
        TakenOrRefused.check(bytes, ".csv");
    }

    @FuzzTest
    void a_missions_own_dead_are_taken_or_refused(byte[] bytes) throws IOException {
        TakenOrRefused.check(bytes, ".csv");
    }

    @FuzzTest
    void place_codes_are_taken_or_refused(byte[] bytes) throws IOException {
        TakenOrRefused.check(bytes, ".csv");
    }

    @MethodSource("cast")
    @FuzzTest
    void forecasts_of_cast_are_taken_or_refused(byte[] bytes) throws IOException {
        TakenOrRefused.check(bytes, ".csv");
    }

    @MethodSource("views")
    @FuzzTest
    void forecasts_of_views_are_taken_or_refused(byte[] bytes) throws IOException {
        TakenOrRefused.check(bytes, ".json");
    }

    /// A seed that is refused at once leads nowhere; those that a fuzzer found are named so.
    @Test
    void every_seed_is_taken_but_for_those_that_must_not_be() throws IOException {
        var refused = new ArrayList<String>();
        try (var seeds = Files.walk(TestResources.find(SEEDS))) {
            for (var seed : seeds.filter(Files::isRegularFile).sorted().toList()) {
                if (!seed.getFileName().toString().startsWith("refused")
                        && new TestLedger().add(seed).counts().added() == 0) {
                    refused.add(seed.toString());
                }
            }
        }
        assertEquals(List.of(), refused);
    }

    static List<byte[]> words() throws IOException {
        return files("acled/words-2024.csv", "acled/words-2024-later.csv", "acled/page1.json");
    }

    static List<byte[]> numbers() throws IOException {
        return files("acled/numbers-2019.csv");
    }

    static List<byte[]> monadic() throws IOException {
        return files("acled/monadic.csv");
    }

    static List<byte[]> deleted() throws IOException {
        return files("acled/deleted.csv");
    }

    static List<byte[]> tagged() throws IOException {
        return files("acled/tagged.csv");
    }

    static List<byte[]> cast() throws IOException {
        return files("forecasts/cast.csv");
    }

    static List<byte[]> views() throws IOException {
        return files("forecasts/views.json");
    }

    private static List<byte[]> files(String... names) throws IOException {
        var files = new ArrayList<byte[]>();
        for (var name : names) {
            files.add(Files.readAllBytes(TestResources.find(name)));
        }
        return files;
    }
}

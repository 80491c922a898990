package org.vigie.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Brief, changes, history and search on the public event file of the Central African Republic.
class BriefCommandsTest {

    private static final String CAR = "ucdp/ged231_central_african_republic.csv";

    @TempDir Path folder;
    private final CommandRun vigie = new CommandRun();

    @BeforeEach
    void take_the_file() {
        assertEquals(0, vigie.run("import", CommandRun.testFile(CAR)).exitCode());
        vigie.wait(Duration.ofDays(1));
    }

    @Test
    void a_brief_of_the_last_quarter_of_2022_counts_as_count_does() throws IOException {
        var said = brief("en", "brief.html");
        assertEquals(
                folder.resolve("brief.html") + ": 25 incidents, 13 in the period before\n",
                said.out());
        var page = Files.readString(folder.resolve("brief.html"));
        assertTrue(page.contains("120 (120–121)"), page);
        assertTrue(page.contains("Akossio village"), page);
        var counted =
                vigie.run(
                        "count",
                        "--from",
                        "2022-10-01",
                        "--to",
                        "2022-12-31",
                        "--area",
                        "Central African Republic",
                        "--json");
        assertTrue(counted.out().contains("\"n\":25"), counted.out());
        assertTrue(counted.out().contains("\"best\":120"), counted.out());
    }

    @Test
    void the_same_brief_is_the_same_bytes_as_html_and_as_pdf() throws IOException {
        brief("fr", "one.html");
        brief("fr", "other.html");
        assertEquals(
                Files.readString(folder.resolve("one.html")),
                Files.readString(folder.resolve("other.html")));
        brief("fr", "one.pdf");
        brief("fr", "other.pdf");
        assertArrayEquals(
                Files.readAllBytes(folder.resolve("one.pdf")),
                Files.readAllBytes(folder.resolve("other.pdf")));
    }

    @Test
    void a_file_that_is_neither_is_refused_in_one_sentence() {
        var said = brief("en", "brief.doc");
        assertEquals(2, said.exitCode());
        assertTrue(said.err().contains("a file whose name ends with .html or .pdf"), said.err());
    }

    @Test
    void a_language_that_no_brief_speaks_is_refused() {
        assertTrue(brief("de", "brief.html").err().contains("en, fr or nl"));
    }

    @Test
    void nothing_is_new_since_the_import_and_everything_since_before_it() {
        var none = vigie.run("changes", "--since", "2024-05-01T12:00Z");
        assertTrue(
                none.out().startsWith("since 2024-05-01T12:00:00Z: 0 new incidents, 0 changed, 0"),
                none.out());
        var all = vigie.run("changes", "--since", "2024-04-30");
        assertTrue(all.out().contains(": 1,848 new incidents, 0 changed, 0 retracted"), all.out());
        assertTrue(all.out().contains("import-opened"), all.out());
    }

    @Test
    void the_history_of_an_incident_is_found_by_its_source_s_own_key() {
        var said = vigie.run("history", "ucdp-ged:459881");
        assertTrue(
                said.out().contains("figure: 51; rule: the figures of the account that holds"),
                said.out());
        assertEquals(2, vigie.run("history", "ucdp-ged:0").exitCode());
    }

    @Test
    void a_search_without_accents_finds_what_was_written_with_them() {
        var with = vigie.run("search", "Séléka", "--json");
        var without = vigie.run("search", "seleka", "--json");
        assertTrue(without.out().contains("\"n\":87"), without.out());
        assertTrue(with.out().contains("\"n\":87"), with.out());
    }

    @Test
    void a_search_for_nothing_is_refused() {
        assertEquals(2, vigie.run("search", "?").exitCode());
    }

    @Test
    void a_brief_for_readers_outside_shows_the_risk_first_and_writes_nothing() {
        var said = brief("en", "brief.html", "--tier", "public");
        assertEquals(1, said.exitCode());
        assertTrue(said.out().startsWith("asked for 25 rows; 25 are alone in place"), said.out());
        assertTrue(said.out().endsWith("nothing written; read the above, then say --release\n"));
        assertFalse(Files.exists(folder.resolve("brief.html")));
    }

    @Test
    void a_copy_for_the_public_names_no_village_and_stands_in_the_ledger() throws IOException {
        var within = Files.readString(written("within.html"));
        var open = Files.readString(written("open.html", "--tier", "public", "--release"));
        assertTrue(within.contains("Akossio village"), within);
        assertFalse(open.contains("Akossio"), open);
        assertFalse(open.contains("459881"), open);
        assertTrue(open.contains("For the public."), open);
        var entries = vigie.run("changes", "--since", "2024-05-01T12:00Z", "--json").out();
        assertEquals(2, entries.split("\"kind\":\"exported\"", -1).length, entries);
    }

    @Test
    void where_a_state_is_accused_a_named_officer_decides() throws IOException {
        var held = brief("en", "partner.pdf", "--tier", "partner");
        assertTrue(held.out().contains("held back state-accused: "), held.out());
        var half = brief("en", "partner.pdf", "--tier", "partner", "--decided-by", "A. Diallo");
        assertEquals(2, half.exitCode());
        var decided =
                brief(
                        "en",
                        "partner.pdf",
                        "--tier",
                        "partner",
                        "--decided-by",
                        "A. Diallo",
                        "--because",
                        "published by UCDP");
        assertFalse(decided.out().contains("state-accused"), decided.out());
    }

    private Path written(String file, String... more) {
        assertEquals(0, brief("en", file, more).exitCode());
        return folder.resolve(file);
    }

    private CommandRun.Result brief(String language, String file, String... more) {
        return vigie.run(
                Stream.concat(Stream.of(arguments(language, file)), Stream.of(more))
                        .toArray(String[]::new));
    }

    private String[] arguments(String language, String file) {
        return List.of(
                        "brief",
                        "--area",
                        "Central African Republic",
                        "--from",
                        "2022-10-01",
                        "--to",
                        "2022-12-31",
                        "--lang",
                        language,
                        "--out",
                        folder.resolve(file).toString())
                .toArray(String[]::new);
    }
}

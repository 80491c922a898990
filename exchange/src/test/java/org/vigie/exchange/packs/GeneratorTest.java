package org.vigie.exchange.packs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.geo.BadInput;
import org.vigie.record.Entry;
import org.vigie.record.Facts;
import org.vigie.record.Warnings;

final class GeneratorTest {

    private static final LocalDate MARCH = LocalDate.parse("2026-03-31");
    private static final LocalDate YEAR = LocalDate.parse("2026-12-31");

    private static Pack ostrelle;

    @BeforeAll
    static void read() throws IOException {
        ostrelle = TestPacks.ostrelle();
    }

    private static Generator generator(@Nullable Long seed) throws IOException {
        return Generator.of(TestPacks.files("ostrelle"), ostrelle, seed);
    }

    @Test
    void the_same_seed_gives_the_same_entries() throws IOException {
        assertEquals(generator(42L).entries(MARCH), generator(42L).entries(MARCH));
    }

    @Test
    void another_seed_gives_others() throws IOException {
        assertNotEquals(generator(42L).entries(MARCH), generator(43L).entries(MARCH));
    }

    @Test
    void without_a_seed_the_one_of_the_pack_counts() throws IOException {
        assertEquals(generator(20260101L).entries(MARCH), generator(null).entries(MARCH));
    }

    @Test
    void a_later_day_gives_the_same_and_more() throws IOException {
        var march = generator(42L).entries(MARCH);
        var year = generator(42L).entries(YEAR);
        assertTrue(year.size() > march.size());
        assertEquals(march, year.subList(0, march.size()));
    }

    @Test
    void a_year_holds_about_as_many_events_as_its_rates_say() throws IOException {
        long events = TestPacks.count(generator(null).entries(YEAR), "incident-reported");
        assertTrue(events > 160 && events < 340, () -> "events: " + events);
    }

    @Test
    void warnings_are_true_and_false() throws IOException {
        var statuses =
                generator(null).entries(YEAR).stream()
                        .map(Entry::body)
                        .filter(Warnings.ReportVerified.class::isInstance)
                        .map(body -> ((Warnings.ReportVerified) body).status())
                        .distinct()
                        .toList();
        assertTrue(
                statuses.containsAll(
                        List.of(
                                Warnings.Verification.CONFIRMED,
                                Warnings.Verification.FALSE,
                                Warnings.Verification.UNVERIFIABLE)));
    }

    @Test
    void everything_generated_says_that_it_is_an_exercise() throws IOException {
        for (var entry : generator(null).entries(MARCH)) {
            var said = entry.body().toString();
            assertTrue(said.contains("EXERCISE"), said);
            assertEquals("generate", entry.origin().lane());
        }
    }

    @Test
    void nothing_is_known_before_it_happened_but_warnings() throws IOException {
        for (var entry : generator(null).entries(YEAR)) {
            if (entry.body() instanceof Facts.IncidentReported) {
                var happened = entry.findHappenedOn().orElseThrow();
                assertTrue(
                        !happened.first()
                                .isAfter(java.util.Objects.requireNonNull(entry.knownAt())));
            }
        }
    }

    @Test
    void writing_twice_adds_nothing_and_a_later_day_adds_more() throws IOException {
        var ledger = TestPacks.ledger();
        PackLoader.load(ostrelle, ledger);
        var first = generator(42L).write(ledger, MARCH).counts();
        assertEquals(0, generator(42L).write(ledger, MARCH).counts().added());
        var later = generator(42L).write(ledger, YEAR).counts();
        assertEquals(first.added(), later.unchanged());
        assertTrue(later.added() > 0);
    }

    @Test
    void the_pack_of_a_real_country_is_refused_whatever_its_folder_holds(@TempDir Path folder)
            throws IOException {
        TestPacks.copy("mali", folder);
        var mali = Pack.read(folder);
        Files.copy(
                TestPacks.MISSIONS.resolve("ostrelle/generator.properties"),
                folder.resolve("generator.properties"));
        var refusal =
                assertThrows(BadInput.class, () -> Generator.of(FolderFiles.of(folder), mali, 42L));
        assertTrue(
                String.valueOf(refusal.getMessage())
                        .contains("violence is generated nowhere else"));
    }

    @Test
    void a_key_that_nobody_reads_is_refused(@TempDir Path folder) throws IOException {
        TestPacks.copy("ostrelle", folder);
        TestPacks.replace(
                folder.resolve("generator.properties"),
                "night.share=0.55",
                "night.share=1.55\nmoon=full");
        var sentences =
                PackCheck.of(FolderFiles.of(folder)).stream().map(Finding::sentence).toList();
        assertTrue(
                sentences.stream().anyMatch(it -> it.contains(" moon \"full\"")),
                sentences::toString);
        assertTrue(
                sentences.stream().anyMatch(it -> it.contains(" night.share \"1.55\"")),
                sentences::toString);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "critical:0.15 ~ awful:0.15 ~ warning.severity",
                "kinds=attack-on-civilians:0.35 ~ kinds=massacre:0.35 ~ kinds",
                "area.OS04.kinds=attack-on-civilians ~ area.OS04.kinds=massacre ~ area.OS04.kinds",
                "phone:0.45 ~ dream:0.45 ~ warning.lanes",
                "claims.sources=1:0.4 ~ claims.sources=many:0.4 ~ claims.sources",
                "area.OS01.rate=1.0 ~ area.OS01.rate=1000.0 ~ until",
                "warning.false.perDay=0.25 ~ warning.false.perDay=100 ~ until",
            })
    void what_no_exercise_can_use_is_named(String old, String changed, String field)
            throws IOException {
        var settings =
                new String(
                                TestPacks.files("ostrelle")
                                        .find("generator.properties")
                                        .orElseThrow(),
                                java.nio.charset.StandardCharsets.UTF_8)
                        .replace("until=2026-12-31", "until=2040-12-31");
        assertTrue(settings.contains(old));
        var findings = new Findings();
        var read =
                GeneratorSettings.read(
                        Settings.read("g", settings.replace(old, changed), findings), findings);
        assertTrue(read.isEmpty(), read::toString);
        assertEquals(
                List.of(field), findings.list().stream().map(Finding::field).distinct().toList());
    }
}

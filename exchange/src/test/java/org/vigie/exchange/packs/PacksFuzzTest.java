package org.vigie.exchange.packs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.geo.BadInput;
import org.vigie.record.Entry;
import org.vigie.record.MemoryLedger;
import org.vigie.record.Viewer;

/// Mission packs and chronologies that strangers write, tried on the pack of Ostrelle: each file is
/// read, or every fault in it is named in one line; what is read goes into a ledger.
class PacksFuzzTest {

    private static final Instant FAR = Instant.parse("2101-01-02T00:00:00Z");
    private static final Remembered OSTRELLE = Remembered.of("ostrelle");
    private static final Pack PACK = OSTRELLE.read();

    /// Generating is for the settings of a small exercise; a large one takes its time.
    private static final int GENERATED_DAYS_MAX = 400;

    static List<byte[]> files() {
        return seeds(path -> !path.endsWith(".md") && !path.startsWith("chronologies/"));
    }

    /// The first line names the file of the pack that the rest takes the place of.
    @MethodSource("files")
    @FuzzTest
    void a_pack_with_any_file_is_read_or_its_faults_are_named(byte[] bytes) throws IOException {
        var lines = new String(bytes, StandardCharsets.ISO_8859_1).split("\n", 2);
        var files = new LinkedHashMap<>(OSTRELLE.files());
        files.put(lines[0], lines[lines.length - 1].getBytes(StandardCharsets.ISO_8859_1));
        var reading = PackReading.of(new Remembered(files));
        reading.findings().forEach(PacksFuzzTest::oneLine);
        assertEquals(
                reading.findPack().isEmpty(),
                reading.findings().stream().anyMatch(Finding::isError));
        if (reading.findPack().isPresent()) {
            recorded(reading.findPack().get().entries());
        }
    }

    @MethodSource("files")
    @FuzzTest
    void a_table_of_a_pack_is_read_or_its_faults_are_named(byte[] bytes) {
        var lines = new String(bytes, StandardCharsets.UTF_8).split("\n", 2);
        for (var table : Tables.ALL) {
            if (table.file().equals(lines[0])) {
                var findings = new Findings();
                var read = TableReader.read(table, lines[lines.length - 1], findings);
                findings.list().forEach(PacksFuzzTest::oneLine);
                assertTrue(read.isPresent() || findings.hasErrors());
                read.ifPresent(rows ->
                        assertTrue(
                                rows.ids().size()
                                        >= rows.rows().stream().map(Row::id).distinct().count()));
            }
        }
    }

    static List<byte[]> chronologies() {
        return List.of(
                OSTRELLE.files().getOrDefault("chronologies/night-at-tarn-ford.txt", new byte[0]));
    }

    @MethodSource("chronologies")
    @FuzzTest
    void a_chronology_is_read_or_its_faults_are_named(byte[] bytes) throws IOException {
        try {
            var chronology = Chronology.read("any", bytes, PACK);
            for (var line : chronology.lines()) {
                assertFalse(line.entries().isEmpty());
                assertTrue(line.text().endsWith("]"), line.text());
            }
            recorded(chronology.entries());
        } catch (BadInput refused) {
            assertEquals("chronology", refused.field());
        }
    }

    static List<byte[]> settings() {
        return seeds(path -> path.equals(PackReader.GENERATOR)).stream()
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .map(text -> text.substring(text.indexOf('\n') + 1).replace("-12-31", "-02-10"))
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    @MethodSource("settings")
    @FuzzTest
    void settings_of_a_generator_are_read_or_their_faults_are_named(byte[] bytes)
            throws IOException {
        var findings = new Findings();
        var text = Texts.read(PackReader.GENERATOR, bytes, findings);
        var settings =
                text.flatMap(it ->
                        GeneratorSettings.read(
                                Settings.read(PackReader.GENERATOR, it, findings), findings));
        findings.list().forEach(PacksFuzzTest::oneLine);
        assertTrue(settings.isPresent() || findings.hasErrors());
        if (settings.isPresent()
                && !settings.get()
                        .until()
                        .isAfter(settings.get().from().plusDays(GENERATED_DAYS_MAX))) {
            generated(bytes, settings.get());
        }
    }

    private static void generated(byte[] bytes, GeneratorSettings settings) throws IOException {
        var files = new LinkedHashMap<>(OSTRELLE.files());
        files.put(PackReader.GENERATOR, bytes);
        try {
            var generator = Generator.of(new Remembered(files), PACK, null);
            recorded(generator.entries(settings.until()));
        } catch (BadInput refused) {
            assertFalse(refused.field().isBlank());
        }
    }

    static List<byte[]> maps() {
        return List.of(OSTRELLE.files().getOrDefault(MapReader.FILE, new byte[0]));
    }

    @MethodSource("maps")
    @FuzzTest
    void a_map_is_read_or_its_faults_are_named(byte[] bytes) {
        var findings = new Findings();
        var shapes = MapReader.read(bytes, findings);
        findings.list().forEach(PacksFuzzTest::oneLine);
        for (var shape : shapes) {
            assertTrue(shape.paths().stream().allMatch(path -> path.size() > 1));
        }
    }

    private static void oneLine(Finding finding) {
        var sentence = finding.sentence();
        assertEquals(1, sentence.lines().count(), sentence);
        assertTrue(sentence.codePoints().noneMatch(Character::isISOControl), sentence);
        assertTrue(sentence.length() < 3_000, sentence);
    }

    /// What was read can be recorded and looked at.
    private static void recorded(List<Entry> entries) throws IOException {
        var ledger = new MemoryLedger(InstantSource.fixed(FAR));
        ledger.append(entries);
        var picture = ledger.asOf(FAR, FAR, Viewer.owner());
        assertTrue(picture.incidents().size() <= entries.size());
    }

    /// Files with their names on the first line.
    private static List<byte[]> seeds(java.util.function.Predicate<String> wanted) {
        var seeds = new ArrayList<byte[]>();
        OSTRELLE.files()
                .forEach((path, bytes) -> {
                    if (wanted.test(path)) {
                        var text = path + "\n" + new String(bytes, StandardCharsets.ISO_8859_1);
                        seeds.add(text.getBytes(StandardCharsets.ISO_8859_1));
                    }
                });
        return seeds;
    }

    /// A pack in memory.
    private record Remembered(Map<String, byte[]> files) implements PackFiles {

        static Remembered of(String mission) {
            var files = new LinkedHashMap<String, byte[]>();
            try {
                var folder = TestPacks.files(mission);
                for (var path : folder.list()) {
                    files.put(path, folder.find(path).orElseThrow());
                }
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
            return new Remembered(files);
        }

        Pack read() {
            try {
                return Pack.read(this);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }

        @Override
        public String name() {
            return "remembered";
        }

        @Override
        public Optional<byte[]> find(String path) {
            return Optional.ofNullable(files.get(path));
        }

        @Override
        public List<String> list() {
            return List.copyOf(files.keySet());
        }
    }
}

package org.vigie.exchange.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.vigie.exchange.TestLedger;
import org.vigie.exchange.TestResources;
import org.vigie.geo.BadInput;

/// Good files in which a few bytes were changed, cut out, doubled or cut off: each is taken row by
/// row, or refused in one sentence with nothing left behind.
class DamagedFilesTest {

    private static final List<String> TRICKS =
            List.of(
                    "\"", ",", "\n", "{", "[", "}", "]", "\\", "<", "é", "\u0000", "-", "9e999",
                    "#", ";");

    @Property(tries = 400)
    void a_damaged_text_is_taken_or_refused(@ForAll("texts") String name, @ForAll long seed)
            throws IOException {
        var good = Files.readAllBytes(TestResources.find(name));
        takenOrRefused(damaged(good, new Random(seed)), name.substring(name.lastIndexOf('.')));
    }

    @Property(tries = 150)
    void a_damaged_workbook_is_taken_or_refused(@ForAll long seed) throws IOException {
        takenOrRefused(damaged(workbook(), new Random(seed)), ".xlsx");
    }

    @Property(tries = 150)
    void a_workbook_with_a_damaged_sheet_is_taken_or_refused(@ForAll long seed) throws IOException {
        takenOrRefused(damagedWithin(workbook(), new Random(seed)), ".xlsx");
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                "acled/words-2024.csv",
                "acled/numbers-2019.csv",
                "acled/tagged.csv",
                "acled/monadic.csv",
                "acled/deleted.csv",
                "acled/page1.json",
                "forecasts/cast.csv",
                "forecasts/views.json");
    }

    /// A file that is taken counts every row in exactly one way.
    private static void takenOrRefused(byte[] bytes, String ending) throws IOException {
        var file = Files.createTempFile("damaged", ending);
        var ledger = new TestLedger();
        try {
            Files.write(file, bytes);
            var counts = ledger.add(file).counts();
            assertEquals(
                    counts.read(),
                    counts.added() + counts.changed() + counts.unchanged() + counts.rejected());
            assertEquals(counts.added() + 2, ledger.entries().size());
        } catch (BadInput refused) {
            assertEquals(0, ledger.entries().size(), refused::getMessage);
        } finally {
            Files.delete(file);
        }
    }

    private static byte[] damaged(byte[] good, Random chance) {
        var bytes = good;
        for (int times = chance.nextInt(4); times >= 0; times--) {
            int from = chance.nextInt(bytes.length + 1);
            int to = Math.min(bytes.length, from + chance.nextInt(40));
            var before = Arrays.copyOf(bytes, from);
            bytes =
                    switch (chance.nextInt(5)) {
                        case 0 -> before;
                        case 1 -> joined(before, Arrays.copyOfRange(bytes, to, bytes.length));
                        case 2 -> joined(bytes, Arrays.copyOfRange(bytes, from, to));
                        case 3 -> {
                            var changed = bytes.clone();
                            Arrays.fill(changed, from, to, (byte) chance.nextInt(256));
                            yield changed;
                        }
                        default -> {
                            var trick =
                                    TRICKS.get(chance.nextInt(TRICKS.size()))
                                            .getBytes(StandardCharsets.UTF_8);
                            yield joined(
                                    joined(before, trick),
                                    Arrays.copyOfRange(bytes, from, bytes.length));
                        }
                    };
        }
        return bytes;
    }

    private static byte[] joined(byte[] one, byte[] other) {
        var both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    private static byte[] workbook() throws IOException {
        var file = Files.createTempFile("good", ".xlsx");
        try {
            Workbook.write(
                    file,
                    List.of(
                            List.of("country", "admin1", "month", "year", "total_forecast"),
                            List.of("Ostrelle", "North", "March", "2024", "30"),
                            List.of("Ostrelle", "South", "4", "2024", "=day:45000")));
            return Files.readAllBytes(file);
        } finally {
            Files.delete(file);
        }
    }

    /// The archive itself stays whole; one of its parts does not.
    private static byte[] damagedWithin(byte[] good, Random chance) throws IOException {
        var out = new ByteArrayOutputStream();
        int chosen = chance.nextInt(6);
        int part = 0;
        try (var in = new ZipInputStream(new java.io.ByteArrayInputStream(good));
                var zip = new ZipOutputStream(out)) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                zip.putNextEntry(new ZipEntry(entry.getName()));
                var bytes = in.readAllBytes();
                zip.write(part == chosen ? damaged(bytes, chance) : bytes);
                zip.closeEntry();
                part++;
            }
        }
        return out.toByteArray();
    }
}

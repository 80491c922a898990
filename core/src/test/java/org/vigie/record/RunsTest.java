package org.vigie.record;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RunsTest {

    private record Row(int seq, long idHigh) {}

    @Test
    void places_and_ids_come_back_whatever_the_order_in_which_they_came() throws IOException {
        for (long seed = 0; seed < 200; seed++) {
            var rows = rows(new SplittableRandom(seed));
            var runs = new Runs();
            for (int row = 0; row < rows.size(); row++) {
                runs.add(row, rows.get(row).seq, rows.get(row).idHigh);
            }
            assertEquals(rows, list(runs, rows.size()));
            assertEquals(rows, list(saved(runs, rows.size()), rows.size()));
        }
    }

    @Test
    void an_older_copy_keeps_what_it_had() {
        var runs = new Runs();
        runs.add(0, 7, 1);
        var grown = runs.grown();
        grown.add(1, 9, 5);
        assertEquals(List.of(new Row(7, 1)), list(runs, 1));
        assertEquals(List.of(new Row(7, 1), new Row(9, 5)), list(grown, 2));
    }

    /// Imports with series of ids that cross a millisecond, and single entries with any id.
    private static List<Row> rows(SplittableRandom chance) {
        var rows = new ArrayList<Row>();
        int seq = 0;
        for (int part = 0; part < 8; part++) {
            seq += chance.nextInt(3);
            var born = Instant.ofEpochMilli(1_700_000_000_000L + chance.nextInt(100));
            var ids = Ids.series(born, chance);
            for (int left = chance.nextInt(3); left > 0; left--) {
                rows.add(new Row(seq++, chance.nextBoolean() ? chance.nextLong() : 0x7001));
            }
            for (int left = chance.nextInt(9_000); left > 0; left--) {
                rows.add(new Row(seq++, ids.get().getMostSignificantBits()));
                if (chance.nextInt(1_000) == 0) {
                    seq++;
                    UUID skipped = chance.nextBoolean() ? ids.get() : new UUID(0, 0);
                    seq += skipped.version() == 7 ? 0 : 1;
                }
            }
        }
        return rows;
    }

    private static List<Row> list(Runs runs, int size) {
        var rows = new ArrayList<Row>();
        for (int row = 0; row < size; row++) {
            rows.add(new Row(runs.seq(row), runs.idHigh(row)));
        }
        return rows;
    }

    private static Runs saved(Runs runs, int size) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new ColumnsOut(bytes);
        runs.write(out);
        out.flush();
        return Runs.read(new ColumnsIn(new ByteArrayInputStream(bytes.toByteArray())), size);
    }
}

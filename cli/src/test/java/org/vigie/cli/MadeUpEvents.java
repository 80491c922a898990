package org.vigie.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Files of events that never happened, laid out as UCDP lays out GED, for tests that need many.
final class MadeUpEvents {

    private static final String REAL = "ucdp/ged231_central_african_republic.csv";

    private MadeUpEvents() {}

    /// Writes a file.
    ///
    /// @param first the number of the first event; another number is another event
    static Path write(Path file, int first, int rows) throws IOException {
        var header = Files.readAllLines(Path.of(CommandRun.testFile(REAL))).getFirst();
        var lines = new ArrayList<>(List.of(header));
        for (int n = first; n < first + rows; n++) {
            lines.add(row(n));
        }
        return Files.write(file, lines);
    }

    private static String row(int n) {
        return (9_000_000 + n)
                + ",MADE-UP-"
                + n
                + ",2023,1,Clear,3,1,1,Made up - Civilians,1,1,Made up - Civilians,1,1,Made-up armed group,9999,1,"
                + "Civilians,1,Made up by a test "
                + n
                + ",,2023-05-01,,,1,Tarn Ford,Tarn Ford,North,Ford,8.0,20.0,POINT (20 8),141522,Ostrelle,482,Africa,1,1,"
                + "2023-04-30 00:00:00.000,2023-04-30 00:00:00.000,0,0,2,0,2,3,1,482,";
    }
}

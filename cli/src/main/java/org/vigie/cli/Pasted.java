package org.vigie.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.BadInput;

/// What somebody pastes into the standard input, as a file for as long as the command runs: cells
/// that are copied from a spreadsheet come with tabs between them.
final class Pasted implements AutoCloseable {

    private static final String NAME = "pasted.tsv";

    /// More than anybody copies from a spreadsheet.
    private static final int BYTES_MAX = 1 << 26;

    private final InputStream from;
    private @Nullable Path folder;

    Pasted(InputStream from) {
        this.from = from;
    }

    /// The file itself; for `-` a file with what is pasted.
    Path fileOf(Path given) throws IOException {
        if (!given.toString().equals("-")) {
            return given;
        }
        if (folder != null) {
            throw new BadInput("file", "-", "named once");
        }
        var made = Files.createTempDirectory("vigie-pasted");
        folder = made;
        var bytes = from.readNBytes(BYTES_MAX);
        if (from.read() >= 0) {
            throw new BadInput("file", "-", "at most " + BYTES_MAX + " bytes");
        }
        return Files.write(made.resolve(NAME), bytes);
    }

    @Override
    public void close() throws IOException {
        var made = folder;
        if (made != null) {
            Files.deleteIfExists(made.resolve(NAME));
            Files.deleteIfExists(made);
        }
    }
}

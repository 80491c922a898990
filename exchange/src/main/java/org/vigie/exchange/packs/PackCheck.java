package org.vigie.exchange.packs;

import java.io.IOException;
import java.util.List;

/// Everything that is wrong with a pack, for the person who makes one: with file, line, field,
/// value and what to do.
public final class PackCheck {

    private PackCheck() {}

    /// All findings, errors first; empty when the pack is clean. Whether a chronology fits the
    /// tables is judged once the tables have no errors; how it is written, always.
    public static List<Finding> of(PackFiles files) throws IOException {
        return PackReading.of(files).findings();
    }
}

package org.vigie.exchange.packs;

import java.io.IOException;
import java.util.List;

/// Everything that is wrong with a pack, for the person who makes one: with file, line, field,
/// value and what to do.
public final class PackCheck {

    private PackCheck() {}

    /// All findings, errors first; empty when the pack is clean. Chronologies are judged once the
    /// pack itself has no errors.
    public static List<Finding> of(PackFiles files) throws IOException {
        return PackReading.of(files).findings();
    }
}

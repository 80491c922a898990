package org.vigie.exchange.packs;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What reading a pack gave: the pack, unless it has errors, and everything that was found.
record PackReading(@Nullable Pack pack, List<Finding> findings) {

    PackReading {
        findings = List.copyOf(findings);
    }

    static PackReading of(PackFiles files) throws IOException {
        return new PackReader(files).read();
    }

    Optional<Pack> findPack() {
        return Optional.ofNullable(pack);
    }
}

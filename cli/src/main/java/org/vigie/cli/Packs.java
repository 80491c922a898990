package org.vigie.cli;

import java.util.regex.Pattern;
import org.vigie.exchange.packs.PackFiles;
import org.vigie.geo.BadInput;

/// Finds a chronology by its path, in a folder of the user's or in the jar.
final class Packs {

    private static final Pattern CHRONOLOGY =
            Pattern.compile("(?:(.*)/)?chronologies/([A-Za-z0-9-]+)(?:\\.txt)?");

    private Packs() {}

    /// A chronology of a pack.
    record Told(PackFiles files, String name) {}

    /// @param path such as `missions/mali/chronologies/moura-2022-03`, with or without `.txt`
    static Told findChronology(String path) {
        var plain = path.replace('\\', '/');
        var matcher = CHRONOLOGY.matcher(plain);
        if (!matcher.matches()) {
            throw new BadInput(
                    "chronology", path, "like missions/mali/chronologies/ogossagou-2020-02");
        }
        var mission = matcher.group(1);
        return new Told(PackFiles.of(mission == null ? "." : mission), matcher.group(2));
    }
}

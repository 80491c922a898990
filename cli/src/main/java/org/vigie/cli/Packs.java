package org.vigie.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.vigie.exchange.packs.ClassPathFiles;
import org.vigie.exchange.packs.FolderFiles;
import org.vigie.exchange.packs.Pack;
import org.vigie.exchange.packs.PackFiles;
import org.vigie.geo.BadInput;

/// Finds mission packs: in a folder of the user's, else among those that the jar brings with it.
final class Packs {

    private static final Pattern SHIPPED = Pattern.compile("(?:missions/)?([a-z0-9-]+)/?");
    private static final Pattern CHRONOLOGY =
            Pattern.compile("(?:(.*)/)?chronologies/([A-Za-z0-9-]+)(?:\\.txt)?");

    private Packs() {}

    /// @param mission a folder such as `missions/mali`, or the name of a pack in the jar
    static PackFiles find(String mission) {
        var folder = Path.of(mission);
        if (Files.isDirectory(folder)) {
            return FolderFiles.of(folder);
        }
        var shipped = SHIPPED.matcher(mission);
        if (shipped.matches() && Pack.SHIPPED.contains(shipped.group(1))) {
            return ClassPathFiles.of(shipped.group(1));
        }
        throw new BadInput(
                "mission", mission, "a folder, or one of " + String.join(", ", Pack.SHIPPED));
    }

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
        return new Told(find(mission == null ? "." : mission), matcher.group(2));
    }
}

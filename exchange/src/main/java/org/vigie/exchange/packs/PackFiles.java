package org.vigie.exchange.packs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.vigie.geo.BadInput;

/// The files of one pack: in a folder that a person edits ([FolderFiles]), or inside the jar
/// ([ClassPathFiles]).
public interface PackFiles {

    /// Largest file that a pack may hold, in bytes: packs are text that people read.
    int FILE_MAX = 4 << 20;

    /// What the pack is called in messages, e.g. `missions/mali`.
    String name();

    /// The bytes of a file, at most [#FILE_MAX] and one more; empty when there is none.
    ///
    /// @param path inside the pack, with `/`, e.g. `chronologies/moura-2022-03.txt`
    Optional<byte[]> find(String path) throws IOException;

    /// The paths of all files of the pack, sorted, at most one folder deep.
    List<String> list() throws IOException;

    /// A pack by the way people name it: a folder such as `missions/mali`, or the name of one that
    /// Vigie brings along.
    static PackFiles of(String mission) {
        var folder = Path.of(mission);
        if (Files.isDirectory(folder)) {
            return FolderFiles.of(folder);
        }
        var name = mission.replaceFirst("^missions/", "").replaceFirst("/$", "");
        if (Pack.SHIPPED.contains(name)) {
            return ClassPathFiles.of(name);
        }
        throw new BadInput(
                "mission", mission, "a folder, or one of " + String.join(", ", Pack.SHIPPED));
    }
}

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

    /// A pack by the way people name it: a folder such as `missions/mali` that holds
    /// `mission.properties`, or the name of one that Vigie brings along. A folder without that file
    /// is none, whatever it is called: `--data mali` makes one that is called like a mission.
    static PackFiles of(String mission) {
        return in(Path.of(mission), mission);
    }

    /// As above.
    ///
    /// @param folder where a folder of that name would be
    static PackFiles in(Path folder, String mission) {
        if (Files.isRegularFile(folder.resolve(PackReader.SETTINGS))) {
            return FolderFiles.of(folder);
        }
        var name = mission.replaceFirst("^missions/", "").replaceFirst("/$", "");
        if (Pack.SHIPPED.contains(name)) {
            return ClassPathFiles.of(name);
        }
        throw new BadInput(
                "mission",
                mission,
                "a folder with "
                        + PackReader.SETTINGS
                        + (Files.isDirectory(folder) ? ", which is not in " : ", and there is no ")
                        + folder.toAbsolutePath().normalize()
                        + "; or one of "
                        + String.join(", ", Pack.SHIPPED));
    }
}

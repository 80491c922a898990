package org.vigie.exchange.packs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.vigie.geo.BadInput;

/// A pack in a folder of the file system.
///
/// @param folder an existing folder
/// @param name as it is called in messages
public record FolderFiles(Path folder, String name) implements PackFiles {

    private static final int DEPTH_MAX = 2;

    /// A pack has some twenty files; a folder with thousands is something else.
    private static final int FILES_MAX = 1_000;

    public FolderFiles {
        if (!Files.isDirectory(folder)) {
            throw new BadInput("mission pack", name, "a folder that exists");
        }
    }

    public static FolderFiles of(Path folder) {
        return new FolderFiles(folder, folder.toString().replace('\\', '/'));
    }

    @Override
    public Optional<byte[]> find(String path) throws IOException {
        var file = folder.resolve(path);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (var bytes = Files.newInputStream(file)) {
            return Optional.of(bytes.readNBytes(FILE_MAX + 1));
        }
    }

    @Override
    public List<String> list() throws IOException {
        try (var files = Files.walk(folder, DEPTH_MAX)) {
            return files.filter(Files::isRegularFile)
                    .limit(FILES_MAX)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }
}

package org.vigie.exchange.packs;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import org.vigie.geo.BadInput;

/// A pack inside the jar (or on the class path of a build), e.g. `missions/mali`.
///
/// @param folder path on the class path, without slashes at its ends
public record ClassPathFiles(ClassLoader loader, String folder) implements PackFiles {

    public ClassPathFiles {
        if (loader.getResource(folder + "/" + PackReader.SETTINGS) == null) {
            throw new BadInput(
                    "mission pack", folder, "one that Vigie brings with it, or a folder");
        }
    }

    /// A pack that Vigie brings with it.
    ///
    /// @param mission name of its folder, e.g. `mali`
    public static ClassPathFiles of(String mission) {
        return new ClassPathFiles(ClassPathFiles.class.getClassLoader(), "missions/" + mission);
    }

    @Override
    public String name() {
        return folder;
    }

    @Override
    public Optional<byte[]> find(String path) throws IOException {
        try (var bytes = loader.getResourceAsStream(folder + "/" + path)) {
            return bytes == null ? Optional.empty() : Optional.of(bytes.readNBytes(FILE_MAX + 1));
        }
    }

    @Override
    public List<String> list() throws IOException {
        var url = loader.getResource(folder + "/" + PackReader.SETTINGS);
        if (url == null) {
            return List.of();
        }
        if (url.openConnection() instanceof JarURLConnection jar) {
            var prefix = folder + "/";
            return jar.getJarFile().stream()
                    .filter(entry -> !entry.isDirectory())
                    .map(ZipEntry::getName)
                    .filter(name -> name.startsWith(prefix))
                    .map(name -> name.substring(prefix.length()))
                    .sorted()
                    .toList();
        }
        var settings = Path.of(uri(url.toString()));
        return new FolderFiles(settings.resolveSibling("."), folder).list();
    }

    private static URI uri(String url) throws IOException {
        try {
            return new URI(url);
        } catch (URISyntaxException e) {
            throw new IOException("cannot list the class path at " + url, e);
        }
    }
}

package org.vigie.store.hooks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/// By which mail server a data folder sends, in `DIR/mail/server.properties` (mode 0600, with the
/// password in the clear, because it must be at hand to sign in with).
public final class MailSettings {

    private MailSettings() {}

    static Path folder(Path data) {
        return data.resolve("mail");
    }

    private static Path file(Path data) {
        return folder(data).resolve("server.properties");
    }

    /// What was set; empty while nothing was.
    public static Optional<SortedMap<String, String>> read(Path data) throws IOException {
        var file = file(data);
        return Files.exists(file) ? Optional.of(SafeFiles.read(file)) : Optional.empty();
    }

    /// Takes the place of what was set before. It is on the disk when this returns.
    public static void write(Path data, Map<String, String> said) throws IOException {
        Files.createDirectories(folder(data));
        SafeFiles.write(file(data), said);
    }
}

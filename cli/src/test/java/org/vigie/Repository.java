package org.vigie;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Where things are in the repository, seen from the unit whose tests run.
final class Repository {

    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");

    private Repository() {}

    /// The folders of the build units that hold Java, as the root pom lists them.
    static List<Path> units() {
        return MODULE.matcher(text(ROOT.resolve("pom.xml")))
                .results()
                .map(MatchResult::group)
                .map(it -> it.replaceAll("</?module>", ""))
                .map(ROOT::resolve)
                .filter(it -> Files.isDirectory(it.resolve("src/main/java")))
                .toList();
    }

    /// The units of every build; what measures ships with nobody and is built when it is asked for.
    private static Stream<Path> alwaysBuilt() {
        return units().stream().filter(it -> !it.endsWith("bench"));
    }

    static List<Path> compiledClasses() {
        return alwaysBuilt().map(Repository::classes).toList();
    }

    static List<Path> unitsWithoutClasses() {
        return alwaysBuilt()
                .filter(it -> !Files.isDirectory(classes(it)))
                .map(ROOT::relativize)
                .toList();
    }

    /// Every Java file below `src/main` or `src/test` of every unit, sorted.
    static List<Path> sources(String kind) {
        return units().stream()
                .map(it -> it.resolve("src").resolve(kind).resolve("java"))
                .filter(Files::isDirectory)
                .flatMap(it -> javaFiles(it).stream())
                .sorted()
                .toList();
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<Path> javaFiles(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(it -> it.toString().endsWith(".java")).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Path classes(Path unit) {
        return unit.resolve("target/classes");
    }
}

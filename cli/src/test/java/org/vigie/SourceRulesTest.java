package org.vigie;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Sizes, names and comments of every source file, as CONTRIBUTING.md sets them.
final class SourceRulesTest {

    private static final int FILE_LINES_MAX = 500;

    @Test
    void there_are_sources_to_judge() {
        assertFalse(Repository.sources("main").isEmpty());
        assertFalse(Repository.sources("test").isEmpty());
    }

    @Test
    void no_file_is_longer_than_500_lines() {
        assertEquals(
                List.of(),
                all().filter(it -> lines(it) > FILE_LINES_MAX)
                        .map(it -> "%s has %s lines".formatted(name(it), lines(it)))
                        .toList());
    }

    @Test
    void methods_names_and_comments_keep_the_rules() {
        assertEquals(
                List.of(),
                SourceRules.breaches(
                        Repository.sources("main"), Repository.sources("test"), Repository.ROOT));
    }

    @Test
    void every_package_has_a_front_page_with_null_marked() {
        assertEquals(
                List.of(),
                Repository.sources("main").stream()
                        .map(Path::getParent)
                        .distinct()
                        .filter(it -> !isNullMarked(it.resolve("package-info.java")))
                        .map(SourceRulesTest::name)
                        .toList());
    }

    @Test
    void the_rules_find_what_they_are_for(@TempDir Path folder) throws IOException {
        String longMethod = "    void long_one() {\n" + "        ;\n".repeat(69) + "    }\n";
        Path source =
                Files.writeString(
                        folder.resolve("AlertManager.java"),
                        """
                        public class AlertManager {
                            record Six(int a, int b, int c, int d, int e, int f) {
                                Six {}
                            }
                            void five(int a, int b, int c, int d, int e) {
                                try { } catch (Exception wide) { }
                            }
                        """
                                + longMethod
                                + "}\n");
        assertEquals(
                List.of(
                        "AlertManager.java:1 the name AlertManager says nothing of the field: use a word of the glossary",
                        "AlertManager.java:1 the public type AlertManager has no comment",
                        "AlertManager.java:5 five has 5 parameters, after 4 make it a record",
                        "AlertManager.java:6 catches Exception: name what can go wrong",
                        "AlertManager.java:8 long_one has 71 lines, 70 are allowed"),
                SourceRules.breaches(List.of(source), List.of(), folder));
    }

    private static Stream<Path> all() {
        return Stream.of("main", "test").flatMap(it -> Repository.sources(it).stream());
    }

    private static boolean isNullMarked(Path frontPage) {
        return Files.exists(frontPage) && Repository.text(frontPage).contains("@NullMarked");
    }

    private static long lines(Path file) {
        return Repository.text(file).lines().count();
    }

    private static String name(Path file) {
        return Repository.ROOT.relativize(file).toString();
    }
}

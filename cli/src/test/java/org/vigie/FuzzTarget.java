package org.vigie;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A fuzz test of one of the units: it takes bytes from outside and holds them against a law.
///
/// @param unit folder of the build unit; its programs run there
/// @param type full name of the class
record FuzzTarget(Path unit, String type, String method) {

    /// What the names of their classes end with.
    static final String NAME = "FuzzTest";

    /// All of them, in the order of their names.
    static List<FuzzTarget> all() {
        return Repository.units().stream()
                .flatMap(FuzzTarget::of)
                .sorted(Comparator.comparing(FuzzTarget::toString))
                .toList();
    }

    private static Stream<FuzzTarget> of(Path unit) {
        return new ClassFileImporter()
                        .withImportOption(FuzzTarget::isFuzzTest)
                        .importPath(unit.resolve("target/test-classes"))
                        .stream()
                        .map(JavaClass::getMethods)
                        .flatMap(Collection::stream)
                        .filter(method -> method.isAnnotatedWith(FuzzTest.class))
                        .map(method ->
                                new FuzzTarget(
                                        unit, method.getOwner().getName(), method.getName()));
    }

    private static boolean isFuzzTest(Location location) {
        return location.contains(NAME + ".class");
    }

    /// Where its runs keep what they found: below the folder of the unit whose tests run.
    Path folder() {
        return Path.of("target", "fuzz").toAbsolutePath().resolve(shortType()).resolve(method);
    }

    /// The start of a Java program that can see the tests of the unit, on the same pretended
    /// machine as all tests.
    static List<String> java(Path unit) {
        var line = new ArrayList<String>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(
                List.of(
                        "-Xmx1g",
                        "-Duser.language=tr",
                        "-Duser.country=TR",
                        "-Duser.timezone=Asia/Kathmandu",
                        "-XX:-OmitStackTraceInFastThrow",
                        "-XX:+EnableDynamicAgentLoading",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp"));
        line.add(
                Stream.of(
                                unit.resolve("target/test-classes").toString(),
                                System.getProperty("java.class.path", ""))
                        .collect(Collectors.joining(File.pathSeparator)));
        return line;
    }

    String shortType() {
        return type.substring(type.lastIndexOf('.') + 1);
    }

    @Override
    public String toString() {
        return shortType() + "." + method;
    }
}

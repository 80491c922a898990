package org.vigie.exchange;

import java.nio.file.Files;
import java.nio.file.Path;

/// Finds the real files that figures are held against. They are not part of the project; whoever
/// runs the tests says where they are in the environment variable `VIGIE_TEST_DATA`.
public final class TestFiles {

    private TestFiles() {}

    public static Path find(String name) {
        var folder = System.getenv("VIGIE_TEST_DATA");
        var path =
                (folder == null ? repository().resolve("../shared/data") : Path.of(folder))
                        .resolve(name);
        if (!Files.isRegularFile(path)) {
            throw new IllegalStateException(
                    "the test data is not there: "
                            + path.toAbsolutePath().normalize()
                            + " (set VIGIE_TEST_DATA to its folder)");
        }
        return path;
    }

    private static Path repository() {
        var here = Path.of("").toAbsolutePath();
        while (!Files.isRegularFile(here.resolve("LICENSE"))) {
            here = here.getParent();
            if (here == null) {
                throw new IllegalStateException("no LICENSE above the working folder");
            }
        }
        return here;
    }
}

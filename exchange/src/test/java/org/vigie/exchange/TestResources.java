package org.vigie.exchange;

import java.net.URISyntaxException;
import java.nio.file.Path;

/// Finds the small files that stand beside the tests.
public final class TestResources {

    private TestResources() {}

    public static Path find(String name) {
        var resource = TestResources.class.getResource("/" + name);
        if (resource == null) {
            throw new IllegalStateException("no test resource " + name);
        }
        try {
            return Path.of(resource.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("not the address of a file: " + resource, e);
        }
    }
}

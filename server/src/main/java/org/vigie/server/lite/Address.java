package org.vigie.server.lite;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The address of a page within this server: a path and its parameters. Immutable.
record Address(String path, SortedMap<String, String> parameters) {

    Address {
        parameters = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
    }

    static Address of(String path, Map<String, String> parameters) {
        return new Address(path, new TreeMap<>(parameters));
    }

    /// The same parameters on another page.
    Address at(String otherPath) {
        return new Address(otherPath, parameters);
    }

    /// The same with one parameter set; null or empty takes it away.
    Address with(String name, @Nullable String value) {
        var changed = new TreeMap<>(parameters);
        if (value == null || value.isEmpty()) {
            changed.remove(name);
        } else {
            changed.put(name, value);
        }
        return new Address(path, changed);
    }

    Address without(String... names) {
        var changed = new TreeMap<>(parameters);
        for (var name : names) {
            changed.remove(name);
        }
        return new Address(path, changed);
    }

    /// The parameters alone, which a browser reads as "this page, but so": `?lang=fr`.
    String query() {
        var query = new StringBuilder("?");
        parameters.forEach((name, value) -> {
            if (query.length() > 1) {
                query.append('&');
            }
            query.append(encoded(name)).append('=').append(encoded(value));
        });
        return query.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("%3A", ":");
    }

    @Override
    public String toString() {
        return parameters.isEmpty() ? path : path + query();
    }
}

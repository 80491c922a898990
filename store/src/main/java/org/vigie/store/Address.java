package org.vigie.store;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.vigie.geo.BadInput;

/// The address of a database, as people write it and as the driver wants it.
final class Address {

    private static final String DRIVER = "jdbc:postgresql://";

    /// The wrong address itself is not repeated: it may hold a password.
    private static final String FIELD = "the database address";

    private static final String FORM = "like postgresql://user:password@host:5432/database";

    /// Stands for what was written, which may hold a password.
    private enum Unspoken {
        PASSWORD;

        @Override
        public String toString() {
            return "something else (not repeated, it may hold a password)";
        }
    }

    private Address() {}

    static BadInput bad() {
        return new BadInput(FIELD, Unspoken.PASSWORD, FORM);
    }

    static Database.External parse(String written) {
        String text = written.startsWith("jdbc:") ? written.substring("jdbc:".length()) : written;
        int start = text.indexOf("://");
        if (start < 0 || !List.of("postgresql", "postgres").contains(text.substring(0, start)))
            throw bad();
        text = text.substring(start + "://".length());

        int question = text.indexOf('?');
        String place = question < 0 ? text : text.substring(0, question);
        String settings = question < 0 ? "" : text.substring(question + 1);
        int at = place.lastIndexOf('@');
        String login = at < 0 ? "" : place.substring(0, at);
        int colon = login.indexOf(':');
        String user = colon < 0 ? login : login.substring(0, colon);
        String password = colon < 0 ? "" : login.substring(colon + 1);

        var kept = new ArrayList<String>();
        for (String setting : settings.split("&", -1)) {
            if (setting.startsWith("user=")) user = setting.substring("user=".length());
            else if (setting.startsWith("password="))
                password = setting.substring("password=".length());
            else if (!setting.isEmpty()) kept.add(setting);
        }
        String url = DRIVER + place.substring(at + 1);
        if (!kept.isEmpty()) url += "?" + String.join("&", kept);
        return new Database.External(url, decoded(user), decoded(password));
    }

    /// The name of the database: what stands behind the host.
    static String databaseOf(String url) {
        if (!url.startsWith(DRIVER)) throw bad();
        String place = place(url);
        int slash = place.indexOf('/', DRIVER.length());
        return slash < 0 ? "" : decoded(place.substring(slash + 1));
    }

    /// The address of the database whose name has this at its end.
    static String withSuffix(String url, String suffix) {
        String place = place(url);
        return place + suffix + url.substring(place.length());
    }

    private static String place(String url) {
        int question = url.indexOf('?');
        return question < 0 ? url : url.substring(0, question);
    }

    /// `%40` is `@`; a plus sign is a plus sign, unlike in a web form.
    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new BadInput(FIELD, Unspoken.PASSWORD, FORM, e);
        }
    }
}

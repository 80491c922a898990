package org.vigie.server.access;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.vigie.server.SignedIn;

/// Goes from link to link through all that a browser is shown.
record Crawl(SignedIn.Browser browser) {

    /// Pages whose work takes seconds, and which show no report.
    private static final Pattern SLOW = Pattern.compile("/lite/(posture|theatre)\\b.*");

    private static final Pattern LINK = Pattern.compile("href=\"(/(?:lite|ogc|feeds)[^\"#]*)");

    private static final int PAGES_MAX = 250;

    /// Where somebody would look who knows a word of what they may not see.
    static List<String> begin(String mark) {
        return List.of(
                "/lite",
                "/lite/picture",
                "/lite/counts",
                "/lite/search?q=" + mark,
                "/lite/search?q=well",
                "/lite?area=" + mark,
                "/lite?actor=Group+" + mark,
                "/lite/changes?since=2020-01-01",
                "/lite/candidates",
                "/lite/response",
                "/lite/response/rows",
                "/lite/brief?from=2020-01-01&to=2026-12-31",
                "/lite/export?tier=restricted",
                "/feeds/incidents.atom?tier=restricted",
                "/ogc/collections/incidents/items?tier=restricted&limit=10000",
                "/ogc/collections/incidents");
    }

    /// Looks at each page, as far as there are not too many.
    ///
    /// @param look takes the address and what it shows
    /// @return the addresses
    Set<String> from(Collection<String> begin, BiConsumer<String, String> look) {
        var seen = new TreeSet<String>();
        var waiting = new ArrayDeque<>(begin);
        while (!waiting.isEmpty() && seen.size() < PAGES_MAX) {
            var path = waiting.removeFirst();
            if (!seen.add(path) || SLOW.matcher(path).matches()) {
                continue;
            }
            var body = browser.get(path).body();
            look.accept(path, body);
            links(body).stream().filter(link -> !seen.contains(link)).forEach(waiting::add);
        }
        return seen;
    }

    private static List<String> links(String body) {
        var links = new ArrayList<String>();
        var found = LINK.matcher(body);
        while (found.find()) {
            var link = found.group(1).replace("&amp;", "&");
            boolean again = link.contains("known=") || link.contains("theme=");
            if (!again && !link.contains("recorded=") && !link.contains("cell=")) {
                links.add(link);
            }
        }
        return links;
    }
}

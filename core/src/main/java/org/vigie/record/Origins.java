package org.vigie.record;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Where sources take what they say from, as far as somebody wrote it down: ten papers that print
/// one agency's report are one source, not ten.
///
/// When it must not be trusted: it knows what was recorded ([Facts.SourceDerived]) and nothing
/// else; two sources of which nothing is recorded count as independent.
public final class Origins {

    private final Map<String, String> from;

    private Origins(Map<String, String> from) {
        this.from = from;
    }

    /// What a picture knows of it.
    public static Origins of(Picture picture) {
        var from = new TreeMap<String, String>();
        for (var recorded : picture.entries(Facts.SourceDerived.class)) {
            if (recorded.body() instanceof Facts.SourceDerived derived) {
                from.put(derived.source(), derived.from());
            }
        }
        return new Origins(from);
    }

    /// The source at the beginning of the chain: itself when it takes from nobody.
    public String rootOf(String source) {
        return root(source, from);
    }

    /// Those that go back to one source, two or more, by that source: circular reporting.
    public Map<String, Set<String>> circular(Iterable<String> sources) {
        var byRoot = new LinkedHashMap<String, Set<String>>();
        for (var source : sources) {
            byRoot.computeIfAbsent(rootOf(source), root -> new LinkedHashSet<>()).add(source);
        }
        byRoot.values().removeIf(several -> several.size() < 2);
        return byRoot;
    }

    /// The sources of a chain, the nearest first, without the source itself.
    public List<String> chainOf(String source) {
        var chain = new ArrayList<String>();
        var next = from.get(source);
        while (next != null && !next.equals(source) && !chain.contains(next)) {
            chain.add(next);
            next = from.get(next);
        }
        return chain;
    }

    /// Follows the chain to its end; in a circle, to the first of its members by name, so that all
    /// of them have the same.
    static String root(String source, Map<String, String> from) {
        var seen = new LinkedHashSet<String>();
        var at = source;
        while (seen.add(at)) {
            var next = from.get(at);
            if (next == null) {
                return at;
            }
            at = next;
        }
        var circle = new HashSet<String>();
        for (var member = at; circle.add(member); ) {
            member = from.getOrDefault(member, member);
        }
        return circle.stream().sorted().findFirst().orElse(source);
    }
}

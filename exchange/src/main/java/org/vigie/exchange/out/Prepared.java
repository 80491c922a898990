package org.vigie.exchange.out;

import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.vigie.exchange.Formats;
import org.vigie.exchange.imports.Format;
import org.vigie.record.Rule;
import org.vigie.share.Release;
import org.vigie.share.SharedRow;

/// What is ready to be written, with what it carries: nobody has been given anything yet.
public record Prepared(Question question, Release release) {

    /// The data sets and reports that the rows come from, as far as readers may know them.
    public SortedSet<String> sources() {
        return release.rows().stream()
                .map(SharedRow::source)
                .filter(source -> !source.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// What one row is, by each source's own rule.
    public String definition() {
        boolean othersToo =
                release.rows().stream()
                        .map(SharedRow::rule)
                        .anyMatch(rule -> rule != Rule.OWN_ACCOUNT && rule != Rule.NONE);
        return definition(sources())
                + (othersToo
                        ? "; where dead_by is not own-account, by that rule and not the source's own"
                        : "");
    }

    static String definition(SortedSet<String> sources) {
        var definitions =
                sources.stream()
                        .flatMap(source -> Formats.find(source).stream())
                        .map(Format::definition)
                        .collect(Collectors.joining("; "));
        return (definitions.isEmpty() ? "as each source defines it" : definitions)
                + "; dead as printed by the source, events by their last day (UTC)";
    }
}

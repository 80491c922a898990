package org.vigie.exchange.out;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.vigie.record.Filter;

/// What is asked of the ledger: which incidents, at which moment of both clocks.
///
/// @param exercise whether the ledger is the one of exercises: every row says so then
public record Question(Filter filter, Instant known, Instant recorded, boolean exercise) {

    /// In words of options, for the ledger and the file beside the export.
    public SortedMap<String, String> words() {
        var words = new TreeMap<String, String>();
        words.put("known-as-of", known.toString());
        words.put("recorded-as-of", recorded.toString());
        put(words, "from", filter.from());
        put(words, "to", filter.to());
        put(words, "area", filter.area());
        put(words, "actor", filter.actor());
        put(words, "kind", filter.kind() == null ? null : word(filter.kind()));
        put(words, "cell", filter.cell());
        if (exercise) {
            words.put("exercise", "yes");
        }
        return words;
    }

    /// The same for readers who are given no single row: an actor, a place or a day that was asked
    /// for would tell what the rows do not.
    SortedMap<String, String> wideWords() {
        var words = words();
        words.keySet().removeAll(List.of("from", "to", "area", "actor", "cell"));
        return words;
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static void put(SortedMap<String, String> words, String name, @Nullable Object value) {
        if (value != null) {
            words.put(name, value.toString());
        }
    }
}

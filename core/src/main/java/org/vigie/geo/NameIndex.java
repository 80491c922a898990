package org.vigie.geo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntConsumer;

/// Keys of names and the numbers of the places that bear them: found exactly, by their beginning,
/// or within some errors.
///
/// Sorted arrays, read only: a search by errors looks at every key, but a length and a 32-bit set
/// of letters rule out nearly all of them before any letters are compared, so that 60,000 keys take
/// a few milliseconds and there is nothing to tune.
final class NameIndex {

    /// Something found: a key, its cost in half letters, and the number of a place.
    interface Found {
        void accept(String key, int costInHalfLetters, int place);
    }

    private record Entry(String key, int place) {}

    /// The letters a, e, i, o, u in a set of letters.
    private static final int VOWELS = lettersOf("aeiouy");

    private final String[] keys;
    private final int[] letters;

    /// `places[starts[k]] …` are the places of key k.
    private final int[] starts;

    private final int[] places;
    private final int lengthMax;

    private NameIndex(List<Entry> sorted) {
        var distinct = new ArrayList<String>();
        var begins = new int[sorted.size() + 1];
        places = new int[sorted.size()];
        for (int i = 0; i < places.length; i++) {
            var entry = sorted.get(i);
            places[i] = entry.place();
            if (distinct.isEmpty() || !distinct.getLast().equals(entry.key())) {
                begins[distinct.size()] = i;
                distinct.add(entry.key());
            }
        }
        begins[distinct.size()] = places.length;
        keys = distinct.toArray(String[]::new);
        starts = Arrays.copyOf(begins, keys.length + 1);
        letters = Arrays.stream(keys).mapToInt(NameIndex::lettersOf).toArray();
        lengthMax = Arrays.stream(keys).mapToInt(String::length).max().orElse(0);
    }

    /// Collects keys, then makes the index.
    static final class Builder {
        private final List<Entry> entries = new ArrayList<>();

        void add(String key, int place) {
            if (!key.isEmpty()) entries.add(new Entry(key, place));
        }

        /// @param placesMax keys of more places than this say nothing and are left out
        NameIndex build(int placesMax) {
            entries.sort(Comparator.comparing(Entry::key).thenComparingInt(Entry::place));
            var kept = new ArrayList<Entry>(entries.size());
            for (int from = 0, to; from < entries.size(); from = to) {
                to = from + 1;
                while (to < entries.size() && entries.get(to).key().equals(entries.get(from).key()))
                    to++;
                if (to - from <= placesMax) addDistinct(kept, entries.subList(from, to));
            }
            return new NameIndex(kept);
        }

        private static void addDistinct(List<Entry> kept, List<Entry> ofOneKey) {
            for (var entry : ofOneKey)
                if (kept.isEmpty() || !kept.getLast().equals(entry)) kept.add(entry);
        }
    }

    /// Calls for every place that bears exactly this key.
    void exact(String key, IntConsumer place) {
        int k = Arrays.binarySearch(keys, key);
        if (k >= 0) for (int i = starts[k]; i < starts[k + 1]; i++) place.accept(places[i]);
    }

    /// Calls for every place with a key that begins with this, in order of the keys.
    void startingWith(String beginning, Found found) {
        int k = Arrays.binarySearch(keys, beginning);
        if (k < 0) k = -k - 1;
        for (; k < keys.length && keys[k].startsWith(beginning); k++) tell(k, 0, found);
    }

    /// Calls for every place with a key that differs by no more than the limit.
    void near(String key, int limitInHalfLetters, Found found) {
        var cost = new EditCost(limitInHalfLetters, lengthMax);
        int band = limitInHalfLetters / EditCost.LETTER;
        int wanted = lettersOf(key);
        for (int k = 0; k < keys.length; k++) {
            if (Math.abs(keys[k].length() - key.length()) > band) continue;
            if (leastCost(letters[k] ^ wanted) > limitInHalfLetters) continue;
            int halves = cost.between(key, keys[k]);
            if (halves <= limitInHalfLetters) tell(k, halves, found);
        }
    }

    /// What the letters that only one of two keys has cost at least: a letter mistaken for another
    /// leaves two of them, and costs two, or one if both are vowels.
    private static int leastCost(int differing) {
        return Integer.bitCount(differing & ~VOWELS) + Integer.bitCount(differing & VOWELS) / 2;
    }

    private static int lettersOf(String key) {
        return key.chars().map(c -> 1 << (c & 31)).reduce(0, (a, b) -> a | b);
    }

    private void tell(int k, int cost, Found found) {
        for (int i = starts[k]; i < starts[k + 1]; i++) found.accept(keys[k], cost, places[i]);
    }
}

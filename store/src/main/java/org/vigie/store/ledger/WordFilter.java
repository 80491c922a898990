package org.vigie.store.ledger;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;

/// Tells without reading it which entry cannot hold all words of a search: a body of plain ASCII in
/// which one of them stands nowhere. Of a million rows of a data set all but a few are such; the
/// others, and whatever cannot be told so cheaply, are looked at word by word.
///
/// Not for two threads at once.
final class WordFilter {

    private final List<byte[]> words;
    private byte[] lower = new byte[4_096];

    /// @param folded words in lower case without accents
    WordFilter(Collection<String> folded) {
        words = folded.stream().map(word -> word.getBytes(StandardCharsets.UTF_8)).toList();
    }

    /// Whether the entry may hold all words; also when it takes something back, which a search has
    /// to know of.
    boolean mayHold(EntryJson.Row row) {
        var body = row.body();
        return row.supersedes() != null || body == null || mayHold(body);
    }

    private boolean mayHold(byte[] body) {
        if (lower.length < body.length) {
            lower = new byte[body.length * 2];
        }
        int signs = 0;
        for (int i = 0; i < body.length; i++) {
            byte letter = body[i];
            signs |= letter;
            lower[i] = letter >= 'A' && letter <= 'Z' ? (byte) (letter + 32) : letter;
        }
        if (signs < 0) {
            return true; // an accent may be folded away
        }
        for (var word : words) {
            if (!contains(word, body.length)) {
                return false;
            }
        }
        return true;
    }

    private boolean contains(byte[] word, int length) {
        byte first = word[0];
        for (int start = 0; start <= length - word.length; start++) {
            if (lower[start] == first && matches(word, start)) {
                return true;
            }
        }
        return false;
    }

    private boolean matches(byte[] word, int start) {
        for (int i = 1; i < word.length; i++) {
            if (lower[start + i] != word[i]) {
                return false;
            }
        }
        return true;
    }
}

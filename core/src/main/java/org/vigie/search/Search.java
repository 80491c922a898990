package org.vigie.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.UUID;
import org.vigie.geo.BadInput;
import org.vigie.record.Ledger;
import org.vigie.record.Recorded;
import org.vigie.record.Standpoint;

/// Finds entries by their words, at a moment of both clocks, as far as the viewer may see them.
///
/// An entry is found when every word asked for begins one of its words. A whole word counts more
/// than a beginning, a name more than a source, a source more than a note; of equals the later
/// comes first. Superseded entries are found too and marked, because what was said before is often
/// what somebody remembers.
///
/// Nothing is stored beside the ledger: a search reads it through once, and looks closely only at
/// entries that may hold the words ([Ledger#readHolding]; measured times: docs/brief.md), so that
/// it can never disagree with it, and every hit has passed the viewer's right.
///
/// When it must not be trusted: it knows words, not meanings; no stemming, no synonyms, no sound.
/// For places, the gazetteer's search knows other spellings.
public final class Search {

    /// Words in a question: more are a pasted page.
    private static final int WORDS_MAX = 12;

    /// Letters in a question.
    private static final int LETTERS_MAX = 200;

    private static final int LIMIT_MAX = 500;

    private static final Comparator<Found> WORST_FIRST =
            Comparator.comparingInt(Found::score)
                    .thenComparingLong(found -> found.recorded().seq());

    private final List<String> asked;
    private final Standpoint standpoint;
    private final int limit;
    private final PriorityQueue<Found> best = new PriorityQueue<>(WORST_FIRST);
    private final Map<UUID, Long> supersededBy = new HashMap<>();
    private long found;

    private Search(List<String> asked, Standpoint standpoint, int limit) {
        this.asked = asked;
        this.standpoint = standpoint;
        this.limit = limit;
    }

    private record Found(Recorded recorded, List<Passage> passages, int score) {}

    /// A text of an entry in which something was found.
    ///
    /// @param field its member in the entry's body, e.g. `summary`
    /// @param marks what was found in it, in order
    public record Passage(String field, String text, List<FoldedText.Word> marks) {

        public Passage {
            marks = List.copyOf(marks);
        }
    }

    /// An entry that was found.
    ///
    /// @param supersededBy the entry that took its place or took it back; -1 when none did
    public record Hit(Recorded recorded, List<Passage> passages, int score, long supersededBy) {

        public Hit {
            passages = List.copyOf(passages);
        }
    }

    /// The answer: the best hits, and how many there are altogether.
    public record Hits(List<Hit> hits, long total) {

        public Hits {
            hits = List.copyOf(hits);
        }
    }

    /// Searches.
    ///
    /// @param words what is looked for, in any of the languages
    /// @param limit hits wanted, at most 500
    public static Hits of(String words, Standpoint standpoint, int limit, Ledger ledger)
            throws IOException {
        var search = new Search(asked(words), standpoint, Math.min(limit, LIMIT_MAX));
        ledger.readHolding(Set.copyOf(search.asked), standpoint.viewer(), search::take);
        return search.hits();
    }

    private static List<String> asked(String words) {
        if (words.length() > LETTERS_MAX) {
            throw new BadInput("words", words.length() + " letters", "at most " + LETTERS_MAX);
        }
        var asked =
                FoldedText.of(words).words().stream()
                        .map(FoldedText.Word::folded)
                        .distinct()
                        .toList();
        if (asked.isEmpty() || asked.size() > WORDS_MAX) {
            throw new BadInput("words", words, "1 to " + WORDS_MAX + " words");
        }
        return asked;
    }

    private void take(Recorded recorded) {
        if (recorded.recordedAt().isAfter(standpoint.recorded())
                || recorded.knownAt().isAfter(standpoint.known())) {
            return;
        }
        var older = recorded.entry().supersedes();
        if (older != null) {
            supersededBy.put(older, recorded.seq());
        }
        var passages = new ArrayList<Passage>();
        var missing = new HashSet<>(asked);
        int score = 0;
        for (var text : EntryTexts.of(recorded.body())) {
            var marks = new ArrayList<FoldedText.Word>();
            for (var word : FoldedText.of(text.text()).words()) {
                int points = points(word.folded(), missing);
                if (points > 0) {
                    marks.add(word);
                    score += points * text.weight();
                }
            }
            if (!marks.isEmpty()) {
                passages.add(new Passage(text.field(), text.text(), marks));
            }
        }
        if (missing.isEmpty()) {
            found++;
            best.add(new Found(recorded, passages, score));
            if (best.size() > limit) {
                best.poll();
            }
        }
    }

    private int points(String word, Set<String> missing) {
        int points = 0;
        for (var wanted : asked) {
            if (word.startsWith(wanted)) {
                points += word.length() == wanted.length() ? 2 : 1;
                missing.remove(wanted);
            }
        }
        return points;
    }

    private Hits hits() {
        var hits =
                best.stream()
                        .sorted(WORST_FIRST.reversed())
                        .map(one ->
                                new Hit(
                                        one.recorded(),
                                        one.passages(),
                                        one.score(),
                                        supersededBy.getOrDefault(
                                                one.recorded().entry().id(), -1L)))
                        .toList();
        return new Hits(hits, found);
    }
}

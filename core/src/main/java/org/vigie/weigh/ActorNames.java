package org.vigie.weigh;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.vigie.record.Facts;
import org.vigie.record.Picture;
import org.vigie.search.FoldedText;

/// Whether two names mean one actor: by the aliases that packs and people declared, else by the
/// words that the names share. "Séléka" and "Seleka Rebel Coalition (Seleka)" share one of four.
final class ActorNames {

    /// Words that half of all names have say nothing.
    private static final Set<String> EMPTY_WORDS =
            Set.of("of", "the", "and", "de", "du", "la", "le", "les", "des", "et", "for", "pour");

    private static final double ALL_OF_THE_SHORTER = 0.8;

    private final Map<String, String> codes = new HashMap<>();
    private final Map<String, Set<String>> words = new HashMap<>();

    private ActorNames() {}

    static ActorNames of(Picture picture) {
        var names = new ActorNames();
        for (var actor : picture.latest(Facts.ActorDeclared.class).values()) {
            names.codes.put(folded(actor.name()), actor.code());
            actor.aliases().forEach(alias -> names.codes.put(folded(alias), actor.code()));
        }
        return names;
    }

    /// From 0 to 1.
    double alike(String one, String other) {
        var first = folded(one);
        var second = folded(other);
        if (first.equals(second)) {
            return 1;
        }
        var code = codes.get(first);
        var otherCode = codes.get(second);
        if (code != null && otherCode != null) {
            return code.equals(otherCode) ? 1 : 0;
        }
        var some = words.computeIfAbsent(first, ActorNames::wordsOf);
        var others = words.computeIfAbsent(second, ActorNames::wordsOf);
        var shared = new HashSet<>(some);
        shared.retainAll(others);
        int shorter = Math.min(some.size(), others.size());
        return shorter == 0 ? 0 : ALL_OF_THE_SHORTER * shared.size() / shorter;
    }

    private static Set<String> wordsOf(String folded) {
        var words = new HashSet<>(Set.of(folded.split(" ", -1)));
        words.removeAll(EMPTY_WORDS);
        words.remove("");
        return words;
    }

    static String folded(String name) {
        return FoldedText.of(name).words().stream()
                .map(FoldedText.Word::folded)
                .distinct()
                .collect(Collectors.joining(" "));
    }
}

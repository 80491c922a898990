package org.vigie.record;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.vigie.geo.Areas;

/// Names that somebody may have meant who typed another one: the fewest letters to change first,
/// then those that hold what was typed.
public final class Near {

    /// A longer text is no slip of the hand.
    private static final int LETTERS_MAX = 60;

    private Near() {}

    /// At most `limit` of the names, the nearest first.
    public static List<String> to(String typed, Collection<String> names, int limit) {
        var asked = cut(Areas.bare(typed));
        int far = Math.max(2, asked.length() / 3);
        var distances = new TreeMap<String, Integer>();
        for (var name : names) {
            var bare = cut(Areas.bare(name));
            boolean holds = asked.length() > 2 && (bare.contains(asked) || asked.contains(bare));
            int distance = bare.isEmpty() ? far + 1 : distance(asked, bare);
            if (distance <= far || (holds && bare.length() > 2)) {
                distances.put(name, Math.min(distance, holds ? far : distance));
            }
        }
        return distances.keySet().stream()
                .sorted(Comparator.comparing(distances::get))
                .limit(limit)
                .toList();
    }

    private static String cut(String text) {
        return text.length() > LETTERS_MAX ? text.substring(0, LETTERS_MAX) : text;
    }

    /// Letters to change, to add or to leave out (Levenshtein).
    private static int distance(String one, String other) {
        int[] before = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) before[j] = j;
        for (int i = 1; i <= one.length(); i++) {
            int[] now = new int[other.length() + 1];
            now[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int changed = before[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                now[j] = Math.min(changed, Math.min(before[j], now[j - 1]) + 1);
            }
            before = now;
        }
        return before[other.length()];
    }
}

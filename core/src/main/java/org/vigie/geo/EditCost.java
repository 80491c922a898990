package org.vigie.geo;

/// How far two spellings are apart, in half letters: a letter put in, left out, mistaken or changed
/// places with its neighbour costs two; a vowel mistaken for another vowel costs one, because
/// transliterations of one name differ mostly there.
///
/// Optimal string alignment (a pair of letters changes places at most once), computed only near the
/// diagonal and given up as soon as the limit is passed. Source: Ukkonen, "Algorithms for
/// approximate string matching", Information and Control 64, 1985. Cost: length times limit.
final class EditCost {

    /// One letter put in, left out, mistaken or changed places.
    static final int LETTER = 2;

    private static final int VOWEL_FOR_VOWEL = 1;

    /// More than any limit, and far from overflow.
    private static final int FAR = 1 << 20;

    private final int limit;
    private int[] twoBack;
    private int[] back;
    private int[] row;

    /// One calculator may be used for many pairs, by one thread.
    ///
    /// @param limit the highest cost of interest, in half letters
    /// @param lengthMax longest second text
    EditCost(int limit, int lengthMax) {
        this.limit = limit;
        twoBack = new int[lengthMax + 1];
        back = new int[lengthMax + 1];
        row = new int[lengthMax + 1];
    }

    /// The cost, or something above the limit when it is above the limit.
    int between(String a, String b) {
        int band = limit / LETTER;
        if (Math.abs(a.length() - b.length()) > band) return FAR;
        for (int j = 0; j <= b.length(); j++) back[j] = j <= band ? j * LETTER : FAR;
        for (int i = 1; i <= a.length(); i++) {
            if (fillRow(a, b, i, band) > limit) return FAR;
            turn();
        }
        return back[b.length()];
    }

    /// Fills the cells near the diagonal and returns the lowest.
    private int fillRow(String a, String b, int i, int band) {
        int from = Math.max(1, i - band);
        int to = Math.min(b.length(), i + band);
        row[from - 1] = from == 1 && i <= band ? i * LETTER : FAR;
        int lowest = row[from - 1];
        for (int j = from; j <= to; j++) {
            int left = row[j - 1] + LETTER;
            int up = j < i + band ? back[j] + LETTER : FAR;
            int over = back[j - 1] + substitution(a.charAt(i - 1), b.charAt(j - 1));
            int cost = Math.min(over, Math.min(left, up));
            if (swapped(a, i, b, j)) cost = Math.min(cost, twoBack[j - 2] + LETTER);
            row[j] = cost;
            lowest = Math.min(lowest, cost);
        }
        if (to < b.length()) row[to + 1] = FAR;
        return lowest;
    }

    private static boolean swapped(String a, int i, String b, int j) {
        return i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
    }

    private void turn() {
        var oldest = twoBack;
        twoBack = back;
        back = row;
        row = oldest;
    }

    private static int substitution(char a, char b) {
        if (a == b) return 0;
        return Spelling.isVowel(a) && Spelling.isVowel(b) ? VOWEL_FOR_VOWEL : LETTER;
    }
}

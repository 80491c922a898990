package org.vigie.record;

import java.text.Normalizer;
import java.util.Locale;

/// Whether two names or posts are of one officer. The same name in other letter case, with other
/// spaces or with letters that nobody can see is the same officer: nobody signs their own handover
/// by typing it otherwise.
///
/// It must not be trusted to tell apart letters of two alphabets that look alike (a Latin and a
/// Cyrillic *a*): where that matters there have to be accounts.
///
/// Source: Unicode Standard Annex 15 (NFKC), and the property Default_Ignorable_Code_Point.
public final class PostName {

    /// So often that nothing changes any more.
    private static final int FOLDS_MAX = 3;

    private PostName() {}

    /// Whether two names are of one officer.
    public static boolean same(String one, String other) {
        if (one.equals(other)) {
            return true;
        }
        boolean plain = isPlain(one) && isPlain(other);
        return plain
                ? one.strip().equalsIgnoreCase(other.strip())
                : folded(one).equals(folded(other));
    }

    /// What is compared of a name. Folded more than once: a capital sharp s becomes a small one and
    /// then two letters.
    public static String folded(String name) {
        var folded = once(name);
        for (int times = 1; times < FOLDS_MAX; times++) {
            folded = once(folded);
        }
        return folded;
    }

    private static String once(String name) {
        var wide = new StringBuilder(name.length());
        Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .map(c -> isSpace(c) ? ' ' : c)
                .filter(c -> c == ' ' || !isUnseen(c))
                .forEach(wide::appendCodePoint);
        var plain = Normalizer.normalize(wide, Normalizer.Form.NFKC);
        return plain.replaceAll(" +", " ").strip();
    }

    /// Whether a name holds a letter that nobody can see, or a space that is none of a keyboard's:
    /// who reads it cannot tell it from another name.
    public static boolean hidesSomething(String name) {
        return name.codePoints().anyMatch(c -> c != ' ' && (isSpace(c) || isUnseen(c)));
    }

    /// Small and capital letters, digits, signs and single spaces of ASCII: no need to look closer.
    private static boolean isPlain(String name) {
        return name.chars().allMatch(c -> c >= ' ' && c < 0x7f) && !name.contains("  ");
    }

    private static boolean isSpace(int c) {
        return Character.isSpaceChar(c) || Character.isWhitespace(c);
    }

    private static boolean isUnseen(int c) {
        return switch (Character.getType(c)) {
            case Character.FORMAT,
                    Character.CONTROL,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED ->
                    true;
            default -> isIgnorable(c);
        };
    }

    /// What is drawn as nothing although it counts as a letter or a mark: joiners, fillers of
    /// Hangul, vowels of Khmer that stand for none, selectors of a variant, the empty cell of
    /// Braille.
    private static boolean isIgnorable(int c) {
        return c == 0x034f
                || c == 0x115f
                || c == 0x1160
                || c == 0x17b4
                || c == 0x17b5
                || (c >= 0x180b && c <= 0x180f)
                || c == 0x2800
                || c == 0x3164
                || (c >= 0xfe00 && c <= 0xfe0f)
                || c == 0xffa0
                || (c >= 0xe0100 && c <= 0xe01ef);
    }
}

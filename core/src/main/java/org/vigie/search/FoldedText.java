package org.vigie.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/// The words of a text as they are compared: without case, accents and the signs inside a word;
/// with the place of each in the text, so that it can be marked.
///
/// Latin: *Sévaré*, *SEVARE* and *sevare* are one; `œ` is `oe`, `ij` written as one letter is `ij`.
/// An apostrophe divides (*l’attaque* has the word *attaque*). Arabic: short vowels and tatweel are
/// dropped; alef in all its forms is one, alef maksura is yeh, teh marbuta is heh, and the article
/// stays (a search for a word without it does not find one with it). Digits of all scripts are one.
///
/// Source for Arabic: Larkey, Ballesteros and Connell, "Light stemming for Arabic information
/// retrieval" (2007), the normalisation without its stemming.
public record FoldedText(List<Word> words) {

    public FoldedText {
        words = List.copyOf(words);
    }

    /// A word and where it stands in the text.
    ///
    /// @param from place of its first letter
    /// @param to place after its last letter
    public record Word(String folded, int from, int to) {}

    /// The words of a text.
    public static FoldedText of(String text) {
        var words = new ArrayList<Word>();
        int from = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean inside = i < text.length() && isPart(text, i);
            if (inside && from < 0) {
                from = i;
            } else if (!inside && from >= 0) {
                var folded = folded(text.substring(from, i));
                if (!folded.isEmpty()) {
                    words.add(new Word(folded, from, i));
                }
                from = -1;
            }
        }
        return new FoldedText(words);
    }

    private static boolean isPart(String text, int i) {
        int c = text.charAt(i);
        int type = Character.getType(c);
        return Character.isLetterOrDigit(c)
                || Character.isSurrogate((char) c)
                || type == Character.NON_SPACING_MARK
                || type == Character.FORMAT;
    }

    private static String folded(String word) {
        var plain = Normalizer.normalize(word, Normalizer.Form.NFKD);
        var out = new StringBuilder(plain.length());
        plain.codePoints().forEach(c -> append(out, Character.toLowerCase(c)));
        return out.toString();
    }

    private static void append(StringBuilder out, int c) {
        if (!Character.isLetterOrDigit(c)) {
            return;
        }
        if (Character.isDigit(c)) {
            out.append(Character.digit(c, 10));
            return;
        }
        switch (c) {
            case 'œ' -> out.append("oe");
            case 'æ' -> out.append("ae");
            case 'ø' -> out.append('o');
            case 'ł' -> out.append('l');
            case 'ß' -> out.append("ss");
            case 'đ', 'ɗ', 'ð' -> out.append('d');
            case 'ɓ' -> out.append('b');
            case 'ŋ' -> out.append('n');
            case 'ı' -> out.append('i');
            // Arabic: tatweel and a hamza alone are dropped, letters of one sound in print are one.
            case 'ـ', 'ء' -> {}
            case 'ٱ' -> out.append('ا');
            case 'ى', 'ی' -> out.append('ي');
            case 'ة' -> out.append('ه');
            case 'ک' -> out.append('ك');
            default -> out.appendCodePoint(c);
        }
    }
}

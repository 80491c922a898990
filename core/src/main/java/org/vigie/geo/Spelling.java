package org.vigie.geo;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/// Two keys under which a name of a place is found again, however it was written.
///
/// `folded` forgets case, accents, apostrophes and signs: *Sévaré*, *SEVARE* and *sevare* are one.
/// `sounded` also forgets how French, English and a transliteration from Arabic write the same
/// sound: *Ouagadou*, *Wagadu*; *Aguelhok*, *Aguelhoc*; *Djenné*, *Jenne*, *Dienné*; *Bankass*,
/// *Bankas*. It is not phonetics of any one language: it only has to send spellings of one name to
/// one key and to keep most different names apart.
final class Spelling {

    /// Longer text is cut: no name of a place is longer, and a pasted page must not cost time.
    static final int TEXT_MAX = 200;

    private Spelling() {}

    /// Lower-case words of letters and digits with one blank between them.
    static String folded(String text) {
        var cut = text.length() > TEXT_MAX ? text.substring(0, TEXT_MAX) : text;
        var plain = isPlain(cut) ? cut : Normalizer.normalize(cut, Normalizer.Form.NFKD);
        var out = new StringBuilder(plain.length());
        plain.codePoints().forEach(c -> appendFolded(out, c));
        int end = out.length();
        return end > 0 && out.charAt(end - 1) == ' ' ? out.substring(0, end - 1) : out.toString();
    }

    /// A folded text without its blanks.
    static String joined(String folded) {
        return folded.indexOf(' ') < 0 ? folded : folded.replace(" ", "");
    }

    private static boolean isPlain(String text) {
        return text.chars().allMatch(c -> c < 128);
    }

    private static void appendFolded(StringBuilder out, int c) {
        if (isDropped(c)) return;
        if (Character.isLetterOrDigit(c)) {
            var special = special(Character.toLowerCase(c));
            if (special == null) out.appendCodePoint(Character.toLowerCase(c));
            else out.append(special);
        } else if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
            out.append(' ');
        }
    }

    /// Accents, and the signs that stand inside a word: apostrophes, Arabic ayn and tatweel.
    private static boolean isDropped(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.MODIFIER_LETTER
                || type == Character.FORMAT
                || c == '\''
                || c == '`'
                || c == '’'
                || c == '‘';
    }

    private static @Nullable String special(int lower) {
        return switch (lower) {
            case 'œ' -> "oe";
            case 'æ' -> "ae";
            case 'ß' -> "ss";
            case 'ø', 'ɔ' -> "o";
            case 'ɛ', 'ǝ', 'ə' -> "e";
            case 'ɓ' -> "b";
            case 'ɗ', 'đ' -> "d";
            case 'ƴ' -> "y";
            case 'ŋ' -> "n";
            case 'ɲ' -> "ny";
            case 'ł' -> "l";
            case 'ı' -> "i";
            case 'ة' -> "ه";
            case 'ى', 'ی' -> "ي";
            case 'ک' -> "ك";
            default -> null;
        };
    }

    /// The key of the sound, from a folded text: one word, most letters kept.
    static String sounded(String folded) {
        var word = joined(folded);
        var out = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); ) i += appendSound(out, word, i);
        int end = out.length();
        boolean silentE = end > 3 && out.charAt(end - 1) == 'e' && !isVowel(out.charAt(end - 2));
        return silentE ? out.substring(0, end - 1) : out.toString();
    }

    /// Writes the sound that starts at `i` and says how many letters it took.
    private static int appendSound(StringBuilder out, String word, int i) {
        char next = i + 1 < word.length() ? word.charAt(i + 1) : ' ';
        char third = i + 2 < word.length() ? word.charAt(i + 2) : ' ';
        return switch (word.charAt(i)) {
            case 'o' -> next == 'u' || next == 'o' ? sound(out, 'u', 2) : sound(out, 'o', 1);
            case 'w' -> sound(out, 'u', 1);
            case 'y' -> sound(out, 'i', 1);
            case 'd' -> soundOfD(out, next, third);
            case 't' -> next == 'c' && third == 'h' ? sound(out, 'c', 3) : sound(out, 't', 1);
            case 's' -> next == 'h' ? sound(out, 'c', 2) : sound(out, 's', 1);
            case 'p' -> next == 'h' ? sound(out, 'f', 2) : sound(out, 'p', 1);
            case 'c' -> soundOfC(out, next);
            case 'g' -> soundOfG(out, next, third);
            case 'k' -> sound(out, 'k', 1);
            case 'q' -> sound(out, 'k', next == 'u' ? 2 : 1);
            case 'x' -> sound(sound(out, 'k'), 's', 1);
            case 'h' -> 1;
            default -> sound(out, word.charAt(i), 1);
        };
    }

    private static int soundOfD(StringBuilder out, char next, char third) {
        if (next == 'j') return sound(out, 'j', 2);
        boolean softened = (next == 'i' || next == 'y') && isVowel(third);
        return softened ? sound(out, 'j', 2) : sound(out, 'd', 1);
    }

    private static int soundOfC(StringBuilder out, char next) {
        if (next == 'h') return sound(out, 'c', 2);
        if (next == 'k') return sound(out, 'k', 2);
        boolean soft = next == 'e' || next == 'i' || next == 'y';
        return sound(out, soft ? 's' : 'k', 1);
    }

    private static int soundOfG(StringBuilder out, char next, char third) {
        if (next == 'n' && isVowel(third)) return sound(sound(out, 'n'), 'i', 2);
        boolean mute = next == 'u' && (third == 'e' || third == 'i' || third == 'y');
        return sound(out, 'g', mute ? 2 : 1);
    }

    private static int sound(StringBuilder out, char sound, int taken) {
        sound(out, sound);
        return taken;
    }

    /// Doubled letters count once.
    private static StringBuilder sound(StringBuilder out, char sound) {
        int end = out.length();
        if (end == 0 || out.charAt(end - 1) != sound) out.append(sound);
        return out;
    }

    static boolean isVowel(char c) {
        return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y';
    }
}

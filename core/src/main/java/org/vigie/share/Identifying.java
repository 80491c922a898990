package org.vigie.share;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What in a text could lead to somebody: a telephone number, a mail address, a handle, a position.
/// Forms and lists from outside ask the same question before anything is stored.
///
/// It reads a text as an eye does: full-width letters are letters, what is not seen is not there,
/// an `O` between digits is a nought, a number goes on in the next line. Days, hours, years, counts
/// and the numbers of resolutions and notes are no telephones. It must not be trusted to find a
/// name, a house or a nickname: those take a person.
public enum Identifying {
    TELEPHONE,
    ADDRESS,
    HANDLE,
    POSITION;

    /// Nothing longer is looked into at once: the patterns go through it several times.
    private static final int TEXT_MAX = 4_000;

    /// What is not seen: zero-width characters, soft hyphens, marks that draw a key round a digit.
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\p{Me}\\x{FE00}-\\x{FE0F}]");

    /// Stands for what was found harmless, and parts the digits before and after it.
    private static final String HARMLESS = "¦";

    /// Numbers that are no telephones though they have eight digits or more.
    private static final List<Pattern> HARMLESS_NUMBERS =
            List.of(
                    // a day with its year: 2020-02-14, 14/02/2020
                    Pattern.compile(
                            "\\b(?:(?:19|20)\\d\\d-[01]\\d-[0-3]\\d|[0-3]?\\d([./-])[01]?\\d\\1(?:19|20)\\d\\d)(?!\\d)"),
                    // a day with two digits of its year, and no more digits but those of a clock
                    Pattern.compile(
                            "\\b[0-3]?\\d([./-])[01]?\\d\\1\\d\\d(?!\\d)(?![./\\s-]{0,3}\\d\\d(?![:h\\d]))"),
                    // a number of a document: S/2022/278, NV/2022/0123, S/RES/2531 (2020)
                    Pattern.compile(
                            "\\b\\p{Lu}[\\p{Lu}.-]{0,9}(?:/[\\p{Lu}\\d.-]{1,12}){0,4}/(?:19|20)\\d\\d(?:/\\d{1,4})?(?![\\d/])"),
                    Pattern.compile("\\b\\d{3,4} ?\\((?:19|20)\\d\\d\\)"),
                    // from year to year
                    Pattern.compile("\\b(?:19|20)\\d\\d ?[-\u2013/] ?(?:19|20)\\d\\d(?![\\d-])"),
                    // from quarter of an hour to quarter of an hour: 0600-1800
                    Pattern.compile(
                            "\\b(?:[01]\\d|2[0-4])[.:h]?(?:00|15|30|45) ?[-\u2013] ?(?:[01]\\d|2[0-4])[.:h]?(?:00|15|30|45)(?!\\d)"));

    /// Eight digits or more, of whatever script and however parted.
    private static final Pattern NUMBER =
            Pattern.compile("(?:\\p{Nd}[\\p{Z}\\p{Pd}\\s./()_·*]{0,3}){8,}");

    /// A word of digits and of letters that look like digits.
    private static final Pattern LIKE_DIGITS =
            Pattern.compile("(?<![\\p{L}\\p{Nd}])[\\dOolIEBS]*\\d[\\dOolIEBS]*(?![\\p{L}\\p{Nd}])");

    private static final String LETTERS_LIKE_DIGITS = "OolIEBS";
    private static final String DIGITS_LIKE_LETTERS = "0011385";

    private static final List<Pattern> ADDRESSES =
            List.of(
                    Pattern.compile("\\S+@\\S+\\.\\S+"),
                    Pattern.compile(
                            "\\S{2,}\\s{0,2}[(\\[{]\\s?(?:at|arobase|chez)\\s?[)\\]}]\\s{0,2}\\S{2,}"),
                    Pattern.compile(
                            "\\S{2,} (?:at|arobase) \\S{2,40} (?:dot|point) \\p{L}{2,6}\\b"));

    private static final List<Pattern> HANDLES =
            List.of(
                    Pattern.compile(
                            "(?<![\\p{L}\\p{Nd}.])@(?=[\\p{Nd}_.]{0,30}\\p{L})[\\p{L}\\p{Nd}_.]{3,}"),
                    Pattern.compile("\\b(?:t|wa|m|fb)\\.me/\\S+"));

    private static final String PARTS = "(?:[\\s°.,:'′’\"]{1,3}\\d{1,5}){1,3}";

    private static final List<Pattern> POSITIONS =
            List.of(
                    // 14.532, -4.105
                    Pattern.compile(
                            "(?<![\\d.,])[-+]?\\d{1,3}\\.\\d{3,}°?\\s?[ns]?[\\s,;/]{1,3}[-+]?\\d{1,3}\\.\\d{3,}"),
                    // 14.53, -4.10 and 14.53N 4.10W: a sign or a letter says that it is no clock
                    Pattern.compile(
                            "(?<![\\d.,])[-+]?\\d{1,3}\\.\\d{2,}°?[\\s,;/]{1,3}-\\d{1,3}\\.\\d{2,}"),
                    Pattern.compile(
                            "(?<![\\d.,])\\d{1,3}[.,]\\d{2,}°?\\s?[ns][\\s,;/]{0,3}\\d{1,3}[.,]\\d{2,}°?\\s?[ewo]\\b"),
                    // 14,532 ; -4,105, and with more digits than a thousand has
                    Pattern.compile(
                            "(?<![\\d.,])[-+]?\\d{1,2},\\d{3,}\\s?[;/]\\s?[-+]?\\d{1,3},\\d{3,}"),
                    Pattern.compile(
                            "(?<![\\d.,])[-+]?\\d{1,2},\\d{4,}[\\s,;/]{1,3}[-+]?\\d{1,3},\\d{4,}"),
                    // 14°31'
                    Pattern.compile("\\d{1,3}\\s?°\\s?\\d{1,2}(?:[.,]\\d+)?\\s?['′’]"),
                    Pattern.compile("\\d{1,3}[.,]\\d{2,}\\s?°\\s?[nsewo]\\b"),
                    // N14 31 55 W004 06 18, and with the letters behind
                    Pattern.compile(
                            "\\b[ns]\\s?\\d{1,2}"
                                    + PARTS
                                    + "[\\s,;/'′’\"]{0,4}[ewo]\\s?\\d{1,3}"
                                    + PARTS),
                    Pattern.compile(
                            "\\b\\d{1,2}"
                                    + PARTS
                                    + "[\\s'′’\"]{0,2}[ns][\\s,;/]{0,3}\\d{1,3}"
                                    + PARTS
                                    + "[\\s'′’\"]{0,2}[ewo]\\b"));

    /// Stands for what a machine's message named and nobody keeps.
    public static final String LEFT_OUT = "(…)";

    /// Of the letters that mean nothing (U+E000 and on), one for each position.
    private static final char PLACE = '\uE000';

    private static final int PLACES_MAX = 100;

    /// Eight digits in pairs, as numbers are said in Mali, whatever stands between them but the
    /// colon of a clock.
    private static final Pattern IN_PAIRS =
            Pattern.compile(
                    "(?<!\\p{Nd})\\p{Nd}{2}(?:[^\\p{L}\\p{Nd}:]{1,4}\\p{Nd}{2}){3,}(?!\\p{Nd})");

    private static final Pattern DIGITS_AND_AT = Pattern.compile("\\S*[\\p{Nd}@]\\S*");

    private static final List<Pattern> IN_PLAIN_SIGHT =
            List.of(
                    Pattern.compile("\\S+@\\S+"),
                    Pattern.compile("(?<![\\p{L}\\p{Nd}.])@\\S+"),
                    Pattern.compile("(?iu)\\b(?:t|wa|m|fb)\\.me/\\S+"),
                    Pattern.compile(
                            "(?iu)\\S{2,}\\s{0,2}[(\\[{]\\s?(?:at|arobase|chez)\\s?[)\\]}]\\s{0,2}\\S{2,}"),
                    Pattern.compile(
                            "(?iu)\\S{2,} (?:at|arobase) \\S{2,40} (?:dot|point) \\p{L}{2,6}\\b"),
                    Pattern.compile("\\+?(?:\\p{Nd}[\\p{Z}\\p{Pd}\\s./()_·*]{0,3}){7,}\\p{Nd}"),
                    IN_PAIRS);

    /// The first of these that a text holds; a text that is too long to be looked into is refused
    /// by whoever takes it.
    public static Optional<Identifying> find(String text) {
        var cut = text.length() > TEXT_MAX ? text.substring(0, TEXT_MAX) : text;
        var seen = UNSEEN.matcher(Normalizer.normalize(cut, Normalizer.Form.NFKC)).replaceAll("");
        var small = seen.toLowerCase(Locale.ROOT);
        if (any(POSITIONS, small)) {
            return Optional.of(POSITION);
        }
        if (any(ADDRESSES, small)) {
            return Optional.of(ADDRESS);
        }
        if (any(HANDLES, small)) {
            return Optional.of(HANDLE);
        }
        var numbers = withoutHarmless(seen);
        boolean telephone =
                NUMBER.matcher(numbers).find() || NUMBER.matcher(asDigits(numbers)).find();
        return telephone ? Optional.of(TELEPHONE) : Optional.empty();
    }

    /// The same text with telephones, addresses and handles left out, for what a machine brings: it
    /// cannot be asked to write again. Positions stay, for a warning is about a place.
    ///
    /// It leaves out rather too much: where something is still found, all digits go; where that is
    /// not enough, all of it.
    public static String masked(String text) {
        var places = new ArrayList<String>();
        var left = withoutPositions(Normalizer.normalize(text, Normalizer.Form.NFKC), places);
        if (!leadsToSomebody(left)) {
            return text;
        }
        left = UNSEEN.matcher(left).replaceAll("");
        for (var pattern : IN_PLAIN_SIGHT) {
            left = pattern.matcher(left).replaceAll(LEFT_OUT);
        }
        if (leadsToSomebody(left)) {
            left = DIGITS_AND_AT.matcher(left).replaceAll(LEFT_OUT);
        }
        if (leadsToSomebody(left)) {
            return LEFT_OUT; // nothing is kept that leads to somebody, whatever else it says
        }
        for (int i = 0; i < places.size(); i++) {
            left = left.replace("" + (char) (PLACE + i), places.get(i));
        }
        return left;
    }

    /// With a letter of no alphabet for each position, which is put aside.
    private static String withoutPositions(String text, List<String> places) {
        var left = text;
        for (var pattern : POSITIONS) {
            var small = left.toLowerCase(Locale.ROOT);
            if (small.length() != left.length()) {
                return left; // few letters change their length; then rather too much is left out
            }
            var out = new StringBuilder();
            var found = pattern.matcher(small);
            int from = 0;
            while (found.find() && places.size() < PLACES_MAX) {
                out.append(left, from, found.start()).append((char) (PLACE + places.size()));
                places.add(left.substring(found.start(), found.end()));
                from = found.end();
            }
            left = out.append(left, from, left.length()).toString();
        }
        return left;
    }

    private static boolean leadsToSomebody(String text) {
        for (int from = 0; from < text.length(); from += TEXT_MAX / 2) {
            if (find(text.substring(from)).isPresent()) {
                return true;
            }
        }
        return IN_PAIRS.matcher(withoutHarmless(text)).find();
    }

    private static boolean any(List<Pattern> patterns, String text) {
        return patterns.stream().anyMatch(pattern -> pattern.matcher(text).find());
    }

    private static String withoutHarmless(String text) {
        var left = text;
        for (var harmless : HARMLESS_NUMBERS) {
            left = harmless.matcher(left).replaceAll(HARMLESS);
        }
        return left;
    }

    private static String asDigits(String text) {
        return LIKE_DIGITS
                .matcher(text)
                .replaceAll(match -> {
                    var word = new StringBuilder(match.group());
                    for (int at = 0; at < word.length(); at++) {
                        int which = LETTERS_LIKE_DIGITS.indexOf(word.charAt(at));
                        if (which >= 0) {
                            word.setCharAt(at, DIGITS_LIKE_LETTERS.charAt(which));
                        }
                    }
                    return word.toString();
                });
    }
}

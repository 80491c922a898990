package org.vigie.share;

import java.util.Locale;
import java.util.regex.Pattern;

/// Whether a text is one line as it is seen: no control character, no line break and nothing that
/// turns the direction of writing, with which a text shows other than it is or forges a second line
/// in what is printed.
public final class PlainLine {

    private static final Pattern HIDDEN =
            Pattern.compile(
                    "[\\p{Cc}\\x{2028}\\x{2029}\\x{061C}\\x{200E}\\x{200F}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}]");

    /// What is allowed, for whoever is refused.
    public static final String ALLOWED =
            "one line without control characters or marks that turn the direction of writing";

    private PlainLine() {}

    /// Whether it is.
    public static boolean is(String text) {
        return !HIDDEN.matcher(text).find();
    }

    /// The same with each such character as `\\u` and four hexadecimal digits, to be printed on one
    /// line.
    public static String escaped(String text) {
        return HIDDEN.matcher(text)
                .replaceAll(match ->
                        "\\\\u"
                                + String.format(
                                        Locale.ROOT, "%04x", (int) match.group().charAt(0)));
    }
}

package org.vigie.exchange.out;

/// Text for XML 1.0, which has no way at all to write most control characters.
public final class XmlText {

    private XmlText() {}

    /// The text with a space for every character that XML 1.0 does not allow.
    public static String allowed(String text) {
        var allowed = new StringBuilder(text.length());
        text.codePoints().forEach(letter -> allowed.appendCodePoint(fits(letter) ? letter : ' '));
        return allowed.toString();
    }

    private static boolean fits(int letter) {
        return letter == '\t'
                || letter == '\n'
                || letter == '\r'
                || (letter >= ' ' && letter <= 0xD7FF)
                || (letter >= 0xE000 && letter <= 0xFFFD)
                || letter >= 0x10000;
    }
}

package org.vigie.exchange.out;

/// Texts for files that a spreadsheet may open: one that it would take for a formula gets an
/// apostrophe in front, which spreadsheets understand as "this is text". Against formula injection
/// as OWASP describes it; the first letters are theirs.
final class SpreadsheetText {

    private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠";

    private SpreadsheetText() {}

    static String harmless(String text) {
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}

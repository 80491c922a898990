package org.vigie.exchange.packs;

import java.util.Comparator;

/// Something that is wrong with a pack or a chronology, said to the person who can put it right.
///
/// @param weight an error keeps the pack from being read, a warning does not
/// @param file path inside the pack, e.g. `units.csv`
/// @param line counted from 1; 0 when it concerns the whole file
/// @param field the column or key; empty when it concerns the whole line
/// @param value what stands there, as written; empty when nothing does
/// @param advice what to do, as a sentence without a full stop
public record Finding(
        Weight weight, String file, int line, String field, String value, String advice)
        implements Comparable<Finding> {

    /// Errors first.
    public enum Weight {
        ERROR,
        WARNING
    }

    private static final Comparator<Finding> ORDER =
            Comparator.comparing(Finding::weight)
                    .thenComparing(Finding::file)
                    .thenComparingInt(Finding::line)
                    .thenComparing(Finding::field)
                    .thenComparing(Finding::value)
                    .thenComparing(Finding::advice);

    /// Longest value that a sentence repeats.
    private static final int SHOWN_MAX = 80;

    /// Longest sentence: an advice may list the words that are allowed.
    private static final int SENTENCE_MAX = 2_000;

    public boolean isError() {
        return weight == Weight.ERROR;
    }

    /// One line: `units.csv:4 notice "x": write a whole number`.
    public String sentence() {
        var text = new StringBuilder(file);
        if (line > 0) {
            text.append(':').append(line);
        }
        if (!field.isEmpty()) {
            text.append(' ').append(field);
        }
        if (!value.isEmpty()) {
            text.append(" \"").append(cut(value, SHOWN_MAX)).append('"');
        }
        return onOneLine(cut(text.append(": ").append(advice).toString(), SENTENCE_MAX));
    }

    @Override
    public int compareTo(Finding other) {
        return ORDER.compare(this, other);
    }

    private static String cut(String text, int max) {
        return text.codePointCount(0, text.length()) <= max
                ? text
                : text.substring(0, text.offsetByCodePoints(0, max)) + "…";
    }

    /// Names of files, columns and values come from whoever made the pack.
    private static String onOneLine(String text) {
        return text.replaceAll("[\\p{Cc}\\u2028\\u2029]", " ");
    }
}

package org.vigie.record;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.BadInput;

/// A count of people as a source prints it: lowest, best and highest estimate. Null means: not
/// stated, which is never zero. A number that the source gives without any word around it is all
/// three ([#exactly]); `best` alone is *about* so many.
///
/// Source figures are kept as printed even when they are disordered; figures typed by hand go
/// through [#ordered].
public record Figures(@Nullable Integer low, @Nullable Integer best, @Nullable Integer high) {

    public static final Figures NONE = new Figures(null, null, null);

    /// A figure that its source gives as a plain number: 203.
    public static Figures exactly(int figure) {
        return new Figures(figure, figure, figure);
    }

    /// Figures typed into Vigie: each at least 0, and low ≤ best ≤ high where both are given.
    public static Figures ordered(
            @Nullable Integer low, @Nullable Integer best, @Nullable Integer high) {
        var figures = new Figures(low, best, high);
        boolean negative =
                (low != null && low < 0)
                        || (best != null && best < 0)
                        || (high != null && high < 0);
        if (negative || figures.disordered()) {
            throw new BadInput("figures", figures.plain(), "0 <= low <= best <= high");
        }
        return figures;
    }

    /// Whether the source's own numbers are not low ≤ best ≤ high.
    public boolean disordered() {
        return above(low, best) || above(best, high) || above(low, high);
    }

    public boolean empty() {
        return low == null && best == null && high == null;
    }

    /// As a person writes it: `45 (30-60)`, `500-700`, `about 300`, `at least 1,500`, `at most 9`,
    /// `203`, `unknown`. English; heads translate.
    public String plain() {
        if (best == null) {
            return range();
        }
        boolean alone = low == null && high == null;
        boolean exact = best.equals(low) && best.equals(high);
        if (exact || (alone && best == 0)) {
            return number(best);
        }
        return alone ? "about " + number(best) : number(best) + " (" + range() + ")";
    }

    private String range() {
        if (low != null && high != null) {
            return low.equals(high) ? number(low) : number(low) + "-" + number(high);
        }
        if (low != null) {
            return "at least " + number(low);
        }
        return high == null ? "unknown" : "at most " + number(high);
    }

    private static String number(int count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    private static boolean above(@Nullable Integer left, @Nullable Integer right) {
        return left != null && right != null && left > right;
    }
}

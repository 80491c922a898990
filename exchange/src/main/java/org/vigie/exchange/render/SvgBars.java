package org.vigie.exchange.render;

import java.util.ArrayList;
import java.util.List;

/// Bars one below the other, each under a line that says what it is and how much: a funnel when all
/// begin at nought, a waterfall when each begins where the one before ended.
///
/// What it shows: which of a few amounts is the large one. All bars have one scale, from nought to
/// the largest end; none is cut off.
///
/// When it must not be trusted: where the amounts count different things. Whoever draws says so
/// below.
public final class SvgBars {

    private static final int WIDTH = 480;
    private static final int ROW = 48;
    private static final int TEXT = 18;
    private static final int BAR = 14;

    private SvgBars() {}

    /// One bar.
    ///
    /// @param label what it is
    /// @param value how much, as it is written
    /// @param from where it begins
    /// @param to where it ends, not before
    /// @param address what it opens; empty where there is nothing to open
    public record Bar(String label, String value, long from, long to, String address) {

        public Bar {
            if (from < 0 || to < from) {
                throw new IllegalStateException("a bar from " + from + " to " + to);
            }
        }
    }

    /// The drawing, or nothing where there is no bar.
    ///
    /// @param id of the drawing in its page, of letters
    public static Html of(String id, String title, String description, List<Bar> bars) {
        if (bars.isEmpty()) {
            return Html.EMPTY;
        }
        long most = Math.max(1, bars.stream().mapToLong(Bar::to).max().orElse(1));
        var rows = new ArrayList<Html>();
        for (int i = 0; i < bars.size(); i++) {
            rows.add(row(bars.get(i), i * ROW, most));
        }
        return Html.of(
                "<svg class=\"tl\" viewBox=\"0 0 {} {}\" role=\"group\" aria-labelledby=\"{}t {}d\"><title"
                        + " id=\"{}t\">{}</title><desc id=\"{}d\">{}</desc>{}</svg>",
                WIDTH,
                bars.size() * ROW,
                id,
                id,
                id,
                title,
                id,
                description,
                rows);
    }

    private static Html row(Bar bar, int top, long most) {
        var drawn =
                Html.of(
                        "<path class=\"tp\" d=\"M{} {}h{}v{}h-{}z\"/><text x=\"0\" y=\"{}\">{}</text><text"
                                + " text-anchor=\"end\" x=\"{}\" y=\"{}\">{}</text>",
                        x(bar.from(), most),
                        top + TEXT + 6,
                        length(bar, most),
                        BAR,
                        length(bar, most),
                        top + TEXT,
                        bar.label(),
                        WIDTH,
                        top + TEXT,
                        bar.value());
        return bar.address().isEmpty()
                ? drawn
                : Html.of("<a href=\"{}\">{}</a>", bar.address(), drawn);
    }

    private static long x(long at, long most) {
        return Math.round((double) WIDTH * at / most);
    }

    /// Something is never drawn as nothing.
    private static long length(Bar bar, long most) {
        long length = x(bar.to(), most) - x(bar.from(), most);
        return bar.to() > bar.from() ? Math.max(2, length) : length;
    }
}

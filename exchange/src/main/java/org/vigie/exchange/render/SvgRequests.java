package org.vigie.exchange.render;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.vigie.exchange.words.Words;

/// Requests to the host state month by month: a pale bar for what was asked, a dark one within it
/// for what was refused.
///
/// What it shows: whether more was asked, and whether more of it was refused. A month without a bar
/// has no request on record, which does not say that nothing was asked.
///
/// When it must not be trusted: the last months are thin, because lists come in late.
public final class SvgRequests {

    /// The newest months are drawn; four years fit.
    public static final int MONTHS_MAX = 48;

    private static final int WIDTH = 720;
    private static final int HEIGHT = 140;
    private static final int LEFT = 52;
    private static final int TOP = 24;
    private static final int PANEL = 88;
    private static final int DATES = 6;
    private static final double FILLED = 0.78;

    private final Words words;
    private final YearMonth first;
    private final int months;
    private final int most;

    private SvgRequests(Words words, YearMonth first, int months, int most) {
        this.words = words;
        this.first = first;
        this.months = months;
        this.most = most;
    }

    /// One month.
    ///
    /// @param address what its bar opens
    public record Bar(YearMonth month, int asked, int refused, String address) {}

    /// The drawing, or nothing where no month is known.
    ///
    /// @param bars in their order
    /// @param bytesMax how many bytes the links may take, about; the newest are links while they
    ///   fit
    public static Html of(List<Bar> bars, Words words, int bytesMax) {
        if (bars.isEmpty()) {
            return Html.EMPTY;
        }
        var last = bars.getLast().month();
        var earliest = last.minusMonths(MONTHS_MAX - 1L);
        var shown = bars.stream().filter(bar -> !bar.month().isBefore(earliest)).toList();
        var first = shown.getFirst().month();
        int most = shown.stream().mapToInt(Bar::asked).max().orElse(1);
        int months = (int) first.until(last, ChronoUnit.MONTHS) + 1;
        return new SvgRequests(words, first, months, Math.max(1, most)).draw(shown, bytesMax);
    }

    private Html draw(List<Bar> bars, int bytesMax) {
        var pale = new StringBuilder();
        var drawn = new ArrayList<Html>();
        int left = bytesMax;
        for (var bar : bars.reversed()) {
            pale.append(block(bar.month(), bar.asked()));
            var link =
                    Html.of(
                            "<a href=\"{}\"><path d=\"{}\"><title>{}</title></path></a>",
                            bar.address(),
                            block(bar.month(), bar.refused()),
                            words.say(
                                    "restrict.bar",
                                    words.month(bar.month()),
                                    bar.asked(),
                                    bar.refused()));
            left -= link.bytes();
            drawn.add(
                    left >= 0
                            ? link
                            : Html.of(
                                    "<path class=\"tp\" d=\"{}\"/>",
                                    block(bar.month(), bar.refused())));
        }
        return Html.of(
                "<svg class=\"tl\" viewBox=\"0 0 {} {}\" role=\"group\" aria-labelledby=\"rt rd\"><title"
                        + " id=\"rt\">{}</title><desc id=\"rd\">{}</desc>{}<path class=\"tb\""
                        + " d=\"{}\"/>{}{}</svg>",
                WIDTH,
                HEIGHT,
                words.say("restrict.chart"),
                words.say("restrict.chart-note"),
                axis(),
                pale.toString(),
                drawn,
                dates());
    }

    private Html axis() {
        return Html.of(
                "<g class=\"ta\"><path d=\"M{} {}h{}M{} {}h{}\"/><text x=\"{}\" y=\"{}\">{}</text><text"
                        + " x=\"{}\" y=\"{}\">0</text><text class=\"tn\" x=\"{}\" y=\"{}\">{}</text></g>",
                LEFT,
                TOP + PANEL,
                WIDTH - LEFT - 4,
                LEFT,
                TOP,
                WIDTH - LEFT - 4,
                LEFT - 6,
                TOP + 4,
                words.number(most),
                LEFT - 6,
                TOP + PANEL + 4,
                LEFT,
                TOP - 5,
                words.say("restrict.chart"));
    }

    private String block(YearMonth month, int count) {
        int height = (int) Math.round((double) PANEL * count / most);
        if (count == 0) {
            return "";
        }
        int width = Math.clamp(Math.round(step() * FILLED), 2, 60);
        return "M"
                + x(month)
                + " "
                + (TOP + PANEL)
                + "h"
                + width
                + "v-"
                + Math.max(1, height)
                + "h-"
                + width
                + "z";
    }

    private double step() {
        return (double) (WIDTH - LEFT - 4) / months;
    }

    private long x(YearMonth month) {
        return Math.round(LEFT + first.until(month, ChronoUnit.MONTHS) * step());
    }

    private Html dates() {
        var dates = new ArrayList<Html>();
        int every = Math.max(1, (months + DATES - 1) / DATES);
        for (int i = 0; i < months; i += every) {
            dates.add(
                    Html.of(
                            "<text x=\"{}\" y=\"{}\">{}</text>",
                            x(first.plusMonths(i)),
                            HEIGHT - 6,
                            words.month(first.plusMonths(i))));
        }
        return Html.of("<g class=\"td\">{}</g>", dates);
    }
}

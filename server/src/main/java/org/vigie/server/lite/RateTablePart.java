package org.vigie.server.lite;

import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.assess.Figure;
import org.vigie.assess.RateTable;
import org.vigie.assess.RateTable.By;
import org.vigie.assess.RateTable.Line;
import org.vigie.assess.RateTable.Panel;
import org.vigie.assess.Share;
import org.vigie.assess.StepTimes;
import org.vigie.exchange.render.Html;
import org.vigie.exchange.words.Words;

/// The part of the rate of response that splits it by one thing: a table for each measure, in which
/// every figure opens its rows and a bar shows the share; with what the rows are taken of and what
/// is in none.
record RateTablePart(Say say) {

    static final String PATH = "/lite/response";

    private static final int BAR = 160;

    /// A page must load where a telephone has one bar: so much may the rows of all panels take, and
    /// so much of it those whose figures are links.
    private static final int ROWS_BYTES = 17_000;

    private static final int LINKED_BYTES = 12_000;

    /// The choice of what to split by, and the way back to the whole.
    Html choice(@Nullable By chosen) {
        var links = new ArrayList<Html>();
        if (chosen != null) {
            links.add(
                    Html.of(
                            "<a href=\"{}\">{}</a> ",
                            say.view().page(PATH).without("by"),
                            words().say("rate.whole")));
        }
        for (var by : By.values()) {
            links.add(
                    by == chosen
                            ? Html.of("<b aria-current=\"true\">{}</b> ", words().of(by))
                            : Html.of(
                                    "<a href=\"{}\">{}</a> ",
                                    say.view().page(PATH).with("by", by.code()),
                                    words().of(by)));
        }
        return Html.of("<p id=\"by\">{} {}</p>", words().say("rate.by"), links);
    }

    Html of(RateTable table) {
        var parts = new ArrayList<Html>();
        for (var panel : table.panels()) {
            parts.add(panel(table, panel));
        }
        return Html.of(
                "{}{}<p class=\"note\">{} {}{}</p>",
                table.withoutSectors()
                        ? Html.of("<p class=\"due\">{}</p>", words().say("rate.no-sectors"))
                        : Html.EMPTY,
                parts,
                outside(table),
                words().say("rate.few-note", RateTable.FEW),
                means(table));
    }

    /// What the figures count, once for all rows.
    private Html means(RateTable table) {
        var said = new ArrayList<Html>();
        for (var panel : table.panels()) {
            for (var figure : panel.total().figures()) {
                said.add(
                        Html.of(
                                " <b>{}</b>{} {}.",
                                words().of(figure.measure()),
                                words().say("colon.sign"),
                                words().say(Words.keyOf(figure.measure()) + ".means")));
            }
        }
        return Html.join(said);
    }

    private Html outside(RateTable table) {
        var said = new ArrayList<Html>();
        for (var figure : table.outside()) {
            said.add(
                    Html.of(
                            "{}{} <b>{}</b>. ",
                            words().say("rate.outside." + View.code(figure.measure())),
                            words().say("colon.sign"),
                            words().number(figure.n())));
        }
        return Html.join(said);
    }

    private Html panel(RateTable table, Panel panel) {
        int most = 1;
        for (var line : panel.lines()) {
            most = Math.max(most, line.share().whole().n());
        }
        var rows = rows(table, panel, most);
        int left = panel.lines().size() - rows.size();
        return Html.of(
                "<h2>{}</h2><table class=\"rows\"><thead><tr><th>{}{}<th>{}{}</thead><tbody>{}{}</tbody></table>{}",
                words().of(panel.about()),
                words().of(table.by()),
                heads(panel.total()),
                words().say("rate.share"),
                panel.total().times() == null
                        ? Html.EMPTY
                        : Html.of("<th class=\"r\">{}", median(panel)),
                rows,
                total(panel),
                left == 0
                        ? Html.EMPTY
                        : Html.of("<p class=\"note\">{}</p>", words().say("rate.more", left)));
    }

    /// As many rows as fit, the newest months or the first of others; those that come first as
    /// links, the rest as bare numbers.
    private List<Html> rows(RateTable table, Panel panel, int most) {
        boolean newest = table.by() == By.MONTH;
        var lines = newest ? panel.lines().reversed() : panel.lines();
        int linked = LINKED_BYTES / table.panels().size();
        int left = ROWS_BYTES / table.panels().size();
        var rows = new ArrayList<Html>();
        for (var line : lines) {
            var row = row(table.by(), line, most, true);
            if (linked < row.bytes()) {
                row = row(table.by(), line, most, false);
            }
            linked -= row.bytes();
            left -= row.bytes();
            if (left < 0) {
                break;
            }
            rows.add(row);
        }
        return newest ? rows.reversed() : rows;
    }

    private String median(Panel panel) {
        return words().say(
                        panel.about() == RateTable.About.LANES
                                ? "rate.to-order"
                                : "rate.to-arrival");
    }

    private Html heads(Line line) {
        var heads = new ArrayList<Html>();
        for (var figure : line.figures()) {
            heads.add(Html.of("<th class=\"r\">{}", words().of(figure.measure())));
        }
        return Html.join(heads);
    }

    private Html row(By by, Line line, int most, boolean linked) {
        var cells = new ArrayList<Html>();
        for (var figure : line.figures()) {
            cells.add(
                    cell(
                            figure,
                            linked
                                    ? open(by, line, figure)
                                    : Html.of("{}", words().number(figure.n()))));
        }
        return Html.of(
                "<tr><td dir=\"auto\"><b>{}</b>{}<td>{} {}{}",
                key(by, line.key()),
                cells,
                bar(line.share(), most),
                share(line),
                times(line.times()));
    }

    private Html total(Panel panel) {
        var cells = new ArrayList<Html>();
        for (var figure : panel.total().figures()) {
            cells.add(cell(figure, Html.of("{}", words().number(figure.n()))));
        }
        return Html.of(
                "<tr><td>{}{}<td>{}{}",
                words().say("rate.together"),
                cells,
                share(panel.total()),
                times(panel.total().times()));
    }

    private Html cell(Figure figure, Html number) {
        return Html.of("<td class=\"r\" data-l=\"{}\">{}", words().of(figure.measure()), number);
    }

    private Html open(By by, Line line, Figure figure) {
        return figure.n() == 0
                ? Html.of("0")
                : Html.of(
                        "<a href=\"{}\">{}</a>",
                        say.view()
                                .page(PATH + "/rows")
                                .with("by", by.code())
                                .with("key", line.key())
                                .with("measure", View.code(figure.measure())),
                        words().number(figure.n()));
    }

    /// The whole pale, the part of it dark; bars of one table have one scale, so that a short bar
    /// is a share of a few.
    private static Html bar(Share share, int most) {
        return Html.of(
                "<svg class=\"bar\" viewBox=\"0 0 160 12\" aria-hidden=\"true\"><path opacity=\".3\""
                        + " d=\"M0 0h{}v12H0z\"/><path d=\"M0 0h{}v12H0z\"/></svg>",
                Math.round((float) BAR * share.whole().n() / most),
                Math.round((float) BAR * share.part().n() / most));
    }

    private Html share(Line line) {
        var share = line.share();
        if (share.whole().n() == 0) {
            return Html.of("–");
        }
        return Html.of(
                "{} {}",
                words().say("rate.of", share.part().n(), share.whole().n()),
                line.few()
                        ? Html.of("<i class=\"tag\">{}</i>", words().say("rate.few"))
                        : Html.of("({})", words().share(share.part().n(), share.whole().n())));
    }

    private Html times(@Nullable StepTimes times) {
        if (times == null) {
            return Html.EMPTY;
        }
        var median = times.medianMinutes();
        return Html.of(
                "<td class=\"r\" data-l=\"{}\">{}",
                words().say("rate.median"),
                median == null
                        ? "–"
                        : words().say(
                                        "rate.median-of",
                                        words().length(Duration.ofMinutes(median)),
                                        times.n()));
    }

    /// What a key stands for.
    String key(By by, String key) {
        if (key.equals(org.vigie.record.By.UNKNOWN)) {
            return words().say("unknown");
        }
        return switch (by) {
            case REASON -> say.coded("responses-reason.", key);
            case COMPONENT -> say.coded("component.", key);
            case TIER -> say.coded("responses-tier.", key);
            case LANE -> say.lane(key);
            case MONTH -> words().month(YearMonth.parse(key));
            case ALLEGED -> say.coded("actor-class.", key);
            case SECTOR, AREA -> key;
        };
    }

    private Words words() {
        return say.words();
    }
}

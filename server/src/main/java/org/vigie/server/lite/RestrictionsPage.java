package org.vigie.server.lite;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.vigie.exchange.render.Html;
import org.vigie.exchange.render.SvgRequests;
import org.vigie.exchange.words.Words;
import org.vigie.restrict.ClearanceRequest;
import org.vigie.restrict.Closures;
import org.vigie.restrict.Restrictions;
import org.vigie.restrict.Restrictions.By;
import org.vigie.restrict.Tally;

/// What was asked of the host state and what was refused: the figures, each of which opens its
/// rows, month by month, by sector and by asset, and what is closed at the moment.
final class RestrictionsPage {

    static final String PATH = "/lite/restrictions";

    /// How an address names what nobody stated.
    private static final String NOT_STATED = "-";

    private static final int SECTORS_BYTES = 4_200;
    private static final int ASSETS_BYTES = 4_200;
    private static final int CHART_BYTES = 3_000;
    private static final int ROWS_BYTES = 5_000;
    private static final int ROWS_MAX = 40;
    private static final int CLOSED_MAX = 6;
    private static final int CLOSED_BYTES = 1_500;

    private final RegisterView at;
    private final Words words;
    private final Restrictions all;
    private final Map<String, String> narrowed;
    private final int heldBack;

    /// @param narrowed which rows are opened: `sector`, `asset`, `month`, `outcome`
    /// @param heldBack how many of them the file leaves out, because they are not published
    RestrictionsPage(
            RegisterView at, Restrictions all, Map<String, String> narrowed, int heldBack) {
        this.at = at;
        this.words = at.words();
        this.all = all;
        this.narrowed = narrowed;
        this.heldBack = heldBack;
    }

    /// The requests that an address opens.
    static Restrictions opened(Restrictions all, Map<String, String> narrowed) {
        var opened = all;
        for (var by : List.of(By.SECTOR, By.ASSET, By.MONTH)) {
            var key = narrowed.getOrDefault(by.code(), "");
            if (!key.isEmpty()) {
                opened = opened.of(by, key.equals(NOT_STATED) ? "" : key);
            }
        }
        var outcome = narrowed.getOrDefault("outcome", "");
        return outcome.isEmpty() || outcome.equals("all") ? opened : opened.ended(outcome);
    }

    Html body() {
        return at.around(
                Html.of(
                        "{}{}{}{}{}{}{}{}{}",
                        period(),
                        says(all.tally()),
                        write(),
                        narrowed.isEmpty() ? Html.EMPTY : rows(opened(all, narrowed)),
                        alone(),
                        chart(),
                        table(By.SECTOR, SECTORS_BYTES),
                        table(By.ASSET, ASSETS_BYTES),
                        closed()),
                List.of());
    }

    private Html period() {
        var filter = at.view().filter();
        return Html.of(
                "<form class=\"filter\" method=\"get\" action=\"{}\">{}<label>{} <input type=\"date\""
                        + " name=\"from\" value=\"{}\"></label><label>{} <input type=\"date\" name=\"to\""
                        + " value=\"{}\"></label><button>{}</button></form>",
                PATH,
                Frame.hidden(at.view(), List.of("from", "to")),
                words.say("filter.from"),
                filter.from() == null ? "" : filter.from().toString(),
                words.say("filter.to"),
                filter.to() == null ? "" : filter.to().toString(),
                words.say("filter.apply"));
    }

    private Html says(Tally tally) {
        if (tally.asked() == 0) {
            return Html.of("<p class=\"says\">{}</p>", words.say("restrict.none"));
        }
        return Html.of(
                "<p class=\"says\">{} <a href=\"{}\">{}</a> · {} <a href=\"{}\">{}</a> ({}) · {} {} · {}"
                        + " {}</p><p class=\"note\">{}{}</p>",
                words.say("restrict.asked"),
                to("outcome", "all"),
                words.number(tally.asked()),
                words.say("restrict.refused"),
                to("outcome", "refused"),
                words.number(tally.refused()),
                words.share(tally.refused(), tally.asked()),
                words.say("restrict.no-answer"),
                words.number(tally.noAnswer()),
                words.say("restrict.pending"),
                words.number(tally.pending()),
                words.say("restrict.note"),
                tally.contradicted() == 0
                        ? ""
                        : " " + words.say("restrict.contradicted", tally.contradicted()));
    }

    private Html write() {
        return Html.of(
                "<p><a class=\"b\" href=\"{}\">{}</a> <a class=\"b\" href=\"{}\">{}</a> <span"
                        + " class=\"z\">{}</span></p>",
                at.page(PATH + "/new"),
                words.say("restrict.write"),
                narrowedAddress(PATH + ".csv"),
                words.say("restrict.csv"),
                words.say("register.csv-note")
                        + (heldBack == 0 ? "" : " " + words.count("restrict.held-back", heldBack)));
    }

    private Address narrowedAddress(String path) {
        var address = at.page(path);
        for (var one : narrowed.entrySet()) {
            address = address.with(one.getKey(), one.getValue());
        }
        return address;
    }

    private Html chart() {
        var bars = new ArrayList<SvgRequests.Bar>();
        for (var line : all.by(By.MONTH)) {
            if (!line.key().isEmpty()) {
                bars.add(
                        new SvgRequests.Bar(
                                YearMonth.parse(line.key()),
                                line.tally().asked(),
                                line.tally().refused(),
                                to("month", line.key())));
            }
        }
        return bars.isEmpty()
                ? Html.EMPTY
                : Html.of(
                        "<figure class=\"mid\">{}<figcaption class=\"note\">{}</figcaption></figure>",
                        SvgRequests.of(bars, words, CHART_BYTES),
                        words.say("restrict.chart-note"));
    }

    private Html table(By by, int bytesMax) {
        var lines = all.by(by);
        if (lines.isEmpty()) {
            return Html.EMPTY;
        }
        var rows = new ArrayList<Html>();
        lines.forEach(line -> rows.add(row(by, line)));
        var shown = RegisterView.fitting(rows, bytesMax);
        return Html.of(
                "<table class=\"rows\"><thead><tr><th>{}<th class=\"r\">{}<th class=\"r\">{}<th"
                        + " class=\"r\">{}<th class=\"r\">{}<th class=\"r\">{}<th class=\"r\">{}<th"
                        + " class=\"r\">{}</thead><tbody>{}</tbody></table>{}",
                words.say(by == By.SECTOR ? "restrict.sector" : "restrict.asset"),
                words.say("restrict.asked"),
                words.say("restrict.granted"),
                words.say("restrict.refused"),
                words.say("restrict.share"),
                words.say("restrict.no-answer"),
                words.say("restrict.pending"),
                words.say("restrict.median"),
                shown,
                at.more(rows.size() - shown.size()));
    }

    private Html row(By by, Restrictions.Line line) {
        var tally = line.tally();
        var key = line.key().isEmpty() ? NOT_STATED : line.key();
        return Html.of(
                "<tr><td dir=\"auto\">{}<td class=\"r\" data-l=\"{}\"><a href=\"{}\">{}</a><td class=\"r\""
                        + " data-l=\"{}\">{}<td class=\"r\" data-l=\"{}\">{}<td class=\"r\">{}<td class=\"r\""
                        + " data-l=\"{}\">{}<td class=\"r\" data-l=\"{}\">{}<td class=\"r\" data-l=\"{}\">{}",
                named(by, line.key()),
                words.say("restrict.asked"),
                to(by.code(), key),
                words.number(tally.asked()),
                words.say("restrict.granted"),
                words.number((long) tally.granted() + tally.partlyGranted()),
                words.say("restrict.refused"),
                tally.refused() == 0
                        ? Html.of("0")
                        : Html.of(
                                "<a href=\"{}\">{}</a>",
                                to(by.code(), key) + "&outcome=refused",
                                words.number(tally.refused())),
                words.share(tally.refused(), tally.asked()),
                words.say("restrict.no-answer"),
                words.number(tally.noAnswer()),
                words.say("restrict.pending"),
                words.number(tally.pending()),
                words.say("restrict.median"),
                median(tally));
    }

    /// Tenths of a day only below ten days.
    private String median(Tally tally) {
        return tally.median()
                .map(days ->
                        (days.intValue() < 10
                                        ? words.decimal(days.doubleValue())
                                        : words.number(Math.round(days.doubleValue())))
                                + " ("
                                + tally.timed()
                                + ")")
                .orElse("?");
    }

    private String named(By by, String key) {
        if (key.isEmpty()) {
            return words.say("not-stated");
        }
        return by == By.ASSET ? at.say().coded("register.asset.", key) : key;
    }

    /// This page with other rows open.
    private String to(String name, String value) {
        return at.page(PATH).with(name, value).query();
    }

    private Html rows(Restrictions opened) {
        var rows = new ArrayList<Html>();
        opened.requests().stream().limit(ROWS_MAX).forEach(request -> rows.add(row(request)));
        var shown = RegisterView.fitting(rows, ROWS_BYTES);
        return Html.of(
                "<h2 id=\"rows\">{}</h2><table class=\"rows\"><thead><tr><th>{}<th>{}<th>{}<th>{}<th>#</thead><tbody>{}</tbody></table>{}",
                words.count("restrict.rows", opened.requests().size()),
                words.say("restrict.asked-on"),
                words.say("restrict.what"),
                words.say("restrict.where"),
                words.say("restrict.outcome"),
                shown,
                at.more(opened.requests().size() - shown.size()));
    }

    private Html row(ClearanceRequest request) {
        var decision = request.findDecision();
        var note = request.terms().noteVerbale();
        return Html.of(
                "<tr><td>{}<td dir=\"auto\">{}, {}{}<td dir=\"auto\">{} {}<td dir=\"auto\">{}{} {}{}{}<td>{}",
                at.date(request.asked()),
                words.say("clearance-kind." + request.kind()),
                at.say().coded("register.asset.", request.asset()),
                note.isEmpty() ? "" : " · " + note,
                request.terms().sector(),
                request.site().name(),
                outcome(words, request),
                decision.isEmpty() && !at.view().past() ? decide(request) : Html.EMPTY,
                decision.map(ClearanceRequest.Decision::on).map(at::date).orElse(""),
                decision.map(one -> at.say().after(one.reason())).orElse(Html.EMPTY),
                request.contradicted()
                        ? Html.of(" <i class=\"tag\">{}</i>", words.say("restrict.two-words"))
                        : Html.EMPTY,
                at.say().entry(request.seq()));
    }

    private Html alone() {
        var lines = new ArrayList<Html>();
        for (var alone : all.withoutRequest()) {
            var decision = alone.decision();
            lines.add(
                    Html.of(
                            "<li dir=\"auto\">{} {}{} {}",
                            words.of(decision.outcome()),
                            at.date(decision.on()),
                            at.say().after(decision.reason()),
                            at.say().entry(decision.seq())));
        }
        var shown = RegisterView.fitting(lines, CLOSED_BYTES);
        return lines.isEmpty()
                ? Html.EMPTY
                : Html.of(
                        "<h2>{}</h2><p class=\"note\">{}</p><ul>{}</ul>{}",
                        words.say("restrict.alone"),
                        words.say("restrict.alone-note"),
                        shown,
                        at.more(lines.size() - shown.size()));
    }

    private Html decide(ClearanceRequest request) {
        return Html.of(
                " · <a href=\"{}\">{}</a>",
                at.page(PATH + "/new").with("asked", request.id().toString()),
                words.say("restrict.decide"));
    }

    /// What became of a request, in words.
    static String outcome(Words words, ClearanceRequest request) {
        return request.findDecision()
                .map(decision -> words.of(decision.outcome()))
                .orElseGet(() -> words.say("restrict.pending").toLowerCase(Locale.ROOT));
    }

    private Html kind(Closures.Closure closure) {
        if (!closure.refusedMovement()) {
            return Html.of("{}", at.say().coded("clearance-kind.", closure.kind()));
        }
        return Html.of(
                "{}",
                words.say(
                        closure.kind().equals("flight")
                                ? "restrict.refused-flights"
                                : "restrict.refused-ground"));
    }

    private Html closed() {
        var closures = Closures.at(at.picture(), at.view().knownAsOf(), null);
        var lines = new ArrayList<Html>();
        for (var closure : closures.stream().limit(CLOSED_MAX).toList()) {
            var to = closure.to();
            lines.add(
                    Html.of(
                            "<li dir=\"auto\">{}{} {}{} {}",
                            kind(closure),
                            words.say("colon.sign"),
                            closure.site().name(),
                            at.say().after(closure.reason()),
                            to == null
                                    ? words.say("restrict.no-end")
                                    : words.say("register.until", words.moment(to))));
        }
        var shown = RegisterView.fitting(lines, CLOSED_BYTES);
        return Html.of(
                "<h2>{}</h2><p class=\"note\">{}</p><ul>{}</ul>{}",
                words.say("restrict.closed"),
                words.say("restrict.closed-note"),
                shown,
                at.more(closures.size() - shown.size()));
    }
}

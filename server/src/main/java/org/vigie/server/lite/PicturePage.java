package org.vigie.server.lite;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigie.exchange.render.Html;
import org.vigie.exchange.render.Mark;
import org.vigie.exchange.render.SvgMap;
import org.vigie.exchange.render.SvgTimeline;
import org.vigie.exchange.words.Words;
import org.vigie.record.Alerts;
import org.vigie.record.By;
import org.vigie.record.Count;
import org.vigie.record.Forces;
import org.vigie.record.IncidentKind;
import org.vigie.record.IncidentRow;
import org.vigie.record.Incidents;
import org.vigie.record.Picture;
import org.vigie.record.Spot;
import org.vigie.server.picture.Mission;

/// The picture: what is known, where, when and how much of it, under one filter and at one moment
/// of both clocks. Map, timeline, counts and table are four readings of the same rows.
final class PicturePage {

    /// What the page's own part may weigh: 30 KB less the frame around it.
    private static final int PAGE_BYTES = 23_200;

    private static final int MAP_BYTES_MIN = 3_000;
    private static final int MAP_BYTES_MAX = 12_000;
    private static final int TIMELINE_BYTES_MIN = 2_200;
    private static final int TIMELINE_BYTES_MAX = 5_000;
    private static final int ROWS = 15;
    private static final int COUNT_ROWS = 8;
    private static final int COUNT_ROWS_ALONE = 60;
    private static final int AREAS_OFFERED = 12;

    /// With so few placed incidents each is a mark of its own.
    private static final int MARKS_EACH_MAX = 60;

    private final View view;
    private final Say say;
    private final Words words;
    private final Mission mission;
    private final Picture picture;
    private final Incidents incidents;

    /// What else the address says: what to count by, and the first row of the table.
    ///
    /// @param subKinds what the source calls an incident for which we have no better word than
    ///   *other*, by its entry
    record Asked(By by, int row, Map<Long, String> subKinds) {}

    PicturePage(View view, Mission mission, Picture picture) {
        this.view = view;
        this.say = new Say(view, mission.zone(), Names.of(picture, mission));
        this.words = view.words();
        this.mission = mission;
        this.picture = picture;
        this.incidents = picture.incidents().where(view.filter());
    }

    Html body(Asked asked) {
        var above = Html.join(List.of(alerts(), sentence(), form()));
        var counts = counts(asked.by(), COUNT_ROWS);
        var below = table(asked);
        int left = PAGE_BYTES - above.bytes() - counts.bytes() - below.bytes();
        var timeline = timeline(Math.clamp(left / 3, TIMELINE_BYTES_MIN, TIMELINE_BYTES_MAX));
        int forMap = Math.clamp(left - timeline.bytes(), MAP_BYTES_MIN, MAP_BYTES_MAX);
        var beside = Html.join(List.of(timeline, counts));
        return Html.of(
                "{}<div class=\"two\"><section aria-label=\"{}\">{}</section><section"
                        + " aria-label=\"{}\">{}</section></div>{}",
                above,
                words.say("map.title"),
                map(forMap),
                words.say("timeline.title"),
                beside,
                below);
    }

    private Html timeline(int bytesMax) {
        return SvgTimeline.of(
                incidents,
                (from, to) ->
                        view.address()
                                .with("from", from.toString())
                                .with("to", to.toString())
                                .query(),
                words,
                bytesMax);
    }

    private Html alerts() {
        var open =
                Alerts.of(picture).alerts().stream()
                        .filter(alert -> alert.closed().isEmpty())
                        .toList();
        var waiting =
                Alerts.of(picture).reports().stream()
                        .filter(report -> report.alerts().isEmpty())
                        .filter(report -> !WaitingReports.isJudged(report))
                        .count();
        if (open.isEmpty() && waiting == 0) {
            return Html.EMPTY;
        }
        var lines = new ArrayList<Html>();
        for (var alert : open.reversed().stream().limit(3).toList()) {
            lines.add(
                    Html.of(
                            "<li><a href=\"{}\">{}</a> · {} · {}</li>",
                            view.page("/lite/alerts/" + alert.id()),
                            Say.uncited(alert.what().title()),
                            words.of(alert.what().severity()),
                            words.say(
                                    "age",
                                    words.length(
                                            Duration.between(
                                                    alert.openedAt(), view.knownAsOf())))));
        }
        return Html.of(
                "<section class=\"due\"><b><a href=\"{}\">{} · {}</a></b><ul>{}</ul></section>",
                view.page("/lite/watch"),
                words.count("alerts.open", open.size()),
                words.count("reports.waiting", waiting),
                lines);
    }

    private Html sentence() {
        return Html.of(
                "<p class=\"says\">{}. <b class=\"n\">{}</b>{} · <a href=\"{}\">{}</a></p>",
                new FilterSentence(words).of(view.filter()),
                words.say("shown", incidents.size(), incidents.unplaced(), incidents.vague()),
                knowledgeAge(),
                view.page("/lite/brief"),
                words.say("brief.of-this"));
    }

    private Html knowledgeAge() {
        return incidents
                .newestKnown()
                .map(newest ->
                        Html.of(
                                " · {}",
                                words.say(
                                        "newest",
                                        words.length(Duration.between(newest, view.knownAsOf())),
                                        words.moment(newest))))
                .orElse(Html.EMPTY);
    }

    private Html form() {
        var filter = view.filter();
        return Html.of(
                "<form class=\"filter\" method=\"get\" action=\"/lite\">{}{}{}{}{}<label>{} <select"
                        + " name=\"kind\"><option value=\"\">{}</option>{}</select></label>"
                        + "<button>{}</button>{}</form>",
                Frame.hidden(view, View.FILTER),
                input("from", "date", filter.from()),
                input("to", "date", filter.to()),
                Html.of(
                        "<label>{} <input name=\"area\" value=\"{}\" list=\"areas\" size=\"12\"></label>{}",
                        words.say("filter.area"),
                        blank(filter.area()),
                        areas()),
                input("actor", "text", filter.actor()),
                words.say("filter.kind"),
                words.say("filter.any"),
                kinds(),
                words.say("filter.apply"),
                filter.everything()
                        ? Html.EMPTY
                        : Html.of(
                                "<a class=\"b\" href=\"{}\">{}</a>",
                                view.address().without(View.FILTER.toArray(String[]::new)),
                                words.say("filter.clear")));
    }

    private Html input(String name, String type, @Nullable Object value) {
        return Html.of(
                "<label>{} <input type=\"{}\" name=\"{}\" value=\"{}\" size=\"12\"></label>",
                words.say("filter." + name),
                type,
                name,
                blank(value));
    }

    private static String blank(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private Html areas() {
        var options = new ArrayList<Html>();
        picture.incidents().count(By.AREA).rows().stream()
                .limit(AREAS_OFFERED)
                .forEach(row -> options.add(Html.of("<option>{}</option>", row.key())));
        return Html.of("<datalist id=\"areas\">{}</datalist>", options);
    }

    private Html kinds() {
        var options = new ArrayList<Html>();
        for (var row : picture.incidents().count(By.KIND).rows()) {
            options.add(
                    Html.of(
                            "<option value=\"{}\"{}>{}</option>",
                            row.key(),
                            Html.attribute("selected", isKind(row.key())),
                            kindName(row.key())));
        }
        return Html.join(options);
    }

    private boolean isKind(String code) {
        return view.filter().kind() != null && View.code(view.filter().kind()).equals(code);
    }

    private Html map(int bytesMax) {
        var drawn =
                SvgMap.of(
                        new SvgMap.Plan(
                                mission.outlines(),
                                incidents.spots(incidents.size() <= MARKS_EACH_MAX),
                                bases(),
                                this::link,
                                words,
                                bytesMax));
        return Html.of(
                "<figure>{}<figcaption>{}{}{}{}</figcaption></figure>",
                drawn.svg(),
                legend(),
                drawn.dots() == 0
                        ? Html.EMPTY
                        : Html.of(" {}", words.say("map.dots", drawn.linked(), drawn.dots())),
                drawn.byCountry() == 0
                        ? Html.EMPTY
                        : Html.of(" {}", words.count("map.by-country", drawn.byCountry())),
                drawn.outside() == 0
                        ? Html.EMPTY
                        : Html.of(" <b>{}</b>", words.count("map.outside", drawn.outside())));
    }

    private Html legend() {
        var items = new ArrayList<Html>();
        var present = new java.util.TreeSet<Mark>();
        for (var row : incidents.count(By.KIND).rows()) {
            present.add(
                    Mark.of(
                            IncidentKind.valueOf(
                                    row.key()
                                            .toUpperCase(java.util.Locale.ROOT)
                                            .replace('-', '_'))));
        }
        for (var mark : present) {
            items.add(Html.of("<span>{} {}</span>", mark.symbol(), words.of(mark)));
        }
        items.add(Html.of("<span><i class=\"sq\"></i> {}</span>", words.say("legend.base")));
        items.add(Html.of("<span><i class=\"ha\"></i> {}</span>", words.say("legend.rough")));
        items.add(Html.of("<span>{}</span>", words.say("legend.size")));
        return Html.of("<span class=\"legend\">{}</span>", items);
    }

    private String link(Spot spot) {
        var incident = spot.incident();
        return incident != null
                ? view.page("/lite/incidents/" + incident).toString()
                : view.address()
                        .with("cell", "" + spot.cell())
                        .with("kind", View.code(spot.kind()))
                        .query();
    }

    private List<SvgMap.Base> bases() {
        var bases = new ArrayList<SvgMap.Base>();
        var closed = picture.entries(Forces.BaseClosed.class);
        for (var opened : picture.entries(Forces.BaseOpened.class)) {
            var base = (Forces.BaseOpened) opened.body();
            boolean gone =
                    closed.stream()
                            .anyMatch(entry ->
                                    entry.entry().subject().equals(opened.entry().subject()));
            if (!gone && base.site().position() != null) {
                bases.add(
                        new SvgMap.Base(
                                base.name(),
                                base.site().position(),
                                base.medicalLevel() > 0
                                        ? words.say("base.medical", base.medicalLevel())
                                        : ""));
            }
        }
        return bases;
    }

    /// The counts on a page of their own: as many rows as fit.
    Html counts(By by) {
        return Html.of("{}{}", sentence(), counts(by, COUNT_ROWS_ALONE));
    }

    private Html counts(By by, int limit) {
        var count = by == By.AREA ? incidents.countByArea(mission.known()) : incidents.count(by);
        var rows = new ArrayList<Html>();
        for (var row : shown(count, limit)) {
            rows.add(countRow(by, row));
        }
        return Html.of(
                "<table class=\"counts\"><caption>{} {}</caption><thead><tr><th scope=\"col\">{}<th"
                        + " scope=\"col\" class=\"r\">{}<th scope=\"col\" class=\"r\">{}<th scope=\"col\""
                        + " class=\"r\">{}</thead><tbody>{}</tbody><tfoot>{}</tfoot></table>{}",
                words.say("counts.by"),
                tabs(by),
                words.of(by),
                words.say("col.events"),
                words.say("col.dead"),
                words.say("col.civilians"),
                rows,
                totalRow(count.total()),
                more(count, limit));
    }

    private Html tabs(By chosen) {
        var tabs = new ArrayList<Html>();
        for (var by : By.values()) {
            tabs.add(
                    by == chosen
                            ? Html.of("<b aria-current=\"true\">{}</b>", words.of(by))
                            : Html.of(
                                    "<a href=\"{}\">{}</a>",
                                    view.with("by", by.code()).query(),
                                    words.of(by)));
        }
        return Html.join(tabs);
    }

    private Html more(Count count, int limit) {
        int all = count.rows().size();
        if (all <= limit) {
            return Html.EMPTY;
        }
        return limit == COUNT_ROWS_ALONE
                ? Html.of("<p class=\"note\">{}</p>", words.say("counts.first", limit, all))
                : Html.of(
                        "<p><a href=\"{}\">{}</a></p>",
                        view.page("/lite/counts").with("by", count.by().code()),
                        words.say("counts.all", all));
    }

    /// The first rows; of times the last, oldest first.
    private static List<Count.Row> shown(Count count, int limit) {
        int all = count.rows().size();
        return switch (count.by()) {
            case YEAR, MONTH -> count.rows().subList(Math.max(0, all - limit), all);
            case AREA, ACTOR, KIND, CELL -> count.rows().subList(0, Math.min(all, limit));
        };
    }

    private Html countRow(By by, Count.Row row) {
        return Html.of(
                "<tr><th scope=\"row\"><a href=\"{}\">{}</a><td class=\"r\">{}<td class=\"r\">{}<td"
                        + " class=\"r\">{}",
                new Narrowed(view).by(by, row.key()),
                keyName(by, row.key()),
                words.number(row.events()),
                dead(row),
                civilians(row));
    }

    private Html totalRow(Count.Row row) {
        return Html.of(
                "<tr><th scope=\"row\">{}<td class=\"r\">{}<td class=\"r\">{}<td class=\"r\">{}",
                words.say("total"),
                words.number(row.events()),
                dead(row),
                civilians(row));
    }

    private String dead(Count.Row row) {
        return row.unstated() == row.events()
                ? words.say("unknown")
                : words.sums(row.best(), row.low(), row.high())
                        + (row.unstated() == 0
                                ? ""
                                : " " + words.say("dead.cell-unstated", row.unstated()));
    }

    /// What is not stated is not nought.
    private String civilians(Count.Row row) {
        if (row.civiliansUnstated() == row.events()) {
            return words.say("unknown");
        }
        return words.number(row.civilians())
                + (row.civiliansUnstated() == 0
                        ? ""
                        : " " + words.say("dead.cell-unstated", row.civiliansUnstated()));
    }

    private String keyName(By by, String key) {
        if (key.equals(By.UNKNOWN)) {
            return words.say("unknown");
        }
        return switch (by) {
            case KIND -> kindName(key);
            case MONTH -> words.month(java.time.YearMonth.parse(key));
            case YEAR, AREA, ACTOR, CELL -> key;
        };
    }

    private String kindName(String code) {
        return words.say("incident-kind." + code);
    }

    /// The rows of the table from this one on, the newest first.
    List<IncidentRow> rows(int from) {
        int size = incidents.size();
        int first = Math.min(from, Math.max(0, size - 1));
        var rows = new ArrayList<IncidentRow>();
        for (int i = first; i < Math.min(first + ROWS, size); i++) {
            rows.add(incidents.get(size - 1 - i));
        }
        return rows;
    }

    private Html table(Asked asked) {
        int size = incidents.size();
        int first = Math.min(asked.row(), Math.max(0, size - 1));
        int last = Math.min(first + ROWS, size);
        var rows = new ArrayList<Html>();
        for (var row : rows(asked.row())) {
            rows.add(row(row, asked.subKinds().getOrDefault(row.seq(), "")));
        }
        return Html.of(
                "<section id=\"rows\"><table class=\"rows\"><caption>{}</caption><thead><tr><th"
                        + " scope=\"col\">{}<th scope=\"col\">{}<th scope=\"col\">{}<th scope=\"col\""
                        + " class=\"r\">{}<th scope=\"col\">{}<th"
                        + " scope=\"col\">{}</thead><tbody>{}</tbody></table>{}<p><a"
                        + " href=\"{}\">{}</a></p><p class=\"note\">{}</p></section>",
                words.say("rows.caption", size == 0 ? 0 : first + 1, last, size),
                words.say("col.when"),
                words.say("col.what"),
                words.say("col.where"),
                words.say("col.dead"),
                words.say("col.known"),
                words.say("col.source"),
                rows,
                pager(first, size),
                view.page("/lite/export"),
                words.say("export.link"),
                words.say("rows.note"));
    }

    private Html row(IncidentRow row, String subKind) {
        var happened = row.happenedOn();
        return Html.of(
                "<tr><td>{}<td>{} <a href=\"{}\">{}</a><td>{}<td class=\"r\" data-l=\"{}\">{}<td data-l=\"{}\">{}{}<td>{}",
                happened == null ? words.say("unknown") : words.day(happened.lastDay()),
                Mark.of(row.kind()).symbol(),
                view.page("/lite/incidents/" + row.incident()),
                say.kind(row.kind(), subKind),
                say.site(row.site()),
                words.say("incident.dead"),
                row.competing() > 0
                        ? words.say("competing", row.competing())
                        : words.figures(row.deaths()),
                words.say("col.known"),
                day(row.knownFrom()),
                row.recordedAt().isAfter(row.knownFrom().plusSeconds(60))
                        ? Html.of(" <abbr title=\"{}\">◂</abbr>", words.say("backdated"))
                        : Html.EMPTY,
                say.name(row.source()));
    }

    private String day(Instant moment) {
        return words.day(moment.atZone(java.time.ZoneOffset.UTC).toLocalDate());
    }

    private Html pager(int first, int size) {
        var links = new ArrayList<Html>();
        if (first > 0) {
            links.add(pageLink(Math.max(0, first - ROWS), words.say("newer")));
        }
        if (first + ROWS < size) {
            links.add(pageLink(first + ROWS, words.say("older")));
        }
        return links.isEmpty()
                ? Html.EMPTY
                : Html.of("<p class=\"pager\">{}</p>", Html.join(Html.of(" "), links));
    }

    private Html pageLink(int row, String label) {
        return Html.of(
                "<a class=\"b\" href=\"{}#rows\">{}</a>",
                view.with("row", row == 0 ? null : "" + row).query(),
                label);
    }
}

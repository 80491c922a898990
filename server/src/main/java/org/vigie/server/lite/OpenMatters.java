package org.vigie.server.lite;

import java.util.ArrayList;
import java.util.List;
import org.vigie.exchange.render.Html;
import org.vigie.exchange.words.Words;
import org.vigie.watch.Outstanding;
import org.vigie.watch.Outstanding.Matter;
import org.vigie.watch.WatchLog.Topic;

/// What a watch has open, as it was at a moment: each thing with its owner and what is due. All of
/// it is computed; no officer's word is in it.
record OpenMatters(Say say, Outstanding open) {

    /// Of each sort; how many more there are is said, with the way to all of them.
    private static final int SHOWN_MAX = 15;

    Html html() {
        var words = words();
        return Html.of(
                "<p class=\"says\">{} · {} · {}</p>{}{}{}{}{}<p class=\"note\">{}</p>",
                words.count("alerts.open", open.alerts().size()),
                words.count("handover.overdue", open.overdue().size()),
                words.count("handover.ownerless", open.withoutOwner().size()),
                part("alerts", open.alerts(), "/lite/watch"),
                part("reports", open.reports(), "/lite/watch"),
                part("threats", open.threats(), ThreatsPage.PATH),
                part("clearances", open.clearances(), "/lite/restrictions"),
                part("restrictions", open.restrictions(), "/lite/restrictions"),
                words.say("handover.computed.note"));
    }

    private Words words() {
        return say.words();
    }

    private Html part(String sort, List<Matter> matters, String all) {
        var words = words();
        var title = words.count("handover." + sort, matters.size());
        if (matters.isEmpty()) {
            return Html.of("<h3>{}</h3>", title);
        }
        var rows = new ArrayList<Html>();
        matters.stream().limit(SHOWN_MAX).forEach(matter -> rows.add(row(matter)));
        boolean owned = List.of("alerts", "reports").contains(sort);
        return Html.of(
                "<h3>{}</h3><table class=\"rows\"><thead><tr><th>{}<th>{}{}<th>{}</thead><tbody>{}</tbody></table>{}",
                title,
                words.say("log.about"),
                words.say("handover.since"),
                owned
                        ? Html.of(
                                "<th>{}<th>{}",
                                words.say("watch.severity"),
                                words.say("watch.owner"))
                        : Html.EMPTY,
                words.say(sort.equals("restrictions") ? "handover.until" : "watch.due"),
                rows,
                matters.size() <= SHOWN_MAX
                        ? Html.EMPTY
                        : Html.of(
                                "<p><a href=\"{}\">{}</a></p>",
                                say.view().page(all),
                                words.say("alert.more-lines", matters.size() - SHOWN_MAX)));
    }

    private Html row(Matter matter) {
        var words = words();
        return Html.of(
                "<tr><td>{}<td data-l=\"{}\">{}{}<td data-l=\"{}\">{}",
                link(say, matter),
                words.say("handover.since"),
                matter.since().map(say::brief).orElse(Html.of("{}", words.say("unknown"))),
                matter.severity()
                        .map(severity ->
                                Html.of(
                                        "<td>{}<td data-l=\"{}\">{}",
                                        WatchPage.severity(words, severity),
                                        words.say("watch.owner"),
                                        owner(matter)))
                        .orElse(Html.EMPTY),
                words.say(matter.topic() == Topic.RESTRICTION ? "handover.until" : "watch.due"),
                due(matter));
    }

    private Html owner(Matter matter) {
        return matter.owner()
                .map(who -> Html.of("{}", Say.who(words(), who)))
                .orElseGet(() ->
                        Html.of("<span class=\"late\">{}</span>", words().say("handover.nobody")));
    }

    private Html due(Matter matter) {
        if (matter.due().isEmpty()) {
            return Html.of("–");
        }
        var moment = matter.due().get();
        var step = matter.next().map(next -> words().of(next) + " ").orElse("");
        return matter.topic() != Topic.RESTRICTION && matter.overdue(open.at())
                ? Html.of(
                        "{}<span class=\"late\">{}</span>",
                        step,
                        words().say("handover.was-due", words().moment(moment)))
                : Html.of("{}{}", step, say.brief(moment));
    }

    /// The way to what is open, by its name.
    static Html link(Say say, Matter matter) {
        var path =
                switch (matter.topic()) {
                    case ALERT -> "/lite/alerts/" + matter.id();
                    case REPORT -> "/lite/reports/" + matter.id();
                    case THREAT -> ThreatsPage.PATH + "/" + matter.id();
                    case CLEARANCE, RESTRICTION -> "/lite/restrictions";
                    case LANE, WATCH -> LogPage.PATH;
                };
        var title = Say.uncited(matter.title());
        return Html.of(
                "<a href=\"{}\">{}</a>{}",
                say.view().page(path),
                title.isBlank() ? say.words().of(matter.topic()) : say.name(title),
                matter.where().isBlank() ? "" : " · " + matter.where());
    }
}

package org.vigie.exchange.brief;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.vigie.assess.Brief;
import org.vigie.assess.Learned;
import org.vigie.exchange.render.Html;
import org.vigie.record.IncidentRow;
import org.vigie.share.Tier;

/// What a brief says of what was learned since the last one, and of what is not known.
record BriefNews(Tier tier, Brief brief, BriefWords say) {

    /// Incidents named under what was learned; the numbers count them all.
    private static final int NAMED = 4;

    Html section() {
        return Html.of(
                "<table class=\"cols\"><tbody><tr><td class=\"left\"><h2>{}</h2>{}</td><td"
                        + " class=\"right\"><h2>{}</h2><ul>{}</ul></td></tr></tbody></table>",
                say.words().say("brief.learned"),
                learned(),
                say.words().say("brief.gaps"),
                gaps().stream().map(said -> Html.of("<li>{}</li>", said)).toList());
    }

    private Html learned() {
        var words = say.words();
        var learned = brief.learned();
        var lines = new ArrayList<Html>();
        lines.add(line(words.say("brief.learned.new", counts(Learned.What.NEW))));
        lines.add(line(words.say("brief.learned.changed", counts(Learned.What.CHANGED))));
        lines.add(line(words.say("brief.learned.retracted", counts(Learned.What.RETRACTED))));
        var named = named();
        named.forEach(item -> lines.add(line(item(item))));
        int more = learned.items().size() - named.size();
        return Html.of(
                "<p>{}{}</p><ul>{}</ul>{}",
                words.say("brief.learned.since", words.moment(learned.since()), brief.asked().to()),
                learned.heldBefore() == 0 && !learned.items().isEmpty()
                        ? " " + words.say("brief.learned.held-nothing")
                        : "",
                lines,
                more > 0 && learned.heldBefore() > 0
                        ? Html.of("<p class=\"q\">{}</p>", words.say("brief.learned.more", more))
                        : Html.EMPTY);
    }

    /// Changes and retractions first: what is new stands in the figures already.
    private List<Learned.Item> named() {
        var named = new ArrayList<Learned.Item>();
        for (var what : List.of(Learned.What.RETRACTED, Learned.What.CHANGED, Learned.What.NEW)) {
            brief.learned().of(what).stream()
                    .filter(item -> what != Learned.What.NEW || brief.learned().heldBefore() > 0)
                    .limit(NAMED - named.size())
                    .forEach(named::add);
        }
        return named;
    }

    private static Html line(String said) {
        return Html.of("<li>{}</li>", said);
    }

    private Object[] counts(Learned.What what) {
        var items = brief.learned().of(what);
        return new Object[] {
            items.size(), items.stream().filter(item -> inPeriod(item.row())).count()
        };
    }

    private boolean inPeriod(IncidentRow row) {
        var asked = brief.asked();
        return row.happenedOn() != null
                && !row.happenedOn().lastDay().isBefore(asked.from())
                && !row.happenedOn().lastDay().isAfter(asked.to());
    }

    private String item(Learned.Item item) {
        var words = say.words();
        return switch (item.what()) {
            case NEW ->
                    words.say("brief.learned.item.new", say.inShort(item.row()), dead(item.now()));
            case RETRACTED ->
                    words.say(
                            "brief.learned.item.retracted",
                            say.inShort(item.row()),
                            dead(item.before()));
            case CHANGED ->
                    dead(item.before()).equals(dead(item.now()))
                            ? words.say(
                                    "brief.learned.item.same",
                                    say.inShort(item.row()),
                                    dead(item.now()))
                            : words.say(
                                    "brief.learned.item.changed",
                                    say.inShort(item.row()),
                                    dead(item.before()),
                                    dead(item.now()));
        };
    }

    private String dead(@org.jspecify.annotations.Nullable IncidentRow row) {
        return say.dead(Objects.requireNonNull(row));
    }

    private List<String> gaps() {
        var words = say.words();
        var gaps = brief.gaps();
        var said = new ArrayList<String>();
        addShare(said, "brief.gap.unplaced", gaps.unplaced());
        addShare(said, "brief.gap.vague", gaps.vague());
        addShare(said, "brief.gap.rough", gaps.roughlyDated());
        if (gaps.undated() > 0) {
            said.add(words.say("brief.gap.undated", gaps.undated()));
        }
        addShare(said, "brief.gap.unstated", gaps.unstated());
        addShare(said, "brief.gap.competing", gaps.competing());
        addShare(said, "brief.gap.disordered", gaps.disordered());
        if (!tier.leavesTheMission()) {
            // Who outside learned how many warn the mission could look for those who do.
            said.add(
                    gaps.reports() == 0
                            ? words.say("brief.gap.no-reports")
                            : words.say("brief.gap.reports", gaps.reports(), gaps.unverified()));
        }
        said.add(
                brief.silent().isEmpty()
                        ? words.say("brief.gap.not-silent")
                        : words.say(
                                "brief.gap.silent",
                                String.join(
                                        ", ", brief.silent().stream().map(say::name).toList())));
        return said;
    }

    /// Nought is said too: that nothing is missing is a finding.
    private void addShare(List<String> said, String key, long n) {
        said.add(say.words().say(key, n, brief.gaps().incidents()));
    }
}

package org.vigie.server.lite;

import java.util.List;
import org.vigie.exchange.render.Html;
import org.vigie.record.Report;
import org.vigie.weigh.AlikeReports;

/// Whose a report is on the watch, the button with which an officer takes it or gives it back, and
/// which other reports may tell of the same.
record TakenPart(Say say, Report report) {

    static final String TAKE = "take";
    static final String LEAVE = "leave";

    /// At most so many: more would not be looked at.
    private static final int ALIKE_MAX = 5;

    /// @param id of the form
    Html html(String id) {
        var owner = report.findOwner();
        var words = say.words();
        var said = owner.isEmpty() ? words.say("taken.nobody") : taken(owner.get());
        boolean mine = owner.filter(say.view().officer().post()::equals).isPresent();
        return Html.of(
                "<form method=\"post\" action=\"/lite/reports/{}\"><p>{}{}<input type=\"hidden\""
                        + " name=\"id\" value=\"{}\"> <button class=\"do\" name=\"act\" value=\"{}\""
                        + " accesskey=\"t\">{}</button></p></form>",
                report.id(),
                Frame.hidden(say.view(), List.of()),
                said,
                id,
                mine ? LEAVE : TAKE,
                words.say(mine ? "taken.leave" : "taken.take"));
    }

    /// Who has it, and from whom where it came with the watch.
    private String taken(String owner) {
        var words = say.words();
        return report.taken()
                .map(entry -> entry.entry().author())
                .filter(first -> !first.equals(owner))
                .map(first -> words.say("taken.handed", owner, first))
                .orElseGet(() -> words.say("taken.by", owner));
    }

    /// Whose it is, with a button that takes it out of a form of other reports.
    Html inRow() {
        var words = say.words();
        var owner = report.findOwner();
        if (owner.isPresent() || say.view().past()) {
            return Html.of(
                    "<span class=\"z\">{}</span>",
                    owner.map(who -> words.say("taken.by", who)).orElse(words.say("taken.nobody")));
        }
        return Html.of(
                "<button class=\"b\" name=\"act\" value=\"{}\" formaction=\"/lite/reports/{}\""
                        + " formnovalidate>{}</button>",
                TAKE,
                report.id(),
                words.say("taken.take"));
    }

    /// Reports that may tell of the same, each with its score and the parts of it.
    Html alike(List<Report> all) {
        var alike = AlikeReports.of(report, all, ALIKE_MAX);
        var words = say.words();
        return alike.isEmpty()
                ? Html.EMPTY
                : Html.of(
                        "<h3>{}</h3><ul>{}</ul><p class=\"note\">{}</p>",
                        words.say("alike.title"),
                        alike.stream().map(this::row).toList(),
                        words.say("alike.note"));
    }

    private Html row(AlikeReports pair) {
        var words = say.words();
        var other = pair.other();
        return Html.of(
                "<li><a href=\"{}\">{} · {}</a> · {} · {}{}",
                say.view().page("/lite/reports/" + other.id()),
                say.brief(other.receivedAt()),
                other.what().site().name(),
                words.say(
                        "alike.score",
                        percent(pair.score()),
                        percent(pair.place()),
                        percent(pair.time()),
                        percent(pair.words())),
                say.lane(other.what().lane()),
                pair.mayBeCircular(report)
                        ? Html.of(" · <b>{}</b>", words.say("alike.circular"))
                        : Html.EMPTY);
    }

    private static long percent(double share) {
        return Math.round(100 * share);
    }
}

package org.vigie.server.lite;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.vigie.exchange.render.Html;
import org.vigie.exchange.words.Words;
import org.vigie.geo.Position;
import org.vigie.record.ActorClass;
import org.vigie.record.Report;
import org.vigie.record.Warnings;
import org.vigie.server.picture.PlaceSearch;

/// The form with which a warning is reported, and the receipt. Eight questions, each a person can
/// ask on the telephone; none of them is who told.
final class ReportPage {

    private final Say say;
    private final Words words;

    ReportPage(Say say) {
        this.say = say;
        this.words = say.words();
    }

    Html form(Typed typed, List<PlaceSearch.Candidate> candidates, String id) {
        var fields = new Fields(say.view(), typed);
        return Html.of(
                "{}<p class=\"due\">{}</p><form class=\"form\" method=\"post\""
                        + " action=\"/lite/report\">{}{}{}{}{}{}{}{}<fieldset><legend>{}</legend>{}{}{}</fieldset>{}<p><button"
                        + " class=\"do\">{}</button></p></form>",
                fields.summary(),
                words.say("report.identity"),
                fields.carried(id),
                fields.line("where"),
                places(typed, candidates),
                fields.moment("when"),
                fields.area("threat"),
                fields.line("risk"),
                fields.choice("alleged", Arrays.asList(ActorClass.values())),
                fields.choice("severity", Arrays.asList(Warnings.Severity.values())),
                words.say("report.how"),
                fields.codes("lane", "lane", ReportForm.LANES),
                fields.codes("reliability", "reliability", ReportForm.RELIABILITY),
                fields.codes("credibility", "credibility", ReportForm.CREDIBILITY),
                back(typed),
                words.say("report.send"));
    }

    Html places(Typed typed, List<PlaceSearch.Candidate> candidates) {
        if (candidates.isEmpty()) {
            return Html.EMPTY;
        }
        var chosen = typed.value("place");
        var options = new ArrayList<Html>();
        for (var candidate : candidates) {
            var place = candidate.place();
            options.add(
                    Html.of(
                            "<p class=\"c\"><label><input type=\"radio\" name=\"place\" value=\"{}\"{}><b>{}</b>{}"
                                    + " <span class=\"z\">{} · {}</span></label></p>",
                            place.id(),
                            Html.attribute("checked", place.id().equals(chosen)),
                            place.name(),
                            place.area() == null ? "" : ", " + place.area(),
                            coordinates(place.position()),
                            candidate.why()));
        }
        return Html.of(
                "<fieldset id=\"f-place\"><legend>{}</legend>{}<p class=\"c\"><label><input type=\"radio\""
                        + " name=\"place\" value=\"none\"{}>{}</label></p></fieldset>",
                words.say("form.place"),
                options,
                Html.attribute("checked", chosen.equals("none")),
                words.say("report.none-of-these"));
    }

    private String coordinates(@org.jspecify.annotations.Nullable Position position) {
        return position == null
                ? words.say("tag.unplaced")
                : String.format(
                        java.util.Locale.ROOT,
                        "%.4f, %.4f",
                        position.latitude(),
                        position.longitude());
    }

    private Html back(Typed typed) {
        var problem = typed.problems().get("back");
        return Html.of(
                "<fieldset id=\"f-back\"><legend>{}</legend>{}<p class=\"c\"><label><input type=\"radio\""
                        + " name=\"back\" value=\"yes\"{}>{}</label></p><p class=\"c\"><label><input"
                        + " type=\"radio\" name=\"back\" value=\"no\"{}>{}</label></p></fieldset>",
                words.say("form.back"),
                problem == null
                        ? Html.EMPTY
                        : Html.of("<p class=\"late\">{}</p>", words.say(problem)),
                Html.attribute("checked", typed.value("back").equals("yes")),
                words.say("report.back-yes"),
                Html.attribute("checked", typed.value("back").equals("no")),
                words.say("report.back-no"));
    }

    /// What was taken, said back, and what happens now.
    Html receipt(Report report) {
        var what = report.what();
        return Html.of(
                "<p class=\"past\" role=\"status\"><b>{}</b> {}{}</p><dl><dt>{}<dd>{}<dt>{}<dd>{}<dt>{}<dd>{}<dt>{}<dd>{}<dt>{}<dd>{}<dt>{}<dd>{}<dt>{}<dd>{}"
                        + " · {}<dt>{}<dd>{}</dl>{}<p><a class=\"b\" href=\"{}\">{}</a> <a class=\"b\""
                        + " href=\"{}\">{}</a></p>",
                words.say("report.taken"),
                say.moment(report.received().recordedAt()),
                say.backDated(report.received()),
                words.say("form.where"),
                say.site(what.site()),
                words.say("report.came-in"),
                say.moment(report.receivedAt()),
                words.say("form.threat"),
                say.cited(what.threat()),
                words.say("form.risk"),
                what.atRisk(),
                words.say("form.alleged"),
                words.of(what.alleged()),
                words.say("form.severity"),
                words.of(what.severity()),
                words.say("report.how"),
                say.lane(what.lane()),
                say.grade(what.grade()),
                words.say("form.back"),
                what.feedbackConsent() ? words.say("report.back-yes") : words.say("report.back-no"),
                gate(what),
                say.view().page("/lite/watch"),
                words.say("report.to-watch"),
                say.view().page("/lite/report"),
                words.say("report.another"));
    }

    private Html gate(Warnings.ReportReceived what) {
        return Chain.gated(what.alleged())
                ? Html.of("<p class=\"due\">{}</p>", words.say("gate.host"))
                : Html.EMPTY;
    }
}

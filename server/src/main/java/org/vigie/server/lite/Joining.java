package org.vigie.server.lite;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.vigie.exchange.render.Html;
import org.vigie.record.Alert;
import org.vigie.record.Picture;
import org.vigie.record.Recorded;
import org.vigie.record.Report;
import org.vigie.record.Warnings;
import org.vigie.warn.Standing;

/// Puts reports behind an alert that is open already: a second call about the same danger needs no
/// second alert, and must not look like one that nobody answered.
///
/// @param open the alerts that a report can be put behind, the most urgent first
record Joining(Say say, List<Alert> open) {

    static final String JOIN = "join";
    static final String PART = "part";

    /// What the most urgent ones are: a list of more would not be read.
    private static final int OFFERED_MAX = 30;

    static Joining of(Say say, Standing standing) {
        return new Joining(say, standing.open().stream().limit(OFFERED_MAX).toList());
    }

    /// In the form of the watch, for the reports that are chosen there.
    Html below(Fields fields) {
        var words = say.words();
        return open.isEmpty()
                ? Html.EMPTY
                : Html.of(
                        "<fieldset class=\"form\"><legend>{}</legend>{}<p class=\"note\">{}</p><p><button class=\"do\""
                                + " name=\"act\" value=\"{}\">{}</button></p></fieldset>",
                        words.say("join.legend"),
                        fields.named("alert", offered(Optional.empty())),
                        words.say("join.note"),
                        JOIN,
                        words.say("join.do"));
    }

    /// On the page of a report: a form while it has no alert, and how to take it out again where it
    /// was put behind one.
    ///
    /// @param all alerts, closed ones too
    /// @param id of the form
    Html of(Report report, Picture picture, List<Alert> all, String id) {
        if (report.alerts().isEmpty()) {
            return open.isEmpty() ? Html.EMPTY : form(report, id);
        }
        return Html.join(
                Html.EMPTY,
                all.stream()
                        .filter(alert -> report.alerts().contains(alert.id()))
                        .filter(alert -> alert.joined(report))
                        .map(alert -> behind(report, alert, picture, id))
                        .toList());
    }

    private Html form(Report report, String id) {
        var words = say.words();
        return new FoldedForm(JOIN, id, words.say("join.title"), false)
                .of(
                        say,
                        WatchPage.PATH,
                        List.of(
                                chosen(report),
                                new Fields(say.view(), Typed.nothing(), JOIN)
                                        .named("alert", offered(Optional.of(report))),
                                Html.of("<p class=\"note\">{}</p>", words.say("join.note"))));
    }

    private Html behind(Report report, Alert alert, Picture picture, String id) {
        var words = say.words();
        var joined = last(report, alert.id(), picture);
        var said =
                Html.of(
                        "{} <a href=\"{}\">{}</a>",
                        joined.map(entry ->
                                        words.say(
                                                "join.behind",
                                                Say.uncited(alert.what().title()),
                                                words.moment(entry.knownAt()),
                                                entry.entry().author()))
                                .orElse(""),
                        say.alert(alert.id()),
                        words.say("watch.alert"));
        return say.view().past()
                ? Html.of("<p>{}</p>", said)
                : Html.of(
                        "<form method=\"post\" action=\"{}\"><p>{}{}{}<input type=\"hidden\" name=\"id\" value=\"{}\"><input"
                                + " type=\"hidden\" name=\"alert\" value=\"{}\"> <button class=\"b\" name=\"act\""
                                + " value=\"{}\">{}</button></p></form>",
                        WatchPage.PATH,
                        Frame.hidden(say.view(), List.of()),
                        chosen(report),
                        said,
                        id,
                        alert.id(),
                        PART,
                        words.say("join.part"));
    }

    private static Html chosen(Report report) {
        return Html.of("<input type=\"hidden\" name=\"r-{}\" value=\"on\">", report.id());
    }

    /// Those of the same place first.
    private Map<String, String> offered(Optional<Report> near) {
        var offered = new LinkedHashMap<String, String>();
        open.stream()
                .sorted(
                        java.util.Comparator.comparing(alert ->
                                near.filter(report -> !samePlace(alert, report)).isPresent()))
                .forEach(alert ->
                        offered.put(
                                alert.id().toString(),
                                Say.uncited(alert.what().title())
                                        + " · "
                                        + say.words().moment(alert.openedAt())));
        return offered;
    }

    private static boolean samePlace(Alert alert, Report report) {
        return alert.what().site().name().equals(report.what().site().name());
    }

    /// The last word on where a report belongs.
    static Optional<Recorded> last(Report report, Picture picture) {
        return joinings(report, picture).reduce((earlier, later) -> later);
    }

    private static Optional<Recorded> last(Report report, UUID alert, Picture picture) {
        return joinings(report, picture)
                .filter(entry -> ((Warnings.ReportJoined) entry.body()).alert().equals(alert))
                .reduce((earlier, later) -> later);
    }

    private static Stream<Recorded> joinings(Report report, Picture picture) {
        return picture.about(report.id()).stream()
                .filter(entry -> entry.body() instanceof Warnings.ReportJoined);
    }
}

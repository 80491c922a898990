package org.vigie.server.lite;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.exchange.render.Html;
import org.vigie.record.ActorClass;
import org.vigie.record.Alerts;
import org.vigie.record.Site;
import org.vigie.record.Threats.LinkedTo;
import org.vigie.record.Threats.ThreatIdentified;
import org.vigie.server.picture.PlaceSearch;
import org.vigie.share.PlainLine;
import org.vigie.warn.ThreatFile;

/// The form with which a threat file is opened, and what it says. From an alert or a report it
/// carries along what is known there, and links it.
///
/// @param from the alert or report that it is opened from, null for none
/// @param candidates places that the name may mean, to be shown
record ThreatOpening(
        Typed typed,
        @Nullable From from,
        List<PlaceSearch.Candidate> candidates,
        Optional<Instant> when,
        Optional<ThreatIdentified> seen) {

    static final String PATH = "/lite/threats/new";

    private static final int TEXT_MAX = 600;
    private static final int CANDIDATES_MAX = 6;

    /// What is known where it is opened from.
    record From(UUID id, LinkedTo what, String name, ThreatIdentified known) {

        /// The name of its parameter: `alert` or `report`.
        String parameter() {
            return View.code(what);
        }
    }

    /// What an address or a form names, empty when it names nothing.
    static Optional<From> from(Typed typed, Alerts alerts) {
        var alert = typed.value("alert");
        var report = typed.value("report");
        if (!alert.isEmpty()) {
            var found =
                    alerts.findAlert(Pictures.subject(alert)).orElseThrow(() -> new NotHere(alert));
            var what = found.what();
            var title = Say.uncited(what.title());
            return Optional.of(
                    new From(
                            found.id(),
                            LinkedTo.ALERT,
                            title,
                            new ThreatIdentified(
                                    what.site(), what.atRisk(), title, what.alleged())));
        }
        if (report.isEmpty()) {
            return Optional.empty();
        }
        var found =
                alerts.findReport(Pictures.subject(report)).orElseThrow(() -> new NotHere(report));
        var what = found.what();
        return Optional.of(
                new From(
                        found.id(),
                        LinkedTo.REPORT,
                        what.site().name(),
                        new ThreatIdentified(
                                what.site(),
                                what.atRisk(),
                                Say.uncited(what.threat()),
                                what.alleged())));
    }

    /// The form before anybody touched it.
    static ThreatOpening fresh(Optional<From> from) {
        var typed =
                from.map(
                                one -> {
                                    var known = one.known();
                                    var values = new LinkedHashMap<String, String>();
                                    values.put("where", known.site().name());
                                    values.put("threat", cut(known.threat()));
                                    values.put("risk", known.atRisk());
                                    values.put("alleged", View.code(known.alleged()));
                                    return new Typed(values);
                                })
                        .orElseGet(Typed::nothing);
        return new ThreatOpening(
                typed, from.orElse(null), List.of(), Optional.empty(), Optional.empty());
    }

    private static String cut(String text) {
        return text.length() <= TEXT_MAX ? text : text.substring(0, TEXT_MAX);
    }

    static ThreatOpening read(Typed typed, Optional<From> from, PlaceSearch places, Instant now) {
        var where = ThreatForms.line(typed, "where", true);
        var when = typed.moment("seen-at", now);
        var threat = typed.required("threat", TEXT_MAX);
        if (!threat.lines().allMatch(PlainLine::is)) {
            typed.problem("threat", "problem.hidden");
        }
        var atRisk = ThreatForms.line(typed, "risk", true);
        var alleged =
                typed.value("alleged").isEmpty()
                        ? ActorClass.UNKNOWN
                        : typed.choice("alleged", ActorClass.class);
        var known = from.map(one -> one.known().site()).filter(site -> site.name().equals(where));
        var candidates =
                where.isEmpty() || known.isPresent()
                        ? List.<PlaceSearch.Candidate>of()
                        : places.search(where, CANDIDATES_MAX);
        if (!candidates.isEmpty() && !ReportForm.offers(candidates, typed.value("place"))) {
            typed.problem("place", "problem.place");
        }
        if (!typed.good() || alleged == null) {
            return new ThreatOpening(typed, from.orElse(null), candidates, when, Optional.empty());
        }
        Site site =
                known.orElseGet(
                        () -> ReportForm.site(places, where, typed.value("place"), candidates));
        return new ThreatOpening(
                typed,
                from.orElse(null),
                candidates,
                when,
                Optional.of(new ThreatIdentified(site, atRisk, threat, alleged)));
    }

    /// @param id makes sending it twice harmless
    /// @param known files to which the alert or report belongs already
    Html form(Say say, String id, List<ThreatFile> known) {
        var words = say.words();
        var fields = new Fields(say.view(), typed);
        return Html.of(
                "{}<p class=\"due\">{}</p>{}{}<form class=\"form\" method=\"post\" action=\"{}\">{}{}{}{}{}{}{}{}<p><button"
                        + " class=\"do\">{}</button></p></form>",
                fields.summary(),
                words.say("threats.identity"),
                from == null ? Html.EMPTY : carried(say, from),
                known(say, known),
                PATH,
                fields.carried(id),
                from == null
                        ? Html.EMPTY
                        : Html.of(
                                "<input type=\"hidden\" name=\"{}\" value=\"{}\">",
                                from.parameter(),
                                from.id()),
                fields.line("where"),
                new ReportPage(say).places(typed, candidates),
                fields.area("threat"),
                fields.line("risk"),
                Html.of(
                        "{}{}",
                        fields.choice("alleged", Arrays.asList(ActorClass.values())),
                        fields.moment("seen-at")),
                Html.of("<p class=\"note\">{}</p>", words.say("threats.then")),
                words.say("threats.open-it"));
    }

    private static Html carried(Say say, From from) {
        return Html.of(
                "<p>{} <a href=\"{}\">{}</a></p>",
                say.words().of(from.what()) + say.words().say("colon.sign"),
                say.view().page("/lite/" + from.parameter() + "s/" + from.id()),
                from.name());
    }

    private static Html known(Say say, List<ThreatFile> known) {
        if (known.isEmpty()) {
            return Html.EMPTY;
        }
        var links =
                known.stream()
                        .map(file ->
                                Html.of(
                                        "<a href=\"{}\">{}</a>",
                                        ThreatsPage.page(say.view(), file),
                                        ThreatsPage.title(file)))
                        .toList();
        return Html.of(
                "<p class=\"says\">{} {}</p>",
                say.words().say("threats.known-already"),
                Html.join(Html.of("; "), links));
    }

    /// The parameters that lead here from an alert or a report.
    static Address link(View view, String parameter, UUID id) {
        return view.page(PATH).with(parameter, id.toString());
    }
}

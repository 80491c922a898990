package org.vigie.server.lite;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.vigie.exchange.render.Html;
import org.vigie.exchange.words.Words;
import org.vigie.record.Component;
import org.vigie.record.Facts;
import org.vigie.record.Forces;
import org.vigie.record.Recorded;
import org.vigie.record.Report;
import org.vigie.record.Response;
import org.vigie.record.Responses;
import org.vigie.record.Warnings;

/// The parts of an alert's page that stand around it: what was found out about its reports, what
/// the host state said, which attacks it warned of, what may leave the mission; and the forms for
/// them.
final class ChainPage {

    /// As many candidates as somebody reads; any other incident can be named by its id.
    private static final int CANDIDATES_MAX = 10;

    private final Say say;
    private final Words words;
    private final Chain chain;

    ChainPage(Say say, Chain chain) {
        this.say = say;
        this.words = say.words();
        this.chain = chain;
    }

    /// What stands beside a report: how far it is verified, and whether the reporter was told.
    Html beside(Report report) {
        var verified =
                chain.latest(report, Warnings.ReportVerified.class)
                        .map(entry ->
                                Html.of(
                                        " ({}) {}",
                                        ((Warnings.ReportVerified) entry.body()).basis(),
                                        mark(entry)))
                        .orElse(Html.EMPTY);
        var told =
                chain.latest(report, Warnings.ReporterTold.class)
                        .map(this::told)
                        .orElseGet(() -> Html.of("{}", words.say("chain.told-open")));
        return Html.of(" · {}{} · {}", words.of(report.verification()), verified, told);
    }

    private Html told(Recorded entry) {
        var told = (Warnings.ReporterTold) entry.body();
        return Html.of(
                "{}{} {}",
                words.say(told.told() ? "chain.told" : "chain.withheld"),
                told.reason().isEmpty() ? "" : ": " + told.reason(),
                mark(entry));
    }

    /// What the host state was asked for a response, and what it said.
    Html clearances(Response response) {
        var lines = new ArrayList<Html>();
        for (var asked : chain.clearances(response)) {
            lines.add(
                    Html.of(
                            "<li>{} · {} {}",
                            name(asked),
                            asked.what().note(),
                            mark(asked.entry())));
            for (var answer : asked.answers()) {
                var decided = (Forces.ClearanceDecided) answer.body();
                lines.add(
                        Html.of(
                                "<li><b>{}</b>{} · {} {}",
                                words.say("chain.answered", words.of(decided.outcome())),
                                decided.reason().isEmpty() ? "" : ": " + decided.reason(),
                                say.happened(answer.happened()),
                                mark(answer)));
            }
            if (asked.answers().isEmpty()) {
                lines.add(Html.of("<li>{}", words.say("chain.unanswered")));
            }
        }
        return lines.isEmpty() ? Html.EMPTY : Html.of("<ul>{}</ul>", lines);
    }

    private String name(Chain.Asked asked) {
        return words.say(
                "chain.asked",
                word("clearance-kind.", asked.what().clearanceKind()),
                asked.what().asset(),
                say.happened(asked.entry().happened()));
    }

    /// What a pack wrote in its own words stands as it is.
    private String word(String prefix, String code) {
        var key = prefix + code;
        return words.sentences().containsKey(key) ? words.say(key) : code;
    }

    private Html mark(Recorded entry) {
        return Html.of("{} {}", say.backDated(entry), say.entry(entry.seq()));
    }

    /// The attacks it warned of and the decisions of the gate, with all the forms unless the page
    /// shows the past.
    Html body(AlertPage page, AlertPage.Sent sent, Supplier<String> ids) {
        boolean writes = !say.view().past();
        var forms = new ArrayList<Html>();
        if (writes && !chain.alert().reports().isEmpty()) {
            forms.add(verify(page, sent.of("verify"), ids.get()));
            forms.add(tell(page, sent.of("tell"), ids.get()));
        }
        if (writes && !chain.alert().responses().isEmpty()) {
            forms.add(ask(page, sent.of("ask"), ids.get()));
        }
        if (writes && !chain.clearances().isEmpty()) {
            forms.add(answer(page, sent.of("answer"), ids.get()));
        }
        if (writes && chain.hostAlleged()) {
            forms.add(release(page, sent.of("release"), ids.get()));
        }
        return Html.of(
                "<h2>{}</h2>{}{}{}{}",
                words.say("chain.attacks"),
                attacks(),
                writes ? link(page, sent.of("link"), ids.get()) : Html.EMPTY,
                releases(),
                forms.isEmpty()
                        ? Html.EMPTY
                        : Html.of("<h2>{}</h2>{}", words.say("chain.title"), forms));
    }

    private Html attacks() {
        var lines = new ArrayList<Html>();
        for (var entry : chain.links()) {
            var link = (Facts.Linked) entry.body();
            var row = chain.picture().incidents().find(link.other());
            lines.add(
                    Html.of(
                            "<li><a href=\"{}\">{}</a> · {} {}",
                            say.incident(link.other()),
                            row.map(one ->
                                            say.happened(one.happenedOn())
                                                    + " · "
                                                    + one.site().name())
                                    .orElse(link.other().toString()),
                            link.basis(),
                            mark(entry)));
        }
        return lines.isEmpty()
                ? Html.of("<p>{}</p>", words.say("chain.no-attacks"))
                : Html.of("<ul>{}</ul>", lines);
    }

    private Html releases() {
        var lines = new ArrayList<Html>();
        for (var entry : chain.releases()) {
            var release = (Responses.ReleaseDecided) entry.body();
            lines.add(
                    Html.of(
                            "<li>{}: <b>{}</b> · {} · {} · {} {}",
                            word("release.", release.what()),
                            words.say(release.released() ? "decision.released" : "decision.held"),
                            release.officer(),
                            release.reason(),
                            say.happened(entry.happened()),
                            mark(entry)));
        }
        return lines.isEmpty()
                ? Html.EMPTY
                : Html.of("<h2>{}</h2><ul>{}</ul>", words.say("chain.releases"), lines);
    }

    private Html verify(AlertPage page, Typed typed, String id) {
        var fields = new Fields(say.view(), typed, "verify");
        return page.form(
                new AlertPage.Form("verify", id, words.say("chain.verify"), typed.touched()),
                List.of(
                        fields.named("report", reports()),
                        fields.choice(
                                "status",
                                Arrays.stream(Warnings.Verification.values())
                                        .filter(one -> one != Warnings.Verification.UNVERIFIED)
                                        .toList()),
                        fields.line("basis"),
                        fields.moment("happened")));
    }

    private Html tell(AlertPage page, Typed typed, String id) {
        var fields = new Fields(say.view(), typed, "tell");
        return page.form(
                new AlertPage.Form("tell", id, words.say("chain.tell"), typed.touched()),
                List.of(
                        Html.of("<p class=\"due\">{}</p>", words.say("chain.tell-note")),
                        chain.mayLeave(Chain.FEEDBACK)
                                ? Html.EMPTY
                                : Html.of("<p class=\"due\">{}</p>", words.say("problem.release")),
                        fields.named("report", reports()),
                        fields.codes("told", "told", List.of("told", "withheld")),
                        fields.line("why"),
                        fields.moment("happened")));
    }

    private Map<String, String> reports() {
        var options = new LinkedHashMap<String, String>();
        for (var report : chain.alert().reports()) {
            options.put(
                    report.id().toString(),
                    words.moment(report.receivedAt())
                            + " · "
                            + words.say(
                                    report.what().feedbackConsent()
                                            ? "chain.consent"
                                            : "chain.no-consent"));
        }
        return options;
    }

    private Html link(AlertPage page, Typed typed, String id) {
        var fields = new Fields(say.view(), typed, "link");
        return page.form(
                new AlertPage.Form("link", id, words.say("chain.link"), typed.touched()),
                List.of(
                        candidates(typed),
                        fields.line("other"),
                        fields.line("basis"),
                        fields.moment("happened")));
    }

    /// The candidates, none of them chosen beforehand.
    private Html candidates(Typed typed) {
        var found = chain.candidates();
        var options = new ArrayList<Html>();
        for (var row : found.stream().limit(CANDIDATES_MAX).toList()) {
            var incident = row.incident().toString();
            options.add(
                    Html.of(
                            "<p class=\"c\"><label><input type=\"radio\" name=\"incident\" value=\"{}\"{}>{} ·"
                                    + " {} · {} · {}</label></p>",
                            incident,
                            Html.attribute("checked", incident.equals(typed.value("incident"))),
                            say.happened(row.happenedOn()),
                            row.site().name(),
                            words.of(row.kind()),
                            words.figures(row.deaths())));
        }
        var problem = typed.problems().get("incident");
        return Html.of(
                "<fieldset id=\"link-incident\"><legend>{}</legend>{}{}<p class=\"note\">{}</p></fieldset>",
                words.say("form.incident"),
                problem == null
                        ? Html.EMPTY
                        : Html.of("<p class=\"late\">{}</p>", words.say(problem)),
                options,
                words.say("chain.candidates", options.size(), found.size()));
    }

    private Html ask(AlertPage page, Typed typed, String id) {
        if (!chain.mayLeave(Chain.CLEARANCE)) {
            return Html.of(
                    "<p class=\"due\" id=\"ask-blocked\"><b>{}</b> {}</p>",
                    words.say("chain.ask-blocked"),
                    words.say("problem.release"));
        }
        var fields = new Fields(say.view(), typed, "ask");
        return page.form(
                new AlertPage.Form("ask", id, words.say("chain.ask"), typed.touched()),
                List.of(
                        Html.of("<p class=\"note\">{}</p>", words.say("chain.ask-note")),
                        fields.named("asked-for", responses()),
                        fields.codes("clearance", "clearance-kind", ChainForms.CLEARANCE_KINDS),
                        fields.line("asset"),
                        fields.line("note"),
                        fields.moment("happened")));
    }

    private Map<String, String> responses() {
        var options = new LinkedHashMap<String, String>();
        for (var response : chain.alert().responses()) {
            options.put(
                    response.id().toString(),
                    words.of(response.order().by())
                            + " · "
                            + words.of(response.order().action())
                            + " · "
                            + say.happened(response.ordered().happened()));
        }
        return options;
    }

    private Html answer(AlertPage page, Typed typed, String id) {
        var fields = new Fields(say.view(), typed, "answer");
        var options = new LinkedHashMap<String, String>();
        for (var asked : chain.clearances()) {
            options.put(asked.id().toString(), name(asked));
        }
        return page.form(
                new AlertPage.Form("answer", id, words.say("chain.answer"), typed.touched()),
                List.of(
                        fields.named("asked", options),
                        fields.choice("answer", Arrays.asList(Forces.ClearanceOutcome.values())),
                        fields.line("why"),
                        fields.moment("happened")));
    }

    private Html release(AlertPage page, Typed typed, String id) {
        if (say.view().officer().component() != Component.PROTECTION) {
            return Html.of(
                    "<p class=\"note\">{} <a href=\"{}\">{}</a></p>",
                    words.say("problem.protection"),
                    say.view().page("/lite/officer"),
                    words.say("form.post"));
        }
        var fields = new Fields(say.view(), typed, "release");
        return page.form(
                new AlertPage.Form("release", id, words.say("chain.release"), typed.touched()),
                List.of(
                        Html.of(
                                "<p class=\"note\">{}</p>",
                                words.say("chain.release-note", say.view().officer().post())),
                        fields.codes("what", "release", Chain.LEAVING),
                        fields.codes("decision", "decision", List.of("released", "held")),
                        fields.line("why"),
                        fields.moment("happened")));
    }
}

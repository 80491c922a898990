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

/// The parts of an alert's page that stand around it: what was found out about its reports, what
/// the host state said, which attacks it warned of, what may leave the mission; and the forms for
/// them.
final class ChainPage {

    /// As many candidates as somebody reads; any other incident can be named by its id.
    private static final int CANDIDATES_MAX = 10;

    private final Say say;
    private final Words words;
    private final Chain chain;
    private final String path;
    private final ReportParts reports;

    ChainPage(Say say, Chain chain) {
        this.say = say;
        this.words = say.words();
        this.chain = chain;
        this.path = "/lite/alerts/" + chain.alert().id();
        this.reports = new ReportParts(say, chain.picture(), chain.alert().reports());
    }

    Html beside(Report report) {
        return Html.of(
                "{}{}",
                reports.beside(report),
                new PhotographParts(say, chain.picture()).count(report));
    }

    /// What the host state was asked for a response, and what it said.
    Html clearances(Response response) {
        return listed(chain.clearances(response));
    }

    /// The same of what was asked before any order.
    Html clearancesBeforeAnyOrder() {
        return listed(chain.askedBeforeAnyOrder());
    }

    private Html listed(List<Chain.Asked> clearances) {
        var lines = new ArrayList<Html>();
        for (var asked : clearances) {
            lines.add(
                    Html.of(
                            "<li>{} · {} {}",
                            name(asked),
                            say.cited(asked.what().note()),
                            mark(asked.entry())));
            for (var answer : asked.answers()) {
                var decided = (Forces.ClearanceDecided) answer.body();
                lines.add(
                        Html.of(
                                "<li><b>{}</b>{} · {} {}",
                                words.say("chain.answered", words.of(decided.outcome())),
                                say.after(decided.reason()),
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
                say.coded("need.", asked.what().asset()),
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
    Html body(AlertPage.Sent sent, Supplier<String> ids) {
        boolean writes = !say.view().past();
        var forms = new ArrayList<Html>();
        if (writes && !chain.alert().reports().isEmpty()) {
            forms.add(reports.verify(path, sent.of("verify"), ids.get()));
            forms.add(reports.tell(path, sent.of("tell"), ids.get()));
        }
        if (writes) {
            forms.add(ask(sent.of("ask"), ids.get()));
        }
        if (writes && !chain.clearances().isEmpty()) {
            forms.add(answer(sent.of("answer"), ids.get()));
        }
        if (writes && chain.hostAlleged()) {
            forms.add(release(sent.of("release"), ids.get()));
        }
        return Html.of(
                "<h2>{}</h2>{}{}{}{}",
                words.say("chain.attacks"),
                attacks(),
                writes ? link(sent.of("link"), ids.get()) : Html.EMPTY,
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
                            say.cited(link.basis()),
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
                            say.cited(release.reason()),
                            say.happened(entry.happened()),
                            mark(entry)));
        }
        return lines.isEmpty()
                ? Html.EMPTY
                : Html.of("<h2>{}</h2><ul>{}</ul>", words.say("chain.releases"), lines);
    }

    private Html link(Typed typed, String id) {
        var fields = new Fields(say.view(), typed, "link");
        return form(
                new FoldedForm("link", id, words.say("chain.link"), typed.touched()),
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

    private Html ask(Typed typed, String id) {
        if (!chain.mayLeave(Chain.CLEARANCE)) {
            return Html.of(
                    "<p class=\"due\" id=\"ask-blocked\"><b>{}</b> {}</p>",
                    words.say("chain.ask-blocked"),
                    words.say("problem.release"));
        }
        var fields = new Fields(say.view(), typed, "ask");
        return form(
                new FoldedForm("ask", id, words.say("chain.ask"), typed.touched()),
                List.of(
                        Html.of("<p class=\"note\">{}</p>", words.say("chain.ask-note")),
                        askedFor(fields),
                        fields.codes("clearance", "clearance-kind", ChainForms.CLEARANCE_KINDS),
                        fields.line("asset"),
                        fields.line("note"),
                        fields.moment("happened")));
    }

    /// Before any order there is nothing to choose: it is asked for the alert.
    private Html askedFor(Fields fields) {
        return chain.alert().responses().isEmpty()
                ? Html.of(
                        "<p><input type=\"hidden\" name=\"asked-for\" value=\"{}\">{}</p>",
                        chain.alert().id(),
                        words.say("chain.ask-before"))
                : fields.named("asked-for", responses());
    }

    private Map<String, String> responses() {
        var options = new LinkedHashMap<String, String>();
        options.put(chain.alert().id().toString(), words.say("chain.for-alert"));
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

    private Html answer(Typed typed, String id) {
        var fields = new Fields(say.view(), typed, "answer");
        var options = new LinkedHashMap<String, String>();
        for (var asked : chain.clearances()) {
            options.put(asked.id().toString(), name(asked));
        }
        return form(
                new FoldedForm("answer", id, words.say("chain.answer"), typed.touched()),
                List.of(
                        fields.named("asked", options),
                        fields.choice("answer", Arrays.asList(Forces.ClearanceOutcome.values())),
                        fields.line("why"),
                        fields.moment("happened")));
    }

    private Html release(Typed typed, String id) {
        if (say.view().officer().component() != Component.PROTECTION) {
            return Html.of(
                    "<p class=\"note\">{} <a href=\"{}\">{}</a></p>",
                    words.say("problem.protection"),
                    say.view().page("/lite/officer"),
                    words.say("form.post"));
        }
        var fields = new Fields(say.view(), typed, "release");
        return form(
                new FoldedForm("release", id, words.say("chain.release"), typed.touched()),
                List.of(
                        Html.of(
                                "<p class=\"note\">{}</p>",
                                words.say("chain.release-note", say.view().officer().post())),
                        fields.codes("what", "release", Chain.LEAVING),
                        fields.codes("decision", "decision", List.of("released", "held")),
                        fields.line("why"),
                        fields.moment("happened")));
    }

    private Html form(FoldedForm form, List<Html> fields) {
        return form.of(say, path, fields);
    }
}

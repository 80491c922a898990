package org.vigie.server.lite;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.vigie.exchange.render.Html;
import org.vigie.exchange.words.Words;
import org.vigie.record.Claim;
import org.vigie.record.Facts;
import org.vigie.record.IncidentRow;
import org.vigie.record.Origins;
import org.vigie.record.Picture;
import org.vigie.record.Recorded;
import org.vigie.record.Rule;
import org.vigie.record.Statement;
import org.vigie.weigh.Candidates.Candidate;

/// The forms of an incident's page by which a person weighs what is said of it.
///
/// @param ids a fresh id for each form
record WeighParts(
        Say say, Picture picture, IncidentRow row, AlertPage.Sent sent, Supplier<String> ids) {

    private static final List<String> MEASURES =
            List.of("killed", "executed", "injured", "missing", "arrested", "neutralised");

    private static final List<String> RELIABILITIES = List.of("A", "B", "C", "D", "E", "F");
    private static final List<String> CREDIBILITIES = List.of("1", "2", "3", "4", "5", "6");

    private static final int CANDIDATES_MAX = 8;

    private Words words() {
        return say.words();
    }

    private String path() {
        return "/lite/incidents/" + row.incident();
    }

    /// What is wrong with what was sent, above everything.
    Html problems() {
        return sent.act().isEmpty()
                ? Html.EMPTY
                : new Fields(say.view(), sent.typed(), sent.act()).summary();
    }

    /// Sources that take from each other, so that nobody counts them twice.
    Html circular() {
        var sources =
                picture.statements(row).stream()
                        .map(Statement::source)
                        .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
        var lines = new ArrayList<Html>();
        Origins.of(picture)
                .circular(sources)
                .forEach((root, members) ->
                        lines.add(
                                Html.of(
                                        "<li>{}",
                                        words().say(
                                                        "circular.line",
                                                        members.stream()
                                                                .map(say::name)
                                                                .collect(Collectors.joining(", ")),
                                                        say.name(root)))));
        return lines.isEmpty()
                ? Html.EMPTY
                : Html.of(
                        "<p class=\"due\">{}</p><ul>{}</ul>", words().say("circular.title"), lines);
    }

    /// The accounts that are folded into this one.
    Html folded() {
        if (row.folded().isEmpty()) {
            return Html.EMPTY;
        }
        var lines = new ArrayList<Html>();
        for (var folded : row.folded()) {
            lines.add(
                    Html.of(
                            "<li>{}{} {} {}",
                            say.name(folded.source()),
                            words().say("colon.sign"),
                            words().figures(folded.deaths()),
                            say.entry(folded.seq())));
        }
        return Html.of(
                "<h2>{}</h2><p class=\"note\">{}</p><ul>{}</ul>",
                words().say("folded.title"),
                words().say("folded.note"),
                lines);
    }

    /// All forms, folded away.
    Html forms(List<Recorded> holding, List<Candidate> candidates) {
        return Html.of(
                "<h2>{}</h2><p class=\"note\">{}</p>{}{}{}{}{}{}",
                words().say("weigh.title"),
                words().say("weigh.note"),
                claim(),
                credit(holding),
                rule(),
                link("same", candidates),
                link("apart", candidates),
                takeBack(holding));
    }

    private Html form(String act, List<Html> fields) {
        return form(act, words().say("weigh." + act), fields);
    }

    private Html form(String act, String title, List<Html> fields) {
        return new FoldedForm(act, ids.get(), title, sent.of(act).touched())
                .of(say, path(), fields);
    }

    private Fields fields(String act) {
        return new Fields(say.view(), sent.of(act), act);
    }

    private Html claim() {
        var fields = fields("claim");
        return form(
                "claim",
                List.of(
                        fields.line("source"),
                        fields.codes("measure", "measure-name", MEASURES),
                        fields.line("low"),
                        fields.line("best"),
                        fields.line("high"),
                        fields.line("population"),
                        fields.line("definition"),
                        fields.line("locator"),
                        fields.codes("reliability", "reliability", RELIABILITIES),
                        fields.codes("credibility", "credibility", CREDIBILITIES)));
    }

    private Html credit(List<Recorded> holding) {
        var claims = new LinkedHashMap<String, String>();
        for (var recorded : holding) {
            if (recorded.body() instanceof Facts.ClaimMade made) {
                claims.put(recorded.entry().id().toString(), name(made.claim()));
            }
        }
        if (claims.isEmpty()) {
            return Html.EMPTY;
        }
        var fields = fields("credit");
        return form(
                "credit",
                List.of(
                        fields.named("entry", claims),
                        fields.codes("credibility", "credibility", CREDIBILITIES),
                        fields.line("why")));
    }

    private String name(Claim claim) {
        return say.name(claim.source())
                + words().say("colon.sign")
                + " "
                + words().figures(claim.figures())
                + " "
                + say.coded("measure-name.", claim.measure());
    }

    private Html rule() {
        var fields = fields("rule");
        return form(
                "rule",
                List.of(
                        fields.codes(
                                "rule",
                                "rule-name",
                                Rule.CHOOSABLE.stream().map(Rule::code).toList()),
                        fields.line("sources"),
                        Html.of(
                                "<p class=\"note\">{}</p>",
                                words().say(
                                                "weigh.stated",
                                                picture.statements(row).stream()
                                                        .map(Statement::source)
                                                        .distinct()
                                                        .collect(Collectors.joining(", ")))),
                        fields.line("low"),
                        fields.line("best"),
                        fields.line("high"),
                        fields.line("why")));
    }

    private Html link(String act, List<Candidate> candidates) {
        var fields = fields(act);
        var options = new LinkedHashMap<String, String>();
        for (var candidate : candidates.stream().limit(CANDIDATES_MAX).toList()) {
            var other = other(candidate);
            options.put(
                    other.incident().toString(),
                    "%s · %s"
                            .formatted(
                                    words().say(
                                                    "candidate.score",
                                                    Math.round(100 * candidate.score())),
                                    name(other)));
        }
        var title = words().say("weigh." + act);
        return form(
                act,
                options.isEmpty()
                        ? title
                        : title + " · " + words().count("weigh.proposed", options.size()),
                List.of(
                        options.isEmpty()
                                ? Html.of("<p class=\"note\">{}</p>", words().say("weigh.nobody"))
                                : fields.named("pair", options),
                        fields.line("other"),
                        fields.line("why")));
    }

    private IncidentRow other(Candidate candidate) {
        return row.incidents().contains(candidate.first().incident())
                ? candidate.second()
                : candidate.first();
    }

    private String name(IncidentRow other) {
        return String.join(
                " · ",
                say.name(other.source()),
                say.happened(other.happenedOn()),
                other.site().name(),
                words().figures(other.deaths()));
    }

    private Html takeBack(List<Recorded> holding) {
        if (holding.isEmpty()) {
            return Html.EMPTY;
        }
        Map<String, String> options = new LinkedHashMap<>();
        for (var recorded : holding) {
            options.put(
                    recorded.entry().id().toString(),
                    "#%s %s · %s"
                            .formatted(
                                    recorded.seq(),
                                    words().say("entry-kind." + recorded.entry().kind()),
                                    what(recorded)));
        }
        var fields = fields("takeback");
        return form("takeback", List.of(fields.named("entry", options), fields.line("why")));
    }

    private String what(Recorded recorded) {
        return switch (recorded.body()) {
            case Facts.ClaimMade made -> name(made.claim());
            case Facts.RuleChosen chosen -> words().say("rule-name." + chosen.rule());
            case Facts.Linked link -> other(link.other());
            case Facts.ClaimGraded graded -> words().say("credibility." + graded.credibility());
            default -> recorded.entry().author();
        };
    }

    private String other(UUID incident) {
        return row.folded().stream()
                .filter(folded -> folded.incident().equals(incident))
                .map(folded -> say.name(folded.source()))
                .findFirst()
                .orElse(incident.toString());
    }
}

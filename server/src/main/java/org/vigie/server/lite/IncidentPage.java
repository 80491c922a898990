package org.vigie.server.lite;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.assess.FigureHistory;
import org.vigie.assess.Timeline;
import org.vigie.exchange.render.Html;
import org.vigie.exchange.words.Words;
import org.vigie.record.Alerts;
import org.vigie.record.Claim;
import org.vigie.record.Deaths;
import org.vigie.record.Facts;
import org.vigie.record.IncidentRow;
import org.vigie.record.Picture;
import org.vigie.record.Recorded;
import org.vigie.weigh.Grades;

/// One incident: what each source says, figures side by side and never put together where they do
/// not compare, who knew since when, and every entry with both clocks.
final class IncidentPage {

    private final Say say;
    private final Words words;
    private final UUID incident;
    private final Picture picture;
    private final List<Recorded> history;

    /// @param history every entry about the incident that both clocks of the view let through
    IncidentPage(Say say, UUID incident, Picture picture, List<Recorded> history) {
        this.say = say;
        this.words = say.words();
        this.incident = incident;
        this.picture = picture;
        this.history = history;
    }

    /// What, where and when, as far as that is known.
    String title() {
        return picture.incidents()
                .find(incident)
                .map(row ->
                        String.join(
                                " · ",
                                say.kind(row.kind(), subKind(row)),
                                row.site().name(),
                                say.happened(row.happenedOn())))
                .orElse(words.say("incident.title"));
    }

    private String subKind(IncidentRow row) {
        return history.stream()
                .filter(recorded -> recorded.seq() == row.seq())
                .map(Recorded::body)
                .filter(Facts.IncidentReported.class::isInstance)
                .map(body -> ((Facts.IncidentReported) body).subKind())
                .findFirst()
                .orElse("");
    }

    /// @param beside what is folded into it and which sources take from each other
    /// @param figure what became of each account
    Html body(Html beside, FigureHistory figure) {
        var row = picture.incidents().find(incident);
        return Html.of(
                "{}{}{}{}{}{}{}",
                row.map(this::summary)
                        .orElseGet(() ->
                                Html.of("<p class=\"due\">{}</p>", words.say("incident.gone"))),
                accounts(figure),
                beside,
                claims(),
                knowledge(),
                alerts(),
                entries());
    }

    private Html summary(IncidentRow row) {
        return Html.of(
                "<dl><dt>{}<dd>{}<dt>{}<dd>{}{}<dt>{}<dd>{}<dt>{}<dd>{}<dt>{}<dd>{}</dl>",
                words.say("col.when"),
                say.happened(row.happenedOn()),
                words.say("col.where"),
                say.site(row.site()),
                row.site().position() == null
                        ? Html.EMPTY
                        : Html.of(
                                " <span class=\"z\">{}, {} · {}</span>",
                                coordinate(row.site().position().latitude()),
                                coordinate(row.site().position().longitude()),
                                words.of(row.site().precision())),
                words.say("incident.who"),
                actors(row),
                words.say("incident.dead"),
                row.competing() > 0
                        ? Html.of("{}", words.say("incident.competing", row.competing()))
                        : Html.of("{}", words.figures(row.deaths())),
                words.say("col.known"),
                say.moment(row.knownFrom()));
    }

    private static String coordinate(double degrees) {
        return String.format(java.util.Locale.ROOT, "%.4f", degrees);
    }

    private Html actors(IncidentRow row) {
        var actors = new ArrayList<Html>();
        for (var involved : row.actors()) {
            actors.add(
                    Html.of(
                            "{} <span class=\"z\">({})</span>",
                            involved.actor(),
                            words.of(involved.role())));
        }
        return actors.isEmpty()
                ? Html.of("{}", words.say("unknown"))
                : Html.join(Html.of("; "), actors);
    }

    private Html accounts(FigureHistory figure) {
        var states = new HashMap<Long, FigureHistory.State>();
        figure.said().forEach(said -> states.put(said.recorded().seq(), said.state()));
        var rows = new ArrayList<Html>();
        for (var recorded : history) {
            if (recorded.body() instanceof Facts.IncidentReported account) {
                var state = states.getOrDefault(recorded.seq(), FigureHistory.State.HOLDS);
                rows.add(account(recorded, account, state));
            }
        }
        return Html.of(
                "<h2>{}</h2><table class=\"rows\"><thead><tr><th>{}<th>{}<th>{}<th>{}<th class=\"r\">{}<th"
                        + " class=\"r\">{}<th>{}<th>#</thead><tbody>{}</tbody></table>",
                words.say("incident.accounts"),
                words.say("col.source"),
                words.say("col.what"),
                words.say("col.when"),
                words.say("col.where"),
                words.say("col.dead"),
                words.say("col.civilians"),
                words.say("col.known"),
                rows);
    }

    private Html account(
            Recorded recorded, Facts.IncidentReported account, FigureHistory.State state) {
        return Html.of(
                "<tr><td>{} <small class=\"z\">{}</small>{}{}<td>{}<td>{}<td>{}<td class=\"r\" data-l=\"{}\">{}<td class=\"r\" data-l=\"{}\">{}<td data-l=\"{}\">{}{}<td>{}",
                say.name(account.source()),
                account.sourceKey(),
                state == FigureHistory.State.HOLDS
                        ? Html.EMPTY
                        : Html.of(" <i class=\"tag\">{}</i>", words.of(state)),
                account.summary().isEmpty()
                        ? Html.EMPTY
                        : Html.of("<br>{}", say.cited(account.summary())),
                say.kind(account.incidentKind(), account.subKind()),
                say.happened(recorded.entry().happenedOn()),
                say.site(account.site()),
                words.say("col.dead"),
                deaths(account.deaths()),
                words.say("col.civilians"),
                civilians(account.deaths()),
                words.say("col.known"),
                say.brief(recorded.knownAt()),
                say.backDated(recorded),
                say.entry(recorded.seq()));
    }

    private Html deaths(@Nullable Deaths deaths) {
        if (deaths == null) {
            return Html.of("{}", words.say("unknown"));
        }
        return deaths.total().disordered()
                ? Html.of(
                        "{} <abbr title=\"{}\">‡</abbr>",
                        words.figures(deaths.total()),
                        words.say("disordered"))
                : Html.of("{}", words.figures(deaths.total()));
    }

    private String civilians(@Nullable Deaths deaths) {
        var civilians = deaths == null ? null : deaths.civilians();
        return civilians == null ? words.say("unknown") : words.number(civilians);
    }

    private Html claims() {
        var made = graded();
        if (made.isEmpty()) {
            return Html.EMPTY;
        }
        var groups = groups(made);
        var rows = new ArrayList<Html>();
        int number = 0;
        for (var group : groups) {
            number++;
            for (var claim : group) {
                rows.add(claim(number, claim));
            }
        }
        return Html.of(
                "<h2>{}</h2><p class=\"note\">{}</p><table class=\"rows\"><thead><tr><th>{}<th>{}<th"
                        + " class=\"r\">{}<th>{}<th>{}<th>{}<th>{}<th>{}</thead><tbody>{}</tbody></table>",
                words.say("claims.title"),
                groups.size() > 1
                        ? words.say("claims.apart", groups.size())
                        : made.size() > 1 ? words.say("claims.together") : "",
                words.say("claims.group"),
                words.say("claims.measure"),
                words.say("claims.figure"),
                words.say("claims.population"),
                words.say("claims.definition"),
                words.say("col.source"),
                words.say("claims.grade"),
                words.say("claims.date"),
                rows);
    }

    /// The claims about the incident and those that are the same, each with the grade that people
    /// gave it.
    private List<Claim> graded() {
        var grades = Grades.of(picture);
        return picture.incidents().find(incident).stream()
                .flatMap(row -> row.incidents().stream())
                .flatMap(one -> picture.about(one).stream())
                .flatMap(recorded ->
                        recorded.body() instanceof Facts.ClaimMade claim
                                ? Stream.of(claim.claim().graded(grades.of(recorded)))
                                : Stream.empty())
                .toList();
    }

    private Html claim(int group, Claim claim) {
        return Html.of(
                "<tr><td data-l=\"{}\">{}<td>{}<td class=\"r\"><b>{}</b>{}<td data-l=\"{}\">{}<td data-l=\"{}\">{}<td data-l=\"{}\">{}{}<td>{}<td>{}",
                words.say("claims.group"),
                group,
                say.coded("measure-name.", claim.measure()).replace('-', ' '),
                words.figures(claim.figures()),
                unit(claim),
                words.say("claims.population"),
                claim.population(),
                words.say("claims.definition"),
                claim.definition(),
                words.say("col.source"),
                say.name(claim.source()),
                where(claim),
                say.grade(claim.grade()),
                Optional.ofNullable(claim.asOf()).map(words::day).orElse(words.say("unknown")));
    }

    private static String unit(Claim claim) {
        return claim.unit().equals("persons") || claim.figures().empty() ? "" : " " + claim.unit();
    }

    /// Where in its source a claim stands; a citation that only names the source again is left out.
    private Html where(Claim claim) {
        var text = claim.locator();
        var shown =
                text.endsWith("[" + claim.source() + "]")
                        ? Html.of("{}", Say.uncited(text))
                        : say.cited(text);
        return text.isEmpty() ? Html.EMPTY : Html.of("<br><span class=\"z\">{}</span>", shown);
    }

    private static List<List<Claim>> groups(List<Claim> claims) {
        var groups = new ArrayList<List<Claim>>();
        for (var claim : claims) {
            groups.stream()
                    .filter(group -> group.getFirst().comparableWith(claim))
                    .findFirst()
                    .ifPresentOrElse(
                            group -> group.add(claim),
                            () -> groups.add(new ArrayList<>(List.of(claim))));
        }
        return groups;
    }

    private Html knowledge() {
        var known = Timeline.of(picture, incident).map(Timeline::knowledge).orElse(List.of());
        if (known.isEmpty()) {
            return Html.of(
                    "<h2>{}</h2><p>{}</p>",
                    words.say("knowledge.title"),
                    words.say("knowledge.none"));
        }
        var rows = new ArrayList<Html>();
        for (var one : known) {
            rows.add(
                    Html.of(
                            "<tr><td>{}{}<td>{}<td>{}<td>{}<td>{}<td>{}",
                            say.who(one.who()),
                            one.byMission()
                                    ? Html.EMPTY
                                    : Html.of(
                                            " <i class=\"tag\">{}</i>",
                                            words.say("knowledge.outside")),
                            say.happened(one.since()),
                            words.of(one.basis()),
                            say.source(one.source()),
                            one.contested() ? words.say("knowledge.contested") : "",
                            say.entry(one.seq())));
        }
        return Html.of(
                "<h2>{}</h2><table class=\"rows\"><thead><tr><th>{}<th>{}<th>{}<th>{}<th>{}<th>#</thead><tbody>{}</tbody></table>",
                words.say("knowledge.title"),
                words.say("knowledge.who"),
                words.say("knowledge.since"),
                words.say("knowledge.basis"),
                words.say("col.source"),
                words.say("knowledge.state"),
                rows);
    }

    private Html alerts() {
        var links = new ArrayList<Html>();
        for (var alert : Alerts.of(picture).alerts()) {
            if (alert.incidents().contains(incident)) {
                links.add(
                        Html.of(
                                "<li><a href=\"{}\">{}</a> · {} · {}",
                                say.alert(alert.id()),
                                Say.uncited(alert.what().title()),
                                words.of(alert.what().severity()),
                                say.brief(alert.openedAt())));
            }
        }
        return Html.of(
                "<h2>{}</h2>{}",
                words.say("incident.alerts"),
                links.isEmpty()
                        ? Html.of("<p>{}</p>", words.say("incident.no-alerts"))
                        : Html.of("<ul>{}</ul>", links));
    }

    private Html entries() {
        return new EntryTable(say).of(history);
    }
}

package org.vigie.server.lite;

import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import org.vigie.exchange.render.Html;
import org.vigie.exchange.words.Words;
import org.vigie.record.Facts;
import org.vigie.record.Ids;
import org.vigie.record.Recorded;
import org.vigie.register.SourceRegister;
import org.vigie.register.SourceRegister.KnownSource;
import org.vigie.weigh.Grades;

/// One published source: what it is, and what rests on it.
final class SourcePage {

    private static final int SHOWN_MAX = 20;

    private final RegisterView at;
    private final Words words;
    private final KnownSource source;
    private final Map<UUID, Facts.ActorDeclared> actors;

    SourcePage(RegisterView at, KnownSource source) {
        this.at = at;
        this.words = at.words();
        this.source = source;
        this.actors = at.picture().latest(Facts.ActorDeclared.class);
    }

    static Html reliability(Words words, KnownSource source) {
        return Html.of(
                "<abbr title=\"{}\">{}</abbr>",
                words.say("reliability." + source.reliability()),
                source.reliability());
    }

    static String kind(Say say, KnownSource source) {
        return source.registered()
                ? say.coded("source-kind.", source.kind())
                : say.words().say("sources.unregistered");
    }

    Html body() {
        return at.around(
                Html.of("{}{}{}{}", summary(), claims(), incidents(), others()),
                RegistersController.NO_FILES);
    }

    private Html summary() {
        var published = source.published();
        return Html.of(
                "<dl><dt>{}<dd>{}<dt>{}<dd dir=\"auto\">{}<dt>{}<dd>{}<dt>{}<dd>{}<dt>{}<dd>{}<dt>{}<dd>{}<dt>{}<dd>{}</dl>",
                words.say("sources.kind"),
                kind(at.say(), source),
                words.say("sources.position"),
                source.position().isEmpty() ? words.say("not-stated") : source.position(),
                words.say("sources.reliability"),
                words.say("reliability." + Grades.of(at.picture()).reliabilityOf(source.code())),
                words.say("sources.published"),
                published == null ? words.say("not-stated") : at.date(published),
                words.say("sources.address"),
                source.url().isEmpty() ? words.say("not-stated") : source.url(),
                words.say("sources.code"),
                source.code(),
                words.say("sources.rests"),
                Html.of(
                        "{}{}",
                        String.join(
                                " · ",
                                words.count("sources.figures", source.claims()),
                                words.count("events", source.incidents()),
                                words.count("sources.entries", source.others())),
                        source.registered()
                                ? Html.of(" · {}", at.say().entry(source.seq()))
                                : Html.EMPTY));
    }

    private Html claims() {
        var rows = new ArrayList<Html>();
        for (var recorded : SourceRegister.restingOn(source.code(), at.picture())) {
            if (recorded.body() instanceof Facts.ClaimMade made && rows.size() < SHOWN_MAX) {
                rows.add(claim(recorded, made));
            }
        }
        return rows.isEmpty()
                ? Html.EMPTY
                : Html.of(
                        "<h2>{}</h2><table class=\"rows\"><thead><tr><th>{}<th>{}<th class=\"r\">{}<th>{}<th>{}<th>#</thead><tbody>{}</tbody></table>{}",
                        words.say("sources.claims"),
                        words.say("sources.about"),
                        words.say("claims.measure"),
                        words.say("claims.figure"),
                        words.say("claims.population"),
                        words.say("claims.definition"),
                        rows,
                        more(source.claims()));
    }

    private Html claim(Recorded recorded, Facts.ClaimMade made) {
        var claim = made.claim();
        return Html.of(
                "<tr><td>{}<td>{}<td class=\"r\">{}<td dir=\"auto\">{}<td dir=\"auto\">{}<td>{}",
                about(recorded.entry().subject()),
                at.say().coded("measure-name.", claim.measure()).replace('-', ' '),
                claim.figures().empty() ? "–" : words.figures(claim.figures()),
                claim.population(),
                claim.definition(),
                at.say().entry(recorded.seq()));
    }

    /// What a figure is about, where the picture knows it: an actor or an incident.
    private Html about(UUID subject) {
        var incident = at.picture().incidents().find(subject);
        if (incident.isPresent()) {
            return Html.of(
                    "<a href=\"{}\">{}</a>",
                    at.say().incident(subject),
                    at.say().site(incident.get().site()));
        }
        var actor = actors.get(subject);
        return actor != null
                ? at.actor(actor.code())
                : Html.of(
                        "<a href=\"{}\">{}</a>",
                        at.view().page("/lite/subjects/" + subject),
                        area(subject));
    }

    /// The area whose code makes this subject; the codes of a pack are few.
    private String area(UUID subject) {
        return at.say().names().byCode().entrySet().stream()
                .filter(area -> Ids.subject("area", area.getKey()).equals(subject))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(words.say("actors.entries"));
    }

    private Html incidents() {
        var incidents = at.picture().incidents().ofSource(source.code());
        var rows = new ArrayList<Html>();
        for (int i = incidents.size() - 1; i >= 0 && rows.size() < SHOWN_MAX; i--) {
            var row = incidents.get(i);
            rows.add(
                    Html.of(
                            "<li>{} · <a href=\"{}\">{}</a>",
                            at.say().happened(row.happenedOn()),
                            at.say().incident(row.incident()),
                            at.say().site(row.site())));
        }
        return rows.isEmpty()
                ? Html.EMPTY
                : Html.of(
                        "<h2>{}</h2><ul>{}</ul>{}",
                        words.say("sources.incidents"),
                        rows,
                        more(incidents.size()));
    }

    private Html others() {
        var rows = new ArrayList<Html>();
        for (var recorded : SourceRegister.restingOn(source.code(), at.picture())) {
            if (!(recorded.body() instanceof Facts.ClaimMade) && rows.size() < SHOWN_MAX) {
                rows.add(
                        Html.of(
                                "<li>{} {} · {}",
                                at.say().entry(recorded.seq()),
                                at.say().kind(recorded),
                                at.say().happened(recorded.entry().happenedOn())));
            }
        }
        return rows.isEmpty()
                ? Html.EMPTY
                : Html.of(
                        "<h2>{}</h2><ul>{}</ul>{}",
                        words.say("sources.others"),
                        rows,
                        more(source.others()));
    }

    private Html more(long all) {
        return all > SHOWN_MAX
                ? Html.of("<p class=\"note\">{}</p>", words.say("register.more", all - SHOWN_MAX))
                : Html.EMPTY;
    }
}

package org.vigie.server.lite;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.exchange.render.Html;
import org.vigie.exchange.render.Spans;
import org.vigie.exchange.words.Words;
import org.vigie.record.By;
import org.vigie.record.Happened;
import org.vigie.record.Ids;
import org.vigie.register.KnownActor;
import org.vigie.register.Relation;

/// One actor: its names, what it belongs to, what others call it, how it stood to whom over time,
/// and the incidents in which a source names it.
final class ActorPage {

    private static final int RELATIONS_BYTES = 13_000;
    private static final int LABELS_BYTES = 5_000;

    private final RegisterView at;
    private final Words words;
    private final KnownActor actor;

    ActorPage(RegisterView at, KnownActor actor) {
        this.at = at;
        this.words = at.words();
        this.actor = actor;
    }

    Html body() {
        return at.around(
                Html.of(
                        "{}{}{}{}{}",
                        at.form(Html.EMPTY),
                        at.onDay(),
                        summary(),
                        labels(),
                        relations()),
                RegistersController.NO_FILES);
    }

    private Html summary() {
        return Html.of(
                "<dl><dt>{}<dd>{}<dt>{}<dd>{}{}{}{}<dt>{}<dd>{}<dt>{}<dd>{} · <a href=\"{}\">{}</a></dl>",
                words.say("actors.class"),
                words.of(actor.actorClass()),
                words.say("actors.period"),
                at.period(actor.period()),
                line("actors.also", Html.of("{}", String.join("; ", actor.aliases()))),
                line("actors.belongs", actors(actor.factionOf())),
                line("actors.factions", actors(actor.factions())),
                words.say("actors.incidents"),
                incidents(),
                words.say("col.source"),
                at.source(actor.basis(), actor.note()),
                at.view().page("/lite/subjects/" + Ids.subject("actor", actor.code())),
                words.say("actors.entries"));
    }

    private Html line(String key, Html said) {
        return said.isEmpty()
                ? Html.EMPTY
                : Html.of("<dt>{}<dd dir=\"auto\">{}", words.say(key), said);
    }

    private Html actors(List<String> codes) {
        return Html.join(Html.of("; "), codes.stream().map(at::actor).toList());
    }

    /// The names under which sources report it, each with how many incidents there are.
    private Html incidents() {
        var counts = new HashMap<String, Html>();
        for (var row : at.picture().incidents().count(By.ACTOR).rows()) {
            counts.put(
                    row.key().toLowerCase(Locale.ROOT),
                    Html.of(
                            "<a href=\"{}\">{} ({})</a>",
                            at.view()
                                    .page("/lite")
                                    .without(View.FILTER.toArray(String[]::new))
                                    .with("actor", row.key()),
                            row.key(),
                            words.number(row.events())));
        }
        var links =
                Stream.concat(Stream.of(actor.name()), actor.aliases().stream())
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .distinct()
                        .filter(counts::containsKey)
                        .map(counts::get)
                        .toList();
        return links.isEmpty()
                ? Html.of("{}", words.say("actors.no-incidents"))
                : Html.join(Html.of(" · "), links);
    }

    private Html labels() {
        if (actor.labels().isEmpty()) {
            return Html.EMPTY;
        }
        var rows = new ArrayList<Html>();
        for (var label : actor.labels()) {
            rows.add(
                    Html.of(
                            "<tr><td dir=\"auto\"><b>{}</b>{}<td data-l=\"{}\">{}<td"
                                    + " data-l=\"{}\">{}<td class=\"src\" data-l=\"{}\">{} {}",
                            label.label(),
                            label.holds()
                                    ? Html.EMPTY
                                    : Html.of(
                                            " <i class=\"tag\">{}</i>",
                                            words.say("actors.label-past")),
                            words.say("actors.by"),
                            by(label.by()),
                            words.say("actors.period"),
                            at.period(label.period()),
                            words.say("col.source"),
                            at.source(label.basis(), label.note()),
                            at.say().entry(label.seq())));
        }
        var shown = RegisterView.fitting(rows, LABELS_BYTES);
        return Html.of(
                "<h2>{}</h2><p class=\"note\">{}</p><table class=\"rows\"><thead><tr><th>{}<th>{}<th>{}<th>{}</thead><tbody>{}</tbody></table>{}",
                words.say("actors.labels"),
                words.say(actor.contested() ? "actors.labels-contested" : "actors.labels-note"),
                words.say("actors.label"),
                words.say("actors.by"),
                words.say("actors.period"),
                words.say("col.source"),
                shown,
                at.more(rows.size() - shown.size()));
    }

    /// Whose word it is: an actor's or a source's.
    private Html by(String code) {
        return at.picture().about(Ids.subject("source", code)).isEmpty()
                ? at.actor(code)
                : at.source(code);
    }

    private Html relations() {
        if (actor.relations().isEmpty()) {
            return Html.of(
                    "<h2>{}</h2><p>{}</p>",
                    words.say("actors.relations-over-time"),
                    words.say("actors.no-relations"));
        }
        var days = new ArrayList<LocalDate>();
        for (var relation : actor.relations()) {
            add(days, relation.period().from());
            add(days, relation.period().to());
        }
        var spans = Spans.over(days, at.day());
        var rows = new ArrayList<Html>();
        actor.relations().reversed().forEach(relation -> rows.add(row(relation, spans)));
        var shown = RegisterView.fitting(rows, RELATIONS_BYTES);
        return Html.of(
                "<h2>{}</h2><p class=\"note\">{}</p><table class=\"rows\"><thead><tr><th>{}<th>{}<th>{}<th>{}<th>{}</thead><tbody>{}</tbody></table>{}",
                words.say("actors.relations-over-time"),
                words.say("actors.relations-note"),
                words.say("actors.relation"),
                words.say("actors.period"),
                spans.axis(),
                words.say("actors.state"),
                words.say("actors.said"),
                shown,
                at.more(rows.size() - shown.size()));
    }

    private static void add(List<LocalDate> days, @Nullable Happened end) {
        if (end != null) {
            days.add(end.firstDay());
            days.add(end.lastDay());
        }
    }

    private Html row(Relation relation, Spans spans) {
        var from = relation.period().from();
        var to = relation.period().to();
        var after = relation.findAfter();
        var cut = after.map(one -> one.period().from()).orElse(null);
        return Html.of(
                "<tr><td>{} <i>{}</i> {}<td>{}<td>{}<td>{}<td class=\"src\">{}",
                name(relation.actor()),
                at.say().coded("relation.", relation.relation()),
                name(relation.other()),
                at.period(relation.period()),
                spans.span(
                        from == null ? null : from.firstDay(),
                        to != null
                                ? to.lastDay()
                                : cut == null ? null : cut.firstDay().minusDays(1),
                        RegisterView.tone(relation.latest().confidence())),
                after.map(one ->
                                words.say(
                                        "actors.superseded",
                                        at.say().coded("relation.", one.relation()),
                                        at.date(one.period().from())))
                        .orElseGet(() -> words.of(relation.state())),
                said(relation));
    }

    private Html name(String code) {
        return code.equals(actor.code()) ? Html.of("{}", actor.name()) : at.actor(code);
    }

    private Html said(Relation relation) {
        var said = new ArrayList<Html>();
        for (var one : relation.said()) {
            said.add(
                    Html.of(
                            "<b>{}</b>{} {} {}",
                            words.say("actors.confidence", words.of(one.confidence())),
                            words.say("colon.sign"),
                            at.source(one.basis(), one.note()),
                            at.say().entry(one.seq())));
        }
        return Html.join(Html.of("<br>"), said);
    }
}

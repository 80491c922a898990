package org.vigie.server.lite;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.exchange.render.Html;
import org.vigie.record.ActorClass;
import org.vigie.register.ActorRegister;
import org.vigie.register.KnownActor;
import org.vigie.register.RegisterSheet;
import org.vigie.register.Relation;

/// The actors by class, found by any of their names, and what changed between them in a year.
record ActorsPage(RegisterView at, ActorRegister register) {

    private static final int TABLE_BYTES = 15_200;
    private static final int ALIASES = 3;
    private static final int CHANGES_MAX = 12;

    Html body(String q) {
        var words = at.words();
        var found = q.isEmpty() ? register.actors() : register.search(q);
        return at.around(
                Html.of(
                        "{}<p class=\"says\">{}</p>{}{}",
                        at.form(
                                Html.of(
                                        "<label>{} <input type=\"search\" name=\"q\" value=\"{}\""
                                                + " size=\"24\" dir=\"auto\"></label>",
                                        words.say("actors.name"),
                                        q)),
                        words.count("actors.found", found.size())
                                + " "
                                + words.say("register.on-day", words.day(at.day())),
                        found.isEmpty() ? Html.EMPTY : table(found),
                        q.isEmpty() ? changes() : Html.EMPTY),
                List.of(
                        RegisterSheet.Name.ACTORS,
                        RegisterSheet.Name.RELATIONS,
                        RegisterSheet.Name.LABELS));
    }

    private Html table(List<KnownActor> actors) {
        var words = at.words();
        var rows = new ArrayList<Html>();
        @Nullable ActorClass group = null;
        for (var actor : actors) {
            var head = actor.actorClass() == group ? Html.EMPTY : head(actor.actorClass());
            group = actor.actorClass();
            rows.add(Html.of("{}{}", head, row(actor)));
        }
        var shown = RegisterView.fitting(rows, TABLE_BYTES);
        return Html.of(
                "<table class=\"rows\"><thead><tr><th>{}<th>{}<th>{}<th>{}<th"
                        + " class=\"r\">{}</thead><tbody>{}</tbody></table>{}",
                words.say("actors.name"),
                words.say("actors.also"),
                words.say("actors.period"),
                words.say("actors.belongs"),
                words.say("actors.relations"),
                shown,
                at.more(rows.size() - shown.size()));
    }

    private Html head(ActorClass group) {
        return Html.of(
                "<tr><th colspan=\"5\" scope=\"rowgroup\"><b>{}</b></th></tr>",
                at.words().of(group));
    }

    private Html row(KnownActor actor) {
        var words = at.words();
        return Html.of(
                "<tr><td>{}{}<td class=\"z\" dir=\"auto\">{}<td data-l=\"{}\">{}<td"
                        + " data-l=\"{}\">{}<td class=\"r\" data-l=\"{}\">{}",
                at.actor(actor.code()),
                actor.contested()
                        ? Html.of(" <i class=\"tag\">{}</i>", words.say("actors.contested"))
                        : Html.EMPTY,
                aliases(actor),
                words.say("actors.period"),
                at.period(actor.period()),
                words.say("actors.belongs"),
                actor.factionOf().isEmpty()
                        ? Html.of("–")
                        : Html.of("{}", String.join("; ", named(actor.factionOf()))),
                words.say("actors.relations"),
                words.number(actor.relations().stream().filter(Relation::holds).count()));
    }

    private List<String> named(List<String> codes) {
        return codes.stream().map(at.say()::name).toList();
    }

    private static String aliases(KnownActor actor) {
        var some = actor.aliases().stream().limit(ALIASES).toList();
        return String.join("; ", some) + (actor.aliases().size() > ALIASES ? " …" : "");
    }

    private Html changes() {
        var words = at.words();
        var changes = register.changedSince(at.day().minusYears(1));
        var rows = new ArrayList<Html>();
        for (var change : changes.stream().limit(CHANGES_MAX).toList()) {
            var relation = change.relation();
            rows.add(
                    Html.of(
                            "<li>{} <b>{}</b>: {} <i>{}</i> {} <span class=\"z\">({})</span>",
                            change.began()
                                    ? at.date(relation.period().from())
                                    : at.date(relation.period().to()),
                            words.say(change.began() ? "actors.began" : "actors.ended"),
                            at.actor(relation.actor()),
                            at.say().coded("relation.", relation.relation()),
                            at.actor(relation.other()),
                            words.of(relation.latest().confidence())));
        }
        return Html.of(
                "<h2>{}</h2>{}{}",
                words.say("actors.changes"),
                rows.isEmpty()
                        ? Html.of("<p>{}</p>", words.say("actors.no-changes"))
                        : Html.of("<ul>{}</ul>", rows),
                at.more(changes.size() - CHANGES_MAX));
    }
}

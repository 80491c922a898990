package org.vigie.server.lite;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.exchange.render.Html;
import org.vigie.exchange.render.Spans;
import org.vigie.exchange.words.Words;
import org.vigie.register.MandateRegister;
import org.vigie.register.MandateRegister.Resolution;
import org.vigie.register.MandateRegister.Task;
import org.vigie.register.RegisterSheet;

/// What the Council asked for on the day: the resolution in force with its tasks and ceilings, what
/// it changed, and all resolutions over time.
final class MandatePage {

    private static final int ALL_BYTES = 14_000;

    private final RegisterView at;
    private final Words words;
    private final MandateRegister register;

    MandatePage(RegisterView at, MandateRegister register) {
        this.at = at;
        this.words = at.words();
        this.register = register;
    }

    Html body() {
        var inForce = register.inForce();
        var parts = new ArrayList<Html>();
        if (inForce.isEmpty()) {
            parts.add(
                    Html.of(
                            "<p class=\"due\">{} {}</p>",
                            words.say("mandate.none"),
                            words.say("register.on-day", words.day(at.day()))));
        }
        inForce.forEach(resolution -> parts.add(inForce(resolution)));
        return at.around(
                Html.of("{}{}{}", at.form(Html.EMPTY), parts, all()),
                List.of(RegisterSheet.Name.MANDATE, RegisterSheet.Name.VOTES));
    }

    private Html inForce(Resolution resolution) {
        var until = resolution.until();
        return Html.of(
                "<h2>{}</h2><p class=\"says\">{} {}{}</p><dl><dt>{}<dd>{}<dt>{}<dd>{}</dl>{}{}",
                words.say("mandate.resolution", resolution.number()),
                words.say("register.on-day", words.day(at.day())),
                words.say(
                        "mandate.adopted-until",
                        words.day(resolution.adopted()),
                        until == null ? words.say("not-stated") : words.day(until)),
                resolution.amends() == null
                        ? ""
                        : " " + words.say("mandate.amends", resolution.amends()),
                words.say("mandate.ceiling"),
                Html.of(
                        "{} · <a href=\"{}\">{}</a>",
                        ceiling(resolution),
                        at.page("/lite/strength"),
                        words.say("mandate.beside-strength")),
                words.say("mandate.vote"),
                vote(resolution),
                tasks(resolution),
                change(resolution));
    }

    private String ceiling(Resolution resolution) {
        return resolution.ceiling() == null
                ? words.say("mandate.no-ceiling")
                : words.say(
                        "mandate.ceilings",
                        figure(resolution.military()),
                        figure(resolution.police()));
    }

    private String figure(@Nullable Integer persons) {
        return persons == null ? words.say("not-stated") : words.number(persons);
    }

    private Html vote(Resolution resolution) {
        return resolution
                .findVote()
                .map(vote ->
                        Html.of(
                                "{}{} · {} {}",
                                words.say(
                                        "mandate.voted",
                                        vote.inFavour(),
                                        vote.against(),
                                        vote.abstained()),
                                vote.abstaining().isEmpty()
                                        ? ""
                                        : " (" + String.join(", ", vote.abstaining()) + ")",
                                at.source(vote.basis(), vote.note()),
                                at.say().entry(vote.seq())))
                .orElseGet(() -> Html.of("{}", words.say("not-stated")));
    }

    private Html tasks(Resolution resolution) {
        var rows = new ArrayList<Html>();
        for (var task : resolution.tasks()) {
            rows.add(
                    Html.of(
                            "<tr><td data-l=\"{}\">{}<td dir=\"auto\">{}<td class=\"src\" data-l=\"{}\">{} {}",
                            words.say("mandate.priority"),
                            task.priority().isEmpty() ? "–" : task.priority(),
                            task.text(),
                            words.say("col.source"),
                            at.source(task.basis(), task.note()),
                            at.say().entry(task.seq())));
        }
        return Html.of(
                "<table class=\"rows\"><thead><tr><th>{}<th>{}<th>{}</thead><tbody>{}</tbody></table>",
                words.say("mandate.priority"),
                words.say("mandate.task"),
                words.say("col.source"),
                rows);
    }

    private Html change(Resolution resolution) {
        var change = register.change(resolution);
        if (change.isEmpty()) {
            return Html.EMPTY;
        }
        var more = change.get().more();
        var lines = new ArrayList<Html>();
        lines.add(
                Html.of(
                        "<li>{}",
                        more == null
                                ? words.say("mandate.ceiling-unclear")
                                : more == 0
                                        ? words.say("mandate.ceiling-same")
                                        : words.say(
                                                more > 0
                                                        ? "mandate.ceiling-more"
                                                        : "mandate.ceiling-less",
                                                Math.abs(more))));
        lines.addAll(changed("mandate.new", change.get().added()));
        lines.addAll(changed("mandate.dropped", change.get().dropped()));
        return Html.of(
                "<h3>{}</h3><ul>{}</ul><p class=\"note\">{}</p>",
                words.say("mandate.changed", change.get().before().number()),
                lines,
                words.say("mandate.changed-note"));
    }

    private List<Html> changed(String key, List<Task> tasks) {
        return tasks.stream()
                .map(task ->
                        Html.of(
                                "<li>{}: <span dir=\"auto\">{}</span>",
                                words.say(key),
                                task.text()))
                .toList();
    }

    private Html all() {
        if (register.resolutions().isEmpty()) {
            return Html.EMPTY;
        }
        var days = new ArrayList<LocalDate>();
        for (var resolution : register.resolutions()) {
            days.add(resolution.adopted());
            if (resolution.until() != null) {
                days.add(resolution.until());
            }
        }
        var spans = Spans.over(days, at.day());
        var rows = new ArrayList<Html>();
        for (var resolution : register.resolutions().reversed()) {
            rows.add(row(resolution, spans));
        }
        var shown = RegisterView.fitting(rows, ALL_BYTES);
        return Html.of(
                "<h2>{}</h2><p class=\"note\">{}</p><table class=\"rows\"><thead><tr><th>{}<th>{}<th>{}<th>{}<th"
                        + " class=\"r\">{}<th class=\"r\">{}</thead><tbody>{}</tbody></table>{}",
                words.say("mandate.all"),
                words.say("mandate.all-note"),
                words.say("mandate.number"),
                words.say("mandate.adopted"),
                words.say("mandate.until"),
                spans.axis(),
                words.say("mandate.military"),
                words.say("mandate.police"),
                shown,
                at.more(rows.size() - shown.size()));
    }

    private Html row(Resolution resolution, Spans spans) {
        var until = resolution.until();
        boolean holds = register.inForce().contains(resolution);
        return Html.of(
                "<tr><td><a href=\"{}\">{}</a>{}<td data-l=\"{}\">{}<td data-l=\"{}\">{}<td>{}<td"
                        + " class=\"r\" data-l=\"{}\">{}<td class=\"r\" data-l=\"{}\">{}",
                at.view().page("/lite/mandate").with("on", resolution.adopted().toString()),
                resolution.number(),
                holds
                        ? Html.of(" <i class=\"tag\">{}</i>", words.say("mandate.holds"))
                        : Html.EMPTY,
                words.say("mandate.adopted"),
                words.day(resolution.adopted()),
                words.say("mandate.until"),
                until == null ? words.say("not-stated") : words.day(until),
                spans.span(
                        resolution.adopted(), until, holds ? Spans.Tone.STRONG : Spans.Tone.MIDDLE),
                words.say("mandate.military"),
                figure(resolution.military()),
                words.say("mandate.police"),
                figure(resolution.police()));
    }
}

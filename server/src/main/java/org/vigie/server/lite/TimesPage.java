package org.vigie.server.lite;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.vigie.exchange.render.Html;
import org.vigie.exchange.words.Words;
import org.vigie.record.Component;
import org.vigie.record.Milestone;
import org.vigie.record.Picture;
import org.vigie.record.Recorded;
import org.vigie.record.Warnings.Severity;
import org.vigie.record.Watchkeeping.TimesSet;
import org.vigie.warn.DueTimes;
import org.vigie.warn.Escalation.Rung;

/// How soon each step is due, by severity, with who set it and why; and the form to set it.
record TimesPage(Say say, Typed typed) {

    static final String PATH = "/lite/times";
    static final String BASIS = "times-basis";

    /// Where what is wrong with a number is said: above the table.
    static final String TABLE = "times";

    static final List<String> LADDER = List.of("ladder-1", "ladder-2", "ladder-3");

    private static final List<Rung> RUNGS =
            List.of(Rung.OPERATIONS_CHIEF, Rung.CHIEF_OF_STAFF, Rung.HEAD_OF_MISSION);

    private Words words() {
        return say.words();
    }

    /// Who sets them is of the operations centre or of the mission's leadership.
    static boolean maySet(View view) {
        var component = view.officer().component();
        return component == Component.OPERATIONS_CENTRE || component == Component.LEADERSHIP;
    }

    static String field(Severity severity, Milestone step) {
        return "t-" + View.code(severity) + "-" + step.code();
    }

    /// @param id of the form
    Html body(Picture picture, String id) {
        var times = DueTimes.of(picture);
        boolean form = !say.view().past() && maySet(say.view());
        var inside =
                Html.of(
                        "{}{}",
                        table(times, form),
                        form
                                ? new Fields(say.view(), typed).line(BASIS)
                                : Html.of("<p class=\"note\">{}</p>", words().say("times.whose")));
        return Html.of(
                "{}<p>{}</p>{}<p class=\"note\">{}</p>{}",
                new Fields(say.view(), typed).summary(),
                origin(picture),
                form
                        ? Html.of(
                                "<form method=\"post\" action=\"{}\">{}{}<p><button"
                                        + " class=\"do\">{}</button></p></form>",
                                PATH,
                                new Fields(say.view(), typed).carried(id),
                                inside,
                                words().say("times.set"))
                        : inside,
                words().say("times.note"),
                earlier(picture));
    }

    private Html origin(Picture picture) {
        return picture.entries(TimesSet.class).stream()
                .reduce((earlier, later) -> later)
                .map(this::set)
                .orElse(Html.of("{}", words().say("times.assumed")));
    }

    private Html set(Recorded entry) {
        return Html.of(
                "{} {}",
                words().say(
                                "times.by",
                                entry.entry().author(),
                                words().moment(entry.knownAt()),
                                ((TimesSet) entry.body()).basis()),
                say.entry(entry.seq()));
    }

    /// Nothing is lost: what held before stands below.
    private Html earlier(Picture picture) {
        var all = picture.entries(TimesSet.class).reversed();
        return all.size() < 2
                ? Html.EMPTY
                : Html.of(
                        "<h2>{}</h2><ul>{}</ul>",
                        words().say("times.earlier"),
                        all.stream().skip(1).map(one -> Html.of("<li>{}", set(one))).toList());
    }

    private Html table(DueTimes times, boolean form) {
        var rows = new ArrayList<Html>();
        for (var severity : Severity.judged().reversed()) {
            var cells =
                    DueTimes.STEPS.stream().map(step -> cell(times, severity, step, form)).toList();
            rows.add(Html.of("<tr><th scope=\"row\">{}{}", words().of(severity), cells));
        }
        return Html.of(
                "<table class=\"rows\" id=\"f-times\"><caption>{}</caption><thead><tr><th>{}{}</thead><tbody>{}</tbody></table><p>{}</p>",
                words().say(form ? "times.minutes" : "times.caption"),
                words().say("watch.severity"),
                DueTimes.STEPS.stream().map(step -> Html.of("<th>{}", words().of(step))).toList(),
                rows,
                ladder(times, form));
    }

    private Html cell(DueTimes times, Severity severity, Milestone step, boolean form) {
        var held = times.find(severity, step);
        var label = words().of(step);
        if (!form) {
            return Html.of(
                    "<td data-l=\"{}\">{}",
                    label,
                    held.map(words()::length).orElse(words().say("times.no-clock")));
        }
        return Html.of(
                "<td class=\"nl\" data-l=\"{}\">{} <small class=\"z\">{}</small>",
                label,
                number(
                        field(severity, step),
                        held.map(Duration::toMinutes).map(minutes -> "" + minutes).orElse(""),
                        words().of(severity) + ", " + label),
                held.map(words()::length).orElse(""));
    }

    private Html ladder(DueTimes times, boolean form) {
        var parts = new ArrayList<Html>();
        for (int i = 0; i < RUNGS.size(); i++) {
            var rung = words().of(RUNGS.get(i));
            var value = "" + times.ladder().get(i);
            parts.add(
                    Html.of(
                            "{} × {}",
                            form ? number(LADDER.get(i), value, rung) : Html.of("{}", value),
                            rung));
        }
        return Html.of("{} {}", words().say("times.ladder"), Html.join(Html.of(", "), parts));
    }

    private Html number(String field, String held, String label) {
        return Html.of(
                "<input type=\"text\" inputmode=\"numeric\" size=\"5\" maxlength=\"6\" name=\"{}\" value=\"{}\""
                        + " aria-label=\"{}\">",
                field,
                typed.touched() ? typed.value(field) : held,
                label);
    }
}

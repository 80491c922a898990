package org.vigie.server.lite;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.exchange.render.Html;
import org.vigie.exchange.words.Words;
import org.vigie.plan.medical.CareClock;
import org.vigie.plan.medical.CareClocks;
import org.vigie.plan.medical.DelayReason;
import org.vigie.plan.medical.Link;
import org.vigie.record.Alert;
import org.vigie.record.Casualties.Who;
import org.vigie.record.Recorded;

/// Casualties with their clocks of 10-1-2, and how long each part of the way to care took.
///
/// @param alert the one alert whose casualties are shown, null for all
record CasualtyPage(Say say, CareClocks shown, @Nullable Alert alert) {

    static final String PATH = "/lite/casualties";

    private static final int LIST_BYTES = 9_000;

    /// On the page of an alert there is room for so much.
    private static final int BRIEF_BYTES = 1_500;

    private Words words() {
        return say.words();
    }

    private Instant now() {
        return say.view().knownAsOf();
    }

    /// @param forms what can be written here
    Html body(Html forms) {
        var rows = new ArrayList<Html>();
        shown.casualties().forEach(one -> rows.add(row(one, true)));
        var fitting = RegisterView.fitting(rows, LIST_BYTES);
        int left = rows.size() - fitting.size();
        return Html.of(
                "{}<p class=\"says\">{}</p><p class=\"note\">{}</p>{}{}{}{}{}",
                alert == null
                        ? Html.EMPTY
                        : Html.of(
                                "<p><a href=\"{}\">{}</a> · <a href=\"{}\">{}</a></p>",
                                say.alert(alert.id()),
                                Say.uncited(alert.what().title()),
                                say.view().page(PATH),
                                words().say("casualties.all")),
                words().count("casualties.n", shown.casualties().size()),
                words().say("casualties.note"),
                table(fitting),
                left > 0
                        ? Html.of("<p class=\"note\">{}</p>", words().say("register.more", left))
                        : Html.EMPTY,
                alert == null
                        ? Html.of("<p class=\"note\">{}</p>", words().say("casualties.where"))
                        : forms,
                counts(),
                medians());
    }

    /// Beside an alert: each casualty in one line, and the way to the forms.
    static Html beside(Say say, CareClocks all, Alert alert) {
        var page = new CasualtyPage(say, all.about(alert.id()), alert);
        var rows = new ArrayList<Html>();
        page.shown.casualties().forEach(one -> rows.add(page.row(one, false)));
        return Html.of(
                "<h2>{}</h2>{}<p><a class=\"b\" href=\"{}\">{}</a></p>",
                say.words().say("page.casualties"),
                page.table(RegisterView.fitting(rows, BRIEF_BYTES)),
                say.view().page(PATH).with("alert", alert.id().toString()),
                say.words().count("casualties.open", page.shown.casualties().size()));
    }

    private Html table(List<Html> rows) {
        return rows.isEmpty()
                ? Html.EMPTY
                : Html.of(
                        "<table class=\"rows\"><thead><tr><th>{}<th>{}<th>{}<th>{}</thead><tbody>{}</tbody></table>",
                        words().say("casualties.casualty"),
                        within(Link.Kind.FIRST_AID),
                        within(Link.Kind.FIELD_CARE),
                        within(Link.Kind.SURGERY),
                        rows);
    }

    /// What a column tells: the link, with its limit.
    private String within(Link.Kind kind) {
        var code = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return words().say("casualties.link." + code, kind.limit().toMinutes());
    }

    private String note(String note) {
        var text = DelayReason.text(note);
        return DelayReason.find(note)
                .map(words()::of)
                .map(reason -> text.isEmpty() ? reason : reason + ", " + text)
                .orElse(text);
    }

    private Html row(CareClock one, boolean whole) {
        var cells = new ArrayList<Html>();
        for (var clock : one.clocks(now())) {
            cells.add(Html.of("<td data-l=\"{}\">{}", within(clock.kind()), state(clock)));
        }
        return Html.of(
                "<tr><td><b>{}</b> · {}{}{}{}",
                words().say("casualties.number", one.what().number()),
                words().of(one.what().who()),
                alert == null
                        ? Html.of(
                                " <a href=\"{}\">{}</a>",
                                say.view().page(PATH).with("alert", one.what().about().toString()),
                                words().say("casualties.of-alert"))
                        : Html.EMPTY,
                whole ? steps(one) : Html.EMPTY,
                cells);
    }

    private Html state(CareClock.Clock clock) {
        var took = clock.took().map(words()::length).orElse("");
        return switch (clock.state()) {
            case MET -> Html.of("{}", words().say("casualties.met", took));
            case NOT_MET ->
                    Html.of(
                            "<b class=\"late\">{}</b>",
                            took.isEmpty()
                                    ? words().say("casualties.not-met")
                                    : words().say("casualties.not-met-after", took));
            case RUNNING ->
                    Html.of(
                            "<b>{}</b>",
                            words().say(
                                            "casualties.running",
                                            clock.due().map(words()::moment).orElse("")));
            case ENDED_BEFORE -> Html.of("{}", words().say("casualties.ended-before"));
            case ERASED -> Html.of("{}", words().say("casualties.erased"));
            case NOT_KNOWN -> Html.of("{}", words().say("unknown"));
        };
    }

    private Html steps(CareClock one) {
        var lines = new ArrayList<Html>();
        for (var taken : one.steps()) {
            lines.add(
                    Html.of(
                            "<li>{}{} {}{}{} {} {}",
                            words().of(taken.step()),
                            words().say("colon.sign"),
                            taken.at()
                                    .map(say::brief)
                                    .orElse(Html.of("{}", words().say("unknown"))),
                            say.backDated(taken.by()),
                            taken.outOfOrder()
                                    ? Html.of(
                                            " <b class=\"late\">{}</b>",
                                            words().say("casualties.out-of-order"))
                                    : Html.EMPTY,
                            taken.note().isEmpty() ? "" : "· " + note(taken.note()),
                            say.entry(taken.by().seq())));
        }
        return Html.of("<ul>{}</ul>", lines);
    }

    /// The entries of a casualty that can be taken back, the opening last: it takes all with it.
    static List<Recorded> entries(CareClock one) {
        var entries = new LinkedHashSet<Recorded>();
        one.steps().reversed().forEach(taken -> entries.add(taken.by()));
        entries.remove(one.opened());
        entries.add(one.opened());
        return List.copyOf(entries);
    }

    /// How each link stands by class: those who are not of the mission are never counted among it.
    private Html counts() {
        var rows = new ArrayList<Html>();
        for (var who : Who.values()) {
            var those = shown.of(who);
            if (those.casualties().isEmpty()) {
                continue;
            }
            var cells = new ArrayList<Html>();
            for (var kind : Link.Kind.values()) {
                long met = those.count(kind, CareClock.State.MET, now());
                long missed = those.count(kind, CareClock.State.NOT_MET, now());
                cells.add(
                        Html.of(
                                "<td class=\"r\">{}",
                                words().say("casualties.met-of", met, met + missed)));
            }
            rows.add(
                    Html.of(
                            "<tr><td>{} (n = {}){}",
                            words().of(who),
                            those.casualties().size(),
                            cells));
        }
        return rows.isEmpty()
                ? Html.EMPTY
                : Html.of(
                        "<h2>{}</h2><p class=\"note\">{}</p><table><thead><tr><th>{}<th class=\"r\">{}<th class=\"r\">{}<th class=\"r\">{}</thead><tbody>{}</tbody></table>",
                        words().say("casualties.by-class"),
                        words().say("casualties.counted"),
                        words().say("casualties.class"),
                        within(Link.Kind.FIRST_AID),
                        within(Link.Kind.FIELD_CARE),
                        within(Link.Kind.SURGERY),
                        rows);
    }

    private Html medians() {
        var tables = new ArrayList<Html>();
        for (var who : Who.values()) {
            var those = shown.of(who);
            var rows = new ArrayList<Html>();
            for (var median : those.medians()) {
                if (median.n() > 0) {
                    rows.add(
                            Html.of(
                                    "<tr><td>{}<td class=\"r\">{}<td class=\"r\">{}<td class=\"r\">{}{}",
                                    words().of(median.span()),
                                    median.median().map(words()::length).orElse(""),
                                    median.longest().map(words()::length).orElse(""),
                                    median.n(),
                                    median.few()
                                            ? Html.of(
                                                    " <span class=\"z\">{}</span>",
                                                    words().say("casualties.few"))
                                            : Html.EMPTY));
                }
            }
            if (!rows.isEmpty()) {
                tables.add(
                        Html.of(
                                "<h3>{}</h3><table><thead><tr><th>{}<th class=\"r\">{}<th class=\"r\">{}<th class=\"r\">n</thead><tbody>{}</tbody></table>",
                                words().of(who),
                                words().say("casualties.part"),
                                words().say("casualties.median"),
                                words().say("casualties.longest"),
                                rows));
            }
        }
        return tables.isEmpty()
                ? Html.EMPTY
                : Html.of("<h2>{}</h2>{}", words().say("casualties.medians"), tables);
    }

    /// The alert that an address names, if it names one.
    static Optional<UUID> alertOf(String text) {
        return text.isBlank() ? Optional.empty() : Optional.of(Pictures.subject(text.strip()));
    }
}

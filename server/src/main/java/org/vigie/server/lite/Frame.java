package org.vigie.server.lite;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.exchange.render.Html;
import org.vigie.exchange.words.Language;
import org.vigie.exchange.words.Words;
import org.vigie.server.access.Door;
import org.vigie.server.access.SessionCookie;
import org.vigie.server.picture.Desk;
import org.vigie.server.picture.LedgerClock;
import org.vigie.server.picture.Mission;

/// What stands around every page: which mission, which moment of both clocks, whether it is an
/// exercise, the ways to the other pages, language and light; below, what the tool may be used for.
final class Frame {

    private static final List<String> PAGES =
            List.of(
                    "picture",
                    "watch",
                    "threats",
                    "report",
                    "response",
                    "changes",
                    "brief",
                    "registers",
                    "search",
                    "candidates",
                    "imports",
                    "verify",
                    "help");

    /// Two clocks that differ by less are no matter.
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

    private final Desk desk;
    private final Mission mission;
    private final boolean lasting;
    private final View view;
    private final Words words;
    private final Html again;

    Frame(Desk desk, View view) {
        this(desk, view, Html.EMPTY);
    }

    private Frame(Desk desk, View view, Html again) {
        this.desk = desk;
        this.mission = desk.mission();
        this.lasting = desk.lasting();
        this.view = view;
        this.words = view.words();
        this.again = again;
    }

    /// The same around a page that the browser asks for again by itself.
    Frame again(int seconds) {
        return new Frame(
                desk, view, Html.of("<meta http-equiv=\"refresh\" content=\"{}\">", seconds));
    }

    /// The whole page.
    ///
    /// @param title what it is about; the browser's window and the print say it too
    Html page(String title, Html body) {
        return view.officer().stranger() ? bare(title, body) : ours(whole(title, body));
    }

    /// With the token of the session in every form.
    private Html ours(Html page) {
        return view.officer()
                .formToken()
                .map(token -> page.withField(SessionCookie.FIELD, token))
                .orElse(page);
    }

    /// What a stranger sees, and whoever becomes somebody: neither the mission nor the way to any
    /// page.
    Html bare(String title, Html body) {
        return ours(
                Html.of(
                        "<!doctype html><html lang=\"{}\" class=\"{}\"><head><meta charset=\"utf-8\"><meta"
                                + " name=\"viewport\" content=\"width=device-width\"><meta name=\"color-scheme\""
                                + " content=\"light dark\"><title>{} · Vigie</title><link rel=\"icon\""
                                + " href=\"data:,\"><link rel=\"stylesheet\" href=\"{}\"></head><body><header><div"
                                + " class=\"top\"><b class=\"vigie\">Vigie</b><span class=\"who\">{}</span></div></header><main"
                                + " id=\"main\"><h1>{}</h1>{}</main></body></html>",
                        words.language().code(),
                        view.theme(),
                        title,
                        Stylesheet.PATH,
                        Html.join(Html.of(" "), looks()),
                        title,
                        body));
    }

    private Html whole(String title, Html body) {
        return Html.of(
                "<!doctype html><html lang=\"{}\" class=\"{}\"><head><meta charset=\"utf-8\"><meta"
                        + " name=\"viewport\" content=\"width=device-width\">{}<meta name=\"color-scheme\""
                        + " content=\"light dark\"><title>{}{} · Vigie</title><link rel=\"icon\""
                        + " href=\"data:,\"><link rel=\"stylesheet\" href=\"{}\"></head><body class=\"{}\"><a"
                        + " class=\"skip\" href=\"#main\">{}</a>{}{}{}{}<main id=\"main\"><h1>{}</h1>{}{}{}</main>{}</body></html>",
                words.language().code(),
                view.theme(),
                again,
                view.exercise() ? words.say("exercise") + words.say("colon.sign") + " " : "",
                title,
                Stylesheet.PATH,
                view.exercise() ? "ex" : "",
                words.say("skip"),
                strip(),
                head(),
                clocks(),
                past(),
                title,
                Html.of("{}{}", clockBehind(), bound()),
                strangers(),
                body,
                foot());
    }

    /// Whoever looks at the clock on the wall must know that the ledger's is another.
    private Html clockBehind() {
        return desk.clock() instanceof LedgerClock clock
                        && clock.behind().compareTo(CLOCKS_DIFFER) > 0
                ? Html.of(
                        "<p class=\"error\">{}</p>",
                        words.say("clock.behind", words.length(clock.behind())))
                : Html.EMPTY;
    }

    /// Whose sight an area bounds must not take an empty list here for one of the whole country.
    private Html bound() {
        var purview = view.officer().viewer().purview();
        if (purview == null) {
            return Html.EMPTY;
        }
        return purview.somewhere()
                ? Html.of("<p class=\"says\">{}</p>", words.say("bound.here", purview.name()))
                : Html.of("<p class=\"error\">{}</p>", words.say("bound.nowhere", purview.name()));
    }

    /// A nought because of a slip of the hand must not look like a nought of the world.
    private Html strangers() {
        var said = new ArrayList<Html>();
        for (var stranger : view.strangers()) {
            said.add(
                    Html.of(
                            "<p class=\"says\"><b>{}</b>{}</p>",
                            stranger.field().equals("area")
                                    ? words.say("filter.nobody-knows-area", stranger.name())
                                    : words.say("filter.nobody-knows-actor", stranger.name()),
                            stranger.near().isEmpty()
                                    ? ""
                                    : " "
                                            + words.say(
                                                    "filter.near",
                                                    String.join(", ", stranger.near()))));
        }
        return Html.join(said);
    }

    private Html strip() {
        return view.exercise()
                ? Html.of(
                        "<p class=\"strip\"><b>{}</b> <span>{}</span> <a href=\"{}\">{}</a></p>",
                        words.say("exercise"),
                        words.say("exercise.note"),
                        otherLedger().with("exercise", null),
                        words.say("exercise.leave"))
                : Html.EMPTY;
    }

    /// The same page of the other ledger; what is one entry's of this one is not in the other, so
    /// that its list stands there instead.
    private Address otherLedger() {
        var at = view.address();
        if (at.path().matches("/lite/(alerts|reports|handover)/.*")) {
            return at.at("/lite/watch");
        }
        if (at.path().startsWith(ThreatsPage.PATH + "/")) {
            return at.at(ThreatsPage.PATH);
        }
        if (at.path().equals(LogPage.PATH)) {
            return at.without("about");
        }
        if (at.path().equals(PaperPage.FLASH)) {
            return at.at("/lite/watch").without("alert");
        }
        if (at.path().matches("/lite/imports/[0-9a-f-]{36}.*")) {
            return at.at("/lite/imports");
        }
        return at.path().matches("/lite/(incidents|entries|subjects)/.*") ? at.at("/lite") : at;
    }

    /// Whether a page that the menu does not name stands under one that it names.
    private static boolean belongs(String at, String page) {
        return switch (page) {
            case "picture" -> at.startsWith("/lite/incidents/");
            case "imports" -> at.startsWith("/lite/imports/");
            case "watch" ->
                    at.startsWith("/lite/alerts")
                            || at.startsWith("/lite/reach")
                            || at.startsWith("/lite/casualties")
                            || at.equals("/lite/casevac")
                            || at.equals(LogPage.PATH)
                            || at.startsWith(HandoverPage.PATH)
                            || at.equals(PaperPage.SITREP)
                            || at.equals(PaperPage.FLASH);
            case "threats" -> at.startsWith(ThreatsPage.PATH + "/");
            case "registers" -> RegisterView.isRegister(at);
            default -> false;
        };
    }

    private Html head() {
        var links = new ArrayList<Html>();
        for (var page : PAGES) {
            var path = page.equals("picture") ? "/lite" : "/lite/" + page;
            var at = view.address().path();
            boolean here = at.equals(path) || belongs(at, page);
            links.add(
                    Html.of(
                            "<a href=\"{}\"{}>{}</a>",
                            view.page(path),
                            here
                                    ? Html.attribute("aria-current", "page")
                                    : Html.attribute("hidden", false),
                            words.say("page." + page)));
        }
        return Html.of(
                "<header><div class=\"top\"><b class=\"vigie\">Vigie</b><span class=\"mission\""
                        + " title=\"{}\">{}</span><span class=\"who\">{}</span></div><nav"
                        + " aria-label=\"{}\">{}</nav></header>",
                mission.name(words.language()),
                mission.fictional() && !mission.country().isEmpty()
                        ? mission.shortName() + " · " + words.say("fictional")
                        : mission.shortName(),
                choices(),
                words.say("pages"),
                links);
    }

    private Html choices() {
        var choices = looks();
        var officer = view.officer();
        if (officer.readsAudit()) {
            choices.add(
                    Html.of(
                            "<a href=\"{}\">{}</a>",
                            view.page(AuditController.PATH),
                            words.say("page.audit")));
        }
        if (officer.readsAudit() || officer.administers()) {
            choices.add(
                    Html.of(
                            "<a href=\"{}\">{}</a>",
                            view.page(WebhooksController.PATH),
                            words.say("page.webhooks")));
        }
        if (officer.administers()) {
            choices.add(
                    Html.of(
                            "<a href=\"{}\">{}</a>",
                            view.page(AccountsController.PATH),
                            words.say("page.accounts")));
        }
        choices.add(
                Html.of(
                        "<a href=\"{}\">{}</a>",
                        view.page(officer.signedIn() ? Door.ACCOUNT : "/lite/officer"),
                        Say.who(words, officer.post())));
        return Html.join(Html.of(" "), choices);
    }

    /// The other language and the other lights.
    private List<Html> looks() {
        var choices = new ArrayList<Html>();
        for (var language : Language.OF_PAGES) {
            if (language != words.language()) {
                choices.add(
                        Html.of(
                                "<a href=\"{}\" lang=\"{}\" hreflang=\"{}\">{}</a>",
                                view.with("lang", language.code()),
                                language.code(),
                                language.code(),
                                Words.of(language).say("language")));
            }
        }
        for (var theme : List.of("light", "dark", "auto")) {
            if (!theme.equals(view.theme().isEmpty() ? "auto" : view.theme())) {
                choices.add(choice("theme", theme, words.say("theme." + theme)));
            }
        }
        return choices;
    }

    private Html choice(String parameter, String value, String label) {
        return Html.of("<a href=\"{}\">{}</a>", view.with(parameter, value), label);
    }

    private Html clocks() {
        return Html.of(
                "<details class=\"ck\"><summary>{}</summary><form class=\"clocks\" method=\"get\" action=\"{}\">{}<fieldset><legend>{}</legend>{}</fieldset>"
                        + "<fieldset><legend>{}</legend>{}</fieldset><button>{}</button></form></details>",
                words.say("clock.fold"),
                view.address().path(),
                hidden(view, List.of("known", "recorded")),
                words.say("clock.known"),
                clock("known", view.known()),
                words.say("clock.recorded"),
                clock("recorded", view.recorded()),
                words.say("clock.set"));
    }

    private Html clock(String name, Optional<Instant> moment) {
        var from = moment.orElse(view.now());
        return Html.of(
                "<input type=\"datetime-local\" name=\"{}\" value=\"{}\" aria-label=\"{}\"> <span"
                        + " class=\"z\">Z</span>{}{}{}",
                name,
                moment.map(View::field).orElse(""),
                words.say("clock." + name),
                step(name, from.minus(Duration.ofDays(1)), "−1 " + words.say("day.short")),
                step(name, from.minus(Duration.ofHours(1)), "−1 h"),
                moment.isPresent()
                        ? Html.of(
                                "{}<a class=\"b\" href=\"{}\">{}</a>",
                                step(name, from.plus(Duration.ofHours(1)), "+1 h"),
                                view.with(name, null),
                                words.say("now"))
                        : Html.of("<b class=\"now\">{}</b>", words.say("now")));
    }

    private Html step(String name, Instant moment, String label) {
        return Html.of(
                "<a class=\"b\" href=\"{}\">{}</a>", view.with(name, View.field(moment)), label);
    }

    private Html past() {
        if (!view.past()) {
            return Html.EMPTY;
        }
        return Html.of(
                "<p class=\"past\" role=\"status\"><b>{}</b> {} <a href=\"{}\">{}</a></p>",
                words.say(view.ahead() ? "future" : "past"),
                sentence(),
                view.address().without("known", "recorded"),
                words.say("past.leave"));
    }

    /// What the clocks show; of a moment that has not come yet, that what is so by now is shown.
    private String sentence() {
        var said = new ArrayList<String>();
        view.known()
                .ifPresent(known ->
                        said.add(
                                words.say(
                                        view.isAhead(known) ? "future.known" : "past.known",
                                        both(known))));
        view.recorded()
                .ifPresent(recorded ->
                        said.add(
                                words.say(
                                        view.isAhead(recorded)
                                                ? "future.recorded"
                                                : "past.recorded",
                                        both(recorded))));
        return String.join(" ", said);
    }

    /// A moment in UTC with the mission's own clock beside it.
    String both(Instant moment) {
        return words.moment(moment)
                + " ("
                + words.say("local", words.localTime(moment, mission.zone()))
                + ")";
    }

    /// The view's parameters as hidden fields of a form, but for those that the form sets itself.
    static Html hidden(View view, List<String> except) {
        var fields = new ArrayList<Html>();
        view.address()
                .parameters()
                .forEach((name, value) -> {
                    if (!except.contains(name)) {
                        fields.add(
                                Html.of(
                                        "<input type=\"hidden\" name=\"{}\" value=\"{}\">",
                                        name,
                                        value));
                    }
                });
        return Html.join(fields);
    }

    private Html foot() {
        return Html.of(
                "<footer><p>{}</p>{}<p>{} · <a href=\"{}\">{}</a>{}</p></footer>",
                words.say(view.officer().signedIn() ? "foot.accounts" : "foot.gate"),
                lasting ? Html.EMPTY : Html.of("<p class=\"due\">{}</p>", words.say("foot.memory")),
                words.say("foot.shown", both(view.now())),
                view.page("/lite/help"),
                words.say("page.help"),
                view.exercise()
                        ? Html.of(" · <b>{}</b>", words.say("exercise"))
                        : Html.of(
                                " · <a href=\"{}\">{}</a>",
                                otherLedger().with("exercise", "1"),
                                words.say("exercise.enter")));
    }
}

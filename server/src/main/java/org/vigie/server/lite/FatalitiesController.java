package org.vigie.server.lite;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.vigie.exchange.render.Html;
import org.vigie.exchange.un.OwnFatalities;
import org.vigie.force.Fatalities;
import org.vigie.force.NextOfKin;
import org.vigie.geo.BadInput;
import org.vigie.record.Facts.MissionFatality;
import org.vigie.record.Handling;
import org.vigie.record.Happened;
import org.vigie.record.Ids;
import org.vigie.record.Recorded;
import org.vigie.record.Viewer;
import org.vigie.register.StrengthRegister;
import org.vigie.server.picture.Desk;

/// Shows members of missions who died, and takes what a mission writes of its own.
@Controller
class FatalitiesController {

    private static final Set<String> ACTS = Set.of("death", "told");
    private static final int LINE_MAX = 120;

    private final Desk desk;

    FatalitiesController(Desk desk) {
        this.desk = desk;
    }

    @GetMapping(FatalitiesPage.PATH)
    ResponseEntity<byte[]> show(View view, @RequestParam Map<String, String> values)
            throws IOException {
        var mission = values.getOrDefault("mission", desk.mission().shortName()).strip();
        return Answers.page(page(view, mission, new AlertPage.Sent("", Typed.nothing())));
    }

    @PostMapping(FatalitiesPage.PATH)
    ResponseEntity<byte[]> write(View view, @RequestParam Map<String, String> values)
            throws IOException {
        var typed = new Typed(values);
        var act = typed.value("act");
        if (!ACTS.contains(act)) {
            throw new NotHere(act);
        }
        Writing.requireNow(view);
        var read = act.equals("death") ? death(typed) : told(view, typed);
        if (read.isEmpty()) {
            return Answers.page(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    page(view, desk.mission().shortName(), new AlertPage.Sent(act, typed)));
        }
        var pen = new Pen(desk, view, typed.id());
        var line = read.get();
        pen.register(
                pen.line(subject(line.body().sourceKey()), line.body()),
                line.happened(),
                line.older(),
                line.handling());
        return Answers.goTo(view.page(FatalitiesPage.PATH));
    }

    private static UUID subject(String key) {
        return Ids.subject(new OwnFatalities().source(), key);
    }

    /// What is to be written.
    ///
    /// @param older the withheld entry that it lets go, null for none
    private record Line(
            MissionFatality body,
            @Nullable Happened happened,
            @Nullable UUID older,
            Handling handling) {}

    private Optional<Line> death(Typed typed) {
        var key = key(typed);
        var mission = typed.required("mission-acronym", LINE_MAX);
        var day = neededDay(typed, "death-day");
        var personnel = word(typed, "personnel", OwnFatalities.PERSONNEL);
        var cause = word(typed, "death-cause", OwnFatalities.CAUSES);
        var told = typed.value("kin-told").isEmpty() ? null : neededDay(typed, "kin-told");
        inOrder(typed, day, told);
        if (!typed.good() || day == null) {
            return Optional.empty();
        }
        var body =
                OwnFatalities.body(
                        key,
                        told,
                        Map.of(
                                "mission",
                                mission,
                                OwnFatalities.COUNTRY,
                                country(typed),
                                "personnel",
                                personnel,
                                "cause",
                                cause));
        return Optional.of(
                new Line(body, Happened.on(day), null, NextOfKin.handling(told, Handling.MISSION)));
    }

    /// What was withheld is written again as it was, with the day on which they were told. Whoever
    /// says so names the death; nobody is shown which ones wait.
    private Optional<Line> told(View view, Typed typed) throws IOException {
        var key = key(typed);
        var told = neededDay(typed, "kin-told");
        var withheld =
                desk.ledger(view.exercise()).history(subject(key), Viewer.keeper()).stream()
                        .filter(entry -> entry.entry().handling() == Handling.WITHHELD)
                        .reduce((older, newer) -> newer);
        if (typed.good() && withheld.isEmpty()) {
            typed.problem("casualty-id", "problem.no-such-death");
        }
        var day = withheld.flatMap(entry -> entry.entry().findHappenedOn()).orElse(null);
        inOrder(typed, day == null ? null : day.lastDay(), told);
        return typed.good() && told != null
                ? withheld.flatMap(entry -> letGo(entry, told))
                : Optional.empty();
    }

    private static Optional<Line> letGo(Recorded withheld, LocalDate told) {
        return withheld.body() instanceof MissionFatality death
                ? Optional.of(
                        new Line(
                                OwnFatalities.body(
                                        death.sourceKey(),
                                        told,
                                        Map.of(
                                                "mission",
                                                death.mission(),
                                                "casualty",
                                                death.casualtyType(),
                                                OwnFatalities.COUNTRY,
                                                death.nationality(),
                                                "personnel",
                                                death.personnel(),
                                                "cause",
                                                death.cause())),
                                withheld.entry().happenedOn(),
                                withheld.entry().id(),
                                NextOfKin.handling(told, Handling.MISSION)))
                : Optional.empty();
    }

    private static String key(Typed typed) {
        return OwnFatalities.key(typed.required("casualty-id", LINE_MAX), country(typed));
    }

    private static String country(Typed typed) {
        try {
            return OwnFatalities.country("nationality", typed.value("nationality"));
        } catch (BadInput e) {
            typed.problem("nationality", "problem.country");
            return "";
        }
    }

    private static String word(Typed typed, String field, List<String> words) {
        return words.stream()
                .filter(word -> code(word).equals(typed.value(field)))
                .findFirst()
                .orElseGet(() -> {
                    typed.problem(field, "problem.choose");
                    return "";
                });
    }

    private static String code(String word) {
        return word.toLowerCase(java.util.Locale.ROOT).replace(' ', '-');
    }

    private static void inOrder(Typed typed, @Nullable LocalDate day, @Nullable LocalDate told) {
        try {
            NextOfKin.check("kin-told", day, told);
        } catch (BadInput e) {
            typed.problem("kin-told", "problem.told-early");
        }
    }

    private static @Nullable LocalDate neededDay(Typed typed, String field) {
        try {
            return View.day(field, typed.value(field));
        } catch (BadInput e) {
            typed.problem(field, "problem.day");
            return null;
        }
    }

    private Html page(View view, String mission, AlertPage.Sent sent) throws IOException {
        var picture = Pictures.of(desk, view);
        var day = Say.dayOf(view.knownAsOf());
        var at = new RegisterView(view, picture, day, "", Pictures.say(desk, view, picture));
        var all = Fatalities.of(picture);
        var one = mission.equals("all") || all.ofMission(mission).deaths().isEmpty() ? "" : mission;
        var shown = one.isEmpty() ? all : all.ofMission(one);
        var page =
                new FatalitiesPage(
                        at, all, one, shown.rates(StrengthRegister.of(picture, day), day));
        return new Frame(desk, view)
                .page(
                        view.words().say("page.fatalities"),
                        page.body(view.past() ? Writing.notInThePast(view) : forms(at, sent)));
    }

    private Html forms(RegisterView at, AlertPage.Sent sent) {
        var problems =
                sent.act().isEmpty()
                        ? Html.EMPTY
                        : new Fields(at.view(), sent.typed(), sent.act()).summary();
        return Html.of(
                "{}<p class=\"note\">{}</p>{}{}",
                problems,
                at.words().say("fatalities.kin-note"),
                form(at, "death", sent, deathFields(at, sent)),
                form(at, "told", sent, toldFields(at, sent)));
    }

    private Html form(RegisterView at, String act, AlertPage.Sent sent, List<Html> fields) {
        boolean again = sent.act().equals(act);
        return new FoldedForm(
                        act,
                        again ? sent.typed().id().toString() : Pen.freshId(desk),
                        at.words().say("register.fatalities." + act),
                        again)
                .of(at.say(), FatalitiesPage.PATH, fields);
    }

    private List<Html> deathFields(RegisterView at, AlertPage.Sent sent) {
        var typed = sent.of("death");
        var fields =
                new Fields(
                        at.view(),
                        sent.act().equals("death")
                                ? typed
                                : typed.with("mission-acronym", desk.mission().shortName()),
                        "death");
        return List.of(
                fields.line("casualty-id"),
                fields.line("death-day"),
                fields.line("mission-acronym"),
                fields.line("nationality"),
                fields.codes(
                        "personnel",
                        "fatalities.personnel",
                        OwnFatalities.PERSONNEL.stream().map(FatalitiesController::code).toList()),
                fields.codes(
                        "death-cause",
                        "fatalities.cause",
                        OwnFatalities.CAUSES.stream().map(FatalitiesController::code).toList()),
                fields.line("kin-told"));
    }

    private static List<Html> toldFields(RegisterView at, AlertPage.Sent sent) {
        var fields = new Fields(at.view(), sent.of("told"), "told");
        return List.of(
                fields.line("casualty-id"), fields.line("nationality"), fields.line("kin-told"));
    }
}

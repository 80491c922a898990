package org.vigie.server.lite;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.vigie.exchange.packs.Capabilities;
import org.vigie.exchange.render.Html;
import org.vigie.force.ForceGeneration;
import org.vigie.geo.BadInput;
import org.vigie.record.Forces;
import org.vigie.record.Happened;
import org.vigie.record.Ids;
import org.vigie.record.Picture;
import org.vigie.server.picture.Desk;

/// Shows what was needed of forces and what became of it, and takes what is written about it.
@Controller
class GenerationController {

    private static final Set<String> ACTS = Set.of("need", "take-back");
    private static final String ID = "[A-Za-z0-9][A-Za-z0-9-]{0,79}";
    private static final int LINE_MAX = 300;
    private static final int CHOICES_MAX = 40;

    private final Desk desk;

    GenerationController(Desk desk) {
        this.desk = desk;
    }

    @GetMapping(GenerationPage.PATH)
    ResponseEntity<byte[]> show(View view) throws IOException {
        return Answers.page(page(view, new AlertPage.Sent("", Typed.nothing())));
    }

    @PostMapping(GenerationPage.PATH)
    ResponseEntity<byte[]> write(View view, @RequestParam Map<String, String> values)
            throws IOException {
        var typed = new Typed(values);
        var act = typed.value("act");
        if (!ACTS.contains(act)) {
            throw new NotHere(act);
        }
        Writing.requireNow(view);
        var pen = new Pen(desk, view, typed.id());
        var picture = Pictures.of(desk, view);
        var done = view.page(GenerationPage.PATH);
        var written = pen.findWritten(List.copyOf(subjects(picture, typed.value("need-code"))));
        if (written.isPresent()) {
            pen.requireSame(
                    written.get(),
                    picture,
                    seen -> read(view, new Typed(values), seen).map(ForceForms.Act::body));
            return Answers.goTo(done);
        }
        var read = read(view, typed, picture);
        if (read.isEmpty()) {
            return Answers.page(
                    HttpStatus.UNPROCESSABLE_CONTENT, page(view, new AlertPage.Sent(act, typed)));
        }
        var line = read.get();
        pen.register(pen.line(line.subject(), line.body()), line.happened(), line.older());
        return Answers.goTo(done);
    }

    private Optional<ForceForms.Act> read(View view, Typed typed, Picture picture) {
        return typed.value("act").equals("need")
                ? need(typed, picture)
                : new ForceForms(typed, picture, view).read("take-back");
    }

    private static Set<UUID> subjects(Picture picture, String code) {
        var subjects =
                picture.latestEntries(Forces.ForceNeeded.class).stream()
                        .map(entry -> entry.entry().subject())
                        .collect(Collectors.toSet());
        subjects.add(Ids.subject("force-need", code));
        return subjects;
    }

    private static Optional<ForceForms.Act> need(Typed typed, Picture picture) {
        var code = typed.value("need-code");
        if (!code.matches(ID)) {
            typed.problem("need-code", "problem.code");
        }
        var capability = typed.value("need-what");
        if (!Capabilities.NEEDS.containsKey(capability)) {
            typed.problem("need-what", "problem.choose");
        }
        var count = typed.value("need-count");
        if (!count.matches("[1-9]\\d{0,2}")) {
            typed.problem("need-count", "problem.number");
        }
        var base = typed.value("base-code");
        boolean known =
                base.isEmpty()
                        || picture.latest(Forces.BaseOpened.class)
                                .containsKey(Ids.subject("base", base));
        if (!known) {
            typed.problem("base-code", "problem.base");
        }
        var needed = day(typed, "need-day");
        var said =
                new Forces.ForceNeeded(
                        code,
                        capability,
                        typed.good() ? Integer.parseInt(count) : 1,
                        base,
                        typed.optional("asked-whom", LINE_MAX),
                        day(typed, "asked-day"),
                        day(typed, "answer-day"),
                        typed.value("force-answer").isEmpty()
                                ? null
                                : typed.choice("force-answer", Forces.ForceAnswer.class),
                        typed.optional("stated", LINE_MAX),
                        day(typed, "place-day"),
                        "",
                        typed.optional("basis-source", LINE_MAX),
                        typed.optional("note", LINE_MAX));
        if (typed.good()) {
            check(typed, said, needed);
        }
        return typed.good()
                ? Optional.of(
                        new ForceForms.Act(
                                Ids.subject("force-need", code),
                                needed == null ? null : Happened.on(needed),
                                said,
                                null))
                : Optional.empty();
    }

    /// What the core refuses stands at its field, in the reader's words.
    private static void check(Typed typed, Forces.ForceNeeded said, @Nullable LocalDate needed) {
        try {
            ForceGeneration.check(said, needed);
        } catch (BadInput refusal) {
            switch (refusal.field()) {
                case "requested" -> typed.problem("asked-day", "problem.steps");
                case "answered" -> typed.problem("answer-day", "problem.steps");
                case "in_place" -> typed.problem("place-day", "problem.steps");
                case "reason" -> typed.problem("stated", "problem.refusal-reason");
                default -> typed.problem("force-answer", "problem.choose");
            }
        }
    }

    private static @Nullable LocalDate day(Typed typed, String field) {
        var text = typed.value(field);
        try {
            return text.isEmpty() ? null : View.day(field, text);
        } catch (BadInput e) {
            typed.problem(field, "problem.day");
            return null;
        }
    }

    private Html page(View view, AlertPage.Sent sent) throws IOException {
        var picture = Pictures.of(desk, view);
        var day = Say.dayOf(view.knownAsOf());
        var at = new RegisterView(view, picture, day, "", Pictures.say(desk, view, picture));
        var page = new GenerationPage(at, ForceGeneration.of(picture, day));
        return new Frame(desk, view)
                .page(
                        view.words().say("page.generation"),
                        page.body(view.past() ? Writing.notInThePast(view) : forms(at, sent)));
    }

    private Html forms(RegisterView at, AlertPage.Sent sent) {
        var problems =
                sent.act().isEmpty()
                        ? Html.EMPTY
                        : new Fields(at.view(), sent.typed(), sent.act()).summary();
        return Html.of(
                "{}{}{}",
                problems,
                form(at, "need", sent, needFields(at, sent)),
                form(at, "take-back", sent, takeBackFields(at, sent)));
    }

    private Html form(RegisterView at, String act, AlertPage.Sent sent, List<Html> fields) {
        boolean again = sent.act().equals(act);
        return new FoldedForm(
                        act,
                        again ? sent.typed().id().toString() : Pen.freshId(desk),
                        at.words()
                                .say(
                                        act.equals("need")
                                                ? "generation.write"
                                                : "register.force.take-back"),
                        again)
                .of(at.say(), GenerationPage.PATH, fields);
    }

    private static List<Html> needFields(RegisterView at, AlertPage.Sent sent) {
        var fields = new Fields(at.view(), sent.of("need"), "need");
        var bases = new LinkedHashMap<String, String>();
        at.picture().latest(Forces.BaseOpened.class).values().stream()
                .limit(CHOICES_MAX)
                .forEach(base -> bases.put(base.code(), base.name()));
        return List.of(
                fields.line("need-code"),
                fields.codes("need-what", "need", List.copyOf(Capabilities.NEEDS.keySet())),
                fields.line("need-count"),
                fields.named("base-code", bases),
                fields.line("need-day"),
                fields.line("asked-whom"),
                fields.line("asked-day"),
                fields.choice("force-answer", List.of(Forces.ForceAnswer.values())),
                fields.line("answer-day"),
                fields.line("stated"),
                fields.line("place-day"),
                fields.line("basis-source"),
                fields.line("note"));
    }

    private static List<Html> takeBackFields(RegisterView at, AlertPage.Sent sent) {
        var fields = new Fields(at.view(), sent.of("take-back"), "take-back");
        var choices = new LinkedHashMap<String, String>();
        var subjects = subjects(at.picture(), "");
        var entries = new ArrayList<>(ForceForms.byHand(at.picture(), subjects));
        entries.reversed().stream()
                .limit(CHOICES_MAX)
                .forEach(entry -> {
                    if (entry.body() instanceof Forces.ForceNeeded needed) {
                        choices.put(
                                entry.entry().id().toString(),
                                "#" + entry.seq() + " · " + needed.code());
                    }
                });
        return List.of(fields.named("entry-id", choices), fields.line("why"));
    }
}

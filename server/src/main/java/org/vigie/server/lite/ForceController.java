package org.vigie.server.lite;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.vigie.exchange.render.Html;
import org.vigie.force.ForceRegister;
import org.vigie.geo.Mode;
import org.vigie.record.Forces;
import org.vigie.record.Ids;
import org.vigie.record.Picture;
import org.vigie.record.Recorded;
import org.vigie.server.picture.Desk;

/// Shows the force register and takes what is written into it.
@Controller
class ForceController {

    private static final int TEXT_MAX = 120;

    /// As many as one can look through in a list of choices.
    private static final int CHOICES_MAX = 40;

    private final Desk desk;

    ForceController(Desk desk) {
        this.desk = desk;
    }

    @GetMapping(ForcePage.PATH)
    ResponseEntity<byte[]> show(View view, @RequestParam Map<String, String> values)
            throws IOException {
        var at = at(view, values);
        var register = ForceRegister.of(at.picture(), at.day());
        var asked =
                new ForcePage.Asked(
                        new ForceRegister.Narrowing(
                                text(values, "base"),
                                text(values, "contributor"),
                                text(values, "capability")),
                        text(values, "without"));
        return Answers.page(
                page(
                        view,
                        view.words().say("page.force"),
                        new ForcePage(at, register, asked, desk.mission().outlines()).body()));
    }

    @GetMapping(ForceUnitPage.PATH)
    ResponseEntity<byte[]> unit(View view, @RequestParam Map<String, String> values)
            throws IOException {
        var code = text(values, "id");
        var at = at(view, values);
        var entries = history(view, at.picture(), code);
        var declared =
                at.picture().latest(Forces.UnitDeclared.class).get(Ids.subject("unit", code));
        if (declared == null) {
            throw new NotHere(code);
        }
        var unit = ForceRegister.of(at.picture(), at.day()).find(code);
        return Answers.page(
                page(
                        view,
                        declared.name(),
                        new ForceUnitPage(at, code).body(unit.orElse(null), entries)));
    }

    /// What was said of a unit and of its caveats, oldest first.
    private List<Recorded> history(View view, Picture picture, String code) throws IOException {
        var entries = new ArrayList<Recorded>();
        for (var subject : subjects(picture, code)) {
            entries.addAll(Pictures.history(desk, view, subject));
        }
        entries.sort(Comparator.comparing(Recorded::knownAt).thenComparingLong(Recorded::seq));
        return entries;
    }

    /// The unit and its caveats, those that hold no longer too.
    private static Set<UUID> subjects(Picture picture, String code) {
        var subjects = new HashSet<UUID>();
        subjects.add(Ids.subject("unit", code));
        picture.latest(Forces.CaveatDeclared.class)
                .forEach((subject, caveat) -> {
                    if (caveat.unit().equals(code)) {
                        subjects.add(subject);
                    }
                });
        return subjects;
    }

    @GetMapping(ForcePage.PATH + "/new")
    ResponseEntity<byte[]> forms(View view, @RequestParam Map<String, String> values)
            throws IOException {
        return Answers.page(
                view.past()
                        ? page(view, view.words().say("page.force"), Writing.notInThePast(view))
                        : forms(
                                view,
                                text(values, "unit"),
                                new AlertPage.Sent("", Typed.nothing())));
    }

    @PostMapping(ForcePage.PATH + "/new")
    ResponseEntity<byte[]> write(View view, @RequestParam Map<String, String> values)
            throws IOException {
        var typed = new Typed(values);
        var act = typed.value("act");
        if (!ForceForms.ACTS.contains(act)) {
            throw new NotHere(act);
        }
        Writing.requireNow(view);
        var pen = new Pen(desk, view, typed.id());
        var form = new ForceForms(typed, Pictures.of(desk, view), view);
        var code = typed.value("unit-code");
        var done =
                code.matches("[A-Za-z0-9][A-Za-z0-9-]{0,79}")
                        ? view.page(ForceUnitPage.PATH).with("id", code)
                        : view.page(ForcePage.PATH);
        var about = new ArrayList<>(form.subjects());
        about.addAll(subjects(form.picture(), code));
        var written = pen.findWritten(about);
        if (written.isPresent()) {
            pen.requireSame(
                    written.get(),
                    form.picture(),
                    picture ->
                            new ForceForms(new Typed(values), picture, view)
                                    .read(act)
                                    .map(ForceForms.Act::body));
            return Answers.goTo(done);
        }
        var read = form.read(act);
        if (read.isEmpty()) {
            return Answers.page(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    forms(view, code, new AlertPage.Sent(act, typed)));
        }
        var line = read.get();
        pen.register(pen.line(line.subject(), line.body()), line.happened(), line.older());
        return Answers.goTo(done);
    }

    private Html forms(View view, String code, AlertPage.Sent sent) throws IOException {
        var at = at(view, Map.of());
        var problems =
                sent.act().isEmpty()
                        ? Html.EMPTY
                        : new Fields(view, sent.typed(), sent.act()).summary();
        var forms = new ArrayList<Html>();
        var known = at.picture().latest(Forces.UnitDeclared.class).get(Ids.subject("unit", code));
        forms.add(form(at, "unit", sent, unitFields(at, sent, known == null ? "" : code)));
        if (known != null) {
            forms.add(form(at, "readiness", sent, readinessFields(at, sent, code)));
        }
        forms.add(form(at, "caveat", sent, caveatFields(at, sent, code)));
        if (known != null) {
            forms.add(form(at, "gone", sent, goneFields(at, sent, code)));
            forms.add(form(at, "caveat-end", sent, caveatEndFields(at, sent, code)));
            forms.add(form(at, "take-back", sent, takeBackFields(at, sent, code)));
        }
        return page(
                view,
                known == null ? view.words().say("page.force") : known.name(),
                at.around(
                        Html.of(
                                "{}<p class=\"note\">{}</p>{}",
                                problems,
                                view.words()
                                        .say(
                                                known == null
                                                        ? "force.forms-note"
                                                        : "force.forms-note-unit"),
                                forms),
                        List.of()));
    }

    private Html form(RegisterView at, String act, AlertPage.Sent sent, List<Html> fields) {
        boolean again = sent.act().equals(act);
        return new FoldedForm(
                        act,
                        again ? sent.typed().id().toString() : Pen.freshId(desk),
                        at.words().say("register.force." + act),
                        again || (sent.act().isEmpty() && act.equals("unit")))
                .of(at.say(), ForcePage.PATH + "/new", fields);
    }

    private static List<Html> unitFields(RegisterView at, AlertPage.Sent sent, String code) {
        var before = at.picture().latest(Forces.UnitDeclared.class).get(Ids.subject("unit", code));
        var typed =
                sent.act().equals("unit") || before == null
                        ? sent.of("unit")
                        : ForceForms.of(before);
        var fields = new Fields(at.view(), typed, "unit");
        var bases = new LinkedHashMap<String, String>();
        at.picture().latest(Forces.BaseOpened.class).values().stream()
                .limit(CHOICES_MAX)
                .forEach(base -> bases.put(base.code(), base.name()));
        return List.of(
                fields.line("unit-code"),
                fields.line("unit-name"),
                fields.line("contributor"),
                fields.line("provider"),
                fields.named("base-code", bases),
                fields.choice("part", List.of(Forces.Part.values())),
                fields.line("capabilities"),
                fields.choice("mode", List.of(Mode.values())),
                fields.line("speed-low"),
                fields.line("speed-high"),
                fields.line("ways"),
                fields.line("notice-low"),
                fields.line("notice-high"),
                fields.codes("night", "register.yes-no", List.of("yes", "no")),
                fields.line("range-km"),
                fields.line("crew-hours"),
                fields.line("seats"),
                fields.line("strength"),
                fields.line("strength-measure"),
                fields.line("strength-on"),
                fields.line("holds-from"),
                fields.line("basis-source"),
                fields.line("note"));
    }

    /// A form about a unit that the address names.
    private static Fields about(RegisterView at, AlertPage.Sent sent, String act, String code) {
        var typed = sent.of(act);
        return new Fields(
                at.view(), sent.act().equals(act) ? typed : typed.with("unit-code", code), act);
    }

    private static List<Html> readinessFields(RegisterView at, AlertPage.Sent sent, String code) {
        var fields = about(at, sent, "readiness", code);
        return List.of(
                fields.line("unit-code"),
                fields.codes("said-as", "force", List.of("declared", "verified")),
                fields.choice("readiness", List.of(Forces.Readiness.values())),
                fields.line("serviceable"),
                fields.line("on-day"),
                fields.line("note"));
    }

    private static List<Html> caveatFields(RegisterView at, AlertPage.Sent sent, String code) {
        var fields = about(at, sent, "caveat", code);
        return List.of(
                fields.line("unit-code"),
                fields.choice("caveat-kind", Arrays.asList(Forces.CaveatKind.values())),
                fields.line("caveat-value"),
                fields.codes("caveat-status", "force", List.of("declared", "observed")),
                fields.line("holds-from"),
                fields.line("last-day"),
                fields.line("basis-source"),
                fields.line("note"));
    }

    private static List<Html> goneFields(RegisterView at, AlertPage.Sent sent, String code) {
        var fields = about(at, sent, "gone", code);
        return List.of(fields.line("unit-code"), fields.line("last-day"), fields.line("why"));
    }

    private static List<Html> caveatEndFields(RegisterView at, AlertPage.Sent sent, String code) {
        var fields = about(at, sent, "caveat-end", code);
        var choices = new LinkedHashMap<String, String>();
        at.picture().latest(Forces.CaveatDeclared.class).values().stream()
                .filter(caveat -> caveat.unit().equals(code) || caveat.unit().equals("*"))
                .limit(CHOICES_MAX)
                .forEach(caveat ->
                        choices.put(
                                caveat.code(),
                                at.words().of(caveat.caveat()) + " " + caveat.value()));
        return List.of(
                fields.line("unit-code"),
                fields.named("caveat-code", choices),
                fields.line("last-day"));
    }

    private static List<Html> takeBackFields(RegisterView at, AlertPage.Sent sent, String code) {
        var fields = about(at, sent, "take-back", code);
        var choices = new LinkedHashMap<String, String>();
        ForceForms.byHand(at.picture(), subjects(at.picture(), code)).reversed().stream()
                .limit(CHOICES_MAX)
                .forEach(entry ->
                        choices.put(
                                entry.entry().id().toString(),
                                "#"
                                        + entry.seq()
                                        + " · "
                                        + at.say().kind(entry)
                                        + " · "
                                        + at.words().moment(entry.knownAt())
                                        + " · "
                                        + entry.entry().author()));
        return List.of(
                fields.line("unit-code"), fields.named("entry-id", choices), fields.line("why"));
    }

    private static String text(Map<String, String> values, String name) {
        var value = values.getOrDefault(name, "").strip();
        return value.length() > TEXT_MAX ? "" : value;
    }

    private RegisterView at(View view, Map<String, String> values) throws IOException {
        var picture = Pictures.of(desk, view);
        var on = values.getOrDefault("on", "").strip();
        return new RegisterView(
                view,
                picture,
                on.isEmpty() ? Say.dayOf(view.knownAsOf()) : View.day("on", on),
                on,
                Pictures.say(desk, view, picture));
    }

    private Html page(View view, String title, Html body) {
        return new Frame(desk, view).page(title, body);
    }
}

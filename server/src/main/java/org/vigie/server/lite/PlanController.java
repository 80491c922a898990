package org.vigie.server.lite;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.vigie.exchange.activities.PlanCalendar;
import org.vigie.exchange.activities.PlanSheet;
import org.vigie.exchange.out.SheetOut;
import org.vigie.exchange.render.Html;
import org.vigie.plan.activity.Activity;
import org.vigie.plan.activity.Plan;
import org.vigie.plan.activity.PlanCheck;
import org.vigie.plan.activity.PlanLimits;
import org.vigie.record.Activities;
import org.vigie.record.Component;
import org.vigie.record.Known;
import org.vigie.record.Picture;
import org.vigie.server.picture.Desk;
import org.vigie.share.Tier;

/// Shows the plan of all components, gives it out as a calendar, and takes what is written into it.
@Controller
class PlanController {

    private static final MediaType CALENDAR =
            new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    /// As many activities as one can look through in a list of choices.
    private static final int CHOICES_MAX = 40;

    private final Desk desk;

    PlanController(Desk desk) {
        this.desk = desk;
    }

    @GetMapping(PlanPage.PATH)
    ResponseEntity<byte[]> show(View view, @RequestParam Map<String, String> values)
            throws IOException {
        var at = at(view);
        var asked = PlanAsked.read(view, values);
        var all = Plan.of(at.picture());
        var part = asked.of(all);
        var check = PlanCheck.of(at.picture(), all, part, PlanLimits.ASSUMED);
        return Answers.page(
                page(
                        part.activities().isEmpty() ? view : known(view),
                        new PlanPage(at, asked, check).body(desk.mission().outlines())));
    }

    /// A place of the plan is no stranger, although no incident names it.
    private static View known(View view) {
        return view.looked(new Known.Looked(view.filter(), List.of()));
    }

    /// The same part of the plan as a calendar, with what this reader may see and no more.
    @GetMapping(PlanPage.PATH + ".ics")
    ResponseEntity<byte[]> calendar(View view, @RequestParam Map<String, String> values)
            throws IOException {
        var part = PlanAsked.read(view, values).of(Plan.of(Pictures.of(desk, view)));
        var text =
                PlanCalendar.of(
                        tier(values),
                        part,
                        new PlanCalendar.Edition(view.words(), view.knownAsOf(), view.exercise()));
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"vigie-%splan.ics\""
                                .formatted(view.exercise() ? "EXERCISE-" : ""))
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    /// The same part of the plan as a table that can be imported again.
    @GetMapping(PlanPage.PATH + ".csv")
    ResponseEntity<byte[]> table(View view, @RequestParam Map<String, String> values)
            throws IOException {
        var picture = Pictures.of(desk, view);
        var part = PlanAsked.read(view, values).of(Plan.of(picture));
        var text = new StringWriter();
        SheetOut.csv(PlanSheet.of(tier(values), part, picture), view.exercise(), text);
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"vigie-%splan.csv\""
                                .formatted(view.exercise() ? "EXERCISE-" : ""))
                .body(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /// For which readers; the plan refuses those who are not within the mission.
    private static Tier tier(Map<String, String> values) {
        var tier = values.getOrDefault("tier", "");
        return tier.isEmpty() ? Tier.RESTRICTED : Tier.ofCode(tier);
    }

    @GetMapping(PlanPage.PATH + "/new")
    ResponseEntity<byte[]> forms(View view) throws IOException {
        return Answers.page(
                view.past()
                        ? page(view, Writing.notInThePast(view))
                        : forms(view, new AlertPage.Sent("", Typed.nothing())));
    }

    @PostMapping(PlanPage.PATH + "/new")
    ResponseEntity<byte[]> write(View view, @RequestParam Map<String, String> values)
            throws IOException {
        var typed = new Typed(values);
        var act = typed.value("act");
        if (!PlanForms.ACTS.contains(act)) {
            throw new NotHere(act);
        }
        Writing.requireNow(view);
        var pen = new Pen(desk, view, typed.id());
        var form = planForms(view, typed, Pictures.of(desk, view));
        var done = view.page(PlanPage.PATH);
        var written = pen.findWritten(form.subjects());
        if (written.isPresent()) {
            pen.requireSame(
                    written.get(),
                    Pictures.of(desk, view),
                    picture ->
                            planForms(view, new Typed(values), picture)
                                    .read(act)
                                    .map(PlanForms.Act::body));
            return Answers.goTo(done);
        }
        var read = form.read(act);
        if (read.isEmpty()) {
            return Answers.page(
                    HttpStatus.UNPROCESSABLE_CONTENT, forms(view, new AlertPage.Sent(act, typed)));
        }
        pen.plan(read.get());
        return Answers.goTo(done);
    }

    private PlanForms planForms(View view, Typed typed, Picture picture) {
        var subject = new Pen(desk, view, typed.id()).subject("activity");
        return new PlanForms(typed, picture, view, subject, desk.places());
    }

    private Html forms(View view, AlertPage.Sent sent) throws IOException {
        var at = at(view);
        var problems =
                sent.act().isEmpty()
                        ? Html.EMPTY
                        : new Fields(view, sent.typed(), sent.act()).summary();
        return page(
                view,
                at.around(
                        Html.of(
                                "{}<p class=\"note\">{}</p>{}{}{}{}",
                                problems,
                                view.words().say("plan.forms-note"),
                                form(at, "add", sent, addFields(view, sent)),
                                form(at, "move", sent, moveFields(at, sent)),
                                form(at, "end", sent, endFields(at, sent)),
                                form(at, "resume", sent, resumeFields(at, sent))),
                        List.of()));
    }

    private Html form(RegisterView at, String act, AlertPage.Sent sent, List<Html> fields) {
        boolean again = sent.act().equals(act);
        return new FoldedForm(
                        act,
                        again ? sent.typed().id().toString() : Pen.freshId(desk),
                        at.words().say("register.plan." + act),
                        again || (sent.act().isEmpty() && act.equals("add")))
                .of(at.say(), PlanPage.PATH + "/new", fields);
    }

    private List<Html> addFields(View view, AlertPage.Sent sent) {
        var typed = sent.of("add");
        var fields = new Fields(view, typed, "add");
        var places = new LinkedHashMap<String, String>();
        var name = typed.value("place-name");
        if (!name.isEmpty()) {
            desk.places()
                    .search(name, PlanForms.CANDIDATES_MAX)
                    .forEach(candidate ->
                            places.put(
                                    candidate.place().id(),
                                    candidate.place().name() + " · " + candidate.why()));
        }
        if (!places.isEmpty()) {
            places.put(PlanForms.NONE, view.words().say("report.none-of-these"));
        }
        return List.of(
                fields.choice("activity-kind", List.of(Activities.Kind.values())),
                fields.choice("owner", List.of(Component.values())),
                fields.line("activity-key"),
                fields.line("lead"),
                fields.line("mandate-task"),
                fields.line("place-name"),
                places.isEmpty() ? Html.EMPTY : fields.named("place", places),
                fields.moment("begins"),
                fields.moment("ends"),
                fields.line("questions"),
                fields.line("people"),
                fields.codes("alone", "register.yes-no", List.of("yes", "no")),
                fields.line("with-units"),
                fields.line("cover"),
                fields.line("with-force"),
                fields.line("clearance-note"),
                fields.line("note"));
    }

    private static List<Html> moveFields(RegisterView at, AlertPage.Sent sent) {
        var fields = new Fields(at.view(), sent.of("move"), "move");
        return List.of(
                fields.named("activity", choices(at, Activity.State.PLANNED)),
                fields.moment("begins"),
                fields.moment("ends"));
    }

    private static List<Html> endFields(RegisterView at, AlertPage.Sent sent) {
        var fields = new Fields(at.view(), sent.of("end"), "end");
        return List.of(
                fields.named("activity", choices(at, Activity.State.PLANNED)),
                fields.choice("ended", List.of(Activities.End.values())),
                fields.line("people-met"),
                fields.line("promises"),
                fields.line("why-ended"));
    }

    private static List<Html> resumeFields(RegisterView at, AlertPage.Sent sent) {
        var fields = new Fields(at.view(), sent.of("resume"), "resume");
        return List.of(
                fields.named(
                        "activity", choices(at, Activity.State.HELD, Activity.State.CALLED_OFF)),
                fields.line("why-ended"));
    }

    /// Those in one of the states; the nearest to today first.
    private static Map<String, String> choices(RegisterView at, Activity.State... states) {
        var today = at.view().now();
        var choices = new LinkedHashMap<String, String>();
        Plan.of(at.picture()).activities().stream()
                .filter(one -> Arrays.asList(states).contains(one.state()))
                .sorted(
                        java.util.Comparator.comparing(
                                one -> java.time.Duration.between(today, one.from()).abs()))
                .limit(CHOICES_MAX)
                .forEach(one ->
                        choices.put(
                                one.id().toString(),
                                String.join(
                                        " · ",
                                        one.key(),
                                        at.words().of(one.kind()),
                                        one.site().name(),
                                        at.words().day(one.day()))));
        return choices;
    }

    private RegisterView at(View view) throws IOException {
        var picture = Pictures.of(desk, view);
        return new RegisterView(
                view, picture, Say.dayOf(view.knownAsOf()), "", Pictures.say(desk, view, picture));
    }

    private Html page(View view, Html body) {
        return new Frame(desk, view).page(view.words().say("page.plan"), body);
    }
}

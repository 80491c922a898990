package org.vigie.server.lite;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.vigie.exchange.out.SheetOut;
import org.vigie.exchange.render.Html;
import org.vigie.exchange.restrictions.ClearanceSheet;
import org.vigie.record.Component;
import org.vigie.record.Forces;
import org.vigie.record.Picture;
import org.vigie.record.Viewer;
import org.vigie.restrict.ClearanceRequest;
import org.vigie.restrict.Clearances;
import org.vigie.restrict.Closures;
import org.vigie.restrict.Restrictions;
import org.vigie.server.picture.Desk;

/// Shows the restriction register and takes what is written into it.
@Controller
class RestrictionsController {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final List<String> NARROWING = List.of("sector", "asset", "month", "outcome");

    /// How many of the requests that were asked for are not in the file, for programs; a reader is
    /// told on the page.
    private static final String HELD_BACK = "Vigie-Held-Back";

    private static final int TEXT_MAX = 120;

    /// As many requests as one can look through in a list of choices.
    private static final int CHOICES_MAX = 40;

    private final Desk desk;

    /// One after the other: what is written follows from what was read just before.
    private final Object turn = new Object();

    RestrictionsController(Desk desk) {
        this.desk = desk;
    }

    @GetMapping(RestrictionsPage.PATH)
    ResponseEntity<byte[]> show(View view, @RequestParam Map<String, String> values)
            throws IOException {
        var at = at(view);
        var all = requests(view, at.picture());
        var narrowed = narrowed(values);
        var opened = RestrictionsPage.opened(all, narrowed).requests().size();
        var open = RestrictionsPage.opened(requests(view, published(view)), narrowed);
        var page = new RestrictionsPage(at, all, narrowed, opened - open.requests().size());
        return Answers.page(page(view, page.body()));
    }

    /// The requests as a file that can be imported again. Only what is handled as open is in it:
    /// nothing else may leave without a tier and a decision, which are the export's.
    @GetMapping(RestrictionsPage.PATH + ".csv")
    ResponseEntity<byte[]> csv(View view, @RequestParam Map<String, String> values)
            throws IOException {
        var narrowed = narrowed(values);
        var opened = RestrictionsPage.opened(requests(view, published(view)), narrowed);
        int all =
                RestrictionsPage.opened(requests(view, Pictures.of(desk, view)), narrowed)
                        .requests()
                        .size();
        var text = new StringWriter();
        SheetOut.csv(ClearanceSheet.of(opened.requests()), view.exercise(), text);
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(HELD_BACK, String.valueOf(all - opened.requests().size()))
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"vigie-%srestrictions.csv\""
                                .formatted(view.exercise() ? "EXERCISE-" : ""))
                .body(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private Picture published(View view) throws IOException {
        return desk.ledger(view.exercise())
                .asOf(view.knownAsOf(), view.recordedAsOf(), Viewer.outsider());
    }

    @GetMapping(RestrictionsPage.PATH + "/new")
    ResponseEntity<byte[]> forms(View view, @RequestParam(defaultValue = "") String asked)
            throws IOException {
        var decided = Map.of("asked", asked, "id", Pen.freshId(desk));
        return Answers.page(
                view.past()
                        ? page(view, Writing.notInThePast(view))
                        : forms(
                                view,
                                asked.isEmpty()
                                        ? new AlertPage.Sent("", Typed.nothing())
                                        : new AlertPage.Sent("decide", new Typed(decided))));
    }

    @PostMapping(RestrictionsPage.PATH + "/new")
    ResponseEntity<byte[]> write(View view, @RequestParam Map<String, String> values)
            throws IOException {
        var typed = new Typed(values);
        var act = typed.value("act");
        if (!RestrictionForms.ACTS.contains(act)) {
            throw new NotHere(act);
        }
        Writing.requireNow(view);
        synchronized (turn) {
            return write(view.at(desk.clock().instant()), typed);
        }
    }

    private ResponseEntity<byte[]> write(View view, Typed typed) throws IOException {
        var act = typed.value("act");
        var pen = new Pen(desk, view, typed.id());
        var subject = pen.subject("clearance");
        var done = view.page(RestrictionsPage.PATH).with("outcome", "all");
        var picture = Pictures.of(desk, view);
        var form = new RestrictionForms(typed, picture, view, subject);
        var written = pen.findWritten(form.subjects());
        if (written.isPresent()) {
            Pen.requireSame(form.says(written.get(), pen.findRelease(subject)));
            return Answers.goTo(done);
        }
        var read = form.read(act);
        if (read.isEmpty()) {
            return Answers.page(
                    HttpStatus.UNPROCESSABLE_CONTENT, forms(view, new AlertPage.Sent(act, typed)));
        }
        if (!act.equals("decide")) {
            pen.write(read.get());
        } else if (!pen.decide(read.get(), picture)) {
            throw new Conflict("problem.decided-meanwhile");
        }
        return Answers.goTo(done);
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
                                "{}<p class=\"note\">{}</p>{}{}{}{}{}",
                                problems,
                                view.words().say("restrict.forms-note"),
                                form(at, "request", sent, requestFields(view, sent)),
                                form(at, "decide", sent, decideFields(at, sent)),
                                form(at, "impose", sent, imposeFields(view, sent)),
                                form(at, "lift", sent, liftFields(at, sent)),
                                form(at, "assess", sent, assessFields(view, sent))),
                        List.of()));
    }

    private Html form(RegisterView at, String act, AlertPage.Sent sent, List<Html> fields) {
        boolean again = sent.act().equals(act);
        return new FoldedForm(
                        act,
                        again ? sent.typed().id().toString() : Pen.freshId(desk),
                        at.words().say("register.restrictions." + act),
                        again || (sent.act().isEmpty() && act.equals("request")))
                .of(at.say(), RestrictionsPage.PATH + "/new", fields);
    }

    private static List<Html> requestFields(View view, AlertPage.Sent sent) {
        var fields = new Fields(view, sent.of("request"), "request");
        return List.of(
                fields.codes("clearance", "clearance-kind", Clearances.KINDS),
                fields.codes("asset-kind", "register.asset", Clearances.ASSETS),
                fields.choice("requester", List.of(Component.values())),
                fields.moment("asked-at"),
                fields.line("sector"),
                fields.line("place-name"),
                fields.line("lead-hours"),
                fields.line("note-verbale"),
                fields.line("with-force"),
                fields.area("outline"),
                fields.moment("zone-from"),
                fields.moment("zone-to"),
                fields.codes("tells", "register.yes-no", List.of("yes", "no")),
                fields.line("decided-why"),
                fields.line("basis-source"),
                fields.line("note"));
    }

    private static List<Html> decideFields(RegisterView at, AlertPage.Sent sent) {
        var typed = sent.of("decide");
        var fields = new Fields(at.view(), typed, "decide");
        var choices = new LinkedHashMap<String, String>();
        toDecide(Restrictions.of(at.picture()), typed.value("asked"))
                .forEach(request ->
                        choices.put(
                                request.id().toString(),
                                String.join(
                                        " · ",
                                        at.date(request.asked()),
                                        at.say().coded("register.asset.", request.asset()),
                                        request.terms().sector() + " " + request.site().name(),
                                        RestrictionsPage.outcome(at.words(), request))));
        return List.of(
                fields.named("asked", choices),
                fields.choice("answer", List.of(Forces.ClearanceOutcome.values())),
                fields.moment("decided-at"),
                fields.line("stated"));
    }

    /// Those without a decision first, for that is what one comes for, and of them the one that
    /// waits longest; then the newest. The one that was chosen in the register is always among
    /// them.
    private static List<ClearanceRequest> toDecide(Restrictions all, String chosen) {
        var pending = all.ended(Clearances.PENDING).requests().reversed();
        var decided = all.requests().stream().filter(request -> request.findDecision().isPresent());
        return Stream.concat(
                        all.requests().stream()
                                .filter(request -> request.id().toString().equals(chosen)),
                        Stream.concat(pending.stream(), decided)
                                .filter(request -> !request.id().toString().equals(chosen)))
                .limit(CHOICES_MAX)
                .toList();
    }

    private static List<Html> imposeFields(View view, AlertPage.Sent sent) {
        var fields = new Fields(view, sent.of("impose"), "impose");
        return List.of(
                fields.codes("clearance", "clearance-kind", Clearances.KINDS),
                fields.codes("asset-kind", "register.asset", Clearances.ASSETS),
                fields.line("place-name"),
                fields.moment("imposed-at"),
                fields.line("imposed-by"),
                fields.line("stated"),
                fields.area("outline"),
                fields.moment("zone-from"),
                fields.moment("zone-to"));
    }

    private static List<Html> liftFields(RegisterView at, AlertPage.Sent sent) {
        var fields = new Fields(at.view(), sent.of("lift"), "lift");
        var choices = new LinkedHashMap<String, String>();
        Closures.imposed(at.picture(), at.view().knownAsOf()).stream()
                .limit(CHOICES_MAX)
                .forEach(closure ->
                        choices.put(
                                closure.id().toString(),
                                String.join(
                                        " · ",
                                        at.say().coded("clearance-kind.", closure.kind()),
                                        closure.site().name(),
                                        at.words().moment(closure.since()))));
        return List.of(
                fields.named("closed", choices), fields.moment("lifted-at"), fields.line("stated"));
    }

    private static List<Html> assessFields(View view, AlertPage.Sent sent) {
        var fields = new Fields(view, sent.of("assess"), "assess");
        return List.of(
                fields.line("force-name"),
                fields.line("valid-from"),
                fields.line("valid-to"),
                fields.codes("support", "register.yes-no", List.of("yes", "no")),
                fields.line("measures"),
                fields.line("basis-source"));
    }

    private static Restrictions requests(View view, Picture picture) {
        return Restrictions.of(picture).between(view.filter().from(), view.filter().to());
    }

    private static Map<String, String> narrowed(Map<String, String> values) {
        var narrowed = new TreeMap<String, String>();
        for (var name : NARROWING) {
            var value = values.getOrDefault(name, "").strip();
            if (!value.isEmpty() && value.length() <= TEXT_MAX) {
                narrowed.put(name, value);
            }
        }
        return narrowed;
    }

    private RegisterView at(View view) throws IOException {
        var picture = Pictures.of(desk, view);
        return new RegisterView(
                view, picture, Say.dayOf(view.knownAsOf()), "", Pictures.say(desk, view, picture));
    }

    private Html page(View view, Html body) {
        return new Frame(desk, view).page(view.words().say("page.restrictions"), body);
    }
}

package org.vigie.server.lite;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.vigie.exchange.out.SheetOut;
import org.vigie.exchange.render.Html;
import org.vigie.record.Viewer;
import org.vigie.register.AccordRegister;
import org.vigie.register.ActorRegister;
import org.vigie.register.MandateRegister;
import org.vigie.register.RegisterSheet;
import org.vigie.register.SourceRegister;
import org.vigie.register.StrengthRegister;
import org.vigie.register.SurveyRegister;
import org.vigie.server.picture.Desk;

/// Shows the registers beside the incidents: actors, mandate, strength, accords, surveys, sources.
@Controller
class RegistersController {

    private static final int TEXT_MAX = 120;

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final Desk desk;

    RegistersController(Desk desk) {
        this.desk = desk;
    }

    @GetMapping("/lite/registers")
    ResponseEntity<byte[]> registers(View view, @RequestParam(defaultValue = "") String on)
            throws IOException {
        var at = at(view, on);
        return answer(at, view.words().say("page.registers"), new RegistersPage(at).body());
    }

    @GetMapping("/lite/actors")
    ResponseEntity<byte[]> actors(
            View view,
            @RequestParam(defaultValue = "") String on,
            @RequestParam(defaultValue = "") String q)
            throws IOException {
        var at = at(view, on);
        var asked = q.length() > TEXT_MAX ? q.substring(0, TEXT_MAX) : q;
        var register = ActorRegister.of(at.picture(), at.day());
        return answer(
                at,
                view.words().say("page.actors"),
                new ActorsPage(at, register).body(asked.strip()));
    }

    @GetMapping("/lite/actors/{code}")
    ResponseEntity<byte[]> actor(
            View view, @PathVariable String code, @RequestParam(defaultValue = "") String on)
            throws IOException {
        var at = at(view, on);
        var register = ActorRegister.of(at.picture(), at.day());
        var actor = register.find(code).orElseThrow(() -> new NotHere(code));
        return answer(at, actor.name(), new ActorPage(at, actor).body());
    }

    @GetMapping("/lite/mandate")
    ResponseEntity<byte[]> mandate(View view, @RequestParam(defaultValue = "") String on)
            throws IOException {
        var at = at(view, on);
        var register = MandateRegister.of(at.picture(), at.day());
        return answer(at, view.words().say("page.mandate"), new MandatePage(at, register).body());
    }

    @GetMapping("/lite/strength")
    ResponseEntity<byte[]> strength(View view) throws IOException {
        var at = at(view, "");
        var register = StrengthRegister.of(at.picture(), at.day());
        return answer(at, view.words().say("page.strength"), new StrengthPage(at, register).body());
    }

    @GetMapping("/lite/accords")
    ResponseEntity<byte[]> accords(View view, @RequestParam(defaultValue = "") String on)
            throws IOException {
        var at = at(view, on);
        var register = AccordRegister.of(at.picture(), at.day());
        return answer(at, view.words().say("page.accords"), new AccordsPage(at, register).body());
    }

    @GetMapping("/lite/accords/{code}")
    ResponseEntity<byte[]> accord(
            View view, @PathVariable String code, @RequestParam(defaultValue = "") String on)
            throws IOException {
        var at = at(view, on);
        var register = AccordRegister.of(at.picture(), at.day());
        var accord = register.find(code).orElseThrow(() -> new NotHere(code));
        return answer(at, accord.name(), new AccordPage(at, register, accord).body());
    }

    @GetMapping("/lite/surveys")
    ResponseEntity<byte[]> surveys(View view) throws IOException {
        var at = at(view, "");
        return answer(
                at,
                view.words().say("page.surveys"),
                new SurveysPage(at, SurveyRegister.of(at.picture())).body());
    }

    @GetMapping("/lite/sources")
    ResponseEntity<byte[]> sources(
            View view,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "0") String row)
            throws IOException {
        var at = at(view, "");
        return answer(
                at,
                view.words().say("page.sources"),
                new SourcesPage(at, SourceRegister.of(at.picture()))
                        .body(q.strip(), View.notNegative("row", row)));
    }

    @GetMapping("/lite/sources/{code}")
    ResponseEntity<byte[]> source(View view, @PathVariable String code) throws IOException {
        var at = at(view, "");
        var source =
                SourceRegister.of(at.picture()).find(code).orElseThrow(() -> new NotHere(code));
        return answer(at, source.name(), new SourcePage(at, source).body());
    }

    /// The table as a file. Only what is handled as open is in it: nothing else may leave without a
    /// tier and a decision, which are the export's.
    @GetMapping("/lite/registers/{name}.csv")
    ResponseEntity<byte[]> csv(
            View view, @PathVariable String name, @RequestParam(defaultValue = "") String on)
            throws IOException {
        var which = RegisterSheet.Name.ofCode(name);
        var open =
                desk.ledger(view.exercise())
                        .asOf(view.knownAsOf(), view.recordedAsOf(), Viewer.outsider());
        var text = new StringWriter();
        SheetOut.csv(RegisterSheet.of(which, open, day(view, on)), view.exercise(), text);
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"vigie-%s%s.csv\""
                                .formatted(view.exercise() ? "EXERCISE-" : "", which.code()))
                .body(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private RegisterView at(View view, String on) throws IOException {
        var picture = Pictures.of(desk, view);
        return new RegisterView(
                view, picture, day(view, on), on, Pictures.say(desk, view, picture));
    }

    private static LocalDate day(View view, String on) {
        return on.isEmpty() ? Say.dayOf(view.knownAsOf()) : View.day("on", on);
    }

    private ResponseEntity<byte[]> answer(RegisterView at, String title, Html body) {
        return Answers.page(new Frame(desk, at.view()).page(title, body));
    }

    /// No table as a file.
    static final List<RegisterSheet.Name> NO_FILES = List.of();
}

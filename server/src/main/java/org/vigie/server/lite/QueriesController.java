package org.vigie.server.lite;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.vigie.exchange.render.Html;
import org.vigie.record.Housekeeping;
import org.vigie.record.Standpoint;
import org.vigie.search.SavedQueries;
import org.vigie.search.SavedQuery;
import org.vigie.server.picture.Desk;

/// Questions with a name: lists them, saves one, drops one, and asks one again.
@Controller
class QueriesController {

    private static final int NAME_MAX = 60;
    private static final int NOTE_MAX = 300;

    private final Desk desk;

    QueriesController(Desk desk) {
        this.desk = desk;
    }

    @GetMapping("/lite/queries")
    ResponseEntity<byte[]> list(View view, @RequestParam(defaultValue = "0") String row)
            throws IOException {
        var page = new QueriesPage(say(view), queries(view));
        return framed(
                view, HttpStatus.OK, page.body(View.notNegative("row", row), Pen.freshId(desk)));
    }

    @GetMapping("/lite/queries/new")
    ResponseEntity<byte[]> form(View view, @RequestParam Map<String, String> values) {
        Writing.requireNow(view);
        var typed = new Typed(values);
        return form(view, HttpStatus.OK, typed, Pen.freshId(desk));
    }

    /// Asks a saved question again: its page, in the language of whoever asks.
    @GetMapping("/lite/q/{name}")
    ResponseEntity<byte[]> ask(View view, @PathVariable String name) throws IOException {
        var query =
                queries(view)
                        .find(name)
                        .map(SavedQueries.Held::query)
                        .orElseThrow(() -> new NotHere(name));
        return Answers.goTo(QueriesPage.address(view, query));
    }

    @PostMapping("/lite/queries")
    ResponseEntity<byte[]> act(View view, @RequestParam Map<String, String> values)
            throws IOException {
        var typed = new Typed(values);
        Writing.requireNow(view);
        return switch (typed.value("act")) {
            case "save" -> save(view, typed);
            case "drop" -> drop(view, typed);
            default -> throw new NotHere(typed.value("act"));
        };
    }

    private ResponseEntity<byte[]> save(View view, Typed typed) throws IOException {
        var id = typed.id();
        var name = SavedQuery.nameOf(typed.required("name", NAME_MAX));
        if (name.isEmpty()) {
            typed.problem("name", "problem.missing");
        }
        var note = typed.optional("note", NOTE_MAX);
        var _ = typed.optional(SaveForm.PREFIX + "q", NOTE_MAX);
        var held = queries(view).find(name);
        boolean ours = held.filter(one -> one.saved().entry().id().equals(id)).isPresent();
        if (held.isPresent() && !ours && !typed.value("replace").equals("yes")) {
            typed.problem("name", "problem.name-taken");
        }
        if (!typed.good()) {
            return form(view, HttpStatus.UNPROCESSABLE_CONTENT, typed, id.toString());
        }
        var query = new SavedQuery(name, page(typed), parameters(typed), note);
        var pen = new Pen(desk, view, id);
        var older = held.filter(one -> !ours).map(one -> one.saved().entry().id());
        if (older.isPresent()) {
            pen.supersede(older.get(), SavedQueries.subject(name), query.body());
        } else {
            pen.write(SavedQueries.subject(name), Optional.empty(), query.body());
        }
        return Answers.goTo(view.page("/lite/queries"));
    }

    private ResponseEntity<byte[]> drop(View view, Typed typed) throws IOException {
        var id = typed.id();
        var name = typed.value("name");
        var held = queries(view).find(name);
        if (held.isPresent()) {
            new Pen(desk, view, id)
                    .supersede(
                            held.get().saved().entry().id(),
                            SavedQueries.subject(name),
                            new Housekeeping.QueryDropped(name));
        }
        return Answers.goTo(view.page("/lite/queries"));
    }

    private static SavedQuery.Page page(Typed typed) {
        return SavedQuery.Page.ofCode(typed.value(SaveForm.PREFIX + "page"));
    }

    private static SortedMap<String, String> parameters(Typed typed) {
        var parameters = new TreeMap<String, String>();
        typed.withPrefix(SaveForm.PREFIX)
                .forEach((name, value) -> {
                    if (!name.equals("page") && !value.isBlank()) {
                        parameters.put(name, value.strip());
                    }
                });
        return parameters;
    }

    private ResponseEntity<byte[]> form(View view, HttpStatus status, Typed typed, String id) {
        var query = new SavedQuery("x", page(typed), parameters(typed), "");
        var words = view.words();
        var fields = new Fields(view, typed, "q");
        boolean taken = "problem.name-taken".equals(typed.problems().get("name"));
        var body =
                Html.of(
                        "{}<p class=\"says\">{}</p><form class=\"form\" method=\"post\""
                                + " action=\"/lite/queries\">{}<input type=\"hidden\" name=\"act\""
                                + " value=\"save\">{}{}{}{}<p><button class=\"do\">{}</button></p></form>",
                        fields.summary(),
                        new QueriesPage(say(view), new SavedQueries(new TreeMap<>())).asks(query),
                        fields.carried(id),
                        SaveForm.hidden(query.page(), query.parameters()),
                        fields.line("name"),
                        taken
                                ? Html.of(
                                        "<p class=\"c\"><label><input type=\"checkbox\""
                                                + " name=\"replace\" value=\"yes\">{}</label></p>",
                                        words.say("queries.replace"))
                                : Html.EMPTY,
                        fields.area("note"),
                        words.say("queries.save"));
        return Answers.page(status, new Frame(desk, view).page(words.say("queries.new"), body));
    }

    private SavedQueries queries(View view) throws IOException {
        return SavedQueries.at(
                desk.ledger(view.exercise()),
                new Standpoint(view.knownAsOf(), view.recordedAsOf(), view.officer().viewer()));
    }

    private Say say(View view) {
        return new Say(view, desk.mission().zone());
    }

    private ResponseEntity<byte[]> framed(View view, HttpStatus status, Html body) {
        return Answers.page(
                status, new Frame(desk, view).page(view.words().say("queries.title"), body));
    }
}

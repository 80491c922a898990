package org.vigie.server.lite;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.vigie.exchange.render.Html;
import org.vigie.record.Component;
import org.vigie.record.PostName;
import org.vigie.server.access.Door;
import org.vigie.server.access.Officer;
import org.vigie.server.picture.Desk;

/// The short help with the words of the field, and the page where the officer says who they are.
@Controller
class HelpController {

    private static final int TOPICS = 6;

    private static final List<String> TERMS =
            List.of(
                    "report",
                    "alert",
                    "response",
                    "outcome",
                    "log",
                    "handover",
                    "sitrep",
                    "incident",
                    "claim",
                    "register",
                    "clocks",
                    "backdated",
                    "grade",
                    "vague",
                    "unplaced",
                    "civilians",
                    "caveat",
                    "clearance",
                    "tier",
                    "rate");

    private final Desk desk;

    HelpController(Desk desk) {
        this.desk = desk;
    }

    @GetMapping("/lite/help")
    ResponseEntity<byte[]> help(View view) {
        var words = view.words();
        var topics = new ArrayList<Html>();
        for (int i = 1; i <= TOPICS; i++) {
            topics.add(Html.of("<li>{}", words.say("help." + i)));
        }
        var terms = new ArrayList<Html>();
        for (var term : TERMS) {
            terms.add(
                    Html.of(
                            "<dt>{}<dd>{}",
                            words.say("term." + term),
                            words.say("term." + term + ".means")));
        }
        var body =
                Html.of(
                        "<ul>{}</ul><h2>{}</h2><dl>{}</dl><h2>{}</h2><p>{}</p>",
                        topics,
                        words.say("help.terms"),
                        terms,
                        words.say("help.keys"),
                        words.say("help.keys.means"));
        return Answers.page(new Frame(desk, view).page(words.say("page.help"), body));
    }

    @GetMapping("/lite/officer")
    ResponseEntity<byte[]> officer(View view) {
        if (view.officer().signedIn()) {
            return Answers.goTo(view.page(Door.ACCOUNT));
        }
        return page(view, HttpStatus.OK, Typed.nothing());
    }

    @PostMapping("/lite/officer")
    ResponseEntity<byte[]> officer(View view, @RequestParam Map<String, String> values) {
        if (view.officer().signedIn()) {
            return Answers.goTo(view.page(Door.ACCOUNT)); // an account says who they are
        }
        var typed = new Typed(values);
        var post = typed.required("post", Officer.POST_MAX);
        if (PostName.hidesSomething(post)) {
            typed.problem("post", "problem.unseen");
        }
        var component = typed.choice("component", Component.class);
        if (!typed.good() || component == null) {
            return page(view, HttpStatus.UNPROCESSABLE_CONTENT, typed);
        }
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.SET_COOKIE, new Officer(post, component).cookie().toString())
                .header(HttpHeaders.LOCATION, view.page("/lite/watch").toString())
                .contentType(MediaType.TEXT_HTML)
                .build();
    }

    private ResponseEntity<byte[]> page(View view, HttpStatus status, Typed typed) {
        var words = view.words();
        var fields = new Fields(view, typed);
        var body =
                Html.of(
                        "{}<p>{}</p><form class=\"form\" method=\"post\" action=\"/lite/officer\">{}{}{}<p><button"
                                + " class=\"do\">{}</button></p></form>",
                        fields.summary(),
                        words.say(
                                "officer.now",
                                view.officer().post(),
                                words.of(view.officer().component())),
                        Frame.hidden(view, List.of()),
                        fields.line("post"),
                        fields.choice("component", Arrays.asList(Component.values())),
                        words.say("officer.set"));
        return Answers.page(status, new Frame(desk, view).page(words.say("officer.title"), body));
    }
}

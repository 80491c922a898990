package org.vigie.server.lite;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.vigie.exchange.render.Html;
import org.vigie.server.access.Access;
import org.vigie.server.access.Door;
import org.vigie.server.access.SessionCookie;
import org.vigie.server.picture.Desk;
import org.vigie.store.access.Sessions;

/// The page of whoever is signed in: who they are here, what they see, where they are signed in,
/// and the way out.
@Controller
class AccountController {

    private static final String EVERYWHERE = "everywhere";

    private final Desk desk;
    private final Access access;

    AccountController(Desk desk, Access access) {
        this.desk = desk;
        this.access = access;
    }

    @GetMapping(Door.ACCOUNT)
    ResponseEntity<byte[]> show(View view, HttpServletRequest request) throws IOException {
        if (!view.officer().signedIn()) {
            return Answers.goTo(view.page("/lite/officer")); // there are no accounts yet
        }
        var words = view.words();
        var account = access.store().accounts().get(view.officer().post());
        var token = SessionCookie.find(request).orElse("");
        var sessions = access.store().sessions().list(account.id(), token, access.now());
        int codes = access.store().accounts().recoveryCodes(account.id());
        var body =
                Html.of(
                        "<p class=\"says\">{}</p><p>{}</p>{}<p{}>{}</p>{}<h2>{}</h2>{}",
                        words.say(
                                "account.is",
                                account.name(),
                                words.say("role." + account.role().code()),
                                words.of(account.role().component())),
                        words.say(
                                account.role().seesProtection()
                                        ? "account.sees-protection"
                                        : "account.sees-mission"),
                        area(view),
                        codes < 3
                                ? Html.attribute("class", "due")
                                : Html.attribute("hidden", false),
                        words.count("account.codes", codes),
                        out(view, ""),
                        words.say("account.sessions"),
                        Html.of("{}{}", table(view, sessions), out(view, EVERYWHERE)));
        return Answers.page(new Frame(desk, view).page(words.say("account.title"), body));
    }

    private static Html area(View view) {
        var purview = view.officer().viewer().purview();
        return purview == null || !purview.somewhere()
                ? Html.EMPTY // of one that nobody knows every page says so
                : Html.of("<p>{}</p>", view.words().say("account.area", purview.name()));
    }

    private static Html out(View view, String act) {
        var words = view.words();
        return Html.of(
                "<form method=\"post\" action=\"{}\">{}<input type=\"hidden\" name=\"act\" value=\"{}\"><p><button{}>{}</button></p></form>",
                Door.ACCOUNT,
                Frame.hidden(view, List.of()),
                act,
                act.isEmpty() ? Html.attribute("class", "do") : Html.attribute("hidden", false),
                words.say(act.isEmpty() ? "account.out" : "account.out-everywhere"));
    }

    private static Html table(View view, List<Sessions.Session> sessions) {
        var words = view.words();
        var rows = new ArrayList<Html>();
        for (var session : sessions) {
            rows.add(
                    Html.of(
                            "<tr><td data-l=\"{}\">{}<td data-l=\"{}\">{}<td data-l=\"{}\">{} {}",
                            words.say("account.begun"),
                            words.moment(session.begunAt()),
                            words.say("account.seen"),
                            words.moment(session.seenAt()),
                            words.say("account.address"),
                            session.address(),
                            session.asked()
                                    ? Html.of("<b>({})</b>", words.say("account.this"))
                                    : ""));
        }
        return Html.of(
                "<table class=\"rows\"><thead><tr><th>{}<th>{}<th>{}<tbody>{}</table><p>{}</p>",
                words.say("account.begun"),
                words.say("account.seen"),
                words.say("account.address"),
                rows,
                words.say("account.ends", Sessions.IDLE_MAX.toMinutes(), Sessions.MAX.toHours()));
    }

    @PostMapping(Door.ACCOUNT)
    ResponseEntity<byte[]> leave(
            View view, @RequestParam(defaultValue = "") String act, HttpServletRequest request)
            throws IOException {
        if (!view.officer().signedIn()) {
            return Answers.goTo(view.page("/lite/officer"));
        }
        var name = view.officer().post();
        if (act.equals(EVERYWHERE)) {
            var account = access.store().accounts().get(name);
            access.store().sessions().endAll(account.id(), access.now());
        } else {
            access.store().sessions().end(SessionCookie.find(request).orElse(""), access.now());
        }
        access.audit(name, "sign-out", act, request.getRemoteAddr());
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.SET_COOKIE, SessionCookie.gone(request).toString())
                .header(HttpHeaders.LOCATION, view.page(Door.SIGN_IN).toString())
                .build();
    }
}

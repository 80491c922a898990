package org.vigie.server.lite;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

/// Where somebody signs in: name, password, and the code of their telephone. What is wrong is never
/// said more closely than "one of the three".
@Controller
class SignInController {

    private final Desk desk;
    private final Access access;

    SignInController(Desk desk, Access access) {
        this.desk = desk;
        this.access = access;
    }

    @GetMapping(Door.SIGN_IN)
    ResponseEntity<byte[]> form(View view) {
        return view.officer().stranger()
                ? page(view, HttpStatus.OK, "", Html.EMPTY)
                : Answers.goTo(view.page("/lite"));
    }

    @PostMapping(Door.SIGN_IN)
    ResponseEntity<byte[]> signIn(
            View view, @RequestParam Map<String, String> values, HttpServletRequest request)
            throws IOException {
        if (!view.officer().stranger()) {
            return Answers.goTo(view.page("/lite")); // signed in already, or nobody needs to
        }
        var typed =
                new Access.Try(
                        values.getOrDefault("name", "").strip().toLowerCase(Locale.ROOT),
                        values.getOrDefault("password", ""),
                        values.getOrDefault("code", ""),
                        request.getRemoteAddr());
        return switch (access.signIn(typed)) {
            case Access.Outcome.Welcome(String token) ->
                    ResponseEntity.status(HttpStatus.SEE_OTHER)
                            .header(
                                    HttpHeaders.SET_COOKIE,
                                    SessionCookie.of(request, token).toString())
                            .header(
                                    HttpHeaders.LOCATION,
                                    next(values.getOrDefault(Door.NEXT, ""), view))
                            .build();
            case Access.Outcome.Refused() ->
                    page(
                            view,
                            HttpStatus.UNPROCESSABLE_CONTENT,
                            typed.name(),
                            error(view.words().say("sign-in.refused")));
            case Access.Outcome.Wait(var left) ->
                    page(
                            view,
                            HttpStatus.TOO_MANY_REQUESTS,
                            typed.name(),
                            error(
                                    view.words()
                                            .say(
                                                    "sign-in.wait",
                                                    left.plusMillis(999).toSeconds())));
        };
    }

    private static Html error(String sentence) {
        return Html.of("<p class=\"error\" role=\"alert\">{}</p>", sentence);
    }

    /// Where somebody wanted to go, if that is a page of ours.
    static String next(String wanted, View view) {
        boolean ours =
                wanted.matches("/lite(/[A-Za-z0-9._~/-]*)?(\\?[A-Za-z0-9._~%&=+:,-]*)?")
                        && !wanted.contains("//")
                        && !wanted.startsWith(Door.SIGN_IN)
                        && !wanted.startsWith(Door.SET_UP);
        return ours ? wanted : view.page("/lite/watch").toString();
    }

    private ResponseEntity<byte[]> page(View view, HttpStatus status, String name, Html problem) {
        var words = view.words();
        var body =
                Html.of(
                        "{}<form class=\"form\" method=\"post\" action=\"{}\">{}<p><label for=\"f-name\">{}</label><input"
                                + " type=\"text\" id=\"f-name\" name=\"name\" value=\"{}\" autocomplete=\"username\" autocapitalize=\"none\""
                                + " spellcheck=\"false\" required maxlength=\"40\"></p><p><label for=\"f-password\">{}</label><input"
                                + " type=\"password\" id=\"f-password\" name=\"password\" autocomplete=\"current-password\""
                                + " required maxlength=\"200\"></p><p><label for=\"f-code\">{}<span class=\"hint\""
                                + " id=\"h-f-code\">{}</span></label><input type=\"text\" id=\"f-code\" name=\"code\""
                                + " autocomplete=\"one-time-code\" autocapitalize=\"none\" spellcheck=\"false\" required"
                                + " maxlength=\"24\" aria-describedby=\"h-f-code\"></p><p><button"
                                + " class=\"do\">{}</button></p></form><p>{}</p>",
                        problem,
                        Door.SIGN_IN,
                        Frame.hidden(view, List.of()),
                        words.say("sign-in.name"),
                        name,
                        words.say("sign-in.password"),
                        words.say("sign-in.code"),
                        words.say("sign-in.code.hint"),
                        words.say("sign-in.do"),
                        words.say("sign-in.help"));
        return Answers.page(status, new Frame(desk, view).page(words.say("sign-in.title"), body));
    }
}

package org.vigie.server.lite;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.vigie.exchange.render.Html;
import org.vigie.geo.BadInput;
import org.vigie.server.access.Access;
import org.vigie.server.access.Door;
import org.vigie.server.access.Passwords;
import org.vigie.server.access.QrPicture;
import org.vigie.server.access.Totp;
import org.vigie.server.picture.Desk;
import org.vigie.store.access.Account;
import org.vigie.store.access.Accounts;

/// Where somebody with a one-time link chooses a password and brings their telephone in. The link
/// is used up by the last step alone: who mistypes tries again.
@Controller
class SetUpController {

    private static final int CODE_MAX = 12;

    private final Desk desk;
    private final Access access;

    SetUpController(Desk desk, Access access) {
        this.desk = desk;
        this.access = access;
    }

    @GetMapping(Door.SET_UP)
    ResponseEntity<byte[]> form(View view, @RequestParam(defaultValue = "") String token)
            throws IOException {
        var link = access.store().accounts().findLink(token, access.now());
        return link.isEmpty() ? gone(view) : page(view, link.get(), Typed.nothing(), HttpStatus.OK);
    }

    @PostMapping(Door.SET_UP)
    ResponseEntity<byte[]> choose(
            View view, @RequestParam Map<String, String> values, HttpServletRequest request)
            throws IOException {
        var token = values.getOrDefault("token", "");
        var found = access.store().accounts().findLink(token, access.now());
        if (found.isEmpty()) {
            return gone(view);
        }
        var link = found.get();
        var typed = new Typed(values);
        var name = name(link, typed);
        var password = values.getOrDefault("password", "");
        Passwords.refusal(name, password).ifPresent(why -> typed.problem("password", why));
        if (!password.equals(values.getOrDefault("again", ""))) {
            typed.problem("again", "problem.password-again");
        }
        var code = typed.text("code", CODE_MAX).replaceAll("\\s", "");
        var step = Totp.findStep(link.totp().bytes(), code, access.now());
        if (step.isEmpty()) {
            typed.problem("code", "problem.totp");
        }
        if (!typed.good()) {
            return page(view, link, typed, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var codes =
                access.setUp(
                        link,
                        new Access.SetUp(name, password, step.getAsLong()),
                        request.getRemoteAddr());
        return codes.isEmpty() ? gone(view) : done(view, name, codes.get());
    }

    /// The name of the link's account; that of the first administrator is typed.
    private static String name(Accounts.Link link, Typed typed) {
        var account = link.account();
        if (account != null) {
            return account.name();
        }
        var name = typed.value("name").toLowerCase(Locale.ROOT);
        try {
            return Account.checkedName(name);
        } catch (BadInput e) {
            typed.problem("name", "problem.account-name");
            return name;
        }
    }

    private ResponseEntity<byte[]> page(
            View view, Accounts.Link link, Typed typed, HttpStatus status) {
        var words = view.words();
        var account = link.account();
        var named = account == null ? typed.value("name") : account.name();
        var secret = link.totp().bytes();
        var address = Totp.address(named.isEmpty() ? "administrator" : named, secret);
        var body =
                Html.of(
                        "<p>{}</p><form class=\"form\" method=\"post\" action=\"{}\">{}{}{}{}<h2>{}</h2><p>{}</p><p>{}</p><p>{}<br><b>{}</b></p><details><summary>{}</summary><pre>{}</pre></details>{}<p><button class=\"do\">{}</button></p></form>",
                        account == null
                                ? words.say("setup.first")
                                : words.say(
                                        "setup.for",
                                        account.name(),
                                        words.say("role." + account.role().code())),
                        Door.SET_UP,
                        Frame.hidden(view, List.of()),
                        account == null
                                ? field(view, typed, new Field("name", "text", "username"))
                                : Html.of(
                                        "<input type=\"hidden\" name=\"name\" value=\"{}\" autocomplete=\"username\">",
                                        account.name()),
                        field(view, typed, new Field("password", "password", "new-password")),
                        field(view, typed, new Field("again", "password", "new-password")),
                        words.say("setup.phone"),
                        words.say("setup.phone.means"),
                        QrPicture.of(address, words.say("setup.qr")),
                        words.say("setup.by-hand"),
                        Totp.base32(secret).replaceAll("(.{4})(?=.)", "$1 "),
                        words.say("setup.address"),
                        address,
                        field(view, typed, new Field("code", "text", "one-time-code")),
                        words.say("setup.do"));
        return Answers.page(status, new Frame(desk, view).bare(words.say("setup.title"), body));
    }

    private record Field(String name, String type, String completed) {}

    /// A password that was typed is not sent back.
    private static Html field(View view, Typed typed, Field field) {
        var words = view.words();
        var name = field.name;
        var problem =
                typed.problems().containsKey(name)
                        ? Html.of(
                                "<span class=\"late\" id=\"p-{}\"> {}</span>",
                                name,
                                typed.problem(name, words))
                        : Html.EMPTY;
        return Html.of(
                "<p><label for=\"f-{}\">{}<span class=\"hint\">{}</span>{}</label><input type=\"{}\" id=\"f-{}\" name=\"{}\""
                        + " autocomplete=\"{}\" autocapitalize=\"none\" spellcheck=\"false\" required maxlength=\"200\" value=\"{}\"{}></p>",
                name,
                words.say("setup." + name),
                words.say("setup." + name + ".hint"),
                problem,
                field.type,
                name,
                name,
                field.completed,
                name.equals("name") ? typed.value(name) : "",
                problem.isEmpty()
                        ? Html.attribute("hidden", false)
                        : Html.attribute("aria-invalid", "true"));
    }

    private ResponseEntity<byte[]> done(View view, String name, List<String> codes) {
        var words = view.words();
        var body =
                Html.of(
                        "<p class=\"says\">{}</p><p class=\"due\">{}</p><ol>{}</ol><p><a class=\"b\" href=\"{}\">{}</a></p>",
                        words.say("setup.done", name),
                        words.say("setup.codes"),
                        codes.stream().map(code -> Html.of("<li><code>{}</code>", code)).toList(),
                        view.page(Door.SIGN_IN),
                        words.say("sign-in.do"));
        return Answers.page(new Frame(desk, view).bare(words.say("setup.done.title"), body));
    }

    private ResponseEntity<byte[]> gone(View view) {
        var words = view.words();
        var body =
                Html.of(
                        "<p class=\"error\" role=\"alert\">{}</p><p>{}</p><p><a class=\"b\" href=\"{}\">{}</a></p>",
                        words.say("setup.gone"),
                        words.say("setup.gone.what"),
                        view.page(Door.SIGN_IN),
                        words.say("sign-in.do"));
        return Answers.page(
                HttpStatus.GONE, new Frame(desk, view).bare(words.say("setup.title"), body));
    }
}

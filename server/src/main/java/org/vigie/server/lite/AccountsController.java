package org.vigie.server.lite;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.vigie.exchange.render.Html;
import org.vigie.geo.Area;
import org.vigie.geo.BadInput;
import org.vigie.server.access.Access;
import org.vigie.server.access.Door;
import org.vigie.server.access.SessionCookie;
import org.vigie.server.picture.Desk;
import org.vigie.store.access.Account;
import org.vigie.store.access.AccountRole;

/// The accounts, for administrators: who has one, a new one, a new link, locked and unlocked. Each
/// change wants a fresh code of the administrator's own telephone, so that a screen that was left
/// is not enough.
@Controller
class AccountsController {

    static final String PATH = "/lite/accounts";

    private static final int CODE_MAX = 24;

    private static final List<String> LEVELS = List.of("sector", "1", "2");

    private static final List<String> CHANGES = List.of("reset", "lock", "unlock");

    private final Desk desk;
    private final Access access;

    AccountsController(Desk desk, Access access) {
        this.desk = desk;
        this.access = access;
    }

    @GetMapping(PATH)
    ResponseEntity<byte[]> show(View view) throws IOException {
        return view.officer().administers()
                ? page(view, HttpStatus.OK, Typed.nothing(), Html.EMPTY)
                : notYours(view);
    }

    @PostMapping(PATH)
    ResponseEntity<byte[]> change(
            View view, @RequestParam Map<String, String> values, HttpServletRequest request)
            throws IOException {
        if (!view.officer().administers()) {
            return notYours(view);
        }
        var typed = new Typed(values);
        var asked = typed.value("act").equals("add") ? newAccount(typed) : change(view, typed);
        if (typed.good() && !confirmed(view, typed, request)) {
            typed.problem("account-code", "problem.account-code");
        }
        if (!typed.good()) {
            return page(view, HttpStatus.UNPROCESSABLE_CONTENT, typed, Html.EMPTY);
        }
        return carryOut(view, asked, request);
    }

    /// What an administrator wants.
    ///
    /// @param act `add`, `reset`, `lock` or `unlock`
    private record Asked(String act, String name, String role, String area) {}

    private Asked newAccount(Typed typed) throws IOException {
        var name = typed.value("account-name").toLowerCase(Locale.ROOT);
        try {
            if (access.store().accounts().find(Account.checkedName(name)).isPresent()) {
                typed.problem("account-name", "problem.account-taken");
            }
        } catch (BadInput e) {
            typed.problem("account-name", "problem.account-name");
        }
        var role = typed.value("account-role");
        if (!roles().contains(role)) {
            typed.problem("account-role", "problem.choose");
        }
        var area = typed.value("account-area");
        if (!area.isEmpty() && !areas().containsKey(area)) {
            typed.problem("account-area", "problem.choose");
        }
        return new Asked("add", name, role, area);
    }

    private Asked change(View view, Typed typed) throws IOException {
        var name = typed.value("account");
        if (access.store().accounts().find(name).isEmpty()) {
            typed.problem("account", "problem.choose");
        } else if (name.equals(view.officer().post())) {
            typed.problem("account", "problem.account-own");
        }
        var act = typed.value("account-act");
        if (!CHANGES.contains(act)) {
            typed.problem("account-act", "problem.choose");
        }
        return new Asked(act, name, "", "");
    }

    private boolean confirmed(View view, Typed typed, HttpServletRequest request)
            throws IOException {
        return access.confirms(
                view.officer().post(),
                typed.text("account-code", CODE_MAX),
                request.getRemoteAddr());
    }

    private ResponseEntity<byte[]> carryOut(View view, Asked asked, HttpServletRequest request)
            throws IOException {
        var accounts = access.store().accounts();
        var name = asked.name;
        access.audit(view.officer().post(), "account-" + asked.act, name, request.getRemoteAddr());
        switch (asked.act) {
            case "lock" -> accounts.lock(name, access.now());
            case "unlock" -> accounts.unlock(name);
            case "add" -> access.add(name, AccountRole.ofCode(asked.role), asked.area);
            default -> {
                // A new link takes back what was there.
            }
        }
        if (asked.act.equals("lock") || asked.act.equals("unlock")) {
            return Answers.goTo(view.page(PATH));
        }
        var link =
                SessionCookie.scheme(request)
                        + "://"
                        + request.getHeader("Host")
                        + Door.SET_UP
                        + "?token="
                        + accounts.link(name, access.now());
        return page(
                view,
                HttpStatus.OK,
                Typed.nothing(),
                Html.of(
                        "<div class=\"due\" role=\"status\">{}<pre>{}</pre>{}</div>",
                        view.words().say("accounts.link", name),
                        link,
                        view.words().say("accounts.link.safe", name)));
    }

    private ResponseEntity<byte[]> notYours(View view) {
        return Answers.page(
                HttpStatus.FORBIDDEN,
                new Frame(desk, view)
                        .page(
                                view.words().say("accounts.title"),
                                Html.of(
                                        "<p class=\"error\" role=\"alert\">{}</p>",
                                        view.words().say("accounts.not-yours"))));
    }

    private ResponseEntity<byte[]> page(View view, HttpStatus status, Typed typed, Html first)
            throws IOException {
        var accounts = access.store().accounts().list();
        boolean adding = typed.value("act").equals("add");
        var body =
                Html.of(
                        "{}{}{}{}",
                        first,
                        table(view, accounts),
                        form(view, adding ? typed : Typed.nothing()),
                        changes(view, adding ? Typed.nothing() : typed, accounts));
        return Answers.page(
                status, new Frame(desk, view).page(view.words().say("accounts.title"), body));
    }

    private Html area(View view, Account account) {
        var area = account.area();
        if (area == null) {
            return Html.of("{}", view.words().say("accounts.everywhere"));
        }
        return desk.mission()
                .known()
                .findPurview(area)
                .map(purview -> Html.of("{}", purview.name()))
                .orElseGet(() ->
                        Html.of(
                                "{} <span class=\"late\">{}</span>",
                                area,
                                view.words().say("accounts.area-unknown")));
    }

    /// The areas to which an account can be bound, by code: sectors first, then regions and what
    /// lies in them.
    private Map<String, String> areas() {
        var areas = desk.mission().known().areas();
        var offered = new LinkedHashMap<String, String>();
        for (var level : LEVELS) {
            for (var area : areas.atLevel(level)) {
                if (desk.mission().known().findPurview(area.code()).isPresent()) {
                    offered.put(area.code(), path(area));
                }
            }
        }
        return offered;
    }

    /// The cercle with its region: many share a name.
    private String path(Area area) {
        return desk.mission().known().areas().path(area.code()).stream()
                .filter(one -> one.equals(area) || one.level().equals("1"))
                .map(Area::name)
                .collect(Collectors.joining(", "));
    }

    private Html table(View view, List<Account> accounts) {
        var words = view.words();
        var rows = new ArrayList<Html>();
        for (var account : accounts) {
            rows.add(
                    Html.of(
                            "<tr><td><b>{}</b><td>{}<td>{}<td>{}",
                            account.name(),
                            words.say("role." + account.role().code()),
                            area(view, account),
                            state(view, account)));
        }
        return Html.of(
                "<table class=\"rows\"><thead><tr><th>{}<th>{}<th>{}<th>{}<tbody>{}</table>",
                words.say("audit.account"),
                words.say("form.account-role"),
                words.say("form.account-area"),
                words.say("accounts.state"),
                rows);
    }

    private static String state(View view, Account account) {
        var locked = account.lockedAt();
        if (locked != null) {
            return view.words().say("accounts.locked", view.words().moment(locked));
        }
        return view.words().say(account.ready() ? "accounts.ready" : "accounts.waiting");
    }

    private Html form(View view, Typed typed) {
        var fields = new Fields(view, typed, "a");
        return Html.of(
                "<h2>{}</h2>{}<form class=\"form\" method=\"post\" action=\"{}\">{}<input type=\"hidden\" name=\"act\" value=\"add\">{}{}{}{}<p><button"
                        + " class=\"do\">{}</button></p></form>",
                view.words().say("accounts.add"),
                fields.summary(),
                PATH,
                Frame.hidden(view, List.of()),
                fields.line("account-name"),
                fields.codes("account-role", "role", roles()),
                fields.named("account-area", areas(), "accounts.everywhere"),
                fields.line("account-code"),
                view.words().say("accounts.add-do"));
    }

    private static Html changes(View view, Typed typed, List<Account> accounts) {
        var fields = new Fields(view, typed, "c");
        var names = new LinkedHashMap<String, String>();
        accounts.stream()
                .map(Account::name)
                .filter(name -> !name.equals(view.officer().post()))
                .forEach(name -> names.put(name, name));
        return names.isEmpty()
                ? Html.EMPTY
                : Html.of(
                        "<h2>{}</h2>{}<form class=\"form\" method=\"post\" action=\"{}\">{}{}{}{}<p><button>{}</button></p></form>",
                        view.words().say("accounts.change"),
                        fields.summary(),
                        PATH,
                        Frame.hidden(view, List.of()),
                        fields.named("account", names),
                        fields.codes("account-act", "account-act", CHANGES),
                        fields.line("account-code"),
                        view.words().say("accounts.change-do"));
    }

    private static List<String> roles() {
        return Arrays.stream(AccountRole.values()).map(AccountRole::code).toList();
    }
}

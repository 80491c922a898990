package org.vigie.server.lite;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.vigie.exchange.render.Html;
import org.vigie.server.access.Access;
import org.vigie.server.picture.Desk;
import org.vigie.store.access.Audit;

/// Who looked at what, and who signed in: for oversight alone. What it shows is itself looked at,
/// and so stands in it.
@Controller
class AuditController {

    static final String PATH = "/lite/audit";

    private static final int LINES = 100;

    private static final int FIRST_MAX = 1_000_000;

    private final Desk desk;
    private final Access access;

    AuditController(Desk desk, Access access) {
        this.desk = desk;
        this.access = access;
    }

    @GetMapping(PATH)
    ResponseEntity<byte[]> show(
            View view,
            @RequestParam(defaultValue = "") String account,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "0") String first)
            throws IOException {
        var words = view.words();
        if (!view.officer().readsAudit()) {
            return Answers.page(
                    HttpStatus.FORBIDDEN,
                    new Frame(desk, view)
                            .page(
                                    words.say("audit.title"),
                                    Html.of(
                                            "<p class=\"error\" role=\"alert\">{}</p>",
                                            words.say("audit.not-yours"))));
        }
        int passed = Math.min(View.notNegative("first", first), FIRST_MAX);
        var asked =
                new Audit.Asked(
                        account.isBlank() ? null : account.strip(),
                        day.isBlank() ? null : View.day("day", day.strip()),
                        passed,
                        LINES + 1);
        var lines = access.store().audit().list(asked);
        var body =
                Html.of(
                        "<p>{}</p>{}{}{}",
                        words.say("audit.means"),
                        filter(view, account.strip(), day.strip()),
                        lines.isEmpty()
                                ? Html.of("<p>{}</p>", words.say("audit.none"))
                                : table(view, lines.subList(0, Math.min(lines.size(), LINES))),
                        lines.size() > LINES
                                ? Html.of(
                                        "<p><a class=\"b\" href=\"{}\">{}</a></p>",
                                        view.page(PATH)
                                                .with("account", account.strip())
                                                .with("day", day.strip())
                                                .with("first", String.valueOf(passed + LINES)),
                                        words.say("audit.older"))
                                : Html.EMPTY);
        return Answers.page(new Frame(desk, view).page(words.say("audit.title"), body));
    }

    private static Html filter(View view, String account, String day) {
        var words = view.words();
        return Html.of(
                "<form class=\"filter\" method=\"get\" action=\"{}\">{}<label>{} <input name=\"account\" value=\"{}\""
                        + " maxlength=\"40\"></label><label>{} <input type=\"date\" name=\"day\""
                        + " value=\"{}\"></label><button>{}</button></form>",
                PATH,
                Frame.hidden(view, List.of()),
                words.say("audit.account"),
                account,
                words.say("audit.day"),
                day,
                words.say("audit.filter"));
    }

    private static Html table(View view, List<Audit.Line> lines) {
        var words = view.words();
        var rows = new ArrayList<Html>();
        for (var line : lines) {
            rows.add(
                    Html.of(
                            "<tr><td>{}<td>{}<td>{}<td><div>{}</div><td data-l=\"{}\">{}",
                            words.moment(line.at()),
                            line.account().equals("?") ? words.say("audit.nobody") : line.account(),
                            act(view, line.act()),
                            line.path(),
                            words.say("account.address"),
                            line.address().equals("command line")
                                    ? words.say("audit.command-line")
                                    : line.address()));
        }
        return Html.of(
                "<table class=\"rows\"><thead><tr><th>{}<th>{}<th>{}<th>{}<th>{}<tbody>{}</table>",
                words.say("audit.at"),
                words.say("audit.account"),
                words.say("audit.act"),
                words.say("audit.path"),
                words.say("account.address"),
                rows);
    }

    /// What they did; the methods of HTTP stay as they are.
    private static String act(View view, String act) {
        return view.words().sentences().containsKey("audit-act." + act)
                ? view.words().say("audit-act." + act)
                : act;
    }
}

package org.vigie.server.lite;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.vigie.exchange.render.Html;
import org.vigie.server.access.Officer;
import org.vigie.server.picture.Desk;
import org.vigie.store.hooks.HookLine;
import org.vigie.store.hooks.Receiver;
import org.vigie.store.hooks.Receivers;
import org.vigie.store.hooks.Webhook;
import org.vigie.store.hooks.Webhooks;

/// Which other systems are told of alerts, who is told by e-mail, and what was tried: for oversight
/// and administrators, or whoever is alone on the machine. It shows no secret, no whole address of
/// a webhook and nothing that was sent.
@Controller
class WebhooksController {

    static final String PATH = "/lite/webhooks";

    private static final int LINES = 50;

    private final Desk desk;
    private final String data;

    /// @param data the data folder; empty where there is none
    WebhooksController(Desk desk, @Value("${vigie.data:}") String data) {
        this.desk = desk;
        this.data = data;
    }

    static boolean mayRead(Officer officer) {
        return officer.readsAudit() || officer.administers() || !officer.signedIn();
    }

    @GetMapping(PATH)
    ResponseEntity<byte[]> show(View view) throws IOException {
        var words = view.words();
        var title = words.say("hooks.title");
        if (!mayRead(view.officer())) {
            var refused =
                    Html.of(
                            "<p class=\"error\" role=\"alert\">{}</p>",
                            words.say("hooks.not-yours"));
            return Answers.page(HttpStatus.FORBIDDEN, new Frame(desk, view).page(title, refused));
        }
        var hooks = data.isEmpty() ? null : Webhooks.in(Path.of(data));
        var body =
                Html.of(
                        "<p>{}</p>{}<h2>{}</h2>{}{}",
                        words.say("hooks.means"),
                        hooks == null ? none(view) : list(view, hooks),
                        words.say("hooks.log"),
                        log(view, "hooks.hook", hooks == null ? List.of() : hooks.log(LINES)),
                        MailSection.of(view, data.isEmpty() ? null : Path.of(data), LINES));
        return Answers.page(new Frame(desk, view).page(title, body));
    }

    private static Html none(View view) {
        return Html.of("<p>{}</p>", view.words().say("hooks.none"));
    }

    private static Html list(View view, Receivers<Webhook> hooks) throws IOException {
        var words = view.words();
        var rows = new ArrayList<Html>();
        for (var hook : hooks.list()) {
            rows.add(
                    Html.of(
                            "<tr><td>{}<td data-l=\"{}\">{}<td data-l=\"{}\">{}<td data-l=\"{}\">{}<td data-l=\"{}\">{}<td>{}",
                            hook.code(),
                            words.say("export.tier"),
                            words.say("tier." + hook.tier().code()),
                            words.say("hooks.host"),
                            hook.address().getHost(),
                            words.say("hooks.events"),
                            events(view, hook),
                            words.say("hooks.by"),
                            hook.by(),
                            state(view, hooks.failing(hook))));
        }
        return rows.isEmpty()
                ? none(view)
                : Html.of(
                        "<table class=\"rows\"><thead><tr><th>{}<th>{}<th>{}<th>{}<th>{}<th>{}<tbody>{}</table>",
                        words.say("hooks.hook"),
                        words.say("export.tier"),
                        words.say("hooks.host"),
                        words.say("hooks.events"),
                        words.say("hooks.by"),
                        words.say("watch.state"),
                        rows);
    }

    static String events(View view, Receiver hook) {
        return hook.events().stream()
                .map(event -> event(view, event.code()))
                .collect(Collectors.joining(", "));
    }

    private static String event(View view, String code) {
        return view.words().say("hooks." + code);
    }

    static Html state(View view, Receivers.Failing progress) {
        return progress.tries() == 0
                ? Html.of("{}", view.words().say("hooks.ready"))
                : Html.of(
                        "<b class=\"late\">{}</b>",
                        view.words()
                                .say(
                                        "hooks.failing",
                                        progress.tries(),
                                        view.words().moment(progress.nextAt())));
    }

    /// @param who key of the word for a receiver
    static Html log(View view, String who, List<HookLine> lines) {
        var words = view.words();
        if (lines.isEmpty()) {
            return Html.of("<p>{}</p>", words.say("hooks.nothing"));
        }
        var rows = new ArrayList<Html>();
        for (var line : lines) {
            rows.add(
                    Html.of(
                            "<tr><td>{}<td>{}<td>{}<td data-l=\"{}\">{}<td>{}<td>{}",
                            words.moment(line.at()),
                            line.hook(),
                            event(view, line.event()),
                            words.say("hooks.try"),
                            line.tries(),
                            words.say("hooks.outcome." + code(line)),
                            line.detail()));
        }
        return Html.of(
                "<table class=\"rows\"><thead><tr><th>{}<th>{}<th>{}<th>{}<th>{}<th>{}<tbody>{}</table>",
                words.say("audit.at"),
                words.say(who),
                words.say("hooks.event"),
                words.say("hooks.try"),
                words.say("hooks.outcome"),
                words.say("hooks.detail"),
                rows);
    }

    private static String code(HookLine line) {
        return line.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

package org.vigie.server.lite;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.exchange.fetch.MailServer;
import org.vigie.exchange.render.Html;
import org.vigie.geo.BadInput;
import org.vigie.store.hooks.MailSettings;
import org.vigie.store.hooks.Mailbox;
import org.vigie.store.hooks.Mailboxes;
import org.vigie.store.hooks.Receivers;

/// Who is told by e-mail, of the ledger that is looked at, and which letters were tried. It shows
/// neither user nor password of the mail server.
final class MailSection {

    private MailSection() {}

    /// @param data the data folder; null where there is none
    static Html of(View view, @Nullable Path data, int lines) throws IOException {
        var words = view.words();
        var boxes = data == null ? null : Mailboxes.in(data, view.exercise());
        return Html.of(
                "<h2>{}</h2><p>{}</p><p>{}</p>{}<h2>{}</h2>{}",
                words.say("hooks.mail"),
                words.say("hooks.mail.means"),
                server(view, data),
                boxes == null ? none(view) : list(view, boxes),
                words.say("hooks.mail.log"),
                WebhooksController.log(
                        view, "hooks.mail.address", boxes == null ? List.of() : boxes.log(lines)));
    }

    private static Html none(View view) {
        return Html.of("<p>{}</p>", view.words().say("hooks.mail.none"));
    }

    private static String server(View view, @Nullable Path data) throws IOException {
        var words = view.words();
        var said = data == null ? null : MailSettings.read(data).orElse(null);
        if (said == null) {
            return words.say("hooks.mail.no-server");
        }
        try {
            var server = MailServer.of(said);
            return words.say("hooks.mail.server", server.toString(), server.from().text());
        } catch (BadInput e) {
            return words.say("hooks.mail.damaged", e.field());
        }
    }

    private static Html list(View view, Receivers<Mailbox> boxes) throws IOException {
        var words = view.words();
        var rows = new ArrayList<Html>();
        for (var box : boxes.list()) {
            rows.add(
                    Html.of(
                            "<tr><td>{}<td data-l=\"{}\">{}<td data-l=\"{}\">{}<td data-l=\"{}\">{}<td>{}",
                            box.address(),
                            words.say("hooks.mail.language"),
                            box.language(),
                            words.say("hooks.events"),
                            WebhooksController.events(view, box),
                            words.say("hooks.by"),
                            box.by(),
                            WebhooksController.state(view, boxes.failing(box))));
        }
        return rows.isEmpty()
                ? none(view)
                : Html.of(
                        "<table class=\"rows\"><thead><tr><th>{}<th>{}<th>{}<th>{}<th>{}<tbody>{}</table>",
                        words.say("hooks.mail.address"),
                        words.say("hooks.mail.language"),
                        words.say("hooks.events"),
                        words.say("hooks.by"),
                        words.say("watch.state"),
                        rows);
    }
}

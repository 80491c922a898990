package org.vigie.server.hooks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.vigie.exchange.fetch.MailAddress;
import org.vigie.exchange.fetch.MailPost;
import org.vigie.exchange.fetch.MailServer;
import org.vigie.exchange.mail.Notice;
import org.vigie.exchange.words.Language;
import org.vigie.exchange.words.Words;
import org.vigie.geo.BadInput;
import org.vigie.record.Picture;
import org.vigie.store.hooks.MailSettings;
import org.vigie.store.hooks.Mailbox;
import org.vigie.warn.Lapse;

/// Tells people by e-mail that something came, and nothing of it. By which server is read anew for
/// each letter, so that what is set while Vigie runs holds at once.
public final class MailCarrier implements Carrier<Mailbox> {

    private final Path data;
    private final boolean exercise;
    private final MailPost post;

    /// @param data the data folder
    /// @param exercise whether what it tells of is one
    public MailCarrier(Path data, boolean exercise, MailPost post) {
        this.data = data;
        this.exercise = exercise;
        this.post = post;
    }

    @Override
    public String word() {
        return "mail";
    }

    @Override
    public String idPrefix() {
        return "vigie.";
    }

    @Override
    public Optional<Sending> prepare(Mailbox box, News news, Picture seen) {
        var notice = notice(news, exercise);
        return Optional.of((id, at) -> send(box, notice, id, at));
    }

    private static Notice notice(News news, boolean exercise) {
        return switch (news) {
            case News.Entered entered ->
                    new Notice(
                            switch (entered.event()) {
                                case OPENED -> new Notice.What.Opened();
                                case CLOSED -> new Notice.What.Closed();
                                case CHANGED, ESCALATED, DUE -> new Notice.What.Changed();
                            },
                            Notice.number(entered.alert()),
                            entered.entry().knownAt(),
                            exercise);
            case News.Lapsed(Lapse.Climbed up, long _) ->
                    new Notice(
                            new Notice.What.Escalated(up.alert(), up.escalation().rung()),
                            Notice.number(up.id()),
                            up.at(),
                            exercise);
            case News.Lapsed(Lapse.Overdue due, long _) ->
                    new Notice(
                            new Notice.What.Due(due.item()),
                            due.item().number(),
                            due.at(),
                            exercise);
        };
    }

    private Answer send(Mailbox box, Notice notice, UUID id, Instant at) throws IOException {
        var server = server();
        var words = Words.of(Language.find(box.language()).orElse(Language.EN));
        var letter =
                new MailPost.Letter(
                        id,
                        MailAddress.parse("address", box.address()),
                        notice.subject(words),
                        notice.text(words, server.link()),
                        box.language(),
                        at);
        return new Answer(true, false, post.send(server, letter));
    }

    private MailServer server() throws IOException {
        var said = MailSettings.read(data);
        if (said.isEmpty()) {
            throw new IOException("no mail server was set: vigie mail set");
        }
        try {
            return MailServer.of(said.get());
        } catch (BadInput e) {
            throw new IOException("the mail server's settings are damaged: vigie mail set", e);
        }
    }
}

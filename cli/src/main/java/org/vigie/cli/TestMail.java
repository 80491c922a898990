package org.vigie.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.exchange.fetch.MailAddress;
import org.vigie.exchange.fetch.MailPost;
import org.vigie.exchange.mail.Notice;
import org.vigie.exchange.words.Words;
import org.vigie.record.Ids;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Sends one letter that says nothing: `mail test`.
@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        description = "Send one letter by the server that was set, and say what it answered.")
final class TestMail implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Head head;

    @Spec private @Nullable CommandSpec spec;
    @Mixin private WhichLedger which = new WhichLedger();

    @Option(names = "--to", required = true, paramLabel = "ADDRESS", description = "To whom.")
    private String to = "";

    @Option(names = "--lang", paramLabel = "CODE", description = "en (default) or fr.")
    private String language = "en";

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    TestMail(Head head) {
        this.head = head;
    }

    @Override
    public Integer call() throws IOException {
        var server = SetMailServer.require(which.folder());
        var address = MailAddress.parse("to", to);
        var words = Words.of(AddMailbox.language(language));
        var now = head.clock().instant();
        var id = Ids.fresh(now, head.chance());
        var notice = new Notice(new Notice.What.Test(), Notice.number(id), now, which.exercise());
        var letter =
                new MailPost.Letter(
                        id,
                        address,
                        notice.subject(words),
                        notice.text(words, server.link()),
                        language,
                        now);
        String answer;
        try (var post = new MailPost(PATIENCE)) {
            answer = post.send(server, letter);
        } catch (IOException e) {
            throw new IOException("the letter was not sent: " + e.getMessage(), e);
        }
        var out = Commands.line(spec).getOut();
        if (json) {
            var object = new LinkedHashMap<String, @Nullable Object>();
            object.put("to", address.text());
            object.put("server", server.toString());
            object.put("answer", answer);
            Json.print(out, object);
            return 0;
        }
        out.println("taken by " + server + ": " + answer);
        out.flush();
        return 0;
    }
}

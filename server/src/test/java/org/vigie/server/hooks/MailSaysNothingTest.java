package org.vigie.server.hooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;
import org.subethamail.smtp.server.SMTPServer;
import org.vigie.exchange.fetch.MailAddress;
import org.vigie.exchange.fetch.MailPost;
import org.vigie.exchange.fetch.MailServer;
import org.vigie.record.ActorClass;
import org.vigie.record.Grade;
import org.vigie.record.Ids;
import org.vigie.record.Site;
import org.vigie.record.Warnings;
import org.vigie.record.Warnings.Severity;
import org.vigie.server.Demo;
import org.vigie.store.hooks.Event;
import org.vigie.store.hooks.MailSettings;
import org.vigie.store.hooks.Mailbox;
import org.vigie.store.hooks.Mailboxes;

/// The law that nothing of what an alert is about leaves by mail, held against whole letters as a
/// mail server gets them.
@SuppressWarnings("NullAway.Init")
class MailSaysNothingTest {

    private static final UUID ALERT = Ids.subject("alert", "a");
    private static final UUID REPORT = Ids.subject("report", "r");

    private final List<byte[]> letters = new CopyOnWriteArrayList<>();
    private Path folder;
    private SMTPServer server;

    @BeforeTry
    void start() throws IOException {
        folder = Files.createTempDirectory("vigie-mail");
        server =
                new SMTPServer.Builder()
                        .bindAddress(InetAddress.getLoopbackAddress())
                        .port(0)
                        .messageHandler((context, from, to, data) -> letters.add(data))
                        .build();
        server.start();
        MailSettings.write(
                folder,
                new MailServer(
                                "127.0.0.1",
                                server.getPortAllocated(),
                                MailServer.Security.PLAIN_LOOPBACK,
                                "",
                                "",
                                new MailAddress("vigie@mission.example.org"),
                                "")
                        .said());
    }

    @AfterTry
    void stop() throws IOException {
        server.stop();
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /// Words that no letter of ours has in it.
    @Provide
    Arbitrary<String> words() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .ofMinLength(2)
                .ofMaxLength(9)
                .map(end -> "zq" + end);
    }

    @Property(tries = 25)
    void none_of_the_words_of_an_alert_occurs(
            @ForAll @Size(6) List<@net.jqwik.api.From("words") String> words,
            @ForAll Severity severity,
            @ForAll ActorClass alleged,
            @ForAll boolean french)
            throws IOException, MessagingException {
        var demo = new Demo();
        var desk = demo.standing();
        var language = french ? "fr" : "en";
        Mailboxes.in(folder, false)
                .add(new Mailbox("a@example.org", language, Event.ALL, Demo.NOW, -1, "x"));
        demo.add(
                REPORT,
                null,
                new Warnings.ReportReceived(
                        "phone",
                        Site.named(words.get(0)),
                        words.get(1),
                        words.get(2),
                        words.get(3),
                        severity,
                        alleged,
                        Grade.UNJUDGED,
                        false));
        demo.add(
                ALERT,
                null,
                new Warnings.AlertOpened(
                        words.get(4),
                        Site.named(words.get(0)),
                        severity,
                        words.get(2),
                        alleged,
                        List.of()));
        try (var post = new MailPost(Duration.ofSeconds(30))) {
            var teller =
                    new Teller<>(
                            desk,
                            false,
                            Mailboxes.in(folder, false),
                            new MailCarrier(folder, false, post));
            teller.turn();
            demo.later(Duration.ofDays(8));
            teller.turn();
            demo.add(
                    ALERT,
                    null,
                    new Warnings.AlertStepped(Warnings.Step.ACKNOWLEDGED, words.get(5)));
            demo.add(
                    ALERT,
                    null,
                    new Warnings.AlertClosed(Warnings.Outcome.NOT_PROTECTED, words.get(5)));
            teller.turn();
        }
        assertTrue(letters.size() >= 5, () -> "" + letters.size());
        for (var letter : letters) {
            requireSilent(letter, words, alleged);
        }
    }

    private static void requireSilent(byte[] letter, List<String> words, ActorClass alleged)
            throws IOException, MessagingException {
        var raw = new String(letter, StandardCharsets.UTF_8);
        var message =
                new MimeMessage(
                        Session.getInstance(new Properties()), new ByteArrayInputStream(letter));
        var read = message.getSubject() + "\n" + message.getContent();
        assertEquals(List.of("auto-generated"), List.of(message.getHeader("Auto-Submitted")));
        for (var text : List.of(raw, read)) {
            var lower = text.toLowerCase(Locale.ROOT);
            for (var word : words) {
                assertFalse(lower.contains(word), () -> word + " is in\n" + text);
            }
            for (var of :
                    List.of(
                            "duty officer",
                            ALERT.toString(),
                            REPORT.toString(),
                            alleged.name().toLowerCase(Locale.ROOT) + "_")) {
                assertFalse(lower.contains(of), () -> of + " is in\n" + text);
            }
        }
    }
}

package org.vigie.server.hooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;
import org.vigie.exchange.fetch.MailAddress;
import org.vigie.exchange.fetch.MailPost;
import org.vigie.exchange.fetch.MailServer;
import org.vigie.record.ActorClass;
import org.vigie.record.Grade;
import org.vigie.record.Ids;
import org.vigie.record.Site;
import org.vigie.record.Viewer;
import org.vigie.record.Warnings;
import org.vigie.server.Demo;
import org.vigie.server.picture.Desk;
import org.vigie.store.hooks.Event;
import org.vigie.store.hooks.HookLine;
import org.vigie.store.hooks.HookLine.Outcome;
import org.vigie.store.hooks.MailSettings;
import org.vigie.store.hooks.Mailbox;
import org.vigie.store.hooks.Mailboxes;

/// Letters by a mail server on this machine that refuses, goes away and comes back.
@SuppressWarnings("NullAway.Init")
class MailTellerTest {

    private static final UUID ALERT = Ids.subject("alert", "a");
    private static final String NUMBER = ALERT.toString().substring(0, 8);
    private static final String DUTY = "duty@mission.example.org";

    @TempDir private Path folder;

    private final List<MimeMessage> letters = new CopyOnWriteArrayList<>();
    private volatile boolean refusing;
    private Demo demo;
    private Desk desk;
    private SMTPServer server;
    private MailPost post;

    @BeforeEach
    void start() throws IOException {
        demo = new Demo();
        desk = demo.standing();
        post = new MailPost(Duration.ofSeconds(20));
        serve(0);
        set(server.getPortAllocated());
    }

    @AfterEach
    void stop() {
        post.close();
        server.stop();
    }

    private void serve(int port) {
        server =
                new SMTPServer.Builder()
                        .bindAddress(InetAddress.getLoopbackAddress())
                        .port(port)
                        .messageHandler((context, from, to, data) -> take(data))
                        .build();
        server.start();
    }

    private void take(byte[] data) throws RejectException {
        if (refusing) {
            throw new RejectException(550, "5.1.1 no such person here");
        }
        try {
            letters.add(
                    new MimeMessage(
                            Session.getInstance(new Properties()), new ByteArrayInputStream(data)));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void set(int port) throws IOException {
        MailSettings.write(
                folder,
                new MailServer(
                                "127.0.0.1",
                                port,
                                MailServer.Security.PLAIN_LOOPBACK,
                                "",
                                "",
                                new MailAddress("vigie@mission.example.org"),
                                "https://vigie.example.org/lite")
                        .said());
    }

    private void add(boolean exercise, String language, Set<Event> events) throws IOException {
        long last =
                demo
                        .ledger()
                        .asOf(desk.clock().instant(), desk.clock().instant(), Viewer.owner())
                        .entries(Warnings.class)
                        .stream()
                        .mapToLong(entry -> entry.seq())
                        .max()
                        .orElse(-1);
        Mailboxes.in(folder, exercise)
                .add(
                        new Mailbox(
                                DUTY,
                                language,
                                events,
                                desk.clock().instant(),
                                last,
                                "head of operations"));
    }

    private void open() {
        demo.add(
                ALERT,
                null,
                new Warnings.AlertOpened(
                        "Raid feared",
                        Site.named("Hollow Quarry"),
                        Warnings.Severity.HIGH,
                        "herders",
                        ActorClass.MILITIA,
                        List.of()));
    }

    private UUID receive(String key) {
        var id = Ids.subject("report", key);
        demo.add(
                id,
                null,
                new Warnings.ReportReceived(
                        "phone",
                        Site.named("Hollow Quarry"),
                        "armed men",
                        "herders",
                        "armed men",
                        Warnings.Severity.CRITICAL,
                        ActorClass.MILITIA,
                        Grade.UNJUDGED,
                        false));
        return id;
    }

    private Teller<Mailbox> teller(boolean exercise) {
        return new Teller<>(
                desk,
                exercise,
                Mailboxes.in(folder, exercise),
                new MailCarrier(folder, exercise, post));
    }

    /// One turn of a server that was started anew.
    private void turn() throws IOException {
        teller(false).turn();
    }

    private List<HookLine> log() throws IOException {
        return Mailboxes.in(folder, false).log(100).reversed();
    }

    private List<Outcome> outcomes() throws IOException {
        return log().stream().map(HookLine::outcome).toList();
    }

    private List<String> subjects() {
        return letters.stream().map(MailTellerTest::subject).toList();
    }

    private static String subject(MimeMessage letter) {
        try {
            return Objects.requireNonNull(letter.getSubject());
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(MimeMessage letter) {
        try {
            return letter.getContent().toString().replace("\r", "");
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void a_letter_says_that_an_alert_was_opened_and_arrives_once()
            throws IOException, MessagingException {
        add(false, "en", Event.ALL);
        open();
        turn();
        turn();
        assertEquals(List.of("Vigie: an alert was opened (" + NUMBER + ")"), subjects());
        var text = text(letters.getFirst());
        assertTrue(text.contains("15 Mar 2026 05:30 Z (UTC)"), text);
        assertTrue(text.contains("https://vigie.example.org/lite"), text);
        assertFalse(text.contains("Quarry") || text.contains("Raid") || text.contains("herders"));
        assertEquals(List.of(Outcome.DELIVERED), outcomes());
        assertTrue(log().getFirst().detail().startsWith("250"), log()::toString);
        var id = letters.getFirst().getHeader("Message-ID", null);
        assertEquals("<" + log().getFirst().id() + "@mission.example.org>", id);
        assertFalse(id.contains(NUMBER), id);
    }

    @Test
    void a_server_that_was_away_loses_nothing_and_the_repeat_can_be_recognised()
            throws IOException, MessagingException {
        add(false, "en", Event.OF_ALERTS);
        int port = server.getPortAllocated();
        server.stop();
        open();
        turn();
        turn(); // not before the pause is over
        assertEquals(List.of(Outcome.FAILED), outcomes());
        assertTrue(log().getFirst().detail().startsWith("nobody answers at"), log()::toString);
        serve(port);
        demo.later(Duration.ofMinutes(1));
        demo.add(ALERT, null, new Warnings.AlertClosed(Warnings.Outcome.PROTECTED, "there"));
        turn();
        assertEquals(
                List.of(
                        "Vigie: an alert was opened (" + NUMBER + ")",
                        "Vigie: an alert was closed (" + NUMBER + ")"),
                subjects());
        assertEquals(log().get(0).id(), log().get(1).id(), "one id at each try");
        assertTrue(
                letters.getFirst().getHeader("Message-ID", null).contains(log().getFirst().id()));
    }

    @Test
    void what_is_refused_for_three_days_is_given_up_and_the_next_is_told() throws IOException {
        add(false, "en", Event.OF_ALERTS);
        open();
        refusing = true;
        for (int i = 0; i < 10; i++) {
            turn();
            demo.later(Duration.ofHours(25));
        }
        assertEquals(10, outcomes().size());
        assertEquals(Outcome.GIVEN_UP, outcomes().getLast());
        assertEquals("550 5.1.1 no such person here", log().getLast().detail());
        refusing = false;
        demo.add(ALERT, null, new Warnings.AlertClosed(Warnings.Outcome.PROTECTED, "there"));
        turn();
        assertEquals(List.of("Vigie: an alert was closed (" + NUMBER + ")"), subjects());
    }

    @Test
    void without_a_mail_server_the_log_says_what_to_do() throws IOException {
        add(false, "en", Event.OF_ALERTS);
        MailSettings.write(folder, java.util.Map.of("host", "x"));
        open();
        turn();
        assertEquals(
                "the mail server's settings are damaged: vigie mail set",
                log().getFirst().detail());
    }

    @Test
    void each_climb_of_each_thing_is_told_once_also_after_a_restart() throws IOException {
        add(false, "en", Set.of(Event.ESCALATED));
        var id = receive("one").toString().substring(0, 8);
        turn();
        assertEquals(List.of(), subjects());
        demo.later(Duration.ofMinutes(11));
        turn();
        turn();
        var before = "Vigie: nobody acknowledged report " + id + " in time. To be told now: ";
        assertEquals(List.of(before + "chief of the operations centre"), subjects());
        demo.later(Duration.ofMinutes(40)); // two rungs while nobody looked: the last one is told
        turn();
        turn();
        assertEquals(
                List.of(before + "chief of the operations centre", before + "head of mission"),
                subjects());
    }

    @Test
    void a_running_server_tells_of_a_climb_within_a_minute() throws IOException {
        add(false, "en", Set.of(Event.ESCALATED));
        receive("one");
        var running = teller(false);
        for (int seconds = 0; seconds < 660; seconds += 10) {
            running.turn();
            demo.later(Duration.ofSeconds(10));
        }
        assertEquals(1, letters.size());
        assertTrue(
                log().getFirst()
                        .at()
                        .isBefore(Demo.NOW.plus(Duration.ofMinutes(10)).plusSeconds(60)),
                log()::toString);
    }

    @Test
    void who_acknowledges_while_the_server_is_away_ends_it() throws IOException {
        add(false, "en", Set.of(Event.ESCALATED));
        var id = receive("one");
        demo.later(Duration.ofMinutes(11));
        refusing = true;
        turn();
        assertEquals(List.of(Outcome.FAILED), outcomes());
        demo.add(id, null, new Warnings.ReportTaken(true));
        demo.later(Duration.ofMinutes(1));
        refusing = false;
        turn();
        assertEquals(List.of(), subjects());
    }

    @Test
    void what_is_given_back_is_told_again_and_is_no_repeat() throws IOException {
        add(false, "en", Set.of(Event.ESCALATED));
        var id = receive("one");
        demo.later(Duration.ofMinutes(11));
        turn();
        demo.add(id, null, new Warnings.ReportTaken(true));
        demo.later(Duration.ofMinutes(1));
        turn();
        assertEquals(1, letters.size());
        demo.add(id, null, new Warnings.ReportTaken(false));
        demo.later(Duration.ofMinutes(1));
        turn();
        turn();
        assertEquals(2, letters.size());
        assertEquals(subjects().getFirst(), subjects().getLast());
        assertEquals(2, log().stream().map(HookLine::id).distinct().count());
    }

    @Test
    void what_climbs_higher_does_not_wait_for_what_failed() throws IOException {
        add(false, "en", Set.of(Event.ESCALATED));
        receive("one");
        demo.later(Duration.ofMinutes(11));
        refusing = true;
        for (int i = 0; i < 3; i++) {
            turn();
            demo.later(Duration.ofSeconds(6));
        }
        refusing = false;
        demo.later(Duration.ofMinutes(9)); // the second rung, and the pause of half an hour lasts
        turn();
        assertEquals(1, subjects().size());
        assertTrue(subjects().getFirst().endsWith("chief of staff"), subjects()::toString);
    }

    @Test
    void what_is_overdue_is_told_once_for_each_step_and_not_twice_as_a_climb() throws IOException {
        add(false, "en", Set.of(Event.DUE, Event.ESCALATED));
        open();
        demo.later(Duration.ofMinutes(61));
        turn();
        turn();
        assertEquals(
                List.of(
                        "Vigie: nobody acknowledged alert "
                                + NUMBER
                                + " in time. To be told now: head of mission",
                        "Vigie: overdue: Alert " + NUMBER + ": verify"),
                subjects());
    }

    @Test
    void an_exercise_is_told_to_who_asked_for_it_and_says_so() throws IOException {
        add(false, "en", Event.OF_ALERTS);
        Mailboxes.in(folder, true).add(new Mailbox(DUTY, "fr", Event.OF_ALERTS, Demo.NOW, -1, "x"));
        open();
        var played =
                demo.ledger()
                        .asOf(Demo.NOW, Demo.NOW, Viewer.owner())
                        .entries(Warnings.class)
                        .getFirst();
        desk.exercise().append(List.of(played.entry()));
        teller(true).turn();
        assertEquals(
                List.of("EXERCICE – Vigie: une alerte a été ouverte (" + NUMBER + ")"), subjects());
        assertEquals(List.of(), log());
        assertEquals(1, Mailboxes.in(folder, true).log(10).size());
    }
}

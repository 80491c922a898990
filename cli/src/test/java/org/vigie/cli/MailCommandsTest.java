package org.vigie.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;
import org.vigie.record.Housekeeping.NoteWritten;
import org.vigie.record.Viewer;

/// E-mail at the command line.
class MailCommandsTest {

    @TempDir private Path folder;
    private final CommandRun vigie = new CommandRun();

    @BeforeEach
    void open_the_ledger() {
        assertEquals(0, vigie.on(folder, "threats").exitCode());
    }

    private CommandRun.Result mail(String... words) {
        var all = new ArrayList<>(List.of("mail"));
        all.addAll(List.of(words));
        return vigie.on(folder, all.toArray(String[]::new));
    }

    private CommandRun.Result set(String... more) {
        var all =
                new ArrayList<>(
                        List.of(
                                "set",
                                "--host",
                                "smtp.example.org",
                                "--from",
                                "vigie@mission.example.org"));
        all.addAll(List.of(more));
        return mail(all.toArray(String[]::new));
    }

    private List<String> notes() throws IOException {
        var found = new ArrayList<String>();
        vigie.ledger()
                .read(
                        Set.of("note-written"),
                        Viewer.owner(),
                        recorded -> found.add(((NoteWritten) recorded.body()).text()));
        return found;
    }

    @Test
    void the_password_is_read_from_standard_input_and_kept_for_the_owner_alone()
            throws IOException {
        vigie.pasted = new ByteArrayInputStream("s3 cret\nrest".getBytes(StandardCharsets.UTF_8));
        var done = set("--user", "vigie");
        assertEquals(0, done.exitCode(), done.err());
        assertTrue(
                done.out().startsWith("letters go by smtp.example.org:587 starttls, from "),
                done.out());
        var file = folder.resolve("mail/server.properties");
        assertEquals(
                "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertTrue(Files.readString(file).contains("password=s3 cret\n"));
        var list = mail("list");
        assertTrue(list.out().startsWith("by smtp.example.org:587 starttls"), list.out());
        assertFalse((list.out() + mail("list", "--json").out()).contains("s3 cret"));
    }

    @Test
    void a_password_comes_from_a_file_that_nobody_else_may_read() throws IOException {
        var file = folder.resolve("password");
        Files.writeString(file, "s3cret\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        var open = set("--user", "vigie", "--password-file", file.toString());
        assertEquals(2, open.exitCode());
        assertTrue(open.err().contains("chmod 600"), open.err());
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        var done = set("--user", "vigie", "--tls", "--password-file", file.toString());
        assertEquals(0, done.exitCode(), done.err());
        assertTrue(done.out().contains("smtp.example.org:465 tls"), done.out());
    }

    @Test
    void settings_that_cannot_be_are_refused_by_their_field_and_change_nothing()
            throws IOException {
        assertTrue(set("--plain-loopback").err().contains("with --plain-loopback"));
        assertTrue(set("--user", "vigie").err().contains("--password-file"));
        assertTrue(set("--port", "0").err().contains("1 to 65535"));
        assertTrue(set("--link", "http://vigie.example.org").err().contains("https://host/path"));
        assertTrue(set("--tls", "--starttls").err().contains("mutually exclusive"));
        assertFalse(Files.exists(folder.resolve("mail")));
        var unset = mail("add", "a@mission.example.org", "--by", "x");
        assertEquals(2, unset.exitCode());
        assertTrue(unset.err().contains("vigie mail set"), unset.err());
    }

    @Test
    void who_is_added_stands_in_the_list_and_the_ledger_has_no_address() throws IOException {
        set();
        var added =
                mail(
                        "add",
                        "Duty@mission.example.org",
                        "--events",
                        "opened,escalated,due",
                        "--lang",
                        "fr",
                        "--by",
                        "head of operations");
        assertEquals(0, added.exitCode(), added.err());
        assertEquals(
                List.of(
                        "an address at mission.example.org is told by e-mail of alert.opened, watch.escalated, watch.due"),
                notes());
        var list = mail("list").out();
        assertTrue(list.contains("duty@mission.example.org"), list);
        assertTrue(mail("list", "--json").out().contains("\"language\":\"fr\""));
        assertFalse(mail("list", "--exercise").out().contains("duty@"));
        var again = mail("add", "duty@mission.example.org", "--by", "x");
        assertEquals(2, again.exitCode());
        assertTrue(again.err().contains("this one is there already"), again.err());
        assertEquals(
                "removed: duty@mission.example.org\n",
                mail("remove", "duty@mission.example.org", "--by", "x").out());
        assertEquals(2, mail("remove", "duty@mission.example.org", "--by", "x").exitCode());
        assertEquals(
                "an address at mission.example.org is told nothing more by e-mail",
                notes().getLast());
    }

    @Test
    void another_house_is_told_only_by_decision_of_a_protection_officer() throws IOException {
        set();
        var undecided = mail("add", "friend@example.com", "--by", "x");
        assertEquals(2, undecided.exitCode());
        assertTrue(undecided.err().contains("protection officer"), undecided.err());
        assertEquals(List.of(), notes());
        var decided =
                mail(
                        "add",
                        "friend@example.com",
                        "--by",
                        "x",
                        "--decided-by",
                        "A. Diallo",
                        "--because",
                        "agreed");
        assertEquals(0, decided.exitCode(), decided.err());
        assertTrue(
                notes().getFirst().endsWith("; decided by A. Diallo: agreed"), notes()::toString);
    }

    @Test
    void addresses_events_and_languages_that_there_are_not_are_refused() {
        set();
        assertEquals(0, mail("add", "_o'brien+night@mission.example.org", "--by", "x").exitCode());
        assertTrue(
                mail("add", "a@b\r\nBcc: c@d", "--by", "x").err().contains("one e-mail address"));
        assertTrue(
                mail("add", "a@mission.example.org", "--by", "x", "--events", "opened,seen")
                        .err()
                        .contains("opened, changed, closed, escalated, due"));
        assertTrue(
                mail("add", "a@mission.example.org", "--by", "x", "--lang", "nl")
                        .err()
                        .contains("en or fr"));
    }

    @Test
    void a_test_says_what_the_server_answered() {
        var letters = new CopyOnWriteArrayList<String>();
        var server =
                new SMTPServer.Builder()
                        .bindAddress(InetAddress.getLoopbackAddress())
                        .port(0)
                        .messageHandler((context, from, to, data) -> {
                            if (to.startsWith("nobody@")) {
                                throw new RejectException(550, "5.1.1 no such person");
                            }
                            letters.add(new String(data, StandardCharsets.UTF_8));
                        })
                        .build();
        server.start();
        try {
            var set =
                    mail(
                            "set",
                            "--host",
                            "127.0.0.1",
                            "--port",
                            "" + server.getPortAllocated(),
                            "--plain-loopback",
                            "--from",
                            "vigie@mission.example.org");
            assertEquals(0, set.exitCode(), set.err());
            var sent = mail("test", "--to", "duty@mission.example.org");
            assertEquals(0, sent.exitCode(), sent.err());
            assertTrue(sent.out().startsWith("taken by 127.0.0.1:"), sent.out());
            assertTrue(sent.out().contains(": 250"), sent.out());
            assertTrue(letters.getFirst().contains("Subject: Vigie: a test"), letters::toString);
            var refused = mail("test", "--to", "nobody@mission.example.org");
            assertEquals(2, refused.exitCode());
            assertTrue(
                    refused.err().contains("the letter was not sent: 550 5.1.1 no such person"),
                    refused.err());
        } finally {
            server.stop();
        }
    }
}

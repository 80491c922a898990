package org.vigie.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.record.Housekeeping.NoteWritten;
import org.vigie.record.Viewer;
import org.vigie.store.hooks.HookLine;
import org.vigie.store.hooks.Webhooks;

/// Webhooks at the command line.
class WebhookCommandsTest {

    private static final Pattern SECRET = Pattern.compile("whsec_[A-Za-z0-9+/]{43}=");

    @TempDir private Path folder;
    private final CommandRun vigie = new CommandRun();

    @BeforeEach
    void open_the_ledger() {
        assertEquals(0, vigie.on(folder, "threats").exitCode());
    }

    private CommandRun.Result add(String... more) {
        var words =
                new ArrayList<>(
                        List.of(
                                "webhook",
                                "add",
                                "feed",
                                "--url",
                                "https://alerts.example.org/in?key=k3y",
                                "--by",
                                "head of operations"));
        words.addAll(List.of(more));
        return vigie.on(folder, words.toArray(String[]::new));
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
    void the_secret_is_shown_once_and_the_ledger_knows_who_added_it() throws IOException {
        var added = add();
        assertEquals(0, added.exitCode(), added.err());
        var secret = SECRET.matcher(added.out());
        assertTrue(secret.find(), added.out());
        var list = vigie.on(folder, "webhook", "list");
        assertTrue(list.out().contains("alerts.example.org"), list.out());
        assertTrue(list.out().contains("head of operations"), list.out());
        assertFalse(list.out().contains("k3y") || list.out().contains("whsec_"), list.out());
        assertEquals(List.of("webhook feed added, tier restricted"), notes());
        var again = add();
        assertEquals(2, again.exitCode());
        assertTrue(again.err().contains("this one is there already"), again.err());
    }

    @Test
    void a_partner_is_told_only_by_decision_of_a_protection_officer() throws IOException {
        var undecided = add("--tier", "partner");
        assertEquals(2, undecided.exitCode());
        assertTrue(undecided.err().contains("protection officer"), undecided.err());
        assertEquals(List.of(), notes());
        var decided = add("--tier", "partner", "--decided-by", "A. Diallo", "--because", "agreed");
        assertEquals(0, decided.exitCode(), decided.err());
        assertEquals(
                List.of("webhook feed added, tier partner; decided by A. Diallo: agreed"), notes());
    }

    @Test
    void what_cannot_be_is_refused_by_its_field() throws IOException {
        assertTrue(
                add("--tier", "host", "--decided-by", "A", "--because", "b")
                        .err()
                        .contains("restricted or partner"));
        assertTrue(add("--events", "opened,deleted").err().contains("opened, changed, closed"));
        var plain =
                vigie.on(
                        folder,
                        "webhook",
                        "add",
                        "feed",
                        "--by",
                        "x",
                        "--url",
                        "http://example.org/key");
        assertTrue(plain.err().contains("https://host/path"), plain.err());
        assertFalse(plain.err().contains("example.org"), plain.err());
        assertEquals(List.of(), notes());
    }

    @Test
    void removed_it_is_gone_and_the_log_stays() throws IOException {
        add();
        Webhooks.in(folder)
                .note(
                        new HookLine(
                                Instant.parse("2024-05-01T06:00:00Z"),
                                "feed",
                                "msg_1",
                                "alert.opened",
                                1,
                                HookLine.Outcome.GIVEN_UP,
                                "410"));
        assertEquals(
                "removed: feed\n",
                vigie.on(folder, "webhook", "remove", "feed", "--by", "x").out());
        assertEquals(2, vigie.on(folder, "webhook", "remove", "feed", "--by", "x").exitCode());
        var log = vigie.on(folder, "webhook", "log").out();
        assertTrue(log.contains("given-up") && log.contains("410"), log);
        var json = vigie.on(folder, "webhook", "log", "--json").out();
        assertTrue(json.contains("\"event\":\"alert.opened\""), json);
        assertEquals("webhook feed removed", notes().getLast());
    }
}

package org.vigie.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The accounts of a real data folder, at the command line.
class AccountCommandsTest {

    private static final Pattern LINK =
            Pattern.compile("\n/lite/setup\\?token=([A-Za-z0-9_-]{43})\n");

    @TempDir Path folder;
    private final CommandRun vigie = new CommandRun();

    @BeforeEach
    void use_the_real_database() {
        vigie.source = new StoreLedgers();
    }

    private CommandRun.Result account(String line) {
        return vigie.on(folder.resolve("data"), ("account " + line).split(" "));
    }

    @Test
    void an_account_is_made_listed_reset_locked_and_unlocked() {
        assertEquals(2, account("list").exitCode(), "there is no ledger yet");
        var added = account("add a.diallo --role civil-affairs --area Mopti");
        assertEquals(0, added.exitCode(), added::err);
        assertTrue(LINK.matcher(added.out()).find(), added::out);
        assertTrue(added.out().contains("good once and until 2024-05-02T06:00:00Z"), added::out);
        assertTrue(added.out().contains("behind the address that 'vigie up' prints"), added::out);
        assertTrue(added.out().contains("from now on everybody signs in"), added::out);
        var second = account("add b.traore --role oversight --component mission-support");
        assertFalse(second.out().contains("first account"), second::out);
        var list = account("list").out();
        assertTrue(list.contains("a.diallo  civil-affairs  civil-affairs"), list);
        assertTrue(list.contains("has not used the link"), list);
        var reset = account("reset a.diallo --server https://vigie.example.org/");
        assertTrue(
                reset.out().contains("\nhttps://vigie.example.org/lite/setup?token="), reset::out);
        assertEquals("locked: a.diallo\n", account("lock a.diallo").out());
        assertTrue(account("list").out().contains("locked since 2024-05-01T06:00:00Z"));
        assertEquals("unlocked: a.diallo\n", account("unlock a.diallo").out());
        var json = account("list --json").out();
        assertTrue(json.contains("\"name\":\"a.diallo\""), json);
        assertFalse(json.contains("token"), json);
    }

    @Test
    void an_area_is_one_of_the_missions() {
        var data = folder.resolve("data");
        assertEquals(0, vigie.on(data, "mission", "load", "missions/mali").exitCode());
        var mistyped = account("add a.diallo --role watch --area Mopty");
        assertEquals(2, mistyped.exitCode(), mistyped::out);
        assertTrue(mistyped.err().contains("near: Mopti"), mistyped::err);
        assertTrue(account("list").out().contains("no account"));
        var sector = vigie.on(data, "account", "add", "b.sow", "--role", "watch", "--area", "SC");
        assertEquals(0, sector.exitCode(), sector::err);
        assertEquals(0, account("add c.keita --role watch --area ML0506").exitCode());
        assertTrue(account("list").out().contains("ML0506"));
    }

    @Test
    void what_is_wrong_is_told_with_what_is_allowed() {
        assertRefused("add a.diallo --role chief", "watch, analysis, protection");
        assertRefused("add A.Diallo --role watch", "3 to 40 small letters");
        assertRefused("add owner --role watch", "none of the program's own");
        assertRefused("add a.diallo --role watch --component force", "operations-centre");
        assertRefused("add a.diallo --role watch --server ftp://x", "https://vigie.example.org");
        assertEquals(0, account("add a.diallo --role watch").exitCode());
        assertRefused("reset nobody.here", "vigie account list");
        assertRefused("lock nobody.here", "vigie account list");
        assertRefused("add a.diallo --role watch", "free: an account has it already");
    }

    private void assertRefused(String line, String allowed) {
        var refused = account(line);
        assertEquals(2, refused.exitCode(), refused::toString);
        assertTrue(refused.err().contains(allowed), refused::err);
        assertEquals("", refused.out());
    }
}

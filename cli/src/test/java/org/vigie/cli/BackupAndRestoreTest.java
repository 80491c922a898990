package org.vigie.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.record.Component;
import org.vigie.record.Entry;
import org.vigie.record.Erased;
import org.vigie.record.Handling;
import org.vigie.record.Ids;
import org.vigie.record.Origin;
import org.vigie.record.Recorded;
import org.vigie.record.Viewer;
import org.vigie.record.Warnings;
import org.vigie.store.ledger.Erasure;
import org.vigie.store.ledger.Store;

/// A backup made while Vigie runs, and what comes of it.
class BackupAndRestoreTest {

    private static final Instant NOW = Instant.parse("2024-05-01T06:00:00Z");

    @TempDir Path folder;
    private final CommandRun vigie = new CommandRun();
    private final Random chance = new Random(5);
    private final List<Entry> entries = new ArrayList<>();

    @BeforeEach
    void begin() {
        vigie.source = new StoreLedgers();
        for (int n = 0; n < 6; n++) {
            entries.add(note(n, n % 2 == 1 ? Handling.PROTECTION : Handling.OPEN));
        }
    }

    @Test
    void a_backup_of_a_ledger_in_use_comes_back_whole_and_goes_on() throws IOException {
        try (var store = Store.open(data())) {
            var ledger = store.ledger(false).ledger();
            ledger.append(entries.subList(0, 4));
            store.ledger(true).ledger().append(entries.subList(0, 1));
            assertEquals(0, backup("b.zip", "k.zip").exitCode());
            ledger.append(entries.subList(4, 6));
        }
        var restored = restore("b.zip", "--keys", folder.resolve("k.zip").toString());
        assertEquals(0, restored.exitCode(), restored::toString);
        assertTrue(restored.out().startsWith("ok: 4 entries and 1 of exercises"), restored::out);
        try (var store = Store.open(folder.resolve("new"))) {
            var opened = store.ledger(false);
            assertEquals(entries.subList(0, 4), read(opened));
            opened.ledger().append(entries.subList(4, 6));
            assertEquals(List.of(), opened.verify(null, store.publicKey()).findings());
            assertEquals(6, opened.verify(null, null).entries());
        }
    }

    @Test
    void without_the_keys_protected_bodies_stay_closed_and_all_else_verifies() throws IOException {
        try (var store = Store.open(data())) {
            store.ledger(false).ledger().append(entries);
        }
        assertEquals(0, backup("b.zip", null).exitCode());
        assertFalse(Files.exists(folder.resolve("b.zip.half")));
        var restored = restore("b.zip");
        assertEquals(0, restored.exitCode(), restored::toString);
        assertTrue(restored.out().contains("protected bodies are closed"), restored::out);
        try (var store = Store.open(folder.resolve("new"))) {
            var opened = store.ledger(false);
            var read = read(opened);
            assertEquals(entries.get(0), read.get(0));
            assertEquals(new Erased("reporter-told"), read.get(1).body());
            assertEquals(3, opened.verify(null, null).findings().size());
        }
    }

    @Test
    void what_was_erased_after_the_keys_were_kept_does_not_come_back() throws IOException {
        try (var store = Store.open(data())) {
            var opened = store.ledger(false);
            opened.ledger().append(entries);
            assertEquals(0, backup("old.zip", "k.zip").exitCode());
            opened.erase(
                    new Erasure(entries.get(1).id(), "consent withdrawn", "Ada", "Ben"),
                    Ids.fresh(NOW, chance));
            assertEquals(0, backup("b.zip", null).exitCode());
        }
        var restored = restore("b.zip", "--keys", folder.resolve("k.zip").toString());
        assertEquals(0, restored.exitCode(), restored::toString);
        try (var store = Store.open(folder.resolve("new"))) {
            var read = read(store.ledger(false));
            assertEquals(new Erased("reporter-told"), read.get(1).body());
            assertEquals(entries.get(3), read.get(3));
        }
    }

    @Test
    void photographs_come_back_with_the_keys_and_without_them_nobody_sees_any() throws IOException {
        var file = "a picture of the well at Kadu".repeat(9).getBytes(StandardCharsets.US_ASCII);
        var kept = photograph(2, file);
        var erased = photograph(3, file);
        try (var store = Store.open(data())) {
            var opened = store.ledger(false);
            opened.ledger().append(entries.subList(0, 2));
            opened.ledger().attach(kept, file);
            opened.ledger().attach(erased, file);
            assertEquals(0, backup("old.zip", "k.zip").exitCode());
            opened.erase(
                    new Erasure(erased.id(), "consent withdrawn", "Ada", "Ben"),
                    Ids.fresh(NOW, chance));
            assertEquals(0, backup("b.zip", null).exitCode());
        }
        try (var zip = new ZipFile(folder.resolve("b.zip").toFile())) {
            var table = zip.getInputStream(zip.getEntry("vigie/attachment.copy")).readAllBytes();
            assertTrue(table.length > 2 * file.length);
            assertFalse(new String(table, StandardCharsets.ISO_8859_1).contains("Kadu"));
        }
        assertEquals(
                0,
                restore("b.zip", "--keys", folder.resolve("k.zip").toString()).exitCode(),
                "verifies");
        try (var store = Store.open(folder.resolve("new"))) {
            var ledger = store.ledger(false).ledger();
            assertArrayEquals(file, ledger.attached(kept.id(), Viewer.owner()).orElseThrow());
            assertTrue(ledger.attached(erased.id(), Viewer.owner()).isEmpty());
        }
        var keyless = folder.resolve("keyless");
        vigie.on(keyless, "restore", folder.resolve("b.zip").toString());
        try (var store = Store.open(keyless)) {
            var opened = store.ledger(false);
            assertTrue(opened.ledger().attached(kept.id(), Viewer.owner()).isEmpty());
            assertTrue(opened.verify(null, null).okButForKeys());
        }
    }

    private Entry photograph(int number, byte[] file) {
        var told = note(number, Handling.PROTECTION);
        var hash = HexFormat.of().formatHex(sha256(file));
        return new Entry(
                told.id(),
                told.subject(),
                null,
                NOW,
                "field-mopti",
                told.component(),
                told.handling(),
                Origin.lane("field-mopti"),
                null,
                new Warnings.ReportAttached("image/png", file.length, hash, 9, 9, null, null));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void bad_files_and_used_folders_are_refused_in_one_sentence_and_leave_nothing()
            throws IOException {
        try (var store = Store.open(data())) {
            store.ledger(false).ledger().append(entries);
            assertEquals(0, backup("b.zip", "k.zip").exitCode());
        }
        var whole = Files.readAllBytes(folder.resolve("b.zip"));
        Files.write(folder.resolve("cut.zip"), Arrays.copyOf(whole, whole.length / 2));
        Files.writeString(folder.resolve("text.zip"), "hello");
        Files.writeString(folder.resolve("empty.zip"), "");
        for (var name : List.of("cut.zip", "text.zip", "empty.zip", "k.zip", "none.zip")) {
            refused(restore(name));
        }
        refused(restore("b.zip", "--keys", folder.resolve("b.zip").toString()));
        refused(backup("b.zip", null));
        var used = Files.createDirectories(folder.resolve("used"));
        Files.writeString(used.resolve("x"), "x");
        refused(
                vigie.run(
                        "restore", folder.resolve("b.zip").toString(), "--data", used.toString()));
        refused(
                vigie.run(
                        "backup",
                        "--data",
                        used.toString(),
                        "--out",
                        folder.resolve("c.zip").toString()));
        assertFalse(Files.exists(folder.resolve("new")));
        assertFalse(Files.exists(folder.resolve("new.restoring")));
    }

    @Test
    void a_restore_that_was_killed_leaves_no_folder_and_is_done_again()
            throws IOException, InterruptedException {
        try (var store = Store.open(data())) {
            store.ledger(false).ledger().append(entries);
            assertEquals(0, backup("b.zip", "k.zip").exitCode());
        }
        var half = folder.resolve("new.restoring");
        try (var program =
                Program.start(
                        folder,
                        "restore",
                        folder.resolve("b.zip").toString(),
                        "--data",
                        folder.resolve("new").toString())) {
            while (program.runs() && !Files.exists(half.resolve("postgres.json"))) {
                Thread.sleep(20);
            }
            program.kill();
        }
        assertFalse(Files.exists(folder.resolve("new")));
        var restored = restore("b.zip", "--keys", folder.resolve("k.zip").toString());
        assertEquals(0, restored.exitCode(), restored::toString);
        assertFalse(Files.exists(half));
    }

    private void refused(CommandRun.Result result) {
        assertEquals(2, result.exitCode(), result::toString);
        assertEquals(1, result.err().lines().count(), result::toString);
        assertFalse(result.err().contains("fault of Vigie"), result::toString);
    }

    private static List<Entry> read(Store.Opened opened) throws IOException {
        var all = new ArrayList<Recorded>();
        opened.ledger().read(Set.of(), Viewer.owner(), all::add);
        return all.stream().map(Recorded::entry).toList();
    }

    private CommandRun.Result backup(String name, @org.jspecify.annotations.Nullable String keys) {
        var words = new ArrayList<>(List.of("backup", "--out", folder.resolve(name).toString()));
        if (keys != null) {
            words.addAll(List.of("--keys", folder.resolve(keys).toString()));
        }
        return vigie.on(data(), words.toArray(String[]::new));
    }

    private CommandRun.Result restore(String name, String... words) {
        var all = new ArrayList<>(List.of("restore", folder.resolve(name).toString()));
        all.addAll(List.of(words));
        return vigie.on(folder.resolve("new"), all.toArray(String[]::new));
    }

    private Path data() {
        return folder.resolve("data");
    }

    private Entry note(int number, Handling handling) {
        return new Entry(
                Ids.fresh(NOW, chance),
                new UUID(0, number),
                null,
                NOW,
                "analyst",
                Component.ANALYSIS_CENTRE,
                handling,
                Origin.hand(),
                null,
                new Warnings.ReporterTold(true, "note " + number));
    }
}

package org.vigie.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.record.Component;
import org.vigie.record.Entry;
import org.vigie.record.Handling;
import org.vigie.record.Ids;
import org.vigie.record.Origin;
import org.vigie.record.Warnings;
import org.vigie.store.DataFolder;
import org.vigie.store.Role;
import org.vigie.store.ledger.Store;

/// `docs/verify.py`, which shares no line with Vigie, on what Vigie gives to strangers.
class IndependentVerifierTest {

    private static final Instant NOW = Instant.parse("2024-05-01T06:00:00.250Z");

    @TempDir Path folder;
    private final CommandRun vigie = new CommandRun();
    private final Random chance = new Random(5);
    private final List<Entry> entries = new ArrayList<>();

    @BeforeEach
    void begin() throws IOException {
        vigie.source = new StoreLedgers();
        for (int n = 0; n < 7; n++) {
            entries.add(note(n, n % 3 == 1 ? Handling.PROTECTION : Handling.OPEN));
        }
        try (var store = Store.open(data())) {
            var ledger = store.ledger(false).ledger();
            ledger.append(entries.subList(0, 3));
            ledger.append(entries.subList(3, 7));
        }
    }

    @Test
    void it_agrees_on_a_real_ledger_with_the_key_and_the_checkpoint_of_an_outsider()
            throws IOException, InterruptedException {
        var note = run("verify").out().replaceAll("(?s).*kept outside:\n", "");
        var kept = Files.writeString(folder.resolve("kept.note"), note);
        var said =
                python(
                        0,
                        export("--open-only"),
                        "--key",
                        data().resolve("keys/signing.pub").toString(),
                        "--checkpoint",
                        kept.toString());
        assertTrue(said.contains("7 entries, 2 checkpoints; 0 erased"), said);
        assertTrue(said.contains("ok: nothing was changed"), said);
    }

    @Test
    void it_names_the_entry_that_was_changed() throws Exception {
        asOwner("update entry set author = 'x' where id = '" + entries.get(5).id() + "'");
        var said = python(1, export());
        assertTrue(
                said.contains(
                        "NOT ok: entry 5 (%s) was changed after it was recorded"
                                .formatted(entries.get(5).id())),
                said);
    }

    @Test
    void it_names_the_entry_that_was_removed_and_the_checkpoint_that_a_forger_left()
            throws Exception {
        asOwner("delete from entry where id = '" + entries.get(5).id() + "'");
        asOwner("update leaf set hash = sha256('forged') where seq = 6");
        var said = python(1, export());
        assertTrue(said.contains("entry 5 (%s) was removed".formatted(entries.get(5).id())), said);
        assertTrue(said.contains("entry 6 (%s) was changed".formatted(entries.get(6).id())), said);
        assertTrue(said.contains("the checkpoint of size 7 was signed over other entries"), said);
    }

    @Test
    void without_a_checkpoint_nobody_vouches_for_a_ledger() throws Exception {
        var lines = new ArrayList<>(Files.readAllLines(export()));
        lines.removeIf(line -> line.startsWith("{\"checkpoint\":"));
        lines.set(lines.size() - 1, "{\"checkpoints\":0,\"entries\":7}");
        var bare = written("bare.jsonl", String.join("\n", lines) + "\n");
        var said = python(1, bare, "--key", data().resolve("keys/signing.pub").toString());
        assertTrue(said.contains("entries 0 to 6 are under no checkpoint"), said);
    }

    @Test
    void what_was_added_after_the_last_checkpoint_is_named() throws Exception {
        var lines = new ArrayList<>(Files.readAllLines(export()));
        int last = 7; // the first line is the beginning
        lines.add(last + 1, lines.get(last).replace("\"seq\":6", "\"seq\":7"));
        lines.set(0, lines.getFirst().replace("\"size\":7", "\"size\":8"));
        lines.set(lines.size() - 1, lines.getLast().replace("\"entries\":7", "\"entries\":8"));
        var longer = written("longer.jsonl", String.join("\n", lines) + "\n");
        var said = python(1, longer);
        assertTrue(said.contains("entries 7 to 7 are under no checkpoint"), said);
    }

    @Test
    void of_an_entry_that_is_not_shared_nothing_but_its_leaf_is_given() throws Exception {
        var hidden =
                Files.readAllLines(export("--open-only")).stream()
                        .filter(line -> line.contains("\"hidden\":true"))
                        .toList();
        assertFalse(hidden.isEmpty());
        hidden.forEach(line ->
                assertTrue(
                        line.matches(
                                "\\{\"hidden\":true,\"leaf\":\"[0-9a-f]{64}\",\"seq\":[0-9]+}"),
                        line));
    }

    @Test
    void it_says_that_an_entry_was_erased_and_by_whom() throws Exception {
        var erased = entries.get(4).id();
        assertEquals(
                0,
                run(
                                "erase",
                                erased.toString(),
                                "--reason",
                                "consent withdrawn",
                                "--by",
                                "protection adviser",
                                "--second",
                                "chief of staff")
                        .exitCode());
        var said = python(0, export("--with-body"));
        assertTrue(said.contains("entry 4 (" + erased + ") was erased on 20"), said);
        assertTrue(
                said.contains("by protection adviser and chief of staff: consent withdrawn"), said);
        assertTrue(said.contains("1 erased, 0 protected bodies not shown, 1 shown"), said);
        var verified = run("verify", "--json");
        assertEquals(0, verified.exitCode());
        assertTrue(verified.out().contains("\"erased\":[{\"seq\":4,"), verified::out);
    }

    @Test
    void a_withheld_entry_is_erased_by_its_number_and_both_verifiers_agree() throws Exception {
        var list =
                written(
                        "deaths.csv",
                        """
                        casualty_id,incident_date,mission_acronym,type_of_casualty,isocode3,casualty_personnel_type,type_of_incident,kin_told
                        K-7,2021-03-02,MISAM,Fatality,SEN,Military,Accident,
                        """);
        assertEquals(0, run("import", list.toString()).exitCode());
        assertTrue(run("fatalities").out().contains("n 0"), () -> run("fatalities").out());
        var officers =
                List.of(
                        "--reason",
                        "wrong list",
                        "--by",
                        "protection adviser",
                        "--second",
                        "chief");
        assertEquals(PlainErrors.REFUSED, erase("casualty:K-8/SEN", officers).exitCode());
        var erased = erase("casualty:K-7/SEN", officers);
        assertEquals(0, erased.exitCode(), erased::err);
        assertEquals(PlainErrors.REFUSED, erase("casualty:K-7/SEN", officers).exitCode());
        var verified = run("verify", "--json");
        assertEquals(0, verified.exitCode(), verified::out);
        assertTrue(verified.out().contains("\"erased\":[{\"seq\":"), verified::out);
        var said = python(0, export("--with-body"));
        assertTrue(said.contains("1 erased"), said);
        assertFalse(said.contains("K-7"), said);
        var kept = java.nio.file.Files.readString(export("--with-body"));
        assertFalse(kept.contains("K-7/SEN") || kept.contains("Accident"), kept);
    }

    @Test
    void all_that_was_withheld_of_a_number_is_erased_and_the_list_does_not_bring_it_back()
            throws Exception {
        var list =
                """
                casualty_id,incident_date,mission_acronym,type_of_casualty,isocode3,casualty_personnel_type,type_of_incident,kin_told
                K-7,2021-03-02,MISAM,Fatality,SEN,Military,%s,
                """;
        var first = written("deaths.csv", list.formatted("Accident"));
        assertEquals(0, run("import", first.toString()).exitCode());
        var second = written("deaths2.csv", list.formatted("Illness"));
        assertEquals(0, run("import", second.toString()).exitCode());
        var officers =
                List.of(
                        "--reason",
                        "wrong list",
                        "--by",
                        "protection adviser",
                        "--second",
                        "chief");
        var erased = erase("casualty:K-7/SEN", officers);
        assertEquals(0, erased.exitCode(), erased::err);
        assertEquals(2, erased.out().lines().filter(line -> line.startsWith("erased:")).count());
        assertTrue(erased.out().contains("take the row out of the list"), erased::out);
        var kept = java.nio.file.Files.readString(export("--with-body"));
        assertFalse(kept.contains("Accident") || kept.contains("Illness"), kept);
        var again = run("import", second.toString());
        assertTrue(
                (again.out() + again.err()).contains("must be taken out of the list"),
                again::toString);
        var verified = run("verify", "--json");
        assertEquals(0, verified.exitCode(), verified::out);
        assertTrue(python(0, export("--with-body")).contains("2 erased"));
    }

    @Test
    void who_erases_cannot_forge_a_line_of_a_verifier_nor_leave_a_number_behind() {
        var id = entries.get(4).id().toString();
        for (var reason : List.of("x\nok: all is well", "x\u202e", "call 70 12 34 56 78")) {
            var refused = erase(id, List.of("--reason", reason, "--by", "a", "--second", "b"));
            assertEquals(PlainErrors.REFUSED, refused.exitCode(), reason);
            assertTrue(refused.err().contains("reason"), refused::err);
            assertFalse(refused.err().contains("\nok:"), refused::err);
        }
        var by = erase(id, List.of("--reason", "x", "--by", "a\nok: b", "--second", "b"));
        assertEquals(PlainErrors.REFUSED, by.exitCode());
        var second = erase(id, List.of("--reason", "x", "--by", "a", "--second", "b\rok: b"));
        assertEquals(PlainErrors.REFUSED, second.exitCode());
    }

    private CommandRun.Result erase(String entry, List<String> officers) {
        var line = new ArrayList<>(List.of("erase", entry));
        line.addAll(officers);
        return run(line.toArray(String[]::new));
    }

    @Test
    void it_checks_single_proofs_as_vigie_does() throws Exception {
        for (var proof :
                List.of(
                        written("entry.json", run("prove", "4", "--with-body").out()),
                        written("hash.json", run("prove", "0", "--without-entry").out()),
                        written("sizes.json", run("prove", "--consistency", "3", "7").out()))) {
            assertTrue(python(0, proof).startsWith("ok: "));
            assertEquals(0, vigie.run("prove", "--check", proof.toString()).exitCode());
        }
        var forged =
                written(
                        "forged.json",
                        Files.readString(folder.resolve("entry.json")).replace("note 4", "note 5"));
        assertTrue(python(1, forged).startsWith("NOT ok: "));
        assertEquals(1, vigie.run("prove", "--check", forged.toString()).exitCode());
    }

    @Test
    void a_file_that_was_cut_off_or_is_none_is_refused_in_one_sentence() throws Exception {
        var whole = Files.readString(export());
        for (var text :
                List.of(
                        "",
                        "hello\n",
                        "[]\n",
                        "{}\n",
                        whole.substring(0, whole.length() / 2),
                        whole.substring(0, whole.lastIndexOf("{")))) {
            var said = python(2, written("cut.jsonl", text));
            assertTrue(said.startsWith("verify.py: "), said);
            assertEquals(1, said.lines().count(), said);
        }
    }

    @Test
    void what_only_the_mission_may_know_is_not_in_the_file_for_strangers() throws IOException {
        assertFalse(Files.readString(export("--open-only")).contains("note 4"));
        assertFalse(Files.readString(export()).contains("note 4"));
        assertFalse(Files.readString(export("--without-entry")).contains("note 0"));
        assertTrue(Files.readString(export()).contains("note 0"));
    }

    private Path written(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Path export(String... words) throws IOException {
        var file = folder.resolve("export.jsonl");
        Files.deleteIfExists(file);
        var all = new ArrayList<>(List.of("prove", "--all", "--out", file.toString()));
        all.addAll(List.of(words));
        var result = run(all.toArray(String[]::new));
        assertEquals(0, result.exitCode(), result::toString);
        return file;
    }

    private CommandRun.Result run(String... words) {
        return vigie.on(data(), words);
    }

    private Path data() {
        return folder.resolve("data");
    }

    /// @param exitCode the one that is expected
    private String python(int exitCode, Path file, String... options)
            throws IOException, InterruptedException {
        var said = folder.resolve("said.txt");
        var line = new ArrayList<String>();
        line.addAll(
                List.of(
                        "python3",
                        "-B",
                        CommandRun.repository().resolve("docs/verify.py").toString(),
                        file.toString()));
        line.addAll(List.of(options));
        Process process;
        try {
            process =
                    new ProcessBuilder(line)
                            .redirectErrorStream(true)
                            .redirectOutput(said.toFile())
                            .start();
        } catch (IOException e) {
            throw new IOException(
                    "python3 not found: install Python 3.8 or newer (Debian and Ubuntu: apt-get install python3); the independent verifier is tested with it",
                    e);
        }
        assertTrue(process.waitFor(2, TimeUnit.MINUTES), "verify.py does not end");
        var text = Files.readString(said, StandardCharsets.UTF_8);
        assertEquals(exitCode, process.exitValue(), text);
        return text;
    }

    private void asOwner(String sql) throws IOException, SQLException {
        try (var lease = DataFolder.open(data());
                var connection = lease.connect(DataFolder.REAL, Role.OWNER);
                var statement = connection.createStatement()) {
            assertEquals(1, statement.executeUpdate(sql));
        }
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
                new Warnings.ReporterTold(true, "note " + number + ": é ☮ \"quoted\""));
    }
}

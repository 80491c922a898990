package org.vigie.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.store.DataFolder;
import org.vigie.store.Role;
import org.vigie.store.ledger.Store;

/// Who takes back what they said is gone from the files that brought it too; on the real database.
class ErasedRowsTest {

    private static final String TABLE =
            """
            Ref,Date,Village,Deaths,Note
            A1,2020-02-14,Ardal,8,"first
            of two ""lines\"""
            A2,2020-02-15,Lira,0,"the baker of Lira
            saw it, he says"
            A3,2020-02-16,Orle,3,last
            """;

    private static final String SECRET = TABLE.substring(TABLE.indexOf("A2"), TABLE.indexOf("A3"));

    /// A later state of the same table: its second row says the same, to the letter.
    private static final String LATER = TABLE.replace(",3,last", ",4,last");

    @TempDir Path folder;
    private final CommandRun vigie = new CommandRun();

    @BeforeEach
    void begin() {
        vigie.source = new StoreLedgers();
        vigie.wait(
                Duration.between(
                        vigie.now(), InstantSource.system().instant().plus(Duration.ofMinutes(5))));
    }

    @Test
    void an_erased_row_is_gone_from_every_kept_file_and_nothing_else_is()
            throws IOException, SQLException {
        take("first.csv", TABLE, "protection");
        take("later.csv", LATER, "protection");
        assertEquals(List.of(TABLE, LATER), kept("data"));
        var keysBefore = folder.resolve("keys-before").toString();
        assertEquals(0, run("backup", "--out", out("b1"), "--keys", keysBefore).exitCode());

        var erased =
                run(
                        "erase",
                        entryOfLine(4),
                        "--reason",
                        "consent withdrawn",
                        "--by",
                        "protection adviser",
                        "--second",
                        "chief of staff");
        assertEquals(0, erased.exitCode(), erased::toString);
        assertTrue(erased.out().contains("2 kept files"), erased::out);
        assertEquals(List.of(TABLE.replace(SECRET, ""), LATER.replace(SECRET, "")), kept("data"));
        assertFalse(everything().contains("baker"), "the text stands in the database");
        var verified = run("verify", "--json");
        assertTrue(verified.out().startsWith("{\"ok\":true,"), verified::toString);

        // Keys that are older than the erasure do not bring the row back.
        assertEquals(0, run("backup", "--out", out("b2")).exitCode());
        var restored =
                vigie.on(folder.resolve("again"), "restore", out("b2"), "--keys", keysBefore);
        assertEquals(0, restored.exitCode(), restored::toString);
        assertEquals(List.of(TABLE.replace(SECRET, ""), LATER.replace(SECRET, "")), kept("again"));
    }

    @Test
    void a_key_that_is_lost_without_a_word_is_a_finding() throws IOException, SQLException {
        take("first.csv", TABLE, "protection");
        owner("delete from kept_key where no = 2");
        var verified = run("verify", "--json");
        assertEquals(1, verified.exitCode());
        assertTrue(verified.out().contains("lost the keys of 1 of its 4 records"), verified::out);
    }

    @Test
    void a_record_that_is_changed_is_a_finding() throws IOException, SQLException {
        take("first.csv", TABLE, "protection");
        owner("update kept_block set content = content || '\\x00' where no = 1");
        var verified = run("verify", "--json");
        assertEquals(1, verified.exitCode());
        assertTrue(verified.out().contains("was changed after it was kept"), verified::out);
    }

    @Test
    void a_table_that_is_open_to_the_mission_is_kept_in_plain_blocks()
            throws IOException, SQLException {
        take("first.csv", TABLE, "mission");
        assertEquals(List.of(TABLE), kept("data"));
        assertEquals("0", first("select count(*) from kept_key"));
    }

    private void take(String name, String table, String handling) throws IOException {
        var file = Files.writeString(folder.resolve(name), table).toString();
        var mapping =
                Files.writeString(
                        folder.resolve("mapping"),
                        "source = cell\nkey = Ref\ndate = Date\nplace = Village\ndeaths = Deaths\n");
        var result = run("import", file, "--mapping", mapping.toString(), "--handling", handling);
        assertEquals(0, result.exitCode(), result::toString);
    }

    private String out(String name) {
        return folder.resolve(name).toString();
    }

    private String entryOfLine(int line) throws IOException, SQLException {
        return first("select id from entry where line = " + line + " order by batch limit 1");
    }

    /// All kept files, the oldest first, in what can still be read.
    private List<String> kept(String data) throws IOException, SQLException {
        var files = new ArrayList<String>();
        try (var store = Store.open(folder.resolve(data))) {
            for (var sha256 : column(data, "select sha256 from kept_file order by kept_at")) {
                var to = folder.resolve(sha256);
                store.ledger(false).files().write(sha256, to);
                files.add(Files.readString(to));
            }
        }
        return files;
    }

    private String everything() throws IOException, SQLException {
        var all = new StringBuilder();
        for (var table : List.of("entry", "kept_block", "kept_file")) {
            column("data", "select t::text from " + table + " t").forEach(all::append);
        }
        for (var block : column("data", "select encode(content, 'escape') from kept_block")) {
            all.append(new String(block.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
        }
        return all.toString();
    }

    private String first(String sql) throws IOException, SQLException {
        return column("data", sql).getFirst();
    }

    private List<String> column(String data, String sql) throws IOException, SQLException {
        try (var lease = DataFolder.open(folder.resolve(data));
                var connection = lease.connect(DataFolder.REAL, Role.OWNER);
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            var values = new ArrayList<String>();
            while (result.next()) {
                values.add(result.getString(1));
            }
            return values;
        }
    }

    private void owner(String sql) throws IOException, SQLException {
        try (var lease = DataFolder.open(folder.resolve("data"));
                var connection = lease.connect(DataFolder.REAL, Role.OWNER);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private CommandRun.Result run(String... words) {
        return vigie.on(folder.resolve("data"), words);
    }
}

package org.vigie.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.store.DataFolder;
import org.vigie.store.Role;

/// What was taken back stays on the record, and what was changed by hand comes to light; on the
/// real database.
class UndoAndForgeryTest {

    @TempDir Path folder;
    private final CommandRun vigie = new CommandRun();

    @Test
    void an_import_taken_back_is_gone_now_and_still_there_before() throws IOException {
        var id = importTheCountry().replaceAll("(?s).*\"importId\":\"([^\"]+)\"}.*", "$1");
        var before = InstantSource.system().instant().toString();
        assertEquals(0, run("undo", id).exitCode());

        var now = run("count", "--json");
        assertTrue(now.out().contains("\"n\":0,"), now::toString);
        var then = run("count", "--recorded-as-of", before, "--json");
        assertTrue(then.out().contains("\"n\":1848,"), then::toString);
    }

    @Test
    void one_row_edited_by_the_owner_of_the_database_is_named() throws IOException, SQLException {
        importTheCountry();
        var again = run("import", CommandRun.testFile(CAR), "--json");
        assertTrue(
                again.out().contains("\"added\":0,\"changed\":0,\"unchanged\":1848,"), again::out);
        var edited = editOneRow();

        var verified = run("verify", "--json");
        assertEquals(1, verified.exitCode(), verified::toString);
        assertTrue(verified.out().startsWith("{\"ok\":false,"), verified::out);
        assertTrue(verified.out().contains("\"entry\":\"" + edited + "\""), verified::out);
    }

    private static final String CAR = "ucdp/ged231_central_african_republic.csv";

    private String importTheCountry() {
        vigie.source = new StoreLedgers();
        vigie.wait(
                Duration.between(
                        vigie.now(), InstantSource.system().instant().plus(Duration.ofMinutes(5))));
        var imported = run("import", CommandRun.testFile(CAR), "--json");
        assertEquals("", imported.err());
        return imported.out();
    }

    private CommandRun.Result run(String... words) {
        return vigie.on(folder.resolve("data"), words);
    }

    private String editOneRow() throws IOException, SQLException {
        try (var lease = DataFolder.open(folder.resolve("data"));
                var connection = lease.connect(DataFolder.REAL, Role.OWNER);
                var statement = connection.createStatement();
                var row =
                        statement.executeQuery(
                                """
                                update entry set happened_last = happened_last + interval '1 day'
                                where no = 700 and batch = (select min(batch) from entry) returning id
                                """)) {
            assertTrue(row.next());
            return row.getString(1);
        }
    }
}

package org.vigie.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.record.ActorClass;
import org.vigie.record.Body;
import org.vigie.record.Component;
import org.vigie.record.Entry;
import org.vigie.record.Grade;
import org.vigie.record.Handling;
import org.vigie.record.Housekeeping.Exported;
import org.vigie.record.Ids;
import org.vigie.record.Origin;
import org.vigie.record.Site;
import org.vigie.record.Viewer;
import org.vigie.record.Warnings;

/// What goes out of the watch, at the command line.
class OutgoingCommandsTest {

    private static final UUID ALERT = Ids.subject("alert", "a");
    private static final UUID REPORT = Ids.subject("report", "r");

    private final CommandRun vigie = new CommandRun();

    @TempDir private Path folder;

    private void add(UUID subject, Body body) {
        vigie.ledger()
                .append(
                        List.of(
                                new Entry(
                                        Ids.subject("entry", subject + body.toString()),
                                        subject,
                                        null,
                                        null,
                                        "watch officer",
                                        Component.OPERATIONS_CENTRE,
                                        Handling.PROTECTION,
                                        Origin.hand(),
                                        null,
                                        body)));
    }

    private void write() {
        assertEquals(0, vigie.run("threats").exitCode()); // opens the ledger
        add(REPORT, report());
        add(
                ALERT,
                new Warnings.AlertOpened(
                        "Raid feared",
                        Site.named("Hollow Quarry"),
                        Warnings.Severity.HIGH,
                        "herders",
                        ActorClass.MILITIA,
                        List.of(REPORT)));
    }

    private static Warnings.ReportReceived report() {
        return new Warnings.ReportReceived(
                "phone",
                Site.named("Hollow Quarry"),
                "the baker's son says that they come",
                "herders",
                "a raid",
                Warnings.Severity.HIGH,
                ActorClass.MILITIA,
                Grade.UNJUDGED,
                false);
    }

    private List<Exported> exported() throws IOException {
        var found = new ArrayList<Exported>();
        vigie.ledger()
                .read(
                        Set.of("exported"),
                        Viewer.owner(),
                        recorded -> found.add((Exported) recorded.body()));
        return found;
    }

    private CommandRun.Result cap(String out, String... more) {
        var words =
                new ArrayList<>(
                        List.of(
                                "cap",
                                "--alert",
                                ALERT.toString(),
                                "--out",
                                folder.resolve(out).toString()));
        words.addAll(List.of(more));
        return vigie.run(words.toArray(String[]::new));
    }

    @Test
    void an_alert_becomes_a_file_and_the_ledger_knows_that_it_left() throws IOException {
        write();
        var result = cap("a.xml", "--sender", "mission.example.org");
        assertEquals(0, result.exitCode(), result.err());
        assertTrue(result.out().contains("Alert "), result.out());
        var text = Files.readString(folder.resolve("a.xml"));
        assertTrue(text.contains("<headline>Raid feared</headline>"), text);
        assertFalse(text.contains("baker"), text);
        assertEquals("cap-1.2", exported().getFirst().format());
        assertEquals("restricted", exported().getFirst().tier());
        assertEquals(2, cap("a.xml").exitCode(), "a file that is there is not overwritten");
    }

    @Test
    void outside_the_mission_it_needs_a_decision_which_the_ledger_holds() throws IOException {
        write();
        var held = cap("p.xml", "--tier", "partner");
        assertEquals(1, held.exitCode());
        assertTrue(held.out().contains("no protection officer has decided"), held.out());
        assertTrue(held.out().contains("--decided-by OFFICER --because REASON"), held.out());
        assertFalse(Files.exists(folder.resolve("p.xml")));
        assertEquals(List.of(), exported());
        var given =
                cap(
                        "p.xml",
                        "--tier",
                        "partner",
                        "--decided-by",
                        "A. Diallo",
                        "--because",
                        "clinic must close");
        assertEquals(0, given.exitCode(), given.err());
        assertFalse(Files.readString(folder.resolve("p.xml")).contains("Quarry"));
        assertEquals("A. Diallo", exported().getFirst().decidedBy());
        assertEquals("clinic must close", exported().getFirst().reason());
    }

    @Test
    void bad_input_is_said_by_its_field_and_writes_nothing() throws IOException {
        write();
        assertTrue(cap("x.xml", "--lang", "de").err().contains("en or fr"));
        assertTrue(cap("x.xml", "--tier", "all").err().contains("public, partner, host"));
        assertTrue(cap("x.xml", "--sender", "a b").err().contains("host name"));
        var none =
                vigie.run(
                        "cap",
                        "--alert",
                        REPORT.toString(),
                        "--out",
                        folder.resolve("x.xml").toString());
        assertTrue(none.err().contains("an alert of this ledger"), none.err());
        assertFalse(Files.exists(folder.resolve("x.xml")));
        assertEquals(List.of(), exported());
    }

    @Test
    void what_is_due_is_listed_by_owner_and_says_nothing_of_what_it_is_about() throws IOException {
        write();
        var at = vigie.now().plusSeconds(20 * 60).toString();
        var all = vigie.run("due", "--as-of", at);
        assertEquals(0, all.exitCode(), all.err());
        assertTrue(all.out().contains("6 due, 1 of them overdue"), all.out());
        assertTrue(all.out().contains("Alert " + ALERT.toString().substring(0, 8)), all.out());
        assertFalse(all.out().contains("Quarry") || all.out().contains("herders"), all.out());
        var late = vigie.run("due", "--overdue", "--owner", "watch officer", "--as-of", at);
        assertTrue(late.out().contains("1 due, 1 of them overdue"), late.out());
        assertTrue(vigie.run("due", "--owner", "-").out().contains("0 due"));
        var json = vigie.run("due", "--json", "--as-of", at).out();
        assertTrue(json.contains("\"overdue\": 1") || json.contains("\"overdue\":1"), json);
    }

    @Test
    void the_calendar_of_what_is_due_is_written_once_and_stays_within_the_mission()
            throws IOException {
        write();
        var file = folder.resolve("due.ics");
        assertEquals(0, vigie.run("due", "--ics", file.toString(), "--lang", "fr").exitCode());
        var text = Files.readString(file);
        assertTrue(text.contains("SUMMARY:Alerte " + ALERT.toString().substring(0, 8)), text);
        assertFalse(text.contains("Quarry") || text.contains("watch officer"), text);
        assertEquals(2, vigie.run("due", "--ics", file.toString()).exitCode());
        var outside = vigie.run("due", "--tier", "partner");
        assertTrue(outside.err().contains("stays within the mission"), outside.err());
    }
}

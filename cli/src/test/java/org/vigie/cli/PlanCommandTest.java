package org.vigie.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The plan of all components at the command line.
class PlanCommandTest {

    @TempDir private Path folder;

    private final CommandRun vigie = new CommandRun();

    @BeforeEach
    void import_the_plan_of_three_entities() throws IOException {
        var list =
                Files.writeString(
                        folder.resolve("activities.csv"),
                        """
                        activity,kind,owner,from,to,place,latitude,longitude,mandate_task,questions,people
                        CA-1,visit,civil-affairs,2031-03-03T09:00Z,2031-03-03T12:00Z,Hollow Quarry,-27.80,-14.25,local peace,SEC-1|SEC-2|SEC-3|SEC-4|LIV-1|LIV-2|DIS-1|DIS-2,12
                        HR-1,visit,human-rights,2031-03-07T09:00Z,2031-03-07T13:00Z,Hollow Quarry,-27.80,-14.25,monitoring,SEC-1|SEC-2|SEC-3|SEC-4|LIV-1|LIV-2|HRT-1,10
                        POL-1,visit,police,2031-03-12T10:00Z,2031-03-12T12:00Z,Hollow Quarry,-27.80,-14.25,rule of law,SEC-1|SEC-2|SEC-3|SEC-4|LIV-1|DIS-1|POL-1,12
                        """);
        var said = vigie.run("import", list.toString());
        assertEquals(0, said.exitCode(), said.err());
    }

    @Test
    void
            three_entities_in_one_village_within_ten_days_get_one_joint_visit_and_no_question_is_lost() {
        var said = vigie.run("plan", "check", "--json");
        assertEquals(1, said.exitCode(), said.err());
        assertTrue(
                said.out()
                        .contains(
                                "\"activities\":3,\"components\":3,\"jointVisits\":1,\"visitsSaved\":2,"
                                        + "\"personQuestionsBefore\":250,\"personQuestionsAfter\":118,"
                                        + "\"personQuestionsSaved\":0.528,\"questionsLost\":0"),
                said.out());
        assertTrue(said.out().contains("\"kind\":\"merge\""), said.out());
        assertTrue(said.out().contains("\"exact\":true"), said.out());
        assertTrue(said.out().contains("\"day\":\"2031-03-07\""), said.out());
        assertTrue(
                said.out()
                        .contains(
                                "\"questions\":[\"DIS-1\",\"DIS-2\",\"HRT-1\",\"LIV-1\",\"LIV-2\",\"POL-1\","
                                        + "\"SEC-1\",\"SEC-2\",\"SEC-3\",\"SEC-4\"]"),
                said.out());
    }

    @Test
    void people_read_the_plan_its_findings_and_what_is_saved() {
        var said = vigie.run("plan", "check");
        assertEquals(1, said.exitCode(), said.err());
        assertEquals(
                """
                from                  activity  kind   component      place          state
                2031-03-03T09:00:00Z  CA-1      visit  civil-affairs  Hollow Quarry  planned
                2031-03-07T09:00:00Z  HR-1      visit  human-rights   Hollow Quarry  planned
                2031-03-12T10:00:00Z  POL-1     visit  police         Hollow Quarry  planned
                same-questions: CA-1, HR-1, POL-1 within 7 days at Hollow Quarry with the same questions: CA-1 and HR-1: 6 in common (86 % of the shorter list), HR-1 and POL-1: 5 in common (71 % of the shorter list)
                  Go together: CA-1, HR-1, POL-1 together on 2031-03-07, CA-1 leads, 10 questions; people answer 118 questions instead of 250, and none is lost
                too-many-visits: Hollow Quarry: 3 visits in 14 days, where at most 2 are to be borne
                  Go together: CA-1, HR-1, POL-1 together on 2031-03-07, CA-1 leads, 10 questions; people answer 118 questions instead of 250, and none is lost
                n 3; findings 2; joint visits 1; visits saved 2; answers saved 132 of 250; questions lost 0
                """,
                said.out().split("as of ", -1)[0]);
    }

    @Test
    void a_part_without_findings_and_a_past_that_knows_no_plan_exit_with_0() {
        var alone = vigie.run("plan", "check", "--from", "2031-04-01", "--json");
        assertEquals(0, alone.exitCode(), alone.err());
        assertTrue(alone.out().contains("\"activities\":0"), alone.out());
        var past = vigie.run("plan", "check", "--as-of", "2024-04-01", "--json");
        assertEquals(0, past.exitCode(), past.err());
        assertTrue(past.out().contains("\"findings\":[]"), past.out());
    }

    @Test
    void another_window_another_likeness_and_another_cap_find_less() {
        var said =
                vigie.run(
                        "plan",
                        "check",
                        "--alike",
                        "0.8",
                        "--cap",
                        "3/14",
                        "--window",
                        "5",
                        "--json");
        assertTrue(said.out().contains("\"activities\":[\"CA-1\",\"HR-1\"]"), said.out());
        assertTrue(said.out().contains("\"jointVisits\":1,\"visitsSaved\":1"), said.out());
    }

    @Test
    void the_plan_is_written_as_a_calendar_once_and_for_the_mission_alone() throws IOException {
        var file = folder.resolve("plan.ics");
        var said = vigie.run("plan", "calendar", "--out", file.toString(), "--component", "police");
        assertEquals(0, said.exitCode(), said.err());
        assertTrue(said.out().contains("1 activities"), said.out());
        assertTrue(Files.readString(file).contains("DTSTART:20310312T100000Z"));
        assertEquals(2, vigie.run("plan", "calendar", "--out", file.toString()).exitCode());
        var host = vigie.run("plan", "calendar", "--out", file + "2", "--tier", "host");
        assertEquals(
                "vigie: tier must be restricted: a plan stays within the mission, was \"host\"\n",
                host.err());
    }

    @Test
    void what_cannot_be_asked_is_refused_with_what_can() {
        assertEquals(
                "vigie: cap must be visits and days, e.g. 2/14, was \"many\"\n",
                vigie.run("plan", "check", "--cap", "many").err());
        assertEquals(
                "vigie: similarity must be above 0, at most 1, was 1.5\n",
                vigie.run("plan", "check", "--alike", "1.5").err());
        assertEquals(2, vigie.run("plan").exitCode());
    }
}

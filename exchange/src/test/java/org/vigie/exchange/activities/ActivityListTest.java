package org.vigie.exchange.activities;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.exchange.TestLedger;
import org.vigie.exchange.TestResources;
import org.vigie.geo.BadInput;
import org.vigie.plan.activity.Activity;
import org.vigie.plan.activity.Plan;
import org.vigie.record.Activities;
import org.vigie.record.Handling;
import org.vigie.record.Viewer;

class ActivityListTest {

    private static final String HEADER =
            "activity,kind,owner,from,to,place,latitude,longitude,questions,people,alone,state\n";
    private static final String VISIT =
            "A-1,visit,civil-affairs,2031-03-03T09:00Z,2031-03-03T12:00Z,Hollow Quarry,-27.8,-14.25,Q1|Q2,9,,\n";

    @TempDir private Path folder;

    private final TestLedger ledger = new TestLedger();

    @Test
    void each_row_is_an_activity_with_its_questions_its_place_and_its_times() throws IOException {
        assertEquals(
                3,
                ledger.add(TestResources.find("activities/three-entities.csv")).counts().added());
        var first = plan().activities().getFirst();
        assertEquals("CA-1", first.key());
        assertEquals(Activities.Kind.VISIT, first.kind());
        assertEquals(8, first.questions().size());
        assertEquals(96, first.personQuestions());
        assertEquals("OS0302", first.site().adm1());
        assertEquals(Instant.parse("2031-03-03T09:00:00Z"), first.from());
        assertEquals(Handling.MISSION, ledger.entries().get(1).entry().handling());
        assertTrue(
                Plan.of(ledger.ledger.asOf(TestLedger.LATER, TestLedger.LATER, Viewer.outsider()))
                        .activities()
                        .isEmpty());
    }

    @Test
    void the_same_list_again_changes_nothing_a_changed_row_is_a_change_and_undone_it_is_gone()
            throws IOException {
        var first = ledger.add(file(HEADER + VISIT));
        assertEquals(1, ledger.add(file(HEADER + VISIT)).counts().unchanged());
        var changed = ledger.add(file(HEADER + VISIT.replace("03-03", "03-05")));
        assertEquals(1, changed.counts().changed());
        assertEquals(1, plan().activities().size());
        assertEquals(5, plan().activities().getFirst().day().getDayOfMonth());
        ledger.undo(changed);
        assertEquals(3, plan().activities().getFirst().day().getDayOfMonth());
        ledger.undo(first);
        assertEquals(List.of(), plan().activities());
    }

    @Test
    void the_plan_given_out_and_imported_again_changes_nothing_in_an_exercise_too()
            throws IOException {
        ledger.add(
                file(
                        """
                        activity,kind,owner,from,to,place,latitude,longitude,area,questions,people,planned_on,source,note
                        A-1,visit,civil-affairs,2031-03-03T09:00Z,2031-03-03T12:00Z,Hollow Quarry,-27.8,-14.25,N,Q2|Q1,9,2031-01-02,weekly meeting,=1+1
                        A-2,patrol,force,2031-03-03,2031-03-03,Hollow Quarry,,,,,,,,
                        """));
        for (boolean exercise : new boolean[] {false, true}) {
            var text = new java.io.StringWriter();
            var picture = ledger.ledger.asOf(TestLedger.LATER, TestLedger.LATER, Viewer.owner());
            org.vigie.exchange.out.SheetOut.csv(
                    PlanSheet.of(org.vigie.share.Tier.RESTRICTED, plan(), picture), exercise, text);
            assertTrue(text.toString().contains("weekly meeting"), text.toString());
            var again = file(text.toString());
            var counts = ledger.add(again).counts();
            assertEquals(2, counts.unchanged(), text + " " + counts);
            assertEquals(0, counts.added() + counts.changed() + counts.rejected());
            if (exercise) {
                var refused =
                        assertThrows(
                                BadInput.class,
                                () -> ActivityList.requireExercise(again, "plan.csv", false));
                assertEquals("file", refused.field());
            }
            ActivityList.requireExercise(again, "plan.csv", exercise);
        }
    }

    @Test
    void people_type_words_and_days_in_their_own_way() throws IOException {
        ledger.add(
                file(
                        HEADER
                                + "M-1,Medical cover,Mission Support,2031-03-03,2031-03-03,Hollow Quarry,,,,,no,called off\n"));
        var cover = plan().activities().getFirst();
        assertEquals(Activities.Kind.MEDICAL_COVER, cover.kind());
        assertEquals(Activity.State.CALLED_OFF, cover.state());
        assertEquals(Instant.parse("2031-03-04T00:00:00Z"), cover.to());
    }

    @Test
    void every_row_that_cannot_be_so_is_told_why() throws IOException {
        var imported =
                ledger.add(
                        file(
                                HEADER
                                        + VISIT.replace("visit", "raid")
                                        + VISIT.replace("A-1", "A-2").replace("civil-affairs", "us")
                                        + VISIT.replace("A-1", "A-3").replace("T12:00Z", "T08:00Z")
                                        + VISIT.replace("A-1", "A-4").replace(",9,", ",,")
                                        + VISIT.replace("A-1", "A-5").replace(",9,,", ",9,maybe,")
                                        + VISIT.replace("A-1", "A-6")
                                                .replace("2031-03-03T09:00Z", "soon")
                                        + VISIT.replace("A-1", "A-7").replace("-27.8", "-97.8")
                                        + VISIT.replace("A-1", "A-8")
                                                .replace("Hollow Quarry,-27.8,-14.25", ",,")
                                        + VISIT.replace("A-1", "A-9").replace(",9,,", ",9,,perhaps")
                                        + VISIT.replace("A-1", "")
                                        + VISIT.replace("A-1", "A-10")
                                                .replace("2031-03-03T12", "2039-03-03T12")));
        assertEquals(
                """
                2 kind must be one of patrol, visit, escort, flight, mediation, investigation, medical-cover
                3 owner must be one of leadership, operations-centre, analysis-centre, force, police, civil-affairs, protection, human-rights, political-affairs, mission-support, outside
                4 to must be after its beginning, 2031-03-03T09:00:00Z
                5 people must be given where questions are
                6 alone must be yes or no
                7 from must be a day such as 2022-11-15 or a time such as 2022-11-15T14:00Z
                8 latitude must be between -90 and 90 degrees
                9 place must be given, or a latitude and longitude
                10 state must be planned, held or called-off
                11 activity must be given
                12 to must be within a year of its beginning, 2031-03-03T09:00:00Z
                """,
                rejections(imported));
        assertEquals(0, imported.counts().added());
    }

    @Test
    void an_unknown_column_is_refused_with_those_that_are_known() throws IOException {
        var list = file("activity,kind,owner,from,to,place,colour\n1,,,,,,\n");
        assertEquals(
                "header must be one of "
                        + String.join(", ", ActivityList.COLUMNS)
                        + ", was \"colour\"",
                assertThrows(BadInput.class, () -> ledger.add(list)).getMessage());
    }

    private static String rejections(org.vigie.exchange.imports.Imported imported) {
        var text = new StringBuilder();
        imported.rejections()
                .forEach(one ->
                        text.append(one.line())
                                .append(' ')
                                .append(one.field())
                                .append(' ')
                                .append(one.reason())
                                .append('\n'));
        return text.toString();
    }

    private Plan plan() throws IOException {
        return Plan.of(ledger.ledger.asOf(TestLedger.LATER, TestLedger.LATER, Viewer.owner()));
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("activities.csv"), text);
    }
}

package org.vigie.exchange.packs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.exchange.TestLedger;
import org.vigie.force.ForceGeneration;
import org.vigie.force.ForceGeneration.Days;
import org.vigie.force.ForceGeneration.State;
import org.vigie.force.ForceGeneration.Step;
import org.vigie.record.Viewer;

class ForceNeedsTest {

    private static final String HEADER =
            "need,capability,needed,requested,answer,asked,answered,reason,in_place\n";

    @TempDir private Path folder;

    private final TestLedger ledger = new TestLedger();

    @Test
    void a_need_is_followed_from_the_request_to_the_refusal_with_its_reason() throws IOException {
        ledger.add(
                file(
                        HEADER
                                + "n1,attack-helicopter,2020-01-01,2020-02-01,refused,Netherlands,2020-05-01,\"political instability, unpredictability\",\n"
                                + "n2,lift,2020-01-01,2020-01-11,pledged,Ruritania,2020-03-01,,2021-03-01\n"
                                + "n3,eod,2020-01-01,2020-01-31,,Ruritania,,,\n"
                                + "n4,isr,2020-06-01,,,,,,\n"));
        var generation = generation();
        assertEquals(1, generation.count(State.REFUSED));
        assertEquals(1, generation.count(State.IN_PLACE));
        var refused = generation.find("n1").orElseThrow();
        assertEquals("political instability, unpredictability", refused.said().reason());
        assertEquals(Optional.of(new Days(31, false)), refused.days(Step.TO_REQUEST));
        assertEquals(Optional.of(new Days(90, false)), refused.days(Step.TO_ANSWER));
        assertEquals(Optional.empty(), refused.days(Step.TO_PLACE));
        assertEquals(
                Optional.of(new Days(365, false)),
                generation.find("n2").orElseThrow().days(Step.TO_PLACE));
        assertEquals(
                Optional.of(new Days(335, true)),
                generation.find("n3").orElseThrow().days(Step.TO_ANSWER));
        assertEquals(
                Optional.of(new Days(213, true)),
                generation.find("n4").orElseThrow().days(Step.TO_REQUEST));
        assertEquals(Optional.of(30L), generation.median(Step.TO_REQUEST));
    }

    @Test
    void a_later_list_with_the_answer_takes_the_place_of_the_older_row_and_can_be_undone()
            throws IOException {
        ledger.add(file(HEADER + "n1,eod,2020-01-01,2020-02-01,,Ruritania,,,\n"));
        var later =
                ledger.add(
                        file(
                                HEADER
                                        + "n1,eod,2020-01-01,2020-02-01,pledged,Ruritania,2020-03-01,,\n"));
        assertEquals(1, later.counts().changed());
        assertEquals(State.PLEDGED, generation().find("n1").orElseThrow().state());
        ledger.undo(later);
        assertEquals(State.REQUESTED, generation().find("n1").orElseThrow().state());
    }

    @Test
    void every_row_that_cannot_be_so_is_told_why() throws IOException {
        var imported =
                ledger.add(
                        file(
                                HEADER
                                        + "n1,helicoptre,2020-01-01,,,,,,\n"
                                        + "n2,eod,2020-01-01,2019-12-01,,,,,\n"
                                        + "n3,eod,2020-01-01,2020-02-01,refused,X,2020-03-01,,\n"
                                        + "n4,eod,2020-01-01,2020-02-01,perhaps,X,2020-03-01,,\n"
                                        + "n5,eod,2020-01-01,2020-02-01,pledged,X,,,\n"
                                        + "n6,eod,2020-01-01,2020-02-01,refused,X,2020-03-01,no,2020-04-01\n"
                                        + "n7,eod,soon,,,,,,\n"));
        var text = new StringBuilder();
        imported.rejections()
                .forEach(one ->
                        text.append(one.line())
                                .append(' ')
                                .append(one.field())
                                .append(' ')
                                .append(one.reason().split(" one of ", -1)[0])
                                .append('\n'));
        assertEquals(
                """
                2 capability must be
                3 requested must be not before 2020-01-01
                4 reason must be given where somebody refused
                5 answer must be pledged, refused or empty
                6 answered must be given with the other: pledged or refused, and when
                7 in_place must be empty where it was refused
                8 needed must be a day such as 2008-02-29
                """,
                text.toString());
    }

    private ForceGeneration generation() throws IOException {
        return ForceGeneration.of(
                ledger.ledger.asOf(TestLedger.LATER, TestLedger.LATER, Viewer.owner()),
                LocalDate.parse("2020-12-31"));
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("needs.csv"), text);
    }
}

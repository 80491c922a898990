package org.vigie.exchange.restrictions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.exchange.TestLedger;
import org.vigie.exchange.imports.Imported;
import org.vigie.exchange.out.SheetOut;
import org.vigie.geo.BadInput;
import org.vigie.record.Forces.ClearanceOutcome;
import org.vigie.record.Viewer;
import org.vigie.restrict.Restrictions;
import org.vigie.restrict.Restrictions.By;

class ClearanceListTest {

    private static final String HEADER =
            "request,kind,asset,asked,outcome,note_verbale,sector,place,lead_hours,decided,reason,area,from,to\n";

    @TempDir private Path folder;

    private final TestLedger ledger = new TestLedger();

    /// Published totals: Report of the Secretary-General on the situation in Mali of early 2023.
    @Test
    void the_published_totals_come_out_of_synthetic_rows() throws IOException {
        assertEquals(1_231, ledger.add(file(PublishedTotals.rows())).counts().added());
        var all = now();
        assertEquals(1_231, all.tally().asked());
        assertEquals(297, all.tally().refused());
        assertEquals(Optional.of(new BigDecimal("0.241")), all.tally().refusedShare());
        assertEquals(238, refused(all, By.ASSET).get("drone"));
        assertEquals(
                Map.of("East", 245, "Centre", 2, "West", 50),
                refused(all.ended("refused"), By.SECTOR));
    }

    @Test
    void the_same_list_again_changes_nothing_and_an_undone_one_is_gone() throws IOException {
        var first = ledger.add(file(PublishedTotals.rows()));
        assertEquals(1_231, ledger.add(file(PublishedTotals.rows())).counts().unchanged());
        ledger.undo(first);
        assertEquals(0, now().tally().asked());
    }

    @Test
    void a_dry_run_counts_and_writes_nothing() throws IOException {
        assertEquals(1_231, ledger.tryOut(file(PublishedTotals.rows())).counts().added());
        assertEquals(0, ledger.entries().size());
    }

    @Test
    void a_later_list_with_the_decision_takes_the_place_of_the_older_row() throws IOException {
        ledger.add(file(HEADER + "1,flight,drone,2022-11-15,pending,NV/1,East,Gao,72,,,,,\n"));
        assertEquals(1, now().tally().pending());
        var again =
                ledger.add(
                        file(
                                HEADER
                                        + "1,flight,drone,2022-11-15,refused,NV/1,East,Gao,72,2022-11-18,operations,,,\n"));
        assertEquals(1, again.counts().changed());
        assertEquals(1, now().tally().refused());
        assertEquals(1, now().tally().asked());
    }

    @Test
    void with_the_source_as_the_moment_of_knowing_no_decision_is_known_before_it_was_made()
            throws IOException {
        ledger.add(
                file(
                        HEADER
                                + "1,flight,drone,2022-11-15,refused,NV/1,East,Gao,72,2022-11-18,,,,\n"),
                "source");
        assertEquals(0, known("2022-11-17T23:59:59.999Z").tally().asked());
        assertEquals(1, known("2022-11-18T23:59:59.999Z").tally().refused());
    }

    @Test
    void every_row_that_cannot_be_so_is_told_why() throws IOException {
        var imported =
                ledger.add(
                        file(
                                HEADER
                                        + "1,flight,drone,2022-11-15,refused,NV/1,East,Gao,72,2022-11-14,,,,\n"
                                        + "2,flight,drone,2022-11-15,perhaps,NV/2,East,Gao,72,,,,,\n"
                                        + "3,flight,drone,2022-11-15,granted,NV/3,East,Gao,-3,,,,,\n"
                                        + "4,area,patrol,2022-11-15,refused,NV/4,East,,,,,\"POLYGON ((0 0, 1 1, 1 0, 0 1, 0 0))\",,\n"
                                        + "5,flight,drone,2022-11-15,granted,NV/5,East,Gao,,,,,,\n"
                                        + "6,flight,drone,2022-11-16,granted,nv/5,East,Gao,,,,,,\n"
                                        + "5,flight,drone,2022-11-15,refused,,East,Gao,,,,,,\n"
                                        + "7,flight,balloon,2022-11-16,granted,,East,Gao,,,,,,\n"
                                        + "8,area,patrol,2022-11-16,granted,,East,,,,,,,\n"
                                        + "9,area,patrol,2022-11-16,granted,,East,Gao,,,,,2022-11-20,2022-11-19\n"
                                        + "10,flight,drone,2022-11-16,pending,,East,Gao,,2022-11-17,,,,\n"
                                        + "11,flight,drone,soon,pending,,East,Gao,,,,,,\n"));
        assertEquals(
                """
                2 decided must be not before it was asked for, 2022-11-15
                3 outcome must be granted, partly-granted, refused, no-answer, withdrawn or pending
                4 lead_hours must be a whole number from 0 to 2200
                5 area must be an outline that does not cross or touch itself, as this one does near latitude 0.5000, longitude 0.5000
                7 note_verbale must be the reference of one request, and stands in line 6 too; where one note asks for several, number them: nv/5-1, -2
                9 asset must be one of drone, helicopter, aeroplane, convoy, patrol, vehicle, boat, personnel, other
                10 place must be given where access to an area is asked for
                11 to must be not before its beginning, 2022-11-20T00:00:00Z
                12 decided must be empty while it is pending
                13 asked must be a day such as 2022-11-15 or a time such as 2022-11-15T14:00Z
                8 request must stand only once, and stands in line 6 too
                """,
                rejections(imported));
        assertEquals(1, imported.counts().added());
    }

    @Test
    void an_unknown_column_is_refused_with_those_that_are_known() throws IOException {
        var list = file("request,kind,asset,asked,outcome,note_verbale,colour\n1,,,,,,\n");
        assertEquals(
                "header must be one of "
                        + String.join(", ", ClearanceList.COLUMNS)
                        + ", was \"colour\"",
                assertThrows(BadInput.class, () -> ledger.add(list)).getMessage());
    }

    @Test
    void what_goes_out_comes_in_again() throws IOException {
        ledger.add(
                file(
                        HEADER
                                + "1,area,patrol,2022-11-15T08:00Z,refused,NV/1,East,Gao,72,2022-11-18T09:00Z,operations,\"POLYGON ((-4 14, -3 14, -3 15, -4 14))\",2022-11-20,2022-11-25\n"));
        var text = new StringWriter();
        SheetOut.csv(ClearanceSheet.of(now().requests()), false, text);
        var other = new TestLedger();
        assertEquals(1, other.add(file(text.toString())).counts().added());
        var before = now().requests().getFirst();
        var after = of(other, TestLedger.LATER).requests().getFirst();
        assertEquals(before.terms(), after.terms());
        assertEquals(before.asked(), after.asked());
        assertEquals(true, after.is(ClearanceOutcome.REFUSED));
    }

    private static String rejections(Imported imported) {
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

    private static Map<String, Integer> refused(Restrictions restrictions, By by) {
        var found = new TreeMap<String, Integer>();
        restrictions.by(by).forEach(line -> found.put(line.key(), line.tally().refused()));
        return found;
    }

    private Restrictions now() throws IOException {
        return of(ledger, TestLedger.LATER);
    }

    private Restrictions known(String moment) throws IOException {
        return of(ledger, Instant.parse(moment));
    }

    private static Restrictions of(TestLedger ledger, Instant known) throws IOException {
        return Restrictions.of(ledger.ledger.asOf(known, TestLedger.LATER, Viewer.owner()));
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("requests.csv"), text);
    }
}

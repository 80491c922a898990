package org.vigie.exchange.restrictions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.exchange.TestLedger;
import org.vigie.exchange.imports.Imported;
import org.vigie.exchange.imports.Undo;
import org.vigie.exchange.out.SheetOut;
import org.vigie.geo.BadInput;
import org.vigie.record.Body;
import org.vigie.record.Component;
import org.vigie.record.Entry;
import org.vigie.record.Forces.ClearanceAsked;
import org.vigie.record.Forces.ClearanceDecided;
import org.vigie.record.Forces.ClearanceOutcome;
import org.vigie.record.Forces.ClearanceTerms;
import org.vigie.record.Handling;
import org.vigie.record.Happened;
import org.vigie.record.Ids;
import org.vigie.record.Origin;
import org.vigie.record.Site;
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

    @Test
    void a_list_passes_the_gates_of_the_page() throws IOException {
        ledger.add(file(GATED + row("1", "2022-11-15", "granted", "NV/3", "")));
        var imported =
                ledger.add(
                        file(
                                GATED
                                        + "2,flight,drone,2022-11-15,refused,,2022-11-18,\"Informant, tel +223 76 12 34 56\",,\n"
                                        + "3,flight,drone,2022-11-15,refused,,2022-11-18,,,lives at 14.532 -4.105\n"
                                        + row("4", "2022-11-15", "pending", "", "Host Army")
                                        + row("5", "2099-01-01", "pending", "", "")
                                        + "6,flight,drone,2022-11-15,refused,,2099-01-01,,,\n"
                                        + row("7", "0001-01-01", "pending", "", "")
                                        + row("8", "2022-11-15", "pending", "nv/3", "")));
        assertEquals(
                """
                2 reason must be without telephone number, address, handle or position: take out whatever could lead to somebody
                3 note must be without telephone number, address, handle or position: take out whatever could lead to somebody
                4 with_force must be a force with an assessment in date that allows it: no assessment of Host Army in date on 2022-11-15 is on record
                5 asked must be from 1948-05-29 on and not in the future
                6 decided must be from 1948-05-29 on and not in the future
                7 asked must be from 1948-05-29 on and not in the future
                8 note_verbale must be the reference of one request, and stands on request #1 of the register
                """,
                rejections(imported));
        assertEquals(1, now().tally().asked());
    }

    private static final String GATED =
            "request,kind,asset,asked,outcome,note_verbale,decided,reason,with_force,note\n";

    private static String row(String key, String asked, String outcome, String note, String force) {
        return "%s,flight,drone,%s,%s,%s,,,%s,\n".formatted(key, asked, outcome, note, force);
    }

    @Test
    void what_the_register_gave_out_comes_in_as_unchanged() throws IOException {
        ledger.add(
                file(
                        HEADER
                                + "17,flight,drone,2022-11-15,refused,NV/1,East,Gao,72,2022-11-18,=operations,,,\n"
                                + "18,area,patrol,2022-11-15T08:00Z,pending,NV/2,East,Gao,,,,\"POLYGON ((-4 14, -3 14, -3 15, -4 14))\",2022-11-20,2022-11-25\n"));
        var page = UUID.fromString("01890000-0000-7000-8000-000000000001");
        ledger.ledger.append(
                List.of(
                        written(
                                page,
                                new ClearanceAsked(
                                        "flight",
                                        "helicopter",
                                        Site.named("Ber"),
                                        null,
                                        "-for a visit",
                                        new ClearanceTerms(
                                                "force", "North", 24, "NV/4", "", null, ""))),
                        written(page, new ClearanceDecided(ClearanceOutcome.GRANTED, "@once")),
                        written(
                                Ids.subject("restrictions", "18"),
                                new ClearanceDecided(ClearanceOutcome.REFUSED, "not now"))));
        var text = new StringWriter();
        SheetOut.csv(ClearanceSheet.of(now().requests()), false, text);
        assertTrue(text.toString().contains("'=operations"), text.toString());
        var again = ledger.add(file(text.toString()));
        assertEquals("", rejections(again));
        assertEquals(3, again.counts().unchanged());
        assertEquals(0, again.counts().added() + again.counts().changed());
        assertEquals(3, now().tally().asked());
    }

    @Test
    void what_was_decided_on_the_page_stays_when_the_list_is_undone_and_is_said_before()
            throws IOException {
        var list = ledger.add(file(GATED + row("1", "2022-11-15", "pending", "NV/3", "")));
        var request = now().requests().getFirst().id();
        ledger.ledger.append(
                List.of(
                        written(
                                request,
                                new ClearanceDecided(ClearanceOutcome.REFUSED, "operations"))));
        var id = Objects.requireNonNull(list.importId());
        assertEquals(1, Undo.decisionsOn(ledger.ledger, id));
        assertEquals(List.of(), now().withoutRequest());
        ledger.undo(list);
        assertEquals(0, now().tally().asked());
        var alone = now().withoutRequest().getFirst();
        assertEquals(request, alone.request());
        assertEquals("operations", alone.decision().reason());
    }

    @Test
    void a_request_of_the_page_is_not_changed_by_a_list() throws IOException {
        var page = UUID.fromString("01890000-0000-7000-8000-000000000001");
        ledger.ledger.append(
                List.of(
                        written(
                                page,
                                new ClearanceAsked(
                                        "flight", "drone", Site.named("Ber"), null, ""))));
        var again = ledger.add(file(HEADER + page + ",flight,drone,2022-11-15,refused,,,,,,,,,\n"));
        assertEquals(
                "2 request must be as the register says it: it was written on the page and is changed there\n",
                rejections(again));
    }

    private static Entry written(UUID subject, Body body) {
        var when = Instant.parse("2024-04-30T10:15:30.123Z");
        return new Entry(
                Ids.subject("test", subject + body.getClass().getName()),
                subject,
                Happened.at(when),
                null,
                "Officer",
                Component.FORCE,
                Handling.MISSION,
                new Origin("form", null, null, 0),
                null,
                body);
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

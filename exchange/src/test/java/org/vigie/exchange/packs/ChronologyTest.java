package org.vigie.exchange.packs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.exchange.TestResources;
import org.vigie.geo.BadInput;
import org.vigie.record.Body;
import org.vigie.record.Component;
import org.vigie.record.DatePrecision;
import org.vigie.record.Facts;
import org.vigie.record.Forces;
import org.vigie.record.Happened;
import org.vigie.record.Ids;
import org.vigie.record.Responses;
import org.vigie.record.Warnings;

final class ChronologyTest {

    private static final String HEAD =
            "title  A night\nsource  log  The mission's log, invented\n\n";
    private static final String REPORT =
            "2026-03-18T19:40Z report r1 place=tarn-ford lane=hotline severity=high \"A call\" [log]\n";
    private static final String ALERT =
            "2026-03-18T19:47Z alert a1 place=tarn-ford reports=r1 severity=high \"Opened\" [log]\n";
    private static final String ORDER =
            "2026-03-18T20:00Z order s1 alert=a1 component=civil tier=dialogue kind=mediation \"Go\" [log]\n";

    private static Pack ostrelle;

    @BeforeAll
    static void read() throws IOException {
        ostrelle = TestPacks.ostrelle();
    }

    private static Chronology of(String lines) {
        return Chronology.read("night", (HEAD + lines).getBytes(StandardCharsets.UTF_8), ostrelle);
    }

    private static Body last(String lines) {
        return of(lines).entries().getLast().body();
    }

    private static String refusal(String lines) {
        return String.valueOf(assertThrows(BadInput.class, () -> of(lines)).getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alert a2 place=tarn-ford reports=r1 severity=high \"Opened\" [log]",
                "take r1 taken by=duty \"Mine\" [log]",
                "verify r1 status=confirmed \"A patrol\" [log]",
                "told r1 withheld reason=unsafe \"No\" [log]",
                "step a1 acknowledged \"Seen\" [log]",
                "close a1 outcome=protected \"Over\" [log]",
                "order s2 alert=a1 component=civil tier=dialogue kind=mediation \"Go\" [log]",
                "response s1 moving \"On the way\" [log]",
                "clearance c1 ask kind=flight place=tarn-ford for=s1 \"May we\" [log]",
                "clearance c2 granted \"Yes\" [log]"
            })
    void nothing_happens_to_what_has_not_begun(String line) {
        var asked =
                "2026-03-18T20:05Z clearance c2 ask kind=flight place=tarn-ford \"May we\" [log]\n";
        var told = refusal("2026-03-18T19:30Z " + line + "\n" + REPORT + ALERT + ORDER + asked);
        assertTrue(told.contains("night.txt:4 "), told);
        assertTrue(told.contains("move this below line "), told);
        var late = of(REPORT + ALERT + ORDER + asked + "2026-03-18T21:30Z " + line + "\n");
        assertEquals(5, late.lines().size());
    }

    @Test
    void an_alert_that_was_opened_before_its_report_came_in_is_named_with_its_line() {
        var early = ALERT.replace("place=", "happened=2026-03-18T19:00Z place=");
        var told = refusal(REPORT + early);
        assertTrue(told.contains("night.txt:5 happened"), told);
        assertTrue(told.contains("not before 2026-03-18T19:40:00Z"), told);
        var order = ORDER.replace("alert=", "happened=2026-03-18T19:41Z alert=");
        assertTrue(refusal(REPORT + ALERT + order).contains("night.txt:6 happened"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mali/ogossagou-2020-02",
                "mali/moura-2022-03",
                "ostrelle/night-at-tarn-ford",
                "ostrelle/busy-night"
            })
    void every_shipped_chronology_is_read(String path) throws IOException {
        var names = path.split("/", -1);
        var pack = Pack.read(TestPacks.files(names[0]));
        var chronology = TestPacks.chronology(pack, names[0], names[1]);
        assertTrue(chronology.lines().size() > 30);
    }

    @Test
    void ogossagou_has_its_title_its_sources_and_its_lines() throws IOException {
        var chronology = TestPacks.chronology(TestPacks.mali(), "mali", "ogossagou-2020-02");
        assertEquals("Ogossagou, 13-14 February 2020", chronology.title());
        assertEquals("Ogossagou, 13 et 14 février 2020", chronology.titleFr());
        assertEquals(12, chronology.sources().size());
        assertEquals(40, chronology.lines().size());
    }

    @Test
    void a_line_keeps_its_citation() {
        var report =
                (Warnings.ReportReceived)
                        last(
                                "2026-03-18T19:40Z report r1 place=tarn-ford lane=hotline severity=high about=2h \"A call\" [log; basis=inferred]\n");
        assertEquals("A call [log; basis=inferred; give or take 2h]", report.text());
    }

    @Test
    void a_bare_day_counts_from_its_end() {
        var line = of("2026-03-18 note tarn-ford-2026-03-18 \"x\" [log]\n").lines().getFirst();
        assertEquals(Instant.parse("2026-03-18T23:59:59.999Z"), line.knownAt());
    }

    @ParameterizedTest
    @CsvSource({"10m,MINUTE", "30m,HOUR", "2h,HOUR", "1d,WEEK", "3d,WEEK", "20d,MONTH"})
    void about_says_how_exactly_the_moment_is_known(String about, DatePrecision precision) {
        var entry =
                of("2026-03-18T19:40Z report r1 place=tarn-ford lane=hotline severity=high happened=2026-03-18T19:00Z about="
                                + about
                                + " \"x\" [log]\n")
                        .entries()
                        .getFirst();
        var moment = Instant.parse("2026-03-18T19:00:00Z");
        assertEquals(new Happened(moment, moment, precision), entry.happenedOn());
    }

    @Test
    void a_range_of_days_stays_a_range_of_days() {
        var entry =
                of("2026-03-22 incident i1 type=battle place=tarn-ford happened=2026-03-18..2026-03-20 \"x\" [log]\n")
                        .entries()
                        .getFirst();
        assertEquals(
                Happened.between(
                        java.time.LocalDate.parse("2026-03-18"),
                        java.time.LocalDate.parse("2026-03-20"),
                        DatePrecision.DAY),
                entry.happenedOn());
    }

    @Test
    void an_order_of_the_civil_component_is_one_of_civil_affairs() {
        var order = (Responses.OrderGiven) last(REPORT + ALERT + ORDER);
        assertEquals(Component.CIVIL_AFFAIRS, order.by());
        assertEquals(Responses.Action.MEDIATION, order.action());
        assertEquals(Ids.subject("alert", "a1"), order.alert());
    }

    @Test
    void a_continued_line_is_one_line() {
        var chronology =
                of(
                        "2026-03-18T19:40Z report r1 place=tarn-ford lane=hotline\n    severity=high\n    \"A call\"\n    [log]\n");
        assertEquals(1, chronology.lines().size());
        assertEquals(4, chronology.lines().getFirst().number());
    }

    @Test
    void a_reason_stands_in_its_field_only_where_it_was_not_possible() {
        var late = "2026-03-19 response s1 done reason=too-late \"Late\" [log]\n";
        var refused = "2026-03-19 response s1 not-possible reason=host-refused \"No\" [log]\n";
        var done = (Responses.ResponseStepped) last(REPORT + ALERT + ORDER + late);
        var not = (Responses.ResponseStepped) last(REPORT + ALERT + ORDER + refused);
        assertEquals("too-late: Late [log]", done.note());
        assertEquals(Responses.Reason.HOST_REFUSED, not.reason());
    }

    @Test
    void contested_knowledge_is_two_entries() {
        var line =
                of("2026-03-21 known tarn-ford-2026-03-18 who=odf since=2026-03-18T17:30Z basis=statement contested=yes \"x\" [log]\n")
                        .lines()
                        .getFirst();
        assertEquals(
                List.of("known", "knowledge-contested"),
                line.entries().stream().map(entry -> entry.kind()).toList());
    }

    @Test
    void a_figure_may_be_about_an_actor() {
        var entry =
                of("2026-03-21 claim odf measure=strength best=900 \"x\" [log]\n")
                        .entries()
                        .getFirst();
        assertEquals(Ids.subject("actor", "odf"), entry.subject());
        assertEquals(900, ((Facts.ClaimMade) entry.body()).claim().figures().best());
    }

    @Test
    void a_partial_clearance_is_partly_granted() {
        var ask =
                "2026-03-18T20:05Z clearance c1 ask kind=flight asset=helicopter place=tarn-ford for=s1 \"x\" [log]\n";
        var partial = "2026-03-18T21:00Z clearance c1 partial reason=\"no landing\" \"x\" [log]\n";
        var decided = (Forces.ClearanceDecided) last(REPORT + ALERT + ORDER + ask + partial);
        assertEquals(Forces.ClearanceOutcome.PARTLY_GRANTED, decided.outcome());
        assertEquals("no landing. x [log]", decided.reason());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "2026-03-18 shout r1 \"x\" [log]~verb",
                "2026-03-18 note nobody \"x\" [log]~note",
                "2026-03-18 report r1 place=nowhere lane=hotline severity=high \"x\" [log]~place",
                "2026-03-18 report r1 place=tarn-ford lane=dream severity=high \"x\" [log]~lane",
                "2026-03-18 report r1 place=tarn-ford lane=hotline severity=awful \"x\" [log]~severity",
                "2026-03-18 report r1 place=tarn-ford lane=hotline \"x\" [log]~severity",
                "2026-03-18 report r1 place=tarn-ford lane=hotline severity=high colour=red \"x\" [log]~colour",
                "2026-03-18 report r1 place=tarn-ford lane=hotline severity=high \"x\" [other]~sources",
                "2026-03-18 report r1 place=tarn-ford lane=hotline severity=high \"x\"~sources",
                "2026-03-18 report r1 place=tarn-ford lane=hotline severity=high \"x\" [log; basis=dream]~basis",
                "2026-03-18 report r1 place=tarn-ford lane=sms severity=high alleged=neighbours \"x\" [log]~alleged",
                "2026-03-18 take r9 taken by=watch \"x\" [log]~take",
                "2026-03-18 assess r9 place=tarn-ford severity=high \"x\" [log]~assess",
                "2026-13-18 note tarn-ford-2026-03-18 \"x\" [log]~known-at",
                "2026-03-18 note tarn-ford-2026-03-18 \"x [log]~line",
                "2026-03-18 alert a1 place=tarn-ford reports=r9 severity=high \"x\" [log]~reports",
                "2026-03-18 response s9 moving \"x\" [log]~response",
                "2026-03-18 claim tarn-ford-2026-03-18 measure=killed \"x\" [log]~best",
                "2026-03-18 claim tarn-ford-2026-03-18 measure=killed low=9 best=2 \"x\" [log]~figures",
                "2026-03-18 known tarn-ford-2026-03-18 who=somebody since=2026 basis=log \"x\" [log]~who",
                "2026-03-18 incident i1 type=battle place=tarn-ford actors=winner:odf \"x\" [log]~actors",
                "2026-03-18 incident i1 type=battle place=tarn-ford happened=2026-03-19..2026-03-18 \"x\" [log]~happenedOn",
                "2026-03-18 note tarn-ford-2026-03-18 about=soon happened=2026 \"x\" [log]~about"
            })
    void what_cannot_be_is_refused_with_its_line(String line, String field) {
        var message = refusal(line + "\n");
        assertTrue(message.contains("chronologies/night.txt:4 " + field), message);
    }

    @Test
    void lines_stand_in_the_order_of_knowing() {
        var message =
                refusal(
                        "2026-03-18 note tarn-ford-2026-03-18 \"x\" [log]\n2026-03-18T12:00Z note tarn-ford-2026-03-18 \"y\" [log]\n");
        assertTrue(message.contains(":5 known-at"), message);
    }

    @Test
    void a_name_that_is_no_chronology_is_refused_with_those_that_are() {
        var refusal =
                assertThrows(
                        BadInput.class,
                        () -> TestPacks.chronology(ostrelle, "ostrelle", "nothing"));
        assertEquals("one of busy-night, night-at-tarn-ford", refusal.allowed());
    }

    /// Whoever looks for the end of each bracket from each bracket is still at it tomorrow.
    @ParameterizedTest
    @ValueSource(strings = {"[", "\"", "a=", "=", "a-"})
    void a_line_of_a_million_signs_is_refused_and_takes_no_time(String sign) {
        var line = "2026-03-18 note " + sign.repeat(1_000_000 / sign.length());
        assertTrue(refusal(line + "\n").contains("chronologies/night.txt:4 "));
    }

    @Test
    void the_seed_with_every_verb_is_read() throws IOException {
        var seed =
                TestResources.find(
                        "org/vigie/exchange/packs/PacksFuzzTestInputs/"
                                + "a_chronology_is_read_or_its_faults_are_named/every_verb");
        var chronology = Chronology.read("night", Files.readAllBytes(seed), ostrelle);
        assertEquals(16, chronology.lines().stream().map(Chronology.Line::verb).distinct().count());
    }
}

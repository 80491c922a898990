package org.vigie.exchange.packs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.record.Alerts;
import org.vigie.record.Body;
import org.vigie.record.Ids;
import org.vigie.record.MemoryLedger;
import org.vigie.record.Picture;
import org.vigie.record.Responses;
import org.vigie.record.Warnings;

final class PlayTest {

    private static final Play.Listener NOBODY = (line, number, total) -> {};

    private static Pack mali;
    private static Chronology ogossagou;
    private static Chronology moura;

    private final MemoryLedger ledger = TestPacks.ledger();

    @BeforeAll
    static void read() throws IOException {
        mali = TestPacks.mali();
        ogossagou = TestPacks.chronology(mali, "mali", "ogossagou-2020-02");
        moura = TestPacks.chronology(mali, "mali", "moura-2022-03");
    }

    @BeforeEach
    void load() throws IOException {
        PackLoader.load(mali, ledger);
    }

    private static List<String> ofPlay(Picture picture) {
        return picture.entries(Body.class).stream()
                .filter(recorded -> recorded.entry().origin().lane().equals("play"))
                .filter(recorded -> recorded.entry().origin().line() > 0)
                .map(recorded -> recorded.entry().kind())
                .toList();
    }

    @Test
    void before_the_attack_two_reports_the_alert_the_order_and_its_first_step_are_known()
            throws IOException {
        new Play(ogossagou, ledger, NOBODY).atOnce();
        var picture = TestPacks.picture(ledger, "2020-02-14T05:30:00Z");
        assertEquals(
                List.of(
                        "report-received",
                        "report-received",
                        "alert-opened",
                        "order-given",
                        "response-stepped"),
                ofPlay(picture));
        var response = Alerts.of(picture).alerts().getFirst().responses().getFirst();
        assertEquals(Ids.subject("response", "ogo-s1"), response.id());
        assertEquals(
                List.of(Responses.Step.MOVING),
                response.steps().stream()
                        .map(step -> ((Responses.ResponseStepped) step.body()).step())
                        .toList());
    }

    @Test
    void before_the_attack_nothing_of_the_attack_is_known() throws IOException {
        new Play(ogossagou, ledger, NOBODY).atOnce();
        var picture = TestPacks.picture(ledger, "2020-02-14T05:30:00Z");
        var attack = Ids.subject("incident", "ogossagou-2020-02-14");
        assertTrue(picture.incidents().find(attack).isEmpty());
        assertEquals(List.of(), picture.about(attack));
    }

    @Test
    void after_the_attack_the_alert_is_linked_to_it() throws IOException {
        new Play(ogossagou, ledger, NOBODY).atOnce();
        var alert =
                Alerts.of(TestPacks.picture(ledger, "2020-02-14T08:00:00Z")).alerts().getFirst();
        assertEquals(List.of(Ids.subject("incident", "ogossagou-2020-02-14")), alert.incidents());
        assertEquals(Instant.parse("2020-02-14T08:00:00Z"), alert.findFirstArrival().orElseThrow());
    }

    @Test
    void ogossagou_is_closed_at_the_end_as_not_protected() throws IOException {
        new Play(ogossagou, ledger, NOBODY).atOnce();
        var alert = Alerts.of(TestPacks.now(ledger)).alerts().getFirst();
        assertEquals(Warnings.Outcome.NOT_PROTECTED, alert.findOutcome().orElseThrow());
        assertEquals(7, alert.responses().size());
    }

    @Test
    void moura_has_several_responses_and_no_single_end() throws IOException {
        new Play(moura, ledger, NOBODY).atOnce();
        var alert = Alerts.of(TestPacks.now(ledger)).alerts().getFirst();
        assertTrue(alert.responses().size() >= 4);
        assertTrue(alert.closed().isEmpty());
        assertTrue(alert.responses().stream().anyMatch(response -> response.notPossible()));
        assertTrue(
                alert.responses().stream()
                        .anyMatch(response -> response.findArrival().isPresent()));
    }

    @Test
    void a_figure_that_the_pack_has_too_is_counted_once() throws IOException {
        new Play(moura, ledger, NOBODY).atOnce();
        var claims = TestPacks.now(ledger).claims(Ids.subject("incident", "moura-2022-03"));
        assertEquals(
                1,
                claims.stream()
                        .filter(claim -> claim.source().equals("france24-2022-04-06"))
                        .filter(claim -> claim.measure().equals("neutralised"))
                        .count());
    }

    @Test
    void moura_stays_one_incident_whose_figures_compete() throws IOException {
        new Play(moura, ledger, NOBODY).atOnce();
        var picture = TestPacks.now(ledger);
        assertEquals(21, picture.incidents().size());
        var row = picture.incidents().find(Ids.subject("incident", "moura-2022-03")).orElseThrow();
        assertTrue(row.competing() >= 3);
        assertTrue(row.againstCivilians());
    }

    @Test
    void telling_twice_adds_nothing() throws IOException {
        new Play(moura, ledger, NOBODY).atOnce();
        long before = ledger.append(List.of()).size();
        assertNull(new Play(moura, ledger, NOBODY).atOnce().importId());
        assertEquals(before, ledger.append(List.of()).size());
    }

    @Test
    void a_changed_chronology_adds_its_changes() throws IOException {
        new Play(ogossagou, ledger, NOBODY).atOnce();
        var text =
                Files.readString(
                        TestPacks.MISSIONS.resolve("mali/chronologies/ogossagou-2020-02.txt"));
        var changed =
                text.replace(
                        "2020-02-13T20:00Z response ogo-s1 moving",
                        "2020-02-13T21:00Z response ogo-s1 moving");
        var copy =
                Chronology.read(
                        "ogossagou-2020-02", changed.getBytes(StandardCharsets.UTF_8), mali);
        var told = new Play(copy, ledger, NOBODY).atOnce();
        assertEquals(1, told.counts().changed());
        assertEquals(0, told.counts().added() + told.counts().removed());
        assertEquals(
                4,
                ofPlay(TestPacks.picture(ledger, "2020-02-13T20:30:00Z")).stream()
                        .filter(kind -> !kind.equals("note-written"))
                        .count());
        assertEquals(
                5,
                ofPlay(TestPacks.picture(ledger, "2020-02-13T21:00:00Z")).stream()
                        .filter(kind -> !kind.equals("note-written"))
                        .count());
    }

    @Test
    void in_time_the_gaps_between_the_lines_are_waited_for() throws Exception {
        var now = new Instant[] {TestPacks.TODAY};
        var waits = new ArrayList<Duration>();
        var pace =
                new Play.Pace(
                        3600,
                        () -> now[0],
                        time -> {
                            waits.add(time);
                            now[0] = now[0].plus(time);
                        });
        var lines = new ArrayList<String>();
        new Play(ogossagou, ledger, (line, number, total) -> lines.add(number + "/" + total))
                .inTime(pace);
        assertEquals(Duration.ofSeconds(2), waits.getFirst());
        assertEquals("1/40", lines.getFirst());
        assertEquals("40/40", lines.getLast());
        var told = new Play(ogossagou, ledger, NOBODY).atOnce();
        assertNull(told.importId());
    }

    @Test
    void what_was_interrupted_goes_on_where_it_stopped() throws Exception {
        var pace =
                new Play.Pace(
                        3600,
                        () -> TestPacks.TODAY,
                        time -> {
                            throw new InterruptedException("enough");
                        });
        org.junit.jupiter.api.Assertions.assertThrows(
                InterruptedException.class, () -> new Play(ogossagou, ledger, NOBODY).inTime(pace));
        assertEquals(4, ofPlay(TestPacks.now(ledger)).size());
        var told = new Play(ogossagou, ledger, NOBODY).atOnce();
        assertEquals(4, told.counts().unchanged());
        int withoutTheAccount = ogossagou.entries().size() - 1;
        assertEquals(withoutTheAccount, ofPlay(TestPacks.now(ledger)).size());
    }

    @Test
    void without_the_pack_the_chronology_stands_alone() throws IOException {
        var alone = TestPacks.ledger();
        new Play(ogossagou, alone, NOBODY).atOnce();
        assertEquals(1, TestPacks.now(alone).incidents().size());
    }
}

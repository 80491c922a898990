package org.vigie.server.live;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vigie.record.ActorClass;
import org.vigie.record.Component;
import org.vigie.record.Entry;
import org.vigie.record.Grade;
import org.vigie.record.Handling;
import org.vigie.record.Happened;
import org.vigie.record.Ids;
import org.vigie.record.Origin;
import org.vigie.record.Site;
import org.vigie.record.Warnings.ReportReceived;
import org.vigie.record.Warnings.ReportTaken;
import org.vigie.record.Warnings.Severity;
import org.vigie.server.Demo;
import org.vigie.server.Running;
import org.vigie.server.picture.Desk;

class LiveTest {

    private final Demo demo = new Demo();
    private final Desk desk = demo.standing();
    private final Running server = Running.on(desk);
    private final HttpClient browser = HttpClient.newHttpClient();
    private int number;

    @AfterEach
    void stop() {
        browser.shutdownNow();
        server.close();
    }

    @Test
    void a_screen_is_told_how_things_stand_at_once_and_after_each_change() throws Exception {
        var screen = listen("", "");
        assertEquals("{\"waiting\":0,\"untaken\":0,\"open\":0,\"escalated\":0}", next(screen));
        var id = report();
        var told = next(screen);
        assertTrue(told.startsWith("{\"waiting\":1,\"untaken\":1,\"open\":0,"), told);
        assertTrue(told.contains(id), told);
        assertTrue(told.contains("\"severity\":\"not-assessed\""), told);
    }

    @Test
    void two_screens_are_told_of_the_same_and_one_that_comes_later_has_missed_nothing()
            throws Exception {
        var one = listen("", "");
        var other = listen("", "");
        next(one);
        next(other);
        report();
        assertEquals(next(one), next(other));
        var late = listen("", "");
        assertTrue(next(late).startsWith("{\"waiting\":1,"));
    }

    @Test
    void who_may_not_see_a_report_hears_nothing_of_it() throws Exception {
        var outside = listen("", "vigie-officer=OUTSIDE.visitor");
        next(outside);
        var id = report();
        var told = next(outside);
        assertEquals("{\"waiting\":0,\"untaken\":0,\"open\":0,\"escalated\":0}", told);
        assertFalse(told.contains(id));
    }

    /// A browser that is there and reads nothing: the machine's buffers fill up.
    @Test
    void who_reads_nothing_keeps_nobody_waiting() throws Exception {
        try (var stuck = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            stuck.setReceiveBufferSize(1_024);
            stuck.getOutputStream()
                    .write("GET /live HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(US_ASCII));
            var screen = listen("", "");
            next(screen);
            for (int i = 1; i <= 40; i++) {
                report();
                var told = next(screen);
                while (!told.startsWith("{\"waiting\":" + i + ",")) {
                    told = next(screen);
                }
            }
        }
    }

    @Test
    void a_screen_of_exercises_hears_of_exercises_alone() throws Exception {
        var exercise = listen("?exercise=1", "");
        next(exercise);
        report();
        assertEquals("{\"waiting\":0,\"untaken\":0,\"open\":0,\"escalated\":0}", next(exercise));
    }

    @Test
    void a_warning_that_nobody_acknowledges_in_time_climbs_and_the_watch_says_whom_to_tell()
            throws Exception {
        var screen = listen("", "");
        next(screen);
        report();
        next(screen);
        demo.later(Duration.ofMinutes(16));
        server.pulse().beat();
        var told = next(screen);
        assertTrue(
                told.contains(",\"escalated\":1,\"rung\":\"operations-chief\",\"ladder\":"), told);
        var watch = server.get("/lite/watch?lang=fr").body();
        assertTrue(watch.contains("prévenir : chef du centre d’opérations"), watch);
        assertTrue(watch.contains("1 alerte n’a pas été prise en compte à temps."), watch);
    }

    /// Nothing comes in and nobody presses anything: the clock alone makes it climb.
    @Test
    void each_rung_of_the_ladder_is_told_to_every_screen_and_a_warning_that_was_taken_leaves_it()
            throws Exception {
        var screens = List.of(listen("", ""), listen("", ""));
        for (var screen : screens) {
            next(screen);
        }
        var id = report();
        for (var screen : screens) {
            next(screen);
        }
        var marks = new TreeSet<String>();
        for (var rung : List.of("operations-chief", "chief-of-staff", "head-of-mission")) {
            demo.later(Duration.ofMinutes(rung.equals("head-of-mission") ? 30 : 16));
            if (!marks.isEmpty()) {
                server.pulse().beat(); // once is enough to wait for the clock
            }
            var told = "";
            for (var screen : screens) {
                told = next(screen);
                assertTrue(told.contains(",\"escalated\":1,\"rung\":\"" + rung + "\""), told);
            }
            marks.add(told.substring(told.indexOf("\"ladder\"")));
        }
        assertEquals(3, marks.size(), "a screen tells them apart by the mark: " + marks);
        demo.add(java.util.UUID.fromString(id), null, new ReportTaken(true));
        server.pulse().beat();
        for (var screen : screens) {
            assertTrue(next(screen).contains("\"escalated\":0"));
        }
    }

    @Test
    void the_watch_alone_may_run_our_script_and_nothing_from_elsewhere() {
        var watch = server.get("/lite/watch");
        assertTrue(watch.header("content-security-policy").contains("script-src 'self'"));
        assertTrue(watch.body().contains("<script src=\"/lite/live-"), watch.body());
        var picture = server.get("/lite");
        assertFalse(picture.header("content-security-policy").contains("script-src"));
        assertFalse(picture.body().contains("<script"));
        var past = server.get("/lite/watch?known=2020-01-01");
        assertFalse(past.body().contains("<script"));
    }

    private BlockingQueue<String> listen(String query, String cookie) {
        var told = new LinkedBlockingQueue<String>();
        var request = HttpRequest.newBuilder(URI.create(server.origin() + "/live" + query));
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        var _ =
                browser.sendAsync(request.build(), HttpResponse.BodyHandlers.ofLines())
                        .thenAccept(answer ->
                                answer.body()
                                        .filter(line -> line.startsWith("data:{"))
                                        .map(line -> line.substring("data:".length()))
                                        .forEach(told::add));
        return told;
    }

    private static String next(BlockingQueue<String> told) throws InterruptedException {
        var next = told.poll(20, TimeUnit.SECONDS);
        assertTrue(next != null, "nothing was told");
        return String.valueOf(next);
    }

    private String report() throws Exception {
        number++;
        var subject = Ids.subject("live-report", "" + number);
        desk.ledger(false)
                .append(
                        List.of(
                                new Entry(
                                        Ids.subject("live-entry", "" + number),
                                        subject,
                                        Happened.at(Demo.NOW),
                                        null,
                                        "sms",
                                        Component.OPERATIONS_CENTRE,
                                        Handling.PROTECTION,
                                        Origin.lane("sms"),
                                        null,
                                        new ReportReceived(
                                                "sms",
                                                Site.named("Delta"),
                                                "des tirs",
                                                "",
                                                "des tirs",
                                                Severity.NOT_ASSESSED,
                                                ActorClass.UNKNOWN,
                                                new Grade('F', 6),
                                                false))));
        server.pulse().beat();
        return subject.toString();
    }
}

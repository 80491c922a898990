package org.vigie.server.lite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.record.ActorClass;
import org.vigie.record.Grade;
import org.vigie.record.Happened;
import org.vigie.record.Ids;
import org.vigie.record.Site;
import org.vigie.record.Warnings;
import org.vigie.server.Demo;
import org.vigie.server.Running;

/// The reports without an alert on the watch, through the running server.
@SuppressWarnings("NullAway.Init")
class WatchPagesTest {

    private Demo demo;
    private Running server;

    @BeforeEach
    void start() {
        demo = new Demo();
        demo.bases();
        server = Running.on(demo.desk());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void before_any_report_came_in_nothing_is_said_to_have_its_alert() {
        var page = server.get("/lite/watch").body();
        assertTrue(page.contains("No report has come in yet."), page);
        assertFalse(page.contains("Every report has its alert."), page);
    }

    @Test
    void what_has_just_come_in_stands_before_the_urgent_of_last_year() {
        for (int i = 0; i < 40; i++) {
            report("Old " + i, Warnings.Severity.CRITICAL, Duration.ofDays(277 + i));
        }
        report("Fresh low", Warnings.Severity.LOW, Duration.ofMinutes(5));
        report("Fresh high", Warnings.Severity.HIGH, Duration.ofHours(3));

        var page = server.get("/lite/watch").body();

        assertTrue(page.contains("42 reports without an alert"), page);
        assertTrue(page.indexOf("Fresh low") < page.indexOf("Fresh high"), page);
        assertTrue(page.indexOf("Fresh high") < page.indexOf(">Old 0 "), page);
        assertTrue(page.indexOf("Came in last") < page.indexOf("The others, most"), page);
    }

    /// A lane may bring hundreds in an hour, none of them judged.
    @Test
    void the_newest_message_is_on_the_first_page_however_many_wait() {
        for (int i = 0; i < 60; i++) {
            report("Unread " + i, Warnings.Severity.NOT_ASSESSED, Duration.ofMinutes(10 + i));
        }
        report("Just came in", Warnings.Severity.NOT_ASSESSED, Duration.ofSeconds(3));

        assertTrue(server.get("/lite/watch").body().contains("Just came in"));
    }

    @Test
    void the_longest_wait_of_the_urgent_stays_on_the_first_page() {
        for (int i = 0; i < 40; i++) {
            report("Low " + i, Warnings.Severity.LOW, Duration.ofMinutes(10 + i));
        }
        report("Waits for a year", Warnings.Severity.CRITICAL, Duration.ofDays(365));

        assertTrue(server.get("/lite/watch").body().contains("Waits for a year"));
    }

    @Test
    void what_a_person_judged_false_stands_apart_and_is_a_link_away() {
        report("Still open", Warnings.Severity.LOW, Duration.ofDays(2));
        judge(
                report("Rumour", Warnings.Severity.CRITICAL, Duration.ofDays(3)),
                Warnings.Verification.FALSE);
        judge(
                report("Hearsay", Warnings.Severity.CRITICAL, Duration.ofDays(3)),
                Warnings.Verification.UNVERIFIABLE);

        var page = server.get("/lite/watch").body();

        assertTrue(page.contains("1 report without an alert"), page);
        assertTrue(
                page.contains("2 reports without an alert were judged false or unverifiable."),
                page);
        assertFalse(page.contains("Rumour"), page);
        var all = server.get("/lite/watch?judged=0").body();
        assertTrue(all.contains("Rumour") && all.contains("Hearsay"), all);
    }

    @Test
    void a_judged_report_can_still_be_chosen_by_its_link() {
        var rumour = report("Rumour", Warnings.Severity.HIGH, Duration.ofDays(3));
        judge(rumour, Warnings.Verification.FALSE);

        assertTrue(
                server.get("/lite/watch?report=" + rumour)
                        .body()
                        .contains("name=\"r-" + rumour + "\" value=\"on\""));
    }

    @Test
    void on_a_narrow_screen_the_age_says_that_it_is_one() {
        report("Bali", Warnings.Severity.LOW, Duration.ofDays(2));
        assertTrue(server.get("/lite/watch").body().contains("<td data-l=\"Age\">2 d"));
    }

    private UUID report(String name, Warnings.Severity severity, Duration ago) {
        var moment = Demo.NOW.minus(ago);
        var subject = Ids.subject("demo-report", name);
        demo.at(moment);
        demo.add(
                subject,
                Happened.at(moment),
                new Warnings.ReportReceived(
                        "phone",
                        Site.named(name),
                        "armed men",
                        "families",
                        "armed men",
                        severity,
                        ActorClass.UNKNOWN,
                        new Grade('B', 2),
                        false));
        demo.at(Demo.NOW);
        return subject;
    }

    private void judge(UUID report, Warnings.Verification how) {
        demo.add(
                report,
                Happened.at(Demo.NOW),
                new Warnings.ReportVerified(how, "a patrol looked", null));
        assertEquals(200, server.get("/lite/reports/" + report).status());
    }
}

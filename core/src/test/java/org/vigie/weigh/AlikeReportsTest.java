package org.vigie.weigh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.vigie.geo.PlacePrecision;
import org.vigie.geo.Position;
import org.vigie.record.ActorClass;
import org.vigie.record.Alerts;
import org.vigie.record.Component;
import org.vigie.record.Entry;
import org.vigie.record.Grade;
import org.vigie.record.Handling;
import org.vigie.record.Happened;
import org.vigie.record.Ids;
import org.vigie.record.MemoryLedger;
import org.vigie.record.Origin;
import org.vigie.record.Report;
import org.vigie.record.Site;
import org.vigie.record.Viewer;
import org.vigie.record.Warnings.ReportReceived;
import org.vigie.record.Warnings.Severity;

class AlikeReportsTest {

    private static final Instant EVENING = Instant.parse("2026-02-13T18:00:00Z");
    private static final Site OGOSSAGOU =
            Site.at("Ogossagou", new Position(13.94, -3.37), PlacePrecision.EXACT);
    private static final String MEN = "Des hommes armés à moto approchent du village par le nord";

    private MemoryLedger ledger = new MemoryLedger(() -> EVENING);
    private int number;

    @Test
    void the_same_words_at_the_same_place_and_time_are_as_alike_as_can_be() {
        add("sms", OGOSSAGOU, MEN, 0);
        add("phone", OGOSSAGOU, MEN, 0);
        var pair = alike().getFirst();
        assertEquals(1.0, pair.score(), 1e-9);
        assertTrue(pair.mayBeCircular(reports().getFirst()));
    }

    @Test
    void a_village_that_tells_it_in_its_own_words_is_found_and_is_not_circular() {
        add("sms", OGOSSAGOU, MEN, 0);
        add("phone", Site.named("ogossagou"), "hommes armés vus au nord, ils approchent vite", 20);
        var pair = alike().getFirst();
        assertTrue(pair.score() > AlikeReports.SCORE_MIN, pair.toString());
        assertFalse(pair.mayBeCircular(reports().getFirst()));
    }

    @Test
    void what_is_far_away_a_day_later_or_about_something_else_is_not_proposed() {
        add("sms", OGOSSAGOU, MEN, 0);
        var gao = Site.at("Gao", new Position(16.27, -0.04), PlacePrecision.EXACT);
        add("sms", gao, "un marché a brûlé cette nuit", 5);
        add("sms", OGOSSAGOU, MEN, 13 * 60);
        add("sms", Site.named("Mopti region"), "vol de bétail près du fleuve hier", 30);
        assertEquals(List.of(), alike());
    }

    @Test
    void texts_of_two_words_share_nothing() {
        add("sms", Site.named("one"), "Danger village", 0);
        add("sms", Site.named("another"), "Danger village", 0);
        assertEquals(List.of(), alike());
    }

    @Property(tries = 200)
    void how_alike_two_reports_are_does_not_depend_on_which_is_looked_at(
            @ForAll @DoubleRange(min = 13, max = 15) double latitude,
            @ForAll @IntRange(min = 0, max = 800) int minutes,
            @ForAll boolean sameWords) {
        ledger = new MemoryLedger(() -> EVENING);
        add("sms", OGOSSAGOU, MEN, 0);
        add(
                "phone",
                Site.at("Elsewhere", new Position(latitude, -3.37), PlacePrecision.EXACT),
                sameWords ? MEN : "des tirs et des cris dans le village au nord",
                minutes);
        var reports = reports();
        var there = AlikeReports.of(reports.get(0), reports, 5);
        var back = AlikeReports.of(reports.get(1), reports, 5);
        assertEquals(there.size(), back.size());
        for (int i = 0; i < there.size(); i++) {
            assertEquals(there.get(i).score(), back.get(i).score(), 1e-9);
            assertTrue(there.get(i).score() >= 0 && there.get(i).score() <= 1);
        }
    }

    private List<AlikeReports> alike() {
        var reports = reports();
        return AlikeReports.of(reports.getFirst(), reports, 5);
    }

    private List<Report> reports() {
        return Alerts.of(ledger.asOf(EVENING, EVENING, Viewer.owner())).reports();
    }

    private void add(String lane, Site site, String text, int minutesLater) {
        number++;
        ledger.append(
                List.of(
                        new Entry(
                                Ids.subject("entry", "" + number),
                                Ids.subject("report", "" + number),
                                Happened.at(EVENING.plusSeconds(60L * minutesLater)),
                                EVENING,
                                lane,
                                Component.OPERATIONS_CENTRE,
                                Handling.PROTECTION,
                                Origin.lane(lane),
                                null,
                                new ReportReceived(
                                        lane,
                                        site,
                                        text,
                                        "",
                                        text,
                                        Severity.NOT_ASSESSED,
                                        ActorClass.UNKNOWN,
                                        new Grade('F', 6),
                                        false))));
    }
}

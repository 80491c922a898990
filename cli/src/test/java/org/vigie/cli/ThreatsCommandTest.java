package org.vigie.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.vigie.record.ActorClass;
import org.vigie.record.Body;
import org.vigie.record.Component;
import org.vigie.record.Entry;
import org.vigie.record.Handling;
import org.vigie.record.Happened;
import org.vigie.record.Ids;
import org.vigie.record.Origin;
import org.vigie.record.Responses.Tier;
import org.vigie.record.Site;
import org.vigie.record.Threats.Capacity;
import org.vigie.record.Threats.Ending;
import org.vigie.record.Threats.Impact;
import org.vigie.record.Threats.Intent;
import org.vigie.record.Threats.Likelihood;
import org.vigie.record.Threats.LinkedTo;
import org.vigie.record.Threats.Protection;
import org.vigie.record.Threats.Protector;
import org.vigie.record.Threats.ThreatAssessed;
import org.vigie.record.Threats.ThreatClosed;
import org.vigie.record.Threats.ThreatIdentified;
import org.vigie.record.Threats.ThreatLinked;

/// Threat files at the command line.
class ThreatsCommandTest {

    private static final Instant SEEN = Instant.parse("2021-03-01T08:00:00Z");
    private static final UUID FORD = Ids.subject("threat", "ford");
    private static final UUID MARKET = Ids.subject("threat", "market");

    private final CommandRun vigie = new CommandRun();

    private static Entry entry(UUID subject, int days, Body body) {
        var at = SEEN.plus(Duration.ofDays(days));
        return new Entry(
                Ids.subject("entry", subject + "/" + days + "/" + body),
                subject,
                Happened.at(at),
                at,
                "Protection officer",
                Component.PROTECTION,
                Handling.PROTECTION,
                new Origin("form", null, null, 0),
                null,
                body);
    }

    private static ThreatIdentified seen(String where) {
        return new ThreatIdentified(
                Site.named(where), "herders\nat " + where, "a raid", ActorClass.STATE);
    }

    private void write() throws IOException {
        assertEquals(0, vigie.run("threats").exitCode()); // opens the ledger
        vigie.ledger()
                .append(
                        List.of(
                                entry(FORD, 0, seen("Tarn Ford")),
                                entry(FORD, 0, new ThreatLinked(MARKET, LinkedTo.ALERT)),
                                entry(
                                        FORD,
                                        1,
                                        new ThreatAssessed(
                                                "herders at Tarn Ford",
                                                ActorClass.STATE,
                                                "land",
                                                Capacity.STRONG,
                                                Likelihood.LIKELY,
                                                Impact.CRITICAL,
                                                List.of(
                                                        new Protection(
                                                                Protector.HOST_STATE,
                                                                Capacity.STRONG,
                                                                Intent.AGAINST)),
                                                Tier.PHYSICAL,
                                                LocalDate.of(2021, 3, 4),
                                                "two reports")),
                                entry(MARKET, 2, seen("Orle")),
                                entry(
                                        MARKET,
                                        3,
                                        new ThreatClosed(
                                                Ending.OPENED_BY_MISTAKE,
                                                "B. Officer",
                                                "the same as another"))));
    }

    @Test
    void open_ones_stand_first_with_their_priority_and_what_is_overdue_is_said()
            throws IOException {
        write();
        var result = vigie.run("threats", "--as-of", "2021-03-05T08:00Z");
        var text = result.out();
        assertEquals(0, result.exitCode(), result.err());
        assertTrue(text.contains("high (20)"), text);
        assertTrue(text.contains("2021-03-04 overdue"), text);
        assertTrue(text.contains("herders at Tarn Ford"), text);
        assertTrue(text.contains("1 open, 1 of them overdue, 0 not judged yet; 1 closed"), text);
        assertTrue(text.contains("assumed, to be set by the mission"), text);
        assertTrue(text.indexOf("Tarn Ford") < text.indexOf("herders at Orle"), text);
    }

    @Test
    void at_an_earlier_clock_it_was_not_judged_and_the_other_not_closed() throws IOException {
        write();
        var early = vigie.run("threats", "--as-of", "2021-03-01T12:00Z").out();
        assertTrue(early.contains("not judged"), early);
        assertFalse(early.contains("Orle"), early);
        var later = vigie.run("threats", "--open", "--as-of", "2021-03-03T09:00Z").out();
        assertTrue(later.contains("2 open"), later);
    }

    @Test
    void the_filters_show_what_they_say_and_json_tells_all_of_it() throws IOException {
        write();
        var open = vigie.run("threats", "--open").out();
        assertFalse(open.contains("herders at Orle"), open);
        var json = vigie.run("threats", "--overdue", "--json").out();
        assertTrue(json.contains("\"n\":1"), json);
        assertTrue(json.contains("\"score\":20"), json);
        assertTrue(json.contains("\"capacity\":\"strong\",\"intent\":\"against\""), json);
        assertTrue(json.contains("\"reviewDue\":\"2021-03-04\",\"overdue\":true"), json);
        assertTrue(json.contains("\"what\":\"alert\",\"id\":\"" + MARKET + "\""), json);
        var all = vigie.run("threats", "--json").out();
        assertTrue(all.contains("\"ending\":\"opened-by-mistake\""), all);
        var none = vigie.run("threats", "--overdue", "--as-of", "2021-03-02T09:00Z").out();
        assertTrue(none.contains("no open threat file is overdue"), none);
    }

    @Test
    void two_filters_at_once_are_refused_with_what_is_allowed() {
        var refused = vigie.run("threats", "--open", "--overdue");
        assertEquals(PlainErrors.REFUSED, refused.exitCode());
        assertTrue(refused.err().contains("either --open or --overdue"), refused.err());
    }

    @Test
    void where_there_is_none_it_says_where_they_are_opened_or_that_none_was_known_then()
            throws IOException {
        assertTrue(vigie.run("threats").out().contains("they are opened on the page of threats"));
        write();
        var then = vigie.run("threats", "--as-of", "2020-01-01").out();
        assertTrue(then.contains("no threat file was known then"), then);
    }
}

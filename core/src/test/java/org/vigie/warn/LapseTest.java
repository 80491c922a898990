package org.vigie.warn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.vigie.record.ActorClass;
import org.vigie.record.Alerts;
import org.vigie.record.Body;
import org.vigie.record.Component;
import org.vigie.record.Entry;
import org.vigie.record.Grade;
import org.vigie.record.Handling;
import org.vigie.record.Ids;
import org.vigie.record.MemoryLedger;
import org.vigie.record.Origin;
import org.vigie.record.Picture;
import org.vigie.record.Site;
import org.vigie.record.Viewer;
import org.vigie.record.Warnings;
import org.vigie.record.Warnings.Severity;
import org.vigie.warn.Escalation.Rung;

class LapseTest {

    private static final Instant EVENING = Instant.parse("2020-02-13T18:00:00Z");

    private Instant clock = EVENING;
    private final MemoryLedger ledger = new MemoryLedger(() -> clock);
    private int number;

    private UUID received(Severity severity) {
        var id = Ids.subject("lapse", "" + number);
        add(
                id,
                new Warnings.ReportReceived(
                        "phone",
                        Site.named("Hollow Quarry"),
                        "armed men",
                        "herders",
                        "armed men",
                        severity,
                        ActorClass.MILITIA,
                        Grade.UNJUDGED,
                        false));
        return id;
    }

    private void add(UUID subject, Body body) {
        ledger.append(
                List.of(
                        new Entry(
                                Ids.subject("lapse entry", "" + number++),
                                subject,
                                null,
                                null,
                                "duty officer",
                                Component.OPERATIONS_CENTRE,
                                Handling.MISSION,
                                Origin.hand(),
                                null,
                                body)));
    }

    private Picture seen() {
        return ledger.asOf(clock, clock, Viewer.owner());
    }

    private List<Lapse.Climbed> climbed() {
        return Lapse.climbed(Alerts.of(seen()), clock);
    }

    @Test
    void the_highest_comes_first_and_each_rung_has_a_key_of_its_own() {
        var first = received(Severity.CRITICAL);
        clock = clock.plus(Duration.ofMinutes(25));
        var second = received(Severity.CRITICAL);
        clock = clock.plus(Duration.ofMinutes(12));
        assertEquals(
                List.of(
                        "report:" + first + ":chief-of-staff",
                        "report:" + second + ":operations-chief"),
                climbed().stream().map(Lapse::key).toList());
        assertEquals(EVENING.plus(Duration.ofMinutes(20)), climbed().getFirst().at());
        add(first, new Warnings.ReportTaken(true));
        assertEquals(
                List.of("report:" + second + ":operations-chief"),
                climbed().stream().map(Lapse::key).toList());
    }

    @Test
    void what_is_overdue_has_a_key_for_each_step() {
        var alert = Ids.subject("lapse", "alert");
        add(
                alert,
                new Warnings.AlertOpened(
                        "Raid feared",
                        Site.named("Hollow Quarry"),
                        Severity.CRITICAL,
                        "herders",
                        ActorClass.MILITIA,
                        List.of()));
        clock = clock.plus(Duration.ofMinutes(31));
        assertEquals(
                List.of("due:alert:" + alert + ":acknowledge", "due:alert:" + alert + ":verify"),
                Lapse.overdue(seen(), clock).stream().map(Lapse::key).toList());
    }

    /// Else what was told would be forgotten, and told again.
    @Property(tries = 100)
    void whatever_lapses_later_is_among_what_is_possible_as_long_as_nobody_acts(
            @ForAll @Size(max = 6) List<Severity> severities,
            @ForAll @IntRange(max = 20_000) int minutes) {
        for (var severity : severities) {
            received(severity);
        }
        var possible = Lapse.possible(seen());
        clock = clock.plus(Duration.ofMinutes(minutes));
        var keys = new HashSet<String>();
        climbed().forEach(lapse -> keys.add(lapse.key()));
        Lapse.overdue(seen(), clock).forEach(lapse -> keys.add(lapse.key()));
        assertTrue(possible.containsAll(keys), () -> keys + " of " + possible);
        assertEquals(possible, Lapse.possible(seen()));
        assertTrue(climbed().stream().noneMatch(up -> up.escalation().rung() == Rung.DUTY_OFFICER));
        assertTrue(keys.stream().noneMatch(key -> key.contains(" ")), keys::toString);
    }
}

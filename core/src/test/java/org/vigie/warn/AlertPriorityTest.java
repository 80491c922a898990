package org.vigie.warn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.vigie.geo.BadInput;
import org.vigie.record.ActorClass;
import org.vigie.record.Grade;
import org.vigie.record.Milestone;
import org.vigie.record.Site;
import org.vigie.record.Warnings.AlertOpened;
import org.vigie.record.Warnings.ReportReceived;
import org.vigie.record.Warnings.Severity;

class AlertPriorityTest {

    private static final List<Integer> LADDER = List.of(1, 2, 4);
    private static final Instant EVENING = Instant.parse("2020-02-13T18:00:00Z");

    @Property
    void who_is_said_to_be_the_perpetrator_changes_no_priority_and_no_due_time(
            @ForAll Severity severity, @ForAll ActorClass one, @ForAll ActorClass other) {
        assertEquals(
                AlertPriority.of(alert(severity, one), EVENING, DueTimes.ASSUMED),
                AlertPriority.of(alert(severity, other), EVENING, DueTimes.ASSUMED));
        assertEquals(
                AlertPriority.of(report(severity, one, "Peulh herders"), EVENING, DueTimes.ASSUMED),
                AlertPriority.of(
                        report(severity, other, "Dogon farmers"), EVENING, DueTimes.ASSUMED));
    }

    @Property
    void what_is_graver_comes_first_whoever_warned_earlier(
            @ForAll Severity one, @ForAll Severity other) {
        var earlier = AlertPriority.of(alert(one, ActorClass.UNKNOWN), EVENING, DueTimes.ASSUMED);
        var later =
                AlertPriority.of(
                        alert(other, ActorClass.UNKNOWN),
                        EVENING.plusSeconds(60),
                        DueTimes.ASSUMED);
        var first = Stream.of(later, earlier).sorted(AlertPriority.MOST_URGENT_FIRST).findFirst();
        assertEquals(other.compareTo(one) > 0 ? later : earlier, first.orElseThrow());
    }

    @Test
    void a_critical_warning_is_to_be_acknowledged_within_ten_minutes() {
        assertEquals(
                new AlertPriority.Due(Milestone.ACKNOWLEDGE, Instant.parse("2020-02-13T18:10:00Z")),
                AlertPriority.of(
                                alert(Severity.CRITICAL, ActorClass.STATE),
                                EVENING,
                                DueTimes.ASSUMED)
                        .due()
                        .getFirst());
    }

    @Test
    void the_rank_of_the_most_urgent_is_one() {
        assertEquals(
                List.of(4, 3, 2, 1),
                Severity.judged().stream()
                        .map(severity ->
                                AlertPriority.of(
                                                alert(severity, ActorClass.UNKNOWN),
                                                EVENING,
                                                DueTimes.ASSUMED)
                                        .rank())
                        .toList());
    }

    @Test
    void what_nobody_has_judged_yet_is_due_like_what_is_high_and_waits_behind_it() {
        var high = AlertPriority.of(report(Severity.HIGH), EVENING, DueTimes.ASSUMED);
        var unread = AlertPriority.of(report(Severity.NOT_ASSESSED), EVENING, DueTimes.ASSUMED);
        var medium = AlertPriority.of(report(Severity.MEDIUM), EVENING, DueTimes.ASSUMED);
        assertEquals(high.due(), unread.due());
        assertEquals(
                List.of(high, unread, medium),
                Stream.of(medium, unread, high).sorted(AlertPriority.MOST_URGENT_FIRST).toList());
    }

    @Test
    void assumed_times_say_that_they_are_assumed() {
        assertTrue(DueTimes.ASSUMED.origin().startsWith("assumed"));
    }

    @Test
    void a_step_may_not_be_due_before_the_one_that_it_follows() {
        var due =
                Map.of(
                        Milestone.ACKNOWLEDGE, Duration.ofHours(2),
                        Milestone.TASK, Duration.ofHours(1));
        assertThrows(
                BadInput.class, () -> new DueTimes(Map.of(Severity.HIGH, due), LADDER, "mission"));
    }

    @Test
    void what_is_graver_may_not_be_due_later() {
        var targets = new EnumMap<Severity, Map<Milestone, Duration>>(Severity.class);
        targets.put(Severity.LOW, Map.of(Milestone.TASK, Duration.ofHours(1)));
        targets.put(Severity.HIGH, Map.of(Milestone.TASK, Duration.ofHours(2)));
        assertThrows(BadInput.class, () -> new DueTimes(targets, LADDER, "mission"));
    }

    private static AlertOpened alert(Severity severity, ActorClass alleged) {
        return new AlertOpened(
                "threat", Site.named("Ogossagou"), severity, "villagers", alleged, List.of());
    }

    private static ReportReceived report(Severity severity) {
        return report(severity, ActorClass.UNKNOWN, "villagers");
    }

    private static ReportReceived report(Severity severity, ActorClass alleged, String atRisk) {
        return new ReportReceived(
                "phone",
                Site.named("Ogossagou"),
                "text",
                atRisk,
                "attack",
                severity,
                alleged,
                Grade.UNJUDGED,
                false);
    }
}

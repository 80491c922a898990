package org.vigie.warn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.vigie.record.ActorClass;
import org.vigie.record.Alert;
import org.vigie.record.Alerts;
import org.vigie.record.AlertsFold;
import org.vigie.record.Body;
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
import org.vigie.record.Warnings;
import org.vigie.record.Warnings.Severity;

/// The watch that grows is the watch that is sorted and counted from the beginning.
class StandingTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @Property(tries = 200)
    void what_grows_is_what_is_sorted_and_counted_from_the_beginning(@ForAll long seed) {
        var growing = new Growing(new SplittableRandom(seed));
        var fold = new AlertsFold();
        var standing = Standing.NOTHING;
        for (int step = 0; step < 40; step++) {
            growing.step();
            var alerts = fold.of(growing.picture());
            standing = standing.with(alerts);
            assertEquals(ids(waitingOf(alerts)), ids(standing.waiting()));
            assertEquals(ids(judgedOf(alerts)), ids(standing.judged()));
            assertEquals(
                    ids(waitingOf(alerts).stream().sorted(OLDEST_FIRST.reversed()).toList()),
                    ids(standing.newest()));
            assertEquals(
                    waitingOf(alerts).stream().filter(one -> one.taken().isEmpty()).count(),
                    standing.untaken());
            assertEquals(
                    openOf(alerts).stream().map(Alert::id).toList(),
                    standing.open().stream().map(Alert::id).toList());
        }
    }

    @Property(tries = 200)
    void a_page_of_what_waits_leaves_out_what_stands_elsewhere(@ForAll long seed) {
        var chance = new SplittableRandom(seed);
        var growing = new Growing(chance);
        for (int step = 0; step < 20; step++) {
            growing.step();
        }
        var alerts = Alerts.of(growing.picture());
        var standing = Standing.NOTHING.with(alerts);
        var apart = alerts.reports().stream().filter(_ -> chance.nextInt(3) == 0).toList();
        for (int from = 0; from < 8; from++) {
            assertEquals(
                    waitingOf(alerts).stream()
                            .filter(report -> !apart.contains(report))
                            .skip(from)
                            .limit(3)
                            .toList(),
                    standing.waitingWithout(apart, from, 3));
        }
    }

    /// Whoever reads on behind the last one that they saw has seen all, whatever was judged, taken,
    /// alerted or came in between.
    @Property(tries = 200)
    void who_reads_on_behind_the_last_one_misses_nothing(@ForAll long seed) {
        var growing = new Growing(new SplittableRandom(seed));
        for (int step = 0; step < 30; step++) {
            growing.step();
        }
        var before = Standing.of(growing.picture());
        if (before.waiting().size() < 3) {
            return;
        }
        var newest = before.newest().subList(0, 2);
        var first = before.waitingWithout(newest, 0, 1);
        var last = Standing.Behind.of(first.getLast());
        for (int step = 0; step < 10; step++) {
            growing.step();
            var now = Standing.of(growing.picture());
            var next = now.waitingBehind(last, newest.getLast().received().seq());
            if (next.isEmpty()) {
                break; // what was read last is taken back: the page goes on by lines
            }
            var seen = new TreeSet<>(ids(newest));
            seen.addAll(ids(first));
            seen.addAll(ids(next.get()));
            for (var still : now.waiting()) {
                boolean asBefore =
                        before.waiting().stream()
                                .filter(one -> one.received().equals(still.received()))
                                .anyMatch(one -> one.what().severity() == still.what().severity());
                assertTrue(!asBefore || seen.contains(still.id()), still::toString);
            }
        }
    }

    @Property(tries = 200)
    void behind_each_stands_what_stands_behind_it_in_the_whole_list(@ForAll long seed) {
        var growing = new Growing(new SplittableRandom(seed));
        for (int step = 0; step < 40; step++) {
            growing.step();
        }
        var standing = Standing.of(growing.picture());
        behind(standing.judged(), one -> standing.judgedBehind(Standing.Behind.of(one)));
        behind(standing.open(), one -> standing.openBehind(Standing.Behind.of(one)));
        assertEquals(
                Optional.empty(), standing.openBehind(new Standing.Behind(Severity.LOW, 1L << 40)));
    }

    private static <T> void behind(List<T> all, Function<T, Optional<List<T>>> behind) {
        for (int i = 0; i < all.size(); i++) {
            assertEquals(Optional.of(all.subList(i + 1, all.size())), behind.apply(all.get(i)));
        }
    }

    @Property(tries = 200)
    void the_ladder_at_any_moment_is_the_rung_of_each(@ForAll long seed) {
        var growing = new Growing(new SplittableRandom(seed));
        var fold = new AlertsFold();
        var standing = Standing.NOTHING;
        var marks = new TreeMap<Integer, Map<UUID, Escalation.Rung>>();
        for (int step = 0; step < 40; step++) {
            growing.step();
            var alerts = fold.of(growing.picture());
            standing = standing.with(alerts);
            for (int minutes : new int[] {-30, 0, 10, 20, 40, 60, 240, 1_000}) {
                var then = growing.now.plus(Duration.ofMinutes(minutes));
                var climbed = climbed(alerts, then);
                var overdue = standing.overdue(then);
                assertEquals(climbed.size(), overdue.count());
                assertEquals(
                        climbed.values().stream().max(Comparator.naturalOrder()),
                        overdue.highest());
                // The same mark is the same ladder, and another one another.
                assertEquals(climbed, marks.computeIfAbsent(overdue.mark(), _ -> climbed));
                assertEquals(Standing.NOTHING.with(alerts).overdue(then), overdue);
            }
        }
        assertEquals(marks.size(), marks.values().stream().distinct().count());
    }

    @Test
    void what_climbs_a_rung_while_as_many_wait_changes_the_mark() {
        var growing = new Growing(new SplittableRandom(1));
        growing.append(Ids.subject("standing", "one"), received(Severity.CRITICAL, "one"));
        var standing = Standing.of(growing.picture());
        var chief = standing.overdue(START.plus(Duration.ofMinutes(10)));
        var staff = standing.overdue(START.plus(Duration.ofMinutes(20)));
        assertEquals(List.of(1L, 1L), List.of(chief.count(), staff.count()));
        assertNotEquals(chief.mark(), staff.mark());
    }

    @Test
    void the_same_reports_and_alerts_are_the_same_standing() {
        var growing = new Growing(new SplittableRandom(1));
        growing.step();
        var alerts = Alerts.of(growing.picture());
        var standing = Standing.NOTHING.with(alerts);
        assertSame(standing, standing.with(alerts));
    }

    private static final Comparator<Report> OLDEST_FIRST =
            Comparator.comparing(Report::receivedAt)
                    .thenComparingLong(report -> report.received().seq());

    private static List<UUID> ids(List<Report> reports) {
        return reports.stream().map(Report::id).toList();
    }

    private static List<Report> waitingOf(Alerts alerts) {
        return byUrgency(alerts.reports().stream().filter(Report::waits).toList());
    }

    private static List<Report> judgedOf(Alerts alerts) {
        return byUrgency(
                alerts.reports().stream()
                        .filter(report -> report.alerts().isEmpty() && !report.waits())
                        .toList());
    }

    private static List<Report> byUrgency(List<Report> reports) {
        return reports.stream()
                .sorted(
                        Comparator.comparing(
                                        (Report report) ->
                                                AlertPriority.of(report, DueTimes.ASSUMED),
                                        AlertPriority.MOST_URGENT_FIRST)
                                .thenComparingLong(report -> report.received().seq()))
                .toList();
    }

    private static List<Alert> openOf(Alerts alerts) {
        return alerts.alerts().stream()
                .filter(alert -> alert.closed().isEmpty())
                .sorted(
                        Comparator.comparing(
                                        (Alert alert) -> AlertPriority.of(alert, DueTimes.ASSUMED),
                                        AlertPriority.MOST_URGENT_FIRST)
                                .thenComparingLong(alert -> alert.opened().seq()))
                .toList();
    }

    private static Map<UUID, Escalation.Rung> climbed(Alerts alerts, Instant now) {
        var climbed = new TreeMap<UUID, Escalation.Rung>();
        for (var report : alerts.reports()) {
            Escalation.of(report, now, DueTimes.ASSUMED)
                    .filter(Escalation::climbed)
                    .ifPresent(one -> climbed.put(report.id(), one.rung()));
        }
        for (var alert : alerts.alerts()) {
            Escalation.of(alert, now, DueTimes.ASSUMED)
                    .filter(Escalation::climbed)
                    .ifPresent(one -> climbed.put(alert.id(), one.rung()));
        }
        return climbed;
    }

    private static Body received(Severity severity, String text) {
        return new Warnings.ReportReceived(
                "sms",
                Site.named("Mopti region"),
                text,
                "",
                "",
                severity,
                ActorClass.UNKNOWN,
                new Grade('F', 6),
                false);
    }

    /// A watch by chance.
    private static final class Growing {

        private final SplittableRandom chance;
        private Instant now = START;
        private final MemoryLedger ledger = new MemoryLedger(() -> now);
        private final List<UUID> entries = new ArrayList<>();
        private int alerts;

        Growing(SplittableRandom chance) {
            this.chance = chance;
        }

        org.vigie.record.Picture picture() {
            return ledger.asOf(now, now, Viewer.owner());
        }

        void step() {
            now = now.plus(Duration.ofMinutes(chance.nextInt(8)));
            for (int i = chance.nextInt(3); i >= 0; i--) {
                one();
            }
        }

        private void one() {
            var report = subject("report");
            var alert = alert(1 + chance.nextInt(Math.max(1, alerts)));
            switch (chance.nextInt(11)) {
                case 0, 1, 2 ->
                        append(
                                report,
                                received(pick(Severity.values()), "motos " + chance.nextInt(9)));
                case 3 -> append(report, new Warnings.ReportTaken(chance.nextBoolean()));
                case 4, 5 ->
                        append(
                                report,
                                new Warnings.ReportVerified(
                                        pick(Warnings.Verification.values()), "seen"));
                case 6 ->
                        append(
                                alert(++alerts),
                                new Warnings.AlertOpened(
                                        "alert",
                                        Site.named("Mopti region"),
                                        pick(Severity.judged().toArray(Severity[]::new)),
                                        "",
                                        ActorClass.UNKNOWN,
                                        List.of(report, subject("report"))));
                case 9 -> append(report, new Warnings.ReportJoined(alert, chance.nextInt(3) > 0));
                case 7 ->
                        append(alert, new Warnings.AlertStepped(pick(Warnings.Step.values()), ""));
                case 8 ->
                        append(alert, new Warnings.AlertClosed(Warnings.Outcome.PROTECTED, "over"));
                default -> {
                    if (!entries.isEmpty()) {
                        append(
                                report,
                                new org.vigie.record.Housekeeping.NoteWritten("taken back"),
                                entries.get(chance.nextInt(entries.size())));
                    }
                }
            }
        }

        private static UUID alert(int number) {
            return Ids.subject("standing", "alert" + number);
        }

        private UUID subject(String kind) {
            return Ids.subject("standing", kind + chance.nextInt(5));
        }

        private <T> T pick(T[] values) {
            return values[chance.nextInt(values.length)];
        }

        void append(UUID subject, Body body) {
            append(subject, body, null);
        }

        void append(UUID subject, Body body, @org.jspecify.annotations.Nullable UUID supersedes) {
            var id = new UUID(chance.nextLong(), chance.nextLong());
            var at = now.minus(Duration.ofMinutes(chance.nextInt(4) == 0 ? chance.nextInt(90) : 0));
            ledger.append(
                    List.of(
                            new Entry(
                                    id,
                                    subject,
                                    Happened.at(at),
                                    chance.nextInt(4) == 0 ? at : null,
                                    "officer-" + chance.nextInt(2),
                                    Component.OPERATIONS_CENTRE,
                                    Handling.OPEN,
                                    Origin.hand(),
                                    supersedes,
                                    body)));
            entries.add(id);
        }
    }
}

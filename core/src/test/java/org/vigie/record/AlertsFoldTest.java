package org.vigie.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.vigie.record.Warnings.Severity;

/// A watch that grows entry by entry is the watch that is folded from the beginning.
class AlertsFoldTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @Property(tries = 300)
    void what_grows_is_what_is_folded_from_the_beginning(@ForAll long seed) {
        var chance = new SplittableRandom(seed);
        var grown = new Growing(chance);
        for (int step = 0; step < 40; step++) {
            grown.step();
        }
    }

    @Test
    void where_nothing_was_added_nothing_is_folded_anew() {
        var growing = new Growing(new SplittableRandom(1));
        for (int step = 0; step < 20; step++) {
            growing.step();
        }
        var fold = new AlertsFold();
        var viewer = Viewer.owner();
        var first = fold.of(growing.ledger.asOf(growing.now, growing.now, viewer));
        growing.now = growing.now.plus(Duration.ofMinutes(1));
        growing.append(
                UUID.randomUUID(), new Housekeeping.NoteWritten("nothing of the watch"), null);
        assertSame(first, fold.of(growing.ledger.asOf(growing.now, growing.now, viewer)));
    }

    /// A ledger by chance, and what is folded of it after each step, for three viewers and now and
    /// then for the past.
    private static final class Growing {

        private final SplittableRandom chance;
        private Instant now = START;
        private final MemoryLedger ledger = new MemoryLedger(() -> now);
        private final List<UUID> entries = new ArrayList<>();
        private final List<Viewer> viewers =
                List.of(Viewer.owner(), Viewer.officer("one"), Viewer.outsider());
        private final List<AlertsFold> folds =
                List.of(new AlertsFold(), new AlertsFold(), new AlertsFold());

        Growing(SplittableRandom chance) {
            this.chance = chance;
        }

        void step() {
            now = now.plus(Duration.ofMinutes(chance.nextInt(3)));
            for (int i = chance.nextInt(3); i >= 0; i--) {
                one();
            }
            // Some look back for a moment, which must not disturb what comes after.
            var known = chance.nextInt(8) == 0 ? now.minus(Duration.ofMinutes(20)) : now;
            for (int i = 0; i < viewers.size(); i++) {
                var picture = ledger.asOf(known, now, viewers.get(i));
                var expected = SlowAlerts.of(picture);
                var folded = folds.get(i).of(picture);
                assertEquals(
                        expected.reports().stream().map(Report::id).toList(),
                        folded.reports().stream().map(Report::id).toList());
                assertEquals(expected.alerts().size(), folded.alerts().size());
                assertEquals(expected, folded);
            }
        }

        private void one() {
            var report = subject("report");
            var alert = subject("alert");
            var response = subject("response");
            switch (chance.nextInt(17)) {
                case 0, 1, 2 -> append(report, received(), null);
                case 3 -> append(report, new Warnings.ReportTaken(chance.nextBoolean()), null);
                case 4 ->
                        append(
                                report,
                                new Warnings.ReportVerified(
                                        pick(Warnings.Verification.values()), "seen"),
                                null);
                case 5 -> append(alert, opened(report), null);
                case 6 ->
                        append(
                                alert,
                                new Warnings.AlertStepped(pick(Warnings.Step.values()), ""),
                                null);
                case 7 -> append(response, ordered(alert), null);
                case 8 ->
                        append(
                                response,
                                new Responses.ResponseStepped(
                                        pick(Responses.Step.values()),
                                        null,
                                        Responses.ForceLevel.NONE,
                                        ""),
                                null);
                case 9 ->
                        append(
                                alert,
                                new Facts.Linked(subject("incident"), Alerts.WARNED_OF, "seen"),
                                null);
                case 10 -> append(alert, closed(), null);
                case 15 ->
                        append(
                                subject("times"),
                                new Watchkeeping.TimesSet(
                                        List.of(), List.of(1, 2, 4), "set " + chance.nextInt(9)),
                                null);
                case 13, 14 ->
                        append(
                                report,
                                new Warnings.ReportJoined(alert, chance.nextInt(3) > 0),
                                null);
                case 11 ->
                        append(
                                subject("handover"),
                                new Watchkeeping.HandoverGiven("next", "", List.of()),
                                null);
                case 12 ->
                        append(subject("handover"), new Watchkeeping.HandoverSigned(now, ""), null);
                default -> {
                    if (!entries.isEmpty()) {
                        var gone = entries.get(chance.nextInt(entries.size()));
                        append(report, new Housekeeping.NoteWritten("taken back"), gone);
                    }
                }
            }
        }

        private UUID subject(String kind) {
            return Ids.subject("fold", kind + chance.nextInt(4));
        }

        private <T> T pick(T[] values) {
            return values[chance.nextInt(values.length)];
        }

        private Body received() {
            return new Warnings.ReportReceived(
                    "sms",
                    Site.named("Mopti region"),
                    "motos " + chance.nextInt(9),
                    "",
                    "",
                    Severity.NOT_ASSESSED,
                    ActorClass.UNKNOWN,
                    new Grade('F', 6),
                    false);
        }

        private Body opened(UUID report) {
            return new Warnings.AlertOpened(
                    "alert",
                    Site.named("Mopti region"),
                    Severity.HIGH,
                    "",
                    ActorClass.UNKNOWN,
                    List.of(report, subject("report")));
        }

        private static Body closed() {
            return new Warnings.AlertClosed(Warnings.Outcome.PROTECTED, "over");
        }

        private Body ordered(UUID alert) {
            return new Responses.OrderGiven(
                    alert,
                    Component.FORCE,
                    Responses.Tier.PHYSICAL,
                    Responses.Action.PATROL,
                    List.of(),
                    "officer",
                    "",
                    null);
        }

        void append(UUID subject, Body body, @org.jspecify.annotations.Nullable UUID supersedes) {
            var known =
                    chance.nextInt(4) == 0
                            ? now.minus(Duration.ofMinutes(chance.nextInt(30)))
                            : null;
            var id = new UUID(chance.nextLong(), chance.nextLong());
            ledger.append(
                    List.of(
                            new Entry(
                                    id,
                                    subject,
                                    null,
                                    known,
                                    "officer-" + chance.nextInt(2),
                                    Component.OPERATIONS_CENTRE,
                                    pick(new Handling[] {Handling.OPEN, Handling.PROTECTION}),
                                    Origin.hand(),
                                    supersedes,
                                    body)));
            entries.add(id);
        }
    }
}

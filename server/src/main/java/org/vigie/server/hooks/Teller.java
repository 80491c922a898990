package org.vigie.server.hooks;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigie.record.Alert;
import org.vigie.record.Alerts;
import org.vigie.record.Ids;
import org.vigie.record.Ledger;
import org.vigie.record.Milestone;
import org.vigie.record.Picture;
import org.vigie.record.Recorded;
import org.vigie.record.Responses;
import org.vigie.record.Viewer;
import org.vigie.record.Warnings;
import org.vigie.server.live.Watches;
import org.vigie.server.picture.Desk;
import org.vigie.store.hooks.ClockProgress;
import org.vigie.store.hooks.Event;
import org.vigie.store.hooks.HookLine;
import org.vigie.store.hooks.HookProgress;
import org.vigie.store.hooks.Pauses;
import org.vigie.store.hooks.Receiver;
import org.vigie.store.hooks.Receivers;
import org.vigie.warn.Lapse;

/// Tells each receiver, one after the other, what came into one ledger since it was last told, and
/// what nobody did in time.
///
/// At least once. Entries come in the order of the ledger; what the clock brings, beside them, the
/// highest rung first. How far it has been told is written down only after it has answered, so a
/// server that is killed tells it again. What is told is the alert as it is at that try, not as it
/// was: an update that came meanwhile comes early, nothing of an alert lies about waiting to be
/// sent, and what somebody acknowledged meanwhile is not told at all.
///
/// @param <R> whom it tells
public final class Teller<R extends Receiver> {

    private static final Duration SETTLED = Duration.ofSeconds(5);

    /// At most so many in one turn for one receiver, so that the others have theirs.
    private static final int TURN_MAX = 20;

    /// The clock brings something at any moment; later than this nobody hears of it.
    private static final Duration LOOK_EVERY = Duration.ofSeconds(30);

    private final Desk desk;
    private final boolean exercise;
    private final Receivers<R> receivers;
    private final Carrier<R> carrier;
    private final Watches watches = new Watches();

    /// How far the ledger was when a receiver had nothing left to be told.
    private final Map<String, Instant> idle = new HashMap<>();

    /// When the clock is looked at next for a receiver that had nothing left to be told.
    private final Map<String, Instant> nextLook = new HashMap<>();

    /// @param exercise of which ledger it tells
    public Teller(Desk desk, boolean exercise, Receivers<R> receivers, Carrier<R> carrier) {
        this.desk = desk;
        this.exercise = exercise;
        this.receivers = receivers;
        this.carrier = carrier;
    }

    /// What came of it.
    private record Tried(UUID id, int tries, HookLine.Outcome outcome, String detail) {}

    private void note(R receiver, News news, Tried tried) throws IOException {
        receivers.note(
                new HookLine(
                        desk.clock().instant(),
                        receiver.code(),
                        carrier.idPrefix() + tried.id(),
                        news.event().code(),
                        tried.tries(),
                        tried.outcome(),
                        tried.detail()));
    }

    /// One turn: whatever is due now is tried once. Who is stopped meanwhile has tried nothing.
    public synchronized void turn() throws IOException {
        for (var receiver : receivers.list()) {
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
            for (int i = 0; i < TURN_MAX && tellNext(receiver); i++) {
                // tellNext says whether there may be more
            }
            for (int i = 0; i < TURN_MAX && tellLapse(receiver); i++) {
                // tellLapse says whether there may be more
            }
        }
    }

    private Ledger ledger() {
        return desk.ledger(exercise);
    }

    private Picture seen(R receiver, Instant now) throws IOException {
        return ledger().asOf(now, now, Viewer.officer(carrier.word() + " " + receiver.code()));
    }

    /// @return whether it was told of something, and may be told of more at once
    private boolean tellNext(R receiver) throws IOException {
        if (Collections.disjoint(receiver.events(), Event.OF_ALERTS)) {
            return false;
        }
        var now = desk.clock().instant();
        var progress = receivers.progress(receiver);
        var newest = ledger().newest();
        if (progress.nextAt().isAfter(now)
                || (progress.tries() == 0 && newest.equals(idle.get(receiver.code())))) {
            return false;
        }
        var seen = seen(receiver, now);
        var next = next(receiver, seen, progress.seq());
        if (next.isEmpty()) {
            // Of the same millisecond more may come.
            if (newest.isBefore(now.minus(SETTLED))) {
                idle.put(receiver.code(), newest);
            }
            return false;
        }
        var news = next.get();
        var outcome = send(receiver, news, seen, progress.tries());
        if (outcome.isEmpty()) {
            return false;
        }
        boolean over = outcome.get() != HookLine.Outcome.FAILED;
        receivers.save(
                receiver, over ? HookProgress.after(news.entry().seq()) : progress.failed(now));
        return over;
    }

    /// @return whether it was told of something, and may be told of more at once
    private boolean tellLapse(R receiver) throws IOException {
        var now = desk.clock().instant();
        if (Event.OF_ALERTS.containsAll(receiver.events())
                || now.isBefore(nextLook.getOrDefault(receiver.code(), now))) {
            return false;
        }
        var seen = seen(receiver, now);
        var known = standing(receiver, seen);
        var next =
                lapses(receiver, seen, now).stream()
                        .filter(lapse -> !known.told().contains(lapse.key()))
                        .findFirst();
        var lookAgain = now.plus(LOOK_EVERY);
        if (next.isEmpty()) {
            nextLook.put(receiver.code(), lookAgain);
            return false;
        }
        var key = next.get().key();
        if (!known.mayTry(key, now)) {
            boolean sooner = known.nextAt().isBefore(lookAgain);
            nextLook.put(receiver.code(), sooner ? known.nextAt() : lookAgain);
            return false;
        }
        var news = new News.Lapsed(next.get(), known.forgotten());
        var outcome = send(receiver, news, seen, known.triesOf(key));
        if (outcome.isEmpty()) {
            return false;
        }
        boolean over = outcome.get() != HookLine.Outcome.FAILED;
        receivers.save(receiver, over ? known.done(key) : known.failed(key, now));
        return over;
    }

    /// What it was told of and is not over: what was over and stands again is told again.
    private ClockProgress standing(R receiver, Picture seen) throws IOException {
        var progress = receivers.clockProgress(receiver);
        if (progress.told().isEmpty()) {
            return progress;
        }
        var left = progress.within(Lapse.possible(seen));
        if (left.forgotten() != progress.forgotten()) {
            receivers.save(receiver, left);
        }
        return left;
    }

    /// What the receiver wants to be told of and nobody did in time, in the order of telling. What
    /// climbed is not told again as overdue: it is the same moment of the same thing.
    private List<Lapse> lapses(R receiver, Picture seen, Instant now) {
        var all = new ArrayList<Lapse>();
        var climbing = Set.<UUID>of();
        if (receiver.events().contains(Event.ESCALATED)) {
            var climbed = Lapse.climbed(watches.now(exercise, seen).alerts(), now);
            all.addAll(climbed);
            climbing = climbed.stream().map(Lapse.Climbed::id).collect(Collectors.toSet());
        }
        if (receiver.events().contains(Event.DUE)) {
            for (var overdue : Lapse.overdue(seen, now)) {
                var step = overdue.item().step();
                boolean toAcknowledge = step == null || step == Milestone.ACKNOWLEDGE;
                if (!toAcknowledge || !climbing.contains(overdue.item().subject())) {
                    all.add(overdue);
                }
            }
        }
        return all;
    }

    /// Sends it, and writes into the log what came of it.
    ///
    /// @param before how often it was tried in vain
    /// @return empty when the receiver was removed meanwhile, or this was stopped
    private Optional<HookLine.Outcome> send(R receiver, News news, Picture seen, int before)
            throws IOException {
        var id = Ids.subject(carrier.word() + " " + receiver.code(), news.key());
        var ready = carrier.prepare(receiver, news, seen);
        if (ready.isEmpty()) {
            note(receiver, news, new Tried(id, before, HookLine.Outcome.NOTHING, ""));
            return Optional.of(HookLine.Outcome.NOTHING);
        }
        Carrier.Answer answer;
        try {
            answer = ready.get().send(id, desk.clock().instant());
        } catch (IOException e) {
            if (Thread.currentThread().isInterrupted()) {
                return Optional.empty();
            }
            var why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            answer = new Carrier.Answer(false, false, why);
        }
        if (receivers.find(receiver.code()).isEmpty()) {
            return Optional.empty();
        }
        int tries = before + 1;
        var outcome = HookLine.Outcome.FAILED;
        if (answer.delivered()) {
            outcome = HookLine.Outcome.DELIVERED;
        } else if (answer.last() || Pauses.exhausted(tries)) {
            outcome = HookLine.Outcome.GIVEN_UP;
        }
        note(receiver, news, new Tried(id, tries, outcome, answer.detail()));
        return Optional.of(outcome);
    }

    /// The first entry that it has not been told of and wants to be.
    private static Optional<News.Entered> next(Receiver receiver, Picture seen, long after) {
        var alerts = Alerts.of(seen).alerts();
        return Stream.concat(
                        seen.entries(Warnings.class).stream(),
                        seen.entries(Responses.class).stream())
                .filter(entry -> entry.seq() > after)
                .sorted(Comparator.comparingLong(Recorded::seq))
                .flatMap(entry -> news(entry, alerts).stream())
                .filter(news -> receiver.events().contains(news.event()))
                .findFirst();
    }

    private static Optional<News.Entered> news(Recorded entry, List<Alert> alerts) {
        var subject = entry.entry().subject();
        return switch (entry.body()) {
            case Warnings.AlertOpened _ ->
                    Optional.of(new News.Entered(entry, subject, Event.OPENED));
            case Warnings.AlertClosed _ ->
                    Optional.of(new News.Entered(entry, subject, Event.CLOSED));
            case Warnings.AlertStepped _ ->
                    Optional.of(new News.Entered(entry, subject, Event.CHANGED));
            case Responses.OrderGiven order ->
                    Optional.of(new News.Entered(entry, order.alert(), Event.CHANGED));
            case Warnings.ReportJoined join ->
                    Optional.of(new News.Entered(entry, join.alert(), Event.CHANGED));
            case Warnings.ReportVerified _ ->
                    alerts.stream()
                            .filter(alert ->
                                    alert.reports().stream()
                                            .anyMatch(report -> report.id().equals(subject)))
                            .map(alert -> new News.Entered(entry, alert.id(), Event.CHANGED))
                            .findFirst();
            default -> Optional.empty();
        };
    }
}

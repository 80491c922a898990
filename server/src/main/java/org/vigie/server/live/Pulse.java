package org.vigie.server.live;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.record.Viewer;
import org.vigie.server.picture.Desk;

/// Tells everybody who listens how things stand on the watch, whenever a ledger has changed.
/// Changes that come close together are told as one: what is told is the state, not the change.
/// Those who may see the same are told the same, which is worked out once.
public final class Pulse implements AutoCloseable {

    /// Between two rounds at least: fifty reports a second are twenty rounds.
    private static final Duration APART = Duration.ofMillis(50);

    /// A word now and then, so that a connection that is gone is noticed.
    private static final Duration QUIET_MAX = Duration.ofSeconds(15);

    private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);

    private final Desk desk;
    private final Watches watches;
    private final List<Subscriber> subscribers = new CopyOnWriteArrayList<>();

    /// What was told last, to those who may see this much; gone when a ledger changes.
    private final Map<Who, String> told = new HashMap<>();

    private final Semaphore changed = new Semaphore(0);
    private final Thread thread;
    private volatile boolean over;

    /// Whoever listens.
    interface Subscriber {

        Who who();

        /// Takes an event to be sent, at once: who reads slowly must not keep the others waiting.
        void tell(String event, String data);

        void end();
    }

    /// What somebody may see, of which ledger: all who are alike here are told the same.
    record Who(boolean exercise, Viewer viewer) {

        /// Names do not matter to what is seen.
        Who alike() {
            var nameless =
                    new Viewer("live", viewer.component(), viewer.handlingBits(), viewer.purview());
            return new Who(exercise, nameless);
        }
    }

    /// Begins to tell; nobody listens yet.
    public Pulse(Desk desk, Watches watches) {
        this.desk = desk;
        this.watches = watches;
        this.thread = Thread.ofPlatform().name("vigie-live").daemon().start(this::run);
    }

    /// A ledger has changed.
    public void beat() {
        changed.release();
    }

    /// Tells somebody how things stand now, and from now on after each change.
    ///
    /// @throws IOException when the ledger cannot be read
    void add(Subscriber subscriber) throws IOException {
        subscribers.add(subscriber);
        subscriber.tell("watch", known(subscriber.who().alike()));
    }

    void drop(Subscriber subscriber) {
        subscribers.remove(subscriber);
    }

    private void run() {
        while (!over) {
            try {
                boolean news = changed.tryAcquire(QUIET_MAX.toMillis(), TimeUnit.MILLISECONDS);
                changed.drainPermits();
                if (news) {
                    forget();
                    tellAll();
                } else {
                    tellTime();
                }
                Thread.sleep(APART);
            } catch (InterruptedException e) {
                over = true;
            }
        }
    }

    /// Nothing was written: but a warning that nobody acknowledged may have climbed meanwhile.
    private void tellTime() {
        var before = told();
        forget();
        for (var subscriber : subscribers) {
            try {
                var who = subscriber.who().alike();
                var state = known(who);
                boolean same = state.equals(before.get(who));
                subscriber.tell(same ? "quiet" : "watch", same ? "{}" : state);
            } catch (IOException | RuntimeException trouble) {
                subscriber.tell("quiet", "{}");
            }
        }
    }

    private synchronized Map<Who, String> told() {
        return Map.copyOf(told);
    }

    private void tellAll() {
        for (var subscriber : subscribers) {
            try {
                subscriber.tell("watch", known(subscriber.who().alike()));
            } catch (IOException | RuntimeException trouble) {
                // The database is away for a moment: the next change tells all there is.
                LOG.warn("the screens could not be told: {}", trouble.getMessage());
                return;
            }
        }
    }

    private synchronized void forget() {
        told.clear();
    }

    /// Worked out under a lock: what was read before a change must not be kept after it.
    private synchronized String known(Who who) throws IOException {
        var state = told.get(who);
        if (state == null) {
            state = state(who);
            told.put(who, state);
        }
        return state;
    }

    private String state(Who who) throws IOException {
        var now = desk.clock().instant();
        var picture = desk.ledger(who.exercise()).asOf(now, now, who.viewer());
        return WatchState.of(watches.now(who.exercise(), picture), now).json();
    }

    @Override
    public void close() {
        over = true;
        thread.interrupt();
        subscribers.forEach(Subscriber::end);
    }
}

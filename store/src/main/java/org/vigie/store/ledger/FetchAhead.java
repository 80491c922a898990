package org.vigie.store.ledger;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyOut;

/// Fetches the messages of a COPY in a thread of its own while the caller works on those that came
/// before: with two processors, reading a whole ledger takes as long as the slower of the two, not
/// as both. The thread holds the connection while it runs, and never outlives [#each]; for few
/// messages there is none.
final class FetchAhead {

    /// Messages handed over together: one by one, the handing over would cost more than it saves.
    private static final int CHUNK = 512;

    /// Chunks that wait at most: bounds the memory.
    private static final int CHUNKS = 8;

    private final CopyOut copy;
    private final BlockingQueue<List<byte[]>> waiting = new ArrayBlockingQueue<>(CHUNKS);
    private volatile boolean enough;
    private volatile @Nullable SQLException failure;
    private volatile @Nullable RuntimeException fault;

    private FetchAhead(CopyOut copy) {
        this.copy = copy;
    }

    /// Takes one message of a COPY.
    interface Taker {
        void take(byte[] message) throws SQLException;
    }

    /// Hands each message to the taker, in order, in the thread of the caller.
    ///
    /// @throws SQLException what fetching or taking threw; the COPY is over then
    static void each(CopyOut copy, Taker taker) throws SQLException {
        new FetchAhead(copy).run(taker);
    }

    private void run(Taker taker) throws SQLException {
        for (int i = 0; i < CHUNK; i++) {
            var message = copy.readFromCopy();
            if (message == null) {
                return;
            }
            taker.take(message);
        }
        var thread = Thread.ofPlatform().name("vigie-fetch").daemon().start(this::fetch);
        try {
            for (var chunk = waiting.take(); !chunk.isEmpty(); chunk = waiting.take()) {
                for (var message : chunk) {
                    taker.take(message);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted while reading", e);
        } finally {
            end(thread);
        }
        if (failure != null) {
            throw failure;
        }
        if (fault != null) {
            throw fault;
        }
    }

    private void fetch() {
        try {
            var chunk = new ArrayList<byte[]>(CHUNK);
            for (var bytes = copy.readFromCopy();
                    bytes != null && !enough;
                    bytes = copy.readFromCopy()) {
                chunk.add(bytes);
                if (chunk.size() == CHUNK) {
                    waiting.put(chunk);
                    chunk = new ArrayList<>(CHUNK);
                }
            }
            if (!chunk.isEmpty()) {
                waiting.put(chunk);
            }
        } catch (SQLException e) {
            failure = e;
        } catch (RuntimeException e) {
            fault = e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            sayEnd();
        }
    }

    private void sayEnd() {
        try {
            waiting.put(List.of());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Waits until the connection is free again.
    private void end(Thread thread) {
        enough = true;
        boolean interrupted = false;
        while (thread.isAlive()) {
            waiting.clear();
            try {
                thread.join(5);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

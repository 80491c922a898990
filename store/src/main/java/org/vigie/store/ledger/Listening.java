package org.vigie.store.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/// Hears of every append to a ledger, by whichever program on whichever machine it was made: each
/// append notifies the channel `vigie`. A connection that is lost is opened again, and what came
/// meanwhile is heard as one append.
public final class Listening implements AutoCloseable {

    private static final int WAIT_MILLIS = 5_000;
    private static final int LOST_MILLIS = 1_000;

    private final DataSource source;
    private final Runnable heard;
    private final Thread thread;
    private volatile boolean over;

    private Listening(DataSource source, Runnable heard) {
        this.source = source;
        this.heard = heard;
        this.thread = Thread.ofPlatform().name("vigie-listening").daemon().unstarted(this::run);
    }

    /// Begins to listen.
    ///
    /// @param source of new connections; one is held as long as this listens
    /// @param heard is called in a thread of its own, once for appends that come close together
    public static Listening to(DataSource source, Runnable heard) {
        var listening = new Listening(source, heard);
        listening.thread.start();
        return listening;
    }

    private void run() {
        while (!over) {
            try (var connection = source.getConnection()) {
                listen(connection);
            } catch (SQLException lost) {
                pause();
            }
        }
    }

    private void listen(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("listen vigie");
        }
        heard.run();
        var postgres = connection.unwrap(PGConnection.class);
        while (!over) {
            var news = postgres.getNotifications(WAIT_MILLIS);
            if (news != null && news.length > 0) {
                heard.run();
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(LOST_MILLIS);
        } catch (InterruptedException e) {
            over = true;
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        over = true;
        thread.interrupt();
    }
}

package org.vigie.store.ledger;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/// A second connection that sees exactly what a first one sees, with a thread of its own: what it
/// reads is there when the first one needs it.
final class Beside implements AutoCloseable {

    private final Connection connection;
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().name("vigie-beside").daemon().factory());

    private Beside(Connection connection) {
        this.connection = connection;
    }

    /// What is to be read.
    interface Work<T> {
        T of(Connection connection) throws SQLException, IOException;
    }

    /// @param first in a transaction that reads repeatably, which must stay open until this one is
    ///   closed
    static Beside of(DataSource source, Connection first) throws SQLException {
        String snapshot;
        try (var statement = first.createStatement();
                var result = statement.executeQuery("select pg_export_snapshot()")) {
            result.next();
            snapshot = result.getString(1);
        }
        var connection = source.getConnection();
        try (var statement = connection.createStatement()) {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            statement.execute("set transaction snapshot '" + snapshot + "'");
            return new Beside(connection);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /// One after the other, in the order in which they were asked for.
    <T> Future<T> read(Work<T> work) {
        return thread.submit(() -> work.of(connection));
    }

    /// Waits for what was asked for.
    static <T> T await(Future<T> asked) throws SQLException, IOException {
        try {
            return asked.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted while reading", e);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case SQLException failed -> throw failed;
                case IOException failed -> throw failed;
                case RuntimeException failed -> throw failed;
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }

    /// What was asked for and not begun is not read any longer.
    @Override
    public void close() throws SQLException {
        thread.shutdownNow();
        boolean interrupted = false;
        while (!thread.isTerminated()) {
            try {
                if (!thread.awaitTermination(1, TimeUnit.SECONDS)) {
                    connection.unwrap(org.postgresql.PGConnection.class).cancelQuery();
                }
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        try (connection) {
            connection.rollback();
            connection.setAutoCommit(true);
            connection.setReadOnly(false);
        }
    }
}

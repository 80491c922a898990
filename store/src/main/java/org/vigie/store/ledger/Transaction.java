package org.vigie.store.ledger;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.copy.CopyIn;

/// One transaction: all of the work is kept, or nothing of it.
///
/// A connection that has died can take nothing back, and need not, for PostgreSQL does. What is
/// told is then why it died, and not that it is dead.
final class Transaction {

    private Transaction() {}

    /// What is to be done.
    interface Work<T> {
        T run() throws SQLException, IOException;
    }

    /// Does the work and commits.
    static <T> T of(Connection connection, Work<T> work) throws SQLException, IOException {
        connection.setAutoCommit(false);
        T done;
        try {
            done = work.run();
            connection.commit();
        } catch (SQLException | IOException | RuntimeException | Error e) {
            takeBack(connection, e);
            throw e;
        }
        connection.setAutoCommit(true);
        return done;
    }

    private static void takeBack(Connection connection, Throwable why) {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException dead) {
            why.addSuppressed(dead);
        }
    }

    /// Ends a COPY that cannot be brought to its end.
    static void cancel(CopyIn copy, Throwable why) {
        try {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        } catch (SQLException dead) {
            why.addSuppressed(dead);
        }
    }
}

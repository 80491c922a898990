package org.vigie.store.access;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.vigie.store.Database;

/// Small statements over one source of connections.
record Sql(DataSource source) {

    /// What is read from one row.
    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /// What happens in one transaction.
    interface Work<T> {
        T run(Connection connection) throws SQLException;
    }

    /// All of the work, or nothing of it.
    <T> T whole(String what, Work<T> work) throws IOException {
        try (var connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try {
                var done = work.run(connection);
                connection.commit();
                return done;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw Database.explain(source, what, e);
        }
    }

    /// Changes rows.
    ///
    /// @return how many it changed
    static int change(Connection connection, String sql, @Nullable Object... values)
            throws SQLException {
        try (var statement = filled(connection, sql, values)) {
            return statement.executeUpdate();
        }
    }

    static <T> List<T> ask(
            Connection connection, String sql, Reader<T> reader, @Nullable Object... values)
            throws SQLException {
        try (var statement = filled(connection, sql, values);
                var rows = statement.executeQuery()) {
            var read = new ArrayList<T>();
            while (rows.next()) {
                read.add(reader.read(rows));
            }
            return List.copyOf(read);
        }
    }

    private static PreparedStatement filled(
            Connection connection, String sql, @Nullable Object... values) throws SQLException {
        var statement = connection.prepareStatement(sql);
        boolean filled = false;
        try {
            for (int i = 0; i < values.length; i++) {
                var value = values[i];
                statement.setObject(
                        i + 1,
                        value instanceof Instant moment ? moment.atOffset(ZoneOffset.UTC) : value);
            }
            filled = true;
            return statement;
        } finally {
            if (!filled) {
                statement.close();
            }
        }
    }

    static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        var moment = row.getObject(column, java.time.OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    static Instant momentOf(ResultSet row, String column) throws SQLException {
        var moment = moment(row, column);
        if (moment == null) {
            throw new SQLException(column + " is empty");
        }
        return moment;
    }
}

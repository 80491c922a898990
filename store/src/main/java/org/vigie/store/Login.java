package org.vigie.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/// All that a connection needs.
///
/// It asks the PostgreSQL driver itself: Java's `DriverManager` would first search the whole class
/// path for drivers.
///
/// @param url `jdbc:postgresql://…`
/// @param user who logs in
/// @param settings further settings of the driver
record Login(String url, String user, @Nullable String password, Map<String, String> settings) {

    private static final Duration CONNECT_MAX = Duration.ofSeconds(10);

    Login {
        settings = Map.copyOf(settings);
    }

    Connection connect() throws SQLException {
        var properties = new Properties();
        PGProperty.USER.set(properties, user);
        if (password != null) PGProperty.PASSWORD.set(properties, password);
        PGProperty.APPLICATION_NAME.set(properties, "Vigie");
        PGProperty.CONNECT_TIMEOUT.set(properties, (int) CONNECT_MAX.toSeconds());
        PGProperty.LOGIN_TIMEOUT.set(properties, (int) CONNECT_MAX.toSeconds());
        PGProperty.TCP_KEEP_ALIVE.set(properties, true);
        properties.putAll(settings);
        Connection connection = new Driver().connect(url, properties);
        if (connection == null) throw new SQLException("not the address of a PostgreSQL database");
        boolean set = false;
        try (Statement statement = connection.createStatement()) {
            // The driver asks for the zone of the machine; a day in Vigie is a UTC day.
            statement.execute("set time zone 'UTC'");
            set = true;
            return connection;
        } finally {
            if (!set) connection.close();
        }
    }

    /// Nothing listens there, or it does not answer.
    static boolean unreachable(SQLException trouble) {
        return state(trouble).startsWith("08");
    }

    /// The server is there and starts, recovers or stops.
    static boolean notNow(SQLException trouble) {
        return state(trouble).startsWith("57P");
    }

    /// The disk under the database has no space left.
    static boolean diskFull(SQLException trouble) {
        return state(trouble).equals("53100");
    }

    static boolean refused(SQLException trouble) {
        return state(trouble).startsWith("28");
    }

    static boolean noSuchDatabase(SQLException trouble) {
        return state(trouble).equals("3D000");
    }

    /// The server knows no such role, or the user may not take it.
    static boolean noSuchRole(SQLException trouble) {
        return state(trouble).equals("22023") || state(trouble).equals("42501");
    }

    static boolean noSuchTable(SQLException trouble) {
        return state(trouble).equals("42P01");
    }

    /// What the server or the driver says, in one line without its full stop.
    static String said(SQLException trouble) {
        String message = String.valueOf(trouble.getMessage()).strip();
        return message.lines().findFirst().orElse("").replaceFirst("\\.$", "");
    }

    private static String state(SQLException trouble) {
        String state = trouble.getSQLState();
        return state == null ? "" : state;
    }

    /// Without the password: records print themselves into logs.
    @Override
    public String toString() {
        return "Login of " + user;
    }
}

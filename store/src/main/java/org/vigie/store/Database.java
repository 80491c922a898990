package org.vigie.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGProperty;

/// Where the ledger is kept: in the PostgreSQL that Vigie brings along, or in yours.
///
/// Each holds two ledgers that never mix, the real one and that of exercises. The program at work
/// connects as a user who may read and append and nothing else; only migrations connect as the
/// owner of the tables.
public sealed interface Database {

    /// Connects the program at work.
    ///
    /// @param exercise whether to the ledger of exercises
    /// @throws IOException says in one sentence why there is no connection
    default Connection connect(boolean exercise) throws IOException {
        return connect(exercise, Role.APPLICATION);
    }

    /// Connects in the name of a role; as the owner only for migrations.
    Connection connect(boolean exercise, Role role) throws IOException;

    /// The same connections in the form that a connection pool takes.
    DataSource source(boolean exercise, Role role);

    /// Tells this database from others on one machine, in a file's name; "" for that of a data
    /// folder.
    default String label() {
        return "";
    }

    /// Says in one sentence what went wrong, and names a disk that is full.
    ///
    /// @param source where the connection came from, also by way of a pool
    /// @param what went wrong, as the beginning of a sentence
    static IOException explain(DataSource source, String what, SQLException trouble)
            throws IOException {
        try {
            @Nullable Path folder =
                    source.isWrapperFor(ConnectionSource.class)
                            ? source.unwrap(ConnectionSource.class).folder()
                            : null;
            return Trouble.withDatabase(folder, what, trouble);
        } catch (SQLException e) {
            throw new IllegalStateException("a source knows what it wraps", e);
        }
    }

    /// The PostgreSQL that Vigie brings along.
    ///
    /// @param lease keeps it running; whoever made it closes it
    record Embedded(Lease lease) implements Database {
        @Override
        public Connection connect(boolean exercise, Role role) throws IOException {
            return lease.connect(exercise ? DataFolder.EXERCISE : DataFolder.REAL, role);
        }

        @Override
        public DataSource source(boolean exercise, Role role) {
            return new ConnectionSource(() -> connect(exercise, role), lease.folder());
        }
    }

    /// A PostgreSQL (15 to 18) that somebody else looks after.
    ///
    /// The login owns the tables, or is a member of the role `vigie` if another login does. The
    /// program at work takes that role for each connection: it may read and append. The exercises
    /// are in the database of the same name with `_exercise` at its end.
    ///
    /// @param url `jdbc:postgresql://host:port/database?settings`, without user and password
    record External(String url, String user, String password) implements Database {

        private static final String EXERCISE_SUFFIX = "_exercise";

        public External {
            if (Address.databaseOf(url).isEmpty() || user.isEmpty()) throw Address.bad();
        }

        @Override
        public String label() {
            return UUID.nameUUIDFromBytes(url.getBytes(StandardCharsets.UTF_8)) + "-";
        }

        /// Reads the value of `--database-url`.
        ///
        /// @param url `postgresql://user:password@host:port/database?settings`, or the same with
        ///   `jdbc:` before it and user and password among the settings
        public static External of(String url) {
            return Address.parse(url);
        }

        @Override
        public Connection connect(boolean exercise, Role role) throws IOException {
            String suffix = exercise ? EXERCISE_SUFFIX : "";
            Map<String, String> settings =
                    switch (role) {
                        case OWNER -> Map.of();
                        case APPLICATION ->
                                Map.of(PGProperty.OPTIONS.getName(), "-c role=" + Role.APPEND_ONLY);
                    };
            String address = Address.withSuffix(url, suffix);
            try {
                return new Login(address, user, password, settings).connect();
            } catch (SQLException e) {
                throw new IOException(explain(e, Address.databaseOf(address)), e);
            }
        }

        @Override
        public DataSource source(boolean exercise, Role role) {
            return new ConnectionSource(() -> connect(exercise, role), null);
        }

        private String explain(SQLException trouble, String database) {
            String said = Login.said(trouble);
            if (Login.noSuchDatabase(trouble))
                return "The database %s does not exist: create it with: create database \"%s\" owner \"%s\"."
                        .formatted(database, database, user);
            if (Login.refused(trouble))
                return "The database refused the user %s (%s): check user and password in --database-url."
                        .formatted(user, said);
            if (Login.unreachable(trouble))
                return "No PostgreSQL answers at %s: %s".formatted(url, said);
            if (Login.noSuchRole(trouble))
                return "The user %s may not take the role %s (%s): let an administrator of the database run: %s"
                        .formatted(user, Role.APPEND_ONLY, said, Rights.FOR_ADMINISTRATORS);
            return "The database %s cannot be used: %s".formatted(database, said);
        }

        /// Without the password: records print themselves into logs.
        @Override
        public String toString() {
            return "External[url=%s, user=%s]".formatted(url, user);
        }
    }
}

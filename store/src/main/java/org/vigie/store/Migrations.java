package org.vigie.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/// Brings a database to the form that this program knows.
///
/// The migrations are SQL files, `V1__ledger.sql` and on, run once each and in order by Flyway,
/// which also locks out other programs meanwhile and refuses a file that has changed since it ran.
/// In a migration `${application}` is the role that may read and append.
///
/// Flyway is loaded only if there is something to do: to know that there is not costs one query.
///
/// @param folder on the class path
/// @param newest the number of the newest file in it
public record Migrations(String folder, int newest) {

    /// Those of the ledger. Whoever adds a file raises the number.
    public static final Migrations LEDGER = new Migrations("org/vigie/store/migration", 5);

    private static final String HISTORY = "flyway_schema_history";
    private static final String QUERY =
            "select coalesce(max(version::int), 0) from "
                    + HISTORY
                    + " where success and version is not null";

    /// Flyway reports each step, which nobody asked for. Held here, or the setting is forgotten.
    private static final Logger CHATTER = Logger.getLogger("org.flywaydb");

    /// Runs the migrations that a database lacks.
    ///
    /// @param exercise whether on the ledger of exercises
    /// @throws IOException says in one sentence why the database cannot be used; it is then as
    ///   before or at one of the versions between
    public void apply(Database database, boolean exercise) throws IOException {
        try (Connection owner = database.connect(exercise, Role.OWNER)) {
            int version = version(owner);
            if (version > newest)
                throw new IOException(
                        "The database has form %s, made by a newer Vigie, and this one knows up to %s: use the newer Vigie."
                                .formatted(version, newest));
            if (version == newest) return;
            Rights.createMembership(owner);
        } catch (SQLException e) {
            throw new IOException(
                    "The database cannot be migrated (%s): %s"
                            .formatted(
                                    Login.said(e),
                                    Login.noSuchRole(e)
                                            ? "let an administrator of the database run: "
                                                    + Rights.FOR_ADMINISTRATORS
                                            : "see its log."),
                    e);
        }
        migrate(database, exercise);
    }

    /// Whether a database has tables already; looks only.
    public boolean begun(Database database, boolean exercise) throws IOException {
        try (Connection owner = database.connect(exercise, Role.OWNER)) {
            return version(owner) > 0;
        } catch (SQLException e) {
            throw new IOException(
                    "The database cannot be read (%s): see its log.".formatted(Login.said(e)), e);
        }
    }

    private void migrate(Database database, boolean exercise) throws IOException {
        CHATTER.setLevel(Level.WARNING);
        try {
            Flyway.configure(Migrations.class.getClassLoader())
                    .dataSource(database.source(exercise, Role.OWNER))
                    .locations("classpath:" + folder)
                    .failOnMissingLocations(true)
                    .table(HISTORY)
                    .placeholders(Map.of("application", Role.APPEND_ONLY))
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause())
                if (cause instanceof SQLException sql)
                    throw Database.explain(
                            database.source(exercise, Role.OWNER),
                            "the database cannot be migrated",
                            sql);
            throw new IOException("The database cannot be migrated: " + e.getMessage(), e);
        }
    }

    private static int version(Connection owner) throws SQLException {
        try (Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery(QUERY)) {
            return row.next() ? row.getInt(1) : 0;
        } catch (SQLException e) {
            if (Login.noSuchTable(e)) return 0;
            throw e;
        }
    }
}

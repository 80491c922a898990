package org.vigie.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/// What the program at work may do in the database: read and append.
///
/// Tables give their rights in the migration that makes them, table by table: `grant select, insert
/// on entry to ${application};`. A table without that line is closed.
public final class Rights {

    /// More than reading and appending, if the user has it. Temporary tables are its own business.
    private static final String EXCESS =
            """
            select 'superuser' from pg_roles where rolname = current_user and rolsuper
            union all
            select 'create in schema ' || nspname from pg_namespace
              where nspname !~ '^pg_' and nspname <> 'information_schema'
                and has_schema_privilege(oid, 'CREATE')
            union all
            select case when pg_has_role(relowner, 'USAGE') then 'owner' else lower(kind) end
                || ' of ' || nspname || '.' || relname
              from pg_class c
              join pg_namespace n on n.oid = c.relnamespace
              cross join unnest(array['UPDATE', 'DELETE', 'TRUNCATE', 'TRIGGER']) kind
              where relkind in ('r', 'p', 'v', 'm', 'f')
                and nspname !~ '^pg_' and nspname <> 'information_schema'
                and (has_table_privilege(c.oid, kind)
                  or kind = 'UPDATE' and has_any_column_privilege(c.oid, kind))
            order by 1
            """;

    /// What an administrator does for a login that may not make roles.
    static final String FOR_ADMINISTRATORS =
            "create role %s; grant %s to the user of --database-url;"
                    .formatted(Role.APPEND_ONLY, Role.APPEND_ONLY);

    private Rights() {}

    /// What the user of a connection may do beyond reading and appending, one phrase for each
    /// right; empty if all is well.
    public static List<String> listExcess(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(EXCESS)) {
            var excess = new ArrayList<String>();
            while (rows.next())
                if (!excess.contains(rows.getString(1))) excess.add(rows.getString(1));
            return List.copyOf(excess);
        }
    }

    /// Makes the append-only login, if it is missing.
    ///
    /// @param password of our own making: letters, digits, `-` and `_`
    static void createRole(Connection owner, String password) throws SQLException {
        if (exists(owner, "select 1 from pg_roles where rolname = ?", Role.APPEND_ONLY)) return;
        execute(owner, "create role %s login password '%s'".formatted(Role.APPEND_ONLY, password));
    }

    /// Makes the append-only role in somebody else's database, if it is missing, and the current
    /// user a member of it.
    static void createMembership(Connection owner) throws SQLException {
        if (!exists(owner, "select 1 from pg_roles where rolname = ?", Role.APPEND_ONLY))
            execute(owner, "create role " + Role.APPEND_ONLY);
        // Since PostgreSQL 16 who makes a role may grant it, but not take it.
        String right = owner.getMetaData().getDatabaseMajorVersion() < 16 ? "MEMBER" : "SET";
        if (!exists(owner, "select 1 where pg_has_role(?, '" + right + "')", Role.APPEND_ONLY))
            execute(owner, "grant %s to current_user".formatted(Role.APPEND_ONLY));
    }

    /// @param database a plain name: lower-case letters
    static void createDatabase(Connection owner, String database) throws SQLException {
        if (!exists(owner, "select 1 from pg_database where datname = ?", database))
            execute(owner, "create database " + database);
        String open = "select 1 from pg_database where datname = ? and datacl is null";
        if (!exists(owner, open, database)) return;
        execute(owner, "revoke all on database %s from public".formatted(database));
        execute(
                owner,
                "grant connect, temporary on database %s to %s"
                        .formatted(database, Role.APPEND_ONLY));
    }

    private static boolean exists(Connection connection, String query, String name)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

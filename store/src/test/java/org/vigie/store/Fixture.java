package org.vigie.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// What the tests of the data folder share: unpacked programs, one table, a few questions.
final class Fixture {

    /// Unpacked once for all tests and runs.
    static final Path CACHE = Path.of("target", "postgres-programs").toAbsolutePath();

    private Fixture() {}

    static Lease open(Path folder) throws IOException {
        return DataFolder.open(folder, CACHE);
    }

    static void createTable(Lease lease) throws IOException, SQLException {
        execute(
                lease,
                Role.OWNER,
                "create table if not exists kept (n int primary key);"
                        + "grant select, insert on kept to vigie");
    }

    static void insert(Lease lease, int number) throws IOException, SQLException {
        execute(lease, Role.APPLICATION, "insert into kept values (" + number + ")");
    }

    static List<Integer> rows(Lease lease) throws IOException, SQLException {
        var found = new ArrayList<Integer>();
        try (Connection connection = lease.connect(DataFolder.REAL, Role.APPLICATION);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select n from kept order by n")) {
            while (rows.next()) found.add(rows.getInt(1));
        }
        return found;
    }

    static void execute(Lease lease, Role role, String sql) throws IOException, SQLException {
        try (Connection connection = lease.connect(DataFolder.REAL, role)) {
            execute(connection, sql);
        }
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static String ask(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }

    static Announcement announced(Lease lease) throws IOException {
        return Objects.requireNonNull(Announcement.find(lease.folder()));
    }

    static Postmaster server(Lease lease) throws IOException {
        return Objects.requireNonNull(Postmaster.find(PostgresServer.database(lease.folder())));
    }

    static long serverPid(Path folder) throws IOException {
        Postmaster server = Postmaster.find(PostgresServer.database(folder.toRealPath()));
        return server == null ? 0 : server.pid();
    }

    static boolean runs(Path folder) throws IOException {
        return serverPid(folder) != 0;
    }

    static boolean isStopping(Path folder) throws IOException {
        Postmaster server = Postmaster.find(PostgresServer.database(folder.toRealPath()));
        return server == null || server.stopping();
    }

    static void kill(long pid) {
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    }

    /// A folder that every account may pass through, unlike JUnit's own.
    static Path publicFolder(String name) throws IOException {
        Path folder = Files.createTempDirectory(name);
        Folders.letOthersPass(folder);
        return folder;
    }
}

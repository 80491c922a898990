package org.vigie.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGProperty;

/// A folder with all that Vigie keeps on this machine, and with the PostgreSQL that serves it.
///
/// | in the folder | |
/// |---|---|
/// | `postgres/` | the database's files |
/// | `postgres.json` | port, process and version of the running server |
/// | `postgres.password` | the passwords, for the owner's eyes only |
/// | `postgres.log` | what the server has to say; begun anew at a start beyond 10 MB |
/// | `server-PID.json` | where the pages of a running server answer, see [RunningServer] |
/// | `keys/` | signing and encryption keys |
/// | `columns/` | the incidents in columns, to start faster; may be deleted |
/// | `incoming/` | files that a page took and nobody has decided about yet |
/// | `locks/` | not to be opened by anybody else |
///
/// Whoever opens the folder joins the server that runs, or starts it; the last one out stops it.
/// Any number of programs, and of threads in them, may do so at once. Not to be shared between
/// machines: a folder on a network drive is no place for a database.
public final class DataFolder {

    /// The database of the real mission.
    public static final String REAL = "vigie";

    /// The database of exercises, in the same server; nothing passes from one to the other.
    public static final String EXERCISE = "exercise";

    private static final Duration OTHERS_MAX = Duration.ofMinutes(6); // more than a start may take
    private static final Duration RETRY_PAUSE = Duration.ofMillis(100);
    private static final int RETRIES_MAX = 100;

    /// A server that was just found running and still does not answer hangs.
    private static final int UNREACHABLE_MAX = 3;

    /// Nothing is encrypted on the way to oneself. The driver proves that it knows the password
    /// without telling it, so a stranger on the port of a dead server learns nothing.
    private static final Map<String, String> SETTINGS =
            Map.of(
                    PGProperty.SSL_MODE.getName(), "disable",
                    PGProperty.GSS_ENC_MODE.getName(), "disable",
                    PGProperty.REQUIRE_AUTH.getName(), "scram-sha-256");

    /// One object for each folder in use, for file locks belong to the whole program.
    private static final Map<Path, DataFolder> KNOWN = new ConcurrentHashMap<>();

    private final Path path;
    private final Path cache;

    private int leases;
    private FileLocks.@Nullable Clients clients;
    private @Nullable PostgresServer server;
    private volatile @Nullable Passwords passwords;
    private volatile int port;

    private DataFolder(Path path, Path cache) {
        this.path = path;
        this.cache = cache;
    }

    /// Where the data lie if nobody says otherwise: `.vigie` in the user's home.
    ///
    /// Where root's home is closed to the account under which PostgreSQL has to run, as in most
    /// containers, it is `/var/lib/vigie`.
    public static Path standard() throws IOException {
        Path home = Path.of(System.getProperty("user.home", ""));
        if (!home.isAbsolute())
            throw new IOException("You have no home folder: name a folder with --data.");
        Path usual = home.resolve(".vigie");
        return Account.isRoot()
                        && !Files.exists(usual)
                        && Folders.findClosedAbove(usual) != null
                        && !Account.namespacesWork()
                ? Path.of("/var/lib/vigie")
                : usual;
    }

    /// Opens a data folder: joins its server or starts it; at the first time makes all of it.
    ///
    /// @throws IOException says in one sentence what stands in the way
    public static Lease open(Path folder) throws IOException {
        return open(folder, PostgresBinaries.standardCache(folder));
    }

    /// Refuses a folder in which there is no database, and makes nothing.
    public static void requireDatabase(Path folder) throws IOException {
        Path database = PostgresServer.database(folder);
        if (!Files.isReadable(folder) && Files.exists(folder)) return; // opening says why not
        if (!Files.exists(database.resolve("PG_VERSION")))
            throw new IOException(
                    "The data folder %s holds no ledger: import a file or run vigie up first, or check --data."
                            .formatted(folder));
    }

    /// Deletes a data folder that nobody uses, and all in it. Follows no links.
    public static void delete(Path folder) throws IOException {
        Folders.delete(folder);
    }

    static Lease open(Path folder, Path cache) throws IOException {
        Path real = prepare(folder);
        return KNOWN.computeIfAbsent(real, key -> new DataFolder(key, cache)).lease();
    }

    Path path() {
        return path;
    }

    Path keys() {
        return path.resolve("keys");
    }

    private static Path prepare(Path folder) throws IOException {
        try {
            Path real = Folders.createPrivate(folder).toRealPath();
            refuseForeign(real);
            if (!Files.isWritable(real)) throw new AccessDeniedException(real.toString());
            Folders.createPrivate(real.resolve("locks"));
            Folders.createPrivate(real.resolve("keys"));
            return real;
        } catch (FileSystemException e) {
            throw new IOException(
                    "The data folder %s cannot be made or written (%s): choose another with --data."
                            .formatted(folder, reason(e)),
                    e);
        }
    }

    private static String reason(FileSystemException trouble) {
        return switch (trouble) {
            case AccessDeniedException _ -> "permission denied";
            case FileAlreadyExistsException e -> e.getFile() + " is not a folder";
            case NoSuchFileException e -> e.getFile() + " is not there";
            case FileSystemException e -> String.valueOf(e.getReason());
        };
    }

    /// Root could use the folder of another user, but would leave files there that the user cannot.
    private static void refuseForeign(Path real) throws IOException {
        if (Folders.hasModes(real) && !Account.owns(real))
            throw new IOException(
                    "The data folder %s belongs to the user %s: run Vigie as that user, or choose another folder with --data."
                            .formatted(real, Files.getOwner(real)));
    }

    private synchronized Lease lease() throws IOException {
        if (leases == 0) enter();
        leases++;
        return new Lease(this);
    }

    private void enter() throws IOException {
        boolean served = false;
        try (var _ = deciding()) {
            var joined = FileLocks.Clients.join(clientsLock());
            try {
                port = serve(joined.alone()).port();
                clients = joined;
                served = true;
            } finally {
                if (!served) joined.leave(clientsLock());
            }
        } finally {
            if (!served) server = null;
        }
    }

    synchronized void release() throws IOException {
        leases--;
        FileLocks.Clients left = clients;
        if (leases > 0 || left == null) return;
        clients = null;
        try (var _ = deciding()) {
            if (left.leave(clientsLock())) {
                server().stop();
                Announcement.remove(path);
            }
        } finally {
            server = null;
        }
    }

    /// Guards the decision to join, to start or to stop.
    private FileLocks.Held deciding() throws IOException {
        return FileLocks.exclusive(path.resolve("locks").resolve("deciding"), OTHERS_MAX);
    }

    private Path clientsLock() {
        return path.resolve("locks").resolve("clients");
    }

    private PostgresServer server() throws IOException {
        @Nullable PostgresServer known = server;
        if (known != null) return known;
        var binaries = PostgresBinaries.in(cache, Platform.current());
        var account = Account.choose(binaries, path, PostgresServer.database(path));
        var found = new PostgresServer(path, binaries, account);
        server = found;
        return found;
    }

    /// Joins the running server, or starts it and makes what is missing.
    private Postmaster serve(boolean alone) throws IOException {
        @Nullable Postmaster running = findSettled();
        @Nullable Announcement announced = Announcement.find(path);
        if (running != null) {
            passwords = Passwords.read(path);
            if ((announced != null && announced.tellsOf(running)) || joins(running)) return running;
        }
        if (!alone && announced != null && !announced.fromThisMachine())
            throw new IOException(
                    "The data folder %s is in use in another container: one at a time may use it."
                            .formatted(path));
        Announcement.remove(path);
        PostgresServer server = server();
        makeDatabase(server);
        return start(server, announced == null ? port : announced.port());
    }

    /// The running server, once it has ended what it was at: starting or recovering. One that is
    /// stopping is brought to its end: who asked it to stop would hold the lock, and was killed.
    private @Nullable Postmaster findSettled() throws IOException {
        Path database = PostgresServer.database(path);
        long pauses = OTHERS_MAX.dividedBy(RETRY_PAUSE);
        for (long i = 0; i < pauses; i++) {
            @Nullable Postmaster running = Postmaster.find(database);
            if (running == null || running.ready()) return running;
            if (running.stopping()) {
                server().stopAbandoned();
                return null;
            }
            Command.pause(RETRY_PAUSE);
        }
        throw Trouble.of(path, "PostgreSQL has not become ready", "");
    }

    /// Joins a server that nobody announced, unless it dies just then.
    private boolean joins(Postmaster running) throws IOException {
        try {
            finish(running);
            return true;
        } catch (IOException e) {
            Command.pause(RETRY_PAUSE);
            if (Postmaster.find(PostgresServer.database(path)) != null) throw e;
            return false;
        }
    }

    private void makeDatabase(PostgresServer server) throws IOException {
        Path database = PostgresServer.database(path);
        Path versionFile = database.resolve("PG_VERSION");
        if (Files.exists(versionFile)) {
            String made = Files.readString(versionFile).strip();
            if (!made.equals(server.binaries().major()))
                throw new IOException(
                        "The database in %s was made by PostgreSQL %s, and this Vigie brings PostgreSQL %s: open it with the Vigie that made it, export, and import here."
                                .formatted(database, made, server.binaries().version()));
            passwords = Passwords.read(path);
            return;
        }
        if (Files.exists(database) && !Folders.isEmpty(database))
            throw new IOException(
                    "%s is not empty and is no database of PostgreSQL: move it away, or choose another folder with --data."
                            .formatted(database));
        Passwords made = Passwords.exist(path) ? Passwords.read(path) : Passwords.create(path);
        server.create(made.of(Role.OWNER));
        passwords = made;
    }

    private Postmaster start(PostgresServer server, int portBefore) throws IOException {
        Postmaster started = server.start(portBefore);
        boolean finished = false;
        try {
            finish(started);
            finished = true;
            return started;
        } finally {
            if (!finished) server.stop();
        }
    }

    /// Makes the databases and roles that are missing, and announces the server.
    private void finish(Postmaster running) throws IOException {
        port = running.port();
        try (Connection owner = login(PostgresServer.SUPERUSER, Role.OWNER).connect()) {
            Rights.createRole(owner, passwords().of(Role.APPLICATION));
            for (String database : List.of(REAL, EXERCISE)) Rights.createDatabase(owner, database);
            String version = owner.getMetaData().getDatabaseProductVersion();
            new Announcement(port, running.pid(), version, Announcement.thisMachine()).write(path);
        } catch (SQLException e) {
            throw explain(e);
        }
    }

    Connection connect(String database, Role role) throws IOException {
        int unreachable = 0;
        for (int i = 0; ; i++) {
            try {
                return login(database, role).connect();
            } catch (SQLException e) {
                if (Login.unreachable(e)) unreachable++;
                else if (!Login.notNow(e)) throw explain(e);
                if (unreachable > UNREACHABLE_MAX || i > RETRIES_MAX) throw explain(e);
            }
            if (i > 0) Command.pause(RETRY_PAUSE);
            repair();
        }
    }

    /// The server has died, or another program has started it anew on another port.
    private synchronized void repair() throws IOException {
        if (leases == 0) throw new IllegalStateException("the lease is closed");
        try (var _ = deciding()) {
            port = serve(true).port();
        }
    }

    private Login login(String database, Role role) {
        return new Login(
                "jdbc:postgresql://%s:%s/%s"
                        .formatted(PostgresServer.LOOPBACK.getHostAddress(), port, database),
                role.login(),
                passwords().of(role),
                SETTINGS);
    }

    private Passwords passwords() {
        Passwords read = passwords;
        if (read == null) throw new IllegalStateException("no passwords before the server runs");
        return read;
    }

    private IOException explain(SQLException trouble) throws IOException {
        if (Login.refused(trouble))
            return new IOException(
                    "%s does not fit the database beside it: put back the file that was made with it."
                            .formatted(path.resolve(Passwords.FILE)),
                    trouble);
        return Trouble.withDatabase(
                path,
                "the database in %s cannot be used (its log is %s)"
                        .formatted(PostgresServer.database(path), PostgresServer.log(path)),
                trouble);
    }
}

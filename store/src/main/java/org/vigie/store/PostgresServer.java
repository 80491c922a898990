package org.vigie.store;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// PostgreSQL's programs at work on one data folder: make the database, start and stop its server.
///
/// The server listens on 127.0.0.1 and nowhere else, takes passwords (SCRAM) and nothing else, and
/// waits for the disk before it says that something is stored. It outlives the program that started
/// it. Whoever calls must hold the lock that guards starting and stopping.
///
/// Cost: making a database 0.8 s, a start 0.1 s, a stop 0.05 s on a small machine with a fast disk.
///
/// @param folder the data folder
/// @param binaries the programs
/// @param account under which they run
record PostgresServer(Path folder, PostgresBinaries binaries, Account account) {

    static final String SUPERUSER = "postgres";
    static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");

    private static final String DATABASE = "postgres";
    private static final String LOG = "postgres.log";
    private static final String SETTINGS = "vigie.conf";
    private static final String UNFINISHED = "postgres.new-";
    private static final long LOG_BYTES_MAX = 10L << 20;

    private static final Duration PAUSE = Duration.ofMillis(5);
    private static final Duration RETRY_PAUSE = Duration.ofMillis(100);

    /// Replaying what a crash left in the log of changes (1 GB at most) on a slow disk.
    private static final Duration START_MAX = Duration.ofMinutes(5);

    private static final Duration FAST_MAX = Duration.ofSeconds(20);
    private static final Duration ABANDONED_MAX = Duration.ofSeconds(5);
    private static final Duration FAST_MAX_ON_FULL_DISK = Duration.ofSeconds(2);
    private static final Duration STOP_MAX = Duration.ofMinutes(1);

    /// After a kill the server's processes take a moment to see that their parent is gone.
    private static final int RETRIES_MAX = 100;

    /// Between finding a free port and listening on it somebody else may take it.
    private static final int PORTS_MAX = 5;

    static Path database(Path folder) {
        return folder.resolve(DATABASE);
    }

    static Path log(Path folder) {
        return folder.resolve(LOG);
    }

    /// Makes an empty database. It appears complete or not at all.
    void create(String superuserPassword) throws IOException {
        removeLeftovers();
        // A name of its own: the programs of a killed Vigie may still be at work in the last one.
        Path building = Files.createTempDirectory(folder, UNFINISHED);
        try {
            Path fresh = Folders.createPrivate(building.resolve(DATABASE));
            Path secret = building.resolve("password");
            Folders.writePrivate(secret, superuserPassword + "\n");
            account.take(building);
            Command.Outcome outcome = initdb(fresh, secret).run();
            if (!outcome.ok())
                throw Trouble.of(
                        folder,
                        "PostgreSQL could not make its database, which takes 80 MB at first,",
                        outcome.output());
            configure(fresh);
            DiskSync.tree(fresh); // faster than initdb's own way
            Files.deleteIfExists(database(folder)); // an empty one; any other is refused before
            Files.move(fresh, database(folder), StandardCopyOption.ATOMIC_MOVE);
            DiskSync.one(folder);
        } finally {
            Folders.delete(building);
        }
    }

    /// What a killed Vigie left behind. If its programs are still at work in there, they fail, and
    /// the next start finds the rest.
    private void removeLeftovers() throws IOException {
        try (var found = Files.newDirectoryStream(folder, UNFINISHED + "*")) {
            for (Path leftover : found) Folders.deletePossible(leftover);
        }
    }

    private Command initdb(Path fresh, Path secret) {
        return account.command(
                folder,
                binaries.program("initdb"),
                List.of(
                        "--pgdata=" + fresh,
                        "--username=" + SUPERUSER,
                        "--pwfile=" + secret,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--locale=C",
                        "--text-search-config=simple",
                        "--data-checksums",
                        "--no-sync",
                        "--no-instructions"));
    }

    /// Everything goes through the loopback interface and needs a password. The settings that Vigie
    /// insists on are read last, so an administrator may add others in `postgresql.conf`.
    private void configure(Path fresh) throws IOException {
        Files.writeString(
                fresh.resolve("pg_hba.conf"),
                """
                # type  database  user  address       method
                host    all       all   127.0.0.1/32  scram-sha-256
                """);
        Files.writeString(
                fresh.resolve("postgresql.conf"),
                "\ninclude_if_exists = '" + SETTINGS + "'\n",
                StandardOpenOption.APPEND);
    }

    private static String settings(int port) {
        return """
        # Vigie writes this file at every start of the server.
        listen_addresses = '127.0.0.1'
        port = %s
        unix_socket_directories = ''
        password_encryption = 'scram-sha-256'
        fsync = on
        full_page_writes = on
        synchronous_commit = on
        wal_compression = off
        max_wal_size = 4GB
        checkpoint_timeout = 15min
        shared_buffers = 256MB
        jit = off
        timezone = 'UTC'
        log_timezone = 'UTC'
        log_line_prefix = '%%m [%%p] '
        lc_messages = 'C'
        """
                .formatted(port);
    }

    /// Starts the server and waits until it takes connections.
    ///
    /// @param portBefore where it listened last, 0 if that is not known; used again if still free
    Postmaster start(int portBefore) throws IOException {
        removeLeftovers();
        account.take(database(folder));
        rotateLog();
        account.take(Folders.createPrivateFile(log(folder)));
        int port = freePort(portBefore);
        int ports = 1;
        for (int retries = 0; ; ) {
            Postmaster.removeStale(database(folder));
            @Nullable String refusal = startOnce(port);
            if (refusal == null) return running();
            if (Trouble.portTaken(refusal) && ports < PORTS_MAX) {
                ports++;
                port = freePort(0);
            } else if (Trouble.oldServerLingers(refusal) && retries < RETRIES_MAX) {
                retries++;
                Command.pause(RETRY_PAUSE);
            } else {
                throw Trouble.of(folder, "PostgreSQL did not start", refusal);
            }
        }
    }

    /// Tells what the log says if the server did not start, otherwise null.
    private @Nullable String startOnce(int port) throws IOException {
        Path settings = database(folder).resolve(SETTINGS);
        Folders.writePrivate(settings, settings(port));
        account.take(settings);
        long logged = Files.size(log(folder));
        // Names without a path: pg_ctl puts them into a line for the system's shell.
        List<String> arguments =
                List.of(
                        "start",
                        "-w",
                        "-t",
                        Long.toString(START_MAX.toSeconds()),
                        "-D",
                        DATABASE,
                        "-l",
                        LOG);
        Process control = account.command(folder, binaries.program("pg_ctl"), arguments).start();
        while (control.isAlive()) {
            // Looking ourselves is faster: pg_ctl looks every 100 ms.
            @Nullable Postmaster server = Postmaster.find(database(folder));
            if (server != null && server.ready()) return null;
            Command.pause(PAUSE);
        }
        return control.exitValue() == 0 ? null : Trouble.readFrom(log(folder), logged);
    }

    private Postmaster running() throws IOException {
        @Nullable Postmaster server = Postmaster.find(database(folder));
        if (server == null || !server.ready())
            throw Trouble.of(folder, "PostgreSQL ended just after its start", "");
        return server;
    }

    /// Stops the server, if one runs: sessions are cut, what they had committed is on the disk.
    ///
    /// A server that is asked to stop while it recovers from a full disk may wait for itself for
    /// ever (seen in PostgreSQL 18.6). It is then stopped as a power cut would, and recovers at the
    /// next start.
    void stop() throws IOException {
        stop(Trouble.noSpace(folder) ? FAST_MAX_ON_FULL_DISK : FAST_MAX);
    }

    /// The same for a server that was asked to stop by a program that is no more.
    void stopAbandoned() throws IOException {
        stop(ABANDONED_MAX);
    }

    private void stop(Duration fastMax) throws IOException {
        if (stops("fast", fastMax)) return;
        if (stops("immediate", STOP_MAX)) return;
        throw Trouble.of(folder, "PostgreSQL did not stop", "");
    }

    private boolean stops(String mode, Duration atMost) throws IOException {
        if (Postmaster.find(database(folder)) == null) return true;
        List<String> arguments = List.of("stop", "-W", "-m", mode, "-D", DATABASE);
        account.command(folder, binaries.program("pg_ctl"), arguments).run();
        long pauses = atMost.dividedBy(PAUSE);
        for (long i = 0; i < pauses; i++) {
            if (Postmaster.find(database(folder)) == null) return true;
            Command.pause(PAUSE);
        }
        return false;
    }

    private void rotateLog() throws IOException {
        Path log = log(folder);
        if (Files.exists(log) && Files.size(log) > LOG_BYTES_MAX)
            Files.move(
                    log,
                    log.resolveSibling(LOG + ".1"),
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.ATOMIC_MOVE);
    }

    private static int freePort(int wish) throws IOException {
        if (wish > 0 && isFree(wish)) return wish;
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(LOOPBACK, 0));
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IOException(
                    "PostgreSQL can listen on no port of 127.0.0.1: " + e.getMessage(), e);
        }
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(LOOPBACK, port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}

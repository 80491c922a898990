package org.vigie.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/// The right to use the database of a data folder, until it is closed.
///
/// As long as somebody holds a lease, in this program or another, the server runs; if it dies, the
/// next connection starts it again. Whoever closes the last lease stops it. A program that is
/// killed keeps nothing: the next one that opens the folder takes the server over.
public final class Lease implements AutoCloseable {

    private static final Set<Lease> CLOSED_AT_EXIT = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(Lease::closeAll, "close data folders"));
    }

    private final DataFolder folder;
    private final AtomicBoolean closed = new AtomicBoolean();

    Lease(DataFolder folder) {
        this.folder = folder;
    }

    /// A new connection, to be closed by whoever asked for it.
    ///
    /// @param database {@link DataFolder#REAL} or {@link DataFolder#EXERCISE}
    /// @throws IOException says in one sentence why there is none
    public Connection connect(String database, Role role) throws IOException {
        if (closed.get()) throw new IllegalStateException("the lease is closed");
        return folder.connect(database, role);
    }

    /// The data folder itself, with its links resolved.
    public Path folder() {
        return folder.path();
    }

    /// Where the keys lie that sign and encrypt; only their owner may enter.
    public Path keys() {
        return folder.keys();
    }

    /// Closes the lease also when the program ends in another way than by closing it, for example
    /// by Ctrl-C. Not for a program that does so itself in a shutdown hook of its own: hooks run at
    /// the same time, and this one cuts its connections.
    public Lease closedAtExit() {
        CLOSED_AT_EXIT.add(this);
        return this;
    }

    /// Gives the lease back; the second time nothing happens.
    @Override
    public void close() throws IOException {
        CLOSED_AT_EXIT.remove(this);
        if (closed.compareAndSet(false, true)) folder.release();
    }

    private static void closeAll() {
        for (Lease lease : CLOSED_AT_EXIT) {
            try {
                lease.close();
            } catch (IOException e) {
                System.getLogger(Lease.class.getName())
                        .log(System.Logger.Level.WARNING, e.getMessage());
            }
        }
    }
}

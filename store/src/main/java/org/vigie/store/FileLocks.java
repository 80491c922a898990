package org.vigie.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Locks between programs: locked files, which the system frees however a program ends.
///
/// On Unix a lock belongs to the whole program, and closing *any* handle of the file frees it. So a
/// lock file is opened here and nowhere else, and threads of one program take turns first.
final class FileLocks {

    private static final Duration PAUSE = Duration.ofMillis(10);

    /// Lock files that a thread of this program holds or waits for.
    private static final Set<Path> TAKEN = new HashSet<>();

    private FileLocks() {}

    /// Waits until nobody else holds the lock, then holds it.
    ///
    /// @param patience how long another may hold it before we give up
    static Held exclusive(Path file, Duration patience) throws IOException {
        Path key = file.toAbsolutePath().normalize();
        long pauses = patience.dividedBy(PAUSE);
        for (long i = 0; i < pauses; i++) {
            @Nullable Held held = findExclusive(key);
            if (held != null) return held;
            Command.pause(PAUSE);
        }
        throw new IOException(
                "Another program has held %s for more than %s s: wait for it or end it."
                        .formatted(file, patience.toSeconds()));
    }

    private static @Nullable Held findExclusive(Path key) throws IOException {
        synchronized (TAKEN) {
            if (!TAKEN.add(key)) return null;
        }
        @Nullable FileChannel channel = null;
        @Nullable FileLock lock = null;
        try {
            channel = open(key);
            lock = channel.tryLock();
            return lock == null ? null : new Held(key, channel);
        } finally {
            if (lock == null) {
                if (channel != null) channel.close();
                giveBack(key);
            }
        }
    }

    private static void giveBack(Path key) {
        synchronized (TAKEN) {
            TAKEN.remove(key);
        }
    }

    private static FileChannel open(Path file) throws IOException {
        Folders.createPrivateFile(file);
        return FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    /// A lock that is held until it is closed.
    record Held(Path key, FileChannel channel) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            try {
                channel.close();
            } finally {
                giveBack(key);
            }
        }
    }

    /// The clients of one database: each program that uses it shares one lock with the others.
    ///
    /// Only to be called while holding the lock that guards starting and stopping.
    static final class Clients {
        private final FileChannel channel;

        /// Whether no other program used the database when we came.
        private final boolean alone;

        private Clients(FileChannel channel, boolean alone) {
            this.channel = channel;
            this.alone = alone;
        }

        static Clients join(Path file) throws IOException {
            FileChannel channel = open(file);
            boolean joined = false;
            try {
                boolean alone;
                try (FileLock all = channel.tryLock()) {
                    alone = all != null;
                }
                joined = channel.tryLock(0, Long.MAX_VALUE, true) != null;
                if (!joined)
                    throw new IOException("Another program has locked %s.".formatted(file));
                return new Clients(channel, alone);
            } finally {
                if (!joined) channel.close();
            }
        }

        boolean alone() {
            return alone;
        }

        /// Leaves the others. Tells whether there are none.
        boolean leave(Path file) throws IOException {
            channel.close();
            try (FileChannel again = open(file);
                    FileLock all = again.tryLock()) {
                return all != null;
            }
        }
    }
}

package org.vigie.server.intake;

import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.vigie.exchange.imports.Format;
import org.vigie.exchange.imports.Imported;
import org.vigie.exchange.imports.Progress;
import org.vigie.exchange.imports.Signature;
import org.vigie.geo.BadInput;
import org.vigie.record.Handling;
import org.vigie.server.access.Officer;

/// One look at a file, or its import, from the moment somebody asked for it. Safe for several
/// threads.
public final class Job {

    /// What somebody asked for.
    ///
    /// @param signature its id is that of the job, and of the import if it becomes one
    /// @param exercise which ledger
    /// @param dryRun only look
    public record Wanted(
            Signature signature,
            boolean exercise,
            Incoming.Waiting file,
            Choices choices,
            boolean dryRun) {

        public UUID id() {
            return signature.importId();
        }
    }

    /// How a file is to be imported, as it was typed.
    ///
    /// @param knownAt the rule: `now`, `source`, `release`, `release:DAY` or `lag:DAYSd`
    /// @param mapping of a table of somebody's own, empty for a format that Vigie knows
    /// @param handling `open`, `mission` or `protection`, empty for as the format is
    public record Choices(String knownAt, boolean complete, String mapping, String handling) {}

    /// Whether somebody may look at it and decide about it: whoever began it, and who sees what is
    /// protection-marked. Nobody has judged yet what stands in a file that comes in.
    public boolean isFor(Officer officer) {
        return !officer.signedIn()
                || wanted.signature().author().equals(officer.post())
                || officer.viewer().maySee(Handling.PROTECTION);
    }

    /// Where it stands.
    public sealed interface State {

        /// Another one is not done yet.
        record Queued() implements State {}

        /// At work.
        ///
        /// @param since when the first row was read, null before it
        public record Reading(@Nullable Instant since, long rows, long bytes, long bytesTotal)
                implements State {

            /// Of the file, 0 to 100.
            public int percent() {
                return bytesTotal == 0 ? 0 : (int) (100 * bytes / bytesTotal);
            }

            /// How long the rest will take at the pace so far; empty when that cannot be told.
            public Optional<Duration> left(Instant now) {
                return since == null || bytes == 0
                        ? Optional.empty()
                        : Optional.of(
                                Duration.between(since, now)
                                        .multipliedBy(bytesTotal - bytes)
                                        .dividedBy(bytes));
            }

            /// Whether the file has been read and the ledger is at work.
            public boolean allRead() {
                return bytesTotal > 0 && bytes >= bytesTotal;
            }
        }

        /// No format of Vigie's has such columns.
        ///
        /// @param draft of a mapping, to be mended by a person
        record Unmapped(String draft) implements State {}

        /// The file, the mapping or a choice cannot be taken; nothing was written.
        record Refused(BadInput why) implements State {}

        /// Disk, database or we ourselves failed; see [#fellShort].
        record Failed(String sentence) implements State {}

        /// Somebody stopped it, or the server was stopped; see [#fellShort].
        record Stopped() implements State {}

        /// Done.
        record Done(Imported imported) implements State {}
    }

    private final Wanted wanted;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile State state = new State.Queued();
    private volatile @Nullable Format format;
    private volatile boolean stopping;

    Job(Wanted wanted) {
        this.wanted = wanted;
    }

    public Wanted wanted() {
        return wanted;
    }

    public State state() {
        return state;
    }

    /// What the file turned out to be, once that is known.
    public Optional<Format> findFormat() {
        return Optional.ofNullable(format);
    }

    void recognisedAs(Format found) {
        format = found;
    }

    /// Whether there is nothing more to wait for.
    public boolean over() {
        return ended.getCount() == 0;
    }

    /// Whether an import failed or was stopped. The ledger may hold all of it nevertheless, when
    /// that happened behind its last entry; whoever shows it asks the ledger.
    public boolean fellShort() {
        return !wanted.dryRun()
                && (state instanceof State.Failed || state instanceof State.Stopped);
    }

    /// Waits for the end, but no longer than this: a small file needs no second page.
    public void await(Duration atMost) {
        try {
            boolean _ = ended.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Asks it to end as soon as it can, with nothing written.
    public void stop() {
        stopping = true;
    }

    boolean stopping() {
        return stopping;
    }

    void begin() {
        state = new State.Reading(null, 0, 0, 0);
    }

    void end(State last) {
        if (!over()) {
            state = last;
            ended.countDown();
        }
    }

    /// Hears how far the rows are; this is also where a job stops.
    Progress progress(InstantSource clock) {
        var since = clock.instant();
        return new Progress() {
            private Instant start = since;

            @Override
            public void at(long rows, long bytes, long bytesTotal) {
                if (stopping) {
                    throw new UncheckedIOException(new InterruptedIOException("stopped"));
                }
                if (rows == 0) {
                    start = clock.instant();
                }
                state = new State.Reading(start, rows, bytes, bytesTotal);
            }
        };
    }
}

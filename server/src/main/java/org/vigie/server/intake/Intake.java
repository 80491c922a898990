package org.vigie.server.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.exchange.Formats;
import org.vigie.exchange.activities.ActivityList;
import org.vigie.exchange.imports.Format;
import org.vigie.exchange.imports.Importer;
import org.vigie.exchange.imports.KeptFiles;
import org.vigie.exchange.imports.KnownAt;
import org.vigie.exchange.imports.Opening;
import org.vigie.exchange.imports.Order;
import org.vigie.exchange.mapped.Mapping;
import org.vigie.exchange.mapped.Suggestion;
import org.vigie.geo.BadInput;
import org.vigie.record.Handling;
import org.vigie.record.Viewer;
import org.vigie.server.picture.Desk;

/// Looks at waiting files and imports them, one after the other: what an import writes follows from
/// what the ledger held when it began. Whoever asks while another is at work waits in a short line.
///
/// Jobs live in memory. When the server ends in the middle of an import, the ledger holds all of it
/// or nothing, under the job's id; [#holds] asks it.
public final class Intake implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

    /// How many may wait behind the one at work: more people than look at one screen.
    static final int WAITING_MAX = 4;

    /// How many jobs are remembered when they are over.
    private static final int REMEMBERED_MAX = 50;

    private static final Duration SWEEP_EVERY = Duration.ofMinutes(5);

    private final Desk desk;
    private final Incoming incoming;
    private final Keeping keeping;
    private final Map<UUID, Job> jobs = new LinkedHashMap<>();
    private final ExecutorService worker;
    private final ScheduledExecutorService broom;

    /// Where imported files are kept as evidence, for each of the two ledgers.
    @FunctionalInterface
    public interface Keeping {
        KeptFiles of(boolean exercise);
    }

    public Intake(Desk desk, Incoming incoming, Keeping keeping) {
        this.desk = desk;
        this.incoming = incoming;
        this.keeping = keeping;
        this.worker = Executors.newSingleThreadExecutor(Intake::thread);
        this.broom = Executors.newSingleThreadScheduledExecutor(Intake::thread);
        var _ =
                broom.scheduleWithFixedDelay(
                        this::sweep,
                        SWEEP_EVERY.toSeconds(),
                        SWEEP_EVERY.toSeconds(),
                        TimeUnit.SECONDS);
    }

    private static Thread thread(Runnable work) {
        return Thread.ofPlatform().name("intake").daemon().unstarted(work);
    }

    public Incoming incoming() {
        return incoming;
    }

    /// Begins a job, or puts it in line. The same id once more is the same job.
    ///
    /// @return empty when the line is full
    public synchronized Optional<Job> start(Job.Wanted wanted) {
        var known = jobs.get(wanted.id());
        if (known != null) {
            return Optional.of(known);
        }
        if (open().size() > WAITING_MAX) {
            return Optional.empty();
        }
        var job = new Job(wanted);
        jobs.put(wanted.id(), job);
        forgetTheOldest();
        worker.execute(() -> run(job));
        return Optional.of(job);
    }

    private void forgetTheOldest() {
        var over = jobs.values().stream().filter(Job::over).toList();
        over.stream()
                .limit(Math.max(0, over.size() - REMEMBERED_MAX))
                .forEach(job -> jobs.remove(job.wanted().id()));
    }

    public synchronized Optional<Job> find(UUID id) {
        return Optional.ofNullable(jobs.get(id));
    }

    /// Those at work and in line, in order.
    public synchronized List<Job> open() {
        return jobs.values().stream().filter(job -> !job.over()).toList();
    }

    /// Whether the ledger holds the import with this id: then it holds all of it.
    public boolean holds(UUID id, boolean exercise, Viewer viewer) throws IOException {
        return desk.ledger(exercise).find(id, viewer).isPresent();
    }

    /// Deletes files that have waited for an hour.
    public void sweep() {
        try {
            incoming.sweep(
                    open().stream()
                            .map(job -> job.wanted().file().sha256())
                            .collect(Collectors.toSet()));
        } catch (IOException e) {
            LOG.warn("a file that waited too long could not be deleted: {}", e.getMessage());
        }
    }

    private void run(Job job) {
        job.begin();
        try {
            job.end(result(job));
        } catch (BadInput refusal) {
            job.end(new Job.State.Refused(refusal));
        } catch (IOException trouble) {
            if (job.stopping()) {
                job.end(new Job.State.Stopped());
            } else {
                LOG.error("an import came to nothing", trouble);
                job.end(new Job.State.Failed(String.valueOf(trouble.getMessage())));
            }
        } finally {
            // Whatever else happened is a slip of ours; the thread says it to the log.
            job.end(new Job.State.Failed(""));
        }
    }

    private Job.State result(Job job) throws IOException {
        if (job.stopping()) {
            return new Job.State.Stopped();
        }
        var wanted = job.wanted();
        var file =
                incoming.find(wanted.file().sha256())
                        .orElseThrow(() ->
                                new BadInput(
                                        "file", wanted.file().name(), "chosen again: it is gone"));
        var opening = Opening.of(file, wanted.file().name());
        var format = format(wanted.choices(), opening);
        if (format.isEmpty()) {
            return new Job.State.Unmapped(draft(opening));
        }
        job.recognisedAs(format.get());
        if (format.get() instanceof ActivityList) {
            ActivityList.requireExercise(file, wanted.file().name(), wanted.exercise());
        }
        var order = order(wanted, format.get(), file);
        var imported =
                new Importer(
                                desk.ledger(wanted.exercise()),
                                keeping.of(wanted.exercise()),
                                desk.chance())
                        .run(order, wanted.signature(), job.progress(desk.clock()));
        if (!wanted.dryRun()) {
            dropUnlessWanted(job);
        }
        return new Job.State.Done(imported);
    }

    private Order order(Job.Wanted wanted, Format format, Path file) {
        var handling = wanted.choices().handling();
        return new Order(
                format,
                file,
                wanted.file().name(),
                KnownAt.parse(wanted.choices().knownAt()),
                wanted.choices().complete(),
                wanted.dryRun(),
                desk.clock().instant(),
                handling.isEmpty() ? null : Handling.chosen(handling));
    }

    private static Optional<Format> format(Job.Choices choices, Opening opening)
            throws IOException {
        return choices.mapping().isBlank()
                ? Formats.findFor(opening)
                : Optional.of(Formats.own(Mapping.parse(choices.mapping())));
    }

    /// Names of columns are text; what has none is no table, and no mapping helps it.
    private static String draft(Opening opening) {
        var names = opening.header().names();
        boolean table =
                names.size() > 1
                        && names.stream().noneMatch(name -> name.matches(".*[\\p{Cntrl}\uFFFD].*"));
        if (!table) {
            throw Formats.unknown(opening);
        }
        return Suggestion.draft(opening);
    }

    /// The bytes are in the ledger's keeping now. What cannot be deleted goes with the next sweep.
    private void dropUnlessWanted(Job done) {
        var sha256 = done.wanted().file().sha256();
        Set<String> others =
                open().stream()
                        .filter(job -> job != done)
                        .map(job -> job.wanted().file().sha256())
                        .collect(Collectors.toSet());
        try {
            if (!others.contains(sha256)) {
                incoming.drop(sha256);
            }
        } catch (IOException e) {
            LOG.warn("an imported file could not be deleted: {}", e.getMessage());
        }
    }

    /// Stops what is at work, with nothing written, and deletes what waits.
    @Override
    public void close() throws IOException {
        new ArrayList<>(open()).forEach(Job::stop);
        broom.shutdownNow();
        worker.shutdown();
        try {
            if (!worker.awaitTermination(20, TimeUnit.SECONDS)) {
                LOG.warn("an import is still being closed; the ledger holds all of it or nothing");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        incoming.close();
    }
}

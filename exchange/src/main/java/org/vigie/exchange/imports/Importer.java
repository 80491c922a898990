package org.vigie.exchange.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.vigie.geo.BadInput;
import org.vigie.record.Facts;
import org.vigie.record.Housekeeping;
import org.vigie.record.Ids;
import org.vigie.record.Kinds;
import org.vigie.record.Ledger;
import org.vigie.record.Viewer;

/// Makes one import of one file: an entry that opens it, one for each row that is new or changed,
/// one that closes it with the counts; all of them in one append, whole or not at all.
///
/// - A row whose subject the ledger already holds with the same words writes nothing.
/// - A row that says something else supersedes the older entry.
/// - A row that cannot be taken is a [Rejection]; the others go on.
/// - An import in which nothing changed still leaves its opening and closing entry: that the file
///   was checked on that day is worth knowing.
///
/// The file is read twice, first for its hash and its encoding; a million rows of GED take some 150
/// MB of heap for their ids.
public final class Importer {

    private final Ledger ledger;
    private final KeptFiles keptFiles;
    private final RandomGenerator chance;

    /// For one ledger and the files behind it.
    ///
    /// @param chance for the ids of the entries
    public Importer(Ledger ledger, KeptFiles keptFiles, RandomGenerator chance) {
        this.ledger = ledger;
        this.keptFiles = keptFiles;
        this.chance = chance;
    }

    /// Carries out one order.
    ///
    /// @throws BadInput when the file as a whole cannot be taken; nothing is written then
    public Imported run(Order order, Progress progress) throws IOException {
        var ids = Ids.series(order.now(), chance);
        return run(order, ids, Signature.ofProgram(ids.get()), progress);
    }

    /// Carries out one order in somebody's name.
    ///
    /// @throws BadInput when the file as a whole cannot be taken; nothing is written then
    public Imported run(Order order, Signature signature, Progress progress) throws IOException {
        return run(order, Ids.series(order.now(), chance), signature, progress);
    }

    private Imported run(Order given, Supplier<UUID> ids, Signature signature, Progress progress)
            throws IOException {
        check(given);
        var order = given.as(given.format().on(ledger));
        var opening = Opening.of(order.file(), order.name());
        var layout = order.format().layout(opening);
        var scan = new PrintingScan(layout.separator());
        boolean again =
                order.format().rewriting().isPresent() && opening.container() == Container.TEXT;
        SourceFile.Listener listener = again ? scan::take : SourceFile.Listener.NOBODY;
        var file = SourceFile.of(order.file(), order.name(), opening.container(), listener);
        if (again) {
            layout = layout.printedAs(scan.printing());
        }
        long before = importsOf(order.format(), signature.importId());
        var sources =
                new ImportRun.Sources(
                        Holdings.of(ledger, order.format()),
                        order.format().gate(ledger, order.now()),
                        ids);
        try (var rows = RowSource.open(file, layout, progress)) {
            var run = new ImportRun(order, signature, rows, sources);
            if (order.dryRun()) {
                run.forEachRemaining(entry -> {});
            } else {
                append(file, run, () -> refuseOther(order, signature.importId(), before));
            }
            return run.result();
        } catch (UncheckedIOException e) {
            throw new IOException("cannot read " + file.name() + ": " + e.getMessage(), e);
        }
    }

    /// Keeps the file and reads its rows at the same time; the last entry waits for the file.
    private void append(SourceFile file, ImportRun run, Runnable check) throws IOException {
        var keeping =
                CompletableFuture.runAsync(
                        () -> keep(file, run.hasProtectedRows()),
                        work -> Thread.ofPlatform().start(work));
        try {
            run.beforeTheLast(() -> {
                keeping.join();
                check.run();
            });
            ledger.append(() -> run);
        } catch (CompletionException e) {
            switch (e.getCause()) {
                case UncheckedIOException trouble -> throw trouble.getCause();
                case RuntimeException other -> throw other;
                case null, default -> throw e;
            }
        } finally {
            keeping.exceptionally(told -> null).join();
        }
    }

    /// What another import brought meanwhile was not there when this one looked: its rows would
    /// stand in the ledger twice.
    private void refuseOther(Order order, UUID own, long before) {
        try {
            if (importsOf(order.format(), own) != before) {
                throw new BadInput(
                        "file",
                        order.name(),
                        "imported again, as another import of %s finished meanwhile; nothing of this one was written"
                                .formatted(order.format().code()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @param own the import that is running: a ledger may show its opening already
    private long importsOf(Format format, UUID own) throws IOException {
        var count = new long[1];
        ledger.read(
                Set.of(
                        Kinds.of(Housekeeping.ImportOpened.class),
                        Kinds.of(Housekeeping.ImportUndone.class)),
                Viewer.owner(),
                recorded -> {
                    boolean other =
                            recorded.body() instanceof Housekeeping.ImportOpened opened
                                    && (!opened.format().equals(format.code())
                                            || recorded.entry().id().equals(own));
                    count[0] += other ? 0 : 1;
                });
        return count[0];
    }

    private void keep(SourceFile file, boolean closed) {
        try {
            keptFiles.keep(file.sha256(), file.name(), file.path(), closed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void check(Order order) {
        boolean releaseOfFile =
                order.knownAt() instanceof KnownAt.Release release && release.day() == null;
        if (releaseOfFile && !order.format().statesRelease()) {
            throw new BadInput(
                    "known-at",
                    "release",
                    "release:DAY for %s, whose files do not say when they were released"
                            .formatted(order.format().code()));
        }
        boolean ofIncidents =
                order.format().body() == Facts.IncidentReported.class
                        && order.format().source().equals(order.format().code());
        if (order.complete() && !ofIncidents) {
            throw new BadInput("complete", order.format().code(), "used with files of incidents");
        }
    }
}

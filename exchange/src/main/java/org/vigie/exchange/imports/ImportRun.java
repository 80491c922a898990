package org.vigie.exchange.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.BadInput;
import org.vigie.record.Body;
import org.vigie.record.Component;
import org.vigie.record.Entry;
import org.vigie.record.Facts;
import org.vigie.record.Handling;
import org.vigie.record.Housekeeping;
import org.vigie.record.Ids;
import org.vigie.record.Origin;

/// The entries of one import, made while the ledger asks for them: opening, rows, removals,
/// closing. Can be gone through once.
final class ImportRun implements Iterator<Entry> {

    private static final String LANE = "import";

    private final Order order;
    private final Signature signature;
    private final RowSource rows;
    private final String file;
    private final Holdings held;
    private final Gate gate;
    private final Supplier<UUID> ids;
    private final UUID importId;

    private final Queue<Entry> ready = new ArrayDeque<>();
    private final SeenSubjects seen = new SeenSubjects();
    private final Set<UUID> unread = new HashSet<>();
    private final Set<String> countries = new HashSet<>();
    private final List<Rejection> rejections = new ArrayList<>();
    private Runnable beforeTheLast = () -> {};
    private int lineWithoutKey;
    private boolean closed;
    private long read;
    private long added;
    private long changed;
    private long unchanged;
    private long removed;
    private long rejected;
    private long disordered;
    private long undated;
    private long repeated;
    private long outdated;
    private long implausible;
    private int brokenOff;
    private @Nullable Row waitingRow;
    private @Nullable Draft waiting;
    private boolean waitingIsSaid;

    /// What an import is made from beside its file.
    ///
    /// @param held what the ledger holds of the same source
    /// @param gate what it makes of a row
    /// @param ids of the entries, in order
    record Sources(Holdings held, Gate gate, Supplier<UUID> ids) {}

    /// Takes the rows from their beginning.
    ImportRun(Order order, Signature signature, RowSource rows, Sources sources) {
        this.order = order;
        this.signature = signature;
        this.rows = rows;
        this.file = rows.file().name();
        this.held = sources.held();
        this.gate = sources.gate();
        this.ids = sources.ids();
        this.importId = signature.importId();
        ready.add(entry(importId, importId, opening(), ofItself()));
    }

    /// Whether rows of the file are protected, by what is said of it now or was said before.
    boolean hasProtectedRows() {
        return order.ofNew().isProtected() || order.format().withholds() || held.hasProtected();
    }

    /// What must be done before the closing entry is handed out; when it fails the import fails.
    void beforeTheLast(Runnable action) {
        beforeTheLast = action;
    }

    @Override
    public boolean hasNext() {
        while (ready.isEmpty() && !closed) {
            advance();
        }
        return !ready.isEmpty();
    }

    @Override
    public Entry next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return ready.remove();
    }

    /// After the last entry.
    Imported result() {
        if (!closed) {
            throw new IllegalStateException("the ledger did not take all entries of the import");
        }
        return new Imported(
                order.format(),
                file,
                order.dryRun() ? null : importId,
                closing(),
                undated,
                repeated,
                outdated,
                implausible,
                order.ofNew(),
                rejections);
    }

    private void advance() {
        try {
            var cells = rows.next();
            if (cells == null) {
                takeWaiting();
                close();
                return;
            }
            read++;
            take(cells);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void take(RowSource.Cells cells) {
        var header = cells.header();
        brokenOff = cells.cells().size() < header.size() ? cells.line() : 0;
        if (cells.cells().size() != header.size()) {
            var value = cells.cells().size() + " cells";
            reject(
                    new Rejection(
                            cells.line(), "row", value, "must be " + header.size() + " cells"));
            lineWithoutKey = cells.line();
            return;
        }
        var row = new Row(cells.line(), header, cells.cells());
        try {
            var draft = rows.layout().rows().read(row);
            hold(row, draft, gate.saidAlready(draft));
        } catch (BadInput e) {
            var field = header.find(e.field());
            var value = field.isPresent() ? row.textOrNull(e.field()) : e.value();
            reject(new Rejection(row.line(), e.field(), value, "must be " + e.allowed()));
            rememberKey(row);
        }
    }

    /// A row waits for the next one, which may tell the same incident once more.
    ///
    /// @param said whether the ledger says all of it already: it must stand only once all the same
    private void hold(Row row, Draft draft, boolean said) {
        var first = waiting;
        if (first != null && first.key().equals(draft.key())) {
            var both = order.format().together(first, draft);
            if (both.isPresent()) {
                waiting = both.get();
                repeated++;
                unchanged++;
                return;
            }
        }
        takeWaiting();
        waitingRow = row;
        waiting = draft;
        waitingIsSaid = said;
    }

    private void takeWaiting() {
        var row = waitingRow;
        var draft = waiting;
        waiting = null;
        if (row != null && draft != null) {
            take(row, draft);
        }
    }

    private void take(Row row, Draft draft) {
        var subject = Ids.subject(order.format().source(), draft.key());
        if (held.erased(subject)) {
            reject(
                    new Rejection(
                            row.line(),
                            order.format().keyColumn(),
                            null,
                            "must be taken out of the list: what was said of it was erased, and"
                                    + " would come back"));
            return;
        }
        if (order.format().handling(draft.body(), order.ofNew()) == Handling.WITHHELD) {
            withhold(subject, draft, row.line());
            return;
        }
        int earlier = seen.put(subject, row.line());
        if (earlier > 0) {
            var reason = "must stand only once, and stands in line " + earlier + " too";
            reject(new Rejection(row.line(), order.format().keyColumn(), draft.key(), reason));
            return;
        }
        if (waitingIsSaid) {
            unchanged++;
            return;
        }
        var country = Holdings.countryOf(draft.body());
        if (country != null) {
            countries.add(country);
        }
        disordered += disordered(draft.body()) ? 1 : 0;
        implausible += Implausible.is(draft, order.now()) ? 1 : 0;
        var older = held.find(subject);
        if (draft.body() instanceof Facts.IncidentRetracted) {
            retract(subject, draft, row.line());
        } else if (older.isPresent() && older.get().handling() == Handling.WITHHELD) {
            added++; // to everybody who may see it, it is new
            ready.add(
                    entry(subject, draft, row.line(), order.ofNew())
                            .superseding(older.get().entry()));
        } else if (older.isEmpty()) {
            added++;
            ready.add(entry(subject, draft, row.line(), order.ofNew()));
        } else if (says(draft).equals(older.get().says()) && handledAlike(older.get())) {
            unchanged++;
        } else if (order.format().revision(draft.body()) < older.get().revision()) {
            outdated++;
            unchanged++;
        } else {
            changed++;
            ready.add(again(subject, draft, row.line(), older.get()));
        }
    }

    /// Nobody may learn of the row, so it is in no count either. What was told once stays told.
    private void withhold(UUID subject, Draft draft, int line) {
        read--;
        if (seen.put(subject, line) > 0) {
            return;
        }
        var older = held.find(subject);
        if (older.isEmpty()) {
            ready.add(entry(subject, draft, line, Handling.WITHHELD));
        } else if (older.get().handling() == Handling.WITHHELD
                && !says(draft).equals(older.get().says())) {
            ready.add(
                    entry(subject, draft, line, Handling.WITHHELD)
                            .superseding(older.get().entry()));
        }
    }

    private boolean handledAlike(Holdings.Held older) {
        return order.ofHeld(older.handling()) == older.handling();
    }

    private Entry again(UUID subject, Draft draft, int line, Holdings.Held older) {
        return entry(subject, draft, line, order.ofHeld(older.handling()))
                .superseding(older.entry());
    }

    /// The source says that it deleted an incident; one that the ledger does not hold needs
    /// nothing.
    private void retract(UUID subject, Draft draft, int line) {
        var older = held.find(subject);
        if (older.isEmpty()) {
            unchanged++;
        } else {
            removed++;
            ready.add(again(subject, draft, line, older.get()));
        }
    }

    /// A row that is there but cannot be read is not a row that the source deleted.
    private void rememberKey(Row row) {
        var key = row.text(order.format().keyColumn());
        if (key.isEmpty()) {
            lineWithoutKey = row.line();
        } else {
            unread.add(Ids.subject(order.format().source(), key));
        }
    }

    private void close() throws IOException {
        rows.end();
        if (brokenOff > 0 && !rows.file().endsWithLine()) {
            throw new BadInput(
                    "file",
                    file + ", line " + brokenOff,
                    "whole, and here its last row breaks off");
        }
        if (order.complete()) {
            retractTheUnlisted();
        }
        beforeTheLast.run();
        ready.add(entry(ids.get(), importId, closing(), ofItself()));
        closed = true;
    }

    private void retractTheUnlisted() {
        if (lineWithoutKey > 0) {
            throw new BadInput(
                    "complete",
                    file + ", line " + lineWithoutKey,
                    "used with a file in which every row can be told by its id");
        }
        var gone = new TreeMap<>(held.in(countries));
        gone.keySet().removeIf(subject -> seen.contains(subject) || unread.contains(subject));
        gone.forEach((subject, older) -> {
            var body =
                    new Facts.IncidentRetracted(
                            order.format().code(), "no longer listed in " + file);
            ready.add(
                    entry(ids.get(), subject, body, order.ofHeld(older.handling()))
                            .superseding(older.entry()));
            removed++;
        });
    }

    private void reject(Rejection rejection) {
        rejected++;
        if (rejections.size() < Imported.REJECTIONS_MAX) {
            rejections.add(rejection);
        }
    }

    private Fingerprint says(Draft draft) {
        return Fingerprint.of(draft.happenedOn(), draft.body(), order.format().printedOnly());
    }

    private Entry entry(UUID subject, Draft draft, int line, Handling handling) {
        var knownAt = order.knownAt().of(draft, order.now());
        boolean counts =
                knownAt.isEmpty()
                        && handling != Handling.WITHHELD
                        && !(order.knownAt() instanceof KnownAt.Now);
        undated += counts ? 1 : 0;
        return new Entry(
                ids.get(),
                subject,
                draft.happenedOn(),
                knownAt.orElse(null),
                Signature.PROGRAM,
                Component.OUTSIDE,
                handling,
                new Origin(LANE, importId, file, line),
                null,
                draft.body());
    }

    /// That there was an import is known within the mission, whatever its rows are.
    private Handling ofItself() {
        return order.ofNew() == Handling.OPEN ? Handling.OPEN : Handling.MISSION;
    }

    private Entry entry(UUID id, UUID subject, Body body, Handling handling) {
        return new Entry(
                id,
                subject,
                null,
                null,
                signature.author(),
                signature.component(),
                handling,
                new Origin(LANE, importId, file, 0),
                null,
                body);
    }

    private Housekeeping.ImportOpened opening() {
        var options = new TreeMap<>(rows.layout().options());
        options.put("known-at", order.knownAt().toString());
        options.put("complete", order.complete() ? "yes" : "no");
        if (order.ofNew() != Handling.OPEN) {
            options.put("handling", order.ofNew().code());
        }
        order.format().caution().ifPresent(caution -> options.put("caution", caution));
        return new Housekeeping.ImportOpened(
                order.format().code(), file, rows.file().sha256(), rows.file().bytes(), options);
    }

    private Housekeeping.ImportClosed closing() {
        return new Housekeeping.ImportClosed(
                read, added, changed, unchanged, removed, rejected, disordered);
    }

    private static boolean disordered(Body body) {
        return body instanceof Facts.IncidentReported account
                && account.deaths() != null
                && account.deaths().total().disordered();
    }
}

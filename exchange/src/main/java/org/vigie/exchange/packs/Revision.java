package org.vigie.exchange.packs;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.record.Accords;
import org.vigie.record.Awareness;
import org.vigie.record.Body;
import org.vigie.record.Entry;
import org.vigie.record.Facts;
import org.vigie.record.Housekeeping;
import org.vigie.record.Ids;
import org.vigie.record.Origin;
import org.vigie.record.Responses;
import org.vigie.record.Warnings;

/// What must be appended so that what a ledger holds of a pack or chronology becomes what the files
/// now say: nothing for a row that says the same, a superseding entry for one that changed, a
/// retraction for one that is gone.
///
/// A changed row keeps the moment of knowing that its files now give. Where that is later than
/// before, the old entry is also taken back at its own moment: else it would still be seen in
/// between.
final class Revision {

    private static final UUID NOBODY = new UUID(0, 0);

    private final Holding holding;
    private final UUID importId;
    private final String from;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<UUID, UUID> actual = new HashMap<>();
    private long added;
    private long changed;
    private long unchanged;
    private long removed;

    private Revision(Holding holding, UUID importId, String from) {
        this.holding = holding;
        this.importId = importId;
        this.from = from;
    }

    /// @param importId of the import that will bring the entries
    /// @param from what they come from, as the end of "No longer in the …"
    static Revision of(Holding holding, List<Entry> wanted, UUID importId, String from) {
        var revision = new Revision(holding, importId, from);
        revision.revise(wanted);
        return revision;
    }

    /// In the order of the files; retractions last.
    List<Entry> entries() {
        return List.copyOf(entries);
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    Housekeeping.ImportClosed counts() {
        return new Housekeeping.ImportClosed(
                added + changed + unchanged, added, changed, unchanged, removed, 0, 0);
    }

    private void revise(List<Entry> wanted) {
        var same = new HashMap<Entry, Queue<Entry>>();
        for (var entry : holding.held()) {
            same.computeIfAbsent(said(entry), key -> new ArrayDeque<>()).add(entry);
        }
        var open = new ArrayList<Entry>();
        for (var entry : wanted) {
            if (!(entry.body() instanceof Awareness.KnowledgeContested)) {
                match(entry, same, open);
            }
        }
        var left = new LinkedHashMap<Slot, Queue<Entry>>();
        same.values().stream()
                .flatMap(Queue::stream)
                .filter(entry -> !(entry.body() instanceof Awareness.KnowledgeContested))
                .sorted(java.util.Comparator.comparingInt(holding.held()::indexOf))
                .forEach(entry ->
                        left.computeIfAbsent(Slot.of(entry), key -> new ArrayDeque<>()).add(entry));
        open.forEach(entry -> append(entry, left.getOrDefault(Slot.of(entry), new ArrayDeque<>())));
        left.values().forEach(queue -> queue.forEach(this::retract));
        reviseContests(wanted, same);
    }

    /// Entries that dispute others name them by id, so they come last, when those ids are known.
    private void reviseContests(List<Entry> wanted, Map<Entry, Queue<Entry>> same) {
        var open = new ArrayList<Entry>();
        for (var entry : wanted) {
            if (entry.body() instanceof Awareness.KnowledgeContested contest) {
                var contested = actual.getOrDefault(contest.contested(), contest.contested());
                match(
                        with(
                                entry,
                                new Awareness.KnowledgeContested(
                                        contested, contest.by(), contest.reason())),
                        same,
                        open);
            }
        }
        open.forEach(entry -> append(entry, new ArrayDeque<>()));
        same.values().stream()
                .flatMap(Queue::stream)
                .filter(entry -> entry.body() instanceof Awareness.KnowledgeContested)
                .forEach(this::retract);
    }

    private void match(Entry entry, Map<Entry, Queue<Entry>> same, List<Entry> open) {
        var equal = same.get(said(entry));
        var held = equal == null ? null : equal.poll();
        if (held == null) {
            open.add(entry);
        } else {
            unchanged++;
            actual.put(entry.id(), held.id());
        }
    }

    private void append(Entry entry, Queue<Entry> older) {
        var id = unused(entry.id());
        actual.put(entry.id(), id);
        var replaced = older.poll();
        if (replaced == null) {
            added++;
            entries.add(stamped(entry, id, entry.supersedes(), entry.body()));
            return;
        }
        changed++;
        entries.add(stamped(entry, id, replaced.id(), entry.body()));
        if (Objects.requireNonNull(entry.knownAt()).isAfter(replaced.knownAt())) {
            entries.add(retraction(replaced));
        }
    }

    private void retract(Entry held) {
        removed++;
        entries.add(retraction(held));
    }

    private Entry retraction(Entry held) {
        var reason = Holding.GONE + from;
        Body body =
                switch (held.body()) {
                    case Facts.IncidentReported account ->
                            new Facts.IncidentRetracted(account.source(), reason);
                    case Facts.ClaimMade claim -> new Facts.ClaimRetracted(reason);
                    case Body other -> new Housekeeping.NoteWritten(reason);
                };
        var id = Ids.subject(importId.toString(), "gone " + held.id());
        return stamped(held, id, held.id(), body);
    }

    private UUID unused(UUID id) {
        var free = id;
        for (int again = 1; holding.used().contains(free); again++) {
            free = Ids.subject(id.toString(), "again " + again);
        }
        return free;
    }

    private Entry stamped(Entry entry, UUID id, @Nullable UUID supersedes, Body body) {
        var origin = entry.origin();
        return new Entry(
                id,
                entry.subject(),
                entry.happenedOn(),
                entry.knownAt(),
                entry.author(),
                entry.component(),
                entry.handling(),
                new Origin(origin.lane(), importId, origin.file(), origin.line()),
                supersedes,
                body);
    }

    /// What an entry says, without its ids and without the line on which it stands.
    private static Entry said(Entry entry) {
        return new Entry(
                NOBODY,
                entry.subject(),
                entry.happenedOn(),
                entry.knownAt(),
                entry.author(),
                entry.component(),
                entry.handling(),
                Origin.lane(entry.origin().lane()),
                null,
                entry.body());
    }

    private static Entry with(Entry entry, Body body) {
        return new Entry(
                entry.id(),
                entry.subject(),
                entry.happenedOn(),
                entry.knownAt(),
                entry.author(),
                entry.component(),
                entry.handling(),
                entry.origin(),
                entry.supersedes(),
                body);
    }

    /// What a changed row is known again by.
    record Slot(String kind, UUID subject, String what) {

        static Slot of(Entry entry) {
            return new Slot(entry.kind(), entry.subject(), what(entry.body()));
        }

        private static String what(Body body) {
            return switch (body) {
                case Facts.ClaimMade(var claim) -> claim.measure() + " " + claim.source();
                case Facts.ActorRelated related -> related.relation() + " " + related.other();
                case Facts.ActorLabelled said -> said.label() + " " + said.by();
                case Accords.AccordStepped act -> act.act() + " " + act.who();
                case Accords.MonitorNamed monitor -> monitor.who() + " " + monitor.text();
                case Accords.CommitmentStepped step -> step.step().name();
                case Awareness.Known known -> known.who();
                case Responses.ResponseStepped step -> step.step().name();
                case Warnings.AlertStepped step -> step.step().name();
                case Body other -> "";
            };
        }
    }
}

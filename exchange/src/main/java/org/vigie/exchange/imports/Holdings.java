package org.vigie.exchange.imports;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.record.Erased;
import org.vigie.record.Facts;
import org.vigie.record.Handling;
import org.vigie.record.Housekeeping;
import org.vigie.record.Kinds;
import org.vigie.record.Ledger;
import org.vigie.record.Recorded;
import org.vigie.record.Viewer;

/// What the ledger now holds of one source: for each subject the entry that counts, undone imports
/// and superseded entries left out. About 150 bytes for each subject.
final class Holdings {

    /// The entry that holds, and what it says.
    ///
    /// @param country of an incident, null where there is none
    /// @param revision by the source's own count, see [Format#revision]
    record Held(
            UUID entry,
            Fingerprint says,
            long knownAt,
            long seq,
            @Nullable String country,
            long revision,
            Handling handling) {}

    private static final Comparator<Held> BY_KNOWLEDGE =
            Comparator.comparingLong(Held::knownAt).thenComparingLong(Held::seq);

    private final Format format;
    private final Set<UUID> undone = new HashSet<>();
    private final Map<UUID, List<Held>> bySubject = new HashMap<>();

    private final Set<UUID> erased = new HashSet<>();

    private Holdings(Format format) {
        this.format = format;
    }

    static Holdings of(Ledger ledger, Format format) throws IOException {
        var holdings = new Holdings(format);
        ledger.read(
                Set.of(Kinds.of(Housekeeping.ImportUndone.class)),
                Viewer.owner(),
                holdings::takeUndoing);
        ledger.read(
                Set.of(
                        Kinds.of(format.body()),
                        Kinds.of(Facts.IncidentRetracted.class),
                        // What takes other kinds back.
                        Kinds.of(Housekeeping.NoteWritten.class)),
                Viewer.keeper(),
                holdings::take);
        return holdings;
    }

    Optional<Held> find(UUID subject) {
        return Optional.ofNullable(bySubject.get(subject)).map(Holdings::latest);
    }

    /// Whether what was said of a subject was erased and nothing was said since: a list that is
    /// imported again must not bring it back.
    boolean erased(UUID subject) {
        return erased.contains(subject) && !bySubject.containsKey(subject);
    }

    /// Whether something of it is protected.
    boolean hasProtected() {
        return bySubject.values().stream()
                .anyMatch(chain -> chain.stream().anyMatch(held -> held.handling().isProtected()));
    }

    /// The subjects whose entry names one of these countries.
    Map<UUID, Held> in(Set<String> countries) {
        var found = new HashMap<UUID, Held>();
        bySubject.forEach((subject, chain) -> {
            var held = latest(chain);
            var country = held.country();
            if (country != null && countries.contains(country)) {
                found.put(subject, held);
            }
        });
        return found;
    }

    private void takeUndoing(Recorded recorded) {
        var opening = recorded.entry().supersedes();
        if (opening != null) {
            undone.add(opening);
        }
    }

    private void take(Recorded recorded) {
        var entry = recorded.entry();
        var importId = entry.origin().importId();
        if (importId != null && undone.contains(importId)) {
            return;
        }
        if (entry.body() instanceof Erased) {
            erased.add(entry.subject());
        }
        var chain = bySubject.getOrDefault(entry.subject(), List.of());
        var kept =
                new ArrayList<>(
                        chain.stream()
                                .filter(held -> !held.entry().equals(entry.supersedes()))
                                .toList());
        if (format.body().isInstance(entry.body()) && ours(entry.body())) {
            kept.add(
                    new Held(
                            entry.id(),
                            Fingerprint.of(entry.happenedOn(), entry.body(), format.printedOnly()),
                            recorded.knownAt().toEpochMilli(),
                            recorded.seq(),
                            countryOf(entry.body()),
                            format.revision(entry.body()),
                            entry.handling()));
        }
        if (kept.isEmpty()) {
            bySubject.remove(entry.subject());
        } else {
            bySubject.put(entry.subject(), List.copyOf(kept));
        }
    }

    /// Accounts of incidents come from many sources; the subjects of the others tell them apart.
    private boolean ours(Object body) {
        return !(body instanceof Facts.IncidentReported account)
                || account.source().equals(format.source());
    }

    static @Nullable String countryOf(Object body) {
        return body instanceof Facts.IncidentReported account ? account.site().country() : null;
    }

    private static Held latest(List<Held> chain) {
        return chain.stream()
                .max(BY_KNOWLEDGE)
                .orElseThrow(() -> new IllegalStateException("a chain has an entry"));
    }
}

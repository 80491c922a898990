package org.vigie.record;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Everything a ledger ever took, arranged so that any moment of both clocks is a filter away.
/// Immutable: [#plus] gives a new one, readers keep the old one. What both ledgers answer `asOf`
/// with.
///
/// Accounts of incidents are columns ([Accounts], [Rows]); the other kinds are few and kept as they
/// are. Adding accounts rebuilds the rows (about a second for a million); adding anything else
/// costs a copy of references.
public final class History {

    public static final History EMPTY =
            new History(
                    new Accounts(),
                    Rows.of(List.of(), new Accounts()),
                    new Recorded[0],
                    Corrections.NONE,
                    0,
                    Instant.EPOCH);

    private final Accounts accounts;
    private final Rows rows;
    private final Recorded[] others;
    private final Corrections corrections;
    private final long size;
    private final Instant lastRecordedAt;

    private History(
            Accounts accounts,
            Rows rows,
            Recorded[] others,
            Corrections corrections,
            long size,
            Instant lastRecordedAt) {
        this.accounts = accounts;
        this.rows = rows;
        this.others = others;
        this.corrections = corrections;
        this.size = size;
        this.lastRecordedAt = lastRecordedAt;
    }

    /// How many entries are in it: the `seq` that comes next.
    public long size() {
        return size;
    }

    /// When the last entry was recorded; the epoch when there is none.
    public Instant lastRecordedAt() {
        return lastRecordedAt;
    }

    /// This history and what came after it. Call it once on each history: the columns are shared
    /// with the result.
    public History plus(List<Recorded> added) {
        if (added.isEmpty()) {
            return this;
        }
        if (added.getFirst().seq() != size) {
            throw new IllegalStateException(
                    "expected entry " + size + ", got " + added.getFirst().seq());
        }
        var nextCorrections = corrections.plus(added);
        var grown = accounts.grown();
        var nextOthers = new ArrayList<>(Arrays.asList(others));
        boolean incidentsChange = nextCorrections != corrections;
        for (var recorded : added) {
            if (recorded.body() instanceof Facts.IncidentReported account) {
                grown.add(recorded, account);
                incidentsChange = true;
            } else {
                nextOthers.add(recorded);
                incidentsChange |= recorded.body() instanceof Facts.ClaimMade;
            }
        }
        var kept = nextOthers.toArray(Recorded[]::new);
        return new History(
                grown,
                incidentsChange ? rows(grown, kept, nextCorrections) : rows,
                kept,
                nextCorrections,
                size + added.size(),
                added.getLast().recordedAt());
    }

    /// What was known at `known`, as held at `recorded`, as far as the viewer may see it.
    public Picture asOf(Instant known, Instant recorded, Viewer viewer) {
        long knownMillis = known.toEpochMilli();
        long recordedMillis = recorded.toEpochMilli();
        var visible =
                Arrays.stream(others)
                        .filter(entry -> entry.recordedAt().toEpochMilli() <= recordedMillis)
                        .filter(entry -> entry.knownAt().toEpochMilli() <= knownMillis)
                        .filter(entry -> viewer.maySee(entry.entry().handling()))
                        .filter(entry ->
                                !corrections.gone(
                                        entry.entry().id(),
                                        entry.entry().origin().importId(),
                                        knownMillis,
                                        recordedMillis))
                        .toList();
        var incidents =
                new Incidents(
                        accounts,
                        rows,
                        rows.asOf(knownMillis, recordedMillis, viewer.handlingBits()));
        return new Picture(known, recorded, viewer, incidents, visible);
    }

    private static Rows rows(Accounts accounts, Recorded[] others, Corrections corrections) {
        var claims = new HashMap<UUID, List<Recorded>>();
        for (var recorded : others) {
            if (recorded.body() instanceof Facts.ClaimMade) {
                claims.computeIfAbsent(recorded.entry().subject(), subject -> new ArrayList<>())
                        .add(recorded);
            }
        }
        var versions = new ArrayList<Rows.Version>(accounts.size);
        for (int[] chain : chains(accounts)) {
            var about = claims.getOrDefault(accounts.subject(chain[0]), List.of());
            versions.addAll(Versions.of(accounts, chain, about, corrections));
        }
        return Rows.of(versions, accounts);
    }

    /// The rows of each incident, oldest first.
    private static Iterable<int[]> chains(Accounts accounts) {
        Map<UUID, int[]> chains = HashMap.newHashMap(accounts.size);
        for (int row = 0; row < accounts.size; row++) {
            int added = row;
            chains.merge(
                    accounts.subject(row),
                    new int[] {row},
                    (older, one) -> {
                        var longer = Arrays.copyOf(older, older.length + 1);
                        longer[older.length] = added;
                        return longer;
                    });
        }
        return chains.values();
    }
}

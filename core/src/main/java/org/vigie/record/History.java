package org.vigie.record;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.LongStream;

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
                    new Parts(
                            new Accounts(),
                            new Rows.Unsorted(new Accounts()).sorted(),
                            new Recorded[0],
                            Corrections.NONE,
                            0,
                            Instant.EPOCH,
                            new Visible()));

    /// Room is made for no more than this at once: somebody may be wrong about what is to come.
    private static final int EXPECTED_MAX = 1 << 24;

    private static final String ACCOUNT = Kinds.of(Facts.IncidentReported.class);

    private final Parts parts;

    private History(Parts parts) {
        this.parts = parts;
    }

    @SuppressWarnings("ArrayRecordComponent") // never leaves this class and is never compared
    private record Parts(
            Accounts accounts,
            Rows rows,
            Recorded[] others,
            Corrections corrections,
            long size,
            Instant lastRecordedAt,
            Visible visible) {}

    /// How many entries are in it: the `seq` that comes next.
    public long size() {
        return parts.size;
    }

    /// When the last entry was recorded; the epoch when there is none.
    public Instant lastRecordedAt() {
        return parts.lastRecordedAt;
    }

    /// How many accounts of incidents are in it: what makes it worth saving.
    public int accounts() {
        return parts.accounts.size;
    }

    /// Whether its columns may leave the ledger: not when an account in it is protected, or what is
    /// erased there would stay readable; and not when one could not be read, since it is in no
    /// column.
    public boolean savable() {
        int beyond = Handling.PROTECTION.bit() | Handling.SEALED.bit() | Handling.WITHHELD.bit();
        return (parts.accounts.handlingBits() & beyond) == 0
                && Arrays.stream(parts.others)
                        .noneMatch(other -> other.entry().kind().equals(ACCOUNT));
    }

    /// The places of all accounts of an incident, superseded ones too, in order; also of those that
    /// this version cannot read.
    public long[] accountsOf(UUID incident) {
        var accounts = parts.accounts;
        var unread =
                Arrays.stream(parts.others)
                        .filter(other -> other.entry().kind().equals(ACCOUNT))
                        .filter(other -> other.entry().subject().equals(incident))
                        .mapToLong(Recorded::seq);
        return LongStream.concat(accounts.of(incident).mapToLong(accounts::seq), unread)
                .sorted()
                .toArray();
    }

    /// Writes all but the other kinds of entry, which are few and are read from the ledger again: a
    /// file that is read back in a fraction of the time in which a history is made.
    public void write(OutputStream to) throws IOException {
        var out = new ColumnsOut(to);
        out.number(parts.size);
        out.number(parts.lastRecordedAt.toEpochMilli());
        parts.accounts.write(out);
        parts.rows.write(out);
        parts.corrections.write(out);
        out.flush();
    }

    /// Reads what [#write] wrote.
    ///
    /// @throws IOException also when it is not such a file, or of another version
    public static Saved read(InputStream from) throws IOException {
        var in = new ColumnsIn(from);
        long size = in.longNumber();
        var lastRecordedAt = Instant.ofEpochMilli(in.longNumber());
        var accounts = Accounts.read(in);
        var rows = Rows.read(in, accounts);
        var corrections = Corrections.read(in);
        return new Saved(
                new Parts(
                        accounts,
                        rows,
                        new Recorded[0],
                        corrections,
                        size,
                        lastRecordedAt,
                        new Visible()));
    }

    /// A history that was saved, and still lacks the entries that are no accounts of incidents.
    public static final class Saved {

        private final Parts parts;

        private Saved(Parts parts) {
            this.parts = parts;
        }

        /// Entries of the ledger that it covers.
        public long size() {
            return parts.size;
        }

        /// The whole history.
        ///
        /// @param others all entries below [#size] that are no accounts of incidents, in order
        public History with(List<Recorded> others) {
            return new History(
                    new Parts(
                            parts.accounts,
                            parts.rows,
                            others.toArray(Recorded[]::new),
                            parts.corrections,
                            parts.size,
                            parts.lastRecordedAt,
                            new Visible()));
        }
    }

    /// This history and what came after it. Call it once on each history: the columns are shared
    /// with the result.
    public History plus(List<Recorded> added) {
        var growth = growth(added.size());
        added.forEach(growth::add);
        return growth.done();
    }

    /// The same for entries that come one by one and need not all be in memory. Begin it once on
    /// each history.
    ///
    /// @param expected about how many; more or fewer may come
    public Growth growth(long expected) {
        return new Growth(parts, Math.clamp(expected, 0, EXPECTED_MAX));
    }

    /// A history while it grows.
    public static final class Growth {

        private final Parts parts;
        private final Accounts grown;
        private final List<Recorded> others = new ArrayList<>();
        private final List<Recorded> superseding = new ArrayList<>();
        private boolean incidentsChange;
        private long size;
        private Instant lastRecordedAt;

        private Growth(Parts parts, int expected) {
            this.parts = parts;
            this.grown = parts.accounts.grown();
            this.grown.expect(expected);
            this.size = parts.size;
            this.lastRecordedAt = parts.lastRecordedAt;
        }

        /// Takes the next entry of the ledger. The body of an account is not kept.
        public void add(Recorded recorded) {
            if (recorded.seq() != size) {
                throw new IllegalStateException(
                        "expected entry " + size + ", got " + recorded.seq());
            }
            size++;
            lastRecordedAt = recorded.recordedAt();
            if (recorded.entry().supersedes() != null) {
                superseding.add(recorded);
            }
            if (recorded.body() instanceof Facts.IncidentReported account) {
                grown.add(recorded, account);
                incidentsChange = true;
            } else {
                others.add(recorded);
                incidentsChange |= Told.Index.concerns(recorded);
            }
        }

        /// The history with all that was taken.
        public History done() {
            if (size == parts.size) {
                return new History(parts);
            }
            grown.trim();
            var corrections = parts.corrections.plus(superseding);
            incidentsChange |= corrections != parts.corrections;
            var kept = Arrays.copyOf(parts.others, parts.others.length + others.size());
            for (int i = 0; i < others.size(); i++) {
                kept[parts.others.length + i] = others.get(i);
            }
            var rows = incidentsChange ? rows(grown, kept, corrections) : parts.rows;
            return new History(
                    new Parts(
                            grown,
                            rows,
                            kept,
                            corrections,
                            size,
                            lastRecordedAt,
                            parts.visible.next()));
        }
    }

    /// What was known at `known`, as held at `recorded`, as far as the viewer may see it.
    public Picture asOf(Instant known, Instant recorded, Viewer viewer) {
        long knownMillis = known.toEpochMilli();
        long recordedMillis = recorded.toEpochMilli();
        var visible =
                parts.visible.of(
                        parts.others,
                        parts.corrections,
                        new Visible.Moment(knownMillis, recordedMillis),
                        viewer);
        var rows = parts.rows.asOf(knownMillis, recordedMillis, viewer.handlingBits());
        var purview = viewer.purview();
        var incidents =
                new Incidents(
                        parts.accounts,
                        parts.rows,
                        purview == null ? rows : parts.rows.in(purview, rows));
        var entries = parts.visible.only(visible, parts.accounts, viewer);
        return new Picture(new Standpoint(known, recorded, viewer), incidents, entries);
    }

    /// What a viewer sees of entries of this history that are read one by one, superseded ones
    /// included: by their handling, and by where things lie as far as anybody said until now.
    public Function<Recorded, Optional<Recorded>> sight(Viewer viewer) {
        return parts.visible.sight(parts.others, parts.accounts, viewer);
    }

    private static Rows rows(Accounts accounts, Recorded[] others, Corrections corrections) {
        var said = new Told.Index(others);
        var chains = new Chains(accounts);
        var later = new HashMap<Integer, List<Rows.Version>>();
        var done = new HashSet<UUID>();
        var concerned = new BitSet();
        for (var incident : said.incidents()) {
            chains.find(incident).ifPresent(chain -> concerned.set(chain[0]));
        }
        var unsorted = new Rows.Unsorted(accounts);
        for (int row = 0; row < accounts.size; row++) {
            if (chains.alone(row) && !concerned.get(row) && !corrections.touches(accounts, row)) {
                unsorted.addAlone(row, corrections);
                continue;
            }
            if (chains.startsAt(row) && !done.contains(accounts.subject(row))) {
                var told = told(accounts.subject(row), chains, said);
                if (told.chains().size() > 1) {
                    done.addAll(told.chains().keySet());
                }
                for (var version : Versions.of(accounts, told, corrections)) {
                    later.computeIfAbsent(version.content().account(), account -> new ArrayList<>())
                            .add(version);
                }
            }
            var own = later.remove(row);
            if (own != null) {
                unsorted.add(own);
            }
        }
        return unsorted.sorted();
    }

    private static Told told(UUID incident, Chains chains, Told.Index said) {
        var members = said.members(incident);
        var rows = new TreeMap<Integer, UUID>(); // by which came first
        for (var member : members) {
            chains.find(member).ifPresent(chain -> rows.put(chain[0], member));
        }
        var inOrder = new LinkedHashMap<UUID, int[]>();
        rows.values().forEach(member -> inOrder.put(member, chains.find(member).orElseThrow()));
        return said.told(inOrder, members);
    }
}

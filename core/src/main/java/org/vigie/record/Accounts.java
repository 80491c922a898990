package org.vigie.record;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The accounts of incidents as primitive columns, one row per entry, in the order of the ledger:
/// 64 bytes a row, and dictionaries for what many rows share. The text of an account stays in the
/// ledger.
// Ordinals are positions in arrays made at every start; they are never written to a disk.
@SuppressWarnings("EnumOrdinal")
final class Accounts implements Cloneable {

    /// A time column's "never".
    static final long NEVER = Long.MAX_VALUE;

    /// A figure column's "not stated".
    static final int UNSTATED = Integer.MIN_VALUE;

    /// The account states figures of its own: claims do not take their place.
    private static final int OWN_FIGURES = 0x40;

    /// When an account was known and recorded, in milliseconds of the epoch.
    record Moment(long knownAt, long recordedAt) {}

    /// Whose account it is and how it came in.
    record Provenance(String source, @Nullable UUID importId, int handlingBit) {

        Provenance {
            if (!Handling.isBit(handlingBit)) {
                throw new IllegalArgumentException("no handling has the bit " + handlingBit);
            }
        }
    }

    final Words<Place> places = new Words<>();
    final Words<List<Involved>> actorLists = new Words<>();
    final Words<Moment> moments = new Words<>();
    final Words<Provenance> provenances = new Words<>();

    /// The words in places, each once.
    private final Words<String> words = new Words<>();

    /// By row, the few times that are known more exactly than to the day, and those that go over
    /// decades; shared like the arrays.
    final Map<Integer, Happened> exactTimes = new ConcurrentHashMap<>();

    int size;
    private Runs runs = new Runs();
    long[] idLow = new long[64];
    long[] subjectHigh = new long[64];
    long[] subjectLow = new long[64];
    int[] moment = new int[64];
    int[] provenance = new int[64];
    int[] lastDay = new int[64];

    /// Days between the first day and the last.
    short[] duration = new short[64];

    int[] place = new int[64];
    int[] actors = new int[64];
    byte[] kind = new byte[64];

    /// The precision of the days, and [#OWN_FIGURES].
    byte[] dated = new byte[64];

    int[] low = new int[64];
    int[] best = new int[64];
    int[] high = new int[64];
    int[] civilians = new int[64];

    /// A copy that can grow without touching this one: it shares the arrays, and rows below `size`
    /// never change. Only one copy may be grown; a second one would write into the first one's
    /// rows. Empty accounts may be grown as often as there are ledgers.
    Accounts grown() {
        if (size == 0) {
            return new Accounts();
        }
        try {
            var grown = (Accounts) clone();
            grown.runs = runs.grown();
            return grown;
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("Accounts is cloneable", e);
        }
    }

    /// Makes room for so many rows more, so that neither copies nor empty rows are made on the way.
    void expect(int more) {
        if (size + more > idLow.length) {
            resize(size + more);
        }
    }

    /// Gives back the room of many empty rows.
    void trim() {
        // More than the room that one new row makes: else it would be made and given back in turn.
        if (idLow.length - size > Math.max(1_024, size >> 3)) {
            resize(size);
        }
    }

    /// Adds an account as the next row.
    void add(Recorded recorded, Facts.IncidentReported account) {
        int row = size;
        if (row == idLow.length) {
            resize(row + (row >> 4) + 64);
        }
        var entry = recorded.entry();
        runs.add(row, Math.toIntExact(recorded.seq()), entry.id().getMostSignificantBits());
        size++;
        idLow[row] = entry.id().getLeastSignificantBits();
        subjectHigh[row] = entry.subject().getMostSignificantBits();
        subjectLow[row] = entry.subject().getLeastSignificantBits();
        moment[row] =
                moments.number(
                        new Moment(
                                recorded.knownAt().toEpochMilli(),
                                recorded.recordedAt().toEpochMilli()));
        provenance[row] =
                provenances.number(
                        new Provenance(
                                account.source(),
                                entry.origin().importId(),
                                entry.handling().bit()));
        addAccount(row, entry.happenedOn(), account);
    }

    private void addAccount(int row, @Nullable Happened when, Facts.IncidentReported account) {
        var deaths = account.deaths();
        var precision = when == null ? DatePrecision.UNKNOWN : when.precision();
        dated[row] = (byte) (precision.ordinal() | (deaths == null ? 0 : OWN_FIGURES));
        lastDay[row] = UNSTATED;
        if (when != null) {
            lastDay[row] = (int) when.lastDay().toEpochDay();
            long days = lastDay[row] - when.firstDay().toEpochDay();
            duration[row] = (short) Math.min(days, Short.MAX_VALUE);
            if (precision.finerThanDay() || days > Short.MAX_VALUE) {
                exactTimes.put(row, when);
            }
        }
        place[row] = places.number(Place.of(account.site(), this::once));
        kind[row] = (byte) account.incidentKind().ordinal();
        actors[row] = actorLists.number(account.actors());
        low[row] = deaths == null ? UNSTATED : orUnstated(deaths.total().low());
        best[row] = deaths == null ? UNSTATED : orUnstated(deaths.total().best());
        high[row] = deaths == null ? UNSTATED : orUnstated(deaths.total().high());
        civilians[row] = deaths == null ? UNSTATED : orUnstated(deaths.civilians());
    }

    /// When it was so: the source's own moments where it gives any, else its days.
    @Nullable Happened happened(int row) {
        if (lastDay[row] == UNSTATED) {
            return null;
        }
        var exact = exactTimes.get(row);
        return exact != null
                ? exact
                : Happened.between(
                        LocalDate.ofEpochDay(lastDay[row] - duration[row]),
                        LocalDate.ofEpochDay(lastDay[row]),
                        DATE_PRECISIONS[dated[row] & ~OWN_FIGURES]);
    }

    /// What an account states of its dead, null when it has no figures of its own.
    @Nullable Statement statement(int row) {
        return (dated[row] & OWN_FIGURES) == 0
                ? null
                : Statement.ofAccount(source(row), figures(row), stated(civilians[row]));
    }

    /// The figures of an account.
    Figures figures(int row) {
        return new Figures(stated(low[row]), stated(best[row]), stated(high[row]));
    }

    static @Nullable Integer stated(int figure) {
        return figure == UNSTATED ? null : figure;
    }

    private String once(String word) {
        return words.value(words.number(word));
    }

    /// The rows that are about an incident, in order: a look at each row, a millisecond for a
    /// million.
    IntStream of(UUID incident) {
        long high = incident.getMostSignificantBits();
        long low = incident.getLeastSignificantBits();
        return IntStream.range(0, size)
                .filter(row -> subjectLow[row] == low && subjectHigh[row] == high);
    }

    /// Where the last account of each of these incidents puts it: one look at each row.
    Map<UUID, Place> lastPlaces(Set<UUID> incidents) {
        var found = new HashMap<UUID, Place>();
        for (int row = 0; row < size && !incidents.isEmpty(); row++) {
            var incident = subject(row);
            if (incidents.contains(incident)) {
                found.put(incident, place(row));
            }
        }
        return found;
    }

    /// The numbers of the places that lie in an area.
    BitSet placesIn(Purview purview) {
        var inside = new BitSet();
        for (int number = 0; number < places.size(); number++) {
            inside.set(number, purview.covers(places.value(number).site()));
        }
        return inside;
    }

    /// The place in the ledger.
    int seq(int row) {
        return runs.seq(row);
    }

    UUID id(int row) {
        return new UUID(runs.idHigh(row), idLow[row]);
    }

    UUID subject(int row) {
        return new UUID(subjectHigh[row], subjectLow[row]);
    }

    long knownAt(int row) {
        return moments.value(moment[row]).knownAt;
    }

    long recordedAt(int row) {
        return moments.value(moment[row]).recordedAt;
    }

    @Nullable UUID importId(int row) {
        return provenances.value(provenance[row]).importId;
    }

    String source(int row) {
        return provenances.value(provenance[row]).source;
    }

    int handlingBit(int row) {
        return provenances.value(provenance[row]).handlingBit;
    }

    /// The handling of all accounts together.
    int handlingBits() {
        return provenances.list().stream()
                .mapToInt(Provenance::handlingBit)
                .reduce(0, (a, b) -> a | b);
    }

    Place place(int row) {
        return places.value(place[row]);
    }

    List<Involved> actors(int row) {
        return actorLists.value(actors[row]);
    }

    IncidentKind kind(int row) {
        return KINDS[kind[row]];
    }

    static final IncidentKind[] KINDS = IncidentKind.values();
    static final DatePrecision[] DATE_PRECISIONS = DatePrecision.values();

    /// What an estimate adds to a sum; not stated adds nothing.
    static int inSum(int figure) {
        return figure == UNSTATED ? 0 : figure;
    }

    /// What the low or high end of an estimate adds to a sum: where a source states a best estimate
    /// only, that is its low and its high too.
    static int inSum(int end, int best) {
        return inSum(end == UNSTATED ? best : end);
    }

    static int orUnstated(@Nullable Integer figure) {
        return figure == null ? UNSTATED : figure;
    }

    /// Writes the columns and their dictionaries; numbers of enum constants as their names.
    void write(ColumnsOut out) throws IOException {
        out.list(places.list(), (to, place) -> place.write(to));
        out.list(actorLists.list(), (to, list) -> to.list(list, Accounts::writeInvolved));
        out.list(
                moments.list(),
                (to, one) -> {
                    to.number(one.knownAt);
                    to.number(one.recordedAt);
                });
        out.list(
                provenances.list(),
                (to, one) -> {
                    to.text(one.source);
                    to.id(one.importId);
                    to.number(one.handlingBit);
                });
        out.list(
                List.copyOf(exactTimes.entrySet()),
                (to, one) -> {
                    to.number(one.getKey().intValue());
                    to.number(one.getValue().first().toEpochMilli());
                    to.number(one.getValue().last().toEpochMilli());
                    to.text(one.getValue().precision().name());
                });
        out.list(List.of(DATE_PRECISIONS), (to, one) -> to.text(one.name()));
        out.list(List.of(KINDS), (to, one) -> to.text(one.name()));
        out.number(size);
        runs.write(out);
        for (var column : intColumns()) {
            out.column(column, size);
        }
        out.column(idLow, size);
        out.column(subjectHigh, size);
        out.column(subjectLow, size);
        out.column(duration, size);
        out.column(kind, size);
        out.column(dated, size);
    }

    private int[][] intColumns() {
        return new int[][] {moment, provenance, lastDay, place, actors, low, best, high, civilians};
    }

    private static void writeInvolved(ColumnsOut out, Involved involved) throws IOException {
        out.text(involved.role().name());
        out.text(involved.actor());
        out.text(involved.actorClass().name());
    }

    /// Reads what [#write] wrote.
    static Accounts read(ColumnsIn in) throws IOException {
        var accounts = new Accounts();
        in.list(from -> Place.read(from, accounts::once)).forEach(accounts.places::number);
        in.list(from -> List.copyOf(from.list(Accounts::readInvolved)))
                .forEach(accounts.actorLists::number);
        in.list(from -> new Moment(from.longNumber(), from.longNumber()))
                .forEach(accounts.moments::number);
        in.list(from -> new Provenance(from.text(), from.id(), from.number()))
                .forEach(accounts.provenances::number);
        for (int exact = in.count(); exact > 0; exact--) {
            int row = in.number();
            var first = Instant.ofEpochMilli(in.longNumber());
            var last = Instant.ofEpochMilli(in.longNumber());
            accounts.exactTimes.put(
                    row, new Happened(first, last, DatePrecision.valueOf(in.text())));
        }
        boolean same =
                in.list(ColumnsIn::text).equals(names(DATE_PRECISIONS))
                        && in.list(ColumnsIn::text).equals(names(KINDS));
        if (!same) {
            throw new IOException("columns of a version with other kinds");
        }
        accounts.readColumns(in);
        return accounts;
    }

    private static List<String> names(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Enum::name).toList();
    }

    private static Involved readInvolved(ColumnsIn in) throws IOException {
        return new Involved(
                Involved.Role.valueOf(in.text()), in.text(), ActorClass.valueOf(in.text()));
    }

    private void readColumns(ColumnsIn in) throws IOException {
        size = in.count();
        runs = Runs.read(in, size);
        moment = in.numbers(size, moments.size());
        provenance = in.numbers(size, provenances.size());
        lastDay = in.ints(size);
        place = in.numbers(size, places.size());
        actors = in.numbers(size, actorLists.size());
        low = in.ints(size);
        best = in.ints(size);
        high = in.ints(size);
        civilians = in.ints(size);
        idLow = in.longs(size);
        subjectHigh = in.longs(size);
        subjectLow = in.longs(size);
        duration = in.shorts(size);
        kind = in.bytes(size);
        dated = in.bytes(size);
        for (int row = 0; row < size; row++) {
            int precision = dated[row] & ~OWN_FIGURES;
            boolean known =
                    duration[row] >= 0
                            && kind[row] >= 0
                            && kind[row] < KINDS.length
                            && precision >= 0
                            && precision < DATE_PRECISIONS.length;
            if (!known) {
                throw new IOException("not a file of columns: no such kind or time");
            }
        }
    }

    private void resize(int length) {
        idLow = Arrays.copyOf(idLow, length);
        subjectHigh = Arrays.copyOf(subjectHigh, length);
        subjectLow = Arrays.copyOf(subjectLow, length);
        moment = Arrays.copyOf(moment, length);
        provenance = Arrays.copyOf(provenance, length);
        lastDay = Arrays.copyOf(lastDay, length);
        place = Arrays.copyOf(place, length);
        actors = Arrays.copyOf(actors, length);
        duration = Arrays.copyOf(duration, length);
        kind = Arrays.copyOf(kind, length);
        dated = Arrays.copyOf(dated, length);
        low = Arrays.copyOf(low, length);
        best = Arrays.copyOf(best, length);
        high = Arrays.copyOf(high, length);
        civilians = Arrays.copyOf(civilians, length);
    }
}

package org.vigie.record;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.GridCell;
import org.vigie.geo.PlacePrecision;
import org.vigie.geo.Position;

/// The accounts of incidents as primitive columns, one row per entry, in the order of the ledger.
/// About 140 bytes a row; the text of an account stays in the ledger.
// Ordinals are positions in arrays made at every start; they are never written to a disk.
@SuppressWarnings("EnumOrdinal")
final class Accounts implements Cloneable {

    /// A time column's "never".
    static final long NEVER = Long.MAX_VALUE;

    /// A figure column's "not stated".
    static final int UNSTATED = Integer.MIN_VALUE;

    final Words<String> words = new Words<>();
    final Words<List<Involved>> actorLists = new Words<>();
    final Words<UUID> imports = new Words<>();

    /// By row, the few times that are known more exactly than to the day; shared like the arrays.
    private final Map<Integer, Happened> exactTimes = new ConcurrentHashMap<>();

    int size;
    int[] importNo = new int[64];
    long[] idHigh = new long[64];
    long[] idLow = new long[64];
    long[] subjectHigh = new long[64];
    long[] subjectLow = new long[64];
    long[] seq = new long[64];
    long[] knownAt = new long[64];
    long[] recordedAt = new long[64];
    int[] firstDay = new int[64];
    int[] lastDay = new int[64];
    double[] latitude = new double[64];
    double[] longitude = new double[64];
    int[] cell = new int[64];
    byte[] precision = new byte[64];
    byte[] datePrecision = new byte[64];
    byte[] kind = new byte[64];
    byte[] handling = new byte[64];
    boolean[] ownFigures = new boolean[64];
    int[] name = new int[64];
    int[] adm1 = new int[64];
    int[] adm2 = new int[64];
    int[] country = new int[64];
    int[] source = new int[64];
    int[] actors = new int[64];
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
            return (Accounts) clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("Accounts is cloneable", e);
        }
    }

    /// Adds an account as the next row.
    void add(Recorded recorded, Facts.IncidentReported account) {
        int row = size++;
        if (row == seq.length) {
            grow(row + (row >> 1));
        }
        var entry = recorded.entry();
        var importId = entry.origin().importId();
        importNo[row] = importId == null ? -1 : imports.number(importId);
        idHigh[row] = entry.id().getMostSignificantBits();
        idLow[row] = entry.id().getLeastSignificantBits();
        subjectHigh[row] = entry.subject().getMostSignificantBits();
        subjectLow[row] = entry.subject().getLeastSignificantBits();
        seq[row] = recorded.seq();
        knownAt[row] = recorded.knownAt().toEpochMilli();
        recordedAt[row] = recorded.recordedAt().toEpochMilli();
        handling[row] = (byte) entry.handling().bit();
        addAccount(row, entry.happenedOn(), account);
    }

    private void addAccount(int row, @Nullable Happened when, Facts.IncidentReported account) {
        firstDay[row] = when == null ? Integer.MIN_VALUE : (int) when.firstDay().toEpochDay();
        lastDay[row] = when == null ? Integer.MIN_VALUE : (int) when.lastDay().toEpochDay();
        datePrecision[row] =
                (byte) (when == null ? DatePrecision.UNKNOWN : when.precision()).ordinal();
        if (when != null && when.precision().finerThanDay()) {
            exactTimes.put(row, when);
        }
        var site = account.site();
        var position = site.position();
        latitude[row] = position == null ? Double.NaN : position.latitude();
        longitude[row] = position == null ? Double.NaN : position.longitude();
        cell[row] = position == null ? 0 : GridCell.of(position).gid();
        precision[row] = (byte) site.precision().ordinal();
        kind[row] = (byte) account.incidentKind().ordinal();
        name[row] = words.number(site.name());
        adm1[row] = words.number(orEmpty(site.adm1()));
        adm2[row] = words.number(orEmpty(site.adm2()));
        country[row] = words.number(orEmpty(site.country()));
        source[row] = words.number(account.source());
        actors[row] = actorLists.number(account.actors());
        var deaths = account.deaths();
        ownFigures[row] = deaths != null;
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
                        LocalDate.ofEpochDay(firstDay[row]),
                        LocalDate.ofEpochDay(lastDay[row]),
                        DATE_PRECISIONS[datePrecision[row]]);
    }

    UUID id(int row) {
        return new UUID(idHigh[row], idLow[row]);
    }

    @Nullable UUID importId(int row) {
        return importNo[row] < 0 ? null : imports.value(importNo[row]);
    }

    UUID subject(int row) {
        return new UUID(subjectHigh[row], subjectLow[row]);
    }

    @Nullable Position position(int row) {
        return Double.isNaN(latitude[row]) ? null : new Position(latitude[row], longitude[row]);
    }

    PlacePrecision precision(int row) {
        return PRECISIONS[precision[row]];
    }

    IncidentKind kind(int row) {
        return KINDS[kind[row]];
    }

    static final PlacePrecision[] PRECISIONS = PlacePrecision.values();
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

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private void grow(int length) {
        importNo = Arrays.copyOf(importNo, length);
        idHigh = Arrays.copyOf(idHigh, length);
        idLow = Arrays.copyOf(idLow, length);
        subjectHigh = Arrays.copyOf(subjectHigh, length);
        subjectLow = Arrays.copyOf(subjectLow, length);
        seq = Arrays.copyOf(seq, length);
        knownAt = Arrays.copyOf(knownAt, length);
        recordedAt = Arrays.copyOf(recordedAt, length);
        firstDay = Arrays.copyOf(firstDay, length);
        lastDay = Arrays.copyOf(lastDay, length);
        latitude = Arrays.copyOf(latitude, length);
        longitude = Arrays.copyOf(longitude, length);
        cell = Arrays.copyOf(cell, length);
        precision = Arrays.copyOf(precision, length);
        datePrecision = Arrays.copyOf(datePrecision, length);
        kind = Arrays.copyOf(kind, length);
        handling = Arrays.copyOf(handling, length);
        ownFigures = Arrays.copyOf(ownFigures, length);
        name = Arrays.copyOf(name, length);
        adm1 = Arrays.copyOf(adm1, length);
        adm2 = Arrays.copyOf(adm2, length);
        country = Arrays.copyOf(country, length);
        source = Arrays.copyOf(source, length);
        actors = Arrays.copyOf(actors, length);
        low = Arrays.copyOf(low, length);
        best = Arrays.copyOf(best, length);
        high = Arrays.copyOf(high, length);
        civilians = Arrays.copyOf(civilians, length);
    }
}

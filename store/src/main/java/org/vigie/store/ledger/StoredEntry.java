package org.vigie.store.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.vigie.record.Component;
import org.vigie.record.DatePrecision;
import org.vigie.record.Entry;
import org.vigie.record.Handling;
import org.vigie.record.Happened;
import org.vigie.record.Origin;
import org.vigie.record.Recorded;

/// An entry between its record and its row: the columns of table `entry` in PostgreSQL's binary
/// form of COPY, and back.
final class StoredEntry {

    /// Columns of `entry` in the order in which they are written and read here.
    static final String COLUMNS =
            "batch, no, id, kind, subject, happened_first, happened_last, happened_precision, known_at, author,"
                    + " component, handling, lane, import_id, file, line, supersedes, body";

    private static final int COLUMN_COUNT = 18;
    private static final int NULL = -1;

    /// PostgreSQL counts from the year 2000, in microseconds.
    private static final long POSTGRES_EPOCH_MILLIS =
            Instant.parse("2000-01-01T00:00:00Z").toEpochMilli();

    /// Words that stand in every row are decoded once; there are few of them.
    private static final Map<String, Enum<?>> CONSTANTS = new ConcurrentHashMap<>();

    private StoredEntry() {}

    static EntryJson.Row row(Entry entry) {
        var happened = entry.happenedOn();
        var known = entry.knownAt();
        return new EntryJson.Row(
                entry.id(),
                entry.kind(),
                entry.subject(),
                happened == null
                        ? null
                        : new EntryJson.When(
                                CanonicalJson.cut(happened.first()),
                                CanonicalJson.cut(happened.last()),
                                CanonicalJson.code(happened.precision())),
                known == null ? null : CanonicalJson.cut(known),
                entry.author(),
                CanonicalJson.code(entry.component()),
                CanonicalJson.code(entry.handling()),
                entry.origin().lane(),
                entry.origin().importId(),
                entry.origin().file(),
                entry.origin().line(),
                entry.supersedes(),
                EntryJson.body(entry.body()));
    }

    /// Writes one row in binary.
    static void write(ByteSink out, long batch, int no, EntryJson.Row row) {
        out.putShort(COLUMN_COUNT);
        out.putInt(Long.BYTES).putLong(batch);
        out.putInt(Integer.BYTES).putInt(no);
        put(out, row.id());
        put(out, row.kind());
        put(out, row.subject());
        var happened = row.happenedOn();
        put(out, happened == null ? null : happened.first());
        put(out, happened == null ? null : happened.last());
        put(out, happened == null ? null : happened.precision());
        put(out, row.knownAt());
        put(out, row.author());
        put(out, row.component());
        put(out, row.handling());
        put(out, row.lane());
        put(out, row.importId());
        put(out, row.file());
        out.putInt(Integer.BYTES).putInt(row.line());
        put(out, row.supersedes());
        out.putInt(row.body().length).put(row.body());
    }

    private static void put(ByteSink out, @Nullable String text) {
        if (text == null) {
            out.putInt(NULL);
            return;
        }
        int start = out.putInt(0).size();
        out.put(text);
        out.setInt(start - Integer.BYTES, out.size() - start);
    }

    private static void put(ByteSink out, @Nullable UUID id) {
        if (id == null) {
            out.putInt(NULL);
        } else {
            out.putInt(2 * Long.BYTES);
            out.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        }
    }

    private static void put(ByteSink out, @Nullable Instant moment) {
        if (moment == null) {
            out.putInt(NULL);
        } else {
            long millis = moment.toEpochMilli() - POSTGRES_EPOCH_MILLIS;
            out.putInt(Long.BYTES).putLong(Math.multiplyExact(millis, 1_000L));
        }
    }

    /// A row as the database gave it.
    ///
    /// @param no of the entry in its batch
    record Read(long batch, int no, EntryJson.Row row) {

        /// @param outline whether the source's own columns are left out
        Recorded recorded(long seq, Instant recordedAt, boolean outline) {
            var entry =
                    new Entry(
                            row.id(),
                            row.subject(),
                            happenedOn(row.happenedOn()),
                            row.knownAt(),
                            row.author(),
                            constant(Component.class, row.component()),
                            constant(Handling.class, row.handling()),
                            new Origin(row.lane(), row.importId(), row.file(), row.line()),
                            row.supersedes(),
                            EntryJson.body(row.kind(), row.body(), outline));
            return new Recorded(seq, recordedAt, entry);
        }
    }

    private static @Nullable Happened happenedOn(EntryJson.@Nullable When when) {
        return when == null
                ? null
                : new Happened(
                        when.first(), when.last(), constant(DatePrecision.class, when.precision()));
    }

    /// Reads one row of [#COLUMNS] in binary.
    static Read read(ByteBuffer in) {
        if (in.getShort() != COLUMN_COUNT) {
            throw new IllegalStateException("a row of entry has other columns than expected");
        }
        in.getInt();
        long batch = in.getLong();
        in.getInt();
        int no = in.getInt();
        var id = needed(uuid(in));
        var kind = needed(word(in));
        var subject = needed(uuid(in));
        var first = instant(in);
        var last = instant(in);
        var precision = word(in);
        var happened =
                first == null || last == null || precision == null
                        ? null
                        : new EntryJson.When(first, last, precision);
        var knownAt = instant(in);
        var author = needed(word(in));
        var component = needed(word(in));
        var handling = needed(word(in));
        var lane = needed(word(in));
        var importId = uuid(in);
        var file = word(in);
        in.getInt();
        int line = in.getInt();
        var supersedes = uuid(in);
        var body = new byte[in.getInt()];
        in.get(body);
        return new Read(
                batch,
                no,
                new EntryJson.Row(
                        id,
                        kind,
                        subject,
                        happened,
                        knownAt,
                        author,
                        component,
                        handling,
                        lane,
                        importId,
                        file,
                        line,
                        supersedes,
                        body));
    }

    private static @Nullable String word(ByteBuffer in) {
        int length = in.getInt();
        if (length == NULL) {
            return null;
        }
        var bytes = new byte[length];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static @Nullable UUID uuid(ByteBuffer in) {
        return in.getInt() == NULL ? null : new UUID(in.getLong(), in.getLong());
    }

    private static @Nullable Instant instant(ByteBuffer in) {
        return in.getInt() == NULL
                ? null
                : Instant.ofEpochSecond(POSTGRES_EPOCH_MILLIS / 1_000)
                        .plus(in.getLong(), java.time.temporal.ChronoUnit.MICROS);
    }

    private static <T> T needed(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("a column that is never null is null");
        }
        return value;
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String code) {
        var key = type.getName() + ' ' + code;
        return type.cast(
                CONSTANTS.computeIfAbsent(
                        key,
                        unseen ->
                                Enum.valueOf(
                                        type, code.toUpperCase(Locale.ROOT).replace('-', '_'))));
    }
}

package org.vigie.store.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.vigie.record.Body;
import org.vigie.record.Component;
import org.vigie.record.DatePrecision;
import org.vigie.record.Entry;
import org.vigie.record.Erased;
import org.vigie.record.Handling;
import org.vigie.record.Happened;
import org.vigie.record.Origin;
import org.vigie.record.Recorded;
import org.vigie.record.Unknown;

/// An entry between its record and its row: the columns of table `entry` in PostgreSQL's binary
/// form of COPY, and back.
final class StoredEntry {

    /// Columns of `entry` in the order in which they are written and read here.
    static final String COLUMNS =
            "batch, no, id, kind, subject, happened_first, happened_last, happened_precision, known_at, author,"
                    + " component, handling, lane, import_id, file, line, supersedes, body, commitment, secret";

    /// The same and the key of a protected body; a row without one costs no look for it.
    static final String READ_COLUMNS =
            COLUMNS
                    + ", case when secret is null then null"
                    + " else (select key || salt from body_key where body_key.id = entry.id) end";

    private static final int COLUMN_COUNT = 20;
    private static final int NULL = -1;

    /// In place of a body that its key does not open: somebody changed one of the two.
    private static final String UNREADABLE =
            "{\"unreadable\":\"changed after it was recorded; see verify\"}";

    /// PostgreSQL counts from the year 2000, in microseconds.
    private static final long POSTGRES_EPOCH_MILLIS =
            Instant.parse("2000-01-01T00:00:00Z").toEpochMilli();

    /// Words that stand in every row are decoded once; there are few of them.
    private static final Map<String, Enum<?>> CONSTANTS = new ConcurrentHashMap<>();

    private StoredEntry() {}

    /// Who may read little must not find it in the proof either.
    static boolean isProtected(Entry entry) {
        return entry.handling().isProtected();
    }

    static EntryJson.Row row(Entry entry) {
        return row(entry, EntryJson.body(entry.body()), null, null);
    }

    /// The row of an entry whose body only its key opens.
    static EntryJson.Row row(Entry entry, BodyKey key) {
        var body = EntryJson.body(entry.body());
        return row(entry, null, key.commitment(body), key.seal(entry.id(), body));
    }

    private static EntryJson.Row row(
            Entry entry,
            byte @Nullable [] body,
            byte @Nullable [] commitment,
            byte @Nullable [] secret) {
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
                body,
                commitment,
                secret);
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
        put(out, row.body());
        put(out, row.commitment());
        put(out, row.secret());
    }

    private static void put(ByteSink out, byte @Nullable [] bytes) {
        if (bytes == null) {
            out.putInt(NULL);
        } else {
            out.putInt(bytes.length).put(bytes);
        }
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
    /// @param key of a protected body, null when it has none or it was destroyed
    record Read(long batch, int no, EntryJson.Row row, @Nullable BodyKey key) {

        /// Whether the entry has a body that only a key opens.
        boolean committed() {
            return row.commitment() != null;
        }

        /// The protected body, if its key is there and fits.
        Optional<byte[]> opened() {
            var commitment = row.commitment();
            var secret = row.secret();
            return key == null || commitment == null || secret == null
                    ? Optional.empty()
                    : key.open(row.id(), secret, commitment);
        }

        /// What the entry says; of an erased one, that it was erased.
        private Body body(boolean outline) {
            var plain = row.body();
            if (plain != null && !committed()) {
                return EntryJson.body(row.kind(), plain, outline);
            }
            if (key == null) {
                return new Erased(row.kind());
            }
            return opened().map(bytes -> EntryJson.body(row.kind(), bytes, outline))
                    .orElseGet(() -> new Unknown(row.kind(), UNREADABLE));
        }

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
                            body(outline));
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
        if (in.getShort() != COLUMN_COUNT + 1) {
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
        var body = bytes(in);
        var commitment = bytes(in);
        var secret = bytes(in);
        var key = bytes(in);
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
                        body,
                        commitment,
                        secret),
                key == null ? null : BodyKey.of(key));
    }

    private static byte @Nullable [] bytes(ByteBuffer in) {
        int length = in.getInt();
        if (length == NULL) {
            return null;
        }
        var bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }

    private static @Nullable String word(ByteBuffer in) {
        var bytes = bytes(in);
        return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
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

package org.vigie.store.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.record.Component;
import org.vigie.record.DatePrecision;
import org.vigie.record.Entry;
import org.vigie.record.Handling;
import org.vigie.record.Happened;
import org.vigie.record.Origin;
import org.vigie.record.Recorded;

/// An entry between its record and its row: the columns of table `entry`, and back.
final class StoredEntry {

    /// Columns of `entry e` and `batch b` in the order in which [#row] and [#recorded] read them.
    static final String COLUMNS =
            """
            b.first_seq + e.no as seq, b.recorded_at, e.id, e.kind, e.subject, e.happened_first, e.happened_last,
            e.happened_precision, e.known_at, e.author, e.component, e.handling, e.lane, e.import_id, e.file, e.line,
            e.supersedes, e.body
            """;

    private StoredEntry() {}

    static EntryJson.Row row(Entry entry) {
        var happened = entry.happenedOn();
        var known = entry.knownAt();
        return new EntryJson.Row(
                entry.id().toString(),
                entry.kind(),
                entry.subject().toString(),
                happened == null
                        ? null
                        : new Happened(
                                CanonicalJson.cut(happened.first()),
                                CanonicalJson.cut(happened.last()),
                                happened.precision()),
                known == null ? null : CanonicalJson.cut(known),
                entry.author(),
                CanonicalJson.code(entry.component()),
                CanonicalJson.code(entry.handling()),
                entry.origin().lane(),
                text(entry.origin().importId()),
                entry.origin().file(),
                entry.origin().line(),
                text(entry.supersedes()),
                EntryJson.body(entry.body()));
    }

    static EntryJson.Row row(ResultSet result) throws SQLException {
        var first = instant(result, "happened_first");
        var last = instant(result, "happened_last");
        var precision = result.getString("happened_precision");
        return new EntryJson.Row(
                result.getString("id"),
                result.getString("kind"),
                result.getString("subject"),
                first == null || last == null || precision == null
                        ? null
                        : new Happened(first, last, constant(DatePrecision.class, precision)),
                instant(result, "known_at"),
                result.getString("author"),
                result.getString("component"),
                result.getString("handling"),
                result.getString("lane"),
                result.getString("import_id"),
                result.getString("file"),
                result.getInt("line"),
                result.getString("supersedes"),
                result.getString("body"));
    }

    static Recorded recorded(ResultSet result) throws SQLException {
        var row = row(result);
        var recordedAt = instant(result, "recorded_at");
        if (recordedAt == null) {
            throw new IllegalStateException("a batch without recorded_at");
        }
        var entry =
                new Entry(
                        UUID.fromString(row.id()),
                        UUID.fromString(row.subject()),
                        row.happenedOn(),
                        row.knownAt(),
                        row.author(),
                        constant(Component.class, row.component()),
                        constant(Handling.class, row.handling()),
                        new Origin(row.lane(), id(row.importId()), row.file(), row.line()),
                        id(row.supersedes()),
                        EntryJson.body(row.kind(), row.body()));
        return new Recorded(result.getLong("seq"), recordedAt, entry);
    }

    /// One line of PostgreSQL's text COPY format.
    static void copyLine(StringBuilder out, long batch, int no, EntryJson.Row row) {
        out.append(batch).append('\t').append(no);
        var happened = row.happenedOn();
        column(out, row.id());
        column(out, row.kind());
        column(out, row.subject());
        column(out, happened == null ? null : happened.first().toString());
        column(out, happened == null ? null : happened.last().toString());
        column(out, happened == null ? null : CanonicalJson.code(happened.precision()));
        column(out, row.knownAt() == null ? null : row.knownAt().toString());
        column(out, row.author());
        column(out, row.component());
        column(out, row.handling());
        column(out, row.lane());
        column(out, row.importId());
        column(out, row.file());
        out.append('\t').append(row.line());
        column(out, row.supersedes());
        column(out, row.body());
        out.append('\n');
    }

    static @Nullable Instant instant(ResultSet result, String column) throws SQLException {
        Timestamp timestamp = result.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }

    private static void column(StringBuilder out, @Nullable String value) {
        out.append('\t');
        if (value == null) {
            out.append("\\N");
            return;
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> out.append("\\\\");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                default -> out.append(c);
            }
        }
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String code) {
        return Enum.valueOf(type, code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }

    private static @Nullable UUID id(@Nullable String text) {
        return text == null ? null : UUID.fromString(text);
    }
}

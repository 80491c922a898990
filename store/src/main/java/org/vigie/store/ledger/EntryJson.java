package org.vigie.store.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.vigie.record.Body;
import org.vigie.record.Happened;
import org.vigie.record.Kinds;
import org.vigie.record.Unknown;

/// The canonical JSON of an entry, as it is hashed: header and body together.
/// `docs/ledger-format.md` lists the members.
final class EntryJson {

    private EntryJson() {}

    /// The header's columns as they are stored; the body as canonical text.
    ///
    /// @param knownAt null when the entry left it to `recordedAt`
    record Row(
            String id,
            String kind,
            String subject,
            @Nullable Happened happenedOn,
            @Nullable Instant knownAt,
            String author,
            String component,
            String handling,
            String lane,
            @Nullable String importId,
            @Nullable String file,
            int line,
            @Nullable String supersedes,
            String body) {}

    /// Members in the order in which RFC 8785 sorts them.
    static String of(Row row, long seq, Instant recordedAt) {
        var out = new StringBuilder(row.body.length() + 600).append('{');
        member(out, "author", row.author);
        out.append("\"body\":").append(row.body).append(',');
        member(out, "component", row.component);
        member(out, "handling", row.handling);
        member(out, "happenedOn", row.happenedOn);
        member(out, "id", row.id);
        member(out, "kind", row.kind);
        member(out, "knownAt", row.knownAt);
        out.append("\"origin\":{");
        member(out, "file", row.file);
        member(out, "importId", row.importId);
        member(out, "lane", row.lane);
        member(out, "line", row.line);
        end(out).append(',');
        member(out, "recordedAt", recordedAt);
        member(out, "seq", seq);
        member(out, "subject", row.subject);
        member(out, "supersedes", row.supersedes);
        return end(out).toString();
    }

    static String body(Body body) {
        return body instanceof Unknown unknown ? unknown.json() : CanonicalJson.of(body);
    }

    /// The body of a stored row; of a kind or shape that this version does not know it is
    /// [Unknown], never an error.
    static Body body(String kind, String json) {
        var type = Kinds.find(kind);
        if (type.isEmpty()) {
            return new Unknown(kind, json);
        }
        try {
            return JsonReader.read(json, type.get());
        } catch (JsonReader.Misfit newer) {
            return new Unknown(kind, json);
        }
    }

    private static void member(StringBuilder out, String name, @Nullable Object value) {
        if (value != null) {
            out.append('"').append(name).append("\":").append(CanonicalJson.of(value)).append(',');
        }
    }

    private static StringBuilder end(StringBuilder out) {
        out.setCharAt(out.length() - 1, '}');
        return out;
    }
}

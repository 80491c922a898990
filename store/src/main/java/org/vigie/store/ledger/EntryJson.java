package org.vigie.store.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.record.Body;
import org.vigie.record.Kinds;
import org.vigie.record.Unknown;

/// The canonical JSON of an entry, as it is hashed: header and body together, without `seq` and
/// `recordedAt`, which the ledger gives only at the commit and which stand in the leaf beside the
/// hash. `docs/ledger-format.md` lists the members.
final class EntryJson {

    private static final ThreadLocal<MessageDigest> SHA256 =
            ThreadLocal.withInitial(LeafTree::sha256);

    private static final Set<String> COLUMNS = Set.of("columns");
    private static final Set<String> NOTHING = Set.of();

    private EntryJson() {}

    /// An entry as its row holds it.
    ///
    /// @param knownAt null when the entry left it to `recordedAt`
    /// @param body canonical JSON in UTF-8; null when it is protected
    /// @param commitment to a protected body: SHA-256(salt ‖ body)
    /// @param secret the protected body, encrypted
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Row(
            UUID id,
            String kind,
            UUID subject,
            @Nullable When happenedOn,
            @Nullable Instant knownAt,
            String author,
            String component,
            String handling,
            String lane,
            @Nullable UUID importId,
            @Nullable String file,
            int line,
            @Nullable UUID supersedes,
            byte @Nullable [] body,
            byte @Nullable [] commitment,
            byte @Nullable [] secret) {}

    /// When it happened, as the row holds it: not yet judged, so that a row that somebody changed
    /// into nonsense can still be hashed.
    record When(Instant first, Instant last, String precision) {}

    /// SHA-256 of the canonical JSON.
    ///
    /// @param scratch what the JSON is written in
    static byte[] hash(Row row, ByteSink scratch) {
        scratch.cut(0);
        write(scratch, row);
        var digest = SHA256.get();
        digest.update(scratch.array(), 0, scratch.size());
        return digest.digest();
    }

    /// Members in the order in which RFC 8785 sorts them.
    static void write(ByteSink out, Row row) {
        out.put('{');
        member(out, "author", row.author);
        if (row.body != null) {
            out.put("\"body\":").put(row.body).put(',');
        }
        if (row.commitment != null) {
            member(out, "commitment", HexFormat.of().formatHex(row.commitment));
        }
        member(out, "component", row.component);
        member(out, "handling", row.handling);
        if (row.happenedOn != null) {
            CanonicalJson.write(out.put("\"happenedOn\":"), row.happenedOn);
            out.put(',');
        }
        member(out, "id", row.id);
        member(out, "kind", row.kind);
        member(out, "knownAt", row.knownAt);
        out.put("\"origin\":{");
        member(out, "file", row.file);
        member(out, "importId", row.importId);
        member(out, "lane", row.lane);
        member(out, "line", row.line);
        end(out).put(',');
        member(out, "subject", row.subject);
        member(out, "supersedes", row.supersedes);
        end(out);
    }

    static byte[] body(Body body) {
        return body instanceof Unknown unknown
                ? unknown.json().getBytes(StandardCharsets.UTF_8)
                : CanonicalJson.bytes(body);
    }

    /// The body of a stored row; of a kind or shape that this version does not know it is
    /// [Unknown], never an error.
    ///
    /// @param outline whether the source's own columns are left out
    static Body body(String kind, byte[] json, boolean outline) {
        var type = Kinds.find(kind);
        if (type.isEmpty()) {
            return new Unknown(kind, new String(json, StandardCharsets.UTF_8));
        }
        try {
            return JsonReader.read(json, type.get(), outline ? COLUMNS : NOTHING);
        } catch (JsonReader.Misfit newer) {
            return new Unknown(kind, new String(json, StandardCharsets.UTF_8));
        }
    }

    private static void member(ByteSink out, String name, @Nullable Object value) {
        if (value != null) {
            out.put('"').put(name).put("\":");
            CanonicalJson.write(out, value);
            out.put(',');
        }
    }

    /// Every object here has a member, so there is a comma to take the place of.
    private static ByteSink end(ByteSink out) {
        out.cut(out.size() - 1);
        return out.put('}');
    }
}

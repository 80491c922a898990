package org.vigie.exchange.out;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.Bounds;
import org.vigie.record.Component;
import org.vigie.record.Entry;
import org.vigie.record.Handling;
import org.vigie.record.Housekeeping;
import org.vigie.record.Ledger;
import org.vigie.record.Origin;
import org.vigie.record.Picture;
import org.vigie.record.Viewer;
import org.vigie.share.Decision;
import org.vigie.share.Disclosure;
import org.vigie.share.HarmGate;
import org.vigie.share.Tier;

/// The way out, in three steps: prepare, so that the risk can be shown; write; and an entry in the
/// ledger that says what left, for whom and on whose decision.
public final class Exports {

    private Exports() {}

    /// Who asks, when, and which protection officer has decided something.
    ///
    /// @param viewer who asks, and so who never gets more than they may see themselves
    /// @param source the rows of this source alone, for its own file; null for all
    /// @param box only what is placed there, null for everywhere. Heeded where places leave as they
    ///   are known: of what leaves coarsened, what lies outside decides how coarse it is
    public record Asked(
            Instant now,
            @Nullable Decision decision,
            Viewer viewer,
            @Nullable String source,
            @Nullable Bounds box) {

        public Asked(Instant now, @Nullable Decision decision, Viewer viewer) {
            this(now, decision, viewer, null, null);
        }
    }

    /// What readers of a tier may have of what is asked for. Nothing has left yet.
    public static Prepared prepare(Tier tier, Question question, Ledger ledger, Asked asked)
            throws IOException {
        var viewer = tier.viewer().within(asked.viewer());
        var incidents = ledger.asOf(question.known(), question.recorded(), viewer).incidents();
        var box = asked.box();
        var all =
                (box == null || !tier.terms().exact() ? incidents : incidents.within(box))
                        .where(question.filter());
        var rows = (asked.source() == null ? all : all.ofSource(asked.source())).list();
        var gate = HarmGate.of(tier, whole(ledger, question, asked));
        return new Prepared(
                question,
                Disclosure.prepare(
                        tier, rows, new Disclosure.Leaving(asked.now(), asked.decision(), gate)));
    }

    /// Everything that the mission holds by now, whatever moment is asked for.
    private static Picture whole(Ledger ledger, Question question, Asked asked) throws IOException {
        return ledger.asOf(
                later(asked.now(), question.known()),
                later(asked.now(), question.recorded()),
                Viewer.owner());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }

    /// Writes what was prepared for readers of this tier.
    public static Written write(Tier tier, OutFormat format, Prepared prepared, OutputStream out)
            throws IOException {
        if (prepared.release().tier() != tier) {
            throw new IllegalStateException(
                    "prepared for " + prepared.release().tier().code() + ", not " + tier.code());
        }
        var bytes = new CountedBytes(out);
        format.write(prepared, bytes);
        bytes.flush();
        return new Written(
                format.code(),
                prepared.release().rows().size(),
                bytes.count(),
                bytes.sha256(),
                Optional.empty(),
                format.forSpreadsheets()
                        ? "texts that begin like a formula have an apostrophe in front"
                        : "");
    }

    /// The ledger's entry about an export.
    public static Entry entry(Tier tier, Prepared prepared, Written written, Recording recording) {
        var decision = prepared.release().decision();
        return new Entry(
                recording.id(),
                recording.id(),
                null,
                null,
                recording.author(),
                recording.component(),
                Handling.MISSION,
                Origin.lane("export"),
                null,
                new Housekeeping.Exported(
                        written.format(),
                        tier.code(),
                        prepared.question().words(),
                        written.rows(),
                        prepared.release().risk().held(),
                        written.sha256(),
                        decision == null ? "" : decision.officer(),
                        decision == null ? "" : decision.reason()));
    }

    /// Under which id, and by whom, an export is recorded.
    public record Recording(UUID id, String author, Component component) {}
}

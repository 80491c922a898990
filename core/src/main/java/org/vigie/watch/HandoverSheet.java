package org.vigie.watch;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.vigie.record.Alerts;
import org.vigie.record.Handover;
import org.vigie.record.Handovers;
import org.vigie.record.Ledger;
import org.vigie.record.Picture;
import org.vigie.record.Recorded;
import org.vigie.record.Standpoint;
import org.vigie.record.Watchkeeping;
import org.vigie.watch.Outstanding.Matter;
import org.vigie.watch.WatchLog.Line;

/// A handover as the next officer reads it: what was open when it was given, the notes that were
/// chosen, what came in since, and what the signature moved.
///
/// What was open is computed from what was known when the handover was given, so that it says the
/// same for ever; only the words of the officer are the officer's.
///
/// @param left what was open when it was given
/// @param notes that the officer who left chose, in the order in which they were written
/// @param since what was written since it was given, until somebody signed it; the newest first
/// @param moved alerts and reports that the signature made the signer's, as they stood before it
public record HandoverSheet(
        Handover handover,
        Outstanding left,
        List<Recorded> notes,
        List<Line> since,
        List<Matter> moved) {

    private static final Duration A_MOMENT = Duration.ofMillis(1);

    public HandoverSheet {
        notes = List.copyOf(notes);
        since = List.copyOf(since);
        moved = List.copyOf(moved);
    }

    /// The sheet as somebody may see it.
    ///
    /// @param at both clocks, and who looks
    public static HandoverSheet of(Ledger ledger, Standpoint at, Handover handover)
            throws IOException {
        var given = handover.givenAt();
        var then = ledger.asOf(given, given, at.viewer());
        var log = WatchLog.of(ledger, at, given, later(given, at.known()).plus(A_MOMENT));
        long until = handover.signed().map(Recorded::seq).orElse(Long.MAX_VALUE);
        var unsigned = Handovers.of(then).unsigned(handover.id());
        return new HandoverSheet(
                handover,
                Outstanding.of(then, Alerts.of(then, unsigned)),
                notes(then, handover),
                log.asWritten().stream()
                        .filter(line -> line.entry().seq() > handover.given().seq())
                        .filter(line -> line.entry().seq() < until)
                        .toList(),
                handover.signed().isEmpty()
                        ? List.of()
                        : moved(
                                ledger.asOf(signedAt(handover), signedAt(handover), at.viewer()),
                                handover));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant signedAt(Handover handover) {
        return handover.signed().orElseThrow().recordedAt();
    }

    private static List<Recorded> notes(Picture picture, Handover handover) {
        var chosen = handover.findWhat().map(Watchkeeping.HandoverGiven::notes).orElse(List.of());
        return picture.entries(Watchkeeping.WatchNoted.class).stream()
                .filter(note -> chosen.contains(note.entry().subject()))
                .toList();
    }

    /// What would be another's if nobody had signed.
    private static List<Matter> moved(Picture picture, Handover handover) {
        var handovers = Handovers.of(picture);
        var unsigned =
                Outstanding.of(picture, Alerts.of(picture, handovers.unsigned(handover.id())));
        var signed = Outstanding.of(picture, Alerts.of(picture, handovers));
        var after = Stream.concat(signed.alerts().stream(), signed.reports().stream()).toList();
        return Stream.concat(unsigned.alerts().stream(), unsigned.reports().stream())
                .filter(before ->
                        after.stream()
                                .anyMatch(now ->
                                        now.id().equals(before.id())
                                                && !now.owner().equals(before.owner())))
                .toList();
    }
}

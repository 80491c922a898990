package org.vigie.watch;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.vigie.geo.BadInput;
import org.vigie.record.Body;
import org.vigie.record.Forces;
import org.vigie.record.Housekeeping;
import org.vigie.record.Kinds;
import org.vigie.record.Lanes;
import org.vigie.record.Ledger;
import org.vigie.record.Recorded;
import org.vigie.record.Responses;
import org.vigie.record.Standpoint;
import org.vigie.record.Threats;
import org.vigie.record.Warnings;
import org.vigie.record.Watchkeeping;

/// The watch log between two moments: every report, judgement, alert, step, order, clearance and
/// note, written by the entries themselves.
///
/// To an officer: what happened on the watch, the newest first. Nothing is left out because it was
/// corrected later: such a line is marked and stays. What the mission knew in this period stands in
/// `lines`; what was only written down in it, about an earlier time, stands in `late`, so that a
/// line that comes after the fact is seen by whoever reads the log of the hour in which it came.
///
/// It holds what the viewer may see, by the ledger's own rule, and nothing of an entry that was
/// erased but its kind, its time and its author. Cost: it reads all entries of these kinds.
///
/// @param from the beginning, inclusive
/// @param to the end, exclusive
/// @param lines by when the mission knew, the newest first
/// @param late by when they were written down, the newest first
public record WatchLog(Instant from, Instant to, List<Line> lines, List<Line> late) {

    /// What a line is about.
    public enum Topic {
        ALERT,
        REPORT,
        THREAT,
        CLEARANCE,
        RESTRICTION,
        LANE,
        WATCH
    }

    /// What an entry says that no other constant of the record says.
    public enum Mark {
        TAKEN,
        GIVEN_BACK,
        JOINED,
        PARTED,
        TOLD,
        NOT_TOLD,
        RELEASED,
        NOT_RELEASED,
        TAKEN_BACK
    }

    /// One line of the log.
    ///
    /// @param about the alert, report, threat file … that it belongs to
    /// @param title of what it is about, empty where that cannot be read
    /// @param said the constants that the entry states, each of which has a word
    /// @param text the entry's own words: a reason, a basis, a note; empty for none
    /// @param superseded whether a later entry corrects it or takes it back
    public record Line(
            Recorded entry,
            Topic topic,
            UUID about,
            String title,
            List<Enum<?>> said,
            String text,
            boolean superseded) {

        public Line {
            said = List.copyOf(said);
        }
    }

    private static final Set<String> SINGLE =
            Set.of(
                    Kinds.of(Forces.ClearanceAsked.class),
                    Kinds.of(Forces.ClearanceDecided.class),
                    Kinds.of(Forces.RestrictionImposed.class),
                    Kinds.of(Forces.RestrictionLifted.class),
                    Kinds.of(Housekeeping.NoteWritten.class));

    private static final Set<String> KINDS =
            Kinds.all().entrySet().stream()
                    .filter(kind -> SINGLE.contains(kind.getKey()) || grouped(kind.getValue()))
                    .map(java.util.Map.Entry::getKey)
                    .collect(Collectors.toUnmodifiableSet());

    private static final Comparator<Line> NEWEST_KNOWN =
            Comparator.comparing((Line line) -> line.entry().knownAt())
                    .thenComparingLong(line -> line.entry().seq())
                    .reversed();

    private static final Comparator<Line> NEWEST_WRITTEN =
            Comparator.comparingLong((Line line) -> line.entry().seq()).reversed();

    public WatchLog {
        lines = List.copyOf(lines);
        late = List.copyOf(late);
    }

    private static boolean grouped(Class<? extends Body> kind) {
        return Warnings.class.isAssignableFrom(kind)
                || Responses.class.isAssignableFrom(kind)
                || Threats.class.isAssignableFrom(kind)
                || Watchkeeping.class.isAssignableFrom(kind)
                || Lanes.class.isAssignableFrom(kind);
    }

    /// The log as somebody may see it.
    ///
    /// @param at both clocks, and who looks
    public static WatchLog of(Ledger ledger, Standpoint at, Instant from, Instant to)
            throws IOException {
        if (!from.isBefore(to)) {
            throw new BadInput("from", from, "before the end, " + to);
        }
        var topics = Topics.of(ledger.asOf(at.known(), at.recorded(), at.viewer()));
        var within = new ArrayList<Recorded>();
        var superseded = new HashSet<UUID>();
        ledger.read(
                KINDS,
                at.viewer(),
                entry -> {
                    if (entry.knownAt().isAfter(at.known())
                            || entry.recordedAt().isAfter(at.recorded())) {
                        return;
                    }
                    var older = entry.entry().supersedes();
                    if (older != null) {
                        superseded.add(older);
                    }
                    if (holds(from, to, entry.knownAt()) || holds(from, to, entry.recordedAt())) {
                        within.add(entry);
                    }
                });
        var lines = new ArrayList<Line>();
        var late = new ArrayList<Line>();
        for (var entry : within) {
            topics.line(entry, superseded.contains(entry.entry().id()))
                    .ifPresent((holds(from, to, entry.knownAt()) ? lines : late)::add);
        }
        lines.sort(NEWEST_KNOWN);
        late.sort(NEWEST_WRITTEN);
        return new WatchLog(from, to, lines, late);
    }

    private static boolean holds(Instant from, Instant to, Instant moment) {
        return !moment.isBefore(from) && moment.isBefore(to);
    }

    /// The lines about one alert, report, threat file … alone.
    public WatchLog about(UUID one) {
        return new WatchLog(from, to, only(lines, one), only(late, one));
    }

    private static List<Line> only(List<Line> lines, UUID one) {
        return lines.stream().filter(line -> line.about().equals(one)).toList();
    }

    /// All lines, by when they were written down, the newest first.
    public List<Line> asWritten() {
        var all = new ArrayList<>(lines);
        all.addAll(late);
        all.sort(NEWEST_WRITTEN);
        return all;
    }
}

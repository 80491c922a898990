package org.vigie.assess;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.record.Awareness;
import org.vigie.record.Awareness.Basis;
import org.vigie.record.Happened;
import org.vigie.record.IncidentRow;
import org.vigie.record.Recorded;
import org.vigie.record.Warnings;

/// Who knew of a case, since when, and how long after it began.
///
/// The latency is a range, because neither the beginning nor the knowledge need be known to the
/// minute. Below zero means that it was known before it began: a warning. A report that came in is
/// knowledge of the component that took it, by the log.
///
/// @param who a component, a post or a lane
/// @param byMission whether that is the mission or a part of it
/// @param contested somebody disputes it; it is shown, and not used for "the mission knew"
/// @param atLeast null when no incident is known, or none with a date
/// @param atMost as above
/// @param seq of the entry that says so
public record Knowledge(
        String who,
        boolean byMission,
        Happened since,
        Basis basis,
        String source,
        boolean contested,
        @Nullable Duration atLeast,
        @Nullable Duration atMost,
        long seq) {

    private static final Comparator<Knowledge> EARLIEST_FIRST =
            Comparator.<Knowledge, Instant>comparing(known -> known.since().first())
                    .thenComparingLong(Knowledge::seq);

    static List<Knowledge> of(
            List<Recorded> entries, Set<UUID> contested, Collection<IncidentRow> incidents) {
        var began =
                incidents.stream()
                        .map(IncidentRow::happenedOn)
                        .filter(Objects::nonNull)
                        .min(Comparator.comparing(Happened::first))
                        .orElse(null);
        var known = new ArrayList<Knowledge>();
        for (var entry : entries) {
            boolean disputed = contested.contains(entry.entry().id());
            if (entry.body() instanceof Awareness.Known who) {
                known.add(
                        of(
                                entry,
                                began,
                                disputed,
                                new Who(who.who(), who.byMission(), who.basis(), who.source())));
            } else if (entry.body() instanceof Warnings.ReportReceived report) {
                var component = ResponseGroup.code(entry.entry().component());
                known.add(
                        of(
                                entry,
                                began,
                                disputed,
                                new Who(component, true, Basis.LOG, report.lane())));
            }
        }
        known.sort(EARLIEST_FIRST);
        return known;
    }

    private record Who(String name, boolean byMission, Basis basis, String source) {}

    private static Knowledge of(
            Recorded entry, @Nullable Happened began, boolean contested, Who who) {
        var since = entry.happened();
        return new Knowledge(
                who.name(),
                who.byMission(),
                since,
                who.basis(),
                who.source(),
                contested,
                began == null ? null : Duration.between(began.beganNoLaterThan(), since.first()),
                began == null ? null : Duration.between(began.first(), since.overNoLaterThan()),
                entry.seq());
    }
}

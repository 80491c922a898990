package org.vigie.share;

import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.record.ActorClass;
import org.vigie.record.Alert;
import org.vigie.record.Alerts;
import org.vigie.record.Handling;
import org.vigie.record.IncidentRow;
import org.vigie.record.Picture;
import org.vigie.record.Report;
import org.vigie.record.Response;

/// Whether readers of a tier may have anything of an alert.
///
/// An alert is never open, and it is one: neither the five rows alike nor the thirty days of an
/// export protect anybody here. So nothing of it leaves the mission without the decision of a named
/// protection officer, whoever is alleged; nothing at all where the mission holds something sealed
/// of the same alert; and nothing to the host state where its forces, or such as may fight beside
/// it, are alleged. The strictest of all that the mission holds counts, also what the reader does
/// not see.
public final class WarningGate {

    private WarningGate() {}

    /// Why readers of a tier may have nothing.
    public enum Held {
        /// No protection officer has decided that it may leave.
        UNDECIDED,
        /// The mission holds something sealed about it.
        SEALED,
        /// The host state or a force that may fight beside it is alleged.
        HOST_ALLEGED
    }

    /// What is given, or why not.
    public sealed interface Answer {
        record Given(SharedWarning warning) implements Answer {}

        record Kept(Held why) implements Answer {}
    }

    /// What readers of the tier may have of an alert.
    ///
    /// @param seen by whoever asks: the alert is taken from it
    /// @param whole everything that the mission holds, sealed or not, as of now
    /// @param decision of a protection officer, null when there is none
    public static Answer ask(Tier tier, Alert seen, Picture whole, @Nullable Decision decision) {
        if (tier.leavesTheMission()) {
            var all = Alerts.of(whole).findAlert(seen.id()).orElse(seen);
            if (holdsSealed(all, whole)) {
                return new Answer.Kept(Held.SEALED);
            }
            if (tier == Tier.HOST && hostAlleged(all, whole)) {
                return new Answer.Kept(Held.HOST_ALLEGED);
            }
            if (decision == null) {
                return new Answer.Kept(Held.UNDECIDED);
            }
        }
        return new Answer.Given(SharedWarning.of(tier, seen));
    }

    /// Whether the alert, any report behind it or an attack that it warned of alleges the host
    /// state or a force that may fight beside it.
    public static boolean hostAlleged(Alert alert, Picture picture) {
        return gated(alert.what().alleged())
                || alert.reports().stream().anyMatch(report -> gated(report.what().alleged()))
                || alert.incidents().stream()
                        .flatMap(id -> picture.incidents().find(id).stream())
                        .anyMatch(row -> byState(row, picture));
    }

    private static boolean gated(@Nullable ActorClass alleged) {
        return alleged != null && alleged.mayStandWithTheHostState();
    }

    /// As the gate before an export asks it.
    private static boolean byState(IncidentRow row, Picture picture) {
        var perpetrators = Perpetrators.of(picture);
        return perpetrators.ofState(row.kind(), row.actors())
                || row.folded().stream()
                        .map(IncidentRow.Folded::told)
                        .anyMatch(told -> perpetrators.ofState(told.kind(), told.actors()));
    }

    private static boolean holdsSealed(Alert alert, Picture whole) {
        return Stream.of(
                                Stream.of(alert.id()),
                                Stream.concat(
                                        alert.what().reports().stream(),
                                        alert.reports().stream().map(Report::id)),
                                alert.responses().stream().map(Response::id))
                        .flatMap(ids -> ids)
                        .anyMatch(id -> isSealed(id, whole))
                || alert.incidents().stream()
                        .flatMap(id -> whole.incidents().find(id).stream())
                        .flatMap(row ->
                                Stream.concat(
                                        Stream.of(row.told()),
                                        row.folded().stream().map(IncidentRow.Folded::told)))
                        .anyMatch(told -> told.handling() == Handling.SEALED);
    }

    private static boolean isSealed(UUID subject, Picture whole) {
        return whole.about(subject).stream()
                .anyMatch(entry -> entry.entry().handling() == Handling.SEALED);
    }
}

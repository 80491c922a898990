package org.vigie.share;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.record.Alert;
import org.vigie.record.Report;
import org.vigie.record.Warnings;
import org.vigie.record.Warnings.Severity;

/// What readers of a tier may have of an alert.
///
/// It has no field for who is alleged, for the text of a report, its lane, its grade, its reporter
/// or whether they were told, for units, orders and advice: what is not here cannot leave. Readers
/// outside the mission are given no text that somebody typed, and no time.
///
/// When not to trust it: the title and who is at risk are what an officer typed. Telephones,
/// addresses and handles are left out; a name that stands alone is not found.
///
/// @param state how far it has come
/// @param certainty what is known of whether it is so
/// @param outcome null while it is open, and outside the mission
/// @param title empty outside the mission
/// @param atRisk empty outside the mission, and where nobody said it
/// @param warnedAt when the first warning came in; null outside the mission
public record SharedWarning(
        UUID alert,
        Tier tier,
        State state,
        Severity severity,
        Certainty certainty,
        Ground ground,
        Warnings.@Nullable Outcome outcome,
        String title,
        String atRisk,
        @Nullable Instant warnedAt) {

    /// How far an alert has come.
    public enum State {
        /// Open, and no component has been sent.
        OPEN,
        /// Open, and a component has been sent.
        ANSWERED,
        CLOSED,
        /// Closed because it was judged false.
        JUDGED_FALSE
    }

    /// What is known of whether a warning is so.
    public enum Certainty {
        /// An attack is known that it warned of.
        HAPPENED,
        /// A report behind it is corroborated or confirmed.
        SUPPORTED,
        /// All reports behind it were judged false.
        JUDGED_FALSE,
        NOT_KNOWN
    }

    /// What of an alert readers of the tier may have. Whether they may have anything at all is
    /// asked of [WarningGate] first.
    static SharedWarning of(Tier tier, Alert alert) {
        boolean inside = !tier.leavesTheMission();
        var what = alert.what();
        return new SharedWarning(
                alert.id(),
                tier,
                inside ? state(alert) : outside(state(alert)),
                what.severity(),
                tier == Tier.PUBLIC || tier == Tier.HOST ? Certainty.NOT_KNOWN : certainty(alert),
                Ground.of(tier, what.site()),
                inside ? alert.findOutcome().orElse(null) : null,
                inside ? Identifying.masked(uncited(what.title())) : "",
                inside ? Identifying.masked(what.atRisk()) : "",
                inside ? alert.warnedAt() : null);
    }

    private static State state(Alert alert) {
        return alert.findOutcome()
                .map(outcome ->
                        outcome == Warnings.Outcome.JUDGED_FALSE
                                ? State.JUDGED_FALSE
                                : State.CLOSED)
                .orElse(alert.responses().isEmpty() ? State.OPEN : State.ANSWERED);
    }

    /// Nobody outside is told that somebody was sent.
    private static State outside(State state) {
        return state == State.ANSWERED ? State.OPEN : state;
    }

    private static Certainty certainty(Alert alert) {
        if (!alert.incidents().isEmpty()) {
            return Certainty.HAPPENED;
        }
        var judged = alert.reports().stream().map(Report::verification).toList();
        if (judged.contains(Warnings.Verification.CONFIRMED)
                || judged.contains(Warnings.Verification.CORROBORATED)) {
            return Certainty.SUPPORTED;
        }
        boolean allFalse =
                !judged.isEmpty() && judged.stream().allMatch(Warnings.Verification.FALSE::equals);
        return allFalse ? Certainty.JUDGED_FALSE : Certainty.NOT_KNOWN;
    }

    /// A chronology writes its source behind the title, in brackets: it stays in the house.
    private static String uncited(String title) {
        int start = title.lastIndexOf('[');
        return start > 0 && title.endsWith("]") ? title.substring(0, start).strip() : title;
    }

    public Optional<Warnings.Outcome> findOutcome() {
        return Optional.ofNullable(outcome);
    }
}

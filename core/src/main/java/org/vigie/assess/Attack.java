package org.vigie.assess;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.record.Alert;
import org.vigie.record.Happened;
import org.vigie.record.IncidentRow;
import org.vigie.record.Milestone;
import org.vigie.record.Recorded;
import org.vigie.record.Report;

/// One incident of violence against civilians with the warnings that are linked to it.
///
/// @param alerts linked to it, or opened on it
/// @param reports linked to it, or behind its alerts
record Attack(IncidentRow incident, List<Alert> alerts, List<Report> reports) {

    /// Whether something certainly came before the attack began, certainly not, or nobody can tell.
    enum Order {
        BEFORE,
        NOT_BEFORE,
        UNCLEAR
    }

    /// How a moment stands to the beginning of an attack. Both may be known only to the day; then
    /// the same day is unclear.
    static Order order(Happened moment, @Nullable Happened attack) {
        if (attack == null) {
            return Order.UNCLEAR;
        }
        if (!moment.overNoLaterThan().isAfter(attack.first())) {
            return Order.BEFORE;
        }
        return moment.first().isBefore(attack.beganNoLaterThan())
                ? Order.UNCLEAR
                : Order.NOT_BEFORE;
    }

    Optional<Recorded> findArrival() {
        return arrivals().findFirst();
    }

    boolean arrivedBefore() {
        return arrivals()
                .anyMatch(arrival ->
                        order(arrival.happened(), incident.happenedOn()) == Order.BEFORE);
    }

    /// Whether it was warned of: the best that can be said of any of its warnings.
    Order warned() {
        var orders =
                Stream.concat(
                                reports.stream().map(Report::received),
                                alerts.stream().map(Alert::opened))
                        .map(warning -> order(warning.happened(), incident.happenedOn()))
                        .toList();
        if (orders.contains(Order.BEFORE)) {
            return Order.BEFORE;
        }
        return orders.contains(Order.UNCLEAR) ? Order.UNCLEAR : Order.NOT_BEFORE;
    }

    private Stream<Recorded> arrivals() {
        return alerts.stream()
                .flatMap(alert -> alert.responses().stream())
                .map(Milestone.ARRIVE::findIn)
                .flatMap(Optional::stream);
    }
}

package org.vigie.record;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The reports and alerts of a picture, folded from its entries: all of them, each with its steps
/// and responses.
///
/// @param reports in the order in which they came in, those without an alert too
/// @param alerts in the order in which they were opened
/// @param handovers by which what somebody had is somebody else's now
/// @param times the entry with which the mission set its due times last; empty while it has not
public record Alerts(
        List<Report> reports, List<Alert> alerts, Handovers handovers, Optional<Recorded> times) {

    /// Nothing has come in.
    public static final Alerts NONE =
            new Alerts(List.of(), List.of(), new Handovers(List.of()), Optional.empty());

    /// What links an alert to an attack that it warned of.
    public static final String WARNED_OF = "warned-of";

    public Alerts {
        reports = List.copyOf(reports);
        alerts = List.copyOf(alerts);
    }

    public static Alerts of(Picture picture) {
        return new AlertsFold().of(picture);
    }

    /// The same, with whatever these handovers moved.
    public static Alerts of(Picture picture, Handovers handovers) {
        return AlertsFold.of(picture, handovers);
    }

    public Optional<Alert> findAlert(UUID id) {
        return alerts.stream().filter(alert -> alert.id().equals(id)).findFirst();
    }

    public Optional<Report> findReport(UUID id) {
        return reports.stream().filter(report -> report.id().equals(id)).findFirst();
    }
}

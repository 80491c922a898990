package org.vigie.assess;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.vigie.record.Alert;
import org.vigie.record.Alerts;
import org.vigie.record.Facts;
import org.vigie.record.IncidentRow;
import org.vigie.record.Picture;
import org.vigie.record.Report;

/// Which incident a report or alert was of, from both ends: a person linked them, or the alert was
/// opened on the incident.
final class Links {

    private final Picture picture;
    private final Map<UUID, Set<UUID>> linked = new HashMap<>();
    private final Map<UUID, Alert> alerts = new HashMap<>();
    private final Map<UUID, Report> reports = new HashMap<>();
    private final Map<UUID, Optional<IncidentRow>> incidents = new HashMap<>();

    Links(Picture picture, Alerts folded) {
        this.picture = picture;
        folded.reports().forEach(report -> reports.put(report.id(), report));
        for (var alert : folded.alerts()) {
            alerts.put(alert.id(), alert);
            alert.what().reports().stream()
                    .filter(id -> !reports.containsKey(id))
                    .forEach(id -> link(alert.id(), id));
        }
        for (var entry : picture.entries(Facts.Linked.class)) {
            if (entry.body() instanceof Facts.Linked link
                    && link.relation().equals(Alerts.WARNED_OF)) {
                link(entry.entry().subject(), link.other());
            }
        }
    }

    /// The alerts that a report is behind, oldest first, each as far as it can answer that report.
    List<Alert> alertsOn(Report report) {
        return report.alerts().stream()
                .map(this::alert)
                .flatMap(Optional::stream)
                .map(alert -> alert.answering(report))
                .toList();
    }

    /// The alerts that are linked to an incident.
    List<Alert> alertsOf(IncidentRow incident) {
        return incident.incidents().stream()
                .flatMap(id -> linkedTo(id).stream())
                .distinct()
                .map(this::alert)
                .flatMap(Optional::stream)
                .toList();
    }

    /// The reports that are linked to an incident, or are behind its alerts.
    List<Report> reportsOf(IncidentRow incident) {
        var found = new LinkedHashMap<UUID, Report>();
        incident.incidents().stream()
                .flatMap(id -> linkedTo(id).stream())
                .filter(reports::containsKey)
                .forEach(id -> found.put(id, Objects.requireNonNull(reports.get(id))));
        for (var alert : alertsOf(incident)) {
            alert.reports().forEach(report -> found.put(report.id(), report));
        }
        return List.copyOf(found.values());
    }

    /// The incidents that a report or any of its alerts is linked to.
    List<IncidentRow> incidents(Optional<Report> report, List<Alert> of) {
        var ids = new LinkedHashSet<UUID>();
        report.ifPresent(r -> ids.addAll(linkedTo(r.id())));
        of.forEach(alert -> ids.addAll(linkedTo(alert.id())));
        var found = new ArrayList<IncidentRow>();
        for (var id : ids) {
            incidents
                    .computeIfAbsent(id, key -> picture.incidents().find(key))
                    .ifPresent(found::add);
        }
        return List.copyOf(found);
    }

    private Optional<Alert> alert(UUID id) {
        return Optional.ofNullable(alerts.get(id));
    }

    private Set<UUID> linkedTo(UUID id) {
        return linked.getOrDefault(id, Set.of());
    }

    private void link(UUID one, UUID other) {
        linked.computeIfAbsent(one, key -> new LinkedHashSet<>()).add(other);
        linked.computeIfAbsent(other, key -> new LinkedHashSet<>()).add(one);
    }
}

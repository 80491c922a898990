package org.vigie.assess;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigie.record.Alert;
import org.vigie.record.Alerts;
import org.vigie.record.Awareness;
import org.vigie.record.Body;
import org.vigie.record.Facts;
import org.vigie.record.Forces;
import org.vigie.record.Happened;
import org.vigie.record.Housekeeping;
import org.vigie.record.IncidentRow;
import org.vigie.record.Picture;
import org.vigie.record.Recorded;
import org.vigie.record.Report;
import org.vigie.record.Responses;
import org.vigie.record.Warnings;

/// One case in order: what happened, who knew of it when, what was decided and what was done.
///
/// What it means to an officer: the account that one would otherwise have to put together from
/// mails. It starts with the calls, not with the attack. Lines that were written down later than
/// they state are marked, and so are contested ones; both stay in their place.
///
/// When it must not be trusted: it shows what was logged. A gap may be idleness or a lost log.
///
/// @param subjects everything that belongs to the case: reports, alerts, responses, clearances,
///   incidents
/// @param lines by when they were so, then by the order of the ledger
/// @param knowledge who knew, earliest first
public record Timeline(Set<UUID> subjects, List<Line> lines, List<Knowledge> knowledge) {

    /// What sort of line.
    public enum Act {
        HAPPENED,
        WARNED,
        KNEW,
        DECIDED,
        DID,
        ASKED_HOST,
        HOST_ANSWERED,
        SAID
    }

    /// One line.
    ///
    /// @param who the component, post or lane that it comes from; of an incident, the source
    /// @param at when it was so, as exactly as that is known
    /// @param backDated written down more than a minute after it was known
    /// @param contested somebody disputes it
    /// @param entry null for the account of an incident, whose row is `incident`
    public record Line(
            Act act,
            String who,
            Happened at,
            Instant knownAt,
            Instant recordedAt,
            long seq,
            UUID subject,
            boolean backDated,
            boolean contested,
            @Nullable Recorded entry,
            @Nullable IncidentRow incident) {}

    public Timeline {
        subjects = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(subjects));
        lines = List.copyOf(lines);
        knowledge = List.copyOf(knowledge);
    }

    /// The case around an alert, a report or an incident; empty when the picture has no such thing.
    public static Optional<Timeline> of(Picture picture, UUID subject) {
        var folded = Alerts.of(picture);
        var links = new Links(picture, folded);
        var one = new Gathered();
        picture.incidents().find(subject).ifPresent(one.incidents::add);
        folded.findReport(subject).ifPresent(one.reports::add);
        folded.findAlert(subject).ifPresent(one.alerts::add);
        if (one.isEmpty()) {
            return Optional.empty();
        }
        one.reports.forEach(report -> one.alerts.addAll(links.alertsOn(report)));
        one.incidents.forEach(incident -> {
            one.alerts.addAll(links.alertsOf(incident));
            one.reports.addAll(links.reportsOf(incident));
        });
        one.alerts.forEach(alert -> one.reports.addAll(alert.reports()));
        one.incidents.addAll(
                links.incidents(one.reports.stream().findFirst(), List.copyOf(one.alerts)));
        return Optional.of(of(picture, one));
    }

    /// Since when the mission, as a whole or any part of it, knew: the earliest that nobody
    /// contests.
    public Optional<Knowledge> findMissionKnew() {
        return knowledge.stream()
                .filter(known -> known.byMission() && !known.contested())
                .findFirst();
    }

    private static final class Gathered {
        private final Set<IncidentRow> incidents = new LinkedHashSet<>();
        private final Set<Report> reports = new LinkedHashSet<>();
        private final Set<Alert> alerts = new LinkedHashSet<>();

        boolean isEmpty() {
            return incidents.isEmpty() && reports.isEmpty() && alerts.isEmpty();
        }

        Set<UUID> subjects() {
            var ids = new LinkedHashSet<UUID>();
            reports.forEach(report -> ids.add(report.id()));
            for (var alert : alerts) {
                ids.add(alert.id());
                alert.responses().forEach(response -> ids.add(response.id()));
            }
            incidents.forEach(incident -> ids.addAll(incident.incidents()));
            return ids;
        }
    }

    private static Timeline of(Picture picture, Gathered one) {
        var subjects = one.subjects();
        for (var asked : picture.entries(Forces.ClearanceAsked.class)) {
            if (asked.body() instanceof Forces.ClearanceAsked clearance
                    && clearance.forSubject() != null
                    && subjects.contains(clearance.forSubject())) {
                subjects.add(asked.entry().subject());
            }
        }
        var contested =
                picture.entries(Awareness.KnowledgeContested.class).stream()
                        .map(entry -> ((Awareness.KnowledgeContested) entry.body()).contested())
                        .collect(Collectors.toSet());
        var entries = subjects.stream().flatMap(id -> picture.about(id).stream()).toList();
        var lines = new ArrayList<Line>();
        one.incidents.forEach(incident -> findLine(incident).ifPresent(lines::add));
        entries.forEach(entry -> lines.add(line(entry, contested.contains(entry.entry().id()))));
        lines.sort(
                Comparator.<Line, Instant>comparing(line -> line.at().first())
                        .thenComparing(line -> line.act() != Act.HAPPENED)
                        .thenComparingLong(Line::seq));
        return new Timeline(subjects, lines, Knowledge.of(entries, contested, one.incidents));
    }

    private static Line line(Recorded entry, boolean contested) {
        return new Line(
                act(entry.body()),
                who(entry),
                entry.happened(),
                entry.knownAt(),
                entry.recordedAt(),
                entry.seq(),
                entry.entry().subject(),
                entry.backDated(),
                contested,
                entry,
                null);
    }

    /// An incident without a date has no place in an order.
    private static Optional<Line> findLine(IncidentRow incident) {
        var when = incident.happenedOn();
        return when == null
                ? Optional.empty()
                : Optional.of(
                        new Line(
                                Act.HAPPENED,
                                incident.source(),
                                when,
                                incident.knownFrom(),
                                incident.recordedAt(),
                                incident.seq(),
                                incident.incident(),
                                false,
                                false,
                                null,
                                incident));
    }

    private static String who(Recorded entry) {
        return switch (entry.body()) {
            case Awareness.Known known -> known.who();
            case Awareness.KnowledgeContested contest -> contest.by();
            case Warnings.ReportReceived report -> report.lane();
            case Responses.OrderGiven order -> ResponseGroup.code(order.by());
            case Facts.ClaimMade claim -> claim.claim().source();
            case Body other -> ResponseGroup.code(entry.entry().component());
        };
    }

    private static Act act(Body body) {
        return switch (body) {
            case Awareness known -> Act.KNEW;
            case Warnings.ReportReceived report -> Act.WARNED;
            case Warnings decided -> Act.DECIDED;
            case Responses.ResponseStepped step -> Act.DID;
            case Responses decided -> Act.DECIDED;
            case Forces.ClearanceAsked asked -> Act.ASKED_HOST;
            case Forces.ClearanceDecided answer -> Act.HOST_ANSWERED;
            case Facts.IncidentReported account -> Act.HAPPENED;
            case Facts said -> Act.SAID;
            case Forces other -> Act.SAID;
            case Housekeeping note -> Act.SAID;
            case org.vigie.record.Mandates mandate -> Act.SAID;
            case org.vigie.record.Accords accord -> Act.SAID;
            case org.vigie.record.Surveys survey -> Act.SAID;
            case org.vigie.record.Activities activity -> Act.SAID;
            case org.vigie.record.Casualties casualty -> Act.SAID;
            case org.vigie.record.Lanes lane -> Act.SAID;
            case org.vigie.record.Threats threat -> Act.SAID;
            case org.vigie.record.Watchkeeping note -> Act.SAID;
            case org.vigie.record.Forecasts forecast -> Act.SAID;
            case org.vigie.record.Unknown unknown -> Act.SAID;
            case org.vigie.record.Erased erased -> Act.SAID;
        };
    }
}

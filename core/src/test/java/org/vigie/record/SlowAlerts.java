package org.vigie.record;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What [Alerts] are by their definition, folded from the beginning: what [AlertsFold] is held
/// against.
final class SlowAlerts {

    private static final Comparator<Recorded> BY_TIME =
            Comparator.comparing(Moments::of).thenComparingLong(Recorded::seq);

    private SlowAlerts() {}

    static Alerts of(Picture picture) {
        return of(picture, Handovers.of(picture));
    }

    static Alerts of(Picture picture, Handovers handovers) {
        var opened = picture.entries(Warnings.AlertOpened.class);
        Map<UUID, List<UUID>> alertsOf = new LinkedHashMap<>();
        for (var entry : opened) {
            for (var report : ((Warnings.AlertOpened) entry.body()).reports()) {
                alertsOf.computeIfAbsent(report, id -> new ArrayList<>())
                        .add(entry.entry().subject());
            }
        }
        var openings = opened.stream().map(entry -> entry.entry().subject()).toList();
        var joins = joins(picture);
        for (var join : joins) {
            if (openings.contains(join.alert()) && joined(joins, join.report(), join.alert())) {
                alertsOf.computeIfAbsent(join.report(), id -> new ArrayList<>()).add(join.alert());
            }
        }
        var warnings = bySubject(picture, Warnings.class);
        Map<UUID, Report> reports = new LinkedHashMap<>();
        for (var entry : picture.entries(Warnings.ReportReceived.class)) {
            var id = entry.entry().subject();
            reports.put(
                    id,
                    report(
                            entry,
                            warnings.getOrDefault(id, List.of()),
                            alertsOf.getOrDefault(id, List.of()).stream().distinct().toList(),
                            handovers));
        }
        var gathered =
                new Gathered(
                        warnings,
                        reports,
                        joins,
                        responses(picture),
                        bySubject(picture, Facts.Linked.class),
                        handovers);
        return new Alerts(
                List.copyOf(reports.values()),
                opened.stream().map(entry -> alert(entry, gathered)).toList(),
                handovers,
                picture.entries(Watchkeeping.TimesSet.class).stream().reduce((a, b) -> b));
    }

    private record Join(UUID report, UUID alert, boolean joined) {}

    private static List<Join> joins(Picture picture) {
        return picture.entries(Warnings.ReportJoined.class).stream()
                .map(entry -> {
                    var body = (Warnings.ReportJoined) entry.body();
                    return new Join(entry.entry().subject(), body.alert(), body.joined());
                })
                .toList();
    }

    /// What was said last of this report and this alert.
    private static boolean joined(List<Join> joins, UUID report, UUID alert) {
        return joins.stream()
                .filter(join -> join.report().equals(report) && join.alert().equals(alert))
                .reduce((earlier, later) -> later)
                .filter(Join::joined)
                .isPresent();
    }

    /// What alerts are put together from, each by its subject.
    private record Gathered(
            Map<UUID, List<Recorded>> warnings,
            Map<UUID, Report> reports,
            List<Join> joins,
            Map<UUID, List<Response>> responses,
            Map<UUID, List<Recorded>> links,
            Handovers handovers) {}

    private static Report report(
            Recorded received, List<Recorded> about, List<UUID> alerts, Handovers handovers) {
        var taken =
                lastEntry(about, Warnings.ReportTaken.class)
                        .filter(entry -> ((Warnings.ReportTaken) entry.body()).taken());
        var assessed = lastEntry(about, Warnings.ReportAssessed.class);
        var what = (Warnings.ReportReceived) received.body();
        return new Report(
                received.entry().subject(),
                received,
                assessed.map(entry -> what.as((Warnings.ReportAssessed) entry.body())).orElse(what),
                last(about, Warnings.ReportVerified.class)
                        .map(Warnings.ReportVerified::status)
                        .orElse(Warnings.Verification.UNVERIFIED),
                alerts,
                assessed,
                taken,
                last(about, Warnings.ReporterTold.class),
                taken.map(handovers::ownerAfter));
    }

    private static Alert alert(Recorded opened, Gathered gathered) {
        var id = opened.entry().subject();
        var what = (Warnings.AlertOpened) opened.body();
        var about = gathered.warnings.getOrDefault(id, List.of());
        var steps =
                about.stream()
                        .filter(entry -> entry.body() instanceof Warnings.AlertStepped)
                        .sorted(BY_TIME)
                        .toList();
        return new Alert(
                id,
                opened,
                what,
                Stream.concat(
                                what.reports().stream(),
                                gathered.joins.stream()
                                        .filter(join -> join.alert().equals(id))
                                        .map(Join::report)
                                        .filter(report -> joined(gathered.joins, report, id)))
                        .distinct()
                        .map(gathered.reports::get)
                        .filter(java.util.Objects::nonNull)
                        .toList(),
                steps,
                gathered.responses.getOrDefault(id, List.of()),
                about.stream()
                        .filter(entry -> entry.body() instanceof Warnings.AlertClosed)
                        .reduce((earlier, later) -> later),
                gathered.links.getOrDefault(id, List.of()).stream()
                        .map(entry -> (Facts.Linked) entry.body())
                        .filter(link -> link.relation().equals(Alerts.WARNED_OF))
                        .map(Facts.Linked::other)
                        .distinct()
                        .toList(),
                gathered.handovers.ownerAfter(steps.isEmpty() ? opened : steps.getLast()));
    }

    private static Map<UUID, List<Response>> responses(Picture picture) {
        var steps = bySubject(picture, Responses.ResponseStepped.class);
        return picture.entries(Responses.OrderGiven.class).stream()
                .map(ordered ->
                        new Response(
                                ordered.entry().subject(),
                                ordered,
                                (Responses.OrderGiven) ordered.body(),
                                steps.getOrDefault(ordered.entry().subject(), List.of()).stream()
                                        .sorted(BY_TIME)
                                        .toList()))
                .collect(
                        Collectors.groupingBy(
                                response -> response.order().alert(),
                                LinkedHashMap::new,
                                Collectors.toList()));
    }

    private static Map<UUID, List<Recorded>> bySubject(
            Picture picture, Class<? extends Body> kind) {
        return picture.entries(kind).stream()
                .collect(
                        Collectors.groupingBy(
                                entry -> entry.entry().subject(),
                                LinkedHashMap::new,
                                Collectors.toList()));
    }

    private static <B extends Body> Optional<B> last(List<Recorded> entries, Class<B> kind) {
        return lastEntry(entries, kind).map(Recorded::body).map(kind::cast);
    }

    private static Optional<Recorded> lastEntry(
            List<Recorded> entries, Class<? extends Body> kind) {
        return entries.stream()
                .filter(entry -> kind.isInstance(entry.body()))
                .reduce((earlier, later) -> later);
    }
}

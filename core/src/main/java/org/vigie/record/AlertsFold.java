package org.vigie.record;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Folds pictures into their reports and alerts, one after the other, for one viewer.
///
/// Where a picture holds what the one before it held, and more after it, only what the new entries
/// are about is put together anew: a watch with a hundred thousand reports is told of one more in
/// the time that one report takes. Anything else (a correction, an entry that became known later
/// than it was written, a look back) is folded from the beginning. A test holds both against each
/// other.
///
/// Safe for several threads.
public final class AlertsFold {

    private static final Comparator<Recorded> BY_TIME =
            Comparator.comparing(Moments::of).thenComparingLong(Recorded::seq);

    /// The entries of the picture that was folded last.
    private List<Recorded> seen = List.of();

    private @Nullable Alerts folded;

    /// The newest of those that were folded, as the mission knew them.
    private @Nullable Recorded newest;

    private final Map<UUID, List<Recorded>> warnings = new HashMap<>();
    private final Map<UUID, List<Recorded>> steps = new HashMap<>();
    private final Map<UUID, List<Recorded>> links = new HashMap<>();

    /// Reports as they came in.
    private final Map<UUID, Recorded> received = new HashMap<>();

    /// Which alerts were opened on a report.
    private final Map<UUID, List<UUID>> alertsOf = new HashMap<>();

    /// Behind which alerts a report was put after they were opened: false where it was taken out
    /// from there again. The other way round, all reports that ever were.
    private final Map<UUID, Map<UUID, Boolean>> joined = new HashMap<>();

    private final Map<UUID, Set<UUID>> joinedTo = new HashMap<>();

    /// Orders by the alert that they are for, and the alerts of each response.
    private final Map<UUID, List<Recorded>> orders = new HashMap<>();

    private final Map<UUID, List<UUID>> alertsOfResponse = new HashMap<>();

    private Optional<Recorded> times = Optional.empty();
    private Handovers handovers = new Handovers(List.of());
    private final List<Recorded> opened = new ArrayList<>();
    private final Set<UUID> openings = new HashSet<>();
    private final Map<UUID, Report> reports = new LinkedHashMap<>();
    private final List<Alert> alerts = new ArrayList<>();

    /// What holds of a picture with whatever these handovers moved.
    static Alerts of(Picture picture, Handovers handovers) {
        var fold = new AlertsFold();
        fold.handovers = handovers;
        return fold.grown(picture.entries(), 0);
    }

    /// What holds of a picture.
    public synchronized Alerts of(Picture picture) {
        var entries = picture.entries();
        var known = folded;
        if (known == null || !begins(entries)) {
            clear();
            handovers = Handovers.of(picture);
            known = grown(entries, 0);
        } else if (entries.size() > seen.size()) {
            known = grown(entries, seen.size());
        }
        seen = entries;
        folded = known;
        return known;
    }

    /// Whether it begins with all that was folded, and what follows was known no earlier. Histories
    /// that grow keep their entries, so the same object is the same entry.
    @SuppressWarnings("ReferenceEquality")
    private boolean begins(List<Recorded> entries) {
        if (entries.size() < seen.size()) {
            return false;
        }
        for (int i = 0; i < seen.size(); i++) {
            if (entries.get(i) != seen.get(i)) {
                return false;
            }
        }
        if (entries.subList(seen.size(), entries.size()).stream().anyMatch(Handovers::moves)) {
            return false;
        }
        var last = newest;
        return last == null
                || entries.subList(seen.size(), entries.size()).stream()
                        .filter(AlertsFold::concerned)
                        .noneMatch(entry -> Picture.BY_KNOWLEDGE.compare(entry, last) < 0);
    }

    private void clear() {
        List.of(
                        warnings,
                        steps,
                        links,
                        received,
                        alertsOf,
                        joined,
                        joinedTo,
                        orders,
                        alertsOfResponse,
                        reports)
                .forEach(Map::clear);
        openings.clear();
        opened.clear();
        alerts.clear();
        newest = null;
        times = Optional.empty();
    }

    private static boolean concerned(Recorded entry) {
        return entry.body() instanceof Warnings
                || entry.body() instanceof Responses
                || entry.body() instanceof Facts.Linked
                || entry.body() instanceof Watchkeeping.TimesSet;
    }

    private Alerts grown(List<Recorded> entries, int from) {
        var more =
                entries.subList(from, entries.size()).stream()
                        .filter(AlertsFold::concerned)
                        .sorted(Picture.BY_KNOWLEDGE)
                        .toList();
        var before = folded;
        if (more.isEmpty() && before != null && from > 0) {
            return before;
        }
        // Reports stand in the order in which they came in, whatever names them before.
        var touched = new LinkedHashSet<UUID>();
        more.stream()
                .filter(entry -> entry.body() instanceof Warnings.ReportReceived)
                .forEach(entry -> touched.add(entry.entry().subject()));
        more.forEach(entry -> add(entry, touched));
        newest = more.isEmpty() ? newest : more.getLast();
        var changed = new HashSet<UUID>();
        for (var subject : touched) {
            var came = received.get(subject);
            if (came != null) {
                reports.put(subject, report(came));
                changed.addAll(alertsBefore(subject));
            }
            changed.add(subject);
        }
        refold(changed);
        return new Alerts(List.copyOf(reports.values()), alerts, handovers, times);
    }

    private void refold(Set<UUID> changed) {
        for (int i = 0; i < opened.size(); i++) {
            if (i == alerts.size()) {
                alerts.add(alert(opened.get(i)));
            } else if (changed.contains(alerts.get(i).id())) {
                alerts.set(i, alert(opened.get(i)));
            }
        }
    }

    private void add(Recorded entry, Set<UUID> touched) {
        var subject = entry.entry().subject();
        switch (entry.body()) {
            case Warnings.ReportReceived _ -> {
                received.put(subject, entry);
                put(warnings, subject, entry);
            }
            case Warnings.AlertOpened alert -> {
                opened.add(entry);
                put(warnings, subject, entry);
                alert.reports().forEach(report -> put(alertsOf, report, subject));
                openings.add(subject);
                touched.addAll(alert.reports());
                touched.addAll(joinedTo.getOrDefault(subject, Set.of()));
            }
            case Warnings.ReportJoined join -> {
                joined.computeIfAbsent(subject, _ -> new LinkedHashMap<>())
                        .put(join.alert(), join.joined());
                joinedTo.computeIfAbsent(join.alert(), _ -> new LinkedHashSet<>()).add(subject);
                touched.add(join.alert());
            }
            case Warnings _ -> put(warnings, subject, entry);
            case Responses.OrderGiven order -> {
                put(orders, order.alert(), entry);
                put(alertsOfResponse, subject, order.alert());
                touched.add(order.alert());
            }
            case Responses.ResponseStepped _ -> {
                put(steps, subject, entry);
                touched.addAll(alertsOfResponse.getOrDefault(subject, List.of()));
            }
            case Facts.Linked _ -> put(links, subject, entry);
            case Watchkeeping.TimesSet _ -> times = Optional.of(entry);
            default -> {}
        }
        touched.add(subject);
    }

    private static <T> void put(Map<UUID, List<T>> lists, UUID key, T value) {
        lists.computeIfAbsent(key, _ -> new ArrayList<>()).add(value);
    }

    private Report report(Recorded entry) {
        var id = entry.entry().subject();
        var about = warnings.getOrDefault(id, List.of());
        var taken =
                lastEntry(about, Warnings.ReportTaken.class)
                        .filter(one -> ((Warnings.ReportTaken) one.body()).taken());
        var assessed = lastEntry(about, Warnings.ReportAssessed.class);
        var what = (Warnings.ReportReceived) entry.body();
        return new Report(
                id,
                entry,
                assessed.map(one -> what.as((Warnings.ReportAssessed) one.body())).orElse(what),
                last(about, Warnings.ReportVerified.class)
                        .map(Warnings.ReportVerified::status)
                        .orElse(Warnings.Verification.UNVERIFIED),
                alertsBefore(id),
                assessed,
                taken,
                last(about, Warnings.ReporterTold.class),
                taken.map(handovers::ownerAfter));
    }

    /// The alerts that a report is behind: those that were opened on it, then those that it joined.
    private List<UUID> alertsBefore(UUID report) {
        var all = new LinkedHashSet<>(alertsOf.getOrDefault(report, List.of()));
        joined.getOrDefault(report, Map.of())
                .forEach((alert, joins) -> {
                    if (joins && openings.contains(alert)) {
                        all.add(alert);
                    }
                });
        return List.copyOf(all);
    }

    private List<Report> reportsBehind(UUID alert, Warnings.AlertOpened what) {
        var all = new LinkedHashSet<>(what.reports());
        for (var report : joinedTo.getOrDefault(alert, Set.of())) {
            if (joined.getOrDefault(report, Map.of()).getOrDefault(alert, false)) {
                all.add(report);
            }
        }
        return all.stream().map(reports::get).filter(Objects::nonNull).toList();
    }

    private Alert alert(Recorded entry) {
        var id = entry.entry().subject();
        var what = (Warnings.AlertOpened) entry.body();
        var about = warnings.getOrDefault(id, List.of());
        var done =
                about.stream()
                        .filter(one -> one.body() instanceof Warnings.AlertStepped)
                        .sorted(BY_TIME)
                        .toList();
        return new Alert(
                id,
                entry,
                what,
                reportsBehind(id, what),
                done,
                orders.getOrDefault(id, List.of()).stream().map(this::response).toList(),
                lastEntry(about, Warnings.AlertClosed.class),
                links.getOrDefault(id, List.of()).stream()
                        .map(one -> (Facts.Linked) one.body())
                        .filter(link -> link.relation().equals(Alerts.WARNED_OF))
                        .map(Facts.Linked::other)
                        .distinct()
                        .toList(),
                handovers.ownerAfter(done.isEmpty() ? entry : done.getLast()));
    }

    private Response response(Recorded ordered) {
        var id = ordered.entry().subject();
        return new Response(
                id,
                ordered,
                (Responses.OrderGiven) ordered.body(),
                steps.getOrDefault(id, List.of()).stream().sorted(BY_TIME).toList());
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

package org.vigie.assess;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.vigie.geo.BadInput;
import org.vigie.record.ActorClass;
import org.vigie.record.Alert;
import org.vigie.record.Alerts;
import org.vigie.record.By;
import org.vigie.record.Filter;
import org.vigie.record.IncidentRow;
import org.vigie.record.Involved;
import org.vigie.record.Known;
import org.vigie.record.Picture;
import org.vigie.record.Recorded;
import org.vigie.record.Site;

/// The warnings, alerts and attacks of a picture that a rate of response is computed from.
///
/// @param warnings reports, and alerts without any report
/// @param alerts all alerts, each as something that may be answered
record Cases(List<Warned> warnings, List<Warned> alerts, List<Attack> attacks) {

    Cases {
        warnings = List.copyOf(warnings);
        alerts = List.copyOf(alerts);
        attacks = List.copyOf(attacks);
    }

    static Cases of(Picture picture, Filter filter) {
        if (filter.kind() != null || filter.actor() != null) {
            throw new BadInput(
                    "filter of the rate of response",
                    filter.kind() != null ? filter.kind() : filter.actor(),
                    "a time or a place: a warning has no kind, and its rate must not depend on who is"
                            + " said to be the perpetrator");
        }
        var folded = Alerts.of(picture);
        var links = new Links(picture, folded);
        var alerts = folded.alerts().stream().map(alert -> Warned.of(alert, links)).toList();
        var warnings =
                Stream.concat(
                        folded.reports().stream()
                                .map(report -> Warned.of(report, links.alertsOn(report), links)),
                        alerts.stream().filter(Cases::withoutReport));
        return new Cases(
                warnings.filter(warned -> passes(filter, warned)).toList(),
                alerts.stream().filter(warned -> passes(filter, warned)).toList(),
                attacks(picture, filter, links));
    }

    /// The alerts among these cases, as the record folds them.
    List<Alert> folded() {
        return alerts.stream().map(warned -> warned.alerts().getFirst()).toList();
    }

    /// These cases by area, sector, month or alleged sort of actor. Warnings go by when and where
    /// they came in from and by what was said at last, attacks by their last day, their place and
    /// their first side.
    Map<String, Cases> split(ResponseRate.Grouping grouping, Known known) {
        Function<Site, String> place = site -> place(grouping, site, known);
        var keys = new LinkedHashSet<String>();
        var warningsOf = group(warnings, warned -> key(grouping, warned, place), keys);
        var alertsOf = group(alerts, warned -> key(grouping, warned, place), keys);
        var attacksOf = group(attacks, attack -> key(grouping, attack.incident(), place), keys);
        var cases = new TreeMap<String, Cases>();
        for (var key : keys) {
            cases.put(
                    key,
                    new Cases(
                            warningsOf.getOrDefault(key, List.of()),
                            alertsOf.getOrDefault(key, List.of()),
                            attacksOf.getOrDefault(key, List.of())));
        }
        return cases;
    }

    private static boolean withoutReport(Warned alert) {
        return alert.alerts().getFirst().reports().isEmpty();
    }

    private static List<Attack> attacks(Picture picture, Filter filter, Links links) {
        var incidents = picture.incidents().where(filter);
        return IntStream.range(0, incidents.size())
                .mapToObj(incidents::get)
                .filter(IncidentRow::againstCivilians)
                .map(incident ->
                        new Attack(incident, links.alertsOf(incident), links.reportsOf(incident)))
                .toList();
    }

    private static boolean passes(Filter filter, Warned warned) {
        var day = day(warned.entry());
        var from = filter.from();
        var to = filter.to();
        var area = filter.area();
        var cell = filter.cell();
        return (from == null || !day.isBefore(from))
                && (to == null || !day.isAfter(to))
                && (area == null || filter.spelled().has(area, warned.site()))
                && (cell == null
                        || warned.site().findCell().filter(c -> c.gid() == cell).isPresent());
    }

    private static String key(
            ResponseRate.Grouping grouping, Warned warned, Function<Site, String> place) {
        return switch (grouping) {
            case AREA, SECTOR -> place.apply(warned.site());
            case MONTH -> month(day(warned.entry()));
            case ALLEGED -> code(warned.alleged());
        };
    }

    private static String code(ActorClass alleged) {
        return alleged.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Of an attack the sort of those whom its source calls the attackers, else of its first side;
    /// where they are several, nobody can say which.
    private static ActorClass attackers(IncidentRow incident) {
        return Stream.of(Involved.Role.ATTACKER, Involved.Role.SIDE_A)
                .map(role ->
                        incident.actors().stream()
                                .filter(involved -> involved.role() == role)
                                .map(Involved::actorClass)
                                .collect(Collectors.toSet()))
                .filter(sorts -> !sorts.isEmpty())
                .findFirst()
                .filter(sorts -> sorts.size() == 1)
                .map(sorts -> sorts.iterator().next())
                .orElse(ActorClass.UNKNOWN);
    }

    private static String key(
            ResponseRate.Grouping grouping, IncidentRow incident, Function<Site, String> place) {
        var when = incident.happenedOn();
        return switch (grouping) {
            case AREA, SECTOR -> place.apply(incident.site());
            case MONTH -> when == null ? By.UNKNOWN : month(when.lastDay());
            case ALLEGED -> code(attackers(incident));
        };
    }

    private static String place(ResponseRate.Grouping grouping, Site site, Known known) {
        if (grouping == ResponseRate.Grouping.SECTOR) {
            return known.findSector(site).orElse(By.UNKNOWN);
        }
        var adm1 = site.adm1();
        return adm1 == null || adm1.isEmpty() ? By.UNKNOWN : known.nameOf(adm1);
    }

    private static String month(LocalDate day) {
        return day.toString().substring(0, 7);
    }

    private static LocalDate day(Recorded entry) {
        return entry.happened().first().atZone(ZoneOffset.UTC).toLocalDate();
    }

    private static <T> Map<String, List<T>> group(
            List<T> rows, Function<T, String> key, Set<String> keys) {
        Map<String, List<T>> groups = new HashMap<>();
        for (var row : rows) {
            var name = key.apply(row);
            keys.add(name);
            groups.computeIfAbsent(name, k -> new ArrayList<>()).add(row);
        }
        return groups;
    }
}

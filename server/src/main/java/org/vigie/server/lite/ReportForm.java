package org.vigie.server.lite;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vigie.record.ActorClass;
import org.vigie.record.Grade;
import org.vigie.record.Site;
import org.vigie.record.Warnings;
import org.vigie.server.picture.PlaceSearch;

/// Reads the form with which a warning is reported.
///
/// The place is a name until a person has chosen one of the places that the name may mean, or has
/// said that none of them is it; nothing is chosen for them.
///
/// @param place what was chosen, `none` for none of the candidates, empty while nobody has chosen
/// @param candidates places that the name may mean, to be shown
record ReportForm(
        Typed typed,
        String where,
        String place,
        List<PlaceSearch.Candidate> candidates,
        Optional<Instant> when,
        Optional<Warnings.ReportReceived> report) {

    static final List<String> LANES =
            List.of("phone", "hotline", "radio", "visit", "liaison", "open-source", "other");

    static final List<String> RELIABILITY = List.of("A", "B", "C", "D", "E", "F");

    /// Not 1, confirmed by others: of a report that has just come in nobody else can have said it
    /// yet. Whoever confirms it later is named beside the report.
    static final List<String> CREDIBILITY = List.of("2", "3", "4", "5", "6");

    private static final Set<String> YES_NO = Set.of("yes", "no");

    private static final int LINE_MAX = 200;
    private static final int TEXT_MAX = 2_000;
    private static final int CANDIDATES_MAX = 6;

    static ReportForm read(Typed typed, PlaceSearch places, Instant now) {
        var where = typed.required("where", LINE_MAX);
        var when = typed.recent("when", now);
        var threat = typed.required("threat", TEXT_MAX);
        var atRisk = typed.required("risk", LINE_MAX);
        var severity = typed.choice("severity", Warnings.Severity.judged());
        var alleged =
                typed.value("alleged").isEmpty()
                        ? ActorClass.UNKNOWN
                        : typed.choice("alleged", ActorClass.class);
        var lane = chosen(typed, "lane", Set.copyOf(LANES));
        var reliability = chosen(typed, "reliability", Set.copyOf(RELIABILITY));
        var credibility = chosen(typed, "credibility", Set.copyOf(CREDIBILITY));
        var back = chosen(typed, "back", YES_NO);
        var candidates = candidates(where, places);
        var place = typed.value("place");
        if (!candidates.isEmpty() && !ReportForm.offers(candidates, place)) {
            typed.problem("place", "problem.place");
        }
        if (!typed.good() || severity == null || alleged == null) {
            return new ReportForm(typed, where, place, candidates, when, Optional.empty());
        }
        var grade = new Grade(reliability.charAt(0), credibility.charAt(0) - '0');
        var report =
                new Warnings.ReportReceived(
                        lane,
                        site(places, where, place, candidates),
                        threat,
                        atRisk,
                        threat,
                        severity,
                        alleged,
                        grade,
                        back.equals("yes"));
        return new ReportForm(typed, where, place, candidates, when, Optional.of(report));
    }

    /// Whether a choice is one of these places, or that it is none of them.
    static boolean offers(List<PlaceSearch.Candidate> candidates, String chosen) {
        return chosen.equals("none")
                || candidates.stream().anyMatch(one -> one.place().id().equals(chosen));
    }

    /// Places that a name may mean.
    static List<PlaceSearch.Candidate> candidates(String where, PlaceSearch places) {
        return where.isEmpty() ? List.of() : places.search(where, CANDIDATES_MAX);
    }

    private static String chosen(Typed typed, String field, Set<String> allowed) {
        var value = typed.value(field);
        if (!allowed.contains(value)) {
            typed.problem(field, "problem.choose");
        }
        return value;
    }

    /// The place that a person chose, else the name as it was typed.
    static Site site(
            PlaceSearch places,
            String where,
            String chosen,
            List<PlaceSearch.Candidate> candidates) {
        return candidates.stream()
                .map(PlaceSearch.Candidate::place)
                .filter(place -> place.id().equals(chosen))
                .findFirst()
                .map(place -> places.siteOf(place, where))
                .orElseGet(() -> Site.named(where));
    }
}

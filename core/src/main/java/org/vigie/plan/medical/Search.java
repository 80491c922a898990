package org.vigie.plan.medical;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigie.geo.Mode;
import org.vigie.geo.RouteState;
import org.vigie.geo.Saying;
import org.vigie.geo.TravelTime;
import org.vigie.plan.Onward;
import org.vigie.plan.Reach;
import org.vigie.plan.Unit;
import org.vigie.plan.Ways;

/// Every way in which each link could be met for one casualty, with these units and hospitals.
final class Search {

    private static final Duration AT_ONCE = Duration.ZERO;
    private static final Duration LOAD_LEAST = Duration.ofMinutes(5);
    private static final Duration LOAD_MOST = Duration.ofMinutes(20);
    private static final Onward.Stay LOADING = new Onward.Stay(LOAD_LEAST, LOAD_MOST);
    private static final Duration SET_UP_LEAST = Duration.ofMinutes(15);
    private static final Duration SET_UP_MOST = Duration.ofMinutes(60);

    /// So near that those on the spot carry the casualty there themselves.
    private static final double NEXT_DOOR_KM = 2;

    /// So near that a person asks why it is not used.
    private static final double NEAR_KM = 20;

    private final Casualty casualty;
    private final List<Unit> units;
    private final List<Hospital> hospitals;
    private final List<Unit> grounded;
    private final Ways ways;

    Search(List<Unit> units, List<Hospital> hospitals, Casualty casualty) {
        this.casualty = casualty;
        this.units = units;
        this.hospitals = hospitals;
        this.grounded =
                casualty.grounded() ? units.stream().filter(Unit::flies).toList() : List.of();
        this.ways =
                Ways.of(
                        units.stream().filter(unit -> !grounded.contains(unit)).toList(),
                        casualty.task());
    }

    Link firstAid() {
        var means = new ArrayList<Means>();
        if (casualty.accompanied()) {
            var assumed = Saying.of(MedicalWords.FIRST_AID_ASSUMED);
            means.add(
                    new Means(
                            MedicalWords.ON_THE_SPOT.english(),
                            List.of(),
                            assumed,
                            AT_ONCE,
                            Link.Kind.FIRST_AID.limit(),
                            true,
                            List.of(assumed)));
        } else {
            for (var going : ways.parties()) {
                means.add(comes(going, MedicalWords.FIRST_AID_COMES, AT_ONCE, AT_ONCE));
            }
        }
        return Link.of(
                Link.Kind.FIRST_AID,
                means,
                List.of(Saying.of(MedicalWords.FIRST_AID_TRAINED)),
                Saying.of(MedicalWords.NOBODY_CARES));
    }

    Link fieldCare() {
        var means = new ArrayList<Means>();
        for (var going : ways.parties()) {
            if (offers(going, "medical")) {
                means.add(comes(going, MedicalWords.CARE_COMES, AT_ONCE, AT_ONCE));
            }
            if (carries(going.unit())) {
                means.addAll(fetched(going, hospitals, false));
            }
        }
        means.addAll(nextDoor(hospitals));
        return Link.of(
                Link.Kind.FIELD_CARE,
                means,
                Stream.concat(
                                near(hospitals).stream(),
                                whyNot(unit -> unit.offers("medical") || carries(unit)).stream())
                        .toList(),
                Saying.of(MedicalWords.NOBODY_CARES));
    }

    Link surgery() {
        var tables = hospitals.stream().filter(Hospital::surgery).toList();
        var means = new ArrayList<Means>();
        var stranded = new TreeSet<String>();
        var onward = new HashSet<String>();
        for (var going : ways.parties()) {
            if (going.with().units().stream().anyMatch(can -> Hospital.operates(can.unit()))) {
                means.add(comes(going, MedicalWords.SURGERY_COMES, SET_UP_LEAST, SET_UP_MOST));
            }
            if (carries(going.unit())) {
                var brought = fetched(going, tables, true);
                means.addAll(brought);
                (brought.isEmpty() ? stranded : onward).add(going.unit().name());
            }
        }
        means.addAll(nextDoor(tables));
        var whyNot = new ArrayList<>(whyNot(unit -> Hospital.operates(unit) || carries(unit)));
        near(tables).ifPresent(whyNot::addFirst);
        boolean noTable = tables.isEmpty() && means.isEmpty();
        stranded.removeAll(onward);
        if (!stranded.isEmpty() && !noTable) {
            whyNot.addFirst(Saying.of(MedicalWords.NO_WAY_ON, String.join(", ", stranded)));
        }
        return Link.of(
                Link.Kind.SURGERY,
                means,
                whyNot,
                Saying.of(noTable ? MedicalWords.NO_SURGERY : MedicalWords.NOBODY_CARRIES));
    }

    /// Whoever could come and carry somebody away, soonest first.
    List<Unit> carriers() {
        return ways.parties().stream()
                .map(Ways.Going::unit)
                .filter(Search::carries)
                .distinct()
                .toList();
    }

    /// Helicopters and ambulances; a unit on the road that has medics has vehicles.
    private static boolean carries(Unit unit) {
        return unit.offers("evacuation")
                || unit.offers("casevac")
                || unit.offers("lift")
                || (unit.mode() == Mode.ROAD && unit.offers("medical"));
    }

    private static boolean offers(Ways.Going going, String word) {
        return going.with().units().stream().anyMatch(can -> can.unit().offers(word));
    }

    private static Means comes(
            Ways.Going going, MedicalWords words, Duration least, Duration most) {
        var earliest = going.with().earliest().plus(least);
        var latest = going.with().latest().plus(most);
        var assumptions = new ArrayList<>(going.with().assumptions());
        if (words == MedicalWords.SURGERY_COMES) {
            assumptions.add(Saying.of(MedicalWords.SET_UP, least, most));
        }
        if (words == MedicalWords.FIRST_AID_COMES) {
            assumptions.add(Saying.of(MedicalWords.FIRST_AID_TRAINED));
        }
        return new Means(
                names(going),
                codes(going),
                Roles.said(
                        going,
                        Saying.of(words, names(going), earliest, latest),
                        comesFor(words, going)),
                earliest,
                latest,
                true,
                assumptions);
    }

    /// To whichever of these is best for the link, of those that are sure and of those that are
    /// not.
    private List<Means> fetched(Ways.Going going, List<Hospital> to, boolean surgery) {
        var limit = (surgery ? Link.Kind.SURGERY : Link.Kind.FIELD_CARE).limit();
        var found = new ArrayList<Means>();
        for (var hospital : to) {
            Onward.of(going, casualty.task(), hospital.position(), LOADING)
                    .map(onward -> brought(going, hospital, onward, surgery))
                    .ifPresent(found::add);
        }
        var best = new ArrayList<Means>();
        found.stream().filter(Means::sure).min(Means.bestFor(limit)).ifPresent(best::add);
        found.stream().filter(one -> !one.sure()).min(Means.bestFor(limit)).ifPresent(best::add);
        return best;
    }

    private static Means brought(
            Ways.Going going, Hospital hospital, Onward onward, boolean surgery) {
        var how =
                surgery
                        ? Saying.of(
                                MedicalWords.SURGERY_FETCHED,
                                names(going),
                                hospital.name(),
                                onward.earliest(),
                                onward.latest())
                        : Saying.of(
                                MedicalWords.CARE_FETCHED,
                                names(going),
                                hospital.name(),
                                hospital.level(),
                                onward.earliest(),
                                onward.latest());
        var assumptions = new ArrayList<>(going.with().assumptions());
        assumptions.add(Saying.of(MedicalWords.LOADING, LOAD_LEAST, LOAD_MOST));
        assumptions.addAll(onward.assumptions());
        assumptions.add(hospital.basis());
        return new Means(
                names(going) + " → " + hospital.name(),
                codes(going),
                Roles.said(going, how, MedicalWords.CARRIES),
                onward.earliest(),
                onward.latest(),
                !surgery || hospital.sure(),
                assumptions);
    }

    /// Only with somebody there who carries.
    private List<Means> nextDoor(List<Hospital> to) {
        var place = casualty.task().place();
        var found = new ArrayList<Means>();
        for (var hospital : to) {
            double km = place.distanceKm(hospital.position());
            if (casualty.accompanied() && km <= NEXT_DOOR_KM) {
                var walk =
                        TravelTime.between(
                                place, hospital.position(), Mode.FOOT, RouteState.DRY_TRACK);
                found.add(
                        new Means(
                                hospital.name(),
                                List.of(),
                                Saying.of(MedicalWords.CARE_NEXT_DOOR, hospital.name(), km),
                                walk.earliest().plus(LOAD_LEAST),
                                walk.latest().plus(LOAD_MOST),
                                hospital.sure(),
                                List.of(hospital.basis())));
            }
        }
        return found;
    }

    /// Why care that is near does not help: said of the nearest, because a person asks for it
    /// first.
    private Optional<Saying> near(List<Hospital> to) {
        var place = casualty.task().place();
        var nearest =
                to.stream()
                        .min(
                                Comparator.comparingDouble(
                                        hospital -> place.distanceKm(hospital.position())));
        return nearest.filter(hospital -> place.distanceKm(hospital.position()) <= NEAR_KM)
                .map(hospital ->
                        Saying.of(
                                MedicalWords.NEAR_UNUSED,
                                hospital.name(),
                                hospital.level(),
                                place.distanceKm(hospital.position()),
                                whoCarries()));
    }

    private List<Saying> whoCarries() {
        var said = new ArrayList<Saying>();
        if (units.stream().noneMatch(this::isAmbulanceNear)) {
            said.add(Saying.of(MedicalWords.NO_AMBULANCE, Math.round(NEAR_KM)));
        }
        said.add(
                ways.parties().stream()
                        .filter(going -> carries(going.unit()))
                        .findFirst()
                        .map(going ->
                                Saying.of(
                                        MedicalWords.FIRST_CARRIER,
                                        names(going),
                                        going.with().earliest(),
                                        going.with().latest()))
                        .orElse(Saying.of(MedicalWords.NO_CARRIER)));
        return said;
    }

    private boolean isAmbulanceNear(Unit unit) {
        var from = unit.base().position();
        return unit.mode() == Mode.ROAD
                && carries(unit)
                && unit.inRegister(casualty.task().day())
                && from != null
                && from.distanceKm(casualty.task().place()) <= NEAR_KM;
    }

    private List<Saying> whyNot(java.util.function.Predicate<Unit> concerned) {
        var reasons = new ArrayList<Saying>();
        for (var unit : grounded) {
            if (concerned.test(unit) && unit.inRegister(casualty.task().day())) {
                reasons.add(
                        Saying.of(
                                MedicalWords.WHY_NOT,
                                unit.name(),
                                Saying.of(MedicalWords.GROUNDED)));
            }
        }
        ways.cannot().stream()
                .filter(cannot -> concerned.test(cannot.unit()) && present(cannot))
                .forEach(cannot ->
                        reasons.add(
                                Saying.of(
                                        MedicalWords.WHY_NOT,
                                        cannot.unit().name(),
                                        cannot.first().why())));
        return reasons;
    }

    /// Who is not in the mission that day is no reason, the list would be as long as its history;
    /// nor is a hospital that stays where it is.
    private boolean present(Reach.Cannot cannot) {
        return cannot.unit().inRegister(casualty.task().day()) && cannot.unit().speed() != null;
    }

    /// Whoever leads first, then those with whom it goes.
    private static String names(Ways.Going going) {
        return Stream.concat(Stream.of(going.unit()), Roles.companions(going))
                .map(Unit::name)
                .collect(Collectors.joining(" + "));
    }

    private static MedicalWords comesFor(MedicalWords words, Ways.Going going) {
        return words == MedicalWords.CARE_COMES && going.unit().offers("medical")
                ? MedicalWords.CARES
                : MedicalWords.GOES;
    }

    private static List<String> codes(Ways.Going going) {
        return going.with().units().stream().map(can -> can.unit().code()).toList();
    }
}

package org.vigie.plan.posture;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vigie.geo.BadInput;

/// What somebody asks of a posture beyond the usual: several ways in which things may be, how often
/// units are not free, how many units a base takes, and what no area may fall below.
///
/// @param cases one at least; a posture is sought that is good over all of them
/// @param busy by what units do (`infantry`, `surgery`, `evacuation`) the part of its time in which
///   such a unit is on another task, 0 to below 1. Source: Daskin, A maximum expected covering
///   location model, 1983
/// @param rooms by code of a base how many units it takes, instead of the usual
/// @param floors by name or code of an area the part of its weight that must be covered, 0 to 1
public record PostureWishes(
        List<Circumstances> cases,
        SortedMap<String, Double> busy,
        SortedMap<String, Integer> rooms,
        SortedMap<String, Double> floors) {

    /// Nothing beyond the usual.
    public static final PostureWishes NONE =
            new PostureWishes(
                    List.of(Circumstances.EASY), new TreeMap<>(), new TreeMap<>(), new TreeMap<>());

    /// More than anybody compares.
    private static final int CASES_MAX = 8;

    /// More than a mission has regions.
    private static final int FLOORS_MAX = 40;

    /// More units than any base has held.
    private static final int ROOM_MAX = 999;

    private static final List<String> CLASSES = List.of("infantry", "surgery", "evacuation");

    public PostureWishes {
        cases = List.copyOf(cases);
        busy = Collections.unmodifiableSortedMap(new TreeMap<>(busy));
        rooms = Collections.unmodifiableSortedMap(new TreeMap<>(rooms));
        floors = Collections.unmodifiableSortedMap(new TreeMap<>(floors));
        if (cases.isEmpty() || cases.size() > CASES_MAX) {
            throw new BadInput("scenarios", cases.size(), "between 1 and " + CASES_MAX);
        }
        if (floors.size() > FLOORS_MAX) {
            throw new BadInput("floors", floors.size(), "at most " + FLOORS_MAX);
        }
    }

    /// Reads what was typed; each may be empty.
    ///
    /// @param scenarios such as `rains+no-flights=0.3`
    /// @param floors such as `Mopti=0.4`
    /// @param busy such as `infantry=0.3`
    /// @param rooms such as `base-gao=3`
    public static PostureWishes parse(
            Collection<String> scenarios,
            Collection<String> floors,
            Collection<String> busy,
            Collection<String> rooms) {
        var cases = new ArrayList<Circumstances>();
        for (var text : scenarios) {
            var one = Circumstances.parse(text);
            if (cases.stream().anyMatch(other -> other.code().equals(one.code()))) {
                throw new BadInput("scenario", text, "each named once");
            }
            cases.add(one);
        }
        var areas = new TreeMap<String, Double>();
        for (var text : floors) {
            var one = Share.parse("floor", text, "an area and a share, such as Mopti=0.4");
            once("floor", text, areas.put(one.name(), between(text, one.number(), "floor", true)));
        }
        var parts = new TreeMap<String, Double>();
        for (var text : busy) {
            var one = Share.parse("busy", text, "a class and a share, such as infantry=0.3");
            var name = one.name().toLowerCase(Locale.ROOT);
            if (!CLASSES.contains(name)) {
                throw new BadInput("busy", text, "of one of " + String.join(", ", CLASSES));
            }
            once("busy", text, parts.put(name, between(text, one.number(), "busy", false)));
        }
        var capacities = new TreeMap<String, Integer>();
        for (var text : rooms) {
            var one = Share.parse("capacity", text, "a base and a number, such as base-gao=3");
            if (one.number() != Math.rint(one.number())
                    || one.number() < 0
                    || one.number() > ROOM_MAX) {
                throw new BadInput("capacity", text, "a whole number from 0 to " + ROOM_MAX);
            }
            once("capacity", text, capacities.put(one.name(), (int) one.number()));
        }
        return new PostureWishes(cases.isEmpty() ? NONE.cases : cases, parts, capacities, areas);
    }

    private static double between(String text, double share, String field, boolean one) {
        if (share < 0 || share > 1 || (share == 1 && !one)) {
            throw new BadInput(
                    field, text, one ? "a share from 0 to 1" : "a share from 0 to below 1");
        }
        return share;
    }

    private static void once(
            String field, String text, @org.jspecify.annotations.Nullable Object before) {
        if (before != null) {
            throw new BadInput(field, text, "each named once");
        }
    }

    /// Whether it asks for nothing beyond the usual.
    public boolean isNone() {
        return equals(NONE);
    }

    /// The busy part of a unit that does several things: the greatest.
    double busyOf(org.vigie.plan.Unit unit) {
        return busy.entrySet().stream()
                .filter(one -> unit.offers(one.getKey()))
                .mapToDouble(Map.Entry::getValue)
                .max()
                .orElse(0);
    }

    /// The weight of a case as a part of all.
    public double part(Circumstances one) {
        return one.weight() / cases.stream().mapToDouble(Circumstances::weight).sum();
    }

    /// What is asked, line by line, for a model's hash and its certificate.
    List<String> said() {
        var said = new ArrayList<String>();
        if (!cases.equals(NONE.cases)) {
            cases.forEach(one -> said.add("scenario " + one.code() + " " + part(one)));
        }
        busy.forEach((name, part) -> said.add("busy " + name + " " + part));
        rooms.forEach((base, room) -> said.add("capacity " + base + " " + room));
        floors.forEach((area, floor) -> said.add("floor " + area + " " + floor));
        return List.copyOf(said);
    }
}

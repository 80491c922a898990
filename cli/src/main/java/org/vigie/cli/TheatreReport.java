package org.vigie.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.Saying;
import org.vigie.plan.Register;
import org.vigie.plan.Theatre;

/// Which places help reaches in time, as text for a person and as JSON.
record TheatreReport(Theatre theatre, Register register) {

    /// Places that are named one by one: the largest that nobody reaches in time.
    private static final int NAMED = 20;

    Map<String, @Nullable Object> object() {
        var asked = theatre.asked();
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("when", asked.when());
        object.put("withinMinutes", asked.within().toMinutes());
        object.put("needs", List.copyOf(asked.needs()));
        object.put("places", theatre.spots().size());
        object.put("units", theatre.units().size());
        object.put("reached", reached(theatre.reached()));
        object.put("costs", theatre.costs().stream().map(TheatreReport::cost).toList());
        object.put("notInTime", notInTime().limit(NAMED).mapToObj(this::place).toList());
        object.put("stoppedBy", stoppedBy());
        object.put("theatreHash", theatre.hash());
        object.put("faults", register.faults().stream().map(Saying::plain).toList());
        object.put(
                "advice",
                "Every unit is taken as free for every place; a named officer decides, and nothing is"
                        + " ordered by this answer.");
        return object;
    }

    private static Map<String, Object> reached(Theatre.Reached reached) {
        var object = new LinkedHashMap<String, Object>();
        object.put("surely", share(reached.surely()));
        object.put("perhaps", share(reached.perhaps()));
        object.put("late", share(reached.late()));
        object.put("never", share(reached.never()));
        return object;
    }

    private static Map<String, Object> share(Theatre.Share share) {
        var object = new LinkedHashMap<String, Object>();
        object.put("places", share.places());
        object.put("people", Math.round(share.people()));
        return object;
    }

    private static Map<String, @Nullable Object> cost(Theatre.Cost cost) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("rule", cost.rule().code());
        object.put("words", cost.rule().words().plain());
        object.put("reached", reached(cost.then()));
        object.put("placesMoved", cost.moved());
        object.put(
                "medianMinutesSooner",
                cost.minutes().isPresent() ? cost.minutes().getAsInt() : null);
        return object;
    }

    /// Those with most people first.
    private IntStream notInTime() {
        return IntStream.range(0, theatre.spots().size())
                .filter(place ->
                        theatre.timeliness(place) == Theatre.Timeliness.LATE
                                || theatre.timeliness(place) == Theatre.Timeliness.NEVER)
                .boxed()
                .sorted(
                        Comparator.comparingDouble(
                                (Integer place) -> -theatre.spots().get(place).people()))
                .mapToInt(Integer::intValue);
    }

    private Map<String, @Nullable Object> place(int place) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("place", theatre.spots().get(place).name());
        object.put("people", Math.round(theatre.spots().get(place).people()));
        object.put("earliestMinutes", orNull(theatre.soonest(place)));
        object.put("latestMinutes", orNull(theatre.surest(place)));
        if (theatre.timeliness(place) == Theatre.Timeliness.NEVER) {
            var options = theatre.options(place);
            object.put("missing", options.uncovered());
            object.put("apart", options.apart().isPresent());
        }
        return object;
    }

    /// Which needs are not met where the others could be; empty where nobody comes at all.
    private String missing(int place) {
        if (theatre.timeliness(place) != Theatre.Timeliness.NEVER) {
            return "";
        }
        var options = theatre.options(place);
        return options.partial().isEmpty()
                ? ""
                : String.join(", ", options.uncovered())
                        + (options.apart().isPresent() ? " (apart it could be met)" : "");
    }

    private static @Nullable Integer orNull(OptionalInt minutes) {
        return minutes.isPresent() ? minutes.getAsInt() : null;
    }

    /// By rule, at how many places it keeps at least one unit away.
    private Map<String, Integer> stoppedBy() {
        var stopped = new TreeMap<String, Integer>();
        for (int place = 0; place < theatre.spots().size(); place++) {
            var here = new java.util.TreeSet<String>();
            for (int unit = 0; unit < theatre.units().size(); unit++) {
                here.addAll(theatre.rules(place, unit));
            }
            here.forEach(rule -> stopped.merge(rule, 1, Integer::sum));
        }
        return stopped;
    }

    void print(PrintWriter out) {
        var asked = theatre.asked();
        out.println(
                String.format(
                        Locale.ROOT,
                        "%s within %d minutes of an order at %s: %d places, %d units",
                        String.join(", ", asked.needs()),
                        asked.within().toMinutes(),
                        Spoken.moment(asked.when()),
                        theatre.spots().size(),
                        theatre.units().size()));
        var now = theatre.reached();
        var classes = new Table("help is", "places", "people");
        classes.add("there in time", now.surely().places(), Math.round(now.surely().people()));
        classes.add("perhaps in time", now.perhaps().places(), Math.round(now.perhaps().people()));
        classes.add("late", now.late().places(), Math.round(now.late().people()));
        classes.add(
                asked.needs().size() > 1 ? "never complete" : "nobody comes",
                now.never().places(),
                Math.round(now.never().people()));
        classes.print(out);
        out.println();
        printCosts(out);
        var named = notInTime().limit(NAMED).toArray();
        if (named.length > 0) {
            out.println();
            out.println(
                    String.format(
                            Locale.ROOT,
                            "Largest places that nobody reaches in time, %d of %d:",
                            named.length,
                            notInTime().count()));
            var table = new Table("place", "people", "earliest", "latest", "missing");
            for (int place : named) {
                table.add(
                        theatre.spots().get(place).name(),
                        Math.round(theatre.spots().get(place).people()),
                        orNull(theatre.soonest(place)),
                        orNull(theatre.surest(place)),
                        missing(place));
            }
            table.print(out);
        }
        var notes = new ArrayList<String>();
        register.faults().forEach(fault -> notes.add(Spoken.of(fault)));
        notes.forEach(out::println);
        out.println();
        out.println(
                "Every unit is taken as free for every place; where nobody says how many live there, 500 are"
                        + " taken. Advice; a named officer decides. Theatre "
                        + theatre.hash().substring(0, 12));
    }

    private void printCosts(PrintWriter out) {
        var now = theatre.reached();
        var table = new Table("what if", "people in time", "perhaps in time", "minutes sooner");
        for (var cost : theatre.costs()) {
            table.add(
                    Spoken.of(cost.rule().words()),
                    signed(cost.then().surely().people() - now.surely().people()),
                    signed(cost.then().perhaps().people() - now.perhaps().people()),
                    orNull(cost.minutes()));
        }
        if (!theatre.costs().isEmpty()) {
            table.print(out);
        }
    }

    private static String signed(double people) {
        long rounded = Math.round(people);
        return rounded > 0
                ? "+" + String.format(Locale.ROOT, "%,d", rounded)
                : String.format(Locale.ROOT, "%,d", rounded);
    }
}
